from __future__ import annotations

from collections.abc import Callable
from math import dist

import pytest

from sourced.book.book import Book
from sourced.chain.library import Library
from sourced.pictures.locator.data import legend, locator, locator_twin
from sourced.pictures.locator.drawing import draw_locator
from sourced.pictures.locator.geometry import geometry
from sourced.pictures.locator.shapes import relief
from sourced.pictures.request import LocatorRequest, TimelineRequest

from .conftest import Drawn, covered, fact, shared

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]

PORT = fact("port", about="port", value="harbour")
WEST = fact("west", value="southwest")
SOUTH = fact("south", value="south", source="herald")
FAR = fact("far", value="23 km")
NEAR = fact("near", value="within sight", source="herald")
LONG = fact("long", value="5 km")
ROLES = {
    "centre": ["port"], "direction": ["west", "south"], "distance": ["far", "near"], "length": ["long"],
    "range": ["reef"], "river": ["stream"], "way-in": ["gap"], "inside": ["cove"], "nearby": ["sound"],
    "part": ["coast"],
}  # fmt: skip
REST = [fact(id_, about="sound", value=id_) for id_ in ("reef", "stream", "gap", "cove", "sound", "coast")]


@pytest.fixture
def book(book_of: BookOf) -> Book:
    """A book with a fact for each role."""
    return book_of(PORT, WEST, SOUTH, FAR, NEAR, LONG, *REST)


def test_what_differs_is_shown_and_left_open(book: Book) -> None:
    sketch = locator(Library(book), ROLES)
    assert [sign.bearing for sign in sketch.of("direction")] == [225, 180]
    assert [sign.km for sign in sketch.of("distance")] == [23, None]
    assert sketch.left_open[:2] == ["Direction: southwest or south.", "Distance: 23 km or within sight."]


@pytest.mark.parametrize(
    ("role", "word"),
    [
        pytest.param("length", "how wide it is", id="length"),
        pytest.param("distance", "To which point", id="distance"),
        pytest.param("river", "course of the river", id="river"),
        pytest.param("range", "mountains begin and end", id="range"),
        pytest.param("way-in", "Where the way in lies", id="way in"),
        pytest.param("inside", "inside it lie", id="inside"),
        pytest.param("nearby", "On which side", id="nearby"),
    ],
)
def test_what_the_drawing_had_to_choose_is_left_open(book: Book, role: str, word: str) -> None:
    least = {"centre": ["port"], "direction": ["west"]}
    assert locator(Library(book), least).left_open == []
    (said,) = locator(Library(book), least | {role: ROLES[role][:1]}).left_open
    assert word in said


def test_a_distance_in_words_is_counted_to_no_point(book: Book) -> None:
    roles = {"centre": ["port"], "direction": ["west"], "distance": ["near"]}
    sketch = locator(Library(book), roles)
    assert sketch.left_open == []
    assert [part.title for part in locator_twin(sketch)] == ["What the sketch of Tern Rock shows"]


def test_what_says_nothing_of_a_point_stands_below(book: Book) -> None:
    rows = ["".join(run.text for run in item.runs) for item in legend(locator(Library(book), ROLES)).items]
    assert rows[1:] == ["Part of the country: coast", "Inside it: Aske Sound", "Nearby: Aske Sound"]
    facts = [
        run.fact for item in legend(locator(Library(book), ROLES)).items for run in item.runs if run.fact
    ]
    assert facts == ["coast", "cove", "sound"]


def test_facts_that_say_the_same_are_drawn_once_and_all_told(book_of: BookOf) -> None:
    again = fact("again", value="within sight")
    roles = {"centre": ["port"], "direction": ["west"], "distance": ["near", "again"]}
    sketch = locator(Library(book_of(PORT, WEST, NEAR, again)), roles)
    assert [sign.fact for sign in sketch.of("distance")] == ["near"]
    told = [run.fact for part in locator_twin(sketch) for item in part.items for run in item.runs if run.fact]
    assert told == ["port", "west", "near", "again"]


def test_the_sketch_keeps_directions_and_proportions(book: Book) -> None:
    plan = geometry(locator(Library(book), ROLES), 300, 300, (40, 40))
    west, south = plan.rays
    assert plan.km is not None
    assert west.place.start[0] < plan.centre[0]
    assert west.place.start[1] > plan.centre[1]
    assert south.place.start[0] == pytest.approx(plan.centre[0])
    assert dist(plan.centre, west.place.start) == pytest.approx(23 * plan.km)
    assert dist(west.place.start, west.place.end) == pytest.approx(5 * plan.km)
    ends = [point for ray in plan.rays for point in (ray.place.start, ray.place.end)]
    assert all(0 <= x <= plan.width and 0 <= y <= plan.height for x, y in (plan.centre, *ends))
    assert plan.place.point(1) == pytest.approx(plan.place.end)
    assert dist(plan.place.point(0.5, 9), plan.place.point(0.5, -9)) == pytest.approx(18)


def test_words_along_a_ray_are_never_upside_down(book_of: BookOf) -> None:
    for point in POINTS:
        book = book_of(PORT, fact("west", value=point))
        sketch = locator(Library(book), {"centre": ["port"], "direction": ["west"]})
        (ray,) = geometry(sketch, 300, 300, (40, 40)).rays
        assert -90 <= ray.way.angle <= 90, point


@pytest.mark.parametrize("width", [300, 640])
def test_every_fact_of_a_point_is_linked_and_it_is_called_a_sketch(
    book: Book, drawn: Reader, width: float
) -> None:
    picture = drawn(draw_locator(locator(Library(book), ROLES), width, "p", str))
    assert set(picture.links) == set(book.facts) - {"coast", "cove", "sound"}
    assert "A sketch, not a map" in picture.texts
    assert {"Tern Rock", "Velmora", "N", "23 km", "5 km"} <= set(picture.texts)


