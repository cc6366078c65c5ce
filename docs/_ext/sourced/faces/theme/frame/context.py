"""What the parts of the frame ask for: chapters, the logo's size, versions, whether to keep a margin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util import isurl
from sphinx.util.images import get_image_size

from ..assets import has_lean_pages
from .options import is_on
from .sidenotes import Sidenote

BESIDE = frozenset(
    (
        "margin",
        "margin-caption",
        "sidenote",
        "marginnote",
        "tag_margin",
        "tag_popout",
        "full-width",
        "full_width",
        "tag_full-width",
        "tag_full_width",
    )
)
"""Classes of what an author puts into the margin, or lets reach into it."""
_TOGGLE = re.compile(r'data-bs-toggle="dropdown" aria-expanded="false"\s+aria-controls=')


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What the list of versions shows."""

    current: str
    match: str
    all: tuple[dict[str, Any], ...]


def add_parts(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Put it into the page's context, before the theme tries each of its parts."""
    if not has_lean_pages(app):
        return
    context["chapters"] = _chapters(context)
    context["logo_size"] = lambda kind: _logo_size(app, kind)
    context["menu_by_html"] = menu_by_html
    context["versions"] = _versions(app, context.get("theme_switcher"))
    context["has_margin"] = tree is not None and _has_margin(tree)


def _chapters(context: dict[str, Any]) -> Callable[[], str]:
    """The theme's list of chapters, in which each part that unfolds has a name."""

    @cache
    def chapters() -> str:
        tree = context["generate_toctree_html"](
            *("sidebar", 0, int(context["theme_show_navbar_depth"])),
            maxdepth=int(context["theme_max_navbar_depth"]),
            collapse=is_on(context["theme_collapse_navbar"]),
            includehidden=True,
            titles_only=True,
        )
        if not hasattr(tree, "find_all"):
            return str(tree)
        for link in tree.select("a.reference"):
            link["class"] = ["nav-link"]
        for link in tree.select("a.nav-link[href='#']"):
            link["aria-current"] = "page"
        for summary in tree.find_all("summary"):
            link = summary.find_parent("li").find("a")
            if not summary.get_text(strip=True) and link:
                summary["aria-label"] = link.get_text(strip=True)
        for each in tree.find_all(attrs={"role": "heading"}):
            del each["role"], each["aria-level"]
        return str(tree)

    return chapters


def _has_margin(tree: nodes.document) -> bool:
    """Whether an author has put something into the margin of a page, or let something reach into it."""
    return any(
        isinstance(node, Sidenote) or BESIDE.intersection(node["classes"])
        for node in tree.findall(nodes.Element)
    )


def menu_by_html(html: str) -> str:
    """A menu of the theme that opens without its scripts."""
    html = _TOGGLE.sub("popovertarget=", str(html))
    return html.replace('class="dropdown-menu"', 'class="dropdown-menu" popover')


def _logo_size(app: Sphinx, kind: str) -> str:
    """As attributes, so that nothing moves when the logo comes."""
    logo = getattr(app.builder, "theme_options", {}).get("logo") or {}
    path = logo.get(f"image_{kind}") or app.config.html_logo
    if not path or isurl(path):
        return ""
    for folder in (app.srcdir, app.confdir, *(app.confdir / each for each in app.config.html_static_path)):
        if (Path(folder) / path).is_file():
            size = get_image_size(Path(folder) / path)
            return ' width="{}" height="{}"'.format(*size) if size else ""
    return ""


def _versions(app: Sphinx, switcher: object) -> Versions | None:
    """Those that the file of the option ``switcher`` lists, a path in the book."""
    if not isinstance(switcher, dict):
        return None
    path, match = app.srcdir / str(switcher["json_url"]), str(switcher["version_match"])
    try:
        listed = tuple(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise ConfigError(f"html_theme_options: switcher: {path} cannot be read: {error}") from error
    names = [str(each.get("name") or each["version"]) for each in listed if each.get("version") == match]
    return Versions(current=names[0] if names else match, match=match, all=listed)
