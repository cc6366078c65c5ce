"""Generated pages are written anew when what they show has changed, and only then."""

from __future__ import annotations

import pytest

from sourced.book.book import DATA_FILE

from .conftest import LENGTH, OTHER_LENGTH, TinyBook


@pytest.mark.parametrize(
    ("file", "old", "new", "page", "shown"),
    [
        pytest.param(DATA_FILE, LENGTH, OTHER_LENGTH, "facts", "length of 41", id="statement"),
        pytest.param(
            DATA_FILE, LENGTH, OTHER_LENGTH, "differences", "length of 41", id="statement elsewhere"
        ),
        pytest.param(DATA_FILE, LENGTH, OTHER_LENGTH, "herald", "length of 41", id="statement at its source"),
        pytest.param(
            DATA_FILE,
            "publisher: Herald",
            "publisher: The Elm Herald",
            "facts",
            "The Elm Herald",
            id="source",
        ),
        pytest.param(
            DATA_FILE,
            "publisher: Herald",
            "publisher: The Elm Herald",
            "gazette",
            "The Elm Herald",
            id="source shared with",
        ),
        pytest.param(
            DATA_FILE,
            "name: Elm Bridge}",
            "name: Elm Bridge, about: a bridge}",
            "names",
            "A bridge",
            id="name",
        ),
        pytest.param(
            "docs/plain.md",
            "This book is short.",
            "This book is quite short.",
            "checked",
            "quite short",
            id="own sentence",
        ),
        pytest.param(
            "docs/opening.md",
            "# The opening",
            "# How it opened",
            "facts",
            "How it opened",
            id="title of a page that uses a fact",
        ),
        pytest.param(
            "docs/plain.md",
            "`about the book`",
            "`about the book` It was opened on {fact}`bridge-opened`.",
            "facts",
            'href="plain.html">',
            id="use",
        ),
        pytest.param(
            "docs/opening.md",
            "# The opening\n",
            "# The opening\n\n## Fact bridge opened\n",
            "facts",
            'href="opening.html#fact-bridge-opened-note"',
            id="place of a note",
        ),
    ],
)
def test_generated_pages_do_not_go_stale(
    full_book: TinyBook, file: str, old: str, new: str, page: str, shown: str
) -> None:
    assert shown not in full_book.build().text(f"{page}.html")
    full_book.edit(file, old, new)
    build = full_book.build()
    assert page not in build.read
    assert shown in build.text(f"{page}.html")
    assert _written(full_book) == []


def test_each_builder_keeps_its_own_pages_fresh(full_book: TinyBook) -> None:
    full_book.build("text")
    full_book.build()
    full_book.edit(
        DATA_FILE,
        "statement: The Elm Bridge is 41 metres long.",
        "statement: The Elm Bridge has a length of 41 metres.",
    )
    full_book.build()
    text = " ".join(full_book.build("text").text("differences.txt").split())
    assert "The Elm Bridge has a length of 41 metres" in text


def test_a_change_of_a_page_writes_only_what_it_concerns(full_book: TinyBook) -> None:
    full_book.build()
    full_book.edit("docs/plain.md", "This book is short.", "This book is quite short.")
    assert _written(full_book) == [
        "checked.html",
        "plain.html",
    ]


def _written(book: TinyBook) -> list[str]:
    before = {path: path.stat().st_mtime_ns for path in (book.root / "build/html").rglob("*.html")}
    book.build()
    after = {path: path.stat().st_mtime_ns for path in (book.root / "build/html").rglob("*.html")}
    always = {"genindex.html", "search.html"}
    return sorted(
        path.name for path, when in after.items() if before.get(path) != when and path.name not in always
    )


def test_four_processes_write_the_same(full_book: TinyBook) -> None:
    for number in range(8):
        full_book.write(f"docs/page-{number}.md", "# Page\n\nIt was opened on {fact}`bridge-opened`.\n")
        full_book.edit("docs/index.md", "plain\n", f"plain\npage-{number}\n")
    outs = [full_book.build(jobs=jobs, out=out).out for jobs, out in ((1, "a"), (4, "b"))]
    trees = [{path.relative_to(out): path.read_bytes() for path in out.rglob("*.html")} for out in outs]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man", "singlehtml", "xml"])
def test_every_builder_can_write_them(full_book: TinyBook, builder: str) -> None:
    conf = full_book.root / "conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}copyright = 'nobody'\n", encoding="utf-8")
    build = full_book.build(builder)
    files = [
        path
        for path in build.out.rglob("*")
        if path.suffix in (".txt", ".tex", ".xhtml", ".html", ".xml", ".1")
    ]
    assert any("41 metres" in path.read_text(encoding="utf-8") for path in files)
