"""What stands beside each other in a paragraph, heading or cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from . import roles
from .assembly import Flow, Own
from .html import breaks_words, shows_words
from .lines import Anchors
from .page import Citation, Display, IdKind, IdPlace, Piece, PieceKind, Sentence
from .roles import Part

Unchecked = list[tuple[int, str]]

_QUIET = frozenset(
    {
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
        "s_open",
        "s_close",
        "link_close",
        "span_close",
        "footnote_ref",
        "footnote_anchor",
    }
)
_BRACES = re.compile("[{}]")
_KINDS: dict[str, PieceKind] = {"fact": "fact", "name": "name", "quote": "quote", "figure": "figure"}


@dataclass(slots=True)
class InlineReader:
    """Reads the text of one block; makes the flow, and further flows for labels."""

    source: str
    """The text of the block, as the parser read it."""
    anchors: Anchors
    display: Display
    unchecked: Unchecked
    ids: list[IdPlace]
    flow: Flow = field(default_factory=Flow)
    labels: list[Flow] = field(default_factory=list)
    code: list[Sentence] = field(default_factory=list)
    """The addresses that it shows."""
    cursor: int = 0
    """Up to where the text is read."""

    def read(self, tokens: Sequence[Token]) -> None:
        """Read tokens one after another."""
        skip = False
        for token in tokens:
            index = token.map[0] if token.map else self.cursor
            if skip:
                skip = token.type != "link_close"
                self._address(token, index)
                continue
            self._attributes(token, index)
            if token.type in ("text", "text_special"):
                self._text(token, index)
            elif token.type == "myst_role":
                self._role(token, index)
            elif token.type in ("softbreak", "hardbreak"):
                self._space(self.source.find("\n", max(index, self.cursor)))
            elif token.type == "link_open":
                skip = token.info == "auto"
                if skip:
                    self.flow.gap(self.anchors.at(index))
            elif token.type == "code_inline":
                # A reader reads code as words, so a figure in it is a figure.
                start = self._code(token, index)
                self.flow.code(token.content, start, self.anchors)
                self.cursor = start + len(token.content)
            elif token.type not in _QUIET:
                self._other(token, index)

    def _address(self, token: Token, index: int) -> None:
        """The address that `<https://…>` shows."""
        if token.content:
            piece = Piece(text=token.content, start=self.anchors.at(index) + 1)
            self.code.append(Sentence(pieces=(piece,), kind="code"))

    def _code(self, token: Token, index: int) -> int:
        """Where the words of code begin: behind its backquotes and the one space that these may keep away."""
        start = index
        while start < len(self.source) and self.source[start] == "`":
            start += 1
        return start + (not self.source.startswith(token.markup, start + len(token.content)))

    def _text(self, token: Token, index: int) -> None:
        # A run of `*` or `_` is several tokens with one place.
        index = max(index, self.cursor)
        raw = token.markup if token.type == "text_special" else token.content
        self.cursor = index + len(raw)
        if raw != token.content:
            if token.info == "escape":
                index += len(raw) - len(token.content)
            self.flow.add(token.content, self.anchors.at(index))
        else:
            self.flow.words(raw, index, self.anchors)

    def _space(self, index: int) -> None:
        index = max(index, self.cursor)
        self.flow.words(" ", index, self.anchors)
        self.cursor = index + 1

    def _other(self, token: Token, index: int) -> None:
        if token.type == "html_inline":
            if shows_words(token.content):
                self._unread(index, f"raw HTML {token.content!r}")
            elif breaks_words(token.content):
                self.flow.gap(self.anchors.at(index))
        elif token.type == "image":
            self._image(token, index)
        elif token.type == "substitution_inline":
            opened = self.source.rfind("{{", 0, index)
            self._unread(max(opened, 0), f"substitution `{token.content}`")
        elif token.type.startswith("math_"):
            self._unread(self.source.find("$", index), f"formula `{token.content}`")
        elif token.type != "span_open":
            self._unread(index, f"Markdown of the kind `{token.type}`")

    def _unread(self, index: int, what: str) -> None:
        self.unchecked.append((self.anchors.at(index), what))
        self.flow.gap(self.anchors.at(index))

    def _image(self, token: Token, index: int) -> None:
        """An image is its alternative text, which is read as a block of its own."""
        children = token.children or []
        if any(child.type == "myst_role" for child in children):
            # It would be shown as it is written.
            self._unread(index, "role in an alternative text")
            return
        shift = self.source.find("![", index) + 2
        anchors = Anchors([here - shift for here in self.anchors.indexes], self.anchors.offsets)
        reader = InlineReader(token.content, anchors, self.display, self.unchecked, self.ids)
        reader.read(children)
        self.labels += [reader.flow, *reader.labels]
        self.code += reader.code
        self.flow.gap(self.anchors.at(index))

    def _attributes(self, token: Token, index: int) -> None:
        """Titles and the like, which a reader sees or hears."""
        for name in ("title", "alt", "aria-label"):
            words = str(token.attrs.get(name) or "")
            if words:
                quoted = (self.source.find(mark + words, index) + len(mark) for mark in ('"', "'", " ("))
                self.label(words, next((place for place in quoted if place > index), index))

    def label(self, words: str, index: int) -> None:
        """Add words that stand apart."""
        flow = Flow()
        flow.words(words.replace("\n", " "), index, self.anchors)
        self.labels.append(flow)

    def _role(self, token: Token, index: int) -> None:
        content = token.content
        name = roles.without_badge(roles.standard_name(str(token.meta["name"])), content)
        opened = self.source.find("`", index)
        inner = opened
        while self.source.startswith("`", inner):
            inner += 1
        self.cursor = inner + len(content)
        if name in roles.MARKS:
            self._mark(name, content, inner)
        elif name in roles.CHECKED:
            self._checked(name, content, inner)
        elif name in ("abbr", "abbreviation"):
            self._abbreviation(content, inner)
        elif name in roles.SHOWN:
            self.flow.words(content, inner, self.anchors)
        elif name in roles.TITLED or name in roles.LINKED:
            self._linked(name, content, inner)
        elif name in roles.CODE:
            for part in roles.without(_BRACES, content) if name in roles.BRACED else [Part(content, 0)]:
                self.flow.code(part.text, inner + part.at, self.anchors)
        elif name in roles.ICONS:
            self.flow.gap(self.anchors.at(index))
        else:
            self._unread(index, f"role `{name}`")

    def _mark(self, name: str, content: str, inner: int) -> None:
        if name == "own":
            self.flow.mark(Own(" ".join(content.split())), self.anchors.at(inner), behind=True)
        else:
            found = list(roles.items(content))
            if not found:
                self.unchecked.append((self.anchors.at(inner), "role `evidence` without a fact"))
            for item in found:
                start = self.anchors.at(inner + item.at)
                self.ids.append(IdPlace(id=item.text, kind="fact", start=start))
                self.flow.mark(Citation(fact=item.text, start=start, role="evidence"), start, behind=True)

    def _checked(self, name: str, content: str, inner: int) -> None:
        """The roles of the book that print something."""
        words, target = roles.explicit(content)
        start = self.anchors.at(inner + target.at)
        if not target.text or (words and name in ("quote", "figure")):
            what = "words of its own" if target.text else "nothing to look up"
            self._unread(inner, f"role `{name}` with {what}")
            return
        if name != "figure":
            kind: IdKind = "name" if name == "name" else "fact"
            self.ids.append(IdPlace(id=target.text, kind=kind, start=start))
        if name == "fact":
            self.flow.mark(Citation(fact=target.text, start=start, role="fact"), start, behind=False)
        elif name == "quote":
            self.flow.mark(Citation(fact=target.text, start=start, role="quote"), start, behind=False)
        shown = words or Part(self.display(name, target.text), target.at)
        place = self.anchors.at(inner + shown.at)
        self.flow.add(" ".join(shown.text.split()), place, _KINDS[name], target.text, words is not None)

    def _abbreviation(self, content: str, inner: int) -> None:
        short, long = roles.abbreviation(content)
        self.flow.words(short.text, inner + short.at, self.anchors)
        if long:
            self.label(long.text, inner + long.at)

    def _linked(self, name: str, content: str, inner: int) -> None:
        words, target = roles.explicit(content)
        if name == "index":
            self.label(target.text, inner + target.at)
        if words and name == "numref":
            for part in roles.unnumbered(words):
                self.flow.words(part.text, inner + part.at, self.anchors)
        elif words:
            self.flow.words(words.text, inner + words.at, self.anchors)
        elif name in roles.TITLED:
            self.flow.words(target.text, inner + target.at, self.anchors)
        else:
            self.flow.gap(self.anchors.at(inner))
