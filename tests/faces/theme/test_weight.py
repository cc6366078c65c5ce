"""What a reader must load to see a page of the book; ``benchmarks/weight.py`` prints the same figures."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[3] / "benchmarks" / "weight.py"
SPEC = importlib.util.spec_from_file_location("weight", FILE)
assert SPEC
assert SPEC.loader
weight = sys.modules["weight"] = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(weight)


def test_no_page_of_the_book_is_heavy(built: Path) -> None:
    """And none asks another host for anything."""
    views = weight.weigh_all(built)
    assert len(views) > 10
    assert not [(view.page, view.foreign) for view in views if view.foreign]
    assert not [(view.page, view.bytes) for view in views if view.bytes >= weight.LIMIT * 1000]


@pytest.mark.parametrize(
    ("html", "files", "foreign"),
    [
        pytest.param('<link rel="stylesheet" href="a.css">', ["a.css", "b.css", "c.svg"], [], id="sheets"),
        pytest.param('<script src="s.js?v=1"></script><img src="s.js">', ["s.js"], [], id="once"),
        pytest.param('<img src="//far.example/a.png">', [], ["//far.example/a.png"], id="another-host"),
        pytest.param('<a href="https://far.example/">far</a><img src="data:,">', [], [], id="only-a-link"),
        pytest.param('<link rel="next" href="b.html"><svg><use href="#x"/></svg>', [], [], id="no-fetch"),
        pytest.param('<p style="background: url(c.svg)">', ["c.svg"], [], id="style-attribute"),
    ],
)
def test_what_is_fetched(tmp_path: Path, html: str, files: list[str], foreign: list[str]) -> None:
    """By a browser of itself, through style sheets too."""
    texts = {"a.css": '@import "b.css";', "b.css": "p { background: url('c.svg') }", "c.svg": "", "s.js": ""}
    for name, text in {"page.html": html, **texts}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    view = weight.weigh(tmp_path, tmp_path / "page.html")
    assert (list(view.files), list(view.foreign)) == (files, foreign)
    assert view.requests == 1 + len(files)
