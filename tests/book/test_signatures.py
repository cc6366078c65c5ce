"""Signatures: what they hold through, what ends them, and how their file is read and merged."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.book.signatures import SIGNED_FILE, Signature, load_signatures, read_signatures, to_lines
from sourced.rules.check import check_book

from ..bridge import sign_all

ROOT = Path(__file__).parents[2]
SOURCE = (
    "The old Elm Bridge is 40 metres long, and it’s safe for everyone.\n\n"
    "“The bridge is quite safe,” said Ann Elm.\n\n“The bridge is quite old,” said Bob Oak.\n"
)
DATA = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {hashlib.sha256(SOURCE.encode()).hexdigest()}
    publisher: The Gazette
    published: 1901-05-04
names:
  elm-bridge: {{kind: place, name: Elm Bridge}}
  oak-bridge: {{kind: place, name: Oak Bridge}}
  ann-elm: {{kind: person, name: Ann Elm}}
  bob-oak: {{kind: person, name: Bob Oak}}
properties:
  length: {{title: Length}}
  state: {{title: State}}
facts:
  bridge-length:
    about: elm-bridge
    property: length
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    evidence:
      - {{source: gazette, exact: The old Elm Bridge is 40 metres long}}
  bridge-safe:
    about: elm-bridge
    property: state
    by: ann-elm
    statement: Ann Elm told us that the bridge is quite sound.
    evidence:
      - source: gazette
        exact: The bridge is quite safe
        gloss: {{The bridge: elm-bridge, safe: elm-bridge}}
"""
PAGE = """\
# The bridge

It's known, said Ann Elm, that the bridge is safe, and {fact}`bridge-length` long. {evidence}`bridge-safe`
"""
FACTS, INDEX = "data/facts.yaml", "docs/index.md"


