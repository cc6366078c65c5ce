"""``sourced add-source``: what is copied, what is read of a file, and what is never made up."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.book.model import Evidence
from sourced.chain.library import Library
from sourced.chain.locators import page_of
from sourced.faces.command.main import main
from sourced.rules.check import check_book

from ...documents import HTML, make_pdf

ARTICLE = """\
Skip to content
Home | Ships | Weather | Sign in

Tugs reach the freighter on the reef

Published: 20 October 2014

Two tugs reached the freighter on Monday, eight days after it had struck the reef in the early hours.

READ MORE: Storm Kills Ninety in Port Sable

The wind rose to 40 knots at night, and the two tugs had to wait behind the cape until morning came.

Related stories
Lighthouse on Tern Rock Collapses
All Nineteen of the Crew Feared Dead
© 2014 Oceanic Wire. All rights reserved.
"""


def add(root: Path, file: Path, *options: str) -> int:
    return main(["add-source", str(file), "--root", str(root), *options])


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_a_text_states_is_read_and_the_rest_is_named(
    small_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small_book / "data/facts.yaml").read_text(encoding="utf-8")
    assert add(small_book, written(tmp_path, "tugs.txt", ARTICLE)) == 0
    told = capsys.readouterr().out
    source = load_book(small_book).sources["oceanic-wire"]
    assert (small_book / "seeds/tugs.txt").read_text(encoding="utf-8") == ARTICLE
    assert source.sha256 == sha256(ARTICLE.encode()).hexdigest()
    assert source.title == "Tugs reach the freighter on the reef"
    assert (source.published, source.publisher) == ("2014-10-20", "Oceanic Wire")
    assert "title: Tugs reach the freighter on the reef  (line 4)" in told
    assert "Not stated" not in told
    after = (small_book / "data/facts.yaml").read_text(encoding="utf-8")
    start = after.index("  oceanic-wire:")
    assert after.replace(after[start : after.index("names:")], "") == before


def test_furniture_is_proposed_with_its_reason_and_found(small_book: Path, tmp_path: Path) -> None:
    assert add(small_book, written(tmp_path, "tugs.txt", ARTICLE)) == 0
    library = Library(load_book(small_book))
    asides = library.asides("oceanic-wire")
    assert all(each.why and each.start >= 0 and not each.twice for each in asides)
    set_aside = "".join(ARTICLE[each.start : each.end] for each in asides)
    for words in ("Skip to content", "Sign in", "READ MORE", "Related stories", "Collapses", "Crew", "©"):
        assert words in set_aside
    for words in ("Tugs reach", "20 October"):  # read as headline and day, and no fact's concern
        assert words in set_aside
    for words in ("Two tugs", "The wind"):
        assert words not in set_aside


def test_a_text_that_states_nothing_is_given_nothing(
    small_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The wind rose at night, and on 3 May 1901 the two tugs had to wait behind the cape for a while.\n"
    assert add(small_book, written(tmp_path, "wind.txt", text)) == 0
    source = load_book(small_book).sources["wind"]
    assert (source.title, source.publisher, source.published, source.aside) == (None, None, None, ())
    told = capsys.readouterr().out
    assert "title (--title), publisher (--publisher) and published (--published)" in told
    assert "dated-by" in told


def test_what_is_given_counts_before_what_is_read(small_book: Path, tmp_path: Path) -> None:
    given = {
        "--id": "tugs",
        "--title": "Tugs: a title",
        "--publisher": "The Wire",
        "--published": "2014-10-20/2014-10-21",
        "--dated-by": "By the tide.",
        "--address": "https://wire.example/tugs",
        "--retrieved": "2014-10-22",
        "--archive": "https://archive.example/tugs",
        "--label": "the wire",
    }
    options = [word for pair in given.items() for word in pair]
    assert add(small_book, written(tmp_path, "tugs.txt", ARTICLE), *options, "--no-asides") == 0
    source = load_book(small_book).sources["tugs"]
    assert (source.title, source.publisher, source.aside) == ("Tugs: a title", "The Wire", ())
    assert (source.published, source.retrieved) == ("2014-10-20/2014-10-21", "2014-10-22")
    assert source.address == "https://wire.example/tugs"
    assert (source.archive, source.label, source.dated_by) == (given["--archive"], "the wire", "By the tide.")


def test_a_pdf_is_kept_beside_its_text_with_its_pages(small_book: Path, tmp_path: Path) -> None:
    head = "The history of the bridge"
    pages = [
        [head, "The bridge was built by the town and by", "1"],
        [head, "the mayor in 1901. It cost forty crowns.", "2"],
    ]
    data = make_pdf(pages)
    assert add(small_book, written(tmp_path, "history.pdf", data), "--id", "history") == 0
    book = load_book(small_book)
    source = book.sources["history"]
    assert source.file == "history.txt"
    assert source.original
    assert (small_book / "seeds/history.pdf").read_bytes() == data
    assert source.original.sha256 == sha256(data).hexdigest() == book.originals["history"]
    library = Library(book)
    across = Evidence(source="history", exact="built by the town and by the mayor in 1901")
    behind = Evidence(source="history", exact="It cost forty crowns")
    assert (page_of(library, across), page_of(library, behind)) == ("1", "2")
    found = {finding.code for finding in check_book(book).findings}
    assert found <= {"unreviewed"}
    (small_book / "seeds/history.pdf").write_bytes(data + b"\n")
    assert "source-changed" in {finding.code for finding in check_book(load_book(small_book)).findings}


def test_an_html_file_gives_its_article_and_what_it_says_of_itself(
    small_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(small_book, written(tmp_path, "mill.html", HTML)) == 0
    book = load_book(small_book)
    source = book.sources["aske-courier"]
    assert (source.title, source.published) == ("The mill at Aske burns down", "1998-05-04")
    assert (source.publisher, source.address) == ("Aske Courier", "https://courier.example/mill")
    assert "It had been built in 1871" in book.texts["aske-courier"]
    assert "Home" not in book.texts["aske-courier"]
    assert source.original == type(source.original)(
        file="mill.html", sha256=sha256(HTML.encode()).hexdigest()
    )
    assert "(what the page says of itself)" in capsys.readouterr().out
    undated = HTML.replace("1998-05-04", "").replace("1871", "1872")
    assert add(small_book, written(tmp_path, "undated.html", undated), "--id", "undated") == 0
    assert load_book(small_book).sources["undated"].published is None


@pytest.mark.parametrize(
    ("name", "content", "options", "message"),
    [
        ("a.txt", b"\xff\xfea\x00", [], "is not UTF-8"),
        ("a.txt", b" \n", [], "holds no text"),
        ("a.pdf", b"%PDF-1.4\nnothing", [], "cannot be read as PDF"),
        ("a.pdf", make_pdf([[""]]), [], "perhaps only pictures"),
        ("a.html", b"<html><body></body></html>", [], "holds no article"),
        ("gazette.txt", b"Another text.", [], "is there already"),
        ("a.txt", b"A text.", ["--id", "gazette"], "choose another --id"),
        ("a.txt", b"A text.", ["--published", "2014-13"], "no date in EDTF"),
        ("a.txt", b"A text.", ["--address", "ftp://a.example"], "not an address"),
        ("a.txt", b"A text.", ["--id", "A B"], "lower-case"),
    ],
)
def test_what_cannot_be_taken_in_leaves_everything_as_it_was(
    name: str,
    content: bytes,
    options: list[str],
    message: str,
    small_book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def state() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in small_book.rglob("*") if p.is_file()}

    before = state()
    call = ["add-source", str(written(tmp_path, name, content)), "--root", str(small_book), *options]
    try:
        status = main(call)
    except SystemExit as error:
        status = int(error.code or 0)
    assert status == 2
    told = capsys.readouterr()
    assert message in told.err + told.out
    assert state() == before


def test_a_file_that_is_in_its_place_already_is_only_entered(small_book: Path) -> None:
    file = written(small_book / "seeds", "tugs.txt", ARTICLE)
    assert add(small_book, file) == 0
    assert load_book(small_book).sources["oceanic-wire"].file == "tugs.txt"


def test_a_file_is_taken_in_once(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(small_book, small_book / "seeds/gazette.txt") == 2
    assert "already the source “gazette”" in capsys.readouterr().err
    assert add(small_book, small_book / "seeds/nothing.txt") == 2


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pdfminer.six"), ("a.html", "trafilatura")])
def test_a_missing_library_is_named(
    name: str,
    library: str,
    small_book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    content = make_pdf([["The bridge."]]) if name == "a.pdf" else HTML
    assert add(small_book, written(tmp_path, name, content)) == 2
    assert f"install {library}" in capsys.readouterr().err
