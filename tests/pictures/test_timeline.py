from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.book.book import Book
from sourced.pictures.timeline.data import timeline

from .conftest import fact

BookOf = Callable[..., Book]


def test_events_stand_in_order_whatever_that_of_the_data(book_of: BookOf) -> None:
    book = book_of(fact("c", when="2001-09-09"), fact("a", when="198X"), fact("b", when="2001"), fact("none"))
    assert [event.facts for event in timeline(book).events] == [("a",), ("b",), ("c",)]


@pytest.mark.parametrize(
    ("second", "events"),
    [
        pytest.param({}, [("a", "b")], id="the same value: one event"),
        pytest.param({"value": "5"}, [("a",), ("b",)], id="another value"),
        pytest.param({"by": "edda"}, [("a",), ("b",)], id="somebody's claim"),
        pytest.param({"about": "port"}, [("a",), ("b",)], id="another subject"),
        pytest.param({"when": "2001-09"}, [("b",), ("a",)], id="another precision"),
    ],
)
def test_facts_that_say_the_same_are_one_event(
    book_of: BookOf, second: dict[str, str], events: list[tuple[str, ...]]
) -> None:
    same = {"when": "2001-09-09", "value": "4"}
    book = book_of(fact("a", **same), fact("b", source="herald", **(same | second)))
    assert [event.facts for event in timeline(book).events] == events


def test_an_event_stands_on_the_shortest_scale_that_holds_it(book_of: BookOf) -> None:
    dates = {"decade": "198X", "day": "2021-08-20", "open": "2021-08-20/..", "year": "2021", "before": "1970"}
    book = book_of(*(fact(id_, when=when) for id_, when in dates.items()))
    line = timeline(book, scales=["1980/2021", "2021-08/2021-09"])
    found = {stretch.scale.edtf: [event.facts[0] for event in stretch.events] for stretch in line.stretches}
    assert found == {
        "1970/2021": ["before"],
        "1980/2021": ["decade", "year"],
        "2021-08/2021-09": ["day", "open"],
    }


def test_what_is_left_out_is_left_out(book_of: BookOf) -> None:
    book = book_of(fact("a", when="2001"), fact("b", when="2002"))
    assert [event.facts for event in timeline(book, without=["a"]).events] == [("b",)]


def test_a_subject_s_thread_goes_before_that_of_the_property(book_of: BookOf) -> None:
    book = book_of(
        fact("a", when="2001"),
        fact("b", when="2002", about="sound"),
        fact("c", when="2003", property="size"),
    )
    line = timeline(book)
    assert [event.thread for event in line.events] == ["land", "sea", ""]
    assert line.threads == ["land", "sea"]


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        pytest.param(("2001", "2001"), [("2001", 2)], id="one date once"),
        pytest.param(("2001-09", "2001-09-09"), [("2001-09", 1), ("2001-09-09", 1)], id="as exact as it is"),
    ],
)
def test_each_date_stands_once_with_reports_before_claims(
    book_of: BookOf, when: tuple[str, str], dates: list[tuple[str, int]]
) -> None:
    facts = (fact("a", when=when[0], by="edda"), fact("b", when=when[1]))
    (stretch,) = timeline(book_of(*facts)).stretches
    assert [(date.span.edtf, len(date.events)) for date in stretch.dates] == dates
    claims = [[event.claim for event in date.events] for date in stretch.dates]
    assert claims == [sorted(each) for each in claims]


def test_a_named_fact_leads_its_event(book_of: BookOf) -> None:
    same = {"when": "2001-09-09", "value": "4"}
    book = book_of(fact("a", **same), fact("b", source="herald", **same))
    (event,) = timeline(book, labels={"b": "Of b"}).events
    assert (event.label, event.facts, event.statement) == ("Of b", ("b", "a"), "Of b is told here.")
