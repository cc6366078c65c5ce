"""The pages of a book put together for paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.errors import SphinxError

from .conftest import Built


@pytest.fixture(scope="module")
def page(on_paper: Path) -> str:
    """The real book as one page."""
    return (on_paper / "index.html").read_text(encoding="utf-8")


def test_pages_come_in_the_order_of_reading(build_site: Built) -> None:
    """Each with an anchor, to which the contents lead; no rule for the screen is printed."""
    html = (build_site("paper") / "index.html").read_text(encoding="utf-8")
    titles = re.findall(r'<li><a href="#(page-[\w-]+)">(.+?) <span></span></a></li>', html)
    assert titles == [
        ("page-index", "A small site"),
        ("page-part-one", "One &amp; only"),
        ("page-two", "Two"),
    ]
    assert [html.index(f'<section class="chapter" id="{anchor}">') for anchor, _ in titles] == sorted(
        html.index(f'<section class="chapter" id="{anchor}">') for anchor, _ in titles
    )
    assert "toctree" not in html
    assert "headerlink" not in html


def test_all_that_is_on_pages_is_printed(built: Path, page: str) -> None:
    """Every page of the real book, and every note on it."""
    unprinted = {"search.html", "genindex.html"}
    notes = 0
    for path in built.rglob("*.html"):
        name = path.relative_to(built).as_posix()
        if name in unprinted or "_static" in path.parts:
            continue
        own = name.removesuffix(".html").replace("/", "-")
        assert f'id="page-{own}"' in page, name
        for note in re.findall(r'<li id="([^"]+)" class="sourced-note"', path.read_text(encoding="utf-8")):
            assert f'id="{own}--{note}"' in page
            notes += 1
    assert notes > 100


def test_links_stay_within_the_file(page: str) -> None:
    """And lead somewhere, as no anchor stands twice."""
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    links = re.findall(r'<a [^>]*?href="([^"]+)"', page)
    inner = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert len(inner) > 1000
    assert inner <= set(anchors)
    assert all(link.startswith(("#", "https://")) for link in links)


def test_pictures_keep_their_style_and_their_names(page: str) -> None:
    """Whatever page has a style sheet, and whatever a drawing is named by or painted with."""
    assert re.search(r'<link rel="stylesheet" href="_static/sourced-pictures\.css', page)
    anchors = set(re.findall(r' id="([^"]+)"', page))
    painted = set(re.findall(r'fill="url\(#([^)]+)\)"', page))
    described = {each for ids in re.findall(r' aria-\w+by="([^"]+)"', page) for each in ids.split()}
    assert described
    assert painted | described <= anchors


def test_every_style_sheet_of_a_page_is_there(built: Path, on_paper: Path, page: str) -> None:
    """Not only those of the first: others have style sheets that it has not."""
    styles = re.findall(r'rel="stylesheet"[^>]*href="([^"?]+)', page)
    assert len(styles) == len(set(styles))
    assert all((on_paper / style).exists() for style in styles)
    assert styles[-1] == "_static/sourced-theme-paper.css"
    for name in ("facts.html", "sources/index.html", "index.html"):
        html = (built / name).read_text(encoding="utf-8")
        own = {Path(each).name for each in re.findall(r'rel="stylesheet"[^>]*href="([^"?]+)', html)}
        assert own
        assert own <= {Path(style).name for style in styles}


def test_nothing_that_can_only_be_clicked_is_printed(page: str) -> None:
    """No button, no field, nothing folded."""
    assert not re.search(r"<(script|form|button|fieldset|input)\b", page)
    assert "<details" in page
    assert not re.search(r"<details(?![^>]* open)", page)


def test_nothing_but_the_book_stands_beside_the_page(on_paper: Path) -> None:
    """No data, no search, no sitemap."""
    found = {path.name for path in on_paper.iterdir()}
    assert found <= {"index.html", "_static", "_images", ".sourced-files"}
    assert not (on_paper / "_static/sourced-passages.js").exists()


def test_an_appendix_is_a_book_of_its_own(
    build_site: Built, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing leads into what is not printed, and every page has its running head."""
    monkeypatch.setattr("shutil.which", lambda _name: None)
    (tmp_path / "docs/two.md").write_text(
        "---\nprint: appendix\n---\n\n# Two & <three>\n\n{doc}`part/one`, [too](part/one.md#further-below)\n"
    )
    index = tmp_path / "docs/index.md"
    leads = "{.pages}\n- To read: [one](part/one.md), [two](two.md)\n- To look up: [two](two.md)\n"
    index.write_text(
        f"{index.read_text(encoding='utf-8')}\n{leads}\nBut:\n\n- An aside on [two](two.md)\n",
        encoding="utf-8",
    )
    html = {}
    for builder in ("pdf", "pdf-appendix"):
        with pytest.raises(SphinxError, match="apt install chromium"):
            build_site(builder, myst_heading_anchors=2, myst_enable_extensions=["attrs_block"])
        html[builder] = (tmp_path / builder / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'class="chapter" id="([^"]+)"', html["pdf"]) == ["page-index", "page-part-one"]
    assert re.findall(r'class="chapter" id="([^"]+)"', html["pdf-appendix"]) == ["page-two"]
    assert "To read:" in html["pdf"]
    assert "To look up:" not in html["pdf"], "a line that is there for what it leads to"
    assert "An aside on" in html["pdf"]
    for page in html.values():
        links = {link.removeprefix("#") for link in re.findall(r'href="(#[^"]+)"', page)}
        assert links <= set(re.findall(r' id="([^"]+)"', page))
    assert '@top-right { content: "Two & \\3c three>" }' in html["pdf-appendix"]
    assert "A small site: Appendix" in html["pdf-appendix"]


def test_a_place_in_print_that_does_not_exist_is_refused(build_site: Built, tmp_path: Path) -> None:
    (tmp_path / "docs/two.md").write_text("---\nprint: never\n---\n\n# Two\n")
    with pytest.raises(SphinxError, match=r"two\.md: “print: never” means nothing; say appendix"):
        build_site("paper")


def test_without_a_browser_one_is_told_what_to_install(
    build_site: Built, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And the page stays, to be printed by hand."""
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(SphinxError, match="apt install chromium"):
        build_site("pdf")
    assert (tmp_path / "pdf/index.html").exists()
