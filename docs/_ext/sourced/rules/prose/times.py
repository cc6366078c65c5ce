"""The rule on the date of knowledge in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...chain.views import View
from ...english.dates.agreement import supports
from ...english.dates.knowledge import DATED, PRESENT, UNTIL_THEN
from ...text.edtf import overlap
from ..registry import Hit, rule


@rule(
    "time-not-stated",
    link="prose",
    scope="sentence",
    hint="Say as of when: a date, `at the time`, `when the report was written`; or use the past tense.",
)
def time_not_stated(view: View) -> Iterator[Hit]:
    """A sentence says of the reader's own day what was known on the day of the source.

    It dates what it says, or tells it in the past; `never`, `still` and `yet` need a date in their paragraph
    even then.
    """
    if not view.narrative or view.own:
        return
    dated = [f for f in view.facts if f.as_of is not None]
    known = [f.as_of or "" for f in dated]
    if not dated or _is_dated(view, view.text, known):
        return
    word = _first(view, PRESENT)
    if word is None and not view.before(
        ("dated", *known), lambda text: _is_dated(view, text, known) or None, default=False
    ):
        word = _first(view, UNTIL_THEN)
    if word is not None:
        message = f"“{word.group()}” was true as of {known[0]}"
        yield Hit(message=message, at=word.start(), fact=dated[0].id, doubt=True)


def _first(view: View, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match outside quotations."""
    for match in pattern.finditer(view.text):
        if not view.quoted(match.start()) and not view.printed(match.start(), match.start() + 1, "quote"):
            return match
    return None


def _is_dated(view: View, text: str, known: list[str]) -> bool:
    """Whether ``text`` says as of when, by a date or in words."""
    if DATED.search(text):
        return True
    dates = [d.value for d in view.library.atoms(text).dates]
    return any(overlap(date, as_of) or supports(date, as_of) for date in dates for as_of in known)
