"""Which scripts and style sheets a page asks for, and which files are shipped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from os import PathLike
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils.nodes import document
from rcssmin import cssmin
from rjsmin import jsmin
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from ..sphinx.builders import is_data, is_on_paper
from .unthemed import HELP

_LOGGER = logging.getLogger(__name__)
PACKAGE = Path(__file__).parents[2]
STATIC = Path(__file__).parent / "static"
STYLE, SCRIPT = "sourced-theme.css", "sourced-theme.js"
"""Named as no file of an author is, whose files lie beside them."""
FRONT_STYLE = "sourced-theme-front.css"
"""For the front page alone."""
SHEET = "sourced-theme-kept.css"
"""What is kept of the theme's own style sheets."""
MARGIN_STYLE = "sourced-theme-margin.css"
"""For pages with something in the margin."""
ASIDES_STYLE = "sourced-theme-asides.css"
"""For those with something in it, or beside the text, that an author has put there."""
SIDEBAR = re.compile(r'<aside class="[^"]*\bsidebar\b')
PARTS_STYLE, PARTS_SCRIPT = "sourced-theme-parts.css", "sourced-theme-parts.js"
"""For the parts of the frame that an option asks for."""

PARTS = (
    *("announcement", "back_to_top_button", "icon_links", "use_fullscreen_button"),
    *("navbar_start", "navbar_center", "navbar_end", "navbar_persistent", "primary_sidebar_end"),
    *("article_footer_items", "footer_start", "footer_center", "footer_end"),
)
"""Such options; a button in the header is one as well."""

UNUSED_STYLES = {"_static/styles/sphinx-book-theme.css"}
"""Our own sheet takes their place."""
CODE_STYLE = "_static/pygments.css"
"""As well, unless one of these options asks for other colours of code."""
CODE_OPTIONS = {f"{name}_{scheme}_style" for name in ("pygments", "pygment") for scheme in ("light", "dark")}

UNUSED_SCRIPTS = {"_static/scripts/sphinx-book-theme.js"}
"""Our own script takes its place."""

OPTIONS_SCRIPT = "_static/documentation_options.js"
"""What scripts of authors and extensions may ask; ours do not."""

SEARCH_SCRIPTS = {f"_static/{name}.js" for name in ("doctools", "sphinx_highlight")}
"""Needed where Sphinx searches; elsewhere our own script fetches them for a reader who comes from there."""

EXTENSIONS = {
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab-set",
    **dict.fromkeys(("copybutton.css", "copybutton.js", "clipboard.min.js"), "<pre"),
}
"""What extensions add to every page, and what must stand in the text of a page that needs it."""

MADE = ("pygments.css", "basic.css", "documentation_options.js", "language_data.js")
"""What Sphinx makes in ``_static``, beside what the themes ship."""

ASKED = re.compile(r"""_static/([^"'?#)\s]+)|url\(\s*["']?([^"')]+)""")
"""What a page or a style sheet asks for."""


OTHER_THEMES = HELP | {"epub"}
"""Builders whose pages have a theme of their own."""


def searches_itself(app: Sphinx) -> bool:
    """Whether Sphinx makes an index and searches it; ``sourced.sphinx`` brings a search of its own."""
    return "sourced.sphinx" not in app.extensions


def has_lean_pages(app: Sphinx) -> bool:
    """Whether the builder writes pages with the theme; e-books and help files have another, JSON none."""
    if app.builder.format != "html" or app.builder.name in OTHER_THEMES or is_on_paper(app.builder):
        return False
    return not is_data(app.builder)


def _is_used(asset: Any, text: str) -> bool:
    """Whether a page needs what an extension adds to all of them."""
    name = Path(_name(asset)).name
    return name not in EXTENSIONS or EXTENSIONS[name] in text


def base_address(config: Config) -> str:
    """Where the book will be read, as a folder; empty where nobody has said."""
    base: str = config.html_baseurl
    return base if base.endswith("/") or not base else f"{base}/"


def add_own(app: Sphinx) -> None:
    """Add our sheet and our script."""
    if has_lean_pages(app) or is_on_paper(app.builder):
        _tell_of_same_names(app)
        app.config.html_static_path.append(str(STATIC))
        app.add_css_file(STYLE, priority=150)
        app.add_js_file(SCRIPT, priority=150, loading_method="defer")


def _tell_of_same_names(app: Sphinx) -> None:
    """Say which files of the author would be lost behind one of ours."""
    authors = {name for folder in app.config.html_static_path for name in _held(app.confdir / folder)}
    for name in sorted(authors & {*_held(STATIC), SHEET}):
        told = (
            "html_static_path: %s has the name of a file of sourced.theme, which takes its place. Rename it."
        )
        _LOGGER.warning(told, name, type="sourced", subtype="theme")


