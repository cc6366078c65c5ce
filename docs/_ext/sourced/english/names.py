"""Names in running text, looked up in the book's list of names.

A name is known by the spellings that the data file lists. A person may also be
called by the last word of their name where no other name claims it; where two
people share it, it is ambiguous and somebody must say who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from string import ascii_uppercase

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from ..text.fold import WORD, fold, squeeze
from ..text.taken import Taken
from .dates.dates import MONTHS, WEEKDAYS
from .lexis.ordinary import is_ordinary
from .spellings import Called, Mention, by_word, is_definite, surnames, without_article
from .tables import rows

_NEVER_NAMES = frozenset(
    {*MONTHS, *(month[:3] for month in MONTHS), "sept", *WEEKDAYS}
    | {form.split()[-1] for _, *forms in rows("units.tsv") for form in forms if form.startswith("degrees ")}
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


class Unknown(Struct, frozen=True):
    """A capitalised word, or several in a row, that no name of the book has."""

    text: str
    start: int
    end: int


class NameIndex:
    """Finds the names of a book in a text.

    ``small`` are words that the book's sources write small: at the beginning of a sentence they are no names.
    """

    def __init__(self, names: Mapping[str, Called], small: Iterable[str] = ()) -> None:
        self.names = names
        self._small = frozenset(small)
        spellings: dict[str, set[str]] = defaultdict(set)
        bare: set[str] = set()
        definite: set[str] = set()
        for name in names.values():
            for spelling in (name.name, *name.also):
                text = without_article(squeeze(spelling))
                spellings[text].add(name.id)
                (definite if is_definite(spelling) else bare).add(text)
        for surname, ids in surnames(names, spellings).items():
            spellings[surname] |= ids
        self.spellings = spellings
        self._by_word = by_word(spellings, definite - bare)

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
