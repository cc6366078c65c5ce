"""Pages as sentences: each with its place and the facts that it cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from ..text.place import LineStarts

PieceKind = Literal["text", "fact", "name", "quote", "figure"]


class Piece(Struct, frozen=True, kw_only=True):
    """A run of a sentence: plain words, or what one role prints.

    ``text`` is what the reader will see; ``start`` is its offset in the page's
    file; ``target`` is the role's fact or name ID, empty for plain words;
    ``chosen`` says that the editor wrote the words (``{fact}`words <id>```).
    """

    text: str
    start: int
    kind: PieceKind = "text"
    target: str = ""
    chosen: bool = False


class Citation(Struct, frozen=True, kw_only=True):
    """One fact cited at one place of a page."""

    fact: str
    start: int
    role: Literal["fact", "evidence", "quote", "picture"]


class Sentence(Struct, frozen=True, kw_only=True, dict=True):
    """What a reader would call a sentence, heading, caption, table cell or alternative text.

    A block of code, a formula or an address that is printed is one sentence, of kind ``code``; a block of
    examples that are run is one of kind ``doctest``.
    """

    pieces: tuple[Piece, ...]
    cites: tuple[Citation, ...] = ()
    kind: Literal["prose", "heading", "label", "quote", "code", "doctest"] = "prose"
    own: str | None = None
    """Why the sentence is the editor's own (``{own}`reason```), if it is."""
    cell: int = 0
    """Which cell of its row it stands in, the first is 0."""

    @cached_property
    def text(self) -> str:
        """The sentence as the reader will see it."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def start(self) -> int:
        """Offset of its first character in the page's file."""
        return self.pieces[0].start if self.pieces else (self.cites[0].start if self.cites else 0)

    def offset(self, index: int) -> int:
        """The offset in the page's file of character ``index`` of ``text``.

        Exact inside plain words (pieces are split at line ends); the start of
        the piece for what a role prints.
        """
        number = bisect_right(self._ends, index)
        if number == len(self.pieces):
            return self.start
        piece = self.pieces[number]
        before = self._ends[number] - len(piece.text)
        return piece.start + (index - before if piece.kind == "text" else 0)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each piece ends in ``text``."""
        return [*accumulate(len(piece.text) for piece in self.pieces)]


class Group(Struct, frozen=True, kw_only=True):
    """Sentences that a reader reads together: a paragraph, list item, table row, heading."""

    sentences: tuple[Sentence, ...]
    level: int = 0
    """1 to 6 for a heading, 0 otherwise."""
    row: bool = False
    """Whether its sentences are the cells of one table row: what one of them cites serves all."""
    beside: bool = False
    """Whether it is shown beside the text of the page: an alternative text, a description, an index entry."""
    term: str = ""
    """What it is said of, in a definition list."""


class Label(Struct, frozen=True, kw_only=True):
    """The words by which a picture of a page names a fact."""

    fact: str
    words: str
    start: int


IdKind = Literal["fact", "name", "source", "against"]
"""What an ID of a page is an ID of; ``against`` of a picture is a property or a fact."""


class IdPlace(Struct, frozen=True, kw_only=True):
    """An ID that a page names, with the offset at which it stands."""

    id: str
    kind: IdKind
    start: int


class Generated(Struct, frozen=True, kw_only=True):
    """A part of a page that is made from the data, such as a picture, as the page asks for it."""

    name: str
    """Its directive, such as ``timeline``."""
    start: int
    argument: str = ""
    options: dict[str, str] = {}
    lines: tuple[str, ...] = ()
    ids: tuple[IdPlace, ...] = ()
    """The IDs that it names."""


class Page(Struct, frozen=True, kw_only=True, dict=True):
    """One page of the book as its readers and its checks see it."""

    docname: str
    """Path below the folder of pages without suffix, with forward slashes."""
    file: str
    """Path relative to the book's root, with forward slashes."""
    text: str
    """The file's text; offsets count its characters."""
    groups: tuple[Group, ...]
    code: tuple[Sentence, ...] = ()
    """Its code, formulas and addresses, which are shown as they are written."""
    taken_in: bool = True
    """Whether it is part of the book yet: if not, nothing of it is judged, and its readers are told so."""
    narrative: bool = True
    reviewed: bool = False
    """Whether all of a page that is not narrative is to be reviewed (front matter ``reviewed: all``)."""
    why: str = ""
    """Why a page that is not narrative is not (front matter ``sourced: {narrative: false, why: …}``)."""
    unchecked: tuple[tuple[int, str], ...] = ()
    """(offset, what) of content that cannot be read as sentences, such as raw HTML or unknown roles."""
    labels: tuple[Label, ...] = ()
    """What its pictures name, and how."""
    roles: tuple[Label, ...] = ()
    """The parts that facts play in its sketches; the words are those of the role."""
    drawn: tuple[Citation, ...] = ()
    """The facts that its pictures name, be it to leave them out."""
    ids: tuple[IdPlace, ...] = ()
    """Every ID that it names, in roles and in what is made from the data."""
    generated: tuple[Generated, ...] = ()
    """Its parts that are made from the data."""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset."""
        return self._line_starts.place(offset)

    @cached_property
    def _line_starts(self) -> LineStarts:
        return LineStarts(self.text)


Display = Callable[[str, str], str]
"""What a role prints, given (role, ID): ``display("fact", "tower-height") == "41 m"``; "" if unknown."""
