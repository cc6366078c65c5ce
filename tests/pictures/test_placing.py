from __future__ import annotations

import pytest

from sourced.pictures.locator.placing import Box, Room, Size, Spot, around, boxes, cell, cells, line_boxes

WORDS = Size(40, 10)
MIDDLE = Spot(x=50, y=50)


def overlap(one: Spot, other: Spot) -> bool:
    return any(a.shared(b) > 0 for a in boxes(one, WORDS) for b in boxes(other, WORDS))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param(Box(0, 0, 4, 4), Box(2, 2, 6, 6), 4, id="corners"),
        pytest.param(Box(0, 0, 4, 4), Box(4, 0, 8, 4), 0, id="side by side"),
        pytest.param(Box(0, 0, 4, 4), Box(5, 5, 6, 6), 0, id="apart"),
        pytest.param(Box(0, 0, 4, 4), Box(1, 1, 2, 2), 1, id="one in the other"),
    ],
)
def test_shared_paper(one: Box, other: Box, shared: float) -> None:
    assert one.shared(other) == other.shared(one) == shared


@pytest.mark.parametrize(
    ("anchor", "left"), [pytest.param("start", 50, id="start"), pytest.param("end", 10, id="end")]
)
def test_words_begin_or_end_at_their_spot(anchor: str, left: float) -> None:
    (box,) = boxes(Spot(x=50, y=50, anchor=anchor), WORDS)  # type: ignore[arg-type]  # one of its values
    assert (box.left, box.right, box.top, box.bottom) == (left, left + 40, 45, 55)


def test_turned_words_cover_a_row_of_boxes() -> None:
    row = boxes(Spot(x=50, y=50, angle=90), WORDS)
    assert len(row) == 4
    assert (min(box.top for box in row), max(box.bottom for box in row)) == pytest.approx((30, 70))
    assert (min(box.left for box in row), max(box.right for box in row)) == pytest.approx((45, 55))


def test_the_first_free_spot_is_taken_and_the_next_words_stand_elsewhere() -> None:
    room = Room(100, 100)
    other = Spot(x=50, y=70)
    assert room.place(WORDS, [MIDDLE, other]) == MIDDLE
    assert room.place(WORDS, [MIDDLE, other]) == other
    assert room.place(WORDS, [MIDDLE, other]) is None


def test_lines_are_covered_as_little_as_can_be() -> None:
    room = Room(200, 100)
    room.cross(line_boxes((0, 50), (200, 50)))
    room.cross(line_boxes((60, 66), (64, 66)))
    away = Spot(x=50, y=70)
    assert room.place(WORDS, [MIDDLE, away]) == away
    assert room.place(WORDS, [MIDDLE, Spot(x=150, y=50)]) == MIDDLE


@pytest.mark.parametrize(
    "spot",
    [pytest.param(Spot(x=20, y=50), id="left"), pytest.param(Spot(x=50, y=96), id="below")],
)
def test_no_words_leave_the_paper(spot: Spot) -> None:
    assert Room(100, 100).place(WORDS, [spot]) is None


def test_where_no_spot_is_free_the_nearest_paper_is_taken() -> None:
    room = Room(200, 200)
    room.take(boxes(MIDDLE, WORDS))
    found = room.place(WORDS, [MIDDLE], near=(50, 50))
    assert found is not None
    assert not overlap(found, MIDDLE)
    assert abs(found.x - 50) + abs(found.y - 50) < 40


def test_words_that_may_roam_leave_a_line_alone() -> None:
    line = line_boxes((0, 50), (200, 50))
    for roam, stays in ((0.0, True), (60.0, False)):
        room = Room(200, 200)
        room.cross(line)
        found = room.place(WORDS, [MIDDLE], near=(50, 50), roam=roam)
        assert (found == MIDDLE) == stays
        assert found is not None
        assert any(box.shared(each) for box in boxes(found, WORDS) for each in line) == stays


def test_a_full_paper_has_no_place() -> None:
    room = Room(100, 100)
    room.take([Box(0, 0, 100, 100)])
    assert room.place(WORDS, [MIDDLE], near=(50, 50)) is None


@pytest.mark.parametrize(
    ("point", "kept"),
    [
        pytest.param((20, 20), True, id="inside"),
        pytest.param((33, 20), True, id="near"),
        pytest.param((38, 20), False, id="away"),
        pytest.param((20, 2), False, id="above"),
    ],
)
def test_paper_is_kept_clear_around_boxes(point: tuple[float, float], kept: bool) -> None:
    assert (cell(point) in cells([Box(10, 10, 30, 30)], 3)) == kept


def test_places_beside_a_point_do_not_cover_it() -> None:
    point = Box(49, 49, 51, 51)
    spots = list(around((50, 50), 6, WORDS))
    assert len(spots) == 8
    assert not any(box.shared(point) for spot in spots for box in boxes(spot, WORDS))
