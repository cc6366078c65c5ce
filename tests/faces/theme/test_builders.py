"""Every builder of Sphinx writes a book in the lean theme without a warning, and its links lead somewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup

from ...bridge import sign_all
from ...conftest import DATA, SOURCE
from ..sphinx.keeping.builds import Order, Outcome
from ..sphinx.keeping.builds import build as make

BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "json", "pickle", "qthelp", "devhelp")
PLAIN = ("man", "latex", "texinfo", "text", "xml", "pseudoxml", "gettext", "changes", "linkcheck")
LINKED = ("html", "dirhtml", "singlehtml", "epub")

CONF = """\
extensions = ["myst_parser", "sourced.sphinx", "sourced.theme"]
html_theme = "sphinx_book_theme"
project = "The bridge"
copyright = "nobody"
version = "1"
smartquotes = False
myst_heading_anchors = 2
nitpicky = True
"""
INDEX = """\
# The bridge

The Elm Bridge is {fact}`bridge-length` long.[^more]
It was opened on {fact}`bridge-opened`.[^1]
See [the other page](other), [its end](other.md#the-end) and {doc}`other`. {own}`about the book`

[^more]: This is short. {own}`about the book`
[^1]: See [there](other.md). {own}`about the book`

```{toctree}
other
facts
genindex
```
"""
OTHER = """\
# Another page

The Elm Bridge is {fact}`bridge-length` long.[^more]

[^more]: See [the beginning](index.md). {own}`about the book`

## The end

This is all. {own}`about the book`
"""
FACTS = """\
---
sourced: {narrative: false, why: a list}
---
# All facts

```{facts-table}
```
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book with whatever builders have stumbled over."""
    root = tmp_path_factory.mktemp("builders")
    written = {"conf.py": CONF, "docs/index.md": INDEX, "docs/other.md": OTHER, "docs/facts.md": FACTS}
    for name, text in {"seeds/gazette.txt": SOURCE, "data/facts.yaml": DATA, **written}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="")
    sign_all(root)
    return root


@pytest.mark.parametrize("builder", [*BUILDERS, *PLAIN])
def test_a_builder_writes_the_book(book: Path, builder: str) -> None:
    out = build(book, builder)
    assert any(out.rglob("*"))


@pytest.mark.parametrize("builder", LINKED)
def test_its_links_lead_somewhere(book: Path, builder: str) -> None:
    out = build(book, builder)
    pages = {path.resolve(): page(path) for path in [*out.rglob("*.html"), *out.rglob("*.xhtml")]}
    anchors = {path: [each["id"] for each in soup.select("[id]")] for path, soup in pages.items()}
    for path, ids in anchors.items():
        assert sorted(ids) == sorted(set(ids)), path.name
    looked_at = 0
    for path, soup in pages.items():
        for link in soup.select("a[href], link[href]"):
            address, anchor = urldefrag(str(link["href"]))
            if ":" in address:
                continue
            there = (path.parent / unquote(address.split("?")[0])).resolve() if address else path
            there = there / "index.html" if there.is_dir() else there
            assert there.exists(), f"{path.name}: {link}"
            assert not anchor or there not in anchors or anchor in anchors[there], f"{path.name}: {link}"
            looked_at += 1
    assert looked_at > 20


def test_html_help_is_refused_plainly(book: Path) -> None:
    done = make(Order(root=book, builder="htmlhelp"))
    assert done.exit == 3
    assert any("sourced.theme cannot write HTML Help" in line for line in done.warnings)


def test_footnotes_have_letters_beside_numbered_notes(book: Path) -> None:
    soup = page(build(book, "html") / "index.html")
    signs = [each.get_text(strip=True).strip("[]") for each in soup.select("a.footnote-reference")]
    assert signs == ["a", "b"]
    notes = [each.get_text(strip=True) for each in soup.select(".sourced-number")]
    assert notes == ["1", "2"]
    about = soup.select_one("meta[name=description]")
    assert about is not None
    assert about["content"].startswith("The Elm Bridge is 40 metres long. It was opened on 3 May 1901.")


def build(book: Path, builder: str) -> Path:
    """What a builder makes of it; built once, as all build from what one has read."""
    order = Order(root=book, builder=builder, out="apart" if builder == "gettext" else "build")
    if not order.outdir.exists():
        assert make(order) == Outcome(exit=0)
    return order.outdir


def page(path: Path) -> BeautifulSoup:
    """A page."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
