"""The lists of facts and names, and the account that a book gives of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.account.checked import account
from sourced.account.facts import Listed, Subject, brief_date, subjects
from sourced.account.names import name_rows
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.mentions import names_in
from sourced.chain.reading import read_pages
from sourced.faces.command.review.desk import Desk

ABSENT = """\
  no-mayor:
    about: elm-bridge
    property: length
    statement: Nobody names the mayor.
    absent: [Mayor Elm]
"""
TERN_ROCK = Path(__file__).parents[1] / "books" / "tern-rock"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_book(TERN_ROCK))


def test_every_fact_stands_once_under_its_subject(library: Library) -> None:
    found = subjects(library, {})
    listed = [(subject.id, each.fact) for subject in found for each in subject.facts]
    assert sorted(fact.id for _, fact in listed) == sorted(library.book.facts)
    assert all(fact.about == subject for subject, fact in listed)
    assert len({subject.id for subject in found}) == len(found)
    order = list(library.book.names)
    assert [subject.id for subject in found] == sorted((each.id for each in found), key=order.index)


def test_a_fact_is_told_in_the_words_of_the_book(library: Library) -> None:
    subject, fact = listed(library, "tower-builder")
    assert (subject.name, subject.kind, fact.property) == ("Tern Rock Light", "lighthouse", "Built by")
    assert fact.pages == ("tower",)


def listed(library: Library, fact: str) -> tuple[Subject, Listed]:
    """A fact of the list, and its subject."""
    found = subjects(library, {"tower-builder": ["tower"]})
    return next((s, each) for s in found for each in s.facts if each.fact.id == fact)


@pytest.mark.parametrize(
    ("edtf", "brief"),
    [
        pytest.param("2021-09-03", "3 September 2021", id="day"),
        pytest.param("2021-09-01/2021-09-03", "1–3 September 2021", id="days of a month"),
        pytest.param("2021-08-28/2021-09-03", "28 August – 3 September 2021", id="days of a year"),
        pytest.param("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021", id="over new year"),
        pytest.param("2021-08-15/..", "from 15 August 2021 on", id="open"),
        pytest.param("no date", "no date", id="no date"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_dates(edtf: str, brief: str) -> None:
    assert brief_date(edtf) == brief


def test_spellings_are_counted_by_source(library: Library) -> None:
    rows = {row.id: row for row in name_rows(library, {"almira": ["wreck"]})}
    merchant = [(each.text, each.sources) for each in rows["dilnavaz-merchant"].spellings]
    assert merchant == [("Dilnavaz Merchant", (("gazette", 1),)), ("Dilnawaz Merchant", (("mail", 1),))]
    assert [each.text for each in rows["tobias-vane"].shared] == ["Vane"]
    assert "Vane" not in [each.text for each in rows["tobias-vane"].spellings]
    assert rows["almira"].pages == ("wreck",)
    assert rows["tern-rock-light"].spellings == ()


def test_a_fact_mentions_its_subject_speaker_value_and_glosses(library: Library) -> None:
    book = library.book
    assert names_in(book.facts["tower-builder"], book.names) == ("tern-rock-light", "tobias-vane")
    assert names_in(book.facts["tobias-death-year"], book.names) == ("tobias-vane",)


def test_the_account_lists_what_is_let_pass(small_book: Path) -> None:
    page = small_book / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}This is a lead-in. {{own}}`leads on`\n", encoding="utf-8")
    (small_book / "docs/notes.md").write_text(
        "---\nsourced: {narrative: false, why: notes}\n---\n# Notes\n", encoding="utf-8"
    )
    data = small_book / "data/facts.yaml"
    data.write_text(f"{data.read_text(encoding='utf-8')}{ABSENT}", encoding="utf-8")
    desk = Desk(small_book)
    desk.sign(desk.at(["docs/index.md"]), note="it only leads on")
    book = load_book(small_book)
    found = account(book, read_pages(book), Library(book))
    assert [(own.docname, own.line, own.text, own.reason) for own in found.own] == [
        ("index", 5, "This is a lead-in.", "leads on")
    ]
    on_pages = [each for each in found.reviewed if each.docname]
    assert [(each.docname, each.line, each.text, each.note) for each in on_pages] == [
        ("index", 5, "This is a lead-in.", "it only leads on")
    ]
    assert [(page.docname, page.why) for page in found.unread] == [("notes", "notes")]
    assert [(each.fact, each.words) for each in found.absences] == [("no-mayor", ("Mayor Elm",))]
    assert (found.checked.facts, found.checked.pages, found.verdicts.reviewed) == (3, 2, 3)
    assert len(found.reviewed) == found.verdicts.reviewed
