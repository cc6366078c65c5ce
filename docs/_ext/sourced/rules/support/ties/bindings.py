"""How the words of a unit are tied to each other, beside how they are tied in its evidence.

A number belongs to its noun, a deed to its doer, a thing to its owner, a report to its source. Each function
compares one kind of tie; a word that the evidence has more than once has to differ from all of its places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....english.dates.agreement import supports as date_supports
from ....english.lexis.inflection import is_past_form, readings
from ....english.lexis.prepositions import HANGS, TIMES, conflict, way
from ....english.lexis.small import BEING, DETERMINERS, WHO
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb, is_stance
from ..setting import ANY, APART, COUNTED, LEFT_OUT, OWNER, TIED, Found, Setting
from ..sorts import noun_of, speaks
from .bearers import described_otherwise
from .deeds import deeds
from .free import hung_otherwise
from .order import dated, described, nearest, sequence, turned
from .portions import portions
from .scope import scopes
from .spliced import spliced
from .tellers import told_by
from .tense import tenses

_NEAR = 3
"""So many words of meaning may part two in the evidence that stand side by side in the unit."""
_AROUND = (1, -1, 2, -2, 3, -3)
_ONWARDS, _UP_TO = frozenset({"from", "since"}), frozenset({"until", "till", "before"})
"""What begins a span of time, and what ends one."""
_SAYING = BEING | {"has", "have", "had"}
"""Small words that make a statement of names: `Ames is mayor of Aske`."""
_RELATIVE = WHO | {"that"}
"""What begins a clause that only tells which one is meant."""


def ties(setting: Setting) -> Iterator[Found]:
    """Every tie that is another in the evidence."""
    yield from _apart(setting)
    yield from turned(setting)
    yield from described(setting)
    yield from sequence(setting)
    yield from scopes(setting)
    yield from portions(setting)
    yield from crossed(setting)
    yield from _times_moved(setting)
    if all(token.named and not _SAYING & set(token.lead) for token in setting.unit):
        return  # a bare name says nothing of anybody
    for n in range(len(setting.unit)):
        yield from _of_one(setting, n)


def crossed(setting: Setting) -> Iterator[Found]:
    """What belongs to something else in the evidence, in whichever order it is told."""
    yield from dated(setting)
    yield from nearest(setting)
    yield from hung_otherwise(setting)
    yield from described_otherwise(setting)
    yield from deeds(setting)
    yield from spliced(setting)
    yield from tenses(setting)
    yield from told_by(setting)


def _of_one(setting: Setting, n: int) -> Iterator[Found]:
    """How one token is tied in otherwise at all of its places in the evidence."""
    token = setting.unit[n]
    for why, differs in ((LEFT_OUT, _left_out), (OWNER, _owner), (TIED, _tied), (COUNTED, _counted)):
        places = setting.places[n] if why == LEFT_OUT else setting.told[n]
        words = [differs(setting, n, place) for place in places]
        if words and all(words):
            yield token.start, token.end, why, min(words, key=len)
        elif why == LEFT_OUT:
            anys = [_any(setting, n, place) for place in places]
            if places and all(one or other for one, other in zip(words, anys, strict=True)):
                yield token.start, token.end, ANY, min(filter(None, anys), key=len)


def _apart(setting: Setting) -> Iterator[Found]:
    """Neighbours that stand side by side nowhere in the evidence."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        here, there = setting.places[n], setting.places[n + 1]
        if one.clause != two.clause or not here or not there or _is_told(setting, n):
            continue
        if not any((w, i + step) in setting.at_all[n + 1] for w, i in here for step in _AROUND):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"


def _is_told(setting: Setting, n: int) -> bool:
    """Whether a word beside the next one says that whoever makes the claim says it: `Ames said that …`."""
    tellers = [m for m in (n - 1, n, n + 1) if 0 <= m < len(setting.unit)]
    is_said = any(is_plain_verb(each.text) for each in setting.unit[n : n + 2])
    return is_said and any(
        speaks(setting.unit, m) and setting.unit[m].ids & setting.granted.by for m in tellers
    )


