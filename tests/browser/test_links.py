"""Every link of the built book leads somewhere. Needs no browser: the files are read."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

ADDRESSES = ("href", "src", "poster", "data")


class Links(HTMLParser):
    """What a page can be entered at, and what it leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect."""
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.append(value or "")
            elif name in ADDRESSES and value is not None:
                self.links.append(value)


def test_every_link_leads_somewhere(built: Path) -> None:
    files = sorted(path for path in built.rglob("*.html") if "_static" not in path.parts)
    pages = {path.relative_to(built).as_posix(): Links(path.read_text(encoding="utf-8")) for path in files}
    ids = {page: set(links.ids) for page, links in pages.items()}
    broken, followed = [], 0
    for page, links in pages.items():
        for link in links.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
            followed += 1
            if not (built / target).is_file():
                broken.append(f"{page}: {link}: no such file")
            elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
                broken.append(f"{page}: {link}: no such place on {target}")
    assert followed > 100
    assert not broken, "\n".join(broken)


def test_no_id_stands_twice_on_a_page(built: Path) -> None:
    twice = []
    for path in built.rglob("*.html"):
        ids = Links(path.read_text(encoding="utf-8")).ids
        twice += [f"{path.name}: {each}" for each in set(ids) if ids.count(each) > 1]
    assert not twice, "\n".join(twice)
