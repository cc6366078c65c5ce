"""A unit beside its evidence: where that has each of its words, and what it says there besides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ...english.clauses import Described, descriptions, hung
from ...english.meaning import Token
from ...english.speech.verbs import is_stance
from .granted import Granted
from .sorts import is_verbal, told_of
from .witness import Witness

LEFT_OUT, APART, TURNED = (
    "leaves out",
    "does not stand together in the evidence",
    "stands the other way round",
)
OWNER, TIED, COUNTED = "belongs to another in the evidence", "is tied in otherwise", "is one or several"
TOLD, ANY = "is not told by", "is any one in the evidence:"
"""The reasons for doubts."""

_SHORT = 8
"""A shorter list is searched as fast as a set."""

Place = tuple[int, int]
"""A token of the evidence: which witness, and which token of that."""
Places = Sequence[Sequence[Place]]
"""For each token of the unit, where the evidence has it."""
Found = tuple[int, int, str, str]
"""Where in the unit, why, and which word."""


class Setting:
    """A unit whose every word is found, and where."""

    def __init__(
        self,
        unit: Sequence[Token],
        places: Places,
        witnesses: Sequence[Witness],
        granted: Granted,
        missing: frozenset[int] = frozenset(),
    ) -> None:
        self.unit, self.places, self.witnesses, self.granted = unit, places, witnesses, granted
        self.missing = missing
        """The tokens of the unit that go beyond the evidence."""
        self.at_all = [each if len(each) < _SHORT else frozenset(each) for each in places]
        self._said = {place for each in places for place in each}
        self._unsaid: dict[tuple[int, int], str] = {}

    @cached_property
    def told_of(self) -> frozenset[int]:
        """The clauses of the unit that tell of something what it is or suffers."""
        return told_of(self.unit)

    @cached_property
    def descriptions(self) -> Described:
        """The names of the unit that are described where they stand, and by what."""
        return descriptions(self.unit)

    @cached_property
    def hung(self) -> list[str]:
        """For each token of the unit the word by which its clause hangs on another, or nothing."""
        return hung(self.unit)

    @cached_property
    def tells(self) -> bool:
        """Whether the unit says something of something, by a verb: a heading or a label may only name it."""
        return any(is_verbal(token, sure=self.granted.is_title) for token in self.unit)

    @cached_property
    def told(self) -> Places:
        """As ``places``, without those in mere values, if there are others and the unit tells something.

        A value has nothing around it that the unit could leave out.
        """
        if not self.granted.values or not self.tells:
            return self.places
        return [[p for p in each if p[0] not in self.granted.values] or each for each in self.places]

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

    def in_clauses(self, n: int) -> frozenset[tuple[int, int]]:
        """The clauses of the evidence that have a token of the unit, each with its witness."""
        return frozenset((place[0], self.at(place).clause) for place in self.places[n])

    def unsaid_beside(self, place: tuple[int, int], step: int) -> Token | None:
        """The token before or behind a place in its clause, if it is a word that the unit leaves out."""
        tokens, index = self.witnesses[place[0]].tokens, place[1] + step
        if not 0 <= index < len(tokens) or (place[0], index) in self._said:
            return None
        token = tokens[index]
        return token if token.clause == tokens[place[1]].clause and token.is_word else None

    def is_unsaid(self, place: tuple[int, int]) -> bool:
        """Whether the unit says nothing of what the evidence has at a place."""
        return place not in self._said

    def limited(self, place: tuple[int, int]) -> str:
        """The limit of a place of the evidence, if the unit leaves it out."""
        index = self.witnesses[place[0]].limiting[place[1]]
        if index < 0 or (place[0], index) in self._said:
            return ""
        word = self.witnesses[place[0]].tokens[index].text
        return "" if self.granted.is_claimed and is_stance(word) else word

    def excepted(self, place: tuple[int, int]) -> str:
        """The exception or condition behind a place of the evidence, if the unit leaves it out."""
        index = self.witnesses[place[0]].excepting[place[1]]
        if index < 0 or (place[0], index) in self._said:
            return ""
        return self.witnesses[place[0]].tokens[index].text

    def unsaid(self, place: tuple[int, int]) -> str:
        """The first word that turns what a witness says, and that the unit leaves out.

        What tells nothing, as a label does, can leave out only a word of the clause that it is taken from.
        """
        w, clause = place[0], -1 if self.tells else self.at(place).clause
        if (w, clause) not in self._unsaid:
            tokens = self.witnesses[w].tokens
            left = (n for n in self.witnesses[w].turning if (w, n) not in self._said)
            if clause >= 0:
                left = (n for n in left if tokens[n].clause == clause)
            if self.granted.is_claimed:
                left = (n for n in left if not is_stance(tokens[n].text))
            index = next(left, -1)
            self._unsaid[w, clause] = tokens[index].text if index >= 0 else ""
        return self._unsaid[w, clause]
