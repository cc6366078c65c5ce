"""The search page, without the index that Sphinx would build for a search of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx

from .assets import has_lean_pages, searches_itself


def leave_out_index(app: Sphinx) -> None:
    """Keep Sphinx from making an index that nobody would ask; it is a quarter of the build."""
    if has_lean_pages(app) and not searches_itself(app):
        app.builder.search = False  # type: ignore[attr-defined]  # Sphinx's own switch, of its HTML builders


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give the page that Sphinx leaves out together with its index."""
    if has_lean_pages(app) and not searches_itself(app):
        yield "search", {}, "search.html"
