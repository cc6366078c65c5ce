"""The data beside the pages, in every form in which others read them."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx

from ...account.writing import write_whole
from .builders import is_site
from .domain import sourced_domain

FILES = ("facts.json", "facts.jsonld", "datapackage.json")
"""One of each form, to be looked at; a table is never written without its package."""


def write_export(app: Sphinx, error: Exception | None) -> None:
    """Write the files of data where they are older than what they tell, and tell something else.

    An e-book has no place for them.
    """
    if error or not is_site(app.builder):
        return
    domain = sourced_domain(app.env)
    told_since = max(domain.book_state.told_since, written(app.srcdir / "LICENSE"))
    if all(written(app.outdir / name) >= max(told_since, 1) for name in FILES):
        return
    from ...account.exports import Imprint, exports, read_licence  # late: seldom written
    from .checking import thin_pages, titles_of  # late: it loads every rule

    input_ = domain.input
    imprint = Imprint(titles=titles_of(domain), licence=read_licence(input_.book.root))
    files = exports(input_.book, thin_pages(domain), imprint, input_.library)
    for name, content in files.items():
        write_if_other(app.outdir / name, content)


def written(file: Path) -> int:
    """When a file was last written; 0 if there is none."""
    return file.stat().st_mtime_ns if file.exists() else 0


def write_if_other(file: Path, content: str) -> None:
    """Write a file if it holds anything else; in any case it is as new as what it tells."""
    if file.exists() and file.read_bytes() == content.encode():
        os.utime(file)
    else:
        file.parent.mkdir(exist_ok=True)
        write_whole(file, content)
