"""WordNet's database files, as they are published (``data.*``, ``index.*``, ``*.exc``, ``cntlist.rev``)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

KINDS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_KIND_OF_NUMBER = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_MARKER = re.compile(r"\(\w+\)$")

Reading = tuple[str, str]
"""A word in its base form, and its kind: ``("state", "v")``."""
SynsetId = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A relation from one word of a synset (or from all, ``0``) to a word of another."""

    symbol: str
    target: SynsetId
    source_word: int
    target_word: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Synset:
    id: SynsetId
    words: tuple[str, ...]
    topic: str
    gloss: str
    pointers: tuple[Pointer, ...]


@dataclass(slots=True, kw_only=True)
class WordNet:
    """All of it: synsets, the senses of each reading in order, and how often each was tagged in a corpus."""

    synsets: dict[SynsetId, Synset] = field(default_factory=dict)
    senses: dict[Reading, list[SynsetId]] = field(default_factory=dict)
    tagged: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    irregular: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)
    small: set[Reading] = field(default_factory=set)
    """The readings of one word without a capital: no names, no abbreviations, no phrases."""

    def count(self, reading: Reading) -> int:
        """How often a reading was tagged, in all its senses."""
        return sum(
            self.tagged[*reading, number] for number in range(1, len(self.senses.get(reading, ())) + 1)
        )

    def weight(self, reading: Reading) -> float:
        """How common a reading is; a sense that was never tagged counts half."""
        return self.count(reading) + 0.5 * len(self.senses.get(reading, ()))

    def weight_of_sense(self, reading: Reading, synset: SynsetId) -> float:
        number = self.senses[reading].index(synset) + 1
        return self.tagged[*reading, number] + (0.75 if number == 1 else 0.5)


def read(folder: Path) -> WordNet:
    net = WordNet()
    for kind, name in KINDS.items():
        for line in _lines(folder / f"data.{name}"):
            synset = _synset(kind, line)
            net.synsets[synset.id] = synset
            net.small |= {(word, kind) for word in synset.words if word.isascii() and word.isalpha()}
        for line in _lines(folder / f"index.{name}"):
            lemma, _, senses, *rest = line.split()
            net.senses[lemma, kind] = [(kind, offset) for offset in rest[-int(senses) :]]
        exceptions = (line.split() for line in _lines(folder / f"{name}.exc"))
        net.irregular[kind] = [(form, bases) for form, *bases in exceptions]
    net.small = {reading for reading in net.small if reading[0].islower()}
    for line in _lines(folder / "cntlist.rev"):
        key, number, count = line.split()
        lemma, _, of_sense = key.partition("%")
        net.tagged[lemma, _KIND_OF_NUMBER[of_sense[0]], int(number)] = int(count)
    return net


def _lines(path: Path) -> list[str]:
    """The lines of a file, without the licence that stands before them."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def _synset(kind: str, line: str) -> Synset:
    data, _, gloss = line.partition(" | ")
    parts = data.split()
    end = 4 + 2 * int(parts[3], 16)
    numbers = range(end + 1, end + 1 + 4 * int(parts[end]), 4)
    return Synset(
        id=(kind, parts[0]),
        topic=parts[1],
        words=tuple(_MARKER.sub("", word) for word in parts[4:end:2]),
        gloss=gloss.strip(),
        pointers=tuple(
            Pointer(
                symbol=parts[at],
                target=("a" if parts[at + 2] == "s" else parts[at + 2], parts[at + 1]),
                source_word=int(parts[at + 3][:2], 16),
                target_word=int(parts[at + 3][2:], 16),
            )
            for at in numbers
        ),
    )
