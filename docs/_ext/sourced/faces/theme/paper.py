"""The whole book as one page for paper, put together from the built pages in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

STYLE = "_static/paper.css"

UNPRINTED = {"search.html", "genindex.html"}
"""Nothing on paper can be clicked, and an index without page numbers leads nowhere."""

ON_SCREEN = "script, form, fieldset, button, .headerlink, .toctree-wrapper"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

TALLEST = 1.4
"""As high as this times its width a drawing may be; a higher one would be cut. Its text tells the same."""
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
        heading = _one(self.text, "h1")
        return "".join(part.get_text() for part in heading.children if "headerlink" not in str(part)).strip()

    def links(self, selector: str) -> list[str]:
        """Where it leads, as paths from the front page."""
        found = (str(link["href"]) for link in self.soup.select(selector))
        return [_resolved(self.name, address)[0] for address in found if not urlsplit(address).scheme]


@dataclass(frozen=True, kw_only=True)
class Book:
    """The whole book, ready to be written as one page beside its front page."""

    title: str
    language: str
    author: str
    about: tuple[str, ...]
    """Lines for the cover."""
    styles: tuple[str, ...]
    chapters: tuple[tuple[str, str, str], ...]
    """Each with its anchor, its title and its HTML."""
    headings: tuple[str, ...]
    """All of them, in their own words."""

    def html(self, numbers: Mapping[str, int]) -> str:
        """The page; ``numbers`` say on which page of paper each chapter begins, once that is known."""
        styles = "\n".join(f'<link rel="stylesheet" href="{escape(style)}">' for style in self.styles)
        about = "\n".join(f"<p>{escape(line)}</p>" for line in self.about)
        contents = "\n".join(
            f'<li><a href="#{anchor}">{escape(title)} <span>{numbers.get(anchor, "")}</span></a></li>'
            for anchor, title, _ in self.chapters
        )
        chapters = "\n".join(
            f'<section class="chapter" id="{anchor}">\n{text}\n</section>'
            for anchor, _, text in self.chapters
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head><meta charset="utf-8">\n'
            f"<title>{escape(self.title)}</title>\n{styles}\n</head>\n<body>\n"
            f'<header class="cover"><p class="book-title">{escape(self.title)}</p>\n{about}\n</header>\n'
            f'<nav class="contents">\n<h1>Contents</h1>\n<ol>\n{contents}\n</ol>\n</nav>\n'
            f'<main class="bd-main">\n{chapters}\n</main>\n</body>\n</html>\n'
        )


def assemble(root: Path) -> Book:
    """Put the book together."""
    pages = list(in_order(root))
    names = {page.name for page in pages}
    front = pages[0].soup
    # Before the chapters are taken apart: the cover says what each page says of how to cite it.
    author = front.select_one('meta[name="author"]')
    rests = front.select_one(".citation [data-up-to]")
    about = [str(tag["content"]) for tag in (author,) if tag]
    about += [tag.get_text() for tag in (rests,) if tag]
    # Those of all pages: a page with a picture has one that the front page does without.
    styles = dict.fromkeys(style for page in pages for style in _styles(page))
    chapters = tuple((_id(page.name), page.title, _text(page, names)) for page in pages)
    return Book(
        title=str(_one(front, 'meta[property="og:site_name"]')["content"]),
        language=str(_one(front, "html")["lang"]),
        author=str(author["content"]) if author else "",
        about=tuple(about),
        styles=(*styles, STYLE),
        chapters=chapters,
        headings=tuple(
            heading.get_text().strip() for page in pages for heading in page.text.select(",".join(HEADINGS))
        ),
    )


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


def _styles(page: Page) -> Iterator[str]:
    """Its style sheets, as paths from the front page, with what keeps a browser from using an old one."""
    for link in page.soup.select('link[rel="stylesheet"]'):
        address = str(link["href"])
        query = urlsplit(address).query
        yield _resolved(page.name, address)[0] + (f"?{query}" if query else "")


def _text(page: Page, names: set[str]) -> str:
    """Its text, with anchors that no other page has and links to places in the same file."""
    text = page.text
    for shown in text.select(ON_SCREEN):
        shown.decompose()
    for section in text.select("section"):
        if all(
            getattr(part, "name", None) in HEADINGS or not part.get_text().strip()
            for part in section.children
        ):
            section.decompose()
    for drawing in text.select("svg[viewbox], svg[viewBox]"):
        if not _fits(drawing):
            drawing.decompose()
    for folded in text.select("details"):
        folded["open"] = ""
    for marked in text.select("[id]"):
        marked["id"] = _id(page.name, str(marked["id"]))
    for painted in text.select("[fill^='url(#']"):
        painted["fill"] = f"url(#{_id(page.name, str(painted['fill'])[5:-1])})"
    for name in REFERRING:
        for referring in text.select(f"[{name}]"):
            _refer(page.name, referring, name, names)
    return text.decode_contents()


def _fits(drawing: Tag) -> bool:
    box = str(drawing.get("viewBox") or drawing["viewbox"]).split()
    return float(box[3]) <= float(box[2]) * TALLEST


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
    name = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if parts.path
        else page
    )
    return name, unquote(parts.fragment)


def _id(page: str, id_: str = "") -> str:
    own = page.removesuffix(".html").replace("/", "-")
    return f"{own}--{id_}" if id_ else f"page-{own}"


def _one(soup: Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    if found is None:
        raise LookupError(f"nothing on the page is {selector}")
    return found
