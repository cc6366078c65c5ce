"""The files of data beside the built pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourced.account.exports import exports, read_imprint
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages

if TYPE_CHECKING:
    from .conftest import TinyBook

LICENCE = "SPDX-License-Identifier: CC0-1.0\n"


def commanded(book: TinyBook) -> dict[str, str]:
    loaded = load_book(book.root)
    pages = read_pages(loaded)
    return exports(loaded, pages, read_imprint(book.root, pages))


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_files_are_those_of_the_command(tiny_book: TinyBook, jobs: int) -> None:
    tiny_book.write("docs/LICENSE", LICENCE)
    tiny_book.edit("docs/index.md", "# The bridge\n", "# The *bridge*, {fact}`bridge-length` & `more`\n")
    out = tiny_book.build(jobs=jobs).out
    expected = commanded(tiny_book)
    assert len(expected) == 9
    assert {name: (out / name).read_bytes().decode() for name in expected} == expected
    assert json.loads(expected["datapackage.json"])["title"] == "The bridge, 40 metres & more"


def test_only_what_has_changed_is_written(tiny_book: TinyBook) -> None:
    out = tiny_book.build().out
    before = {name: (out / name).stat().st_ino for name in commanded(tiny_book)}
    tiny_book.edit("data/facts.yaml", "title: Opened", "title: Day of opening")
    tiny_book.build()
    changed = {name for name, inode in before.items() if (out / name).stat().st_ino != inode}
    assert changed == {"facts.json", "facts.jsonld", "properties.csv", "datapackage.json"}


@pytest.mark.parametrize("name", ["facts.json", "facts.jsonld", "datapackage.json"])
def test_a_file_that_was_removed_comes_back(tiny_book: TinyBook, name: str) -> None:
    out = tiny_book.build().out
    (out / name).unlink()
    assert tiny_book.build().read == []
    assert (out / name).exists()


def test_a_licence_is_taken_in_without_reading_a_page(tiny_book: TinyBook) -> None:
    out = tiny_book.build().out
    tiny_book.write("docs/LICENSE", LICENCE)
    assert tiny_book.build().read == []
    assert "CC0-1.0" in (out / "datapackage.json").read_text(encoding="utf-8")


def test_an_e_book_has_no_files_of_data(tiny_book: TinyBook) -> None:
    tiny_book.edit("conf.py", 'version = "1"', 'version = "1"\nepub_show_urls = "no"\ncopyright = "none"')
    out = tiny_book.build("epub").out
    assert not [path.name for path in out.iterdir() if path.suffix in {".csv", ".json", ".jsonld"}]
