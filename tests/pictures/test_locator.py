from __future__ import annotations

from collections.abc import Callable
from math import dist

import pytest

from sourced.book.book import Book
from sourced.pictures.locator.data import bearing, kilometres, locator, locator_twin
from sourced.pictures.locator.drawing import draw_locator
from sourced.pictures.locator.geometry import geometry
from sourced.pictures.locator.labels import place_words
from sourced.pictures.locator.placing import Room
from sourced.pictures.locator.relief import relief
from sourced.pictures.request import BadLineError, Request, problems, read_roles

from .conftest import Drawn, covered, fact

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


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        pytest.param("north", 0, id="a cardinal point"),
        pytest.param("North-East", 45, id="with a hyphen"),
        pytest.param("just southwest of here", 225, id="inside words"),
        pytest.param("northern", 0, id="an adjective"),
        pytest.param("west-northwest", 292.5, id="of sixteen points"),
        pytest.param("northwards", None, id="another word"),
        pytest.param("northsouth", None, id="no point of the compass"),
        pytest.param("nearby", None, id="none"),
    ],
)
def test_bearings_are_read(text: str, degrees: float | None) -> None:
    assert bearing(text) == degrees


@pytest.mark.parametrize(
    ("text", "km"),
    [
        pytest.param("150 km", 150, id="kilometres"),
        pytest.param("about 10 miles", 16.09344, id="miles"),
        pytest.param("400 m", 0.4, id="metres"),
        pytest.param("3 days", None, id="no length"),
        pytest.param("at the door", None, id="words"),
    ],
)
def test_distances_are_read(text: str, km: float | None) -> None:
    assert kilometres(text) == (None if km is None else pytest.approx(km))


def test_what_differs_is_shown_and_left_open(book: Book) -> None:
    sketch = locator(book, ROLES)
    assert [sign.bearing for sign in sketch.of("direction")] == [225, 180]
    assert [sign.km for sign in sketch.of("distance")] == [23, None]
    assert sketch.left_open[:2] == ("Direction: southwest or south.", "Distance: 23 km or within sight.")


def test_what_agrees_is_not_left_open(book: Book) -> None:
    sketch = locator(book, {"centre": ["port"], "direction": ["west"], "distance": ["far"]})
    assert sketch.left_open == ()
    assert [part.title for part in locator_twin(sketch)] == ["What the sketch of Tern Rock shows"]


def test_facts_of_one_thing_stand_together(book_of: BookOf) -> None:
    again = fact("again", value="in view")
    sketch = locator(
        book_of(PORT, WEST, NEAR, again),
        {"centre": ["port"], "direction": ["west"], "distance": ["near", "again"]},
    )
    assert [(sign.role, [told.fact for told in sign.told]) for sign in sketch.signs] == [
        ("centre", ["port"]),
        ("direction", ["west"]),
        ("distance", ["near", "again"]),
    ]


def test_the_sketch_keeps_directions_and_proportions(book: Book) -> None:
    plan = geometry(locator(book, ROLES), 300, 300, (40, 40))
    west, south = plan.rays
    assert plan.km is not None
    assert west.near[0] < plan.centre[0]
    assert west.near[1] > plan.centre[1]
    assert south.near[0] == pytest.approx(plan.centre[0])
    assert dist(plan.centre, west.near) == pytest.approx(23 * plan.km)
    assert dist(west.near, west.far) == pytest.approx(5 * plan.km)
    points = [plan.centre, *(point for ray in plan.rays for point in (ray.near, ray.far))]
    assert all(0 <= x <= plan.width and 0 <= y <= plan.height for x, y in points)


def test_words_along_a_ray_are_never_upside_down(book_of: BookOf) -> None:
    for degrees, point in enumerate(("north", "east", "south", "west", "southwest", "northwest")):
        sketch = locator(
            book_of(PORT, fact("west", value=point)), {"centre": ["port"], "direction": ["west"]}
        )
        (ray,) = geometry(sketch, 300, 300, (40, 40)).rays
        assert -90 <= ray.angle <= 90, degrees


