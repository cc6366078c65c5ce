"""Finding the pages that show something else than was read, and writing them again as long as they do."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from docutils import nodes
from msgspec import structs
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ....account.writing import write_whole
from ....chain.reading import page_of
from ....page.shown import Difference, Read, compare, place_of
from ....text.files import read_text
from ..bookinput import log_finding
from ..domain import SourcedDomain, sourced_domain
from .titles import Titles
from .tree import Block, blocks_of

LAST = 10_000
"""After everything else that may change a page."""


def look_at(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Compare a page as it will be written with what was read of it; several, if they are written as one."""
    domain = sourced_domain(app.env)
    inside = [str(file["docname"]) for file in doctree.findall(addnodes.start_of_file)]
    docnames = list(dict.fromkeys([docname, *inside]))
    reads = [page.read for name in docnames if (page := domain.pages.get(name)) and page.read]
    if len(reads) != len(docnames):
        return  # a page that nobody could read is a finding by itself
    blocks = list(blocks_of(doctree, Titles(app.env, doctree), app.builder.format))
    read = Read(
        text=tuple(block for each in reads for block in each.text),
        beside=tuple(block for each in reads for block in each.beside),
    )
    differences = compare(read, [block.shown for block in blocks])
    _note(app, docname, differs=bool(differences))
    for difference in differences:
        _tell(domain, docnames, reads, blocks, difference)


def _tell(
    domain: SourcedDomain,
    docnames: Sequence[str],
    reads: Sequence[Read],
    blocks: Sequence[Block],
    difference: Difference,
) -> None:
    """Log a difference where it was read, or where it is shown if it was read nowhere."""
    from ....rules.judging import data_finding, page_finding  # late: it loads every rule
    from ....rules.shown import SHOWN_NOT_READ, hit
    from ..checking import file_of

    root, found = domain.input.root, hit(difference)
    number = difference.block
    for docname, read in zip(docnames, reads, strict=True):
        if number is not None and number < len(read.text):
            file, input_ = file_of(domain, docname), domain.input
            text = read_text(root / file, file)
            page = page_of(input_.library, text, docname=docname, file=file, display=input_.display)
            here = structs.replace(found, at=place_of(page, number, difference.word))
            log_finding(page_finding(page, SHOWN_NOT_READ, here), root)
            return
        number = None if number is None else number - len(read.text)
    file, line = _place(root, file_of(domain, docnames[0]), blocks[difference.at].node)
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


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"sourced-differing-{app.builder.name}.json"


def _differing(app: Sphinx) -> list[str]:
    try:
        return list(map(str, json.loads(_file(app).read_text(encoding="utf-8"))))
    except (OSError, ValueError):
        return []


def _note(app: Sphinx, docname: str, *, differs: bool) -> None:
    """Note that a page has to be written again, or that it has no longer."""
    known = _differing(app)
    if differs != (docname in known):
        write_whole(_file(app), json.dumps(sorted({*known, docname} if differs else {*known} - {docname})))


def write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages that were found to differ when they were last written."""
    return [docname for docname in _differing(app) if docname in env.found_docs]


def setup_differing(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("env-updated", write_again)
    app.connect("doctree-resolved", look_at, priority=LAST)
