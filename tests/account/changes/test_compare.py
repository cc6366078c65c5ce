"""What changed for a reader: each kind of change is told, and what no reader sees is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sourced.account.changes.change import Change, State
from sourced.account.changes.compare import compare_books
from sourced.book.loading import load_book

from .conftest import DATA, PAGE, Diff


def rows(change: Change) -> list[tuple[str, str, str]]:
    return [(row.label, row.before, row.after) for row in change.rows]


def of(changes: tuple[Change, ...], kind: str) -> Change:
    (found,) = [each for each in changes if each.kind == kind]
    return found


def test_a_page_says_something_else_where_a_value_that_it_prints_changed(diff: Diff) -> None:
    found = diff((DATA, "value: 40 metres", "value: 41 metres"))
    sentence = of(found.pages, "sentence")
    assert (sentence.before, sentence.text) == (
        "The Elm Bridge is 40 metres long.",
        "The Elm Bridge is 41 metres long.",
    )
    assert (sentence.file, sentence.line) == (PAGE, 3)
    assert rows(of(found.data, "fact")) == [("value", "40 metres", "41 metres")]
    refuted = [each for each in found.verdicts if each.verdict == "refuted"]
    assert {each.kind for each in refuted} >= {"value"}


FACT_EDITS = {
    "statement": ("statement: The Elm Bridge is 40", "statement: The bridge is 40"),
    "who says so": ("    value: 40 metres", "    value: 40 metres\n    by: elm-bridge"),
    "known as of": ("    value: 40 metres", "    value: 40 metres\n    as-of: 1901-05-04"),
    "when it happened": ("    when: 1901-05-03", "    when: 1901-05"),
    "evidence": ("exact: The Elm Bridge is 40 metres long", "exact: Elm Bridge is 40 metres long"),
    "“It” is read as": (", gloss: {It: elm-bridge}", ""),
    "why no page uses it": ("    value: 40 metres", "    value: 40 metres\n    unused: not needed"),
}


@pytest.mark.parametrize("label", FACT_EDITS)
def test_what_of_a_fact_changed_is_told_field_by_field(diff: Diff, label: str) -> None:
    found = diff((DATA, *FACT_EDITS[label]))
    assert [row.label for row in of(found.data, "fact").rows] == [label]
    assert not found.pages


OTHER_EDITS = {
    ("name", "is about"): (DATA, "name: Elm Bridge}", "name: Elm Bridge, about: a bridge}"),
    ("name", "other spelling"): (DATA, "name: Elm Bridge}", "name: Elm Bridge, also: [Elmbridge]}"),
    ("property", "title"): (DATA, "title: Length", "title: Span"),
    ("property", "two values are a disagreement"): (DATA, "Length, single: true", "Length"),
    ("source", "published"): (DATA, "published: 1901-05-04", "published: 1901-05-05"),
    ("source", 'aside of "by the mayor"'): (
        DATA, "    published:", "    aside:\n      - {from: by the mayor, why: no news}\n    published:"),
    ("source", "its text"): ("seeds/gazette.txt", "by the mayor", "by the mayor himself"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "label"), OTHER_EDITS)
def test_what_of_names_properties_and_sources_changed_is_told(diff: Diff, kind: str, label: str) -> None:
    found = diff(OTHER_EDITS[kind, label])
    assert label in [row.label for row in of(found.data, kind).rows]


PAGE_EDITS = {
    "changed sentence": (PAGE, "It spans a river", "It spans the river"),
    "changed heading": (PAGE, "## More", "## More of it"),
    "gone sentence": (PAGE, "It spans a river. {own}`what is seen`\n", "\n"),
    "new sentence": (PAGE, "It spans a river.", "It spans a river. Nobody fell in."),
    "changed part": (PAGE, "opened on 3 May\n", "opened\n"),
    "changed part that names no fact": (PAGE, "bridge-opened: opened on 3 May\n", ": opened on 3 May\n"),
    "gone part": (PAGE, "{timeline}", "{code}"),
    "changed links": (PAGE, "(other.md)", "(index.md)"),
    "changed links of contents": (PAGE, "See [the", "```{toctree}\nother\n```\n\nSee [the"),
    "moved sentence": (PAGE, "It spans a river. {own}`what is seen`\n", "\n"),
    "changed page": (PAGE, "# The bridge\n", "---\nsourced: {narrative: false}\n---\n\n# The bridge\n"),
}


@pytest.mark.parametrize("became", PAGE_EDITS)
def test_what_of_a_page_changed_is_told(diff: Diff, became: str) -> None:
    what, kind = became.split()[:2]
    edits = [PAGE_EDITS[became]]
    if what == "moved":
        edits.append(("docs/other.md", "# Other\n", "# Other\n\nIt spans a river. {own}`what is seen`\n"))
    found = diff(*edits)
    assert (what, kind) in [(each.what, each.kind) for each in (*found.pages, *found.parts)]
    assert not found.laid_out


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("long.\n", "long. {evidence}`bridge-opened`\n", "rests now on"),
        ("{own}`what is seen`", "{own}`what all see`", "the editors’ own"),
        ("The Elm Bridge is", "The {name}`Elm Bridge <elm-bridge>` is", "means now"),
    ],
)
def test_the_same_words_on_another_ground_are_a_change(diff: Diff, old: str, new: str, row: str) -> None:
    change = of(diff((PAGE, old, new)).pages, "sentence")
    assert change.what == "changed"
    assert not change.before
    assert [each.label for each in change.rows] == [row]
    if row == "rests now on":
        assert change.rows[0].after == "bridge-opened: The Elm Bridge was opened on 3 May 1901."


HARMLESS = {
    "another line break": (PAGE, "It was opened on", "It\nwas opened on"),
    "another order": (
        PAGE,
        "The Elm Bridge is {fact}`bridge-length` long.\nIt was opened on {fact}`bridge-opened`.",
        "It was opened on {fact}`bridge-opened`.\nThe Elm Bridge is {fact}`bridge-length` long.",
    ),
    "block style": (DATA, "{kind: place, name: Elm Bridge}", "\n    name: Elm Bridge\n    kind: place"),
    "a comment": (DATA, "facts:", "# what is known\nfacts:"),
}


@pytest.mark.parametrize("edited", HARMLESS)
def test_order_and_layout_are_no_change(diff: Diff, edited: str) -> None:
    found = diff(HARMLESS[edited])
    assert not found.pages
    assert not found.parts
    assert not found.data
    assert found.laid_out == ((PAGE,) if HARMLESS[edited][0] == PAGE else ())


def test_a_fact_under_another_id_is_the_same_fact(diff: Diff) -> None:
    found = diff(
        (DATA, "  bridge-opened:", "  opening:"),
        (PAGE, "bridge-opened", "opening"),
    )
    assert [(each.what, each.id) for each in found.data] == [("renamed", "opening")]
    assert not found.pages
    assert not found.parts


def test_a_new_fact_a_gone_one_and_a_new_disagreement_are_told_with_all_they_say(diff: Diff) -> None:
    fact = (
        "  longer:\n    about: elm-bridge\n    property: length\n    value: 50 metres\n"
        "    statement: It is longer.\n    evidence:\n      - {source: gazette, exact: It was opened}\n"
    )
    found = diff((DATA, "facts:\n", f"facts:\n{fact}"))
    (new,) = found.data
    assert (new.what, new.id, new.text) == ("new", "longer", "It is longer.")
    assert ("value", "", "50 metres") in rows(new)
    assert ("evidence", "", "“It was opened” (Gazette)") in rows(new)
    assert [(each.what, each.text) for each in found.disagreements] == [("new", "Length: Elm Bridge")]


def test_what_was_signed_and_what_waits_is_told(book: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(book, bare)
    (bare / "data/reviewed.jsonl").unlink()
    unsigned, signed = State(load_book(bare)), State(load_book(book))
    given = compare_books(unsigned, signed)
    assert given.verdicts
    assert {each.verdict for each in given.verdicts} == {"reviewed"}
    taken = compare_books(State(load_book(book)), State(load_book(bare)))
    assert {each.verdict for each in taken.verdicts} == {"unreviewed"}
    assert len(taken.verdicts) == len(given.verdicts)
    assert {given.pages, given.data, taken.pages, taken.data} == {()}


def test_a_page_that_got_another_name_says_what_it_said(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(book, copy)
    (copy / "docs/other.md").rename(copy / "docs/elm.md")
    found = compare_books(State(load_book(book)), State(load_book(copy)))
    assert [(each.what, each.kind) for each in found.parts] == [("renamed", "page")]
    assert not found.pages
