"""The build makes pages of what the command reads, and says so where it does not."""

from __future__ import annotations

import pytest

from sourced.book.loading import load_book
from sourced.rules.check import check_book

from .conftest import TinyBook

TOP = 'version = "1"'


def told(book: TinyBook) -> list[str]:
    """What the command finds that is no matter of review, as the build would warn of it."""
    return [
        rf"/{each.file}:{each.line}: WARNING: column {each.column}: .*\[sourced\.{each.code}\]"
        for each in check_book(load_book(book.root)).findings
        if each.severity != "review"
    ]


@pytest.mark.parametrize(
    ("name", "conf"),
    [
        pytest.param("other.rst", "", id="reStructuredText"),
        pytest.param("other.txt", "source_suffix = {'.txt': 'restructuredtext'}", id="text"),
    ],
)
def test_a_page_that_is_no_markdown(tiny_book: TinyBook, name: str, conf: str) -> None:
    tiny_book.edit("conf.py", TOP, f"{TOP}\n{conf}")
    tiny_book.write(f"docs/{name}", ":orphan:\n\nThe bridge\n==========\n\nIt fell in 1950.\n")
    found = told(tiny_book)
    assert [pattern for pattern in found if "page-unread" in pattern] == found != []
    assert "It fell" in tiny_book.build(warnings=found).text("other.html")


@pytest.mark.parametrize("suffix", [".markdown", ".MD"])
def test_markdown_by_another_suffix(tiny_book: TinyBook, suffix: str) -> None:
    tiny_book.edit("conf.py", TOP, f"{TOP}\nsource_suffix = {{'{suffix}': 'markdown'}}")
    tiny_book.write(f"docs/other{suffix}", "---\norphan: true\n---\n\n# The bridge\n\nIt fell in 1950.\n")
    found = told(tiny_book)
    assert "sentence-without-fact" in found[0]
    tiny_book.build(warnings=found)


def test_a_page_that_only_the_build_has(tiny_book: TinyBook) -> None:
    tiny_book.edit(
        "conf.py", TOP, f"{TOP}\ndef setup(app):\n    app.add_source_suffix('.txt', 'restructuredtext')"
    )
    tiny_book.write("docs/other.txt", ":orphan:\n\nThe bridge\n==========\n")
    tiny_book.write("docs/_drafts/more.md", "---\norphan: true\n---\n\n# The bridge\n")
    assert told(tiny_book) == []
    tiny_book.build(warnings=[r"docs/_drafts/more\.md:1: .*page-unread", r"docs/other\.txt:1: .*page-unread"])


def test_a_byte_order_mark_changes_nothing(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/opening.md", "# The opening\n\n", "The bridge fell. ")
    found = told(tiny_book)
    assert found != []
    tiny_book.write("docs/opening.md", "\ufeff" + (tiny_book.root / "docs/opening.md").read_text())
    assert told(tiny_book) == found
    tiny_book.build(warnings=[*found, "toctree"])
