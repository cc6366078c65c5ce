"""A sentence of a page with everything that a rule may ask of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from ..book.model import Fact
from ..english.atoms import Atoms
from ..english.pronouns import LEANS, PRONOUN
from ..page.page import Group, Page, Piece, PieceKind, Sentence
from ..text.taken import Taken
from .cited import Cited, Paragraph
from .grounds import Given
from .library import Library

_Answer = TypeVar("_Answer")


class View:
    """One sentence, the facts it may rest on, and the sentences around it.

    ``facts`` are those that the sentence cites; for a heading those of its section, for a label those of the
    page. ``nearby`` are those that the whole paragraph cites.
    """

    def __init__(
        self, library: Library, page: Page, group: Group, index: int, *, cited: Cited, paragraph: Paragraph
    ) -> None:
        self.library, self.page, self.group, self.index = library, page, group, index
        self.sentence: Sentence = group.sentences[index]
        self.text = self.sentence.text
        self.cited = cited
        self.facts = cited.facts
        self._paragraph = paragraph

    @property
    def nearby(self) -> frozenset[str]:
        """The IDs of the facts that the whole paragraph cites."""
        return self._paragraph.cited.ids

    @cached_property
    def atoms(self) -> Atoms:
        """The atoms of the sentence."""
        return self.library.atoms(self.text)

    @cached_property
    def given(self) -> list[Given]:
        """What each of its facts gives."""
        return self.cited.given

    @cached_property
    def pieces(self) -> list[tuple[int, int, Piece]]:
        """The pieces of the sentence with where each begins and ends in ``text``."""
        spans, at = [], 0
        for piece in self.sentence.pieces:
            spans.append((at, at + len(piece.text), piece))
            at += len(piece.text)
        return spans

    def printed(self, start: int, end: int, *kinds: PieceKind) -> Piece | None:
        """The piece that a role of one of ``kinds`` (any, if none is given) prints in ``text[start:end]``."""
        for index in range(bisect_right(self._ends, start), len(self.pieces)):
            s, _, piece = self.pieces[index]
            if s >= end:
                return None
            if piece.kind != "text" and (not kinds or piece.kind in kinds):
                return piece
        return None

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end, _ in self.pieces]

    def quoted(self, at: int) -> bool:
        """Whether the character at ``at`` stands between quotation marks."""
        return self._quoted.at(at)

    @cached_property
    def _quoted(self) -> Taken:
        return Taken(len(self.text), ((q.start, q.end) for q in self.atoms.quoted))

    def fact_of(self, piece: Piece | None) -> Fact | None:
        """The fact that a piece prints, if it is one of the book's."""
        if piece is None or piece.kind not in ("fact", "quote"):
            return None
        return self.library.book.facts.get(piece.target)

    @property
    def own(self) -> bool:
        """Whether the sentence is the editor's own; one that cites a fact is not."""
        return bool(self.sentence.own and self.sentence.own.strip()) and not self.sentence.cites

    @property
    def wordless(self) -> bool:
        """Whether there is nothing to read, as in a table cell that holds only a mark."""
        return not any(char.isalnum() for char in self.text)

    @property
    def narrative(self) -> bool:
        """Whether this is running prose, not a heading, label or block quotation."""
        return self.sentence.kind == "prose"

    heads: Mapping[int, str] = MappingProxyType({})
    """In a row of a table what stands over each of its columns, by their numbers."""
    former: Sequence[str] = ()
    """The sentences of the paragraph right before its own."""
    quotation: str = ""
    """The quotation of its own that stands right before the sentence."""

    @cached_property
    def leans_on(self) -> str:
        """That quotation, if the sentence is to be read with it: `So she answered`, `He said this`.

        A pronoun behind a name may mean whom the sentence itself names.
        """
        if not self.quotation:
            return ""
        named = min((mention.start for mention in self.atoms.names), default=len(self.text))
        pronouns = [match.start() for match in PRONOUN.finditer(self.text, 0, named)]
        return self.quotation if LEANS.match(self.text) or not all(map(self.quoted, pronouns)) else ""

    @cached_property
    def meant(self) -> tuple[str, ...]:
        """Whom its pronouns may mean: those named in the nearest sentence before it that names somebody."""
        if not self.index or not PRONOUN.search(self.text):
            return ()
        return self.before("named", self._named, ())

    @property
    def meant_before(self) -> tuple[str, ...]:
        """The same, where its own paragraph names nobody: those whom the paragraph before names last."""
        if self.meant or not self.narrative or not PRONOUN.search(self.text):
            return ()
        return next(filter(None, map(self._named, reversed(self.former))), ())

    def _named(self, text: str) -> tuple[str, ...] | None:
        """Whom a text names, if anybody."""
        return tuple(sorted({i for mention in self.library.atoms(text).names for i in mention.ids})) or None

    def before(self, question: Hashable, read: Callable[[str], _Answer | None], default: _Answer) -> _Answer:
        """What the nearest sentence before this one in its paragraph answers, of those that answer."""
        return self._paragraph.before(self.index, question, read, default)


