"""The rule on where quotation marks begin and end: they cut nothing off that turns what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...chain.library import Passage
from ...chain.views import View
from ...english.limits import Limiting, is_empty, limiting_words
from ...english.quoted import Quoted
from ...text.fold import WORD, squeeze, whole
from ..registry import Hit, rule

_BEFORE = frozenset(
    {"modality", "condition", "denial", "nearness", "extent", "exclusion", "report", "attempt"}
)
_BEHIND = frozenset({"condition", "exclusion"})
"""Kinds of limits that turn what stands behind them, and what stands before them."""
_OR_BEFORE, _OR_BEHIND = re.compile(r"\b(or|nor)\s+$"), re.compile(r",?\s+(or|but)\b")
_REACH = 3
"""So many small words may stand between a limit and what it turns."""


@rule(
    "quotation-cut",
    link="prose",
    scope="sentence",
    hint="Quote the word that was cut off, too; or say outside the marks what it says.",
)
def quotation_cut(view: View) -> Iterator[Hit]:
    """Words in quotation marks stop short of what turns them in the source: `or should have`, `if`, `not`.

    To quote less is no fault; to quote the half that says something else is. Whether it does, a person sees.
    """
    if view.own or not view.atoms.quoted:
        return
    passages = [passage for fact in view.facts for e in fact.evidence if (passage := view.library.passage(e))]
    said = {word.lower() for word in WORD.findall(view.text)}
    for quoted in view.atoms.quoted:
        if view.printed(quoted.start, quoted.end, "quote"):
            continue
        cut = [_cut(passage, *span) for passage in passages for span in _places(passage, quoted)]
        if cut and all(cut) and not any(set(WORD.findall(each.lower())) <= said for each in cut):
            message = f"“{quoted.text}” leaves out “{cut[0]}”, which stands beside it in the source"
            yield Hit(message=message, at=quoted.start, doubt=True)


def _places(passage: Passage, quoted: Quoted) -> list[tuple[int, int]]:
    """Where the words between the marks stand in a sentence of a source."""
    words = squeeze(quoted.text).strip(" .,;:!?")
    pattern = re.compile(whole(words), re.IGNORECASE if words[:1].isupper() else 0)
    return [match.span() for match in pattern.finditer(passage.sentence)] if words else []


def _cut(passage: Passage, start: int, end: int) -> str:
    """The word that is cut off at either edge of ``[start, end)`` of a sentence; nothing if there is none."""
    text = passage.sentence
    found = _OR_BEFORE.search(text, 0, start) or _OR_BEHIND.match(text, end)
    if found:
        return found[1]
    for limit in limiting_words(text):
        if _turns(limit, _BEFORE) and limit.end <= start and _is_near(text[limit.end : start]):
            return limit.words
        if _turns(limit, _BEHIND) and end <= limit.start and not text[end : limit.start].strip(" ,\n"):
            return limit.words
    return ""


def _turns(limit: Limiting, kinds: frozenset[str]) -> bool:
    return all(each.kind in kinds for each in limit.limits)


def _is_near(between: str) -> bool:
    """Whether only a few small words stand between, and no mark of any kind."""
    words = between.split()
    return len(words) <= _REACH and all(word.isalpha() and is_empty(word) for word in words)
