from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sourced.book.model import Name
from sourced.chain.library import Library
from sourced.pictures.timeline.data import timeline
from sourced.pictures.timeline.drawing import draw_key, draw_timeline
from sourced.pictures.timeline.rows import mark_of, words_of

from .conftest import SVG, Drawn, covered, fact

LibraryOf = Callable[..., Library]
Reader = Callable[[str | list[str]], Drawn]
WIDTHS = (300, 640)


def href(date: str) -> str:
    return f"#timeline-{date}"


SHAPES = [
    pytest.param("2001-09-09", None, {"circle": 1}, id="a day is a dot"),
    pytest.param("2001", None, {"rect": 1}, id="a year is a block"),
    pytest.param("1996/2001", None, {"path": 2}, id="an interval is a line with two ends"),
    pytest.param("2001/..", None, {"path": 2, "broken": 1}, id="an open end breaks up, and has one end"),
    pytest.param("../2001", None, {"path": 2, "broken": 1}, id="an open beginning breaks up"),
    pytest.param(
        "2001~", None, {"circle": 1, "path": 2, "broken": 2}, id="an uncertain date has no end at all"
    ),
    pytest.param("2001-09-09", "edda", {"circle": 1, "hollow": 1}, id="a claim of a day is a ring"),
    pytest.param("1996/2001", "edda", {"path": 2, "broken": 1}, id="a claimed interval is dotted"),
    pytest.param(
        "2001/..", "edda", {"path": 1, "circle": 1, "hollow": 1, "broken": 1}, id="a claimed open end"
    ),
]


def marks(picture: Drawn) -> dict[str, int]:
    """How many shapes of each kind are marks: grid and axis are of no class, and what answers is unseen."""
    drawn = [
        each for name in ("circle", "rect", "path") for each in picture.all(name)
        if "sourced-accent" in each.get("class", "")
    ]  # fmt: skip
    kinds = Counter(each.tag.removeprefix(SVG) for each in drawn)
    kinds["broken"] = sum("stroke-dasharray" in each.attrib for each in drawn)
    kinds["hollow"] = sum("sourced-paper" in each.get("class", "") for each in drawn)
    return {kind: count for kind, count in kinds.items() if count}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("when", "by", "more"), SHAPES)
def test_shapes_tell_precision_and_claims(
    library_of: LibraryOf, drawn: Reader, width: float, when: str, by: str | None, more: dict[str, int]
) -> None:
    library = library_of(fact("a", when=when, by=by))
    assert marks(drawn(draw_timeline(timeline(library), width, "p", href))) == more


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("by", "hollow"), [(None, 0), ("edda", 2)])
def test_one_of_two_days_is_two_dots_and_no_stretch(
    library_of: LibraryOf, drawn: Reader, width: float, by: str | None, hollow: int
) -> None:
    told = fact("a", when="2021-08-22/2021-08-29", by=by, statement="It was on Sunday.")
    read = replace(told.evidence[0], gloss={"Sunday": told.when or ""})
    line = timeline(library_of(replace(told, evidence=(read,))), scales=["2021-08/2021-09"])
    assert line.events[0].span.label == "22 or 29 August 2021"
    picture = drawn(draw_timeline(line, width, "p", href))
    days = [each for each in picture.all("circle") if "sourced-accent" in each.get("class", "")]
    assert len(days) == 2
    assert sum("sourced-paper" in each.get("class", "") for each in days) == hollow
    scale = line.stretches[0].scale
    apart = float(days[1].attrib["cx"]) - float(days[0].attrib["cx"])
    assert apart == pytest.approx(7 * (width - 10) / scale.days, abs=0.2)


def test_each_stretch_is_a_picture_that_says_which_threads_it_has(library_of: LibraryOf) -> None:
    library = library_of(fact("a", when="1985"), fact("b", when="2021-08-15", about="sound"))
    first, second = draw_timeline(timeline(library, scales=["1980/2021", "2021-08/2021-09"]), 640, "p", href)
    assert re.search(r"<svg[^>]* class=\"sourced-svg sourced-stretch sourced-has-1\"", first)
    assert re.search(r"<svg[^>]* class=\"sourced-svg sourced-stretch sourced-has-2\"", second)


