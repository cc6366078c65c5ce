"""A fix that a finding offers, made as it says, leaves that finding behind."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sourced.book.findings import Finding, Fix
from sourced.book.loading import load_book
from sourced.rules.check import check_book
from sourced.text.place import LineStarts

PAGE, DATA = "docs/index.md", "data/facts.yaml"
HERALD = "Ames painted the whole bridge. Olav Holm called it “a bold step forward for us all”.\n"
MORE_NAMES = """\
  berit-ames: {kind: person, name: Berit Ames}
  otto-ames: {kind: person, name: Otto Ames}
  olav-holm: {kind: person, name: Olav Holm}
"""
MORE_FACTS = """\
  bridge-painted:
    about: elm-bridge
    property: opened
    statement: Berit Ames painted the Elm Bridge.
    evidence:
      - source: herald
        exact: Ames painted the whole bridge
        gloss: {Ames: berit-ames, the whole bridge: elm-bridge}
  bridge-praised:
    about: elm-bridge
    property: opened
    by: olav-holm
    statement: Olav Holm called the Elm Bridge “a bold step forward for us all”.
    evidence:
      - {source: herald, exact: Olav Holm called it “a bold step forward for us all”, gloss: {it: elm-bridge}}
"""
MORE_PAGE = """\
Berit Ames painted the Elm Bridge. {evidence}`bridge-painted`
Olav Holm called it “a bold step forward for us all”. {evidence}`bridge-praised`
"""


@pytest.fixture
def book(small_book: Path) -> Path:
    """A book in which two people bear one surname, and one is quoted."""
    (small_book / "seeds/herald.txt").write_text(HERALD, encoding="utf-8", newline="")
    digest = hashlib.sha256(HERALD.encode()).hexdigest()
    source = f"  herald: {{file: herald.txt, sha256: {digest}, publisher: Herald, published: 1901-05-05}}\n"
    data = (small_book / DATA).read_text(encoding="utf-8")
    data = data.replace("names:\n", f"{source}names:\n{MORE_NAMES}") + MORE_FACTS
    (small_book / DATA).write_text(data, encoding="utf-8", newline="")
    page = (small_book / PAGE).read_text(encoding="utf-8")
    (small_book / PAGE).write_text(page + MORE_PAGE, encoding="utf-8", newline="")
    return small_book


CASES = [
    pytest.param(PAGE, "{fact}`bridge-length`", "{fact}`brige-length`", "fact-unknown", "bridge-length",
                 "{fact}`bridge-length` long", id="an unknown fact"),
    pytest.param(PAGE, "`bridge-painted`", "`bridge-opened, bridge-paintd`", "fact-unknown", "bridge-painted",
                 "{evidence}`bridge-opened, bridge-painted`", id="an unknown fact in a list"),
    pytest.param(PAGE, "Berit Ames painted", "{name}`Berit Ames <berit-amse>` painted", "name-unknown",
                 "berit-ames", "{name}`Berit Ames <berit-ames>`", id="an unknown name in a role"),
    pytest.param(PAGE, "Olav Holm called", "Olav Holmm called", "name-unlisted", "Olav Holm",
                 "Olav Holm called it “a", id="a name misspelt on a page"),
    pytest.param(PAGE, "Berit Ames painted", "Ames painted", "unreviewed", "Say that this is Berit Ames",
                 "{name}`Ames <berit-ames>` painted", id="a name that two bear on a page"),
    pytest.param(PAGE, "{fact}`bridge-length` long", "41 metres {evidence}`bridge-length` long",
                 "number-not-in-facts", "40 metres", "is {fact}`bridge-length` {evidence}", id="a number"),
    pytest.param(PAGE, "{fact}`bridge-opened`", "{evidence}`bridge-opened` 4 May 1901", "unreviewed",
                 "3 May 1901", "`bridge-opened` {fact}`bridge-opened`", id="a date"),
    pytest.param(PAGE, "{fact}`bridge-length`", "{fact}`fifty metres <bridge-length>`",
                 "wording-not-the-value", "Print the value: 40 metres", "is {fact}`bridge-length` long",
                 id="words chosen for a value"),
    pytest.param(PAGE, "a bold step forward for us all", "a bold stride forward for us all",
                 "words-not-in-quotation", "a bold step forward", "it “a bold step forward for us all”.",
                 id="a quotation typed on a page"),
    pytest.param(DATA, "Bridge is 40 metres long}", "Bridge was 40 metres long}",
                 "quotation-not-found", "Quote the source", "exact: The Elm Bridge is 40 metres long}",
                 id="a quotation with another word"),
    pytest.param(DATA, "exact: Ames painted the whole bridge", "exact: 'Ames painted this whole bridge'",
                 "quotation-not-found", "Quote the source", "exact: Ames painted the whole bridge\n",
                 id="a quotation in marks"),
    pytest.param(DATA, "source: gazette, exact: The Elm", "source: herald, exact: The Elm",
                 "quotation-not-found", "“gazette”", "source: gazette, exact: The Elm", id="another source"),
    pytest.param(DATA, "source: gazette, exact: The Elm", "source: gazete, exact: The Elm",
                 "source-unknown", "“gazette”", "source: gazette, exact: The Elm", id="an unknown source"),
    pytest.param(DATA, "gloss: {Ames: berit-ames, the", "gloss: {the", "gloss-missing",
                 "“Ames” is Berit Ames", "bridge: elm-bridge, Ames: berit-ames}", id="a gloss more"),
    pytest.param(DATA, "        gloss: {Ames: berit-ames, the whole bridge: elm-bridge}\n", "",
                 "gloss-missing", "“Ames” is Berit Ames", "bridge\n        gloss: {Ames: berit-ames}\n",
                 id="the first gloss, on a line"),
    pytest.param(DATA, "gloss: {Ames: berit-ames", "gloss: {Ames: berit-ame", "gloss-unknown", "berit-ames",
                 "gloss: {Ames: berit-ames, the", id="an unknown name in a gloss"),
    pytest.param(DATA, "by: olav-holm", "by: olaf-holm", "name-unknown", "olav-holm", "by: olav-holm",
                 id="an unknown name"),
    pytest.param(DATA, "property: length", "property: lenght", "property-unknown", "length",
                 "property: length", id="an unknown property"),
    pytest.param(DATA, "statement: Olav Holm called", "statement: Olav Holmm called", "name-unlisted",
                 "Olav Holm", "statement: Olav Holm called", id="a name misspelt in a statement"),
    pytest.param(DATA, "value: 40 metres", "value: 41 metres", "value-not-in-quotation", "40 m",
                 "value: 40 m\n", id="a value"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "title", "after"), CASES)
def test_a_fix_mends(book: Path, file: str, old: str, new: str, code: str, title: str, after: str) -> None:
    text = (book / file).read_text(encoding="utf-8")
    assert old in text
    (book / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    found = [each for each in findings(book, file, code) if each.fixes]
    fix = next(fix for each in found for fix in each.fixes if title in fix.title)
    mended = made(fix, text.replace(old, new, 1))
    assert after in mended
    (book / file).write_text(mended, encoding="utf-8", newline="")
    left = findings(book, file, code)
    assert not any(fix in each.fixes for each in left)
    assert code == "unreviewed" or len(left) < len(found)


def findings(root: Path, file: str, code: str) -> list[Finding]:
    return [each for each in check_book(load_book(root)).findings if (each.file, each.code) == (file, code)]


def made(fix: Fix, text: str) -> str:
    """A text after a fix."""
    lines = LineStarts(text)
    start, end = lines.start(fix.line) + fix.column - 1, lines.start(fix.end_line) + fix.end_column - 1
    return text[:start] + fix.text + text[end:]


def test_whoever_signs_is_offered_the_unit_by_its_digest(book: Path) -> None:
    text = (book / PAGE).read_text(encoding="utf-8")
    (book / PAGE).write_text(text.replace("painted the", "painted the sturdy"), encoding="utf-8", newline="")
    found = findings(book, PAGE, "unreviewed")
    judged = {each.unit.digest: each for each in check_book(load_book(book)).judged}
    assert found
    assert all(judged[each.unit].verdict == "unreviewed" for each in found)


def test_what_is_wrong_has_no_unit_to_sign(book: Path) -> None:
    text = (book / PAGE).read_text(encoding="utf-8")
    (book / PAGE).write_text(text.replace("Olav", "41 metres Olav"), encoding="utf-8", newline="")
    (wrong,) = findings(book, PAGE, "number-not-in-facts")
    assert not wrong.unit


@pytest.mark.parametrize(("old", "new"), [("bridge-length` long", "xyzzy` long"), ("Olav Holm", "Zyxwv Qqq")])
def test_what_is_like_nothing_gets_no_fix(book: Path, old: str, new: str) -> None:
    text = (book / PAGE).read_text(encoding="utf-8")
    (book / PAGE).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    found = [each for each in check_book(load_book(book)).findings if each.file == PAGE]
    assert found
    assert not [fix for each in found for fix in each.fixes if "xyzzy" in fix.title or "Zyx" in fix.title]
