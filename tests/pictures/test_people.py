from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sourced.book.book import Book
from sourced.book.model import Name
from sourced.chain.library import Library
from sourced.pictures.locator.placing import Box
from sourced.pictures.people.data import People, Tie, people, people_twin
from sourced.pictures.people.drawing import draw_people
from sourced.pictures.telling import Telling

from .conftest import SVG, Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]


def ties(book: Book, *without: str) -> People:
    return people(Library(book), without=without)


def panels(found: People) -> dict[str, list[tuple[str, ...]]]:
    return {panel.title: [tie.facts for tie in panel.ties] for panel in found.panels}


def words(found: People) -> list[str]:
    return ["".join(run.text for run in item.runs) for part in people_twin(found) for item in part.items]


LEADS = fact("leads", about="league", property="led-by", value="edda")
CHILD = fact("child", about="edda", property="father", value="osric")
JOINS = fact("joins", about="osric", property="member", value="league")


@pytest.mark.parametrize(
    ("other", "drawn_ties"),
    [
        pytest.param(LEADS, 1, id="a group and a person"),
        pytest.param(fact("x", about="league", property="led-by", value="rock"), 0, id="a place is nobody"),
        pytest.param(
            fact("x", about="league", property="led-by", value="somebody"), 0, id="words are nobody"
        ),
        pytest.param(
            fact("x", about="edda", property="event", value="osric"), 0, id="a property that ties nobody"
        ),
        pytest.param(fact("x", about="edda", property="led-by", value="edda"), 0, id="oneself"),
    ],
)
def test_ties_are_facts_between_names(book_of: BookOf, other: object, drawn_ties: int) -> None:
    assert len(ties(book_of(other)).ties) == drawn_ties


def test_a_tie_is_told_the_way_it_points(book_of: BookOf) -> None:
    claim = fact("claim", about="osric", property="member", value="board", by="edda")
    again = fact("again", about="edda", property="father", value="osric", source="herald")
    assert words(ties(book_of(CHILD, again, claim))) == [
        "Edda Coyle — child of — Osric Vane (also 2). Told by the gazette and the herald.",
        "Osric Vane — joined — Harbour Board. Claim by Edda Coyle, told by the gazette.",
    ]


@pytest.mark.parametrize("width", [300, 640])
def test_a_disputed_tie_says_so(book_of: BookOf, drawn: Reader, width: float) -> None:
    other = fact("other", about="edda", property="father", value="league")
    found = ties(book_of(CHILD, other, JOINS))
    assert [text.endswith("≠ Accounts differ.") for text in words(found)] == [True, True, False]
    picture = drawn(draw_people(found, width, "p", str))
    assert " ".join(picture.texts).count("≠ accounts differ") == 2
    assert ["Accounts differ" in name for name in picture.names] == [True, True, False]


@pytest.mark.parametrize("width", [300, 640])
def test_a_tie_that_is_told_the_other_way_round_too_names_who_tells_it(
    book_of: BookOf, drawn: Reader, width: float
) -> None:
    there = fact("there", about="osric", property="member", value="edda", source="herald")
    back = fact("back", about="edda", property="member", value="osric", source="mail", by="osric")
    found = ties(book_of(there, back, JOINS, LEADS))
    told = dict(zip((tie.facts[0] for tie in found.ties), words(found), strict=True))
    assert told["there"].endswith("The other way round: claim by Osric Vane, told by the mail.")
    assert told["back"].endswith("The other way round: told by the herald.")
    assert "The other way" not in told["joins"] + told["leads"]
    picture = drawn(draw_people(found, width, "p", str))
    seen = {link.attrib["href"]: [text.text for text in link.iter(f"{SVG}text")] for link in picture.all("a")}
    assert seen == {
        "there": ["joined", "the herald"],
        "back": ["joined", "claim", "the mail"],
        "joins": ["joined"],
        "leads": ["led by"],
    }
    assert "told both ways" in " ".join(picture.texts)