def keep_needed(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: document | None
) -> None:
    """Take out of a page what it does not need."""
    if not has_lean_pages(app):
        return
    if pagename == app.config.root_doc:
        app.add_css_file(FRONT_STYLE, priority=160)
    if context.get("has_evidence") or context.get("has_margin"):
        app.add_css_file(MARGIN_STYLE, priority=160)
    text = str(context.get("body", ""))
    if context.get("has_margin") or SIDEBAR.search(text):
        app.add_css_file(ASIDES_STYLE, priority=165)
    _add_parts(app, context)
    searching = pagename == "search" and searches_itself(app)
    unneeded = UNUSED_SCRIPTS if searching else UNUSED_SCRIPTS | SEARCH_SCRIPTS | {OPTIONS_SCRIPT}
    context["own_code"] = bool(CODE_OPTIONS & app.config.html_theme_options.keys())
    unused = UNUSED_STYLES if context["own_code"] else UNUSED_STYLES | {CODE_STYLE}
    context["css_files"] = [
        css for css in context["css_files"] if _name(css) not in unused and _is_used(css, text)
    ]
    scripts = [js for js in context["script_files"] if not _sets_theme_options(js) and _is_used(js, text)]
    if not all(Path(_name(js)).name.startswith("sourced-") or _name(js) in unneeded for js in scripts):
        unneeded = unneeded - {OPTIONS_SCRIPT}
    context["script_files"] = [js for js in scripts if _name(js) not in unneeded]


def _add_parts(app: Sphinx, context: dict[str, Any]) -> None:
    """Load what the parts need that options ask for, if there are any."""
    asked = {part for part in PARTS if context.get(f"theme_{part}") not in ("", "False", False, None, [])}
    parts = context.get("theme_article_header_start", []), context.get("sidebars") or []
    usual = ["toggle-primary-sidebar.html"], ["navbar-logo.html", "icon-links.html"]
    if (
        asked
        or context.get("header_buttons")
        or parts[0] != usual[0]
        or context.get("theme_logo", {}).get("image_relative")
    ):
        app.add_css_file(PARTS_STYLE, priority=155)
    if "use_fullscreen_button" in asked:
        app.add_js_file(PARTS_SCRIPT, priority=155, loading_method="defer")


def ship_needed(app: Sphinx, error: Exception | None) -> None:
    """Remove what the themes have copied and no page asks for; what the author ships is left alone."""
    if error or not (has_lean_pages(app) or is_on_paper(app.builder)):
        return
    static = app.outdir / "_static"
    theirs = set(_shipped(app.builder.theme.get_theme_dirs())) | {*MADE}  # type: ignore[attr-defined]  # of HTML builders
    authors = {name for folder in app.config.html_static_path for name in _held(app.confdir / folder)}
    asked = _asked(app.outdir, theirs - authors)
    if searches_itself(app):
        asked |= {Path(name).name for name in (*SEARCH_SCRIPTS, OPTIONS_SCRIPT)}
    for name in sorted(theirs - authors - asked):
        (static / name).unlink(missing_ok=True)
    for name in _own_files(app.config):
        path = static / name
        shorten = cssmin if path.suffix == ".css" else jsmin
        path.write_text(shorten(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for folder in sorted((each for each in static.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _own_files(config: Config) -> Iterator[str]:
    """The style sheets and scripts that extensions of this project ship, by absolute paths."""
    for folder in config.html_static_path:
        if Path(folder).is_absolute() and PACKAGE in Path(folder).parents:
            yield from (file.name for file in Path(folder).iterdir() if file.suffix in {".css", ".js"})


def _shipped(folders: Iterable[str | PathLike[str]]) -> Iterator[str]:
    """The names of the files that themes ship, as they stand in ``_static``."""
    for folder in folders:
        for name in _held(Path(folder) / "static"):
            yield name.removesuffix(".jinja").removesuffix("_t")


def _held(path: Path) -> Iterator[str]:
    """The files in a folder, or the one file."""
    if path.is_file():
        yield path.name
    for file in path.rglob("*"):
        if file.is_file():
            yield file.relative_to(path).as_posix()


def _asked(out: Path, without: Set[str]) -> set[str]:
    """What pages ask for, and style sheets that are not among those given."""
    asked: set[str] = set()
    shipped = out / "_static"
    sheets = (each for each in shipped.rglob("*.css") if each.relative_to(shipped).as_posix() not in without)
    pages = (each for each in out.rglob("*.html") if shipped not in each.parents)
    for path in (*pages, *sheets):
        for name, inner in ASKED.findall(path.read_text(encoding="utf-8")):
            asked.add(unquote(name or inner))
    return asked | {Path(each).name for each in asked}


def _name(asset: Any) -> str:
    return str(getattr(asset, "filename", asset) or "")


def _sets_theme_options(asset: Any) -> bool:
    """Whether it is one of the theme's lines for its own scripts."""
    body = getattr(asset, "attributes", {}).get("body") or ""
    return bool(body.lstrip().startswith("DOCUMENTATION_OPTIONS."))