def test_a_time_without_an_end_is_no_bar(library_of: LibraryOf, drawn: Reader) -> None:
    """It says from when on something happened, not that it went on."""
    library = library_of(fact("a", when="2021-08-15/.."), fact("b", when="2021-08-20", about="port"))
    picture = drawn(draw_timeline(timeline(library, scales=["2021-08/2021-09"]), 640, "p", href))
    lines = [each for each in picture.all("path") if "stroke-dasharray" in each.attrib]
    dashes = [float(each) for each in lines[0].attrib["stroke-dasharray"].split()]
    assert float(lines[0].attrib["stroke-width"]) < 2
    assert dashes[::2][:-1] == sorted(dashes[::2][:-1], reverse=True)


def test_the_key_shows_every_kind_of_mark_and_is_no_picture_of_its_own() -> None:
    found = draw_key()
    assert found[0][1] == "a day"
    assert all('aria-hidden="true"' in mark and "<title" not in mark for mark, _ in found)
    everything = "".join(mark for mark, _ in found)
    assert all(shape in everything for shape in ("<circle", "<rect", "<path", "dasharray", "sourced-paper"))


@pytest.mark.parametrize("width", WIDTHS)
def test_an_event_is_one_mark_that_says_all_that_tells_it(
    library_of: LibraryOf, drawn: Reader, width: float
) -> None:
    facts = (
        fact("a", when="2001-09-09", value="4"),
        fact("b", when="2001-09-09", by="edda"),
        fact("c", when="2001"),
    )
    picture = drawn(draw_timeline(timeline(library_of(*facts), groups=[("a", "b", "c")]), width, "p", href))
    assert marks(picture) == {"circle": 1}
    assert picture.links == [href("9 September 2001")]
    inferred = "Dated by the reckoning of this book."  # no quotation here states a day
    told = (
        f"Of a is told here. {inferred} Of b is told here. Claim by Edda Coyle. {inferred} "
        f"Of c is told here. {inferred}"
    )
    assert picture.names == [f"9 September 2001: {told}"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_passes_the_marks_by_and_is_told_where_to_go(
    library_of: LibraryOf, drawn: Reader, width: float
) -> None:
    line = timeline(library_of(fact("a", when="2001"), fact("b", when="2002")), labels={"b": "Of b"})
    picture = drawn(draw_timeline(line, width, "p", href))
    assert [link.get("tabindex") for link in picture.all("a")] == ["-1", "-1"]
    assert "below this picture, where the keyboard reaches" in (picture.all("desc")[0].text or "")


def boxes(picture: Drawn) -> list[tuple[float, float, float, float]]:
    """What answers to a pointer, as left, top, right, bottom."""
    found = [each for each in picture.all("rect") if each.get("pointer-events") == "all"]
    read = [[float(each.attrib[key]) for key in ("x", "y", "width", "height")] for each in found]
    return [(x, y, x + width, y + height) for x, y, width, height in read]


NAMES = {f"n{number}": Name(kind="place", name=f"Place {number}") for number in range(12)}
DATES = ["2021-08-22"] * 7 + ["2021-08-15/2021-08-22", "2021-08", "2021-08/..", "2021-08-20", "2021-08-24~"]
WORDS = "a rather long label that must be broken into lines where the picture is narrow"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "named", [pytest.param(0, id="none named"), pytest.param(3, id="some"), pytest.param(12, id="all")]
)
def test_each_event_answers_a_finger_and_covers_no_other(
    library_of: LibraryOf, drawn: Reader, width: float, named: int
) -> None:
    facts = [fact(f"f{number}", when=when, about=f"n{number}") for number, when in enumerate(DATES)]
    library = library_of(*facts, names=NAMES)
    labels = {f"f{number}": WORDS for number in range(named)}
    line = timeline(library, scales=["2021-08/2021-09"], labels=labels)
    picture = drawn(draw_timeline(line, width, "p", href))
    found = boxes(picture)
    assert len(found) == len(DATES)
    overlapping = [
        (one, other)
        for number, one in enumerate(found)
        for other in found[:number]
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.2
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.2
    ]
    assert overlapping == []
    assert all(left >= -0.1 and right <= width + 0.1 for left, _, right, _ in found)
    assert all(bottom - top >= 26 and right - left >= 24 for left, top, right, bottom in found)
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in picture.all("circle")]
    assert all(any(x1 < x < x2 and y1 < y < y2 for x1, y1, x2, y2 in found) for x, y in dots)
    flags = [each for each in picture.all("text") if each.get("class") == "sourced-flag"]
    assert bool(flags) == bool(named)
    figures = [each for each in picture.all("text") if each.get("class") == "sourced-nth"]
    assert sorted(int(each.text or "") for each in figures) == [event.number for event in line.events]
    for flag in [*flags, *figures]:
        for box in covered(flag):
            assert any(x1 - 1 < box.left and box.right < x2 + 1 and y1 < box.top and box.bottom < y2
                       for x1, y1, x2, y2 in found), flag.text  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        pytest.param({"a": "Of a"}, ["3 Sept: Of a", "≠ accounts differ"], id="the rumour alone"),
        pytest.param(
            {"a": "Of a", "b": "Of b"}, ["3 Sept: Of a", "≠ Of b"], id="with the denial's own words"
        ),
        pytest.param({}, [], id="no words at all"),
    ],
)
def test_a_rumour_is_never_named_without_its_denial(
    library_of: LibraryOf, labels: dict[str, str], words: list[str]
) -> None:
    rumour = fact("a", property="size", value="fell", when="2021-09-03")
    denial = fact("b", property="size", value="stands", by="edda", as_of="2021-09-03")
    (stretch,) = timeline(library_of(rumour, denial), scales=["2021-08/2021-09"], labels=labels).stretches
    assert words_of(stretch.events[0], stretch.scale) == words


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("when", ["2021-08-05", "2021-08-16", "2021-08-28", "2021-08/..", "../2021-09-30"])
def test_words_are_no_sliver_beside_a_mark(
    library_of: LibraryOf, drawn: Reader, width: float, when: str
) -> None:
    """Where there is little room at either end of it, they stand below."""
    line = timeline(library_of(fact("a", when=when)), scales=["2021-08/2021-09"], labels={"a": WORDS})
    picture = drawn(draw_timeline(line, width, "p", href))
    assert sum(each.get("class") == "sourced-flag" for each in picture.all("text")) <= 4


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_named_stands_in_words_at_its_date(
    library_of: LibraryOf, drawn: Reader, width: float
) -> None:
    library = library_of(fact("a", when="2021-08-15"), fact("b", when="2021-08-30"))
    line = timeline(library, scales=["2021-08/2021-09"], labels={"b": "Of b is told"})
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
    library_of: LibraryOf, drawn: Reader, scales: list[str], zooms: int
) -> None:
    library = library_of(fact("a", when="1985"), fact("b", when="2021-08-15"))
    picture = drawn(draw_timeline(timeline(library, scales=scales), 300, "p", href))
    assert sum(each.get("class") == "sourced-zoom" for each in picture.all("path")) == zooms


def test_what_had_happened_by_a_day_is_no_long_line(library_of: LibraryOf) -> None:
    lasting = fact("until", when="../2001-09-10", statement="It stood until 10 September 2001.")
    done = fact("by", when="../2001-09-09", statement="By 9 September 2001 it was built.")
    (stretch,) = timeline(library_of(lasting, done), scales=("1996/2002",)).stretches
    long, short = (mark_of(each, stretch.scale, 640) for each in stretch.events)
    assert (long.x1, long.open_left, short.open_left) == (0, True, True)
    assert short.x2 - short.x1 < 40 < long.x2
