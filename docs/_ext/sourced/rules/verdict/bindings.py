"""How the words of a unit are tied to each other, beside how they are tied in its evidence.

A number belongs to its noun, a deed to its doer, a thing to its owner, a report to its source. Each function
compares one kind of tie; a word that the evidence has more than once has to differ from all of its places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from ...english.lexis.inflection import readings
from ...english.lexis.prepositions import conflict
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb
from .witness import Witness, told_of

LEFT_OUT, APART, TURNED = (
    "leaves out",
    "does not stand together in the evidence",
    "stands the other way round",
)
OWNER, TIED, COUNTED = "belongs to another in the evidence", "is tied in otherwise", "is one or several"
TOLD = "is not told by"
"""The reasons for doubts."""

_NEAR = 3
"""So many words of meaning may part two in the evidence that stand side by side in the unit."""
_SHORT = 8
"""A shorter list is searched as fast as a set."""
_AROUND = (1, -1, 2, -2, 3, -3)
_TIES = frozenset({"of", "for", "from", "to", "by", "with", "against", "in", "at", "on", "into"})
"""Small words that hang what follows on the word before them."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "of"}
)

Places = Sequence[Sequence[tuple[int, int]]]
"""For each token of the unit, where the evidence has it: which witness, and which token of that."""
Found = tuple[int, int, str, str]
"""Where in the unit, why, and which word."""


class Setting:
    """A unit whose every word is found, and where."""

    def __init__(
        self,
        unit: Sequence[Token],
        places: Places,
        witnesses: Sequence[Witness],
        labels: Mapping[str, frozenset[str]],
        people: frozenset[str],
    ) -> None:
        self.unit, self.places, self.witnesses = unit, places, witnesses
        self.labels, self.people = labels, people
        self.at_all = [each if len(each) < _SHORT else frozenset(each) for each in places]
        self._said = {place for each in places for place in each}
        self._unsaid: dict[int, str] = {}

    @cached_property
    def told_of(self) -> frozenset[int]:
        """The clauses of the unit that tell of something what it is or suffers."""
        return told_of(self.unit)

    @cached_property
    def clauses(self) -> dict[int, list[int]]:
        """The tokens of each clause of the unit."""
        found: dict[int, list[int]] = {}
        for n, token in enumerate(self.unit):
            found.setdefault(token.clause, []).append(n)
        return found

    def at(self, place: tuple[int, int]) -> Token:
        """The token of the evidence at a place."""
        return self.witnesses[place[0]].tokens[place[1]]

    def unsaid_beside(self, place: tuple[int, int], step: int) -> Token | None:
        """The token before or behind a place in its clause, if it is a word that the unit leaves out."""
        tokens, index = self.witnesses[place[0]].tokens, place[1] + step
        if not 0 <= index < len(tokens) or (place[0], index) in self._said:
            return None
        token = tokens[index]
        return token if token.clause == tokens[place[1]].clause and token.is_word else None

    def limited(self, place: tuple[int, int]) -> str:
        """The limit of a place of the evidence, if the unit leaves it out."""
        index = self.witnesses[place[0]].limiting[place[1]]
        if index < 0 or (place[0], index) in self._said:
            return ""
        return self.witnesses[place[0]].tokens[index].text

    def unsaid(self, w: int) -> str:
        """The first word that turns what a witness says, and that the unit leaves out."""
        if w not in self._unsaid:
            left = (n for n in self.witnesses[w].turning if (w, n) not in self._said)
            index = next(left, -1)
            self._unsaid[w] = self.witnesses[w].tokens[index].text if index >= 0 else ""
        return self._unsaid[w]


def ties(setting: Setting) -> Iterator[Found]:
    """Every tie that is another in the evidence."""
    yield from _apart(setting)
    yield from _turned(setting)
    yield from _told_by(setting)
    if all(token.named for token in setting.unit):
        return  # a bare name says nothing of anybody
    for n, token in enumerate(setting.unit):
        places = setting.places[n]
        for why, differs in ((LEFT_OUT, _left_out), (OWNER, _owner), (TIED, _tied), (COUNTED, _counted)):
            words = [differs(setting, n, place) for place in places]
            if words and all(words):
                yield token.start, token.end, why, min(words, key=len)


def _apart(setting: Setting) -> Iterator[Found]:
    """Neighbours that stand side by side nowhere in the evidence."""
    for n, (one, two) in enumerate(pairwise(setting.unit)):
        here, there = setting.places[n], setting.places[n + 1]
        if one.clause != two.clause or not here or not there:
            continue
        if not any((w, i + step) in setting.at_all[n + 1] for w, i in here for step in _AROUND):
            yield one.start, two.end, APART, f"{one.text} … {two.text}"


