"""What stands in a fence: code, or a directive with its argument, its options and its body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.token import Token

from . import asked, code, directives
from .assembly import Flow, sentences
from .directives import KNOWN, Directive, Parts, Words
from .lines import Lines
from .page import Citation, Generated, IdPlace, Piece, Sentence

if TYPE_CHECKING:  # it would go round
    from .blocks import BlockReader


@dataclass(frozen=True, slots=True)
class FenceReader:
    """Reads the fences of some lines."""

    reader: BlockReader
    lines: Lines
    depth: int

    def read(self, token: Token) -> None:
        """Read one fence."""
        name = (token.info.split(maxsplit=1) or [""])[0]
        number = token.map[0] if token.map else 0
        below = self.lines.below(number + 1, token.content)
        if name.startswith("{") and name.endswith("}"):
            self._named(name[1:-1].lower(), token, number, below)
        elif token.type == "colon_fence":
            self.reader.read(below, self.depth + 1)
        else:
            self._code(below, runs=name.lower() in code.PYTHON)

    def _code(self, lines: Lines, *, runs: bool) -> None:
        """Code; examples only where they are run, which is for the tests to show."""
        read = code.examples if runs and code.has_examples(lines) else code.block
        self.reader.code += read(lines)

    def _named(self, name: str, token: Token, number: int, below: Lines) -> None:
        line, offset = self.lines.lines[number]
        opening = max(line.find(token.markup + token.info), 0)
        shape = KNOWN.get(name)
        if shape is None:
            self.reader.unchecked.append((offset + opening, f"directive `{name}`"))
            return
        column = line.find("}", opening) + 1
        argument = line[column:].strip()
        column += len(line[column:]) - len(line[column:].lstrip())
        parts = directives.divide(shape, below)
        for label in parts.labels:
            self._label(label, beside=True)
        self._address(parts, below)
        if name in directives.GENERATED:
            self._generated(name, offset + opening, (argument, offset + column), parts, below)
        if name == "quote":
            self._quotation(argument, offset + column, parts)
        else:
            self._directive(shape, (argument, offset + column), parts)

    def _generated(
        self, name: str, place: int, argument: tuple[str, int], parts: Parts, lines: Lines
    ) -> None:
        """What a part that is made from the data asks for, and the IDs that it names."""
        text, start = argument
        drawn = list(asked.left_out(lines))
        if name == "timeline":
            drawn += asked.events(parts.body)
        elif name == "locator":
            roles = asked.roles(parts.body)
            drawn += (Citation(fact=each.fact, start=each.start, role="picture") for each in roles)
        ids = [IdPlace(id=each.fact, kind="fact", start=each.start) for each in drawn]
        ids += asked.set_against(lines)
        if text and (name == "quote" or name in directives.OF_A_SOURCE):
            ids.append(IdPlace(id=text, kind="fact" if name == "quote" else "source", start=start))
        self.reader.drawn += drawn
        self.reader.ids += ids
        self.reader.generated.append(
            Generated(
                name=name,
                start=place,
                argument=text,
                options=parts.options,
                lines=tuple(line.strip() for line, _ in parts.body.lines if line.strip()),
                ids=tuple(ids),
            )
        )

    def _address(self, parts: Parts, lines: Lines) -> None:
        """Where a card leads: without words for it, the address is shown to those who hear the page."""
        address = parts.options.get("link", "")
        if "://" in address and "link-alt" not in parts.options:
            start = next((offset + line.find(address) for line, offset in lines.lines if address in line), 0)
            piece = Piece(text=address, start=start)
            self.reader.code.append(Sentence(pieces=(piece,), kind="code"))

    def _label(self, words: Words, *, beside: bool = False) -> None:
        for text, offset in words:
            self.reader.line(text, offset, "label", beside=beside)

    def _directive(self, shape: Directive, argument: tuple[str, int], parts: Parts) -> None:
        text, offset = argument
        body = parts.body
        if shape.argument == "label":
            self._label([argument])
        elif shape.argument == "version":
            version, _, words = text.partition(" ")
            self._label([(version, offset)])
            self.reader.line(words, offset + len(text) - len(words), "prose")
        elif shape.argument == "picture" and "alt" not in parts.options:
            # A picture without an alternative text is called by the name of its file.
            self._label([argument], beside=True)
        elif shape.argument == "body" and text:
            body = Lines([argument, *body.lines])
        if body.lines:
            self._body(shape, text, body, parts)

    def _body(self, shape: Directive, argument: str, body: Lines, parts: Parts) -> None:
        reader, depth = self.reader, self.depth + 1
        if shape.body in ("toctree", "index"):
            form = directives.TITLED if shape.body == "toctree" else directives.INDEXED
            for entry in directives.entries(body, form):
                self._label(entry, beside=True)
        elif shape.body == "list-table":
            heads = parts.options.get("header-rows", "0")
            reader.read(body, depth, shape, int(heads) if heads.isdecimal() else 0)
        elif shape.body == "labels":
            reader.labels += asked.labels(body)
        elif shape.body == "roles":
            reader.roles += asked.roles(body)
        elif shape.body == "caption":
            reader.read(body, depth, base="label")
        elif shape.body in ("code", "examples"):
            self._code(body, runs=shape.body == "examples" or argument.lower() in code.PYTHON)
        elif shape.body == "glossary":
            self._glossary(body)
        elif shape.body != "hidden":
            reader.read(directives.without_rules(body) if shape.body == "card" else body, depth)

    def _glossary(self, body: Lines) -> None:
        """Terms stand at the margin, and what is said of them behind more space."""
        for is_term, lines in directives.terms(body):
            if is_term:
                self._label(lines.lines)
            else:
                self.reader.read(lines, self.depth + 1)

    def _quotation(self, fact: str, offset: int, parts: Parts) -> None:
        """A quotation of its own: its words are printed by the extension."""
        reader = self.reader
        if any(line.strip() for line, _ in parts.body.lines):
            reader.unchecked.append((parts.body.start(0), "words in the body of `quote`"))
        if not fact:
            reader.unchecked.append((offset, "directive `quote` without a fact"))
            return
        flow = Flow()
        flow.mark(Citation(fact=fact, start=offset, role="quote"), offset, behind=False)
        flow.add(reader.display("quote", fact), offset, "quote", fact)
        reader.add(sentences(flow, "quote"))
