from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.book.book import Book
from sourced.book.model import Name
from sourced.pictures.timeline.data import timeline
from sourced.pictures.timeline.drawing import draw_key, draw_timeline

from .conftest import Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]
WIDTHS = (300, 640)


def href(date: str) -> str:
    return f"#timeline-{date}"


SHAPES = [
    pytest.param("2001-09-09", None, {"circle": 1}, id="a day is a dot"),
    pytest.param("2001", None, {"rect": 1}, id="a year is a block"),
    pytest.param("1996/2001", None, {"path": 2}, id="an interval is a line with two ends"),
    pytest.param("2001/..", None, {"rect": 1, "linearGradient": 1}, id="an open end fades"),
    pytest.param("../2001", None, {"rect": 1, "linearGradient": 1}, id="an open beginning fades"),
    pytest.param("2001~", None, {"rect": 1, "linearGradient": 1}, id="an uncertain date fades at both ends"),
    pytest.param("2001-09-09", "edda", {"circle": 1}, id="a claim of a day is a ring"),
    pytest.param(
        "2001/..",
        "edda",
        {"rect": 1, "circle": 1, "linearGradient": 1},
        id="a claim fades too",
    ),
]


def marks(picture: Drawn) -> dict[str, int]:
    """How many shapes of each kind are marks: grid and axis are of no class, and what answers is unseen."""
    classed = {
        name: sum(
            "sourced-accent" in each.get("class", "") or "url(" in each.get("fill", "")
            for each in picture.all(name)
        )
        for name in ("circle", "rect", "path")
    }
    return classed | {"linearGradient": len(picture.all("linearGradient"))}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("when", "by", "more"), SHAPES)
def test_shapes_tell_precision_and_claims(
    book_of: BookOf, drawn: Reader, width: float, when: str, by: str | None, more: dict[str, int]
) -> None:
    book = book_of(fact("a", when=when, by=by))
    found = marks(drawn(draw_timeline(timeline(book), width, "p", href)))
    assert {name: count for name, count in found.items() if count} == more


def test_a_claim_s_mark_is_hollow(book_of: BookOf, drawn: Reader) -> None:
    book = book_of(fact("a", when="2001-09-09", by="edda"))
    *_, mark = drawn(draw_timeline(timeline(book), 300, "p", href)).all("circle")
    assert mark.attrib["fill"] == "none"


def test_the_key_shows_every_kind_of_mark_and_is_no_picture_of_its_own(drawn: Reader) -> None:
    found = draw_key("p")
    assert found[0][1] == "a day"
    assert all('aria-hidden="true"' in mark and "<title" not in mark for mark, _ in found)
    everything = "".join(mark for mark, _ in found)
    assert all(shape in everything for shape in ("<circle", "<rect", "<path", "<linearGradient"))


@pytest.mark.parametrize("width", WIDTHS)
def test_events_of_one_date_lead_to_it_together(book_of: BookOf, drawn: Reader, width: float) -> None:
    facts = fact("a", when="2001"), fact("b", when="2001", by="edda"), fact("c", when="2001-05")
    picture = drawn(draw_timeline(timeline(book_of(*facts)), width, "p", href))
    assert picture.links == [href("2001"), href("May 2001")]
    assert picture.names[0] == "2001: Of a is told here. Of b is told here. Claim by Edda Coyle."


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_passes_the_marks_by_and_is_told_where_to_go(
    book_of: BookOf, drawn: Reader, width: float
) -> None:
    line = timeline(book_of(fact("a", when="2001"), fact("b", when="2002")), labels={"b": "Of b"})
    picture = drawn(draw_timeline(line, width, "p", href))
    assert [link.get("tabindex") for link in picture.all("a")] == ["-1", "-1"]
    assert "below this picture, where the keyboard reaches" in (picture.all("desc")[0].text or "")