def _left_out(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """A word of the evidence that limits the token, or turns what it says, and that is left out."""
    if left := setting.unsaid(place) or setting.limited(place) or setting.excepted(place):
        return left
    return _left_beside(setting, n, place)


def _left_beside(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """The same of the words right beside the token."""
    token, other = setting.unit[n], setting.at(place)
    # What stands where the unit has a word of its own is not left out, but told in that word.
    before = None if n - 1 in setting.missing else setting.unsaid_beside(place, -1)
    after = None if n + 1 in setting.missing else setting.unsaid_beside(place, 1)
    if (
        before
        and not (setting.granted.is_claimed and is_stance(before.text))
        and before.text.lower() not in token.lead
    ):
        if _RELATIVE & set(before.lead[-1:]):
            return f"{before.lead[-1]} {before.text}"
        if other.joined and not token.ids & setting.granted.people and not _is_suffered(token, other):
            return before.text
        if not HANGS & set(token.lead) and HANGS & set(other.lead):
            return " ".join((before.text, *other.lead, other.text))
    return after.text if after and after.joined else ""


def _is_suffered(token: Token, other: Token) -> bool:
    """Whether a deed is told without its doer: `three were killed` for `the fire killed three`."""
    is_deed = is_past_form(token.text.lower()) and is_past_form(other.text.lower())
    return is_deed and bool(BEING & set(token.lead)) and not other.lead


def _any(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """One of several in the evidence, and a certain one in the unit: `the boat` for `a boat`."""
    token, other = setting.unit[n], setting.at(place)
    is_any = not token.ids and other.lead[-1:] in (("a",), ("an",)) and token.lead[-1:] == ("the",)
    if any(n in told and n < name for name, told in setting.descriptions.items()):
        return ""  # `the keeper Ann Ames` is one of them
    return f"{other.lead[-1]} {other.text}" if is_any else ""


def _owner(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """Another owner than in the evidence: `the son of A` is not `A, the son of B`."""
    tokens = setting.witnesses[place[0]].tokens
    if tokens[place[1]].owner and not setting.unit[n].owner and "of" not in setting.unit[n].lead:
        owned = place[0], place[1] + 1
        if owned[1] < len(tokens) and setting.is_unsaid(owned):
            return tokens[owned[1]].text
    ours = _owners(setting.unit, n)
    theirs = _owners(tokens, place[1])
    return setting.at(place).text if ours and theirs and not ours & theirs else ""


def _owners(tokens: Sequence[Token], n: int) -> frozenset[str]:
    """Whose a thing is: `her son`, `the son of the keeper Ann Ames`."""
    if n and tokens[n - 1].owner:
        return tokens[n - 1].ids
    if n and "whose" in tokens[n].lead:
        return tokens[n - 1].ids
    if n + 1 == len(tokens) or tokens[n + 1].lead[:1] != ("of",):
        return frozenset()
    found = tokens[n + 1].ids
    for index in range(n + 2, len(tokens)):
        if not tokens[index].joined:
            break
        found |= tokens[index].ids
    return found


def _tied(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """A small word before the token that says another way than in the evidence: `from` for `to`."""
    theirs = setting.witnesses[place[0]].tokens
    dated = bool(setting.unit[n].dates)
    word = _other_end(setting, n, place) or conflict(
        _ways(setting.unit, n), _ways(theirs, place[1]), dated=dated
    )
    if word:
        small, _, rest = setting.unit[n].text.partition(" ")
        is_own = dated and bool(rest) and bool(way((small.lower(),)))
        return f"{word} {rest if is_own else setting.unit[n].text}"
    who = WHO & set(setting.unit[n].lead[-1:])
    return " ".join((*who, setting.unit[n].text)) if who and _is_moved(who, theirs, place[1]) else ""


def _times_moved(setting: Setting) -> Iterator[Found]:
    """`In the race` for `before the race`: some of the evidence says it otherwise, and none says it so."""
    for n, token in enumerate(setting.unit):
        own = way(_ways(setting.unit, n))
        if own not in TIMES or len(setting.told[n]) < 2:
            continue
        others = [way(_ways(setting.witnesses[w].tokens, i)) for w, i in setting.told[n]]
        told = next((other for other in others if other in TIMES and other != own), "")
        if told and own not in others:
            yield token.start, token.end, TIED, f"{told} {token.text}"


def _other_end(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """The small word at the other end of a span: `from 1999` for `from 1988 until 1999`."""
    ours, theirs = setting.unit[n].dates, setting.at(place).dates
    first, part, last = (theirs or ("",))[0].partition("/")
    if part and ours and "/" not in ours[0] and setting.at(place).text.lower().startswith("between "):
        return "between"
    if (
        not ours
        or not part
        or "/" in ours[0]
        or date_supports(first, ours[0]) == date_supports(last, ours[0])
    ):
        return ""
    ways = set(_ways(setting.unit, n))
    if date_supports(last, ours[0]):
        return "until" if ways & _ONWARDS else ""
    return "from" if ways & _UP_TO else ""


def _ways(tokens: Sequence[Token], n: int) -> tuple[str, ...]:
    """The small words before a token, and `against`; no `before` that a gloss reads as a date."""
    is_before = n > 0 and tokens[n - 1].clause == tokens[n].clause and not tokens[n - 1].dates
    side = tokens[n - 1].text.lower() if is_before and tokens[n - 1].limits else ""
    is_day = len(tokens[n].dates) == 1 and "/" not in tokens[n].dates[0] and not tokens[n].limits
    own = tokens[n].text.lower().split()[:1] if is_day else ()  # `until March` is one date
    return (side, *tokens[n].lead, *own)


def _is_moved(who: frozenset[str], tokens: Sequence[Token], n: int) -> bool:
    """Whether `who` stands before another word of the clause than the one at ``n``."""
    if who & set(tokens[n].lead):
        return False
    return any(who & set(token.lead) for token in tokens if token.clause == tokens[n].clause)


def _counted(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """One thing where the evidence has several, or the other way round."""
    ours, theirs = _number(setting.unit, n), _number(setting.witnesses[place[0]].tokens, place[1])
    return setting.at(place).text if ours and theirs and ours != theirs else ""


def _number(tokens: Sequence[Token], n: int) -> str:
    """``one`` or ``several``, where a word can only be a noun; nothing where that is not plain."""
    token, word = tokens[n], noun_of(tokens[n])
    found = readings(word)
    nouns = {each.base == word for each in found if each.kind == "n"}
    is_noun = {each.kind for each in found} == {"n"} or bool(DETERMINERS & set(token.lead)) or token.joined
    if len(nouns) != 1 or not is_noun:
        return ""
    return "one" if True in nouns else "several"
