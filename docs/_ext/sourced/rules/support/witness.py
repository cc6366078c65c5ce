"""One text of the evidence, read, with what is asked of it again and again worked out once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec import Struct

from ...book.model import Evidence
from ...chain.library import Library
from ...english.clauses import Described, bearers, descriptions, hung
from ...english.lexis.inflection import readings
from ...english.limits import is_limiting
from ...english.meaning import Token, read_tokens
from .sorts import told_of

_PRESUPPOSED = frozenset({"after", "until", "since", "during", "also"})
"""Limits whose clause holds without them: `after the light failed` says that it failed."""
_EXCEPTING = frozenset({"except", "if", "unless", "until"})
"""Limits that take back part of what stands before them."""
_LEADING = frozenset({"except", "if", "unless"})
"""Those at whose head all of a sentence holds only in part."""
_ENDS = re.compile(r"[.!?](?=\s)")
"""Where a sentence ends."""

Meaning = tuple[object, ...]
_Key = TypeVar("_Key", bound=Hashable)


class Witness(Struct, frozen=True, dict=True):
    """One text of the evidence, read, and the sources that it stands for."""

    text: str
    tokens: tuple[Token, ...]
    sources: frozenset[str] = frozenset()

    @cached_property
    def alike(self) -> list[tuple[Token, list[int]]]:
        """The tokens that mean different things, each with where it stands."""
        found = _grouped(map(meaning_of, self.tokens))
        return [(self.tokens[places[0]], places) for places in found.values()]

    @cached_property
    def opposable(self) -> list[tuple[str, list[int]]]:
        """The words that may have an opposite, each with where it stands."""
        words = _grouped(token.text.lower() for token in self.tokens)
        return [(word, places) for word, places in words.items() if is_opposable(word)]

    @cached_property
    def turned(self) -> frozenset[int]:
        """The clauses that deny, or tell by hearsay or as possible."""
        return frozenset(token.clause for token in self.tokens if token.denial or token.hedge)

    @cached_property
    def turning(self) -> list[int]:
        """Where a word stands that turns what is said, by a `not`, a hedge or its meaning."""
        return [n for n, each in enumerate(self.tokens) if each.denial or each.hedge or each.negative]

    @cached_property
    def descriptions(self) -> Described:
        """The names that are described where they stand, and by what."""
        return descriptions(self.tokens)

    @cached_property
    def bearers(self) -> Mapping[int, frozenset[str]]:
        """Whom a token describes."""
        return bearers(self.tokens, self.descriptions)

    @cached_property
    def hung(self) -> list[str]:
        """For each token the word by which its clause hangs on another, or nothing."""
        return hung(self.tokens)

    @cached_property
    def told_of(self) -> frozenset[int]:
        """The clauses that tell of something what it is or suffers."""
        return told_of(self.tokens)

    @cached_property
    def begins(self) -> list[int]:
        """For each token the first one of its clause."""
        found = list(range(len(self.tokens)))
        for n in range(1, len(self.tokens)):
            if self.tokens[n].clause == self.tokens[n - 1].clause:
                found[n] = found[n - 1]
        return found

    @cached_property
    def denied(self) -> list[int]:
        """For each token the last denial before it in its clause; or -1."""
        found = [-1] * len(self.tokens)
        for n in range(1, len(self.tokens)):
            if self.tokens[n].clause == self.tokens[n - 1].clause:
                found[n] = n - 1 if self.tokens[n - 1].denial else found[n - 1]
        return found

    @cached_property
    def limiting(self) -> list[int]:
        """For each token the limit right before it, or before the words that are joined to it; or -1."""
        found = [-1] * len(self.tokens)
        if not any(token.limits for token in self.tokens):
            return found
        for n in range(1, len(self.tokens)):
            last = self.tokens[n - 1]
            if last.clause != self.tokens[n].clause:
                continue
            if any(limit.meaning not in _PRESUPPOSED for limit in last.limits):
                found[n] = n - 1
            elif last.joined:
                found[n] = found[n - 1]
        for n in range(1, len(self.tokens)):
            at = n
            while borne(self.tokens, n) == n - 1 and at and found[at - 1] < 0:
                found[at - 1] = n
                at -= 1
                if not self.tokens[at].joined:
                    break
        return found

    @cached_property
    def excepting(self) -> list[int]:
        """For each token the exception or condition behind it: in its clause, or at the next one's head."""
        found = [-1] * len(self.tokens)
        if not any(map(_is_exception, self.tokens)):
            return found
        for n in range(len(self.tokens) - 2, -1, -1):
            token, after = self.tokens[n], self.tokens[n + 1]
            if _ENDS.search(self.text, token.end, after.start):
                continue
            if _is_exception(after):
                found[n] = n + 1
            elif token.clause == after.clause:
                found[n] = found[n + 1]
        self._lead(found)
        return found

    def _lead(self, found: list[int]) -> None:
        """Add the condition that a sentence, or what somebody says, begins with."""
        leading = -1
        for n, token in enumerate(self.tokens):
            is_first = not n or _ENDS.search(self.text, self.tokens[n - 1].end, token.start)
            if is_first:
                leading = -1
            elif leading >= 0 and found[n] < 0:
                found[n] = leading
            if (is_first or "that" in token.lead) and _is_exception(token, _LEADING):
                leading = n

    def is_parted(self, n: int, m: int) -> bool:
        """Whether a sentence ends between two tokens."""
        first, last = sorted((n, m))
        return _ENDS.search(self.text, self.tokens[first].end, self.tokens[last].start) is not None

    def stands_alone(self, n: int) -> bool:
        """Whether a token is all of its clause, as the date is in `In 1901, the boats sank`."""
        around = (*self.tokens[max(n - 1, 0) : n], *self.tokens[n + 1 : n + 2])
        return bool(around) and all(token.clause != self.tokens[n].clause for token in around)


