"""What may stand anywhere in its sentence: a day, who says it, and a clause that hangs on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...english.lexis.small import STRETCHES
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb
from .bearers import tells_who
from .setting import APART, Found, Setting
from .sorts import is_according, is_hearsay, speaks

_HANGING = frozenset({"order", "cause", "condition", "concession"})
"""Kinds of limits that may begin a clause that hangs on another."""


def is_anywhere(token: Token) -> bool:
    """Whether a token may stand anywhere in its sentence."""
    if token.number and token.number.unit in STRETCHES and "for" in token.lead:
        return True
    return bool(token.dates) or is_plain_verb(token.text) or is_hearsay(token) or is_according(token)


def is_free(setting: Setting, a: int, b: int, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether two may stand in any order: one is in a clause that hangs on the other's, or says the other."""
    unit, tokens = setting.unit, setting.witnesses[one[0]].tokens
    ours, theirs = (
        (_hangs_by(unit, a), _hangs_by(unit, b)),
        (_hangs_by(tokens, one[1]), _hangs_by(tokens, two[1])),
    )
    if ours[0] != ours[1] and ours == theirs:
        return True
    if tells_who(setting, (a, b), (one, two)):
        return True
    return any(
        speaks(unit, n) and (unit[n].ids & setting.granted.by or speaks(tokens, place[1]))
        for n, place in ((a, one), (b, two))
    )


def _hangs_by(tokens: Sequence[Token], n: int) -> str:
    """The word by which the clause of a token hangs on another: `when`, `because`, `after`; or nothing."""
    for token in reversed([each for each in tokens[: n + 1] if each.clause == tokens[n].clause]):
        if "when" in token.lead:
            return "when"
        if found := next((limit.meaning for limit in token.limits if limit.kind in _HANGING), ""):
            return found
    return ""


def hung_otherwise(setting: Setting) -> Iterator[Found]:
    """Neighbours of which the evidence has but one in a clause that hangs on another, by a `when` or `if`."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        hung = _hangs_by(setting.unit, n) != _hangs_by(setting.unit, n + 1)
        if hung or not two.joined or one.limits or one.clause != two.clause:
            continue
        pairs = [(a, b) for a in setting.places[n] for b in setting.places[n + 1] if a[0] == b[0] and a != b]
        if pairs and all(_hangs_at(setting, a) != _hangs_at(setting, b) for a, b in pairs):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"


def _hangs_at(setting: Setting, place: tuple[int, int]) -> str:
    return _hangs_by(setting.witnesses[place[0]].tokens, place[1])