@pytest.mark.parametrize("width", [300, 640])
def test_what_is_told_otherwise_or_without_a_place_has_a_question_mark(
    book: Book, drawn: Reader, width: float
) -> None:
    texts = set(drawn(draw_locator(locator(Library(book), ROLES), width, "p", str)).texts)
    assert {"or south?", "or within sight?"} <= texts
    assert {"southwest", "Way in:", "gap", "reef"} <= texts


POINTS = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]
OPTIONAL = [role for role in ROLES if role not in ("centre", "direction")]


@pytest.mark.parametrize("width", [300, 640])
@pytest.mark.parametrize("left_out", ["", *OPTIONAL])
@pytest.mark.parametrize("direction", POINTS)
def test_every_direction_can_be_drawn_and_no_words_cover_others(
    book_of: BookOf, drawn: Reader, direction: str, left_out: str, width: float
) -> None:
    book = book_of(PORT, fact("west", value=direction), fact("south", value="north"), FAR, NEAR, LONG, *REST)
    roles = {role: facts for role, facts in ROLES.items() if role != left_out}
    picture = drawn(draw_locator(locator(Library(book), roles), width, "p", str))
    told = {fact for role in roles for fact in roles[role]} - {"coast", "cove", "sound"}
    assert set(picture.links) == told - ({"south"} if direction == "north" else set())
    texts = picture.all("text")
    for index, one in enumerate(texts):
        for other in texts[:index]:
            paper = sum(shared(a, b) for a in covered(one) for b in covered(other))
            assert paper < 2, (one.text, other.text)


def test_long_places_hold_their_names_and_short_ones_stand_beside_them(
    book_of: BookOf, drawn: Reader
) -> None:
    roles = {"centre": ["port"], "direction": ["west"], "distance": ["far"], "length": ["long"]}
    for length, turned in (("40 km", True), ("2 km", False)):
        book = book_of(PORT, fact("west", value="east"), FAR, fact("long", value=length))
        texts = drawn(draw_locator(locator(Library(book), roles), 640, "p", str)).all("text")
        (name,) = [text for text in texts if text.text == "Tern Rock"]
        x, y = float(name.attrib["x"]), float(name.attrib["y"])
        leaf = geometry(locator(Library(book), roles), 640, 470, (60, 60)).place
        inside = leaf.start[0] < x < leaf.end[0] and abs(y - leaf.start[1]) < 25
        assert inside == turned


def test_mountains_are_drawn_only_where_they_are_told_of(book: Book, drawn: Reader) -> None:
    def ridges(roles: dict[str, list[str]]) -> int:
        paths = drawn(draw_locator(locator(Library(book), roles), 640, "p", str)).all("path")
        return sum(path.get("class") == "sourced-relief" for path in paths)

    assert ridges(ROLES) >= 3
    assert ridges({role: facts for role, facts in ROLES.items() if role != "range"}) == 0


def test_no_scraps_of_mountains_are_left_between_words(book: Book) -> None:
    place = geometry(locator(Library(book), ROLES), 640, 470, (60, 60)).place
    whole = relief(place, 50, lambda point: True)
    assert all(each.count("M") == 1 for each in whole)
    cut = relief(place, 50, lambda point: int(point[0] / 12) % 2 == 0)
    assert all(len(part.split(" ")) > 8 for each in cut for part in each.split("M")[1:])


def test_mountains_close_a_place_in_but_for_its_near_end(book: Book) -> None:
    place = geometry(locator(Library(book), ROLES), 640, 470, (60, 60)).place
    asked: list[tuple[float, float]] = []

    def free(point: tuple[float, float]) -> bool:
        asked.append(point)
        return False

    assert not any(relief(place, 50, free))
    (x1, y1), (x2, y2) = place.start, place.end
    dx, dy = (x2 - x1) / place.length, (y2 - y1) / place.length
    along = [(x - x1) * dx + (y - y1) * dy for x, y in asked]
    assert min(along) > -2
    assert max(along) > place.length + 50
    assert min(dist(point, place.point(0.5)) for point in asked) > 30


def test_without_a_distance_it_is_not_to_scale(book_of: BookOf, drawn: Reader) -> None:
    sketch = locator(Library(book_of(PORT, WEST)), {"centre": ["port"], "direction": ["west"]})
    assert "not to scale" in drawn(draw_locator(sketch, 300, "p", str)).texts


@pytest.mark.parametrize(
    ("roles", "problem"),
    [
        pytest.param(ROLES, None, id="nothing wrong"),
        pytest.param(ROLES | {"center": ["port"]}, "`center` is no role", id="no role"),
        pytest.param(ROLES | {"direction": ["far"]}, "`far` gives no direction", id="no direction"),
        pytest.param({"centre": ["port"]}, "needs a fact as `direction`", id="no direction given"),
    ],
)
def test_what_cannot_be_drawn_is_said(book: Book, roles: dict[str, list[str]], problem: str | None) -> None:
    request = LocatorRequest(ident="p", roles={role: tuple(facts) for role, facts in roles.items()})
    found = list(request.problems(Library(book)))
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


@pytest.mark.parametrize(
    ("scale", "problem"),
    [
        pytest.param("1980/2021", False, id="two years"),
        pytest.param("1980", False, id="one year"),
        pytest.param("1980/..", True, id="an open end"),
        pytest.param("soon", True, id="no date"),
    ],
)
def test_scales_have_two_ends(book: Book, scale: str, problem: bool) -> None:
    found = list(TimelineRequest(ident="p", scales=(scale,)).problems(Library(book)))
    assert bool(found) == problem