def _turned(setting: Setting) -> Iterator[Found]:
    """Two of which one is a name or a number, in the other order: who did it is another.

    A date may stand anywhere in its sentence, and so may `she said`.
    """
    unit = setting.unit
    free = [bool(token.dates) or is_plain_verb(token.text) for token in unit]
    marked = [n for n, token in enumerate(unit) if (token.ids or token.number) and not free[n]]
    pairs = {*pairwise(marked), *((n - 1, n) for n in marked if n), *((n, n + 1) for n in marked)}
    for a, b in sorted(pairs):
        if b >= len(unit) or free[a] or free[b] or unit[a].ids & unit[b].ids:
            continue
        orders = {
            (i < j) != _is_flipped(setting, a, b, (w, i), (v, j))
            for w, i in setting.places[a]
            for v, j in setting.places[b]
            if w == v and i != j
        }
        if orders == {False}:
            yield unit[a].start, unit[b].end, TURNED, f"{unit[a].text} … {unit[b].text}"


def _is_flipped(setting: Setting, a: int, b: int, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether either alone tells it by its doer or its owner: `attacked by her`, `the boat of hers`."""
    ours, theirs = setting.unit, setting.witnesses[one[0]].tokens
    first, last = sorted((one[1], two[1]))
    if ("of" in ours[b].lead) != ("of" in theirs[last].lead):
        return ours[a].owner or theirs[first].owner or (last == first + 1 and theirs[last].joined)
    return (ours[b].clause in setting.told_of) != (theirs[last].clause in setting.witnesses[one[0]].told_of)


def _told_by(setting: Setting) -> Iterator[Found]:
    """What a clause lays in a source's mouth that no words of that source say."""
    for _, within in sorted(setting.clauses.items()):
        named = {i for n in within for i in setting.unit[n].ids if i in setting.labels}
        if len(named) != 1:
            continue
        (label,) = named
        sources = setting.labels[label]
        for n in within:
            told = [setting.witnesses[w].sources for w, _ in setting.places[n]]
            token = setting.unit[n]
            if told and label not in token.ids and not any(each & sources for each in told):
                yield token.start, token.end, TOLD, label.removeprefix("@")


def _left_out(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """A word of the evidence that limits the token, or turns what it says, and that is left out."""
    token, other = setting.unit[n], setting.at(place)
    if left := setting.unsaid(place[0]) or setting.limited(place):
        return left
    before, after = setting.unsaid_beside(place, -1), setting.unsaid_beside(place, 1)
    if before:
        if other.joined and not token.ids & setting.people:
            return before.text
        if not _TIES & set(token.lead) and _TIES & set(other.lead):
            return f"{before.text} {' '.join(other.lead)}"
    if after and after.joined:
        return after.text
    if other.lead[-1:] in (("a",), ("an",)) and token.lead[-1:] == ("the",):
        return other.lead[-1]
    return ""


def _owner(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """Another owner than in the evidence: `the son of A` is not `A, the son of B`."""
    ours = _owners(setting.unit, n)
    theirs = _owners(setting.witnesses[place[0]].tokens, place[1])
    return setting.at(place).text if ours and theirs and not ours & theirs else ""


def _owners(tokens: Sequence[Token], n: int) -> frozenset[str]:
    """Whose a thing is: `her son`, `the son of the keeper Ann Ames`."""
    if n and tokens[n - 1].owner:
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
    word = conflict(setting.unit[n].lead, setting.at(place).lead)
    return f"{word} {setting.unit[n].text}" if word else ""


def _counted(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """One thing where the evidence has several, or the other way round."""
    ours, theirs = _number(setting.unit, n), _number(setting.witnesses[place[0]].tokens, place[1])
    return setting.at(place).text if ours and theirs and ours != theirs else ""


def _number(tokens: Sequence[Token], n: int) -> str:
    """``one`` or ``several``, where a word can only be a noun; nothing where that is not plain."""
    token = tokens[n]
    if not token.is_word:
        return ""
    found = readings(token.text.lower())
    nouns = {each.base == token.text.lower() for each in found if each.kind == "n"}
    is_noun = {each.kind for each in found} == {"n"} or bool(_DETERMINERS & set(token.lead)) or token.joined
    if len(nouns) != 1 or not is_noun:
        return ""
    return "one" if True in nouns else "several"