@pytest.fixture
def signed_book(tmp_path: Path) -> Path:
    """The root of a book in which everything that goes beyond its evidence is signed."""
    for name, text in {"seeds/gazette.txt": SOURCE, FACTS: DATA, INDEX: PAGE}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    sign_all(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def unsigned(root: Path) -> list[tuple[str, str]]:
    """Kind and text of each unit that is neither supported nor signed."""
    report = check_book(load_book(root))
    return [
        (each.unit.kind, each.unit.text)
        for each in report.judged
        if each.verdict not in ("supported", "reviewed")
    ]


def test_signed_is_reviewed(signed_book: Path) -> None:
    assert unsigned(signed_book) == []
    verdicts = check_book(load_book(signed_book)).verdicts
    assert verdicts.reviewed >= len(load_signatures(signed_book)) > 5


HOLDS = [
    pytest.param(INDEX, "It's", "It’s", id="a curly apostrophe"),
    pytest.param(INDEX, "It's known", "It's\u00a0known", id="a space that does not break"),
    pytest.param(INDEX, "known, said", "known,\nsaid", id="wrapping of a page"),
    pytest.param(
        INDEX,
        "{fact}`bridge-length` long. {evidence}`bridge-safe`",
        "{evidence}`bridge-safe` {fact}`bridge-length` long.",
        id="order of citations",
    ),
    pytest.param(INDEX, "`bridge-safe`", "`bridge-safe, bridge-length`", id="cited twice"),
    pytest.param(FACTS, "Ann Elm told us that", "Ann Elm told us\n      that", id="wrapping of a statement"),
    pytest.param(
        FACTS, "{The bridge: elm-bridge, safe: elm-bridge}", "{safe: elm-bridge, The bridge: elm-bridge}",
        id="order of glosses",
    ),
    pytest.param(FACTS, "facts:\n", "facts:\n\n  # nothing is said here\n", id="a comment"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), HOLDS)
def test_a_signature_holds_through_layout(signed_book: Path, file: str, old: str, new: str) -> None:
    edit(signed_book / file, old, new)
    assert unsigned(signed_book) == []


EXPIRES = [
    pytest.param(INDEX, "known", "liked", {"sentence"}, id="a word"),
    pytest.param(INDEX, "`bridge-safe`", "`bridge-length`", {"sentence"}, id="a citation"),
    pytest.param(FACTS, "told us", "tells us", {"statement", "sentence"}, id="a word of a statement"),
    pytest.param(
        FACTS, "exact: The bridge is quite safe", "exact: The bridge is quite", {"statement", "sentence"},
        id="a quotation",
    ),
    pytest.param(
        FACTS, "{The bridge: elm-bridge,", "{The bridge: oak-bridge,", {"gloss", "statement", "sentence"},
        id="a gloss",
    ),
    pytest.param(FACTS, "by: ann-elm", "by: bob-oak", {"statement", "sentence"}, id="a speaker"),
    pytest.param(FACTS, "title: State", "title: Condition", {"property", "statement"}, id="a title"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "kinds"), EXPIRES)
def test_a_signature_ends_with_the_meaning(
    signed_book: Path, file: str, old: str, new: str, kinds: set[str]
) -> None:
    edit(signed_book / file, old, new)
    assert kinds <= {kind for kind, _ in unsigned(signed_book)}


def test_what_is_changed_back_is_signed_again(signed_book: Path) -> None:
    edit(signed_book / INDEX, "known", "liked")
    assert unsigned(signed_book)
    edit(signed_book / INDEX, "liked", "known")
    assert unsigned(signed_book) == []


SIGNED = Signature(unit="0" * 16, kind="sentence", text="It is so.", rests=("a" * 8,), on="2021-08-22")
LINE = to_lines({SIGNED.unit: SIGNED})

BROKEN = [
    pytest.param("<<<<<<< ours\n", "left over from a merge", id="a merge begins"),
    pytest.param("=======\n", "left over from a merge", id="a merge goes on"),
    pytest.param(">>>>>>> theirs\n", "left over from a merge", id="a merge ends"),
    pytest.param('{"unit": "00', "no signature", id="half a line"),
    pytest.param(LINE.replace('"on":"2021-08-22"', '"on":"yesterday"'), "no signature", id="no day"),
    pytest.param(LINE.replace('"on":"2021-08-22"', '"on":"2021-13-45"'), "its `on`", id="no such day"),
    pytest.param(LINE.replace("0" * 16, "0" * 15), "no signature", id="half a digest"),
    pytest.param(LINE.replace('"note"', '"who"'), "no signature", id="an unknown key"),
    pytest.param("[]\n", "no signature", id="not an object"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN)
def test_a_line_that_is_no_signature_is_told(
    signed_book: Path, refused: Callable[[Path], list[Finding]], line: str, message: str
) -> None:
    (signed_book / SIGNED_FILE).write_text(LINE + line, encoding="utf-8")
    [finding] = refused(signed_book)
    assert (finding.file, finding.line, finding.code) == (SIGNED_FILE, 2, "signature-unreadable")
    assert message in finding.message


def test_all_broken_lines_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        read_signatures(f"no\n{LINE}\nno\n")
    assert [finding.line for finding in caught.value.findings] == [1, 4]


def test_lines_are_sorted_and_read_back() -> None:
    others = [
        Signature(
            unit=f"{n:016x}", kind=kind, text=text, rests=(), on="2021-08-22", beyond=("“so”",), note="\n"
        )
        for n, (kind, text) in enumerate([("value", "40"), ("sentence", "B."), ("sentence", "A.")], 1)
    ]
    given = {each.unit: each for each in [SIGNED, *others]}
    text = to_lines(given)
    assert [line.partition('"text":"')[2][:2] for line in text.splitlines()] == ["A.", "B.", "It", "40"]
    assert read_signatures(text) == given
    assert read_signatures(text.replace("\n", "\r\n")) == given


def test_what_two_branches_signed_is_signed(signed_book: Path) -> None:
    """Both take a part of the file away and add to it; git merges them without a question."""

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(
            ["git", *who, *arguments], cwd=signed_book, check=True, capture_output=True, timeout=30
        )

    shutil.copy(ROOT / ".gitattributes", signed_book)
    (signed_book / SIGNED_FILE).unlink()
    git("init", "-b", "one")
    git("add", ".")
    git("commit", "-m", "unsigned")
    git("branch", "two")
    file = signed_book / SIGNED_FILE
    both = [
        SIGNED,
        *(
            Signature(unit=f"{n:016x}", kind="value", text=f"{n} m", rests=(), on="2021-08-22")
            for n in (1, 2, 3)
        ),
    ]
    for branch, lines in (("one", both[:3]), ("two", both[2:])):
        git("checkout", branch)
        file.write_text(to_lines({each.unit: each for each in lines}), encoding="utf-8")
        git("add", ".")
        git("commit", "-m", f"signed on {branch}")
    git("merge", "one")
    merged = load_signatures(signed_book)
    assert merged == {each.unit: each for each in both}
    assert len(to_lines(merged).splitlines()) == len(
        both
    )  # what both had may stand twice until the next signing
