"""Loading a book: what it returns, where it is found, and in which language it is."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE, Book
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.book.settings import find_root


def test_loads(bridge: Path) -> None:
    book = load_book(bridge)
    assert isinstance(book, Book)
    assert book.root == bridge
    assert book.texts == {"gazette": (bridge / "seeds/gazette.txt").read_bytes().decode()}
    assert book.properties["length"].single is True
    assert book.sources["gazette"].published == "1901-05-04"
    assert book.sources["gazette"].aside[0].from_ == "by the mayor"
    fact = book.facts["bridge-length"]
    assert (fact.id, fact.value, fact.as_of) == ("bridge-length", "40", "1901")
    assert fact.evidence[0].gloss == {"It": "elm-bridge"}
    assert book.facts["no-mayor"].absent == ("named", "called")
    assert book.place(("facts", "bridge-length", "evidence", 0, "exact")) == (21, 16)
    assert book.place(("facts", "bridge-length", "unused")) == (13, 3)


def test_a_link_inside_seeds_is_followed(bridge: Path) -> None:
    text = (bridge / "seeds/gazette.txt").read_bytes().decode()
    (bridge / "seeds/gazette.txt").rename(bridge / "seeds/other.txt")
    (bridge / "seeds/gazette.txt").symlink_to("other.txt")
    assert load_book(bridge).texts == {"gazette": text}


def test_a_changed_source_is_not_an_input_error(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").write_bytes("\ufeffother\r".encode())
    book = load_book(bridge)
    assert book.texts == {"gazette": "other\r"}
    assert book.file_text("gazette") == "\ufeffother\r"


def test_an_empty_mapping_is_an_empty_book(bridge: Path) -> None:
    (bridge / DATA_FILE).write_text("facts: {}\n")
    assert load_book(bridge).facts == {}


@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize("broken", [True, False])
def test_garbage_collection_is_as_it_was(bridge: Path, enabled: bool, broken: bool) -> None:
    if broken:
        (bridge / DATA_FILE).write_text("facts:\n")
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with pytest.raises(InputError) if broken else nullcontext():
            load_book(bridge)
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()


@pytest.mark.parametrize("start", [".", "docs", "docs/index.md", "docs/deep/er"])
def test_find_root(bridge: Path, start: str) -> None:
    (bridge / "docs/deep/er").mkdir(parents=True)
    assert find_root(bridge / start) == bridge


def test_find_root_finds_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_root(tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["file-missing"]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us"])
def test_a_book_may_say_that_it_is_in_english(bridge: Path, language: str) -> None:
    data = bridge / DATA_FILE
    data.write_bytes(f"language: {language}\n".encode() + data.read_bytes())
    assert load_book(bridge).facts


@pytest.mark.parametrize("language", ["de", "enm", "fr"])
def test_a_book_in_another_language_is_told_what_would_be_missing(
    bridge: Path, refused: Callable[[Path], list[Finding]], language: str
) -> None:
    data = bridge / DATA_FILE
    data.write_bytes(f"language: {language}\n".encode() + data.read_bytes())
    (finding,) = refused(bridge)
    assert (finding.code, finding.line, finding.column) == ("language-unknown", 1, 11)
    assert f"`{language}`" in finding.message
    assert "denials" in finding.message
