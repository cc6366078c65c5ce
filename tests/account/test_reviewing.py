"""What a reviewer is shown: a unit with its marks, its evidence in its place, and what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.account.proofs import context, proofs
from sourced.account.reviewing import Item
from sourced.account.signing import Signed, signed
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.book.model import Evidence, Fact, Name, Property
from sourced.book.signatures import Signature
from sourced.chain.library import Library
from sourced.chain.units import fact_units
from sourced.faces.command.review.desk import Desk
from sourced.rules.verdict.verdicts import judge

from ..bridge import MakeBook, sign_all

GAZETTE = (
    "It rained.\n\nThe mayor came late. He said the pier, which is\nold and green, is 40 metres long. "
    "Nobody answered.\n\nThe end."
)
PIER, MAYOR = Name(id="pier", kind="place", name="Pier"), Name(id="mayor", kind="person", name="Mayor Elm")
LENGTH = Property(id="length", title="Length")


def length(**changes: object) -> Fact:
    given: dict[str, object] = {
        "id": "pier-length",
        "about": "pier",
        "property": "length",
        "value": "40 metres",
        "statement": "The famous pier is 40 metres long.",
        "by": "mayor",
        "when": "1901-05",
        "evidence": (
            Evidence(source="gazette", exact="the pier … is 40 metres long", gloss={"the pier": "pier"}),
        ),
    }
    return Fact(**{**given, **changes})  # type: ignore[arg-type]  # the fields of a fact


def reviewed(book: Book, kind: str) -> list[Item]:
    """What a reviewer is shown of the units of one kind, which stand in no file here."""
    library = Library(book)
    units = [unit for fact in book.facts.values() for unit in fact_units(library, fact)]
    waiting = [judge(library, unit, []) for unit in units if unit.kind == kind]
    return [
        Item(
            judged=each,
            file="",
            line=1,
            column=1,
            context=tuple(context(library, each.unit)),
            proofs=tuple(proofs(library, each.unit)),
            former=None,
        )
        for each in waiting
        if each.verdict == "unreviewed"
    ]


def test_the_words_that_go_beyond_are_marked(make_book: MakeBook) -> None:
    [item] = reviewed(make_book(PIER, MAYOR, LENGTH, length(), gazette=GAZETTE), "statement")
    assert item.marked == [("The ", False), ("famous", True), (" pier is 40 metres long.", False)]
    assert item.judged.beyond == ("famous",)


def test_a_quotation_stands_in_its_place(make_book: MakeBook) -> None:
    [item] = reviewed(make_book(PIER, MAYOR, LENGTH, length(), gazette=GAZETTE), "statement")
    [proof] = item.proofs
    assert proof.before == "The mayor came late. He said "
    assert proof.pieces == (
        ("the pier", True),
        (", which is old and green, ", False),
        ("is 40 metres long", True),
    )
    assert proof.after == ". Nobody answered."
    assert (proof.fact, proof.by, proof.gloss) == ("pier-length", "Mayor Elm", {"the pier": "Pier"})
    assert proof.told == "Pier, Length: 40 metres; when: May 1901"


@pytest.mark.parametrize(
    ("exact", "before", "after"),
    [
        pytest.param("It rained.", "", " The mayor came late.", id="the first sentence"),
        pytest.param("The end.", "Nobody answered. ", "", id="the last sentence, after a blank line"),
    ],
)
def test_at_the_edge_of_a_source_nothing_is_beyond(
    make_book: MakeBook, exact: str, before: str, after: str
) -> None:
    evidence = Evidence(source="gazette", exact=exact, prefix=before[-5:] or None, suffix=after[:4] or None)
    fact = length(statement="It never rained.", evidence=(evidence,), by=None)
    [item] = reviewed(make_book(PIER, MAYOR, LENGTH, fact, gazette=GAZETTE), "value")
    assert [(proof.before, proof.after) for proof in item.proofs] == [(before, after)]


def test_a_gloss_is_shown_with_the_quotation_that_it_reads(make_book: MakeBook) -> None:
    others = Evidence(source="gazette", exact="The mayor came late", gloss={"The mayor": "mayor"})
    fact = length(evidence=(*length().evidence, others))
    items = reviewed(make_book(PIER, MAYOR, LENGTH, fact, gazette=GAZETTE), "gloss")
    assert [(item.judged.unit.text, [p.exact for p in item.proofs]) for item in items] == [
        ("The mayor = Mayor Elm", ["The mayor came late"])
    ]  # that the pier is the one pier of the book, nobody has to read


def test_an_absence_says_what_was_looked_for(make_book: MakeBook) -> None:
    fact = length(
        statement="No one weighs the pier.", value=None, by=None, evidence=(), absent=("ton", "weigh")
    )
    [item] = reviewed(make_book(PIER, MAYOR, LENGTH, fact, gazette=GAZETTE), "absence")
    assert item.context == ("looked for in every source: “ton”, “weigh”",)
    assert item.proofs == ()


def again(root: Path, file: str, old: str, new: str) -> list[Item]:
    """What is to be reviewed after an edit of a book of which everything was signed."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return Desk(root).items


def test_a_changed_word_is_told(small_book: Path) -> None:
    again(small_book, "docs/index.md", "The Elm Bridge is", "The handsome Elm Bridge is")
    sign_all(small_book)
    [item] = again(small_book, "docs/index.md", "handsome", "ugly")
    assert item.former
    assert item.former.words == (
        ("kept", "The"), ("gone", "handsome"), ("new", "ugly"), ("kept", "Elm Bridge is 40 metres long."),
    )  # fmt: skip
    assert (item.former.facts, item.former.gone) == ((), 0)


def test_changed_evidence_is_told(small_book: Path) -> None:
    old = "exact: It was opened on 3 May 1901,"
    again(small_book, "docs/index.md", "# The bridge", "# A marvel")
    sign_all(small_book)
    items = again(small_book, "data/facts.yaml", old, old.replace("It was", "was"))
    [heading] = [item for item in items if item.judged.unit.kind == "heading"]
    assert heading.former
    assert not heading.former.reworded
    assert (heading.former.facts, heading.former.gone) == (("bridge-opened",), 1)


def test_what_was_never_signed_has_no_former(small_book: Path) -> None:
    items = again(small_book, "docs/index.md", "# The bridge", "# A marvel")
    assert [(item.place, item.former) for item in items] == [("docs/index.md:1", None)]


def test_signing_one_keeps_what_shows_the_change_of_another(small_book: Path) -> None:
    again(small_book, "docs/index.md", "The Elm Bridge is", "The handsome Elm Bridge is")
    again(small_book, "docs/index.md", "# The bridge", "# The marvel")
    sign_all(small_book)
    again(small_book, "docs/index.md", "handsome", "ugly")
    again(small_book, "docs/index.md", "marvel", "marvels")
    desk = Desk(small_book)
    before = load_book(small_book).signatures
    assert len(desk.items) == 2
    desk.sign(desk.items[:1])
    [left] = Desk(small_book).items
    assert left.former
    assert left.former.words[1] == ("gone", "handsome")
    desk.sign(desk.items[1:])
    now = load_book(small_book).signatures
    assert len(now) == len(before)
    assert not any("handsome" in each.text for each in now.values())


def test_figures_show_what_was_signed_in_one_day() -> None:
    def on(day: str) -> Signature:
        return Signature(unit="0" * 16, kind="value", text="1", rests=(), on=day)

    assert signed([]) == Signed()
    assert signed([on("2021-08-23"), on("2021-08-22"), on("2021-08-23")]) == Signed(
        units=3, days=2, most=2, most_on="2021-08-23"
    )
