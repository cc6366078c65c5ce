"""What a note says of a fact, and how it is laid out."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from sourced.account.addresses import Address
from sourced.book.book import DATA_FILE
from sourced.faces.sphinx.addresses import Addresses
from sourced.faces.sphinx.evidence.content import Note, Other, Quoted
from sourced.faces.sphinx.evidence.htmlnotes import NoteWriter

from .conftest import TinyBook

OTHER = (Other(fact="g", statement="It is 41 m.", sources=("the Gazette",)),)


class Nowhere(Addresses):
    """No page has anything."""

    def __init__(self) -> None:
        pass

    def to(self, address: Address) -> str:
        return ""


def note(
    *,
    by: str = "",
    others: tuple[Other, ...] = (),
    absent: tuple[str, ...] = (),
    quotations: tuple[Quoted, ...] = (),
) -> Note:
    """A note of a fact."""
    return Note(fact="f", statement="It is 40 m.", by=by, others=others, absent=absent, quotations=quotations)


def quoted(*readings: tuple[str, str], inferred: bool = False, published: str = "4 May 1901") -> Quoted:
    """A quotation."""
    return Quoted(
        words="it is “40” m",
        source="Gazette",
        source_id="gazette",
        file="gazette.txt",
        line=7,
        published=published,
        inferred=inferred,
        readings=readings,
    )


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        pytest.param(note(), ["Report"], id="report"),
        pytest.param(note(by="Ann Elm"), ["Claim · Ann Elm"], id="claim"),
        pytest.param(structs.replace(note(), hearsay=True), ["Hearsay · nobody named"], id="hearsay"),
        pytest.param(note(others=OTHER), ["Report", "Told differently"], id="told differently"),
        pytest.param(note(by="Ann Elm", others=OTHER), ["Claim · Ann Elm", "Told differently"], id="both"),
        pytest.param(note(absent=("wide",)), ["In no report"], id="absence"),
    ],
)
def test_a_note_says_what_sort_of_statement_it_is(told: Note, kinds: list[str]) -> None:
    html = NoteWriter(Nowhere()).html(told, 1, "fact-f", ["mark-1"])
    statement = html[: html.index("</p>")]
    assert re.findall(r'<span class="sourced-kind [^>]*>([^<]+)<', statement) == kinds
    assert statement.index("sourced-kind") < statement.index("It is 40 m.")


@pytest.mark.parametrize(
    ("verdict", "own", "told"),
    [
        pytest.param("supported", (), "Supported.", id="supported"),
        pytest.param("reviewed", (), "Reviewed.", id="reviewed"),
        pytest.param(
            "reviewed",
            ("wide", "<b>"),
            "Reviewed. The book’s own words: “wide”, “&lt;b&gt;”.",
            id="own words",
        ),
        pytest.param(
            "unreviewed", ("wide",), "Not yet reviewed. The book’s own words: “wide”.", id="unreviewed"
        ),
        pytest.param("refuted", (), "Refuted by its evidence.", id="refuted"),
    ],
)
def test_a_note_says_how_its_statement_was_judged(verdict: str, own: tuple[str, ...], told: str) -> None:
    judged = structs.replace(note(), verdict=verdict, own_words=own)
    html = NoteWriter(Nowhere()).html(judged, 1, "fact-f", ["mark-1"])
    html = re.sub(r'<span class="sourced-own">(.*?)</span>', r"\1", html)  # apart, as paper leaves it out
    said = f'It is 40 m. <span class="sourced-verdict sourced-is-{verdict}">{told}</span>'
    assert said in html[: html.index("</p>")]


@pytest.mark.parametrize(
    ("told", "dated", "says"),
    [
        pytest.param(Note(fact="f", statement="S."), "", "", id="no date"),
        pytest.param(Note(fact="f", statement="S.", as_of="1901"), "As of 1901.", "As of 1901.", id="stated"),
        pytest.param(
            Note(fact="f", statement="S.", as_of="1901", as_of_is_reckoned=True, by="Ann Elm"),
            "As of 1901 (inferred).",
            "Said by Ann Elm, as of 1901 (inferred).",
            id="inferred",
        ),
        pytest.param(
            Note(fact="f", statement="S.", reckoned=("1901", "3 May 1901")),
            "Dated 1901 and 3 May 1901, by the reckoning of this book.",
            "Dated 1901 and 3 May 1901, by the reckoning of this book.",
            id="reckoned",
        ),
    ],
)
def test_a_note_says_which_dates_the_book_has_worked_out(told: Note, dated: str, says: str) -> None:
    assert told.dated == dated
    assert told.says == says


def test_a_date_counted_from_an_inferred_day_is_inferred(tiny_book: TinyBook) -> None:
    """And one that the article states is not, though its own day is inferred."""
    assert "reckoning" not in tiny_book.build().text("opening.html")
    tiny_book.edit(
        DATA_FILE, "published: 1901-05-04", "published: 1901-05-04\n    dated-by: The text says so."
    )
    assert "reckoning" not in tiny_book.build().text("opening.html")
    tiny_book.edit(DATA_FILE, "value: 1901-05-03", "value: 1901-05-03\n    when: 1901-05-02")
    assert "Dated 2 May 1901, by the reckoning of this book." in tiny_book.build(warnings=["."]).text(
        "opening.html"
    )


def test_what_is_told_differently_stands_before_the_quotations() -> None:
    html = NoteWriter(Nowhere()).html(note(others=OTHER, quotations=(quoted(),)), 1, "fact-f", ["mark-1"])
    assert html.index("It is 40 m.") < html.index("It is 41 m.") < html.index("it is “40” m")


def told(fact: str, *others: str) -> Note:
    """A fact of which other facts tell something else."""
    return Note(
        fact=fact,
        statement=f"It is {fact}.",
        others=tuple(
            Other(fact=each, statement=f"It is {each}.", sources=("the Gazette",)) for each in others
        ),
    )


def test_other_accounts_are_listed_once_for_each_difference() -> None:
    """On paper, that is: what has a number there refers to it; on the screen each note is whole."""
    writer = NoteWriter(Nowhere())
    notes = [
        told("a", "b", "c"),
        told("b", "a", "c"),
        told("d", "a"),
        told("a", "d"),
        told("e", "a", "c", "f"),
    ]
    written = [writer.html(each, number, f"note-{number}", []) for number, each in enumerate(notes, 1)]
    first = [re.findall(r'class="sourced-others"(?: data-first="(\d+)")?', each) for each in written]
    assert first == [[""], ["1"], ["1"], ["3"], [""]]
    assert all(f"It is {each.others[0].fact}." in text for each, text in zip(notes, written, strict=True))


def test_words_that_another_note_quotes_stand_once_in_the_longest_of_them() -> None:
    """On paper; with what they are taken to mean, unless that is told there, too."""
    short, long = "a bridge", "It was a bridge of iron"
    it, iron = ("It", "the Elm Bridge"), ("iron", "cast iron")
    given: list[tuple[str, tuple[tuple[str, str], ...]]] = [
        (short, ()), (long, (it,)), (long, (it,)), (short, (iron,)), ("another", ()),
    ]  # fmt: skip
    printed = {
        number: note(quotations=(structs.replace(quoted(*readings), words=words),))
        for number, (words, readings) in enumerate(given, 1)
    }
    writer = NoteWriter(Nowhere(), printed)
    written = [writer.html(each, number, f"note-{number}", []) for number, each in printed.items()]
    first = [re.findall(r'class="sourced-quotation"([^>]*)>', each) for each in written]
    assert first == [
        [' data-first="2" data-alike=""'],
        [""],
        [' data-first="2" data-alike=""'],
        [' data-first="2"'],
        [""],
    ]


def test_what_is_not_on_paper_is_not_referred_to() -> None:
    writer = NoteWriter(Nowhere())
    writer.html(told("a", "b"), 1, "note-1", [], cited=False)
    assert "data-first" not in writer.html(told("b", "a"), 2, "note-2", [])