def tokens_of(library: Library, text: str) -> tuple[Token, ...]:
    """The words of ``text``, read once."""
    return library.once(read_tokens, text, lambda: tuple(read_tokens(text, library.atoms(text))))


def witness_of(library: Library, text: str, sources: frozenset[str] = frozenset()) -> Witness:
    """A text of the book as evidence."""
    return library.once(Witness, (text, sources), lambda: Witness(text, tokens_of(library, text), sources))


def quoted(library: Library, evidence: Evidence) -> Witness:
    """A quotation as evidence, with what its gloss explains."""
    text, gloss = evidence.exact, evidence.gloss
    if not gloss:
        return witness_of(library, text, frozenset({evidence.source}))
    return library.once(
        Witness,
        (evidence.source, text, tuple(gloss.items())),
        lambda: Witness(
            text, tuple(read_tokens(text, library.atoms(text), gloss)), frozenset({evidence.source})
        ),
    )


def borne(tokens: Sequence[Token], n: int) -> int:
    """Which token an `only` bears on: the next one, or at the end of its clause the one before; else -1."""
    if not any(limit.meaning == "only" for limit in tokens[n].limits):
        return -1
    is_last = n + 1 == len(tokens) or tokens[n + 1].clause != tokens[n].clause
    if is_last and n and tokens[n - 1].clause == tokens[n].clause:
        return n - 1
    return -1 if is_last else n + 1


def _is_exception(token: Token, meanings: frozenset[str] = _EXCEPTING) -> bool:
    """Whether what stands before this holds only in part: `except for`, `unless`, `but only`."""
    if not token.limits:
        return False
    if "but" in token.lead and any(limit.meaning == "only" for limit in token.limits):
        return True
    return all(limit.meaning in meanings for limit in token.limits)


def meaning_of(token: Token) -> Meaning:
    """What tells a token from others, wherever they stand."""
    if token.is_word:
        return token.text, token.ids
    number = token.number
    amount = (number.value, number.unit, number.bound, number.high) if number else None
    kind = token.ids, token.named, token.dates, token.limits, token.denial, token.hedge
    return token.text, amount, *kind


def kind_of(token: Token) -> str:
    """Of what kind an amount is: its unit, ``count`` or ``date``; nothing for a word."""
    if token.number:
        return token.number.unit or "count"
    return "date" if token.dates else ""


def _grouped(keys: Iterable[_Key]) -> dict[_Key, list[int]]:
    """The places of equal keys, in the order of the first."""
    found: dict[_Key, list[int]] = {}
    for n, key in enumerate(keys):
        found.setdefault(key, []).append(n)
    return found


@lru_cache(maxsize=65536)
def is_opposable(word: str) -> bool:
    """Whether the lexicon may know an opposite of ``word`` at all."""
    return is_limiting(word) or bool(readings(word))
