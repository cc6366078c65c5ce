"""The whole book as one page for paper, put together from the built pages in the order of reading."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

UNPRINTED = {"search.html", "genindex.html"}
"""Nothing on paper can be clicked, and an index without page numbers leads nowhere."""

ON_SCREEN = "script, form, fieldset, button, .headerlink, .sourced-switch, .toctree-wrapper"
REFERRING = ("href", "aria-labelledby", "aria-describedby", "for")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the built book."""

    name: str
    """Its path, from the front page."""
    soup: BeautifulSoup

    @property
    def text(self) -> Tag:
        """What of it is text."""
        return _one(self.soup, ".bd-article")

    @property
    def title(self) -> str:
        """Its heading."""
        return _one(self.text, "h1").get_text()

    def links(self, selector: str) -> list[str]:
        """Where it leads, as paths from the front page."""
        found = (str(link["href"]) for link in self.soup.select(selector))
        return [_resolved(self.name, address)[0] for address in found if not urlsplit(address).scheme]


def assemble(root: Path) -> str:
    """The body of the whole book."""
    pages = list(in_order(root))
    names = {page.name for page in pages}
    chapters = "\n".join(_chapter(page, names) for page in pages)
    contents = "\n".join(
        f'<li><a href="#{_id(page.name)}">{page.title}</a></li>' for page in pages if page is not pages[0]
    )
    return f'<nav class="contents"><h2>Contents</h2>\n<ol>\n{contents}\n</ol></nav>\n{chapters}'


def in_order(root: Path) -> Iterator[Page]:
    """The pages as a reader turns them, from each that the list of chapters names."""
    seen = set(UNPRINTED)
    front = _read(root, "index.html")
    for start in ["index.html", *front.links("#site-nav li a")]:
        name: str | None = start
        while name and name not in seen:
            seen.add(name)
            page = _read(root, name)
            yield page
            name = next(iter(page.links('link[rel="next"]')), None)


def _read(root: Path, name: str) -> Page:
    return Page(name=name, soup=BeautifulSoup((root / name).read_text(encoding="utf-8"), "html.parser"))


def _chapter(page: Page, names: Iterable[str]) -> str:
    """Its text, with anchors that no other page has and links to places in the same file."""
    text = page.text
    for shown in text.select(ON_SCREEN):
        shown.decompose()
    for folded in text.select("details"):
        folded["open"] = ""
    for marked in text.select("[id]"):
        marked["id"] = _id(page.name, str(marked["id"]))
    for name in REFERRING:
        for referring in text.select(f"[{name}]"):
            _refer(page.name, referring, name, set(names))
    return f'<section class="chapter" id="{_id(page.name)}">\n{text.decode_contents()}\n</section>'


def _refer(page: str, tag: Tag, attribute: str, names: set[str]) -> None:
    """Make what refers to a place on some page refer to it here; a link to none becomes its words."""
    value = str(tag[attribute])
    if attribute != "href":
        tag[attribute] = " ".join(_id(page, each) for each in value.split())
    elif not urlsplit(value).scheme:
        name, fragment = _resolved(page, value)
        if name in names:
            tag["href"] = f"#{_id(name, fragment)}"
        else:
            del tag["href"]


def _resolved(page: str, address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return name, unquote(parts.fragment)


def _id(page: str, id_: str = "") -> str:
    own = page.removesuffix(".html").replace("/", "-")
    return f"{own}--{id_}" if id_ else f"page-{own}"


def _one(soup: Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    if found is None:
        raise LookupError(f"nothing on the page is {selector}")
    return found
