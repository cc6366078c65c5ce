"""Names in running text, looked up in the book's list of names.

A name is known by the spellings that the data file lists. A person may also be
called by the last word of their name where no other name claims it; where two
people share it, it is ambiguous and somebody must say who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct
from rapidfuzz import fuzz

from ..folding import WORD, fold, squeeze
from ..model import Name
from .dates import MONTHS, WEEKDAYS

_ORDINARY = frozenset({"i", *MONTHS, *WEEKDAYS, "mr", "mrs", "ms", "dr", "ok", "a", "s", "am", "pm"})


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
    words: tuple[str, ...]
    text: str
    ids: tuple[str, ...]


def _article(text: str) -> str:
    """``text`` without a leading article, which prose writes in either case."""
    return re.sub(r"^(?:the|The) (?=\S)", "", text)


class NameIndex:
    """Finds the names of a book in a text."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self.names = names
        spellings: dict[str, set[str]] = defaultdict(set)
        for name in names.values():
            for spelling in (name.name, *name.also):
                spellings[_article(squeeze(spelling))].add(name.id)
        for surname, ids in self._surnames(spellings).items():
            spellings[surname] |= ids
        self._by_word: dict[str, list[_Spelling]] = defaultdict(list)
        for text, ids in spellings.items():
            tokens = tuple(w.lower() for w in WORD.findall(text))
            if tokens:
                self._by_word[tokens[0]].append(_Spelling(tokens, text, tuple(sorted(ids))))
        for group in self._by_word.values():
            group.sort(key=lambda s: -len(s.words))
        self.spellings = spellings

    def _surnames(self, spellings: Mapping[str, set[str]]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names.values():
            last = squeeze(name.name).split()[-1:]
            if name.kind == "person" and last and last[0] != name.name and last[0] not in spellings:
                found[last[0]].add(name.id)
        return found

    @cached_property
    def known_words(self) -> list[str]:
        """Every spelling, for suggestions."""
        return sorted(self.spellings)

    def find(self, text: str) -> list[Mention]:
        """The known names of ``text``, the longest spelling first, in order."""
        folded = fold(text)
        tokens = [(m.group().lower(), m.start(), m.end()) for m in WORD.finditer(folded)]
        found, index = [], 0
        while index < len(tokens):
            mention = self._at(folded, tokens, index)
            if mention is None:
                index += 1
                continue
            found.append(mention)
            while index < len(tokens) and tokens[index][1] < mention.end:
                index += 1
        return found

    def _at(self, text: str, tokens: list[tuple[str, int, int]], index: int) -> Mention | None:
        word, start, _ = tokens[index]
        for spelling in self._candidates(word):
            last = index + len(spelling.words) - 1
            if last >= len(tokens):
                continue
            tail, end = tokens[last][0], tokens[last][2]
            if last > index and [t[0] for t in tokens[index:last]] != [*spelling.words[:-1]]:
                continue
            plural = spelling.text.split()[-1][0].isupper() and tail in (spelling.words[-1] + "s", spelling.words[-1] + "es")
            if tail != spelling.words[-1] and not plural:
                continue
            if self._written_alike(squeeze(text[start:end]), spelling.text):
                return Mention(spelling.ids, text[start:end], start, end)
        return None

    def _candidates(self, word: str) -> Iterable[_Spelling]:
        yield from self._by_word.get(word, ())
        for plural in ("s", "es"):
            if word.endswith(plural):
                yield from (s for s in self._by_word.get(word.removesuffix(plural), ()) if len(s.words) == 1)

    def _misspelt(self, text: str, start: int, end: int) -> bool:
        """Whether a word of a title begins something very like a name of several words: ``Turn Rock``."""
        following = re.match(r"[ -]([A-Z]\w+)", text[end:])
        pair = text[start : end + following.end()] if following else ""
        return bool(pair) and any(
            len(s.split()) == 2 and s != pair and fuzz.ratio(s.lower(), pair.lower()) >= 82 and not s.lower().startswith(pair.lower())
            for s in self.spellings
        )

    @staticmethod
    def _written_alike(text: str, spelling: str) -> bool:
        """Same punctuation, and a capital where the spelling has its first one."""
        if spelling[0].isupper() and not text[0].isupper():
            return False
        if len(spelling) <= 3 and spelling.isupper() and text[: len(spelling)] != spelling:
            return False
        return text[: len(spelling)].lower() == spelling.lower()

    def unknown(self, text: str, mentions: list[Mention], *, titled: bool = False) -> list[Unknown]:
        """Capitalised words of ``text`` that belong to no mention.

        The first word of a sentence, of a quotation or after a colon is a name
        only if it is no English word; in a heading (``titled``) so is every word.
        """
        folded = fold(text)
        spans = [(m.start, m.end) for m in mentions]
        found: list[Unknown] = []
        for match in WORD.finditer(folded):
            word, (start, end) = match.group(), match.span()
            if not word[0].isupper() or any(s <= start < e for s, e in spans) or word.lower() in _ORDINARY:
                continue
            if titled and self._misspelt(folded, start, end):
                found.append(Unknown(word, start, end))
                continue
            opens = titled or re.search(r"(?:^|[:.!?\"(\[]|^\W+)[\s\"'(*\[]*$", folded[:start]) is not None
            if opens and is_ordinary(word):
                continue
            if not opens and start and folded[start - 1] == "'" and start > 1 and folded[start - 2].isalpha():
                continue
            if word == "The" and any(s == end + 1 for s, _ in spans):
                continue
            if found and folded[found[-1].end : start] in (" ", "-"):
                found[-1] = Unknown(folded[found[-1].start : end], found[-1].start, end)
            else:
                found.append(Unknown(word, start, end))
        return found


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether ``word`` is an English word that is written small (simplemma's word list)."""
    from simplemma import is_known, lemmatize  # its list takes a tenth of a second to load

    lower = word.lower()
    if lower in _COMMON:
        return True
    return is_known(lower, lang="en") and lemmatize(lower, lang="en").islower()


_COMMON = frozenset(
    """a an the this that these those it its he him his she her they them their we us our you your i my one some any no
    not all both each every either neither many most much more few fewer less least other another such same own only
    and or but nor so yet for if then than as at by from in into of off on onto out over to up with within without
    about above across after against along among around before behind below beneath beside between beyond down during
    except inside near past since through throughout till toward towards under until upon what when where which who
    whom whose why how here there now never always often once again also too very just even still is are was were be
    been being has have had do does did can could may might must shall should will would according because although
    though while whereas whether unless""".split()
)
