"""The theme's own style sheets, cut to what stands in the text of the pages.

A class belongs to one sheet: what the sheets of this project speak of, they style alone; for every other
class that stands in the text of a page, the rules of the theme are kept. They lie in a layer, so that ours go
before them, but for those that adapt what an extension brings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..assets import SHEET, STATIC, has_lean_pages
from .icons import shape
from .sheets import Rule, classes, parse, set_in, styled, trim, variables


def _package(name: str) -> Path:
    return Path(str(files(name)))


THEIRS = (
    _package("sphinx") / "themes/basic/static/basic.css.jinja",
    _package("pydata_sphinx_theme") / "theme/pydata_sphinx_theme/static/styles/pydata-sphinx-theme.css",
    _package("sphinx_book_theme") / "theme/sphinx_book_theme/static/styles/sphinx-book-theme.css",
)
"""In the order in which the theme loads them."""

OURS_TOO = frozenset(
    (
        *("admonition", "arabic", "container", "current", "d-n", "docutils", "field-even", "field-list"),
        *("field-odd", "figure", "footnote", "footnote-reference", "footnotes", "genindex-jumpbox"),
        *("headerlink", "highlight", "indextable", "label", "literal", "loweralpha", "lowerroman", "math"),
        *("nav", "pre", "reference", "row-even", "row-odd", "section", "simple", "table", "toctree-wrapper"),
        *("upperalpha", "upperroman"),
    )
)
"""Classes of what our sheets style by its element."""

ADAPTED = ("sd-", "copybtn", "toggle", "sphinx-tabs", "cell")
"""How classes begin that an extension styles in a sheet of its own, which comes after the theme's."""

TRIMMED = ("sphinx-design.min.css",)
"""Sheets of extensions that are cut to what the pages use."""

DARK = "html[data-theme=dark]"
ICON_FONT = ("var(--fa", "var(--pst-icon", "Font Awesome")
"""In the rules that would still draw an icon of a font, which no page loads."""
THEIRS_TOO = {"admonition", "admonition-title", "versionadded", "versionchanged", "deprecated"}
"""Classes that the theme styles, though our sheets speak of them."""

