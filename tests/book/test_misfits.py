"""Everything in a data file that does not fit, told at its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.findings import Finding

Refused = Callable[[Path], list[Finding]]
ID_FORM = "lower-case ASCII words joined by hyphens"
FACT = "  bridge-length:\n    about: elm-bridge\n"


def edit(root: Path, old: str, new: str) -> None:
    text = (root / DATA_FILE).read_bytes().decode()
    assert text.count(old) == 1
    (root / DATA_FILE).write_bytes(text.replace(old, new).encode())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("names:\n", "name:\n", [("unknown-key", 8, 1)], id="unknown-section"),
        pytest.param("value: 40", "vaule: 40", [("unknown-key", 16, 5)], id="unknown-key-of-a-fact"),
        pytest.param("as-of", "as_of", [("unknown-key", 18, 5)], id="underscore-for-hyphen"),
        pytest.param("value: 40", "id: x", [("unknown-key", 16, 5)], id="id-is-no-key"),
        pytest.param("value: 40", "id: bridge-length", [("unknown-key", 16, 5)], id="not-even-the-right-id"),
        pytest.param("gloss", "glos", [("unknown-key", 22, 9)], id="unknown-key-of-evidence"),
        pytest.param(
            "why: not needed", "wy: x, why: y", [("unknown-key", 7, 30)], id="unknown-key-of-an-aside"
        ),
        pytest.param("also: [", "alsoo: [", [("unknown-key", 9, 47)], id="unknown-key-of-a-name"),
        pytest.param(
            "single: true", "singel: true", [("unknown-key", 11, 27)], id="unknown-key-of-a-property"
        ),
        pytest.param(FACT, "  bridge-length:\n", [("missing-key", 13, 3)], id="no-about"),
        pytest.param(
            "        exact: The Elm Bridge is 40 metres long\n", "", [("missing-key", 20, 9)], id="no-exact"
        ),
        pytest.param("    file: gazette.txt\n", "", [("missing-key", 2, 3)], id="no-file"),
        pytest.param(", why: not needed", "", [("missing-key", 7, 9)], id="no-why"),
        pytest.param("name: Elm Bridge", "about: x", [("missing-key", 9, 3)], id="no-name"),
        pytest.param("value: 40", "value:", [("wrong-type", 16, 5)], id="empty-value"),
        pytest.param("value: 40", "value: ''", [("wrong-type", 16, 5)], id="empty-value-in-quotes"),
        pytest.param("[named, called]", "[named, '']", [("wrong-type", 27, 21)], id="empty-item"),
        pytest.param(
            "{It: elm-bridge}", "{It elm-bridge}", [("wrong-type", 22, 17)], id="gloss-without-colon"
        ),
        pytest.param(
            "{It: elm-bridge}",
            f"{{{', '.join(f'It{n}: elm-bridge' for n in range(101))}}}",
            [("bad-value", 22, 9)],
            id="too many glosses",
        ),
        pytest.param(
            "[named, called]",
            f"[{', '.join(f'named{n}' for n in range(101))}]",
            [("bad-value", 27, 5)],
            id="too many absent words",
        ),
        pytest.param("value: 40", "value: [40]", [("wrong-type", 16, 12)], id="list-for-text"),
        pytest.param("value: 40", "value: {km: 40}", [("wrong-type", 16, 12)], id="mapping-for-text"),
        pytest.param("[the bridge]", "the bridge", [("wrong-type", 9, 53)], id="text-for-a-list"),
        pytest.param("{It: elm-bridge}", "[It]", [("wrong-type", 22, 16)], id="list-for-a-mapping"),
        pytest.param(
            "      - source: gazette\n  ",
            "        source: gazette\n  ",
            [("wrong-type", 20, 9)],
            id="evidence-without-dash",
        ),
        pytest.param("single: true", "single: yes", [("bad-value", 11, 35)], id="yes-for-true"),
        pytest.param("single: true", "single: 1", [("bad-value", 11, 35)], id="1-for-true"),
        pytest.param("single: true", "single: TRUE", [("bad-value", 11, 35)], id="capitals-for-true"),
        pytest.param("single: true", "difference: word", [("bad-value", 11, 39)], id="no-such-choice"),
        pytest.param("single: true", "single: null", [("bad-value", 11, 35)], id="null-for-true"),
        pytest.param("  no-mayor:", "  No Mayor:", [("bad-value", 23, 3)], id="id-with-capitals"),
        pytest.param("  no-mayor:", "  no_mayor:", [("bad-value", 23, 3)], id="id-with-underscore"),
        pytest.param("  no-mayor:", "  n\u043e-mayor:", [("bad-value", 23, 3)], id="id-with-a-look-alike"),
        pytest.param("  no-mayor:", '  "no-mayor\\n":', [("bad-value", 23, 3)], id="id-with-a-line-break"),
        pytest.param(
            "  no-mayor:", '  "\\05":', [("yaml-character", 23, 3), ("bad-value", 23, 3)], id="id-with-nul"
        ),
        pytest.param("  no-mayor:", '  "":', [("bad-value", 23, 3)], id="empty-id"),
        pytest.param("source: gazette", "source: The Gazette", [("bad-value", 20, 17)], id="id-in-a-value"),
        pytest.param(
            "source: gazette\n", "source: |\n          gazette\n", [("bad-value", 20, 17)], id="id-as-block"
        ),
        pytest.param("sha256: e3b0", "sha256: E3B0", [("bad-value", 4, 13)], id="hash-in-capitals"),
        pytest.param("sha256: e3b0", "sha256: e3b", [("bad-value", 4, 13)], id="hash-too-short"),
        pytest.param(
            "{It: elm-bridge}", "{'': elm-bridge}", [("bad-value", 22, 17)], id="empty-key-of-a-gloss"
        ),
        pytest.param("file: gazette.txt", "file: ../gazette.txt", [("bad-path", 3, 11)], id="path-up"),
        pytest.param("file: gazette.txt", "file: /etc/passwd", [("bad-path", 3, 11)], id="path-absolute"),
        pytest.param("file: gazette.txt", "file: a/gazette.txt", [("bad-path", 3, 11)], id="path-down"),
        pytest.param("file: gazette.txt", "file: ..\\gazette.txt", [("bad-path", 3, 11)], id="path-windows"),
        pytest.param("file: gazette.txt", "file: 'C:gazette.txt'", [("bad-path", 3, 11)], id="path-drive"),
        pytest.param("file: gazette.txt", "file: ..", [("bad-path", 3, 11)], id="path-parent"),
        pytest.param("file: gazette.txt", "file: .", [("bad-path", 3, 11)], id="path-itself"),
        pytest.param("file: gazette.txt", "file: gazete.txt", [("file-missing", 3, 11)], id="file-missing"),
        pytest.param(
            "file: gazette.txt", f"file: {'x' * 5000}", [("file-unreadable", 3, 11)], id="file-name-too-long"
        ),
        pytest.param("file: gazette.txt", "file: &a gazette.txt", [("yaml-alias", 3, 11)], id="anchor"),
        pytest.param("value: 40", "value: *a", [("yaml-alias", 16, 12)], id="alias-as-a-value"),
        pytest.param("{It: elm-bridge}", "*a", [("yaml-alias", 22, 16)], id="alias-as-a-mapping"),
        pytest.param(
            FACT, "  bridge-length:\n    <<: *a\n", [("yaml-merge-key", 14, 5)], id="merge-for-a-key"
        ),
        pytest.param("value: 40", "about: x", [("yaml-duplicate-key", 16, 5)], id="duplicate-key"),
        pytest.param("  no-mayor:", "  bridge-length:", [("yaml-duplicate-key", 23, 3)], id="duplicate-fact"),
        pytest.param("value: 40", "value: !!int 40", [("yaml-tag", 16, 12)], id="tag"),
        pytest.param("value: 40", "value: a: b", [("yaml-syntax", 16, 13)], id="syntax-error"),
        pytest.param(
            "    property: length\n    value",
            "   property: length\n    value",
            [("yaml-syntax", 15, 4)],
            id="outdented",
        ),
        pytest.param("value: 40", "value: '40", [("yaml-syntax", 16, 12)], id="open-quotation"),
        pytest.param("value: 40", "\tvalue: 40", [("yaml-character", 16, 5)], id="tab"),
        pytest.param("{It: elm-bridge}", "{{It: elm-bridge}}", [("yaml-key", 22, 17)], id="double-braces"),
        pytest.param("facts:\n", "---\nfacts:\n", [("yaml-document", 12, 1)], id="second-document"),
        pytest.param(
            "value: 40\n    statement: The Elm Bridge is 40 metres long.\n    as-of: 1901",
            "vlaue: 40\n    statement: []\n    as-of:",
            [("unknown-key", 16, 5), ("wrong-type", 17, 16), ("wrong-type", 18, 5)],
            id="three-in-one-fact",
        ),
        pytest.param(
            "gazette.txt\n    sha256: e",
            "gone.txt\n    sha256: &a x",
            [("file-missing", 3, 11), ("bad-value", 4, 13), ("yaml-alias", 4, 13)],
            id="each-stage-is-told",
        ),
        pytest.param(
            "single: true}\nfacts:\n",
            "single: no}\nfacts:\n  a: {}\n  b: text\n",
            [
                ("bad-value", 11, 35),
                ("missing-key", 13, 3),
                ("missing-key", 13, 3),
                ("missing-key", 13, 3),
                ("wrong-type", 14, 6),
            ],
            id="all-entries-are-told",
        ),
    ],
)
def test_misfits(
    bridge: Path, refused: Refused, old: str, new: str, expected: list[tuple[str, int, int]]
) -> None:
    edit(bridge, old, new)
    found = [(finding.code, finding.line, finding.column) for finding in refused(bridge)]
    assert sorted(found) == sorted(expected)
    assert [place for _, *place in found] == sorted(place for _, *place in found)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("value: 40", "vaule: 40", "fact `bridge-length` knows no key `vaule`", "Did you mean `value`?"),
        ("names:\n", "name:\n", "the file knows no key `name`", "Did you mean `names`?"),
        (FACT, "  bridge-length:\n", "fact `bridge-length` has no `about`", "Add the key."),
        (
            "exact: The Elm Bridge is 40 metres long",
            "prefix: x",
            "evidence 1 of fact `bridge-length` has no `exact`",
            "Add the key.",
        ),
        (
            "  no-mayor:",
            "  No Mayor:",
            f"the key `No Mayor` is not {ID_FORM}",
            "Write `no-mayor`.",
        ),
        (
            "source: gazette",
            "source: G",
            f"`source` of evidence 1 of fact `bridge-length` is `G`, not {ID_FORM}",
            "Write `g`.",
        ),
        (
            "as-of: 1901",
            "as-of:",
            "`as-of` of fact `bridge-length` has no value",
            "Give it a value, or remove the key.",
        ),
    ],
)
def test_words(bridge: Path, refused: Refused, old: str, new: str, message: str, hint: str) -> None:
    edit(bridge, old, new)
    assert [(finding.message, finding.hint) for finding in refused(bridge)] == [(message, hint)]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        pytest.param(
            "why: not needed", "why: not needed, at all", "in quotation marks", id="rest of a value"
        ),
        pytest.param("why: not needed", "why: so, but: not", "Known here", id="a key of its own"),
        pytest.param("value: 40", "worth:", "Known here", id="an empty key in no braces"),
    ],
)
def test_a_comma_in_braces_is_told_apart_from_a_key(
    bridge: Path, refused: Callable[[Path], list[Finding]], old: str, new: str, hint: str
) -> None:
    edit(bridge, old, new)
    (found,) = (each for each in refused(bridge) if each.code == "unknown-key")
    assert hint in found.hint
