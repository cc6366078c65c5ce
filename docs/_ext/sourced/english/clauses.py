"""What belongs together in a sentence: a name and who that is, a clause and the one that hangs on it.

Who somebody is stands beside the name: `mayor Ames`, `Ames, the mayor,`, `Ames is mayor`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .lexis.inflection import NOUN, is_past_form, may_be
from .lexis.small import ARTICLES, BEING, WHO
from .meaning import Token

_HANGING = frozenset({"order", "cause", "condition", "concession"})
"""Kinds of limits that may begin such a clause."""
_INTRODUCING = ARTICLES | BEING | WHO

_MOST = 6
"""So many words are looked at before a name, and so many behind it."""

Described = Mapping[int, frozenset[int]]
"""For each name of a text, by its token, the tokens that tell who or what it is."""


def descriptions(tokens: Sequence[Token]) -> Described:
    """The names of a text that are described where they stand."""
    found = {}
    for n, token in enumerate(tokens):
        if token.ids and token.named and not token.owner:
            told = {*_before(tokens, n), *_behind(tokens, n), *_in_clause_before(tokens, n)}
            if told:
                found[n] = frozenset(told)
    return found


def bearers(tokens: Sequence[Token], described: Described) -> Mapping[int, frozenset[str]]:
    """For each token that tells who somebody is, whom it describes."""
    found: dict[int, frozenset[str]] = {}
    for n, told in described.items():
        for m in told:
            found[m] = found.get(m, frozenset()) | tokens[n].ids
    return found


def _before(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """The words right before a name: `union leader Bob Oak`."""
    for _ in range(_MOST):
        if not n or not tokens[n].joined or tokens[n - 1].clause != tokens[n].clause:
            return
        n -= 1
        is_noun = tokens[n].named or (tokens[n].is_word and may_be(NOUN, tokens[n].text))
        if not is_noun or _acts(tokens[n]):
            return
        yield n


def _behind(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """The clause behind a name, if it holds nothing else: `Oak, the leader of the union,`; or `is mayor`."""
    if n + 1 == len(tokens):
        return
    first = tokens[n + 1]
    is_own = first.clause != tokens[n].clause
    if not set(first.lead) <= _INTRODUCING or not (is_own or BEING & set(first.lead)):
        return
    if (first.named and not _is_called(tokens, n + 1)) or first.limits or _is_in_front(tokens, n):
        return
    within = [m for m in range(n + 1, min(n + 2 + _MOST, len(tokens))) if tokens[m].clause == first.clause]
    if len(within) <= _MOST and not any(_acts(tokens[m]) for m in within):
        yield from within


def _is_in_front(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name belongs to what a clause begins with: `in Aske, the mayor left`, `according to Oak`."""
    before = tokens[n - 1] if n and tokens[n - 1].clause == tokens[n].clause else None
    return bool(before.limits if before else set(tokens[n].lead) - ARTICLES - BEING)


def _is_called(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name is a common noun with an article, alone between commas: `Oak, the mayor, left`."""
    before, after = tokens[n - 1], tokens[n + 1 : n + 2]
    is_alone = bool(after) and after[0].clause != tokens[n].clause and not after[0].lead
    is_common = tokens[n].text.islower() and tokens[n].lead == ("the",)
    return is_common and is_alone and before.clause != tokens[n].clause


def _in_clause_before(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """The last words of the clause before a name that stands alone: `the leader of the union, Bob Oak,`."""
    is_alone = n and tokens[n - 1].clause != tokens[n].clause and not tokens[n].lead
    is_told = n and n + 1 == len(tokens) and tokens[n].lead[-1:] in (("is",), ("was",))
    if not is_told and not (is_alone and (n + 1 == len(tokens) or tokens[n + 1].clause != tokens[n].clause)):
        return
    clause, within = tokens[n - 1].clause, []
    for m in range(n - 1, max(n - 1 - _MOST, -1), -1):
        if tokens[m].clause != clause or not (tokens[m].is_word or tokens[m].named) or _acts(tokens[m]):
            break
        within.append(m)
        if tokens[m].owner or (ARTICLES & set(tokens[m].lead) and "of" not in tokens[m].lead):
            yield from within
            return


def _acts(token: Token) -> bool:
    """Whether a word is what somebody does."""
    word = token.text.lower()
    return token.is_word and is_past_form(word) and not ARTICLES & set(token.lead)


def hung(tokens: Sequence[Token]) -> list[str]:
    """For each token the last word before it in its clause by which that hangs on another, or nothing."""
    found: list[str] = []
    for n, token in enumerate(tokens):
        is_on = n and tokens[n - 1].clause == token.clause
        word = next((limit.meaning for limit in token.limits if limit.kind in _HANGING), "")
        found.append(("when" if "when" in token.lead else word) or (found[-1] if is_on else ""))
    return found