ARTICLE = "bd-article"
_AROUND = re.compile(r"(?:\b(?:div|article|main))?(?:\.bd-(?:main|content|article-container|article)\s+)+")
_ICON = re.compile(r"content:\s*var\(--pst-icon-([\w-]+)\)")
_ICON_NAME = re.compile(r"--pst-icon-([\w-]+):\s*var\(--pst-icon-([\w-]+)\)")
_ICON_SIZE = re.compile(r"font:\s*var\(--fa-font-solid\);?")
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_TEXT = re.compile(r'<div class="bd-article">.*(?=</main>)', re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The rules of the theme, and what our own sheets speak of."""

    rules: tuple[Rule, ...]
    ours: frozenset[str]
    known: frozenset[str]
    """The variables that our sheets set."""
    icons: Mapping[str, str]
    """Names of icons that stand for others."""

    def trimmed(self, used: frozenset[str], beside: Iterable[Rule] = ()) -> str:
        """What of the theme is used, as a style sheet; empty if nothing is.

        ``beside`` are rules of extensions, whose variables the theme may set as well.
        """

        def wanted(selector: str) -> bool:
            asked = classes(selector) - {ARTICLE}
            return bool(asked) and asked <= used and not asked & self.ours and "#" not in selector

        drawn = map(self._drawn, trim(self.rules, wanted))
        kept = [rule for rule in drawn if not any(each in rule.body for each in ICON_FONT)]
        if not kept:
            return ""
        adapting = [rule for rule in kept if _adapts(rule)]
        own = [rule for rule in kept if not _adapts(rule)]
        set_by = chain.from_iterable(map(_lit, variables([*kept, *beside], self.rules, self.known)))
        return f"{_joined(set_by)}\n@layer theme{{{_joined(own)}}}\n{_joined(adapting)}\n"

    def _drawn(self, rule: Rule) -> Rule:
        """With an icon of the font as a shape in the colour of the words."""
        body = _ICON.sub(lambda icon: _shape(self.icon(icon[1])), rule.body)
        sized = _ICON_SIZE.sub("", body)
        return replace(
            rule, body=body if sized == body else f"display:inline-block;height:1em;width:1em;{sized}"
        )

    def icon(self, name: str) -> str:
        """The icon that a name of the theme stands for in the end."""
        while name in self.icons:
            name = self.icons[name]
        return name


def _shape(name: str) -> str:
    found = shape("fas", name)
    if found is None:
        return ""
    width, height, path = found
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'><path d='{path}'/></svg>"
    address = svg.replace("<", "%3c").replace(">", "%3e")
    drawn = f'url("data:image/svg+xml,{address}") center/contain no-repeat'
    return f'content:"";background:currentcolor;mask:{drawn}'


def _adapts(rule: Rule) -> bool:
    return any(name.startswith(ADAPTED) for each in rule.selectors for name in classes(each))


def _lit(rule: Rule) -> Iterator[Rule]:
    """Where no script says which colours the reader has chosen, those of the system hold."""
    light = tuple(each.replace("html[data-theme=light]", "html:root") for each in rule.selectors)
    yield replace(rule, selectors=light)
    if any(DARK in each for each in rule.selectors) and not rule.within:
        system = tuple(each.replace(DARK, "html:not([data-theme])") for each in rule.selectors)
        yield replace(rule, selectors=system, within=("@media (prefers-color-scheme:dark)",))


def _in_article(selector: str) -> str:
    """The boxes that the theme has around the text are one here."""
    return _AROUND.sub(f".{ARTICLE} ", selector)


@cache
def theme() -> Theme:
    """Read once in a process."""
    read = chain.from_iterable(parse(_JINJA.sub("0", sheet.read_text(encoding="utf-8"))) for sheet in THEIRS)
    rules = tuple(replace(rule, selectors=tuple(map(_in_article, rule.selectors))) for rule in read)
    own = tuple(
        chain.from_iterable(
            parse(sheet.read_text(encoding="utf-8")) for sheet in sorted(STATIC.glob("*.css"))
        )
    )
    icons = dict(chain.from_iterable(_ICON_NAME.findall(rule.body) for rule in rules))
    ours = (styled(own) | OURS_TOO) - THEIRS_TOO
    return Theme(rules=rules, ours=ours, known=set_in(own), icons=icons)


def used_in(html: str) -> frozenset[str]:
    """The classes that stand in some HTML."""
    return frozenset(chain.from_iterable(each.split() for each in _CLASSES.findall(html)))


def link_parts(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Let a page load the theme's parts if it has any."""
    if not has_lean_pages(app):
        return
    text = str(context.get("body", ""))
    context["theme_parts"] = SHEET if theme().trimmed(_foreign(used_in(text))) else ""


def _foreign(used: frozenset[str]) -> frozenset[str]:
    return used - theme().ours


def write_parts(app: Sphinx, error: Exception | None) -> None:
    """Write the sheet, and cut those of extensions, when all pages are known."""
    if error or not has_lean_pages(app):
        return
    static = app.outdir / "_static"
    used = frozenset(chain.from_iterable(map(used_in, _texts(app.outdir))))
    beside: list[Rule] = []
    for path in (static / name for name in TRIMMED if (static / name).exists()):
        kept = trim(parse(path.read_text(encoding="utf-8")), lambda selector: classes(selector) <= used)
        path.write_text(_joined(kept), encoding="utf-8", newline="\n")
        beside += kept
    sheet = theme().trimmed(_foreign(used), beside)
    if sheet:
        (static / SHEET).write_text(sheet, encoding="utf-8", newline="\n")


def _texts(out: Path) -> Iterator[str]:
    """What stands in the articles, in the order of their files."""
    for path in sorted(out.rglob("*.html")):
        if "_static" not in path.parts and (found := _TEXT.search(path.read_text(encoding="utf-8"))):
            yield found[0]


def _joined(rules: Iterable[Rule]) -> str:
    return "".join(rule.text() for rule in rules)
