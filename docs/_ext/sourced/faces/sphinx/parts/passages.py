"""``{source-passages} id``: what of a source is quoted, and by which facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes

from ....account.addresses import passage_address
from ....account.sources.source import Piece, Quoted, Unshown, source_view
from ..building import anchor, items, paragraph, span
from ..footnotes import lettered
from ..state import Rests
from .links import Links
from .parts import PartDirective


class PassagesDirective(PartDirective):
    """``{source-passages} id``: what of a source is quoted, and by which facts."""

    required_arguments = 1
    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """Its passages in order."""
        if links.known_source(argument) is None:
            return []
        found = items([], "sourced-passages")
        for item in source_view(links.library, argument):
            shown = _quoted(argument, item, links) if isinstance(item, Quoted) else [_unshown(item)]
            kind = "quoted" if isinstance(item, Quoted) else item.kind
            found += nodes.list_item("", *shown, classes=[f"sourced-{kind}"])
        return [found]


def _quoted(source: str, item: Quoted, links: Links) -> Iterator[nodes.Node]:
    letters = {fact: lettered(number) for number, fact in enumerate(item.facts)}
    several = len(item.facts) > 1
    words = [
        node for piece in item.pieces for node in _piece(source, piece, letters if several else {}, links)
    ]
    yield paragraph(span(f"Line {item.line}", "sourced-place"), classes=["sourced-where"])
    yield nodes.block_quote("", paragraph(words), classes=["sourced-sentence"])
    facts = links.book.facts
    listed = []
    for fact, letter in letters.items():
        mark = [span(f"{letter} ", "sourced-letter")] if several else []
        listed.append([paragraph(mark, links.fact(fact, facts[fact].statement))])
    yield items(listed, "sourced-rests")


_SHOWN = (8, 5)
"""So many words of a long quotation are shown at its ends: the page must not become the article."""
_CONTEXT = 3
"""So many unquoted words are shown between quotations."""


def _shortened(text: str, *, quoted: bool) -> str:
    """Words of a source as this page shows them, with an ellipsis for what it leaves to the source."""
    words = text.split(" ")
    first, last = _SHOWN if quoted else (_CONTEXT, 0)
    if len(words) <= first + last + (1 if quoted else 0):
        return text
    return " ".join([*words[:first], "…", *(words[-last:] if last else [""])])


def _piece(source: str, piece: Piece, letters: dict[str, str], links: Links) -> Iterator[nodes.Node]:

    ids = [passage_address(source, start).anchor for start in piece.starts]
    if not links.html:
        yield from (anchor(id_) for id_ in ids)
    yield (
        nodes.inline("", _shortened(piece.text, quoted=True), ids=ids, classes=["sourced-words"])
        if piece.quoted
        else nodes.Text(_shortened(piece.text, quoted=False))
    )
    ending = "".join(letters[fact] for fact in piece.ends if fact in letters)
    if ending:
        yield nodes.superscript("", ending, classes=["sourced-letter"])


def _unshown(item: Unshown) -> nodes.paragraph:
    first, last = item.lines
    lines = f"Line {first}" if first == last else f"Lines {first} to {last}"
    what = f" Set aside: {item.why}." if item.kind == "aside" else " Not quoted."
    return paragraph(span(lines, "sourced-place"), what)
