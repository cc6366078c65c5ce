"""What a first view of each page of the built book weighs, worked out without a browser.

It counts what a browser fetches by itself: the page, its style sheets, scripts, pictures and
icon, and what the style sheets ask for; each file once, packed as servers send it. Run it after
``make html``:

    .venv/bin/python benchmarks/weight.py [build/html]
"""

from __future__ import annotations

import gzip
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

LIMIT = GOAL = 50
"""In thousands of bytes, for one view."""

FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
SOURCES = {"img", "script", "iframe", "source", "video", "audio", "embed", "track", "input"}
IN_STYLE = re.compile(r"""@import\s+["']([^"']+)|url\(\s*["']?([^"')]+)""")


@dataclass(frozen=True, kw_only=True)
class View:
    """A first view of one page."""

    page: str
    bytes: int
    files: tuple[str, ...]
    """Beside the page itself."""
    foreign: tuple[str, ...]
    """Addresses on other hosts."""

    @property
    def requests(self) -> int:
        """How often a server is asked."""
        return 1 + len(self.files)


@dataclass
class Fetches(HTMLParser):
    """Collects what a page makes a browser fetch."""

    found: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element fetches; pictures that wait for a reader to scroll count as well."""
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and FETCHED_LINKS & set(values.get("rel", "").split()):
            self.found.append(values.get("href", ""))
        elif tag in SOURCES:
            self.found += [values[name] for name in ("src", "poster") if values.get(name)]
            self.found += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        elif tag == "object":
            self.found.append(values.get("data", ""))
        elif tag in {"image", "use"}:
            self.found.append(values.get("href") or values.get("xlink:href", ""))
        self.found += _in_style(values.get("style", ""))


def weigh(root: Path, page: Path) -> View:
    """Weigh one page."""
    files: dict[Path, None] = {}
    foreign: dict[str, None] = {}
    waiting = [(page, address) for address in _fetched(page.read_text(encoding="utf-8"))]
    while waiting:
        base, address = waiting.pop(0)
        parts = urlsplit(urldefrag(address).url)
        if parts.scheme == "data" or not (parts.netloc or parts.path):
            continue
        if parts.scheme or parts.netloc:
            foreign[address] = None
            continue
        file = (base.parent / unquote(parts.path)).resolve()
        if file in files or file == page.resolve():
            continue
        files[file] = None
        if file.suffix == ".css" and file.exists():
            waiting += [(file, inner) for inner in _in_style(file.read_text(encoding="utf-8"))]
    return View(
        page=page.relative_to(root).as_posix(),
        bytes=_packed(page.resolve()) + sum(map(_packed, files)),
        files=tuple(file.relative_to(root.resolve()).as_posix() for file in files),
        foreign=tuple(foreign),
    )


def weigh_all(root: Path) -> list[View]:
    """Weigh every page of a built book."""
    return [weigh(root, page) for page in sorted(root.rglob("*.html")) if "_static" not in page.parts]


def _fetched(html: str) -> list[str]:
    parser = Fetches()
    parser.feed(html)
    return [address for address in parser.found if address]


def _in_style(css: str) -> list[str]:
    return [imported or url for imported, url in IN_STYLE.findall(css)]


@cache
def _packed(file: Path) -> int:
    """A missing file raises: a page that asks for one is broken."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def main() -> None:
    """Print the table, heaviest first."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "build/html")
    views = weigh_all(root)
    if not views:
        sys.exit(f"No page in {root}. Build the book first: make html")
    print(f"{'page':44}{'kB':>8}{'requests':>10}{'foreign':>9}")
    for view in sorted(views, key=lambda view: -view.bytes):
        print(f"{view.page:44}{view.bytes / 1000:8.1f}{view.requests:10}{len(view.foreign):9}")
    heaviest = max(view.bytes for view in views) / 1000
    print(f"\n{len(views)} pages; the heaviest {heaviest:.1f} kB (goal {GOAL}, limit {LIMIT})")


if __name__ == "__main__":
    main()
