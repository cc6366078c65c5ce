"""The author's own footnotes beside the notes of facts: the ones have letters, the others numbers."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.transforms.post_transforms import SphinxPostTransform

from .building import made
from .domain import sourced_domain
from .evidence.marks import Mark


class LetterFootnotes(SphinxPostTransform):
    """Give footnotes letters, where a page has notes of facts too; a label of the author's own stays.

    LaTeX counts footnotes itself, and pages that are written as one have each their own.
    """

    default_priority = 4  # before marks are made ordinary nodes

    def is_supported(self) -> bool:
        """Whether the builder needs it."""
        return bool(sourced_domain(self.env).builder.format != "latex")

    def run(self, **_kwargs: Any) -> None:
        """Replace the numbers, at the footnotes and where they are referred to."""
        has = [next(self.document.findall(kind), None) is not None for kind in (Mark, start_of_file)]
        if has != [True, False]:
            return
        footnotes = {id_: note for note in self.document.findall(nodes.footnote) for id_ in note["ids"]}
        letters: dict[str, str] = {}
        for sign in list(self.document.findall(nodes.footnote_reference)):
            id_ = sign.get("refid", "")
            if id_ in letters or (id_ in footnotes and _is_numbered(footnotes[id_])):
                _say(sign, letters.setdefault(id_, lettered(len(letters))))
        for id_, letter in letters.items():
            _say(_label(footnotes[id_]), letter)


def _label(note: nodes.footnote) -> nodes.Element:
    return note.next_node(nodes.label) or nodes.label()


def _is_numbered(note: nodes.footnote) -> bool:
    return _label(note).astext().isdigit()


def _say(sign: nodes.Element, letter: str) -> None:
    sign.clear()
    made(sign).append(nodes.Text(letter))


def words_of(node: nodes.Node) -> str:
    """What a block says, without the signs of its footnotes."""
    texts = (
        text for text in node.findall(nodes.Text) if not isinstance(text.parent, nodes.footnote_reference)
    )
    return " ".join("".join(map(str, texts)).split())


def lettered(number: int) -> str:
    """The one of a number from 0 on: a, b, … z, aa, ab, …"""
    more, last = divmod(number, len(ascii_lowercase))
    return (lettered(more - 1) if more else "") + ascii_lowercase[last]