def boxes(picture: Drawn) -> list[tuple[float, float, float, float]]:
    """What answers to a pointer, as left, top, right, bottom."""
    found = [each for each in picture.all("rect") if each.get("pointer-events") == "all"]
    read = [[float(each.attrib[key]) for key in ("x", "y", "width", "height")] for each in found]
    return [(x, y, x + width, y + height) for x, y, width, height in read]


@pytest.mark.parametrize("width", WIDTHS)
def test_each_date_answers_a_finger_and_covers_no_other(book_of: BookOf, drawn: Reader, width: float) -> None:
    dates = ["2021-08-22"] * 7 + [
        "2021-08-15/2021-08-22",
        "2021-08",
        "2021-08/..",
        "2021-08-20",
        "2021-08-24~",
    ]
    book = book_of(*(fact(f"f{number}", when=when) for number, when in enumerate(dates)))
    picture = drawn(draw_timeline(timeline(book, scales=["2021-08/2021-09"]), width, "p", href))
    found = boxes(picture)
    assert len(found) == len(set(dates))
    overlapping = [
        (one, other)
        for number, one in enumerate(found)
        for other in found[:number]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1.1
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.1
    ]
    assert overlapping == []
    assert all(left >= 0 and right <= width + 0.1 for left, _, right, _ in found)
    assert all(bottom - top >= 26 for _, top, _, bottom in found)
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in picture.all("circle")]
    assert len({y for _, y in dots}) == 7
    assert all(any(x1 < x < x2 and y1 < y < y2 for x1, y1, x2, y2 in found) for x, y in dots)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(["2021-08-01"], id="at the beginning"),
        pytest.param(["2021-09-30"], id="at the end"),
        pytest.param(["2021-08-10", "2021-08-12"], id="two beside each other"),
    ],
)
def test_a_narrow_mark_answers_beside_itself(
    book_of: BookOf, drawn: Reader, width: float, dates: list[str]
) -> None:
    book = book_of(*(fact(f"f{number}", when=when) for number, when in enumerate(dates)))
    found = boxes(drawn(draw_timeline(timeline(book, scales=["2021-08/2021-09"]), width, "p", href)))
    assert all(right - left >= 26 for left, _, right, _ in found)


def test_of_very_many_events_of_a_date_the_rest_is_counted(book_of: BookOf, drawn: Reader) -> None:
    book = book_of(*(fact(f"f{number:02}", when="2021-08-22") for number in range(40)))
    line = timeline(book, labels={"f39": "Of f39"})
    picture = drawn(draw_timeline(line, 300, "p", href))
    assert picture.links == [href("22 August 2021")]
    assert picture.names[0].count("is told here") == len(picture.all("circle")) == 12
    assert "Of f39 is told here." in picture.names[0]
    assert "+28" in picture.texts


@pytest.mark.parametrize("width", WIDTHS)
def test_each_thread_has_a_lane_that_a_filter_can_hide(book_of: BookOf, drawn: Reader, width: float) -> None:
    book = book_of(
        fact("a", when="2001"), fact("b", when="2002", about="sound"), fact("c", when="2003", property="size")
    )
    picture = drawn(draw_timeline(timeline(book, labels={"b": "Of b"}), width, "p", href))
    held = {
        group.attrib["class"].split()[-1]: [
            each.attrib["href"] for each in group.iter() if "href" in each.attrib
        ]
        for group in picture.all("g")
        if "sourced-poles" not in group.attrib["class"]
    }
    assert held == {
        "sourced-thread-1": [href("2001")],
        "sourced-thread-2": [href("2002")],
        "sourced-thread-0": [href("2003")],
    }
    assert {"Land", "Sea", "Other"} <= set(picture.texts)


def test_without_threads_no_lane_has_a_name(book_of: BookOf, drawn: Reader) -> None:
    picture = drawn(draw_timeline(timeline(book_of(fact("a", when="2001", property="size"))), 640, "p", href))
    assert "Other" not in picture.texts


