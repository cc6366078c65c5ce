"""The page of what waits: it stands alone, and nothing on it is obeyed."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

from sourced.book.signatures import load_signatures
from sourced.faces.command.status import CLEAN

from .conftest import Run, make_hostile


class _Outline(HTMLParser):
    """The tags of a page, and the addresses in it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_says_how_to_sign(run: Run, waiting: Path, tmp_path: Path) -> None:
    output = tmp_path / "review.html"
    assert run("review", "--format", "html", "--output", str(output)) == (CLEAN, "", "")
    text = output.read_text(encoding="utf-8")
    outline = _Outline()
    outline.feed(text)
    assert (outline.open, outline.addresses) == ([], [])
    assert outline.tags.count("section") == 6
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    for told in (
        "<mark>Proudly</mark>",
        "<b>It was opened on 3 May 1901</b> by the mayor.",
        "[It = Elm Bridge]",
    ):
        assert told in text
    for words in ("prefers-color-scheme: dark", "width=device-width", "docs/index.md:4"):
        assert words in text
    command = re.search(r"Proudly.*?<code>sourced (.*?)</code>", text, re.DOTALL)
    assert command
    assert run(*html.unescape(command[1]).split())[0] == CLEAN
    assert [each.text for each in load_signatures(waiting).values()] == [
        "Proudly it was opened on 3 May 1901."
    ]


def test_nothing_on_the_page_is_obeyed(run: Run, waiting: Path) -> None:
    make_hostile(waiting)
    text = run("review", "--format", "html")[1]
    assert "&lt;i&gt;[red]x[/red] &amp; :smile: \\u202e&#34;" in text
    assert "&lt;script&gt;Gazette&lt;/script&gt;" in text
    assert not re.search("<script|<i>|\u202e|\x9b", text)
