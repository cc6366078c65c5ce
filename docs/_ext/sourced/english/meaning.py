"""The words of a text that carry its meaning, in order, each with what it is and how it is tied in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from ..text.edtf import days
from ..text.fold import fold
from .atoms import Atoms
from .closed import function_words, limit_of
from .markers import denial_strength
from .quantities.numbers import Number

Kind = Literal["name", "number", "date", "word", "limit", "denial", "hedge"]
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_CLAUSE = re.compile(r"[,;:()]| - |[.!?](?=\s)|\b(?:and|but|while|whereas|although|though)\b")
_INSIDE = re.compile(r"[ -]?")
_PLAIN_DENIAL = re.compile(
    r"(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|.*n't)$", re.IGNORECASE
)


class Token(Struct, frozen=True, kw_only=True):
    """One word of meaning, or several that are one: a name, a date, a number with its unit."""

    kind: Kind
    text: str
    start: int
    end: int
    ids: frozenset[str] = frozenset()
    """Whom it may mean, by its own spelling or by a gloss."""
    dates: tuple[str, ...] = ()
    number: Number | None = None
    lead: tuple[str, ...] = ()
    """The small words between it and the token before it."""
    joined: bool = False
    """Whether nothing but a space or a hyphen parts it from the token before."""
    clause: int = 0
    """The number of its clause."""


class _Span(Struct, frozen=True):
    start: int
    end: int
    kind: Kind
    ids: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    number: Number | None = None


def read_tokens(text: str, atoms: Atoms, gloss: Mapping[str, str] | None = None) -> list[Token]:
    """The tokens of ``text``; ``gloss`` says what words of it mean, by a name's ID or a date."""
    folded = fold(text)
    spans = sorted(_spans(atoms), key=lambda span: (span.start, -span.end))
    meant = list(_meanings(folded, gloss or {}))
    ends = [match.start() for match in _CLAUSE.finditer(folded)]
    tokens: list[Token] = []
    lead: list[str] = []
    at, last = 0, 0
    while match := _WORD.search(folded, at):
        start, end = match.span()
        span = next((s for s in spans if s.start <= start < s.end), None)
        if span is not None:
            start, end = min(span.start, start), max(span.end, start + 1)
        at = max(end, match.start() + 1)
        word = folded[start:end]
        extra = [value for s, e, value in meant if s < end and start < e]
        kind = span.kind if span else _kind(word)
        if kind is None and not extra:
            lead.append(word.lower())
            continue
        tokens.append(
            Token(
                kind=kind or "word",
                text=word,
                start=start,
                end=end,
                ids=(span.ids if span else frozenset()) | {value for value in extra if not days(value)},
                dates=(*(span.dates if span else ()), *(value for value in extra if days(value))),
                number=span.number if span else None,
                lead=tuple(lead),
                joined=bool(tokens) and _INSIDE.fullmatch(folded, last, start) is not None,
                clause=sum(end_ < start for end_ in ends),
            )
        )
        lead, last = [], end
    return tokens


def _spans(atoms: Atoms) -> Iterator[_Span]:
    for name in atoms.names:
        yield _Span(name.start, name.end, "name", ids=frozenset(name.ids))
    for date in atoms.dates:
        yield _Span(date.start, date.end, "date", dates=(date.value,))
    for number in atoms.numbers:
        if number.unit not in ("direction", "kinship"):
            yield _Span(number.start, number.end, "number", number=number)
    for marker in atoms.markers:
        if marker.kind != "negation":
            yield _Span(marker.start, marker.end, "hedge")
        elif denial_strength(marker) == 2 and _PLAIN_DENIAL.match(marker.text):
            yield _Span(marker.start, marker.end, "denial")


def _meanings(folded: str, gloss: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for key, value in gloss.items():
        for match in re.finditer(rf"(?<!\w){re.escape(fold(key))}(?!\w)", folded):
            yield (*match.span(), value)


def _kind(word: str) -> Kind | None:
    """What a word is that is no name, number, date or marker; ``None`` for one without meaning of its own."""
    lower = word.lower()
    if limit_of(lower):
        return "limit"
    return None if lower in function_words() else "word"
