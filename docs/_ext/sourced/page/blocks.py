"""What stands below each other on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token
from msgspec import structs

from . import code
from .assembly import Flow, Kind, sentences
from .directives import Directive
from .fences import FenceReader
from .front import Front
from .html import shows_words
from .inline import InlineReader
from .lines import Anchors, Lines, cell_anchors
from .markdown import Env, parser
from .page import Citation, Display, Generated, Group, IdPlace, Label, Sentence

_DEEPEST = 20
"""How deep directives may stand in directives."""

_CELL = 3
"""How deep the items stand that are the cells of a list-table."""

_LABELS = frozenset({"dt_open", "th_open"})
_LABEL_ENDS = frozenset({"dt_close", "th_close"})
_SILENT = frozenset(
    {
        "hr",
        "myst_target",
        "myst_line_comment",
        "myst_block_break",
        "footnote_anchor",
        "footnote_reference_open",
        "front_matter",
    }
)


@dataclass(slots=True)
class BlockReader:
    """Reads a page, or the body of a directive with the same state."""

    display: Display
    env: Env = field(default_factory=dict)
    front: Front = field(default_factory=Front)
    groups: list[Group] = field(default_factory=list)
    unchecked: list[tuple[int, str]] = field(default_factory=list)
    waiting: list[Flow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    roles: list[Label] = field(default_factory=list)
    drawn: list[Citation] = field(default_factory=list)
    ids: list[IdPlace] = field(default_factory=list)
    generated: list[Generated] = field(default_factory=list)
    code: list[Sentence] = field(default_factory=list)

    def read(
        self,
        lines: Lines,
        depth: int = 0,
        table: Directive | None = None,
        heads: int = 0,
        base: Kind = "prose",
    ) -> None:
        """Read lines; in a list-table, the items of the first list are rows, ``heads`` of them labels."""
        if depth > _DEEPEST:
            self.unchecked.append((lines.start(0), "directives nested too deep"))
            return
        walk = _Walk(self, lines, depth, rows=table is not None, heads=heads, base=base, kind=base)
        tokens = parser().parse(lines.text, self.env)
        if depth == 0 and tokens and tokens[0].type == "front_matter":
            self._front(tokens[0], lines)
        for token in tokens:
            walk.step(token)
        self._cut(tokens, lines)

    def _cut(self, tokens: Sequence[Token], lines: Lines) -> None:
        """Tell of text that is nested so deep that the parser, here and in the build, leaves it out."""
        deepest = parser().options["maxNesting"]
        for token, after in pairwise(tokens):
            if token.nesting == 1 and after.nesting == -1 and token.level + 1 >= deepest and token.map:
                self.unchecked.append((lines.start(token.map[0]), "text nested too deep"))

    def inline(self, source: str, anchors: Anchors, tokens: Sequence[Token], kind: Kind) -> list[Sentence]:
        """The sentences of one block; its labels wait to become groups of their own behind it."""
        reader = InlineReader(source, anchors, self.display, self.unchecked, self.ids)
        reader.read(tokens)
        self.waiting += reader.labels
        self.code += reader.code
        return sentences(reader.flow, kind)

    def line(self, text: str, offset: int, kind: Kind, *, beside: bool = False) -> None:
        """Read one line of words that may hold roles, such as a title."""
        tokens = parser().parseInline(text, self.env)
        for token in tokens:
            self.add(self.inline(text, Anchors([0], [offset]), token.children or [], kind), beside=beside)

    def add(
        self,
        made: Sequence[Sentence],
        level: int = 0,
        *,
        row: bool = False,
        beside: bool = False,
        term: str = "",
    ) -> None:
        """Add sentences that are read together, and the labels of what they stand in."""
        if made:
            group = Group(sentences=tuple(made), level=level, row=row, beside=beside, term=term)
            self.groups.append(group)
        waiting, self.waiting = self.waiting, []
        for label in waiting:
            self.add(sentences(label, "label"), beside=True)

    def _front(self, token: Token, lines: Lines) -> None:
        self.front.read(token.content, lines.below(1, token.content))
        self.unchecked += [*self.front.unchecked, *self.front.misread]
        for label in self.front.labels:
            self.add(sentences(label, "label"), beside=True)


@dataclass(slots=True)
class _Walk:
    """One pass over the blocks of some lines."""

    reader: BlockReader
    lines: Lines
    depth: int
    rows: bool
    heads: int
    base: Kind = "prose"
    kind: Kind = "prose"
    level: int = 0
    row: list[Sentence] | None = None
    cell: int = -1
    cells: list[tuple[str, int]] = field(default_factory=list)
    in_table: bool = False
    term: str = ""

    def step(self, token: Token) -> None:
        """Read one token."""
        name = token.type
        if name == "inline":
            self._inline(token)
        elif name == "heading_open":
            self.kind, self.level = "heading", int(token.tag[1:])
        elif name in _LABELS:
            self.kind = "label"
            self.cell += 1
            self.term = ""
        elif name == "dl_close":
            self.term = ""
        elif name == "heading_close" or name in _LABEL_ENDS:
            self.kind, self.level = self.base, 0
        elif name == "td_open" or (self.rows and name == "list_item_open" and token.level == _CELL):
            self.cell += 1
        elif name in ("tr_open", "tr_close") or (self.rows and token.level == 1 and token.tag == "li"):
            self._row(token)
        elif name in ("fence", "colon_fence"):
            FenceReader(self.reader, self.lines, self.depth).read(token)
        elif name == "blockquote_open":
            self._attribution(token)
        elif name == "code_block":
            self.reader.code += code.block(self.lines.below(token.map[0] if token.map else 0, token.content))
        elif name == "html_block":
            if shows_words(token.content):
                self._unread(token, "raw HTML")
        elif name == "substitution_block":
            self._unread(token, f"substitution `{token.content}`")
        elif name in ("math_block", "math_block_label", "amsmath"):
            self._unread(token, "formula")
        elif token.nesting == 0 and name not in _SILENT:
            self._unread(token, f"Markdown of the kind `{name}`")

    def _inline(self, token: Token) -> None:
        number = token.map[0] if token.map else 0
        if self.in_table:
            anchors = cell_anchors(self.cells, token.content, self.lines.start(number))
        else:
            anchors = self.lines.anchors(number, token.content)
        kind = "label" if self.row is not None and self.heads > 0 else self.kind
        made = self.reader.inline(token.content, anchors, token.children or [], kind)
        if self.row is None:
            self.reader.add(made, self.level, term=self.term)
            if self.kind == "label" != self.base:
                self.term = " ".join(each.text for each in made)
        else:
            self.row += [structs.replace(each, cell=max(self.cell, 0)) for each in made]

    def _row(self, token: Token) -> None:
        if token.nesting > 0:
            # A table may stand in a cell of a list-table.
            self.reader.add(self.row or [], row=True)
            self.row, self.cell = [], -1
            self.in_table = token.tag == "tr"
            self.cells = self.lines.cells(token.map[0]) if token.map else []
        else:
            self.reader.add(self.row or [], row=True)
            self.row = None
            self.in_table = False
            self.heads -= token.tag == "li"

    def _unread(self, token: Token, what: str) -> None:
        number = token.map[0] if token.map else 0
        self.reader.unchecked.append((self.lines.start(number), what))

    def _attribution(self, token: Token) -> None:
        """Who is quoted, from the attributes on the line above: ``{attribution="…"}``."""
        words = str(token.attrs.get("attribution") or "")
        number = token.map[0] if token.map else 0
        if not words:
            return
        for above in range(number - 1, -1, -1):
            line, offset = self.lines.lines[above]
            if words in line:
                self.reader.line(words, offset + line.index(words), "label")
                return
        self._unread(token, "attribution of a block quote")
