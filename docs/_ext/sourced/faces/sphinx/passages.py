"""What of a page can be found: its passages, each with the place that a result leads to."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from msgspec import Struct
from sphinx.environment.collectors import EnvironmentCollector

from .evidence.marks import Mark
from .evidence.notes import Entry, NoteList

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BLOCKS = (nodes.paragraph, nodes.term, nodes.attribution, nodes.caption, nodes.rubric)
"""What holds text of its own, and no other block."""


class Passage(Struct, frozen=True, kw_only=True):
    """A passage: where it stands, under which heading, and its words. Of a note only its ``fact``."""

    anchor: str
    heading: str = ""
    text: str = ""
    fact: str = ""
    """The fact that the place rests on: what that says is in the data."""


class PassageCollector(EnvironmentCollector):
    """Keeps the passages of every page that is read."""

    def clear_doc(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a page."""
        passages(env).pop(docname, None)

    def merge_other(
        self, _app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """Take over what another process has read."""
        passages(env).update((name, found) for name, found in passages(other).items() if name in docnames)

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Keep the passages of a page."""
        passages(app.env)[app.env.docname] = list(passages_of(doctree))


def passages(env: BuildEnvironment) -> dict[str, list[Passage]]:
    """The passages of each page."""
    if not hasattr(env, "sourced_passages"):
        cast(Any, env).sourced_passages = {}
    return cast(dict[str, list[Passage]], cast(Any, env).sourced_passages)


def passages_of(doctree: nodes.document) -> Iterator[Passage]:
    """The passages of a page in their order: blocks of text, rows of tables, and the first uses of facts."""
    for node in doctree.findall(_is_passage):
        if isinstance(node, NoteList):
            yield from (_first_use(entry) for entry in node["entries"])
        elif isinstance(node, nodes.Element) and (text := _words(node)):
            anchor, heading = _place(node)
            yield Passage(anchor=anchor, heading=heading, text=text)


def _is_passage(node: nodes.Node) -> bool:
    if isinstance(node, NoteList | nodes.row):
        return True
    return isinstance(node, BLOCKS) and _above(node, nodes.row) is None


def _first_use(entry: Entry) -> Passage:
    """Where the page first rests on a fact."""
    return Passage(anchor=entry.marks[0] if entry.marks else entry.anchor, fact=entry.note.fact)


def _words(node: nodes.Element) -> str:
    parts = node.findall(nodes.paragraph) if isinstance(node, nodes.row) else [node]
    return " · ".join(words for part in parts if (words := " ".join(part.astext().split())))


def _place(node: nodes.Element) -> tuple[str, str]:
    """The first mark of a passage, or else its section; and the heading of that."""
    section = _above(node, nodes.section)
    title = section.next_node(nodes.title) if section is not None else None
    heading = " ".join(title.astext().split()) if title is not None else ""
    marks = (id_ for mark in node.findall(Mark) for id_ in mark["ids"])
    return next(marks, section["ids"][0] if section is not None and section["ids"] else ""), heading


def _above(node: nodes.Node, kind: type[nodes.Element]) -> nodes.Element | None:
    parent = node.parent
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parent
    return parent
