"""Changing a YAML text in place: what is asked for is said, and nothing else is touched."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from sourced.book.yaml.reading import read_tree
from sourced.book.yaml.tree import Tree
from sourced.book.yamledit import Add, Append, Change, EditError, Rename, Set, edit
from sourced.book.yamledit.written import scalar

ROOT = Path(__file__).parents[2]
TEXT = """\
# the file's own words
names: {mill: {kind: place, name: The Mill}}   # two
facts:
  # first
  opened:
    about: mill   # what
    statement: >-
      It was
      opened.
    evidence:
      - {source: a, exact: "one: two"}   # why

  # second
  closed:
    about: mill
    also: []
    evidence:
    - source: a
      exact: |
        kept
"""


def edited(text: str, changes: Sequence[Change], tree: Tree | None = None) -> str:
    return edit(text, changes, tree)[0]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        pytest.param(
            Append(("facts", "opened", "evidence"), {"source": "b", "exact": "three"}),
            "   # why\n",
            "   # why\n      - {source: b, exact: three}\n",
            id="item-behind-a-comment",
        ),
        pytest.param(
            Append(("facts", "closed", "evidence"), {"source": "b", "exact": "a, b"}),
            "        kept\n",
            '        kept\n    - {source: b, exact: "a, b"}\n',
            id="item-behind-a-block-text",
        ),
        pytest.param(
            Append(("facts", "closed", "also"), "shut"), "also: []", "also: [shut]", id="empty-list"
        ),
        pytest.param(
            Append(("names", "mill", "also"), "Old Mill"),
            "name: The Mill}",
            "name: The Mill, also: [Old Mill]}",
            id="missing-list-in-brackets",
        ),
        pytest.param(
            Add(("facts", "opened", "when"), "1901"),
            "   # why\n",
            "   # why\n    when: 1901\n",
            id="key-before-the-blank-line",
        ),
        pytest.param(
            Add(("names", "oak"), {"kind": "place"}),
            "}}   #",
            "}, oak: {kind: place}}   #",
            id="key-in-brackets",
        ),
        pytest.param(
            Add(("facts", "opened", "statement"), "x"), "", "is there already", id="key-that-is-there"
        ),
        pytest.param(
            Add(("properties", "length", "title"), "Length"),
            "        kept\n",
            "        kept\nproperties:\n  length: {title: Length}\n",
            id="missing-section",
        ),
        pytest.param(
            Set(("facts", "opened", "statement"), "It opened."),
            ">-\n      It was\n      opened.",
            "It opened.",
            id="folded-text",
        ),
        pytest.param(
            Set(("facts", "opened", "evidence", 0, "exact"), '"a" b'),
            '"one: two"',
            "'\"a\" b'",
            id="quoted-text",
        ),
        pytest.param(Rename(("facts", "closed"), "shut"), "  closed:", "  shut:", id="key"),
        pytest.param(Rename(("facts", "closed"), "opened"), "", "is there already", id="key-taken"),
        pytest.param(Set(("facts", "nothing"), "x"), "", "no text to change", id="no-such-value"),
        pytest.param(Add(("facts", "opened", "about", "x"), "y"), "", "holds no keys", id="key-in-a-text"),
        pytest.param(Append(("facts", "opened", "about"), "y"), "", "would not say", id="item-of-a-text"),
        pytest.param(Set(("facts", "opened"), "x"), "", "no text to change", id="not-a-text"),
    ],
)
@pytest.mark.parametrize("form", ["\n", "\r\n", "bom"])
def test_only_what_is_asked_for_changes(change: Change, old: str, new: str, form: str) -> None:
    def shaped(text: str) -> str:
        return f"\ufeff{text}" if form == "bom" else text.replace("\n", form)

    if not old:
        with pytest.raises(EditError, match=new):
            edited(shaped(TEXT), [change])
        return
    assert TEXT.count(old) == 1
    assert edited(shaped(TEXT), [change]) == shaped(TEXT.replace(old, new))


def test_several_changes_at_once_keep_their_order() -> None:
    changes = [Add(("facts", name), {"about": "mill"}) for name in ("c", "d")]
    changes += [Add(("facts", "opened", "by"), "mill")]
    result = edited(TEXT, [*changes, Rename(("names", "mill"), "old-mill")])
    assert result.endswith("        kept\n  c: {about: mill}\n  d: {about: mill}\n")
    assert "# why\n    by: mill\n" in result
    assert "names: {old-mill: {" in result


def test_paths_are_those_of_the_text_whatever_else_is_renamed() -> None:
    changes: list[Change] = [
        Rename(("facts", "opened"), "built"),
        Rename(("facts", "opened", "about"), "of"),
        Set(("facts", "opened", "about"), "oak"),
        Append(("facts", "opened", "evidence"), {"source": "b"}),
    ]
    result = edited(TEXT, changes)
    assert "  built:\n    of: oak   # what\n" in result
    assert "      - {source: b}\n" in result


def test_a_missing_mapping_or_list_is_made_once() -> None:
    changes: list[Change] = [
        Add(("names", "oak"), {"kind": "tree", "name": "Oak"}),
        Append(("facts", "a", "evidence"), {"source": "b"}),
        Append(("facts", "a", "evidence"), {"source": "c"}),
        Add(("names", "elm"), {"kind": "tree", "name": "Elm"}),
    ]
    assert edited("sources: {}\n", changes) == (
        "sources: {}\nnames:\n  oak: {kind: tree, name: Oak}\n  elm: {kind: tree, name: Elm}\n"
        "facts:\n  a:\n    evidence:\n      - {source: b}\n      - {source: c}\n"
    )
    with pytest.raises(EditError, match="the same key"):
        edited("a: b\n", [Add(("c",), "d"), Add(("c",), "e")])


def test_a_text_without_a_last_line_end_is_gone_on() -> None:
    assert edited("a:\n  - x", [Append(("a",), "y")]) == "a:\n  - x\n  - y\n"


def test_what_would_be_read_otherwise_is_refused() -> None:
    with pytest.raises(EditError, match=r"U\+0000"):
        edited("a: b\n", [Set(("a",), "zero\x00")])
    with pytest.raises(EditError, match="stands twice"):
        edited("a: b\na: c\n", [Set(("a",), "d")])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two words", "two words"),
        ("1996", "1996"),
        ("it’s – so", "it’s – so"),
        ("a, b", '"a, b"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("[a]", '"[a]"'),
        ("*a", '"*a"'),
        ("null", '"null"'),
        ("", '""'),
        ("'a'", "\"'a'\""),
        ('"a" it\'s', "'\"a\" it''s'"),
        (" a", '" a"'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_value_has_quotes_where_it_needs_them(value: str, text: str) -> None:
    assert scalar(value) == text
    tree, findings = read_tree(f"k: {{a: {text}}}\n", file="")
    assert tree is not None
    assert not findings
    assert tree.root == {"k": {"a": value}}


def test_a_comma_needs_quotes_in_brackets_only() -> None:
    entry = {"statement": "One, two [three].", "why": "a: b", "evidence": [{"exact": "one, two"}]}
    assert edited("facts:\n  a: {b: c}\n", [Add(("facts", "d"), entry)]) == (
        "facts:\n  a: {b: c}\n  d:\n    statement: One, two [three].\n"
        '    why: "a: b"\n    evidence:\n      - {exact: "one, two"}\n'
    )


def test_the_real_data_file_keeps_every_other_byte() -> None:
    text = (ROOT / "data/facts.yaml").read_text(encoding="utf-8")
    tree, _ = read_tree(text, file="")
    assert tree is not None
    facts = tree.root["facts"]
    assert isinstance(facts, dict)
    with_evidence = sorted(fact for fact, entry in facts.items() if "evidence" in entry)
    for fact in random.Random(7).sample(with_evidence, 5):
        result = edited(text, [Append(("facts", fact, "evidence"), {"source": "vice", "exact": "xx: yy"})])
        piece = '- {source: vice, exact: "xx: yy"}\n'
        before, _, after = result.partition(piece)
        assert before.rstrip(" ") + after == text


def test_a_list_of_mappings_is_begun_below_its_key() -> None:
    assert edited("facts: {}\n", [Append(("facts", "a", "evidence"), {"source": "b"})]) == (
        "facts:\n  a:\n    evidence:\n      - {source: b}\n"
    )


@pytest.mark.parametrize(
    "before", ["names: {}\n", "names:\n  {}\nfacts: {}\n", "language: en\n", "names: {x: {kind: k}}\n"]
)
def test_several_are_added_to_what_holds_nothing_yet(before: str) -> None:
    changes = [Add(("names", id_), {"kind": "place", "name": id_.upper()}) for id_ in ("a", "b", "c")]
    after = yaml.safe_load(edited(before, changes))
    assert list(after["names"])[-3:] == ["a", "b", "c"]
    assert after["names"]["c"] == {"kind": "place", "name": "C"}
    with pytest.raises(EditError, match=r"is there already|the same key"):
        edited(before, [*changes, changes[0]])