def test_what_fades_has_the_colour_of_its_thread(book_of: BookOf, drawn: Reader) -> None:
    book = book_of(fact("a", when="2001/.."), fact("b", when="2002/..", about="sound"))
    picture = drawn(draw_timeline(timeline(book), 640, "p", href))
    tints = {
        gradient.attrib["id"]: {stop.attrib["class"].split()[1] for stop in gradient}
        for gradient in picture.all("linearGradient")
    }
    assert sorted(map(sorted, tints.values())) == [["sourced-thread-1"], ["sourced-thread-2"]]


@pytest.mark.parametrize(
    ("thread", "lines"), [pytest.param("sea", 1, id="short"), pytest.param("all at sea " * 4, 2, id="long")]
)
def test_a_long_name_of_a_lane_has_room(book_of: BookOf, drawn: Reader, thread: str, lines: int) -> None:
    names = {"sound": Name(kind="place", name="Aske Sound", thread=thread.strip())}
    book = book_of(fact("a", when="2001", about="sound"), fact("b", when="2001"), names=names)
    picture = drawn(draw_timeline(timeline(book), 640, "p", href))
    heights = [
        float(each.attrib["y"]) for each in picture.all("text") if "lane-name" in each.get("class", "")
    ]
    assert len(heights) > lines
    assert all(abs(one - other) > 12 for n, one in enumerate(heights) for other in heights[:n])


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_named_stands_in_words_at_its_date(book_of: BookOf, drawn: Reader, width: float) -> None:
    book = book_of(fact("a", when="2021-08-15"), fact("b", when="2021-08-30"))
    line = timeline(book, scales=["2021-08/2021-09"], labels={"b": "Of b is told"})
    picture = drawn(draw_timeline(line, width, "p", href))
    assert "30 Aug: Of b is told" in " ".join(picture.texts)
    name = dict(zip(picture.links, picture.names, strict=True))[href("30 August 2021")]
    assert "30 Aug: Of b is told" in name
    assert "30 August 2021: Of b is told here." in name


@pytest.mark.parametrize(
    ("scales", "zooms"),
    [
        pytest.param(["1980/2021", "2021-08/2021-09"], 1, id="a part of the one above"),
        pytest.param(["1980/1990", "2021-08/2021-09"], 0, id="another time"),
    ],
)
def test_a_scale_that_is_part_of_the_one_above_shows_it(
    book_of: BookOf, drawn: Reader, scales: list[str], zooms: int
) -> None:
    book = book_of(fact("a", when="1985"), fact("b", when="2021-08-15"))
    picture = drawn(draw_timeline(timeline(book, scales=scales), 300, "p", href))
    assert sum(each.get("class") == "sourced-zoom" for each in picture.all("path")) == zooms


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_and_endless_text_is_drawn_as_text(book_of: BookOf, drawn: Reader, width: float) -> None:
    bad = "<script>alert('x')</script> \x00 & \"quoted\" " + "W" * 400 + " پنجشیر"
    book = book_of(fact("a", when="2001", statement=bad))
    line = timeline(book, labels={"a": bad})
    picture = drawn(draw_timeline(line, width, "p", lambda id_: 'x" onload="alert(1)'))
    assert not picture.all("script")
    assert set(picture.all("a")[0].attrib) == {"href", "aria-label", "tabindex"}


def test_the_same_book_gives_the_same_bytes(book_of: BookOf) -> None:
    first, second = (timeline(book_of(fact("a", when="2001"), fact("b", when="198X"))) for _ in range(2))
    assert draw_timeline(first, 300, "p", href) == draw_timeline(second, 300, "p", href)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("when", ["2001-09-09", "2001/..", "../2001-09-09", "19XX", "2001?"])
def test_one_event_alone_has_a_scale(book_of: BookOf, drawn: Reader, width: float, when: str) -> None:
    picture = drawn(draw_timeline(timeline(book_of(fact("a", when=when))), width, "p", href))
    assert len(picture.links) == 1


def test_a_book_without_dates_has_an_empty_timeline(book_of: BookOf, drawn: Reader) -> None:
    line = timeline(book_of(fact("a")))
    assert line.events == []
    drawn(draw_timeline(line, 300, "p", href))
