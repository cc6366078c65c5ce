"""The value of a fact that is a name, or says that there is none: whether its quotations tell that of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...book.model import Evidence, Fact
from ...chain.library import Library
from ...english.patterns import any_word
from ...text.fold import fold
from ..support.doubts import Doubt
from ..support.saying import says
from .titles import title_of, witnesses_of

DENIED = "stands in its evidence only as what is not meant:"
ITSELF = "is what the fact is about, and its evidence names another beside it:"
ELSEWHERE = "is said in its evidence of something else than the word it is told under:"
"""The reasons for doubts."""
_NOT = re.compile(
    any_word("not|never|nor|neither|rather than|instead of|other than|unlike|except|except for|but not")
    + r"(?: (?:by|to|from|of|with|in|at|on|for|the|an?))*\W*$",
    re.IGNORECASE,
)
"""What stands right before a name that is only denied: `the council, not the Guard`."""


_NOBODY = frozenset({"none", "nobody", "nothing", "no one", "neither"})


def misnamed(library: Library, fact: Fact) -> list[Doubt]:
    """Why a name is not the value of its fact, or `none` is not.

    Its quotations only deny the name; or it is that of what the fact is about, and they name another beside
    it. And `none` has to be told of the word of the title.
    """
    value = fact.value or ""
    if value not in library.book.names:
        return _is_none_of_another(library, fact, value)
    shown = library.book.names[value].name
    found = [each for evidence in fact.evidence for each in _places(library, evidence, value)]
    denied = [f"{match.group()}{text[a:b]}" for text, a, b in found if (match := _NOT.search(text[:a]))]
    if found and len(denied) == len(found):
        return [Doubt(0, len(shown), DENIED, denied[0])]
    others = _others(library, fact) if value == fact.about else []
    return [Doubt(0, len(shown), ITSELF, library.name(others[0]))] if others else []


def _places(library: Library, evidence: Evidence, id_: str) -> Iterator[tuple[str, int, int]]:
    """Where a quotation names somebody, in its own words or in those that a gloss reads so."""
    text = fold(evidence.exact)
    spans = {(each.start, each.end) for each in library.atoms(evidence.exact).names if id_ in each.ids}
    for key, value in evidence.gloss.items():
        if value == id_ and (at := text.find(fold(key))) >= 0:
            spans.add((at, at + len(key)))
    yield from ((text, start, end) for start, end in sorted(spans))


def _others(library: Library, fact: Fact) -> list[str]:
    """Whom else the quotations of a fact name, other than who says so, or whose source it is."""
    tellers = {fact.about, fact.by, *library.publishers(fact)}
    return sorted({i for each in fact.evidence for i in library.quoted_ids(each)} - tellers)


def _is_none_of_another(library: Library, fact: Fact, value: str) -> list[Doubt]:
    """A doubt about a value that counts nobody, where no quotation denies the word of the title."""
    if value.lower() not in _NOBODY:
        return []
    title = title_of(library, fact)
    for witness in witnesses_of(library, fact):
        denied = {each.clause for each in witness.tokens if each.denial}
        if any(each.clause in denied and any(says(word, each) for word in title) for each in witness.tokens):
            return []
    return [Doubt(0, len(value), ELSEWHERE, value)]
