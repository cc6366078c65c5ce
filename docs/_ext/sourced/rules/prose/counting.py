"""Rules on counting sources: how many stand behind a sentence independently."""

from __future__ import annotations

from collections.abc import Iterator

from ...chain.sharing.independence import independent
from ...chain.views import View
from ...english.phrases import joined, plural
from ...english.quantities.numbers import Number
from ...english.reports import COUNTED, MEANS_TWO, SHARED, TOTAL, VAGUE
from ..registry import Hit, rule

_NEAR = 50


def counts_sources(text: str, number: Number) -> bool:
    """Whether a number counts sources (``three reports``)."""
    return not number.unit and COUNTED.match(text[number.end : number.end + _NEAR]) is not None


@rule(
    "sources-not-independent",
    link="prose",
    scope="sentence",
    hint="Count only sources that share no text; or say that they share it.",
)
def sources_not_independent(view: View) -> Iterator[Hit]:
    """A sentence counts more sources than stand behind it independently.

    Two reports that share running text anywhere are one for what both say. It is measured, never declared.
    """
    if view.own or view.sentence.kind == "quote" or not view.facts:
        return
    yield from _vague_counts(view)
    for number in view.atoms.numbers:
        if not counts_sources(view.text, number) or _is_total(view, number):
            continue
        if not view.printed(number.start, number.end, "figure", "quote"):
            yield from _miscounted(view, number)


def _is_total(view: View, number: Number) -> bool:
    """Whether all sources of the book are counted, as in ``of the five articles``."""
    before = max(0, number.start - _NEAR), number.start
    return number.value == len(view.library.book.sources) and TOTAL.search(view.text, *before) is not None


def _miscounted(view: View, number: Number) -> Iterator[Hit]:
    groups = independent(view.library, view.facts)
    shared = SHARED.search(view.text)
    enough = sum(len(group) for group in groups) if shared else len(groups)
    if number.value > enough:
        kin = next((group for group in groups if len(group) > 1 and not shared), None)
        because = f", as {joined(kin)} share text" if kin else ""
        cited = sum(len(group) for group in groups)
        message = f"{_rest_on(enough)}{because}, not {number}"
        yield Hit(message=message, at=number.start, doubt=number.value <= cited)


def _vague_counts(view: View) -> Iterator[Hit]:
    """`Both reports` counts two, `several reports` at least three."""
    match = VAGUE.search(view.text)
    if match is None or SHARED.search(view.text):
        return
    count = len(independent(view.library, view.facts))
    if count < (2 if match["many"].lower() in MEANS_TWO else 3):
        yield Hit(message=f"{_rest_on(count)}, not on “{match.group()}”", at=match.start(), doubt=True)


def _rest_on(count: int) -> str:
    return f"the cited facts rest on {plural(count, 'independent source')}"
