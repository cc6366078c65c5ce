"""In which order the words of a unit stand, beside the order in its evidence: who did it, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....english.lexis.inflection import ADJECTIVE, NOUN, VERB, is_past_form, may_be
from ....english.lexis.prepositions import HANGS
from ....english.lexis.small import BEING, DETERMINERS, STRETCHES
from ....english.meaning import Token
from ..setting import APART, TURNED, Found, Setting
from ..sorts import tells_of
from ..witness import borne, kind_of
from .free import is_anywhere, is_free

_PLACING = frozenset({"in", "at"})
_STEPS = (1, 2)
"""So far apart stand words of one clause whose order is compared."""


def dated(setting: Setting) -> Iterator[Found]:
    """A time that the evidence has in another clause than most that the unit ties it to."""
    for within in _with_times(setting):
        others = [
            setting.in_clauses(n) for n in within if not _is_time(setting.unit[n]) and setting.places[n]
        ]
        for n in within:
            token = setting.unit[n]
            if not _is_time(token) or any(setting.witnesses[w].stands_alone(i) for w, i in setting.places[n]):
                continue
            dated = setting.in_clauses(n)
            if dated and 2 * sum(bool(dated & each) for each in others) < len(others):
                yield token.start, token.end, APART, token.text


def _with_times(setting: Setting) -> Iterator[Sequence[int]]:
    """The clauses of the unit, the first with the times that stand before it in a clause of their own."""
    clauses = list(setting.clauses.values())
    if len(clauses) > 1 and all(_is_time(setting.unit[n]) for n in clauses[0]):
        clauses[:2] = [[*clauses[0], *clauses[1]]]
    yield from clauses


def nearest(setting: Setting) -> Iterator[Found]:
    """An amount or a date beside a word, where the evidence has another one between the two."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        if one.clause != two.clause or kind_of(one) == kind_of(two) or not (_is_said(one) and _is_said(two)):
            continue
        pairs = [(a, b) for a in setting.places[n] for b in setting.places[n + 1] if a[0] == b[0] and a != b]
        kinds = {kind_of(one), kind_of(two)} - {""}
        if pairs and all(_is_parted(setting, *pair, kinds) for pair in pairs):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"


def described(setting: Setting) -> Iterator[Found]:
    """A describing word right before a noun, where the evidence has it before others only."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        if one.clause != two.clause or not two.joined or not _describes(one) or not setting.places[n + 1]:
            continue
        places = setting.places[n]
        if places and all(_describes_another(setting, place, n + 1) for place in places):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"


def _describes(token: Token) -> bool:
    word = token.text.lower()
    is_verb = is_past_form(word) or may_be(VERB, word)
    return token.is_word and may_be(ADJECTIVE, word) and (not is_verb or bool(DETERMINERS & set(token.lead)))


def _describes_another(setting: Setting, place: tuple[int, int], noun: int) -> bool:
    """Whether the words behind a place, with nothing between, are a noun, and not the one of the unit."""
    w, at = place
    tokens = setting.witnesses[w].tokens
    behind = []
    for n in range(at + 1, len(tokens)):
        if not tokens[n].joined or tokens[n].clause != tokens[at].clause:
            break
        behind.append(n)
    if not behind or BEING & set(tokens[at].lead):
        return False
    first = tokens[behind[0]]
    is_noun = first.named or (first.is_word and may_be(NOUN, first.text))
    return is_noun and not any((w, n) in setting.at_all[noun] for n in behind)


def _is_parted(setting: Setting, one: tuple[int, int], two: tuple[int, int], kinds: set[str]) -> bool:
    """Whether an amount of these kinds stands between two places, other than the `of the nine` of four."""
    first, last = sorted((one[1], two[1]))
    between = setting.witnesses[one[0]].tokens[first + 1 : last]
    return any(kind_of(each) in kinds and "of" not in each.lead for each in between)


def _is_said(token: Token) -> bool:
    """Whether a token is an amount, or a word that it may be said of."""
    is_hung = token.named and not HANGS.isdisjoint(token.lead)
    return token.is_word or is_hung or bool(kind_of(token))


def _is_time(token: Token) -> bool:
    return bool(token.dates) or (token.number is not None and token.number.unit in STRETCHES)


def turned(setting: Setting) -> Iterator[Found]:
    """Two that stand in the other order: who did it, or which is the greater, is another.

    A date may stand anywhere in its sentence, and so may `for ten years`, `she said` and `it is said`.
    """
    unit = setting.unit
    free = [is_anywhere(token) for token in unit]
    marked = [n for n, token in enumerate(unit) if (token.ids or token.number) and not free[n]]
    pairs = {*pairwise(marked), *((n - 1, n) for n in marked if n), *((n, n + 1) for n in marked)}
    pairs |= {
        (a, b)
        for step in _STEPS
        for a, b in zip(range(len(unit)), range(step, len(unit)), strict=False)
        if unit[a].clause == unit[b].clause
    }
    for a, b in sorted(pairs):
        if b >= len(unit) or free[a] or free[b] or _bears_alike(setting, a, b):
            continue
        if _orders(setting, a, b) == {False}:
            yield unit[a].start, unit[b].end, TURNED, f"{unit[a].text} … {unit[b].text}"


def sequence(setting: Setting) -> Iterator[Found]:
    """Two deeds told one after the other, `and` between them, that the evidence tells the other way round."""
    unit = setting.unit
    deeds = [n for n, each in enumerate(unit) if each.is_word and is_past_form(each.text.lower())]
    for a, b in pairwise(deeds):
        if unit[a].clause == unit[b].clause or unit[b].lead[:1] != ("and",) or _tells_when(unit[a : b + 1]):
            continue
        pairs = [(one, two) for one in setting.places[a] for two in setting.places[b] if one[0] == two[0]]
        if pairs and all(two < one and not _between(setting, two, one) for one, two in pairs):
            yield unit[a].start, unit[b].end, TURNED, f"{unit[a].text} … {unit[b].text}"


def _between(setting: Setting, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether the evidence says between two places which was first."""
    return _tells_when(setting.witnesses[one[0]].tokens[one[1] : two[1] + 1])


