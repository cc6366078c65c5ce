"""The data file described: each field, and an example of it out of a book in which nothing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from sourced.book.fields import ENTRIES, example, fields
from sourced.book.loading import load_book
from sourced.book.model import Entry
from sourced.book.yaml.reading import read_tree
from sourced.rules.check import check_book

ROOT = Path(__file__).parents[2]
MILL = ROOT / "tests/books/mill"
TEXT = (MILL / "data/facts.yaml").read_text(encoding="utf-8")
TREE, BROKEN = read_tree(TEXT, file="data/facts.yaml")
EVERY = [(kind, field.name) for kind in ENTRIES for field in fields(kind)]
PAGE = (ROOT / "docs/reference/data-file.md").read_text(encoding="utf-8")


def test_nothing_is_wrong_in_the_book_of_examples() -> None:
    report = check_book(load_book(MILL))
    assert report.findings == []
    assert report.verdicts.units > report.verdicts.supported > 0


def test_every_entry_of_the_model_is_described() -> None:
    models = {model for model, _ in ENTRIES.values()}
    assert models == set(Entry.__subclasses__())
    for kind, (model, _) in ENTRIES.items():
        names = {field.encode_name for field in msgspec.structs.fields(model)} - {"id"}
        assert [field.name for field in fields(kind)] != []
        assert {field.name for field in fields(kind)} == names


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_every_field_says_what_it_is_for_and_has_an_example(kind: str, name: str) -> None:
    (field,) = (each for each in fields(kind) if each.name == name)
    assert len(field.meaning.split()) > 2
    assert field.takes
    assert TREE is not None
    where, lines = example(kind, name, TREE, TEXT)
    assert lines.startswith(f"{name}:")
    assert list(yaml.safe_load(lines)) == [name]
    loaded = yaml.safe_load(TEXT)
    for step in where.split(": ") if where else ():
        loaded = loaded[step]
    if kind in ("aside", "evidence"):
        loaded = next(each for each in loaded[kind] if name in each)
    elif kind == "original":
        loaded = loaded[kind]
    assert yaml.safe_load(lines)[name] == loaded[name]


def test_a_field_without_an_example_has_none() -> None:
    tree, _ = read_tree("sources: {}\nfacts: {}\n", file="data/facts.yaml")
    assert tree is not None
    assert example("fact", "by", tree, "sources: {}\nfacts: {}\n") == ("", "")


def test_the_page_describes_every_kind_of_entry_with_examples() -> None:
    described = re.findall(r"^```\{fields\} (\w+)\n:example: (\S+)\n```$", PAGE, re.MULTILINE)
    assert {kind for kind, _ in described} == set(ENTRIES)
    folder = ROOT / "docs/reference"
    assert {(folder / path).resolve() for _, path in described} == {MILL / "data/facts.yaml"}


def test_the_settings_of_the_page_can_be_followed(bridge: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (bridge / "sourced.toml").write_text(block, encoding="utf-8")
    assert load_book(bridge).settings == load_book(MILL).settings
