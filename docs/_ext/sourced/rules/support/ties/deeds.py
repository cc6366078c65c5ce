"""Whose deed it is, and when: a verb has a subject, a time and a place of its own.

What stands near a verb need not belong to it: `Ann, whose brother Bob died` does not tell that Ann died, and
what was built in 1974 and enlarged in 2008 was not enlarged in 1974.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....english.lexis.inflection import NOUN, is_past_form, may_be
from ....english.lexis.prepositions import HANGS, TIES
from ....english.lexis.small import AUXILIARIES, DETERMINERS, WHO
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..setting import APART, LEFT_OUT, Found, Place, Setting
from ..witness import kind_of

_RELATIVE = WHO | {"that"}
_THOSE = WHO | {"those"}
"""What begins a clause that tells which ones are meant."""
_NEAR = 3
"""So many words of meaning may part a word from the head of the phrase that hangs on it."""


def deeds(setting: Setting) -> Iterator[Found]:
    """What the unit gives to another verb, or to more than its evidence does."""
    yield from _of_another(setting)
    yield from _of_both(setting)
    yield from _by_another(setting)
    yield from _at_another_time(setting)
    yield from _of_more(setting)
    yield from _hung_on_another(setting)


def _is_deed(token: Token) -> bool:
    return token.is_word and is_past_form(token.text.lower()) and not is_plain_verb(token.text)


def _of_another(setting: Setting) -> Iterator[Found]:
    """A verb right behind what is not its subject in the evidence."""
    for n, (doer, deed) in enumerate(pairwise(setting.unit)):
        if doer.clause != deed.clause or not (doer.ids or doer.is_word) or not _is_deed(deed):
            continue
        if doer.dates or doer.number or HANGS & {*doer.lead[-2:], *deed.lead}:
            continue
        pairs = [(a, b) for a in setting.places[n] for b in setting.places[n + 1] if a[0] == b[0]]
        if pairs and all(_is_other_subject(setting, a, b) for a, b in pairs):
            yield doer.start, deed.end, APART, f"{doer.text} … {deed.text}"


def _of_both(setting: Setting) -> Iterator[Found]:
    """A deed of two who are listed, of whom the evidence tells each in a clause of their own."""
    for one, two in pairwise(setting.clauses.values()):
        if setting.unit[two[0]].lead[:1] != ("and",) or any(_is_told(setting.unit[n]) for n in one):
            continue
        doer, deed = one[-1], next((n for n in two[1:] if _is_told(setting.unit[n])), -1)
        pairs = [(a, b) for a in setting.places[doer] for b in setting.places[deed] if a[0] == b[0]]
        if deed >= 0 and pairs and all(_is_told_apart(setting, a, b) for a, b in pairs):
            yield (
                setting.unit[doer].start,
                setting.unit[deed].end,
                APART,
                f"{setting.unit[doer].text} … {setting.unit[deed].text}",
            )


def _is_told_apart(setting: Setting, doer: Place, deed: Place) -> bool:
    """Whether the clause of one who does something has its own deed, and that of the deed its own doer."""
    tokens, (first, last) = setting.witnesses[doer[0]].tokens, (doer[1], deed[1])
    if first > last or tokens[first].clause == tokens[last].clause:
        return False
    own = [token for token in tokens[first + 1 : last] if token.clause == tokens[first].clause]
    theirs = [token for token in tokens[first + 1 : last] if token.clause == tokens[last].clause]
    is_noun = theirs and (theirs[0].ids or (theirs[0].is_word and may_be(NOUN, theirs[0].text)))
    return bool(is_noun) and any(map(_is_told, own))


def _is_told(token: Token) -> bool:
    is_tried = any(limit.kind == "attempt" for limit in token.limits)  # `planned`
    return is_tried or _is_deed(token) or not AUXILIARIES.isdisjoint(token.lead)


def _by_another(setting: Setting) -> Iterator[Found]:
    """Who does it, behind `by`: in the evidence another clause tells of them."""
    for n, (deed, doer) in enumerate(pairwise(setting.unit)):
        if deed.clause != doer.clause or doer.lead[:1] != ("by",) or not doer.ids or not deed.is_word:
            continue
        pairs = [(a, b) for a in setting.places[n] for b in setting.places[n + 1] if a[0] == b[0]]
        if pairs and all(setting.at(a).clause != setting.at(b).clause for a, b in pairs):
            yield deed.start, doer.end, APART, f"{deed.text} … {doer.text}"


def _is_other_subject(setting: Setting, doer: Place, deed: Place) -> bool:
    """Whether another does it: whose brother is told of between the two, or whom the doer is told with."""
    tokens = setting.witnesses[doer[0]].tokens
    if not doer[1] < deed[1]:
        return False
    for n in range(doer[1] + 1, deed[1]):
        if "whose" in tokens[n].lead and not any(map(_is_deed, tokens[n : deed[1]])):
            return True
    return _is_object(tokens, doer[1]) and _goes_on(tokens, doer[1], deed[1])


def _is_object(tokens: Sequence[Token], n: int) -> bool:
    """Whether something is done to a word in its clause: a verb with another subject stands before it."""
    first = n
    while first and tokens[first - 1].clause == tokens[n].clause:
        first -= 1
    return any(map(_is_deed, tokens[first:n]))


def _goes_on(tokens: Sequence[Token], doer: int, deed: int) -> bool:
    """Whether a deed stands in a later clause than a word, and no `who` or new subject begins one between."""
    between = tokens[doer + 1 : deed + 1]
    if tokens[deed].clause == tokens[doer].clause or _RELATIVE & {w for each in between for w in each.lead}:
        return False
    heads = [each for each in between if each.clause == tokens[deed].clause]
    return heads[0] is tokens[deed]


def _at_another_time(setting: Setting) -> Iterator[Found]:
    """A time, an amount, a place or a word behind a verb that has another such one in the evidence."""
    unit = setting.unit
    for n, deed in enumerate(unit):
        if not _is_deed(deed) or not setting.places[n]:
            continue
        own = [place for place in setting.places[n] if _is_same(setting, deed, place)] or setting.places[n]
        for m in range(n + 1, len(unit)):
            if unit[m].clause != deed.clause or _is_deed(unit[m]):
                break
            kind = _sort(unit[m])
            pairs = [(a, b) for a in own for b in setting.places[m] if a[0] == b[0]]
            if pairs and all(_has_other(setting, a, b, m, kind) for a, b in pairs):
                yield deed.start, unit[m].end, APART, f"{deed.text} … {unit[m].text}"


def _is_same(setting: Setting, deed: Token, place: Place) -> bool:
    """Whether the evidence has a deed there in the same form, and not as a noun: `the failure at noon`."""
    return setting.witnesses[place[0]].tokens[place[1]].text.lower() == deed.text.lower()


def _sort(token: Token) -> tuple[str, str]:
    """Of what kind a time, an amount or a place is, and how it is tied in; all other words are of one."""
    if kind := kind_of(token):
        return kind, ""
    tie = next((word for word in reversed(token.lead) if word in TIES), "")
    return ("place", tie) if token.named and tie else ("", "")


def _has_other(setting: Setting, deed: Place, other: Place, m: int, kind: tuple[str, str]) -> bool:
    """Whether the deed has one of this kind in its clause there, and ``other`` stands in another clause."""
    tokens = setting.witnesses[deed[0]].tokens
    clause = tokens[deed[1]].clause
    if tokens[other[1]].clause == clause:
        return False
    own = (n for n in range(deed[1] + 1, len(tokens)) if tokens[n].clause == clause)
    return any(_sort(tokens[n]) == kind and (deed[0], n) not in setting.at_all[m] for n in own)


def _of_more(setting: Setting) -> Iterator[Found]:
    """Some of them told of all: `patients with the disease` for patients, `who ate it raw` for who ate it."""
    for n, token in enumerate(setting.unit):
        if token.joined:
            left_out = _which
        elif not _THOSE.isdisjoint(token.lead):
            left_out = _those
        else:
            continue
        words = [left_out(setting, n, place) for place in setting.places[n]]
        if words and all(words):
            yield token.start, token.end, LEFT_OUT, min(words, key=len)


def _which(setting: Setting, n: int, place: Place) -> str:
    """The name that tells which of them a word is said of: `one of ten boats at Aske sank`."""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    if at < 2 or not tokens[at].joined or tokens[at].clause != tokens[at - 2].clause:
        return ""
    which = tokens[at - 1]
    tie = HANGS & set(which.lead)
    if not which.named or not tie or not setting.is_unsaid((place[0], at - 1)):
        return ""
    if (place[0], at - 2) not in setting.at_all[n - 1] or not _is_any(tokens, at - 2):
        return ""
    return f"{min(tie)} {which.text}"


def _is_any(tokens: Sequence[Token], n: int) -> bool:
    """Whether a noun stands for whoever is one: counted, or with no article and no owner before it."""
    while tokens[n].joined and n:
        if tokens[n].number or tokens[n].named:
            break
        n -= 1
    if tokens[n].number or tokens[n].limits:
        return True
    return not tokens[n].named and not tokens[n].owner and not DETERMINERS & set(tokens[n].lead)


def _those(setting: Setting, n: int, place: Place) -> str:
    """What else those do who are meant: all that follows the `who` of its clause up to the next verb."""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    who = _THOSE & set(tokens[at].lead)
    if not who or not who & set(setting.unit[n].lead):
        return ""
    if "those" not in who and (not at or tokens[at - 1].named or tokens[at - 1].clause != tokens[at].clause):
        return ""  # of one who is named, it only tells more
    for index in range(at + 1, len(tokens)):
        other = tokens[index]
        if other.clause != tokens[at].clause or other.hedge or other.limits or _is_deed(other):
            return ""
        if setting.is_unsaid((place[0], index)):
            return other.text
    return ""


def _hung_on_another(setting: Setting) -> Iterator[Found]:
    """The head of a phrase with its own adjective, that hangs on a word which no evidence has near it."""
    unit = setting.unit
    first = 0  # where the phrase begins that the word is in
    for n, token in enumerate(unit):
        if not token.joined:
            first = n
        if not 0 < first < n or unit[first - 1].clause != token.clause or not HANGS & set(unit[first].lead):
            continue
        if not may_be(NOUN, token.text) or (n + 1 < len(unit) and unit[n + 1].joined):
            continue
        reach = n - first + _NEAR
        one, two = setting.places[first - 1], setting.places[n]
        if one and two and not any(a[0] == b[0] and abs(a[1] - b[1]) <= reach for a in one for b in two):
            yield unit[first - 1].start, token.end, APART, f"{unit[first - 1].text} … {token.text}"
