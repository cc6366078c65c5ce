"""Where one text plainly denies what another affirms: the same words around a `not` that one lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..chain.library import Library
from ..english.meaning import Token, read_tokens
from .support import says

_AFTER_VERB = frozenset({"not", "never", "cannot"})
"""Denials that stand before the verb which they deny; others turn a whole sentence about."""


def denies(library: Library, denying: str, affirming: Iterable[str]) -> str | None:
    """The word that ``denying`` denies and one of ``affirming`` affirms, in an otherwise same place.

    The neighbours on both sides of the `not` stand side by side in the other text, and nothing in either
    clause may turn the sense: no other denial, no hedge, no limit such as `until`, `only`, `but`.
    """
    tokens = _tokens(library, denying)
    for text in affirming:
        others = _tokens(library, text)
        for n, token in enumerate(tokens):
            if token.denial and _is_plain(token) and _is_bare(tokens, n, denials=1):
                word = _affirmed(tokens, n, others)
                if word:
                    return word
    return None


def _tokens(library: Library, text: str) -> Sequence[Token]:
    return library.once(read_tokens, text, lambda: read_tokens(text, library.atoms(text)))


def _is_plain(token: Token) -> bool:
    word = token.text.lower()
    return word in _AFTER_VERB or word.endswith("n't")


def _affirmed(tokens: Sequence[Token], n: int, others: Sequence[Token]) -> str | None:
    """The word behind the denial ``n``, if ``others`` have it beside the word before the denial."""
    if not 0 < n < len(tokens) - 1:
        return None
    before, after = tokens[n - 1], tokens[n + 1]
    if not before.clause == tokens[n].clause == after.clause:
        return None
    for i, (one, two) in enumerate(pairwise(others)):
        if (
            says(before, one)
            and says(after, two)
            and one.clause == two.clause
            and _is_bare(others, i, denials=0)
        ):
            return after.text
    return None


def _is_bare(tokens: Sequence[Token], n: int, *, denials: int) -> bool:
    """Whether the clause of token ``n`` has so many denials, and neither hedge nor limit."""
    clause = [token for token in tokens if token.clause == tokens[n].clause]
    return sum(t.denial for t in clause) == denials and not any(
        t.hedge or t.limits for t in clause if not t.denial
    )
