"""Finding the pages that show something else than was read."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from ....page.shown import Read, compare
from ..domain import sourced_domain
from .telling import tell
from .titles import Titles
from .tree import blocks_of

LAST = 10_000
"""After everything else that may change a page."""


def look_at(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Compare a page as it will be written with what was read of it; several, if they are written as one."""
    domain = sourced_domain(app.env)
    inside = [str(file["docname"]) for file in doctree.findall(addnodes.start_of_file)]
    pages = dict.fromkeys([docname, *inside])
    waiting = {name for name in pages if name in domain.pages and not domain.pages[name].taken_in}
    docnames = [name for name in pages if name not in waiting]
    reads = [page.read for name in docnames if (page := domain.pages.get(name)) and page.read]
    if not reads or len(reads) != len(docnames):
        return  # a page that nobody could read is a finding by itself
    blocks = list(
        blocks_of(doctree, Titles(app.env, doctree), app.builder.format, waiting, whole=docname in waiting)
    )
    read = Read(
        text=tuple(block for each in reads for block in each.text),
        beside=tuple(block for each in reads for block in each.beside),
    )
    differences = compare(read, [block.shown for block in blocks])
    if differences:
        for difference in differences:
            tell(domain, dict(zip(docnames, reads, strict=True)), blocks, difference)


def setup_shown(app: Sphinx) -> None:
    """Connect to Sphinx's event."""
    app.connect("doctree-resolved", look_at, priority=LAST)
