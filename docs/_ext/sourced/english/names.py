"""Names in running text, looked up in the book's list of names.

A name is known by the spellings that the data file lists. A person may also be
called by the last word of their name where no other name claims it; where two
people share it, it is ambiguous and somebody must say who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from string import ascii_uppercase
from typing import Protocol

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from ..text.fold import WORD, fold, squeeze
from ..text.taken import Taken
from .dates.dates import MONTHS, WEEKDAYS
from .lexis.ordinary import is_ordinary

_NEVER_NAMES = frozenset(
    {*MONTHS, *(month[:3] for month in MONTHS), "sept", *WEEKDAYS}
    | {"mr", "mrs", "ms", "dr", "ok", "am", "pm", "bc", "ad", "bce", "ce"}
)
_OPENS, _BETWEEN = ':.!?"([', "'*"
"""What stands before a word that is written with a capital in any case, and what may come between."""
_FAR = 1000
"""A word so far from the beginning is not the first one."""
_NEXT_WORD = re.compile(r"[ -]([A-Z]\w+)")
_SLIP_LETTERS = 5
"""In shorter words than this one other letter makes another name."""
_MISSPELT = 82
"""Two names as like as this (of 100) are one, misspelt."""


class Called(Protocol):
    """Who or what has a name, and how it may be spelt."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def also(self) -> Sequence[str]: ...
    @property
    def kind(self) -> str: ...


_Token = tuple[str, int, int]
"""A word in lower case, its start and its end."""


class Mention(Struct, frozen=True):
    """A name in a text: whom it may mean, and where it stands. Two or more IDs: ambiguous."""

    ids: tuple[str, ...]
    text: str
    start: int
    end: int


class Unknown(Struct, frozen=True):
    """A capitalised word, or several in a row, that no name of the book has."""

    text: str
    start: int
    end: int


class _Spelling(Struct, frozen=True):
    """One spelling of a name, with its words in lower case."""

    words: tuple[str, ...]
    text: str
    ids: tuple[str, ...]

    def at(self, text: str, tokens: list[_Token], index: int) -> Mention | None:
        """The mention by this spelling, or its plural, that begins with token ``index``."""
        last = index + len(self.words) - 1
        if last >= len(tokens) or not self._ends_with(tokens[last][0]):
            return None
        if any(tokens[index + n][0] != word for n, word in enumerate(self.words[:-1])):
            return None
        start, end = tokens[index][1], tokens[last][2]
        if self.text.endswith(".") and text[end : end + 1] == ".":  # the dot of `Co.` may end a sentence, too
            end += 1
        return Mention(self.ids, text[start:end], start, end) if self._alike(text[start:end]) else None

    def _ends_with(self, word: str) -> bool:
        last = self.words[-1]
        if word == last:
            return True
        return word in (f"{last}s", f"{last}es") and self.text.split()[-1][0].isupper()

    def _alike(self, text: str) -> bool:
        """Same punctuation, and a capital where the spelling has its first one; all of ``US``."""
        name = self.text.rstrip(".")
        written = squeeze(text)[: len(name)]
        if self.text[0].isupper() and not written[0].isupper():
            return False
        if len(name) <= 3 and name.isupper():
            return written == name
        return written.lower() == name.lower()


