"""What may stand anywhere in its sentence: a day, who says it, and a clause that hangs on another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ....english.lexis.small import STRETCHES
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..setting import APART, Found, Setting
from ..sorts import is_according, is_hearsay, speaks
from .bearers import tells_who


def is_anywhere(token: Token) -> bool:
    """Whether a token may stand anywhere in its sentence."""
    if token.number and token.number.unit in STRETCHES and "for" in token.lead:
        return True
    return bool(token.dates) or is_plain_verb(token.text) or is_hearsay(token) or is_according(token)


def is_free(setting: Setting, a: int, b: int, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether two may stand in any order: one is in a clause that hangs on the other's, or says the other."""
    unit, tokens = setting.unit, setting.witnesses[one[0]].tokens
    hung = setting.witnesses[one[0]].hung
    ours, theirs = (setting.hung[a], setting.hung[b]), (hung[one[1]], hung[two[1]])
    if ours[0] != ours[1] and ours == theirs:
        return True
    if tells_who(setting, (a, b), (one, two)):
        return True
    return any(
        speaks(unit, n) and (unit[n].ids & setting.granted.by or speaks(tokens, place[1]))
        for n, place in ((a, one), (b, two))
    )


def hung_otherwise(setting: Setting) -> Iterator[Found]:
    """Neighbours of which the evidence has but one in a clause that hangs on another, by a `when` or `if`."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        hung = setting.hung[n] != setting.hung[n + 1]
        if hung or not two.joined or one.limits or one.clause != two.clause:
            continue
        pairs = [(a, b) for a in setting.places[n] for b in setting.places[n + 1] if a[0] == b[0] and a != b]
        if pairs and all(
            setting.witnesses[w].hung[i] != setting.witnesses[w].hung[j] for (w, i), (_, j) in pairs
        ):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"
