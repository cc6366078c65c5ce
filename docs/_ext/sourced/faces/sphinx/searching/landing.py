"""Where a reader arrives on a page: the script that marks the words searched for, and misses what is gone."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from ..builders import is_site

SCRIPT = "sourced-landing.js"


def add_script(app: Sphinx, *_page: Any) -> None:
    """Load it on every page of a site: an address may lead to any of them."""
    if is_site(app.builder):
        app.add_js_file(SCRIPT, priority=900, loading_method="defer")  # after what folds and unfolds


def setup_landing(app: Sphinx) -> None:
    """Connect it to the writing of pages."""
    app.connect("html-page-context", add_script)
