"""A value put into a data file stands there when the file is read again, and nothing else has changed."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.book.yaml.reading import read_tree
from sourced.book.yaml.tree import Path
from sourced.book.yamledit.local import put

TEXT = """\
facts:
  tower:
    about: elm   # a comment
    statement: "He said \\"yes\\" – é"
    evidence:
      - {source: s, exact: The words, gloss: {It: elm}}
      - source: s
        exact: plain words
          over two lines  # why
      - {source: s, exact: 'It''s here'}
      - source: s
        exact: last
        gloss:
          He: elm
      - source: >-
          folded
        exact: |
          a block
"""
ENTRY = ("facts", "tower")
PLACES: list[Path] = [
    (*ENTRY, "about"),
    (*ENTRY, "statement"),
    (*ENTRY, "by"),
    (*ENTRY, "evidence", 0, "exact"),
    (*ENTRY, "evidence", 0, "gloss", "It"),
    (*ENTRY, "evidence", 0, "gloss", "She: or he"),
    (*ENTRY, "evidence", 0, "prefix"),
    (*ENTRY, "evidence", 1, "exact"),
    (*ENTRY, "evidence", 1, "gloss", "The mayor"),
    (*ENTRY, "evidence", 2, "exact"),
    (*ENTRY, "evidence", 2, "gloss", "It"),
    (*ENTRY, "evidence", 3, "gloss", "She"),
    (*ENTRY, "evidence", 3, "gloss", "He"),
]


def after(path: Path, value: str, text: str = TEXT) -> tuple[Any, Any]:
    """What the file holds when a value was put into it, and what it is to hold."""
    tree, found = read_tree(text, file="facts.yaml")
    assert tree
    assert not found
    edit = put(tree, path, value)
    assert edit, path
    mended = text[: edit.start] + edit.text + text[edit.end :]
    wanted: Any = copy.deepcopy(tree.root)
    inside = wanted
    for step in path[:-1]:
        inside = inside.setdefault(step, {}) if isinstance(inside, dict) else inside[step]
    inside[path[-1]] = " ".join(value.split())
    return yaml.load(mended, Loader=yaml.CBaseLoader), wanted


@pytest.mark.parametrize("path", PLACES, ids=lambda path: "-".join(map(str, path[2:])))
@pytest.mark.parametrize(
    "value", ["plain words", "a: b", "it's, {here} #1", "- dash", "“curly” 🌉", "no\nbreak"]
)
def test_a_value_stands_where_it_was_put(path: Path, value: str) -> None:
    found, wanted = after(path, value)
    assert found == wanted


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_any_words_can_be_put(value: str) -> None:
    if value.split():
        for path in (PLACES[0], PLACES[3], PLACES[8]):
            found, wanted = after(path, value)
            assert found == wanted


@pytest.mark.parametrize("path", [(*ENTRY, "evidence", 4, "exact"), (*ENTRY, "evidence", 4, "gloss", "It"),
                                  ("names", "elm", "kind"), (*ENTRY, "evidence")])  # fmt: skip
def test_what_is_not_plain_to_do_is_not_done(path: Path) -> None:
    tree, _ = read_tree(TEXT, file="facts.yaml")
    assert tree
    assert put(tree, path, "x") is None


def test_lines_with_carriage_returns_stay_lines() -> None:
    found, wanted = after(PLACES[8], "x", TEXT.replace("\n", "\r\n"))
    assert found == wanted
