"""The reference of finding codes, made from the table of rules itself."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from docutils.nodes import Node
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ....account.sources.coverage import rules_of
from ....book.inputs import INPUT_CODES
from ..building import made, paragraph, with_code

LINKS = ("source", "quotation", "fact", "prose", "book", "coverage")


class CodesDirective(SphinxDirective):
    """The codes of one link of the chain, of the coverage, or of unreadable input (``input``)."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """List each code with what it stops and what to do."""
        link = directives.choice(self.arguments[0], (*LINKS, "input"))
        items = nodes.definition_list(classes=["sourced-codes"])
        for code, texts in _input() if link == "input" else _rules(link):
            name = nodes.literal("", code)
            term = nodes.term("", "", name, ids=[f"code-{code}"])
            self.state.document.note_explicit_target(term)
            body = nodes.definition("", *(paragraph(*with_code(text)) for text in texts if text))
            items += nodes.definition_list_item("", term, body)
        self.set_source_info(items)
        return [made(items)]


def _rules(link: str) -> Iterable[tuple[str, tuple[str, str]]]:
    for rule in rules_of(link):
        yield rule.code, (f"{rule.summary} {rule.explanation}".strip(), rule.hint)


def _input() -> Iterable[tuple[str, tuple[str, str]]]:
    for code in INPUT_CODES.values():
        yield code.code, (code.stops, code.hint)
