"""Which scripts and style sheets a page asks for, and which files are shipped."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from docutils.nodes import document
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from .unthemed import is_data

STATIC = Path(__file__).parent / "static"
STYLE, SCRIPT = "book.css", "book.js"
FRONT_STYLE = "front.css"
"""For the front page alone."""
MARGIN_STYLE = "margin.css"
"""For pages that keep a margin free for quotations."""

UNUSED_STYLES = {"_static/pygments.css", "_static/styles/sphinx-book-theme.css"}
"""Our own sheet takes their place."""

UNUSED_SCRIPTS = {"_static/scripts/sphinx-book-theme.js"}
"""Our own script takes its place."""

SEARCH_SCRIPTS = {f"_static/{name}.js" for name in ("documentation_options", "doctools", "sphinx_highlight")}
"""Needed where Sphinx searches; elsewhere our own script fetches them for a reader who comes from there."""

UNUSED_FILES = (
    *("scripts", "styles", "vendor", "webpack-macros.html", "sbt-webpack-macros.html", "locales", "images"),
    *("pygments.css", "basic.css", "file.png", "minus.png", "plus.png", ".gitignore"),
)
"""What the themes put into ``_static`` and no page asks for."""

SEARCH_FILES = (
    *("documentation_options.js", "doctools.js", "language_data.js", "searchtools.js", "sphinx_highlight.js"),
)
"""Sphinx's own search, where another has taken its place."""


def searches_itself(app: Sphinx) -> bool:
    """Whether Sphinx makes an index and searches it; ``sourced.sphinx`` brings a search of its own."""
    return "sourced.sphinx" not in app.extensions


def has_lean_pages(app: Sphinx) -> bool:
    """Whether the builder writes pages with the theme; an e-book has its own, and JSON none."""
    if app.builder.format != "html" or app.builder.name == "epub" or on_paper(app.builder):
        return False
    return not is_data(app)


def on_paper(builder: Builder) -> bool:
    """Whether the builder puts all pages into one, to be printed."""
    return hasattr(builder, "own_anchor")


def base_address(config: Config) -> str:
    """Where the book will be read, as a folder; empty where nobody has said."""
    base: str = config.html_baseurl
    return base if base.endswith("/") or not base else f"{base}/"


def add_own(app: Sphinx) -> None:
    """Add our sheet and our script."""
    if has_lean_pages(app) or on_paper(app.builder):
        app.config.html_static_path.append(str(STATIC))
        app.add_css_file(STYLE, priority=150)
        app.add_js_file(SCRIPT, priority=150, loading_method="defer")


def keep_needed(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: document | None
) -> None:
    """Take out of a page what it does not need."""
    if not has_lean_pages(app):
        return
    if pagename == app.config.root_doc:
        app.add_css_file(FRONT_STYLE, priority=160)
    if context.get("has_evidence"):
        app.add_css_file(MARGIN_STYLE, priority=160)
    searching = pagename == "search" and searches_itself(app)
    unneeded = UNUSED_SCRIPTS if searching else UNUSED_SCRIPTS | SEARCH_SCRIPTS
    context["css_files"] = [css for css in context["css_files"] if _name(css) not in UNUSED_STYLES]
    context["script_files"] = [
        js for js in context["script_files"] if _name(js) not in unneeded and not _sets_theme_options(js)
    ]


def ship_needed(app: Sphinx, error: Exception | None) -> None:
    """Remove what the themes have copied and no page asks for."""
    if error or not (has_lean_pages(app) or on_paper(app.builder)):
        return
    for name in UNUSED_FILES if searches_itself(app) else UNUSED_FILES + SEARCH_FILES:
        path = app.outdir / "_static" / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _name(asset: Any) -> str:
    return str(getattr(asset, "filename", asset) or "")


def _sets_theme_options(asset: Any) -> bool:
    """Whether it is one of the theme's lines for its own scripts."""
    body = getattr(asset, "attributes", {}).get("body") or ""
    return bool(body.lstrip().startswith("DOCUMENTATION_OPTIONS."))


def setup_assets(app: Sphinx) -> None:
    """Connect to Sphinx's events; late, as the theme adds to each page as well."""
    app.connect("builder-inited", add_own)
    app.connect("html-page-context", keep_needed, priority=900)
    app.connect("build-finished", ship_needed, priority=900)