@pytest.mark.parametrize(
    ("relation", "sort"),
    [
        pytest.param("son of", "family", id="kin"),
        pytest.param("Granddaughter of", "family", id="kin further off"),
        pytest.param("led by", "side", id="a leader"),
        pytest.param("a spokeswoman for", "side", id="a voice"),
        pytest.param("fought", "enmity", id="a fight"),
        pytest.param("killed by", "enmity", id="a death"),
        pytest.param("met", "other", id="a meeting"),
        pytest.param("misled by", "other", id="a word within a word"),
    ],
)
def test_the_words_of_a_relation_say_what_sort_of_tie_it_is(relation: str, sort: str) -> None:
    tie = Tie(start="edda", end="osric", relation=relation, telling=Telling(), facts=("x",))
    assert tie.sort == sort


def test_families_stand_first_and_sides_have_the_names_of_their_groups(book_of: BookOf) -> None:
    meets = fact("meets", about="edda", property="met", value="osric")
    fights = fact("fights", about="edda", property="fought", value="board")
    found = ties(book_of(fights, meets, LEADS, JOINS, CHILD))
    assert panels(found) == {
        "Family": [("child",)],
        "Keepers’ League": [("leads",), ("joins",)],
        "Enmity": [("fights",)],
        "Other ties": [("meets",)],
    }


def test_sides_that_share_nobody_stand_apart_and_the_larger_first(book_of: BookOf) -> None:
    names = {"ada": Name(kind="person", name="Ada")}
    board = fact("board", about="ada", property="member", value="board")
    assert list(panels(ties(book_of(board, LEADS, JOINS, names=names)))) == [
        "Keepers’ League",
        "Harbour Board",
    ]
    both = fact("both", about="ada", property="member", value="league")
    assert list(panels(ties(book_of(board, LEADS, JOINS, both, names=names)))) == ["Keepers’ League"]


def test_whoever_is_tied_to_two_stands_between_them(book_of: BookOf) -> None:
    names = {id_: Name(kind="person", name=id_.title()) for id_ in ("ada", "ben", "cyr")}
    found = ties(
        book_of(
            *(
                fact(f"{one}-league", about=one, property="member", value="league")
                for one in ("cyr", "ada", "ben")
            ),
            fact("cyr-board", about="cyr", property="member", value="board"),
            names=names,
        )
    )
    (panel,) = found.panels
    assert [(tie.start, tie.end) for tie in panel.ties] == [
        ("ada", "league"), ("ben", "league"), ("cyr", "league"), ("cyr", "board")
    ]  # fmt: skip


@pytest.mark.parametrize("width", [300, 640])
def test_each_tie_leads_to_its_fact_once_and_reads_as_a_sentence(
    book_of: BookOf, drawn: Reader, width: float
) -> None:
    back = fact("back", about="osric", property="member", value="edda")
    found = ties(book_of(CHILD, LEADS, JOINS, back))
    picture = drawn(draw_people(found, width, "p", lambda id_: f"#{id_}"))
    assert sorted(picture.links) == ["#back", "#child", "#joins", "#leads"]
    spoken = " ".join(each.attrib["aria-label"] for each in picture.all("a"))
    assert "Edda Coyle child of Osric Vane." in spoken
    assert "Keepers’ League led by Edda Coyle." in spoken


@pytest.mark.parametrize("width", [300, 640])
def test_every_line_runs_from_the_box_of_its_subject_to_that_of_its_value(
    book_of: BookOf, drawn: Reader, width: float
) -> None:
    picture = drawn(draw_people(ties(book_of(CHILD, LEADS, JOINS)), width, "p", str))
    boxes = [box for box in picture.all("rect") if box.get("class") in ("sourced-paper", "sourced-group")]
    names = [text for text in picture.all("text") if text.get("text-anchor") == "middle"]

    def at(x: float, y: float) -> str:
        (box,) = [
            box for box in boxes
            if 0 <= x - float(box.attrib["x"]) <= float(box.attrib["width"])
            and 0 <= y - float(box.attrib["y"]) <= float(box.attrib["height"])
        ]  # fmt: skip
        left, top = float(box.attrib["x"]), float(box.attrib["y"])
        right, bottom = left + float(box.attrib["width"]), top + float(box.attrib["height"])
        return " ".join(
            text.text or "" for text in names
            if left < float(text.attrib["x"]) < right and top < float(text.attrib["y"]) < bottom
        )  # fmt: skip

    read = []
    for link in picture.all("a"):
        (line, *_) = link.iter(f"{SVG}path")
        x, y, end = map(float, re.findall(r"[\d.]+", line.attrib["d"]))
        verb = " ".join(text.text or "" for text in link.iter(f"{SVG}text"))
        read.append(f"{at(x - 3, y)} {verb} {at(end + 8, y)}")
    assert sorted(read) == [
        "Edda Coyle child of Osric Vane",
        "Keepers’ League led by Edda Coyle",
        "Osric Vane joined Keepers’ League",
    ]


