"""Finding the pages that show something else than was read, and writing them again as long as they do."""

from __future__ import annotations

import json
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ....account.writing import write_whole
from ....page.shown import Read, compare
from ..domain import sourced_domain
from .titles import Titles
from .tree import blocks_of

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
    if differences:
        from .telling import tell  # late: it loads every rule

        for difference in differences:
            tell(domain, dict(zip(docnames, reads, strict=True)), blocks, difference)


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