def view_of(library: Library, page: Page, sentence: Sentence, *, cited: Cited, nearby: Cited) -> View:
    """A sentence that stands alone."""
    paragraph = Paragraph([sentence.text], nearby)
    return View(library, page, Group(sentences=(sentence,)), 0, cited=cited, paragraph=paragraph)


def views(library: Library, page: Page) -> list[View]:
    """Every sentence of a page as a view, in order."""
    everything = Cited(library, (c.fact for g in page.groups for s in g.sentences for c in s.cites))
    made = []
    heads: dict[int, str] = {}
    for number, group in enumerate(page.groups):
        nearby = Cited(library, (c.fact for s in group.sentences for c in s.cites))
        paragraph = Paragraph([sentence.text for sentence in group.sentences], nearby)
        if not group.row or all(each.kind == "label" for each in group.sentences):
            heads = {each.cell: each.text for each in group.sentences} if group.row else {}
        former = _paragraph_before(page, number)
        for index, sentence in enumerate(group.sentences):
            if sentence.kind == "heading":
                cited = Cited(library, _section(page, number))
            elif sentence.kind == "label":
                cited = nearby if group.row and nearby.any else everything
            elif group.row or len(group.sentences) == 1:
                cited = nearby
            else:
                cited = Cited(library, (c.fact for c in sentence.cites))
            view = View(library, page, group, index, cited=cited, paragraph=paragraph)
            view.former = former
            if group.row:
                view.heads = heads
            if not index and sentence.kind == "prose":
                view.quotation = _quoted_before(page, number)
            made.append(view)
    return made


def _paragraph_before(page: Page, number: int) -> list[str]:
    """The sentences of the group before group ``number``, if both are paragraphs."""
    if not number or page.groups[number].row or page.groups[number - 1].row:
        return []
    before = page.groups[number - 1].sentences
    return [each.text for each in before] if all(each.kind == "prose" for each in before) else []


def _quoted_before(page: Page, number: int) -> str:
    """The words of the quotation that is the group before group ``number``, if it is one."""
    before = page.groups[number - 1].sentences if number else ()
    return before[-1].text if before and before[-1].kind == "quote" else ""


def code_views(library: Library, page: Page) -> list[View]:
    """Every block of code of a page, each with the facts of the page, as a label has them.

    Examples are none of these: running them proves what they say.
    """
    cited = Cited(library, (c.fact for g in page.groups for s in g.sentences for c in s.cites))
    none = Cited(library, ())
    return [
        view_of(library, page, sentence, cited=cited, nearby=none)
        for sentence in page.code
        if sentence.kind == "code"
    ]


def _section(page: Page, number: int) -> list[str]:
    """The facts cited under the heading that is group ``number``."""
    level = page.groups[number].level
    cited: list[str] = []
    for group in page.groups[number + 1 :]:
        if group.level and group.level <= level:
            break
        cited += [c.fact for s in group.sentences for c in s.cites]
    return cited
