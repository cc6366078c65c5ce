from __future__ import annotations

import pytest

from sourced.pictures.locator.placing import Room, Spot, around, cell, on_line
from sourced.pictures.svg import Box


def at(x: float, y: float, angle: float = 0.0) -> Spot:
    return Spot(x=x, y=y, width=40, height=10, angle=angle)


MIDDLE = at(50, 50)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        pytest.param(Box(2, 2, 6, 6), True, id="corners"),
        pytest.param(Box(4, 0, 8, 4), False, id="side by side"),
        pytest.param(Box(0, 5, 4, 6), False, id="apart"),
        pytest.param(Box(1, 1, 2, 2), True, id="one in the other"),
    ],
)
def test_boxes_meet_where_they_share_paper(other: Box, meets: bool) -> None:
    box = Box(0, 0, 4, 4)
    assert box.meets(other) == other.meets(box) == meets


@pytest.mark.parametrize(
    ("angle", "corner", "outside"),
    [
        pytest.param(0, (30, 45), (50, 62), id="level"),
        pytest.param(90, (55, 30), (62, 50), id="upright"),
        pytest.param(45, (50 + 14 * 0.98, 50 + 14 * 0.98), (64, 36), id="aslant"),
    ],
)
def test_words_cover_the_paper_under_them(
    angle: float, corner: tuple[float, float], outside: tuple[float, float]
) -> None:
    covered = at(50, 50, angle).cells
    assert cell((50, 50)) in covered
    assert cell(corner) in covered
    assert cell(outside) not in covered


def test_the_first_free_spot_is_taken_and_the_next_words_stand_elsewhere() -> None:
    room = Room(100, 100)
    other = at(50, 70)
    assert room.place([MIDDLE, other]) == MIDDLE
    assert room.place([MIDDLE, other]) == other
    assert room.place([MIDDLE, other]) is None


def test_words_stand_on_a_line_only_where_there_is_no_other_place() -> None:
    room = Room(200, 100)
    room.lines |= on_line((0, 50), (200, 50))
    away = at(50, 70)
    assert room.place([MIDDLE, away]) == away
    assert room.place([MIDDLE]) == MIDDLE


@pytest.mark.parametrize(
    ("spot", "placed"),
    [
        pytest.param(at(50, 50), True, id="on the paper"),
        pytest.param(at(25, 50), False, id="too near to the edge"),
        pytest.param(at(25, 50, 90), True, id="turned away from it"),
        pytest.param(at(50, 95), False, id="at the foot"),
    ],
)
def test_words_stay_off_the_edge(spot: Spot, placed: bool) -> None:
    assert (Room(100, 100).place([spot]) == spot) == placed


def test_the_places_around_a_point_leave_it_free() -> None:
    spots = list(around((50, 50), 6, 40, 10))
    assert len({(spot.x, spot.y) for spot in spots}) == 8
    assert not any(cell((50, 50)) in spot.cells for spot in spots)


@pytest.mark.parametrize(
    ("point", "end"),
    [
        pytest.param((0, 50), (30, 50), id="from the left"),
        pytest.param((50, 0), (50, 45), id="from above"),
        pytest.param((100, 100), (70, 55), id="from a corner"),
    ],
)
def test_a_line_to_words_ends_where_they_begin(point: tuple[float, float], end: tuple[float, float]) -> None:
    assert MIDDLE.nearest(point) == pytest.approx(end)