@pytest.mark.parametrize("width", [300, 640])
def test_every_fact_is_linked_and_it_is_called_a_sketch(book: Book, drawn: Reader, width: float) -> None:
    picture = drawn(draw_locator(locator(book, ROLES), width, "p", str))
    assert set(picture.links) == set(book.facts)
    assert "A sketch, not a map" in picture.texts
    assert {"Tern Rock", "Velmora", "N", "23 km", "5 km"} <= set(picture.texts)


@pytest.mark.parametrize("width", [300, 640])
def test_what_is_told_otherwise_or_without_a_place_has_a_question_mark(
    book: Book, drawn: Reader, width: float
) -> None:
    texts = set(drawn(draw_locator(locator(book, ROLES), width, "p", str)).texts)
    assert {"or south?", "or within sight?", "Aske Sound?"} <= texts
    assert {"southwest", "Way in:", "gap", "reef"} <= texts


@pytest.mark.parametrize("width", [300, 640])
def test_a_compact_sketch_is_the_sketch_alone(book: Book, drawn: Reader, width: float) -> None:
    whole = drawn(draw_locator(locator(book, ROLES), width, "p", str))
    compact = drawn(draw_locator(locator(book, ROLES), width, "p", str, compact=True))
    assert "A sketch, not a map" in compact.texts  # within the frame
    assert not any("Drawn from" in text or "Part of" in text for text in compact.texts)
    assert {"Tern Rock", "Velmora", "23 km"} <= set(compact.texts)
    assert set(whole.links) - set(compact.links) == {"coast"}
    assert float(compact.root.attrib["height"]) < float(whole.root.attrib["height"])


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
    texts = drawn(draw_locator(locator(book, roles), width, "p", str)).all("text")[3:]
    for index, one in enumerate(texts):
        for other in texts[:index]:
            shared = sum(a.shared(b) for a in covered(one) for b in covered(other))
            assert shared < 2, (one.text, other.text)


def test_long_places_hold_their_names_and_short_ones_stand_beside_them(
    book_of: BookOf, drawn: Reader
) -> None:
    roles = {"centre": ["port"], "direction": ["west"], "distance": ["far"], "length": ["long"]}
    for length, turned in (("40 km", True), ("2 km", False)):
        book = book_of(PORT, fact("west", value="east"), FAR, fact("long", value=length))
        texts = drawn(draw_locator(locator(book, roles), 640, "p", str)).all("text")
        (name,) = [text for text in texts if text.text == "Tern Rock"]
        x, y = float(name.attrib["x"]), float(name.attrib["y"])
        leaf = geometry(locator(book, roles), 640, 470, (60, 60)).rays[0]
        inside = leaf.near[0] < x < leaf.far[0] and abs(y - leaf.near[1]) < 25
        assert inside == turned


def test_what_is_nearby_keeps_its_side_at_every_width(book_of: BookOf) -> None:
    near = [fact(id_, about=about, value="near") for id_, about in (("one", "sound"), ("two", "edda"))]
    far = [fact("north-east", value="northeast"), fact("north", value="north"), fact("ridge", value="Ridge")]
    found = locator(book_of(PORT, FAR, fact("long", value="20 km"), *far, *near), {
        "centre": ("port",), "direction": ("north-east", "north"), "distance": ("far",), "length": ("long",),
        "range": ("ridge",), "nearby": ("one", "two"),
    })  # fmt: skip
    sides = []
    for width, height in ((300, 340), (640, 470)):
        plan = geometry(found, width, height, (40, 40))
        placed, _ = place_words(found, plan, Room(width, height))
        spots = {each.words.lines[0][0]: each.spot for each in placed}
        (x1, y1), (x2, y2) = plan.rays[0].near, plan.rays[0].far
        across = [
            (x2 - x1) * (spots[name].y - y1) - (y2 - y1) * (spots[name].x - x1)
            for name in ("Aske Sound?", "Edda Coyle?")
        ]
        sides.append([each > 0 for each in across])
    assert sides == [[False, True], [False, True]]


