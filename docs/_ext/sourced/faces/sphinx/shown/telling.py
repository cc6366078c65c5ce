"""Where a difference is told: at the word that was read, or else where something is shown."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from docutils import nodes
from msgspec import structs

from ....page.shown import Difference, Read, place_of
from ....rules.shown import SHOWN_NOT_READ, hit
from ....rules.verdict.judging import data_finding, page_finding
from ..checking import file_of, read_page
from ..domain import SourcedDomain
from ..logged import log_finding
from .tree import Block


def tell(
    domain: SourcedDomain, reads: Mapping[str, Read], blocks: Sequence[Block], difference: Difference
) -> None:
    """Log a difference where it was read, or where it is shown if it was read nowhere."""
    root, found = domain.input.root, hit(difference)
    number = difference.block
    for docname, read in reads.items():
        if number is not None and number < len(read.text):
            page = read_page(domain, docname)
            here = structs.replace(found, at=place_of(page, number, difference.word))
            log_finding(page_finding(page, SHOWN_NOT_READ, here), root)
            return
        number = None if number is None else number - len(read.text)
    file, line = _place(root, file_of(domain, next(iter(reads))), blocks[difference.at].node)
    finding = data_finding(domain.input.book, SHOWN_NOT_READ, structs.replace(found, file=file))
    log_finding(structs.replace(finding, line=line), root)


def _place(root: Path, file: str, node: nodes.Node) -> tuple[str, int]:
    """Where a node stands: in the file that it comes from, if that is one of the book, else in its page."""
    around = node.parent if isinstance(node, nodes.Text) else node  # a text names the page that is being read
    while around is not None and not (around.line and around.source):
        around = around.parent
    if around is None or around.source is None:
        return file, 1
    source = Path(os.path.relpath(around.source, root)).as_posix()
    is_there = not source.startswith("..") and (root / source).is_file()
    return (source, around.line or 1) if is_there else (file, 1)
