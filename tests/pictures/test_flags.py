from __future__ import annotations

import pytest

from sourced.pictures.timeline.flags import Flag, raised

DATES = (
    pytest.param([(80, "1980: one thing came to be"), (90, "1981: another came right after it")], id="two"),
    pytest.param(
        [(10, "the first"), (150, "that in the middle of all"), (290, "the last of them")], id="ends"
    ),
    pytest.param(
        [(100, "one " * 9), (170, "two " * 9), (250, "three " * 9), (262, "four " * 9)], id="crowded"
    ),
    pytest.param([(120, "one of the day"), (120, "another of the day")], id="one place"),
)


def area(flag: Flag) -> tuple[float, float, float, float]:
    start, end = flag.ends
    return start, end, flag.foot, flag.foot + flag.height


@pytest.mark.parametrize("wanted", DATES)
def test_no_words_cover_others_and_all_stay_between_the_ends(wanted: list[tuple[float, str]]) -> None:
    flags = raised(wanted, 0, 300)
    assert [flag.pole for flag in flags] == [pole for pole, _ in wanted]
    assert [" ".join(flag.lines) for flag in flags] == [" ".join(words.split()) for _, words in wanted]
    for number, one in enumerate(map(area, flags)):
        assert one[0] >= 0
        assert one[1] <= 300
        for other in map(area, flags[:number]):
            apart = one[1] <= other[0] or other[1] <= one[0]
            assert apart or one[3] <= other[2] + 0.01 or other[3] <= one[2] + 0.01


@pytest.mark.parametrize("wanted", DATES[:2])
def test_no_pole_goes_through_words_where_there_is_room(wanted: list[tuple[float, str]]) -> None:
    flags = raised(wanted, 0, 300)
    for pole in flags:
        for words in flags:
            start, end, foot, _ = area(words)
            assert pole is words or not (start < pole.pole < end and pole.top > foot)


def test_without_room_words_still_stand_at_their_pole() -> None:
    (flag,) = raised([(20, "a word " * 5)], 0, 40)
    assert flag.lines
    assert raised([], 0, 300) == []
