"""A build with nothing to do does nothing; one that has anything to do does all of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sourced.faces.sphinx.logged import UNREVIEWED
from sourced.rules.verdict import verdicts

from ..conftest import CONF, TinyBook

MADE = ("genindex.html", "search.html", "searchindex.js")
"""What Sphinx itself writes in each build."""


def contents(folder: Path) -> dict[str, bytes]:
    """The text of each file that Sphinx writes in each build."""
    return {name: (folder / name).read_bytes() for name in MADE}


def times(folder: Path) -> list[int]:
    """When each of them was written."""
    return [(folder / name).stat().st_mtime_ns for name in MADE]


def test_an_idle_build_writes_nothing_again(tiny_book: TinyBook) -> None:
    out = tiny_book.build().out
    before = times(out)
    tiny_book.build()
    assert times(out) == before
    tiny_book.edit("docs/plain.md", "short", "brief")
    tiny_book.build()
    assert all(one < other for one, other in zip(before, times(out), strict=True))


def test_what_scripts_know_of_the_language_stays(tiny_book: TinyBook) -> None:
    """They are told of it by the index, which an idle build does not make."""
    told = tiny_book.build().out / "_static/language_data.js"
    before = told.read_bytes()
    assert b'"the"' in before
    tiny_book.build()
    assert told.read_bytes() == before
    told.unlink()
    tiny_book.build()
    assert told.read_bytes() == before


def test_what_is_gone_is_written_again(tiny_book: TinyBook) -> None:
    out = tiny_book.build().out
    before = contents(out)
    (out / "genindex.html").unlink()
    tiny_book.build()
    assert contents(out) == before


def test_a_page_that_only_sphinx_finds_old_is_written_as_ever(tiny_book: TinyBook) -> None:
    out = tiny_book.build().out
    page, before = (out / "opening.html").read_bytes(), contents(out)
    (out / "opening.html").write_bytes(b"old")
    os.utime(out / "opening.html", (1, 1))
    assert tiny_book.build().read == []
    assert (out / "opening.html").read_bytes() == page
    assert contents(out) == before


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("html_additional_pages = {'more': 'page.html'}\n", id="page of the author"),
        pytest.param(
            "def setup(app):\n"
            "    app.connect('html-collect-pages', lambda app: [('more', {}, 'page.html')])\n",
            id="page of an extension",
        ),
    ],
)
def test_pages_of_others_are_written_each_time(tiny_book: TinyBook, more: str) -> None:
    tiny_book.write("conf.py", CONF + more)
    out = tiny_book.build().out
    before = (out / "more.html").stat().st_mtime_ns
    tiny_book.build()
    assert (out / "more.html").stat().st_mtime_ns > before


def test_what_waits_for_a_signature_is_known_by_its_code() -> None:
    assert verdicts.UNREVIEWED.code == UNREVIEWED
