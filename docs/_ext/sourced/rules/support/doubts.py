"""Support: whether every word of meaning of a unit is found in its evidence, tied in as it is there.

What is found are doubts: a word that goes beyond the evidence, a limit of the evidence that is left out,
words that stand to each other otherwise. A person reads on. Only an opposite in the same place refutes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from ...english.lexis.lexicon import opposites
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb
from .granted import Granted
from .knowing import tells_as_of
from .ranged import ranged
from .saying import says
from .setting import APART, COUNTED, Places, Setting
from .ties.bindings import crossed, ties
from .witness import Meaning, Witness, is_opposable, meaning_of

BEYOND, OPPOSITE = "goes beyond", "says the opposite of"
"""Two reasons for doubts; the others are those of ``setting``."""


TOO_LONG = "is too long to be compared word by word"
_MOST = 300_000
"""So many pairs of words are compared for one unit, and so many pairs of places."""
_PARTED = frozenset({APART})
"""Reasons that say nothing where a unit adds words: these part the others."""
_FEW = 2_000
"""So many pairs are compared as they stand."""


class Doubt(Struct, frozen=True, order=True):
    """One reason why a unit is not supported as it stands; ``start`` and ``end`` are places in it."""

    start: int
    end: int
    why: str
    word: str

    @property
    def refutes(self) -> bool:
        """Whether this is certain enough to say that the unit is wrong."""
        return self.why == OPPOSITE


def doubts(unit: Sequence[Token], witnesses: Sequence[Witness], granted: Granted) -> list[Doubt]:
    """Why ``unit`` is not supported by ``witnesses``, if so.

    What would take too long to compare word by word is for a person: the time stays in proportion.
    """
    if len(unit) * sum(len(witness.tokens) for witness in witnesses) > _MOST:
        return [Doubt(unit[0].start, unit[-1].end, TOO_LONG, "")]
    unit = ranged(unit, witnesses)
    places = _all_places(unit, witnesses)
    told = any(token.ids & granted.known for token in unit)

    def is_granted(token: Token) -> bool:
        if token.ids & granted.known or tells_as_of(token, unit, granted.as_of):
            return True
        return token.text.lower() in granted.subject or (told and is_plain_verb(token.text))

    denied = {token.clause for token in unit if token.denial}
    missing = [n for n, token in enumerate(unit) if not places[n] and not is_granted(token)]
    gone = [_missing(unit, n, places, witnesses, denied) for n in missing]
    if sum(len(each) ** 2 for each in places) > _MOST:
        return gone or [Doubt(unit[0].start, unit[-1].end, TOO_LONG, "")]
    found = _tied_otherwise(unit, places, witnesses, granted, frozenset(missing))
    return [*gone, *(doubt for doubt in found if not gone or doubt.why not in _PARTED)]


def _tied_otherwise(
    unit: Sequence[Token],
    places: Places,
    witnesses: Sequence[Witness],
    granted: Granted,
    missing: frozenset[int],
) -> list[Doubt]:
    """How the words that are found stand to each other otherwise than in the evidence."""
    setting = Setting(unit, places, witnesses, granted, missing)
    found = (Doubt(start, end, why, word) for start, end, why, word in ties(setting))
    return sorted({each for each in found if each.why == COUNTED or each.word.lower() not in granted.subject})


def is_crossed(unit: Sequence[Token], witnesses: Sequence[Witness], granted: Granted) -> bool:
    """Whether a unit ties to each other what no other order of its words would tie."""
    unit = ranged(unit, witnesses)
    return any(crossed(Setting(unit, _all_places(unit, witnesses), witnesses, granted)))


def is_quoted(
    unit: Sequence[Token], witnesses: Sequence[Witness], labels: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a unit is, word for word, one of its witnesses: there is nothing that this has not.

    Not if it names a source, which then has to be the one that says it; nor if it is long.
    """
    if all(witness.tokens != unit for witness in witnesses):
        return False
    if len(unit) * sum(len(witness.tokens) for witness in witnesses) ** 2 > _MOST:
        return False
    return not any(id_ in labels for token in unit for id_ in token.ids)