def test_mountains_are_drawn_only_where_they_are_told_of(book: Book, drawn: Reader) -> None:
    def ridges(roles: dict[str, list[str]]) -> int:
        paths = drawn(draw_locator(locator(book, roles), 640, "p", str)).all("path")
        return sum(path.get("class") == "sourced-relief" for path in paths)

    assert ridges(ROLES) >= 3
    assert ridges({role: facts for role, facts in ROLES.items() if role != "range"}) == 0


def test_no_scraps_of_mountains_are_left_between_words(book: Book) -> None:
    (ray, *_) = geometry(locator(book, ROLES), 640, 470, (60, 60)).rays
    whole, *_ = relief(ray, 50, lambda point: True)
    x = float(whole[1:].split(" ")[0])
    narrow = relief(ray, 50, lambda point: abs(point[0] - x) < 4)
    wide = relief(ray, 50, lambda point: abs(point[0] - x) < 60)
    assert narrow[0] == ""
    assert wide[0].count("M") >= 8


def test_mountains_close_a_place_in_but_for_its_near_end(book: Book) -> None:
    (ray, *_) = geometry(locator(book, ROLES), 640, 470, (60, 60)).rays
    asked: list[tuple[float, float]] = []

    def free(point: tuple[float, float]) -> bool:
        asked.append(point)
        return False

    assert relief(ray, 50, free) == [""] * len(relief(ray, 50, free))
    dx, dy = (ray.far[0] - ray.near[0]) / ray.length, (ray.far[1] - ray.near[1]) / ray.length
    along = [(x - ray.near[0]) * dx + (y - ray.near[1]) * dy for x, y in asked]
    assert min(along) > -2
    assert max(along) > ray.length + 50
    assert min(dist(point, ray.inside(0.5)) for point in asked) > 30


def test_without_a_distance_it_is_not_to_scale(book_of: BookOf, drawn: Reader) -> None:
    sketch = locator(book_of(PORT, WEST), {"centre": ["port"], "direction": ["west"]})
    assert "not to scale" in drawn(draw_locator(sketch, 300, "p", str)).texts


@pytest.mark.parametrize(
    ("roles", "problem"),
    [
        pytest.param(ROLES, None, id="nothing wrong"),
        pytest.param(ROLES | {"center": ["port"]}, "`center` is no role", id="no role"),
        pytest.param(ROLES | {"length": ["width"]}, "`width` is no fact", id="no fact"),
        pytest.param(ROLES | {"direction": ["far"]}, "`far` gives no direction", id="no direction"),
        pytest.param({"centre": ["port"]}, "needs a fact as `direction`", id="no direction given"),
    ],
)
def test_what_cannot_be_drawn_is_said(book: Book, roles: dict[str, list[str]], problem: str | None) -> None:
    request = Request(kind="locator", ident="p", roles={role: tuple(facts) for role, facts in roles.items()})
    found = list(problems(book, request))
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        pytest.param(
            ["centre: a", "", " distance : b ,c,"], {"centre": ("a",), "distance": ("b", "c")}, id="roles"
        ),
        pytest.param(["centre a"], None, id="no colon"),
        pytest.param(["centre: a", "centre: b"], None, id="a role twice"),
    ],
)
def test_declarations_are_read(lines: list[str], roles: dict[str, tuple[str, ...]] | None) -> None:
    if roles is None:
        with pytest.raises(BadLineError):
            read_roles(lines)
    else:
        assert read_roles(lines) == roles


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
    found = list(problems(book, Request(kind="timeline", ident="p", scales=(scale,))))
    assert bool(found) == problem
