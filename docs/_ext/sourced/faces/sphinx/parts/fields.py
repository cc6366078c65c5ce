"""``{fields} kind``: what an entry of the data file may have, made from the model, with examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.nodes import Node
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from ....book.fields import ENTRIES, Field, example, fields
from ....book.yaml.reading import read_tree
from ....text.files import UnreadableError, read_text
from ..building import made, paragraph, with_code


class FieldsDirective(SphinxDirective):
    """The fields of one kind of entry; ``:example:`` is a data file, by its path from the page."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = {"example": directives.path}

    def run(self) -> list[Node]:
        """List each field with what it takes, what it is for, and how it looks."""
        kind = self.arguments[0]
        if kind not in ENTRIES:
            raise self.error(f"There is no entry of the kind “{kind}”; there are {', '.join(ENTRIES)}.")
        text = self._example()
        tree, _ = read_tree(text, file=self.options.get("example", ""))
        items = nodes.definition_list(classes=["sourced-codes"])
        for field in fields(kind):
            ident = f"field-{kind}-{field.name}"
            term = nodes.term("", "", nodes.literal("", field.name), ids=[ident])
            term += nodes.Text(", needed" if field.is_needed else "")
            self.state.document.note_explicit_target(term)
            where, lines = example(kind, field.name, tree, text) if tree and kind != "file" else ("", "")
            body = nodes.definition("", *_told(field), *_shown(where, lines))
            items += nodes.definition_list_item("", term, body)
        self.set_source_info(items)
        return [made(items)]

    def _example(self) -> str:
        if "example" not in self.options:
            return ""
        name, file = self.env.relfn2path(self.options["example"])
        self.env.note_dependency(file)
        try:
            return read_text(Path(file), name)
        except UnreadableError as error:
            raise self.error(error.message) from None


def _told(field: Field) -> Iterator[Node]:
    yield paragraph(*with_code(f"{field.meaning} It takes {field.takes}."))


def _shown(where: str, lines: str) -> Iterator[Node]:
    if lines:
        yield paragraph("For example, in ", nodes.literal("", where), ":")
        yield nodes.literal_block(lines, lines, language="yaml")
