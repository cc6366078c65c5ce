"""The icons of the theme as small drawings in the page: no font of icons and no script is loaded for them.

An icon is asked for by the classes of Font Awesome, as in ``<i class="fa-solid fa-link"></i>``: by
the theme's templates, by its options and by authors. The shapes are those of the script
that the theme ships.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

_LOGGER = logging.getLogger(__name__)
_SCRIPT = Path(str(files("pydata_sphinx_theme"))) / (
    "theme/pydata_sphinx_theme/static/scripts/fontawesome.js"
)
_ASKED = re.compile(r'<(i|span)\b([^<>]*\bclass="([^"]*\bfa-[a-z0-9][^"]*)"[^<>]*)>\s*</\1>')
_KEPT = re.compile(r'(?:^|\s)((?:id|title|style|aria-label|role)="[^"]*")')
_PACKS = {
    **dict.fromkeys(("fab", "fa-brands"), "fab"),
    **dict.fromkeys(("far", "fa-regular"), "far"),
    **dict.fromkeys(("fas", "fa-solid", "fa"), "fas"),
}
_LOOKS = re.compile(
    r"fa-(?:lg|fw|xs|sm|xl|2xs|2xl|\d+x|spin|pulse|border|inverse|rotate-\d+|flip-\w+|li|ul)$"
)
"""Classes that say how an icon looks, and not which one it is."""


@cache
def _packs() -> dict[str, str]:
    """The part of the script that holds each pack; it registers one after the other."""
    text = _SCRIPT.read_text(encoding="utf-8")
    ends = sorted((text.index(f'p("{pack}",b)'), pack) for pack in ("fab", "far", "fas"))
    starts = [0, *(end for end, _ in ends)]
    return {pack: text[start:end] for start, (end, pack) in zip(starts, ends, strict=False)}


@cache
def shape(pack: str, name: str) -> tuple[int, int, str] | None:
    """The width, the height and the path of an icon, by its name or an older one; nothing if unknown."""
    wanted = re.escape(name)
    key = rf'(?<![\w-])(?:"{wanted}"|{wanted}):\[(\d+),(\d+),\[[^\]]*\],"[0-9a-f]+","([^"]*)"\]'
    older = rf':\[(\d+),(\d+),\[(?:[^\]]*,)?"{wanted}"(?:,[^\]]*)?\],"[0-9a-f]+","([^"]*)"\]'
    found = re.search(key, _packs()[pack]) or re.search(older, _packs()[pack])
    return (int(found[1]), int(found[2]), found[3]) if found else None


def draw_icons(html: str) -> str:
    """The HTML with each icon drawn; one that the theme does not have stays, and the build says so."""
    return _ASKED.sub(_drawn, html) if "fa-" in html else html


def _drawn(asked: re.Match[str]) -> str:
    classes = asked[3].split()
    pack = next((_PACKS[each] for each in classes if each in _PACKS), "")
    names = [each[3:] for each in classes if each.startswith("fa-") and not _LOOKS.match(each)]
    names = [name for name in names if f"fa-{name}" not in _PACKS]
    if not pack or not names:
        return asked[0]
    found = shape(pack, names[0])
    if found is None:
        _warn(pack, names[0])
        return asked[0]
    width, height, path = found
    kept = " ".join(_KEPT.findall(asked[2]))
    hidden = "" if "aria-label" in kept else ' aria-hidden="true"'
    return (
        f'<svg class="svg-icon {escape(asked[3])}" {kept}{hidden} viewBox="0 0 {width} {height}" '
        f'width="{width / height:.4g}em" height="1em"><path d="{path}"/></svg>'
    )


@cache
def _warn(pack: str, name: str) -> None:
    """Once for each icon, however many pages show it."""
    _LOGGER.warning("The theme has no icon %r in %r.", f"fa-{name}", pack, type="sourced", subtype="theme")


def add_filter(app: Sphinx) -> None:
    """Let templates draw icons."""
    templates = getattr(app.builder, "templates", None)
    if app.builder.format == "html" and templates is not None:
        templates.environment.filters["icons"] = draw_icons
