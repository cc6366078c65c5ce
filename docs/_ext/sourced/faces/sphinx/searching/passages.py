"""What of a page can be found: its passages, each with the place that a result leads to."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx

from ..building import around
from ..domain import sourced_domain
from ..evidence.marks import Mark
from ..evidence.notes import Entry, NoteList
from ..footnotes import words_of
from ..state import Passage

BLOCKS = (nodes.paragraph, nodes.term, nodes.attribution, nodes.caption, nodes.rubric)
"""What holds text of its own, and no other block."""


def keep_passages(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the passages of a page that has been read."""
    sourced_domain(app.env).page(app.env.docname).passages = tuple(passages_of(doctree))


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
    return isinstance(node, BLOCKS) and around(node, nodes.row) is None


def _first_use(entry: Entry) -> Passage:
    """Where the page first rests on a fact."""
    return Passage(anchor=entry.marks[0] if entry.marks else entry.anchor, fact=entry.note.fact)


def _words(node: nodes.Element) -> str:
    parts = node.findall(nodes.paragraph) if isinstance(node, nodes.row) else [node]
    return " · ".join(words for part in parts if (words := words_of(part)))


def _place(node: nodes.Element) -> tuple[str, str]:
    """The first mark of a passage, or else its section; and the heading of that."""
    section = around(node, nodes.section)
    title = section.next_node(nodes.title) if section is not None else None
    heading = " ".join(title.astext().split()) if title is not None else ""
    marks = (id_ for mark in node.findall(Mark) for id_ in mark["ids"])
    return next(marks, section["ids"][0] if section is not None and section["ids"] else ""), heading
