from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.core.book import Book
from sourced.core.pictures.timeline import Timeline, timeline, timeline_twin
from sourced.core.pictures.timeline_svg import draw_timeline

from .conftest import Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]
WIDTHS = (300, 640)


def href(id_: str) -> str:
    return f"facts.html#fact-{id_}"


def words(line: Timeline) -> list[str]:
    return ["".join(run.text for run in item.runs) for part in timeline_twin(line) for item in part.items]


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


def test_the_twin_says_date_precision_words_and_who_says_so(book_of: BookOf) -> None:
    book = book_of(
        fact("a", when="198X", source="gazette herald", property="size"),
        fact("b", when="2001-09-09", by="edda"),
    )
    decade, day = words(timeline(book))
    assert decade == "The 1980s (only to the decade): Of a is told here. Told by the gazette and the herald."
    assert day.startswith("9 September 2001 (to the day): Of b is told here. Claim by Edda Coyle, told by")
    assert day.endswith(" Thread: land.")


SHAPES = [
    pytest.param("2001-09-09", None, {"circle": 1}, id="a day is a dot"),
    pytest.param("2001", None, {"rect": 1}, id="a year is a block"),
    pytest.param("1996/2001", None, {"path": 2}, id="an interval is a line with two ends"),
    pytest.param("2001/..", None, {"rect": 1, "linearGradient": 0}, id="an open end fades"),
    pytest.param("2001~", None, {"rect": 1, "linearGradient": 1}, id="an uncertain date fades at both ends"),
    pytest.param("2001-09-09", "edda", {"circle": 1}, id="a claim of a day is a ring"),
    pytest.param("2001/..", "edda", {"rect": 1, "circle": 1}, id="a claim without an end has a ring"),
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("when", "by", "more"), SHAPES)
def test_shapes_tell_precision_and_claims(
    book_of: BookOf, drawn: Reader, width: float, when: str, by: str | None, more: dict[str, int]
) -> None:
    """Against a picture of nothing but the key; grid and axis are of a class of their own: none."""

    def marks(svg: str) -> dict[str, int]:
        picture = drawn(svg)
        classed = {
            name: sum(
                "sourced-accent" in each.get("class", "") or "url(" in each.get("fill", "")
                for each in picture.all(name)
            )
            for name in ("circle", "rect", "path")
        }
        return classed | {"linearGradient": len(picture.all("linearGradient"))}

    empty = marks(draw_timeline(timeline(book_of()), width, "p", href))
    found = marks(draw_timeline(timeline(book_of(fact("a", when=when, by=by))), width, "p", href))
    assert {name: found[name] - empty[name] for name in more} == more


def test_a_claim_s_mark_is_hollow(book_of: BookOf, drawn: Reader) -> None:
    book = book_of(fact("a", when="2001-09-09", by="edda"))
    *_, mark = drawn(draw_timeline(timeline(book), 300, "p", href)).all("circle")
    assert mark.attrib["fill"] == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_each_event_leads_to_its_fact(book_of: BookOf, drawn: Reader, width: float) -> None:
    book = book_of(fact("a", when="2001"), fact("b", when="2001"), fact("c", when="2001", by="edda"))
    picture = drawn(draw_timeline(timeline(book), width, "p", href))
    assert picture.links == [href("a"), href("b"), href("c")]
    assert picture.texts.count("2001") >= 2
    assert any("Claim by Edda" in text for text in picture.texts)


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_and_endless_text_is_drawn_as_text(book_of: BookOf, drawn: Reader, width: float) -> None:
    bad = "<script>alert('x')</script> \x00 & \"quoted\" " + "W" * 400 + " پنجشیر"
    book = book_of(fact("a", when="2001", statement=bad))
    picture = drawn(draw_timeline(timeline(book), width, "p", lambda id_: 'x" onload="alert(1)'))
    assert not picture.all("script")
    assert set(picture.all("a")[0].attrib) == {"href", "aria-label"}


def test_the_same_book_gives_the_same_bytes(book_of: BookOf) -> None:
    first, second = (timeline(book_of(fact("a", when="2001"), fact("b", when="198X"))) for _ in range(2))
    assert draw_timeline(first, 300, "p", href) == draw_timeline(second, 300, "p", href)


def test_a_book_without_dates_has_an_empty_timeline(book_of: BookOf, drawn: Reader) -> None:
    line = timeline(book_of(fact("a")))
    assert line.events == []
    assert timeline_twin(line) == ()
    drawn(draw_timeline(line, 300, "p", href))


def test_one_thread_alone_keeps_its_scale(book_of: BookOf, drawn: Reader) -> None:
    book = book_of(fact("a", when="1999"), fact("b", when="2021", about="sound"))
    alone = timeline(book).only("sea")
    assert [event.facts for event in alone.events] == [("b",)]
    assert alone.stretches[0].scale == timeline(book).stretches[0].scale
    assert drawn(draw_timeline(alone, 300, "p", href)).all("title")[0].text == "Timeline: sea"
