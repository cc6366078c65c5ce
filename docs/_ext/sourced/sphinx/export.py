"""The data as JSON beside the pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .domain import sourced_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILE = "facts.json"


def write_export(app: Sphinx, error: Exception | None) -> None:
    """Write ``facts.json`` where it is older than what was learned last, and says something else.

    An e-book has no place for it.
    """
    if error or app.builder.format != "html" or app.builder.name == "epub":
        return
    file, learned = app.outdir / FILE, app.doctreedir / "environment.pickle"
    if file.exists() and file.stat().st_mtime_ns >= learned.stat().st_mtime_ns:
        return
    from ..core.export import export, to_json
    from ..writing import write_whole
    from .checking import thin_pages

    domain = sourced_domain(app.env)
    content = to_json(export(domain.input.book, thin_pages(domain)))
    if file.exists() and file.read_bytes() == content.encode():
        os.utime(file)
    else:
        write_whole(file, content)
