from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.book.book import Book
from sourced.chain.library import Library
from sourced.page.reading import read_page
from sourced.pictures.request import BadLineError, LocatorRequest, PeopleRequest, TimelineRequest, read_events
from sourced.rules.prose.labels import label_faults

from .conftest import fact

STATEMENTS = {
    "plain": "The harbour of Velmora was opened on 3 May 1901.",
    "denied": "The lamp was not lit on 3 May 1901.",
    "hedged": "The lamp is reported to have been lit on 3 May 1901.",
    "claimed": "Edda Coyle said on 3 May 1901 that the lamp was lit.",
}


@pytest.fixture
def book(book_of: Callable[..., Book]) -> Book:
    facts = (
        fact(id_, when="1901-05-03", statement=words, by="edda" if id_ == "claimed" else None)
        for id_, words in STATEMENTS.items()
    )
    return book_of(*facts, fact("undated"))


@pytest.mark.parametrize(
    ("id_", "words", "problem"),
    [
        pytest.param("plain", "The harbour of Velmora was opened", "", id="its words"),
        pytest.param("plain", "The harbour … was opened", "", id="some left out"),
        pytest.param("plain", "The harbour was opened", "are not words of “plain”", id="left out in silence"),
        pytest.param("plain", "was opened … The harbour", "are not words of", id="in another order"),
        pytest.param("plain", "The harb", "are not words of", id="half a word"),
        pytest.param("plain", "…", "are not words of", id="none"),
        pytest.param("denied", "The lamp was not lit", "", id="with its negation"),
        pytest.param("denied", "The lamp was … lit", "leaves out “not”", id="without its negation"),
        pytest.param("hedged", "lit on 3 May 1901", "leaves out “is reported”", id="without its hedge"),
        pytest.param("claimed", "Edda Coyle said … the lamp was lit", "", id="with who claims it"),
        pytest.param("claimed", "the lamp was lit", "leaves out whose claim", id="without who claims it"),
    ],
)
def test_a_label_is_words_of_its_fact_and_says_no_more(
    book: Book, id_: str, words: str, problem: str
) -> None:
    found = list(label_faults(book, book.facts[id_], words))
    assert len(found) == bool(problem)
    assert all(problem in each for each in found)


@pytest.mark.parametrize(
    ("id_", "problem"),
    [
        pytest.param("plain", "", id="on the timeline"),
        pytest.param("undated", "is not on this timeline", id="no date"),
    ],
)
def test_a_label_names_a_fact_on_the_timeline(book: Book, id_: str, problem: str) -> None:
    found = list(TimelineRequest(ident="p", labels={id_: "words"}).problems(Library(book)))
    assert len(found) == bool(problem)
    assert all(problem in each for each in found)


def test_what_a_picture_names_is_known_or_not(book: Book) -> None:
    line = TimelineRequest(
        ident="p",
        groups=(("plain", "nothing"),),
        labels={"no-label": "words", "undated": "words"},
        without=("plain", "no-such"),
    )
    assert line.unknown(book) == ["no-such", "no-label", "nothing"]
    assert LocatorRequest(ident="p", roles={"centre": ("plain", "nowhere")}).unknown(book) == ["nowhere"]
    people = PeopleRequest(ident="p", without=("plain", "no-such"), against=("a-property", "plain"))
    assert people.unknown(book) == ["no-such"]


def test_what_is_left_out_cannot_be_named(book: Book) -> None:
    request = TimelineRequest(ident="p", labels={"plain": "The harbour"}, without=("plain",))
    (found,) = request.problems(Library(book))
    assert "left out" in found


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("plain: The harbour", [("plain", "The harbour")], id="a fact"),
        pytest.param("plain, denied: The harbour", [("plain", "The harbour")], id="the first of several"),
        pytest.param("plain, denied", [], id="no words"),
    ],
)
def test_the_words_of_an_event_are_judged_by_its_leading_fact(
    line: str, labels: list[tuple[str, str]]
) -> None:
    page = read_page(
        f"# Dates\n\n```{{timeline}}\n{line}\n```\n", docname="d", file="docs/d.md", display=lambda *_: ""
    )
    assert [(label.fact, label.words) for label in page.labels] == labels


@pytest.mark.parametrize(
    ("lines", "groups", "labels"),
    [
        pytest.param(["a: words"], (), {"a": "words"}, id="a label"),
        pytest.param(["a, b: words", "", "c , d"], (("a", "b"), ("c", "d")), {"a": "words"}, id="groups"),
        pytest.param(["a"], None, {}, id="a fact alone"),
        pytest.param(["a, b:"], None, {}, id="no words behind a colon"),
        pytest.param(["a: words", "a: others"], None, {}, id="a fact named twice"),
    ],
)
def test_declarations_of_events_are_read(
    lines: list[str], groups: tuple[tuple[str, ...], ...] | None, labels: dict[str, str]
) -> None:
    if groups is None:
        with pytest.raises(BadLineError):
            read_events(lines)
    else:
        assert read_events(lines) == (groups, labels)