@pytest.mark.parametrize("width", [300, 640])
def test_lines_answer_a_finger_and_do_not_get_in_each_others_way(
    book_of: BookOf, drawn: Reader, width: float
) -> None:
    twice = fact("twice", about="league", property="member", value="edda")
    picture = drawn(draw_people(ties(book_of(CHILD, LEADS, JOINS, twice)), width, "p", str))
    areas = [area for link in picture.all("a") for area in link.iter(f"{SVG}rect")]
    assert len(areas) == 4
    spans = [
        Box(x, y, x + float(area.attrib["width"]), y + float(area.attrib["height"]))
        for area in areas
        for x, y in [(float(area.attrib["x"]), float(area.attrib["y"]))]
    ]
    assert all(span.right - span.left >= 24 and span.bottom - span.top >= 24 for span in spans)
    assert not any(one.shared(other) > 1 for i, one in enumerate(spans) for other in spans[:i])


@pytest.mark.parametrize("width", [300, 640])
def test_a_claim_is_broken_and_named_a_claim(book_of: BookOf, drawn: Reader, width: float) -> None:
    claim = fact("claim", about="osric", property="member", value="board", by="edda")
    reported = drawn(draw_people(ties(book_of(JOINS)), width, "p", str))
    claimed = drawn(draw_people(ties(book_of(claim)), width, "p", str))
    assert not [path for path in reported.all("path") if "stroke-dasharray" in path.attrib]
    assert "claim" not in " ".join(reported.texts)
    assert len([path for path in claimed.all("path") if "stroke-dasharray" in path.attrib]) == 1
    assert "claim" in claimed.texts
    assert "broken line" in " ".join(claimed.texts)


@pytest.mark.parametrize("width", [300, 640])
def test_who_somebody_is_stands_in_the_box_once(book_of: BookOf, drawn: Reader, width: float) -> None:
    names = {
        "edda": Name(kind="person", name="Edda Coyle", about="keeper"),
        "osric": Name(kind="person", name="Osric Vane", about="his child of Osric Vane"),
        "league": Name(kind="group", name="Keepers’ League", about="a club"),
    }
    found = ties(book_of(CHILD, LEADS, JOINS, names=names))
    texts = drawn(draw_people(found, width, "p", str)).texts
    assert texts.count("keeper") == texts.count("a club") == 1


def test_what_the_line_says_is_not_said_again_in_the_box(book_of: BookOf, drawn: Reader) -> None:
    names = {"edda": Name(kind="person", name="Edda Coyle", about="child of Osric Vane")}
    texts = drawn(draw_people(ties(book_of(CHILD, names=names)), 300, "p", str)).texts
    assert sum("child of" in text for text in texts) == 1


@pytest.mark.parametrize("width", [300, 640])
def test_a_long_chain_of_long_names_stays_inside(book_of: BookOf, drawn: Reader, width: float) -> None:
    names = {f"n{n}": Name(kind="person", name=f"Somebody <of> & {'long ' * n} name {n}") for n in range(9)}
    chain = [fact(f"f{n}", about=f"n{n}", property="father", value=f"n{n + 1}") for n in range(8)]
    found = ties(book_of(*chain, names=names))
    drawn(draw_people(found, width, "p", str))
    assert draw_people(found, width, "p", str) == draw_people(found, width, "p", str)


def test_a_book_without_ties_has_an_empty_picture(book_of: BookOf, drawn: Reader) -> None:
    drawn(draw_people(ties(book_of()), 300, "p", str))


def test_what_is_left_out_is_left_out(book_of: BookOf) -> None:
    assert [tie.facts for tie in ties(book_of(CHILD, LEADS), "child").ties] == [("leads",)]
