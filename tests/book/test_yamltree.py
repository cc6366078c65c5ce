"""Reading YAML into a tree with places: what is read, and what is refused and where."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sourced.book.inputs import INPUT_CODES
from sourced.book.yaml.reading import read_tree
from sourced.book.yaml.tree import Tree

FILE = "data/facts.yaml"


def read(text: str) -> Tree:
    tree, findings = read_tree(text, file=FILE)
    assert tree is not None
    assert findings == []
    return tree


def refused(text: str) -> list[tuple[str, int, int]]:
    _, findings = read_tree(text, file=FILE)
    assert all(finding.message and finding.hint and finding.file == FILE for finding in findings)
    return sorted((finding.code, finding.line, finding.column) for finding in findings)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param(
            "a: no\nb: 1996\nc: 2021-08-15\n", {"a": "no", "b": "1996", "c": "2021-08-15"}, id="no-types"
        ),
        pytest.param("a: ~\nb: null\nc:\n", {"a": "~", "b": "null", "c": ""}, id="null-is-text"),
        pytest.param(
            "a: 0x1F\nb: 1_000\nc: .inf\n", {"a": "0x1F", "b": "1_000", "c": ".inf"}, id="odd-numbers"
        ),
        pytest.param("1: x\ntrue: y\n", {"1": "x", "true": "y"}, id="keys-are-text"),
        pytest.param("{a: [b, {c: d}], e: {}}", {"a": ["b", {"c": "d"}], "e": {}}, id="flow-style"),
        pytest.param(
            "a: |\n  one\n  two\nb: >-\n  x\n  y\n", {"a": "one\ntwo\n", "b": "x y"}, id="block-scalars"
        ),
        pytest.param("a: \"\\u2019 \\t\"\nb: 'it''s'\n", {"a": "\u2019 \t", "b": "it's"}, id="quoted"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="version-1.2"),
        pytest.param("%YAML 1.1\n---\na: b\n", {"a": "b"}, id="version-1.1"),
        pytest.param("\ufeffa: b\n", {"a": "b"}, id="byte-order-mark-first"),
        pytest.param("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}, id="windows-line-ends"),
        pytest.param(
            "a: '&b'\nc: \"*d\"\ne: '!f'\n", {"a": "&b", "c": "*d", "e": "!f"}, id="marks-in-quotes"
        ),
        pytest.param("a: x & y * z ! <<\n", {"a": "x & y * z ! <<"}, id="marks-inside-text"),
    ],
)
def test_reads(text: str, root: object) -> None:
    assert read(text).root == root


PLACED = """\
# a comment, and \U0001f600 and \u201cquotes\u201d
facts:
  \u00e9t\u00e9: {about: \U0001f600x, value: "40"}
  two:
    evidence:
      - source: s
        gloss: {His: him, son: boy}
      - {source: t}
    also: [one, two]
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (2, 1)),
        (("facts",), True, (2, 1)),
        (("facts",), False, (3, 3)),
        (("facts", "\u00e9t\u00e9"), True, (3, 3)),
        (("facts", "\u00e9t\u00e9"), False, (3, 8)),
        (("facts", "\u00e9t\u00e9", "about"), False, (3, 16)),
        (("facts", "\u00e9t\u00e9", "value"), True, (3, 20)),
        (("facts", "\u00e9t\u00e9", "value"), False, (3, 27)),
        (("facts", "two"), True, (4, 3)),
        (("facts", "two", "evidence", 0), False, (6, 9)),
        (("facts", "two", "evidence", 0), True, (6, 9)),
        (("facts", "two", "evidence", 0, "gloss", "son"), True, (7, 27)),
        (("facts", "two", "evidence", 0, "gloss", "son"), False, (7, 32)),
        (("facts", "two", "evidence", 1, "source"), False, (8, 18)),
        (("facts", "two", "also", 1), False, (9, 17)),
        (("facts", "two", "unused"), False, (4, 3)),
        (("facts", "two", "evidence", 0, "prefix"), True, (6, 9)),
        (("facts", "two", "evidence", 9, "exact"), False, (5, 5)),
        (("facts", "two", "also", 1, "deeper"), False, (9, 17)),
        (("facts", "three", "about"), False, (2, 1)),
        (("nothing",), False, (2, 1)),
    ],
)
def test_places(path: tuple[str | int, ...], key: bool, place: tuple[int, int], newline: str) -> None:
    assert read(PLACED.replace("\n", newline)).place(path, key=key) == place