def beyond(unit: Sequence[Token], witnesses: Iterable[Witness]) -> list[Doubt]:
    """The words of ``unit`` that no witness has; how they stand to each other is not asked.

    No more witnesses are read than it takes to find every word.
    """
    missing = list(unit)
    for witness in witnesses:
        missing = [token for token in missing if not any(says(token, each) for each in witness.tokens)]
        if not missing:
            break
    return [Doubt(token.start, token.end, BEYOND, token.text) for token in missing]


def _missing(
    unit: Sequence[Token], n: int, places: Places, witnesses: Sequence[Witness], denied: Container[int]
) -> Doubt:
    token = unit[n]
    opposite = "" if token.clause in denied else _opposite(unit, n, places, witnesses)
    if opposite:
        return Doubt(token.start, token.end, OPPOSITE, opposite)
    return Doubt(token.start, token.end, BEYOND, token.text)


def _all_places(unit: Sequence[Token], witnesses: Sequence[Witness]) -> Places:
    """Where the evidence says what each token does.

    In long texts, tokens that mean the same are compared once; in short ones that would cost more.
    """
    if len(unit) * sum(len(witness.tokens) for witness in witnesses) < _FEW:
        return [_places(token, witnesses) for token in unit]
    known: dict[Meaning, list[tuple[int, int]]] = {}
    found = []
    for token in unit:
        meaning = meaning_of(token)
        if meaning not in known:
            known[meaning] = _places_of_meaning(token, witnesses)
        found.append(known[meaning])
    return found


def _places(token: Token, witnesses: Sequence[Witness]) -> list[tuple[int, int]]:
    return [
        (number, index)
        for number, witness in enumerate(witnesses)
        for index, other in enumerate(witness.tokens)
        if says(token, other)
    ]


def _places_of_meaning(token: Token, witnesses: Sequence[Witness]) -> list[tuple[int, int]]:
    return sorted(
        (number, index)
        for number, witness in enumerate(witnesses)
        for other, places in witness.alike
        if says(token, other)
        for index in places
    )


_against = lru_cache(maxsize=262144)(opposites)


def _opposite(unit: Sequence[Token], n: int, places: Places, witnesses: Sequence[Witness]) -> str:
    """The word of the evidence that contradicts token ``n``, in an otherwise same place; or nothing."""
    word = unit[n].text.lower()
    if len(unit) < 2 or not is_opposable(word):
        return ""
    for w, witness in enumerate(witnesses):
        against = [places for other, places in witness.opposable if _against(word, other)]
        for i in sorted(chain.from_iterable(against)):
            other = witness.tokens[i]
            if other.clause in witness.turned:
                continue
            first = n == 0 and i == 0
            last = n + 1 == len(unit) and i + 1 == len(witness.tokens)
            before = first or _same(places, n - 1, (w, i - 1))
            after = last or _same(places, n + 1, (w, i + 1))
            if before and after and not _may_be_converse(unit, n, places, witness, (w, i)):
                return other.text
    return ""


def _may_be_converse(
    unit: Sequence[Token], n: int, places: Places, witness: Witness, place: tuple[int, int]
) -> bool:
    """Whether what is compared has changed sides: `B has less of it than A` where `A has more of it than B`.

    Of two that are compared one may be left out, or be called by a pronoun.
    """
    w, i = place
    found = [[index for number, index in each if number == w] for each in places]
    before = any(each and min(each) > i for each in found[:n])
    behind = any(each and max(each) < i for each in found[n + 1 :])
    compares = any("than" in token.lead for token in witness.tokens[i + 1 :])
    return (before and behind) or ((before or behind) and compares)


def _same(places: Places, n: int, place: tuple[int, int]) -> bool:
    """Whether token ``n`` of the unit stands at this place of the evidence."""
    return 0 <= n < len(places) and place in places[n]
