"""What a build leaves for the next one: nothing of what is gone, nothing half done, no warning forgotten."""

from __future__ import annotations

import fcntl
import json
import os
import threading
from pathlib import Path

from sourced.faces.sphinx.keeping import lock
from sourced.faces.sphinx.keeping.building import UNFINISHED
from sourced.faces.sphinx.keeping.folder import LISTING

from ..conftest import Build, TinyBook


def built(book: TinyBook) -> set[str]:
    folder = book.root / "build/html"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_page_that_goes_leaves_nothing(tiny_book: TinyBook) -> None:
    tiny_book.build()
    assert {"plain.html", "_sources/plain.md.txt"} <= built(tiny_book)
    (tiny_book.root / "docs/plain.md").unlink()
    tiny_book.edit("docs/index.md", "plain\n", "")
    build = tiny_book.build()
    assert not [name for name in built(tiny_book) if "plain" in name]
    assert "About this book" not in build.text("opening.html") + build.text("_static/sourced-passages.js")


def test_a_word_that_goes_leaves_nothing_in_the_index_of_sphinx(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/plain.md", "This book is short", "This book is wonderful")
    assert "wonder" in words_of(tiny_book.build())
    tiny_book.edit("docs/plain.md", "This book is wonderful", "This book is short")
    again = words_of(tiny_book.build())
    assert again == words_of(tiny_book.build(out="anew"))
    assert "wonder" not in again


def words_of(build: Build) -> set[str]:
    """The words that Sphinx's own index lists."""
    index = json.loads(build.text("searchindex.js").removeprefix("Search.setIndex(").removesuffix(")"))
    return {*index["terms"], *index["titleterms"]}


def test_a_file_of_somebody_else_stays(tiny_book: TinyBook) -> None:
    """Whether it was there before the book, or came between two builds."""
    tiny_book.write("build/html/CNAME", "bridge.example")
    tiny_book.build()
    tiny_book.write("build/html/.nojekyll", "")
    tiny_book.build()
    (tiny_book.root / "build/doctrees" / UNFINISHED).touch()
    tiny_book.edit("docs/plain.md", "# About this book", "# About it")
    tiny_book.build()
    assert {"CNAME", ".nojekyll", "plain.html"} <= built(tiny_book)


def test_after_a_build_that_did_not_end_everything_is_read_and_written(tiny_book: TinyBook) -> None:
    tiny_book.build()
    (tiny_book.root / "build/doctrees" / UNFINISHED).touch()
    (tiny_book.root / "build/html/opening.html").write_text("", encoding="utf-8")
    build = tiny_book.build()
    assert build.read == ["index", "opening", "plain"]
    assert "The opening" in build.text("opening.html")
    assert tiny_book.build().read == []


def test_a_warning_of_sphinx_comes_again_until_it_is_mended(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/plain.md", "This book is short.", "This book is short, see {doc}`nowhere`.")
    for _ in range(3):
        tiny_book.build(warnings=["unknown document: .nowhere", "“nowhere” is shown here"])
    tiny_book.edit("docs/plain.md", ", see {doc}`nowhere`", "")
    tiny_book.build()


def test_a_page_whose_link_finds_its_page_at_last_is_read_again_by_another_builder(
    tiny_book: TinyBook,
) -> None:
    tiny_book.edit("docs/plain.md", "This book is short.", "This book is [short](later.md).")
    tiny_book.build("text", warnings=["'later.md'"])
    tiny_book.write("docs/later.md", "# Later\n\nThis page came later. {own}`about the page`\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nlater\n")
    assert 'href="later.html"' in tiny_book.build().text("plain.html")


def test_a_listing_that_was_cut_short_goes(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.write(f"build/html/.{LISTING}.abc123", "")
    tiny_book.write("build/html/.sourced-of-mine", "")
    tiny_book.build()
    assert {name for name in built(tiny_book) if "sourced" in name and "/" not in name} == {
        LISTING,
        ".sourced-of-mine",
    }


def test_a_page_with_an_older_time_is_read_again(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.edit("docs/plain.md", "short", "quite short")
    os.utime(tiny_book.root / "docs/plain.md", (10**9, 10**9))
    assert tiny_book.build().read == ["plain"]


def test_two_builders_that_share_what_was_read_are_both_fresh(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.edit(
        "data/facts.yaml", "statement: The Elm Bridge is 40", "statement: The Elm Bridge is just 40"
    )
    tiny_book.build("text")
    assert "is just 40 metres" in tiny_book.build().text("index.html")


def test_who_comes_second_waits(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    second = threading.Thread(target=lock.hold, args=(tmp_path,), daemon=True)
    second.start()
    second.join(0.2)
    assert second.is_alive()
    os.close(handle)
    second.join(10)
    assert not second.is_alive()
    lock.let_go(tmp_path)
