"""The spellings of names: the words of each, and where one of them stands in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from ..text.fold import WORD, squeeze
from .patterns import word_list


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


POINTING = frozenset(word_list("the this that these those my our your his her its their own same"))
"""Words behind which a common noun is one that is known."""
Token = tuple[str, int, int]
"""A word in lower case, its start and its end."""


class Mention(Struct, frozen=True):
    """A name in a text: whom it may mean, and where it stands. Two or more IDs: ambiguous."""

    ids: tuple[str, ...]
    text: str
    start: int
    end: int


class Spelling(Struct, frozen=True):
    """One spelling of a name, with its words in lower case."""

    words: tuple[str, ...]
    text: str
    ids: tuple[str, ...]
    definite: bool = False
    """Whether it is a common noun that is a name only where something says which one: `the race`."""

    def at(self, text: str, tokens: list[Token], index: int) -> Mention | None:
        """The mention by this spelling, or its plural, that begins with token ``index``."""
        last = index + len(self.words) - 1
        if last >= len(tokens) or not self._ends_with(tokens[last][0]):
            return None
        if any(tokens[index + n][0] != word for n, word in enumerate(self.words[:-1])):
            return None
        if self.definite and not _is_pointed_at(text, tokens, index):
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


def _is_pointed_at(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether the word before says which one is meant, be it by an owner."""
    if not index:
        return False
    word, start, _ = tokens[index - 1]
    return word in POINTING or word.endswith("'s") or (word == "s" and text[start - 1 : start] == "'")


def is_definite(spelling: str) -> bool:
    """Whether a spelling is common words behind an article: `the race`."""
    text = squeeze(spelling)
    return text.islower() and without_article(text) != text


def without_article(text: str) -> str:
    """``text`` without a leading article, which prose writes in either case."""
    return re.sub(r"^(?:the|The) (?=\S)", "", text)


def surnames(names: Mapping[str, Called], spellings: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The last words of people's names that no name claims as a spelling of its own."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names.values():
        last = squeeze(name.name).split()[-1:]
        if name.kind == "person" and last and last[0] != name.name and last[0] not in spellings:
            found[last[0]].add(name.id)
    return found


def by_word(spellings: Mapping[str, set[str]], definite: Collection[str] = ()) -> dict[str, list[Spelling]]:
    """The spellings by their first word, the longest first; those of one word by its plurals too."""
    found: dict[str, list[Spelling]] = defaultdict(list)
    plurals: dict[str, list[Spelling]] = defaultdict(list)
    for text, ids in spellings.items():
        words = tuple(w.lower() for w in WORD.findall(text))
        if not words:
            continue
        spelling = Spelling(words, text, tuple(sorted(ids)), text in definite)
        found[words[0]].append(spelling)
        if len(words) == 1:
            plurals[f"{words[0]}s"].append(spelling)
            plurals[f"{words[0]}es"].append(spelling)
    for group in found.values():
        group.sort(key=lambda s: -len(s.words))
    for word, group in plurals.items():
        found[word] += group
    return dict(found)