def _tells_when(tokens: Sequence[Token]) -> bool:
    return any(limit.kind == "order" for token in tokens for limit in token.limits)


def _orders(setting: Setting, a: int, b: int) -> set[bool]:
    """Whether two stand in the evidence as they do in the unit; two of one clause, in one of its clauses."""
    both = [((w, i), (v, j)) for w, i in setting.places[a] for v, j in setting.places[b] if w == v and i != j]
    if setting.unit[a].clause == setting.unit[b].clause:
        within = [pair for pair in both if setting.at(pair[0]).clause == setting.at(pair[1]).clause]
        both = within or both
    return {
        is_free(setting, a, b, one, two) or (one < two) != _is_flipped(setting, a, b, one, two)
        for one, two in both
    }


def _has_no_deed(tokens: Sequence[Token], n: int) -> bool:
    """Whether the clause of a token goes on behind it without a deed of its own: `the boats, old ones, …`."""
    for token in tokens[n:]:
        if token.clause != tokens[n].clause:
            return True
        if token.is_word and is_past_form(token.text.lower()):
            return False
    return True


def _is_placed(token: Token) -> bool:
    """Whether a small word says of a noun where it is: `the fire at the mine`, which is `the mine fire`."""
    return not _PLACING.isdisjoint(token.lead)


def _is_one(one: Token, two: Token) -> bool:
    """Whether two words side by side may be nouns that are one: `the union leader`."""
    is_noun = two.is_word and may_be(NOUN, two.text) and not is_past_form(two.text.lower())
    return two.joined and is_noun and not one.number


def _bears_alike(setting: Setting, a: int, b: int) -> bool:
    """Whether one of two is an `only` that bears on the other on both sides: `for members only`."""
    for one, other in ((a, b), (b, a)):
        if borne(setting.unit, one) == other:
            return any(
                (w, borne(setting.witnesses[w].tokens, i)) in setting.at_all[other]
                for w, i in setting.places[one]
            )
    return False


def _is_flipped(setting: Setting, a: int, b: int, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether either alone tells it by its doer or its owner: `attacked by her`, `the boat of hers`."""
    ours, theirs = setting.unit, setting.witnesses[one[0]].tokens
    first, last = sorted((one[1], two[1]))
    is_one = (b == a + 1 and _is_one(ours[a], ours[b])) or (
        last == first + 1 and _is_one(theirs[first], theirs[last])
    )
    if ("of" in ours[b].lead) != ("of" in theirs[last].lead):
        is_told = last == first + 1 and theirs[last].joined
        return ours[a].owner or theirs[first].owner or is_told or is_one
    if _is_placed(ours[b]) != _is_placed(theirs[last]):
        return is_one
    if one < two and tells_of(ours[a + 1 : b + 1]) == tells_of(theirs[first + 1 : last + 1]):
        return False  # `strategically important` is the same before a noun and after `is`
    is_told = theirs[last].clause in setting.witnesses[one[0]].told_of
    is_of_one = theirs[first].clause == theirs[last].clause or _has_no_deed(theirs, first)
    return (ours[b].clause in setting.told_of) != (is_told and is_of_one)
