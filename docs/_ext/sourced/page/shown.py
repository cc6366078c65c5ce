"""What is shown of a page, held against what was read of it: word by word, in their order.

The reader of pages and the build read the same file, and any difference is a hole: a translation, a hook, a
role of an extension. Blocks are strings of words with a space between two of them, without the marks between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from ..text.fold import fold
from .page import Page, Sentence

_WORD = re.compile(r"(?<![\w.,])[-+]?\d+(?:[.,:]\d+)*|[^\W_]+|[%‰$€£¥°±≈≤≥]")
_TAKEN = "\n"
"""Stands for each word that has been found."""
_ALIKE = 0.5
"""So many words two blocks share (twice their number, of all) if one stands in the place of the other."""
_TOLD = 8
"""So many words of a difference are told."""


class Read(Struct, frozen=True, kw_only=True):
    """What was read of a page, block by block."""

    text: tuple[str, ...] = ()
    """Its text, all of which is to be shown."""
    beside: tuple[str, ...] = ()
    """What may be shown beside it, or elsewhere, or not at all; and code."""


class Shown(Struct, frozen=True, kw_only=True):
    """A block that is shown: words, each part with whether it may be a title that Sphinx has put there."""

    parts: tuple[tuple[str, bool], ...]
    repeats: bool = False
    """Whether it only says again what stands elsewhere, as an index does."""

    @property
    def variants(self) -> tuple[str, str]:
        """All of its words; and those that cannot be such a title."""
        every = " ".join(words for words, _ in self.parts)
        return every, " ".join(words for words, made in self.parts if not made)


class Difference(Struct, frozen=True, kw_only=True):
    """Words that are shown and were not read in that place, or read and not shown there."""

    shown: str
    read: str
    block: int | None = None
    """The block of what was read, and the word of it, if there is one that this stands for."""
    word: int = 0
    at: int = 0
    """Which of the blocks shown, where no block that was read is like it."""


def words(text: str) -> str:
    """The words of a text."""
    return " ".join(_WORD.findall(fold(text)))


def read_of(page: Page) -> Read:
    """What was read of a page."""
    groups = [(_block(group.sentences), group.beside) for group in page.groups]
    code = [_block([sentence]) for sentence in page.code]
    return Read(
        text=tuple(block for block, beside in groups if not beside),
        beside=(*(block for block, beside in groups if beside), *code),
    )


def _block(sentences: Sequence[Sentence]) -> str:
    return words(" ".join(sentence.text for sentence in sentences))


def place_of(page: Page, block: int, word: int) -> int:
    """The offset in its file of a word of a block that was read."""
    group = [group for group in page.groups if not group.beside][block]
    places = [
        sentence.offset(found.start())
        for sentence in group.sentences
        for found in _WORD.finditer(fold(sentence.text))
    ]
    return places[min(word, len(places) - 1)]


def compare(read: Read, shown: Sequence[Shown]) -> list[Difference]:
    """How what is shown differs from what was read."""
    pool = _Pool(read)
    known = _Pool(read)
    numbered = [(at, block) for at, block in enumerate(shown) if block.variants[1]]
    waiting = [each for each in numbered if not each[1].repeats and not pool.take_whole(each[1])]
    waiting.sort(key=lambda each: -len(each[1].variants[0]))
    strange = [each for each in waiting if not pool.take_part(each[1])]
    strange += [each for each in numbered if each[1].repeats and not known.holds(each[1])]
    return [*(pool.explain(at, block) for at, block in sorted(strange)), *pool.left(len(read.text))]


class _Pool:
    """What was read, from which is taken what is shown."""

    def __init__(self, read: Read) -> None:
        self._blocks = [f" {block} " for block in (*read.text, *read.beside)]

    def take_whole(self, block: Shown) -> bool:
        """Take a block that was read just so."""
        for words_ in block.variants:
            if f" {words_} " in self._blocks:
                at = self._blocks.index(f" {words_} ")
                self._take(at, 0, len(self._blocks[at]))
                return True
        return False

    def take_part(self, block: Shown) -> bool:
        """Take a block that was read as a part of another."""
        if found := self._find(block):
            self._take(*found)
        return found is not None

    def holds(self, block: Shown) -> bool:
        """Whether a block was read."""
        return self._find(block) is not None

    def _find(self, block: Shown) -> tuple[int, int, int] | None:
        parts = ((re.escape(said), made) for said, made in block.parts)
        pattern = re.compile(" " + "".join(f"(?:{said} )?" if made else f"{said} " for said, made in parts))
        for at, text in enumerate(self._blocks):
            if found := pattern.search(text):
                return at, *found.span()
        return None

    def _take(self, at: int, start: int, end: int) -> None:
        text = self._blocks[at]
        taken = " ".join([_TAKEN] * len(text[start:end].split(" ")[1:-1]))
        self._blocks[at] = f"{text[:start]} {taken} {text[end:]}"

    def explain(self, at: int, block: Shown) -> Difference:
        """What is strange in a block: beside the block that it stands for, if there is one."""
        words_ = block.variants[0].split(" ")
        alike = [_likeness(words_, each.split(" ")[1:-1]) for each in self._blocks]
        if max(alike, default=0) < _ALIKE:
            return Difference(shown=_told(words_), read="", at=at)
        near = alike.index(max(alike))
        read = self._blocks[near].split(" ")[1:-1]
        self._take(near, 0, len(self._blocks[near]))
        changes = SequenceMatcher(None, read, words_, autojunk=False).get_opcodes()
        told = ((i, _told(words_[k:m]), _told(read[i:j])) for tag, i, j, k, m in changes if tag != "equal")
        word, shown, known = next((each for each in told if each[1] or each[2]), (0, _told(words_), ""))
        return Difference(shown=shown, read=known, block=near, word=word, at=at)

    def left(self, size: int) -> Iterator[Difference]:
        """What of the first blocks is not shown."""
        for number, block in enumerate(self._blocks[:size]):
            words_ = block.split(" ")[1:-1]
            first = next((n for n, word in enumerate(words_) if word.strip()), None)
            if first is not None:
                rest = words_[first:]
                end = rest.index(_TAKEN) if _TAKEN in rest else len(rest)
                yield Difference(shown="", read=_told(rest[:end]), block=number, word=first)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    left = [word for word in other if word != _TAKEN]
    return 2 * sum((Counter(one) & Counter(left)).values()) / (len(one) + len(left))


def _told(words_: Sequence[str]) -> str:
    known = [word for word in words_ if word != _TAKEN]
    return " ".join(known[:_TOLD]) + (" …" if len(known) > _TOLD else "")
