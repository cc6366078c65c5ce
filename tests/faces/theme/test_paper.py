"""The pages of a book put together for paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sourced.faces.theme.paper import assemble
from sourced.faces.theme.topdf import make_pdf

from .conftest import Built


def test_pages_come_in_the_order_of_reading(build_site: Built) -> None:
    """Each with an anchor, and the contents lead to it and say where it stands."""
    book = assemble(build_site())
    assert [title for _, title, _ in book.chapters] == ["A small site", "One & only", "Two"]
    html = book.html({"page-part-one": 7})
    assert '<li><a href="#page-part-one">One &amp; only <span>7</span></a></li>' in html
    assert '<section class="chapter" id="page-part-one">' in html


def test_all_that_is_on_pages_is_printed(built: Path) -> None:
    """Every page of the real book, and every note on it."""
    html = assemble(built).html({})
    unprinted = {"search.html", "genindex.html"}
    notes = 0
    for path in built.rglob("*.html"):
        name = path.relative_to(built).as_posix()
        if name in unprinted or "_static" in path.parts:
            continue
        page = name.removesuffix(".html").replace("/", "-")
        assert f'id="page-{page}"' in html, name
        for note in re.findall(r'<li id="([^"]+)" class="sourced-note"', path.read_text(encoding="utf-8")):
            assert f'id="{page}--{note}"' in html
            notes += 1
    assert notes > 100


def test_links_stay_within_the_file(built: Path) -> None:
    """And lead somewhere, as no anchor stands twice."""
    html = assemble(built).html({})
    anchors = re.findall(r' id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    links = re.findall(r'<a [^>]*?href="([^"]+)"', html)
    inner = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert inner <= set(anchors)
    assert all(link.startswith(("#", "https://")) for link in links)


def test_pictures_keep_their_style_and_their_names(built: Path) -> None:
    """Whatever page has a style sheet, and whatever a drawing is named by or painted with."""
    html = assemble(built).html({})
    assert re.search(r'<link rel="stylesheet" href="_static/sourced-pictures\.css', html)
    named = set(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html))
    painted = set(re.findall(r'fill="url\(#([^)]+)\)"', html))
    assert named
    assert named | painted <= set(re.findall(r' id="([^"]+)"', html))


def test_each_page_brings_its_style(built: Path) -> None:
    """Not only the first: others have style sheets that it has not."""
    styles = [Path(style.partition("?")[0]).name for style in assemble(built).styles]
    assert len(styles) == len(set(styles))
    for name in ("facts.html", "sources/index.html", "index.html"):
        html = (built / name).read_text(encoding="utf-8")
        own = {Path(each).name for each in re.findall(r'rel="stylesheet"[^>]*href="([^"?]+)', html)}
        assert own
        assert own <= set(styles)


def test_nothing_that_can_only_be_clicked_is_printed(built: Path) -> None:
    """No button, no field, nothing folded."""
    html = assemble(built).html({})
    assert not re.search(r"<(script|form|button|fieldset|input)\b", html)
    assert not re.search(r"<details(?![^>]* open)", html)


def test_a_book_that_is_not_built_cannot_be_printed(tmp_path: Path) -> None:
    """And is told what to do."""
    with pytest.raises(SystemExit, match="make html"):
        make_pdf(tmp_path, tmp_path / "book.pdf")