def test_places_of_many_entries() -> None:
    text = "facts:\n" + "".join(f"  f{number}:\n    a: [x, {{y: z}}]\n" for number in range(200))
    tree = read(text)
    for number in (0, 1, 31, 199):
        assert tree.place(("facts", f"f{number}"), key=True) == (2 + 2 * number, 3)
        assert tree.place(("facts", f"f{number}", "a", 1, "y")) == (3 + 2 * number, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", [("yaml-duplicate-key", 3, 1)], id="duplicate"),
        pytest.param("{a: 1, 'a': 2}", [("yaml-duplicate-key", 1, 8)], id="duplicate-in-quotes"),
        pytest.param(
            "x:\n  a: 1\n  a: {b: 1, b: 2}\n  a: 3\n",
            [("yaml-duplicate-key", 3, 3), ("yaml-duplicate-key", 3, 13), ("yaml-duplicate-key", 4, 3)],
            id="duplicates-in-a-duplicate",
        ),
        pytest.param("a: &x 1\n", [("yaml-alias", 1, 4)], id="anchor"),
        pytest.param("&x a: 1\n", [("yaml-alias", 1, 1)], id="anchor-on-a-key"),
        pytest.param("a: &x {b: c}\n", [("yaml-alias", 1, 4)], id="anchor-on-a-mapping"),
        pytest.param("a: &x 1\nb: *x\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)], id="alias"),
        pytest.param(
            "a: [*x, *y]\n", [("yaml-alias", 1, 5), ("yaml-alias", 1, 9)], id="alias-without-anchor"
        ),
        pytest.param("a: 1\n*x : 2\n", [("yaml-alias", 2, 1)], id="alias-as-key"),
        pytest.param("a:\n  <<: *x\n  b: 1\n", [("yaml-merge-key", 2, 3)], id="merge-key"),
        pytest.param(
            "a:\n  <<: [*x, *y]\n",
            [("yaml-alias", 2, 8), ("yaml-alias", 2, 12), ("yaml-merge-key", 2, 3)],
            id="merge-list",
        ),
        pytest.param("a: !!int 3\n", [("yaml-tag", 1, 4)], id="tag-int"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", [("yaml-tag", 1, 4)], id="tag-python"),
        pytest.param("a: !foo {b: c}\n", [("yaml-tag", 1, 4)], id="tag-own"),
        pytest.param("a: ! x\n", [("yaml-tag", 1, 4)], id="tag-none"),
        pytest.param("!!str a: x\n", [("yaml-tag", 1, 1)], id="tag-on-a-key"),
        pytest.param("a: !x!y z\n", [("yaml-tag", 1, 4)], id="tag-with-unknown-handle"),
        pytest.param("a: !<x z\n", [("yaml-tag", 1, 4)], id="tag-unfinished"),
        pytest.param("%TAG !e! tag:e,2000:\n---\na: b\n", [("yaml-directive", 1, 1)], id="tag-directive"),
        pytest.param("%YAML 2.0\n---\na: b\n", [("yaml-directive", 1, 1)], id="unknown-version"),
        pytest.param("%FOO bar\n---\na: b\n", [("yaml-directive", 1, 1)], id="unknown-directive"),
        pytest.param("a: b\n---\nc: d\n", [("yaml-document", 2, 1)], id="two-documents"),
        pytest.param("", [("yaml-document", 1, 1)], id="empty-file"),
        pytest.param("# only a comment\n", [("yaml-document", 1, 1)], id="only-a-comment"),
        pytest.param("---\n", [("yaml-document", 1, 1)], id="empty-document"),
        pytest.param("- a\n- b\n", [("wrong-type", 1, 1)], id="list-at-the-top"),
        pytest.param("# c\njust text\n", [("wrong-type", 2, 1)], id="text-at-the-top"),
        pytest.param("? [a, b]\n: c\n", [("yaml-key", 1, 3)], id="list-as-key"),
        pytest.param("a: 1\n{b: c}: d\n", [("yaml-key", 2, 1)], id="mapping-as-key"),
        pytest.param("a: {{ b }}\n", [("yaml-key", 1, 5)], id="template-braces"),
        pytest.param("a: " + "[" * 1000, [("yaml-depth", 1, 53)], id="deep-lists"),
        pytest.param("{a: " * 100_000, [("yaml-depth", 1, 201)], id="deep-mappings"),
        pytest.param("- " * 5000, [("yaml-depth", 1, 101)], id="deep-block-lists"),
        pytest.param("a:\n\tb: c\n", [("yaml-character", 2, 1)], id="tab-as-indentation"),
        pytest.param("a: b\n\nc: d\te\n", [("yaml-character", 3, 5)], id="tab-in-text"),
        pytest.param("a: b\rc: d\r", [("yaml-character", 1, 5)], id="carriage-returns-alone"),
        pytest.param("a: b\u2028c\n", [("yaml-character", 1, 5)], id="line-separator"),
        pytest.param("a: b\x85c\n", [("yaml-character", 1, 5)], id="next-line"),
        pytest.param("a: b\n\nc: \x07d\n", [("yaml-character", 3, 4)], id="control-character"),
        pytest.param("a: \x9b31m\n", [("yaml-character", 1, 4)], id="c1-control-character"),
        pytest.param("a: b\ufeff\n", [("yaml-character", 1, 5)], id="byte-order-mark-inside"),
        pytest.param("a: \ufffe\n", [("yaml-character", 1, 4)], id="no-character"),
        pytest.param("a: \tb\x07\n", [("yaml-character", 1, 4), ("yaml-character", 1, 6)], id="two-kinds"),
        pytest.param('a: "x\\0y"\n', [("yaml-character", 1, 4)], id="escaped-nul"),
        pytest.param('a:\n- "\\e[31m"\n', [("yaml-character", 2, 3)], id="escaped-escape"),
        pytest.param('"\\05": x\n', [("yaml-character", 1, 1)], id="escaped-nul-in-a-key"),
        pytest.param('a: "\\ud800"\n', [("yaml-syntax", 1, 7)], id="lone-surrogate"),
        pytest.param('a: "\\q"\n', [("yaml-syntax", 1, 5)], id="unknown-escape"),
        pytest.param('a: "\\xZZ"\n', [("yaml-syntax", 1, 7)], id="bad-hexadecimal"),
        pytest.param("a: b: c\n", [("yaml-syntax", 1, 5)], id="colon-in-text"),
        pytest.param('a: "b" c\n', [("yaml-syntax", 1, 8)], id="text-after-quotes"),
        pytest.param("a: 1\nb: 'open\nc: d\n", [("yaml-syntax", 2, 4)], id="open-quotation"),
        pytest.param("a: [b, c\nd: e\n", [("yaml-syntax", 1, 4)], id="open-list"),
        pytest.param("a: {b: c\n", [("yaml-syntax", 1, 4)], id="open-mapping"),
        pytest.param("a:\n  b: 1\n c: 2\n", [("yaml-syntax", 3, 2)], id="wrong-indentation"),
        pytest.param("a: 1\nb\nc: 2\n", [("yaml-syntax", 2, 1)], id="no-colon"),
        pytest.param("a: @b\n", [("yaml-syntax", 1, 4)], id="at-sign"),
        pytest.param("a: `b`\n", [("yaml-syntax", 1, 4)], id="backtick"),
        pytest.param("a: %b\n", [("yaml-syntax", 1, 4)], id="per-cent"),
        pytest.param("a: x\n  - b\n c: d\n", [("yaml-syntax", 3, 3)], id="mapping-under-text"),
        pytest.param("a: - b\n", [("yaml-syntax", 1, 4)], id="list-on-the-line-of-its-key"),
        pytest.param("a: | b\n", [("yaml-syntax", 1, 6)], id="text-after-block-sign"),
        pytest.param("- a\nb: c\n", [("yaml-syntax", 2, 1)], id="list-then-mapping"),
    ],
)
def test_refuses(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert refused(text) == expected
    assert {code for code, _, _ in expected} <= set(INPUT_CODES)


def test_duplicate_names_the_line_of_the_first() -> None:
    _, findings = read_tree("x:\n  - {q: r}\n  - a: {b: c}\n    d: 1\n    a: 2\n", file=FILE)
    assert [finding.message for finding in findings] == ["`a` stands twice in this mapping, first in line 3"]


def test_places_stay_right_behind_what_is_refused() -> None:
    text = "a: {b: 1, b: [x, y], <<: {c: d}, e: *f}\ng: [&h i, *j, k]\nl: m\n"
    tree, findings = read_tree(text, file=FILE)
    assert tree is not None
    assert len(findings) == 5
    assert tree.place(("a", "e")) == (1, 37)
    assert tree.place(("g", 2)) == (2, 15)
    assert tree.place(("l",)) == (3, 4)


def test_a_bomb_of_aliases_does_not_expand() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    tree, findings = read_tree(text, file=FILE)
    assert len(findings) == 30 + 29 * 9
    assert tree is not None
    assert sum(not is_key for _, _, is_key in tree.texts()) == 1 + 29 * 9


def test_many_duplicates_take_no_longer_than_their_number() -> None:
    lines = "".join(f"k{number}: v\n" for number in range(20_000))
    _, findings = read_tree(lines * 2, file=FILE)
    assert len(findings) == 20_000
    assert all(later.line == earlier.line + 1 for earlier, later in pairwise(findings))