class NameIndex:
    """Finds the names of a book in a text.

    ``small`` are words that the book's sources write small: at the beginning of a sentence they are no names.
    """

    def __init__(self, names: Mapping[str, Called], small: Iterable[str] = ()) -> None:
        self.names = names
        self._small = frozenset(small)
        spellings: dict[str, set[str]] = defaultdict(set)
        for name in names.values():
            for spelling in (name.name, *name.also):
                spellings[_without_article(squeeze(spelling))].add(name.id)
        for surname, ids in _surnames(names, spellings).items():
            spellings[surname] |= ids
        self.spellings = spellings
        self._by_word = _by_word(spellings)

    @cached_property
    def known_words(self) -> list[str]:
        """Every spelling, for suggestions."""
        return sorted(self.spellings)

    def is_slip(self, text: str) -> bool:
        """Whether capitalised words are plainly a name of the book, misspelt by a letter.

        A word that the sources write small, or that is one of English, is another word and no slip.
        """
        return any(self._is_misspelt(word) for word in WORD.findall(text))

    def _is_misspelt(self, word: str) -> bool:
        lower = word.lower()
        if len(word) < _SLIP_LETTERS or lower in self._small or lower in self._words or is_ordinary(word):
            return False
        return any(DamerauLevenshtein.distance(lower, known, score_cutoff=1) == 1 for known in self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of all names, in lower case."""
        return frozenset(word.lower() for text in self.spellings for word in WORD.findall(text))

    def find(self, text: str) -> list[Mention]:
        """The known names of ``text``, the longest spelling first, in order."""
        folded = fold(text)
        tokens = [(m.group().lower(), *m.span()) for m in WORD.finditer(folded)]
        found: list[Mention] = []
        for index, (word, start, _) in enumerate(tokens):
            spellings = self._by_word.get(word)
            if spellings is None or (found and start < found[-1].end):
                continue
            mention = next((m for s in spellings if (m := s.at(folded, tokens, index))), None)
            if mention is not None:
                found.append(mention)
        return found

    def unknown(self, text: str, mentions: Iterable[Mention], *, titled: bool = False) -> list[Unknown]:
        """Capitalised words of ``text`` that belong to none of its ``mentions``.

        The first word of a sentence, of a quotation or after a colon is a name
        only if it is no English word; in a heading (``titled``) so is every word.
        """
        folded = fold(text)
        mentions = list(mentions)
        known, starts = Taken(len(text), ((m.start, m.end) for m in mentions)), {m.start for m in mentions}
        found: list[tuple[int, int]] = []
        for match in WORD.finditer(folded):
            word, (start, end) = match.group(), match.span()
            if not word[0].isupper() or known.at(start):
                continue
            misspelt = titled and self._misspelt(folded, start, end)
            if not misspelt and self._excused(folded, word, start, titled=titled):
                continue
            if word == "The" and end + 1 in starts:
                continue
            if found and not misspelt and folded[found[-1][1] : start] in (" ", "-"):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return [Unknown(folded[start:end], start, end) for start, end in found]

    def _excused(self, text: str, word: str, start: int, *, titled: bool) -> bool:
        """Whether the capital of a word means nothing."""
        if word.lower() in _NEVER_NAMES or word in ascii_uppercase:  # an initial, a degree, an era
            return True
        if titled or _opens(text, start):
            return word.lower() in self._small or is_ordinary(word)
        return start > 1 and text[start - 1] == "'" and text[start - 2].isalpha()

    def _misspelt(self, text: str, start: int, end: int) -> bool:
        """Whether a word of a title begins something very like a name of two words: ``Turn Rock``."""
        following = _NEXT_WORD.match(text, end)
        if following is None:
            return False
        pair = text[start : following.end()]
        return any(
            len(s.split()) == 2
            and s != pair
            and fuzz.ratio(s.lower(), pair.lower()) >= _MISSPELT
            and not s.lower().startswith(pair.lower())
            for s in self.spellings
        )


def _opens(text: str, start: int) -> bool:
    """Whether the word at ``start`` is the first of a text, sentence or quotation, or follows a colon."""
    at = start - 1
    while at >= 0 and (text[at].isspace() or text[at] in _BETWEEN):
        at -= 1
    return at < 0 or text[at] in _OPENS or (start < _FAR and not WORD.search(text, 0, start))


def _without_article(text: str) -> str:
    """``text`` without a leading article, which prose writes in either case."""
    return re.sub(r"^(?:the|The) (?=\S)", "", text)


def _surnames(names: Mapping[str, Called], spellings: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The last words of people's names that no name claims as a spelling of its own."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names.values():
        last = squeeze(name.name).split()[-1:]
        if name.kind == "person" and last and last[0] != name.name and last[0] not in spellings:
            found[last[0]].add(name.id)
    return found


def _by_word(spellings: Mapping[str, set[str]]) -> dict[str, list[_Spelling]]:
    """The spellings by their first word, the longest first; those of one word by its plurals too."""
    found: dict[str, list[_Spelling]] = defaultdict(list)
    plurals: dict[str, list[_Spelling]] = defaultdict(list)
    for text, ids in spellings.items():
        words = tuple(w.lower() for w in WORD.findall(text))
        if not words:
            continue
        spelling = _Spelling(words, text, tuple(sorted(ids)))
        found[words[0]].append(spelling)
        if len(words) == 1:
            plurals[f"{words[0]}s"].append(spelling)
            plurals[f"{words[0]}es"].append(spelling)
    for group in found.values():
        group.sort(key=lambda s: -len(s.words))
    for word, group in plurals.items():
        found[word] += group
    return dict(found)
