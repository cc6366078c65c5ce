from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.core.book import Book
from sourced.core.library import Library
from sourced.core.model import Name
from sourced.core.pictures.people import Node, People, people, people_twin
from sourced.core.pictures.people_svg import draw_people

from .conftest import Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]


def ties(book: Book, *without: str) -> People:
    return people(Library(book), without=without)


def outline(node: Node) -> str:
    inner = ", ".join(map(outline, node.children))
    return f"{node.id}({inner})" if inner else node.id


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


def test_a_disputed_tie_says_so(book_of: BookOf) -> None:
    other = fact("other", about="edda", property="father", value="league")
    assert all(text.endswith("Told differently elsewhere.") for text in words(ties(book_of(CHILD, other))))


def test_whoever_has_most_ties_stands_first(book_of: BookOf) -> None:
    board = fact("board", about="board", property="led-by", value="edda")
    found = ties(book_of(CHILD, LEADS, board))
    assert [outline(tree) for tree in found.trees] == ["edda(osric, league, board)"]


def test_those_who_are_not_tied_to_each_other_stand_in_trees_of_their_own(book_of: BookOf) -> None:
    names = {"ada": Name(kind="person", name="Ada"), "ben": Name(kind="person", name="Ben")}
    apart = fact("apart", about="ada", property="father", value="ben")
    found = ties(book_of(apart, CHILD, LEADS, names=names))
    assert [outline(tree) for tree in found.trees] == ["edda(osric, league)", "ada(ben)"]


def test_a_tie_across_the_tree_is_kept(book_of: BookOf) -> None:
    (tree,) = ties(book_of(CHILD, LEADS, JOINS)).trees
    across = [tie.facts for node in (tree, *tree.children) for tie in node.more]
    assert across == [("joins",)]


@pytest.mark.parametrize("width", [300, 640])
def test_each_tie_leads_to_its_fact_once(book_of: BookOf, drawn: Reader, width: float) -> None:
    back = fact("back", about="osric", property="member", value="edda")
    found = ties(book_of(CHILD, LEADS, JOINS, back))
    picture = drawn(draw_people(found, width, "p", lambda id_: f"#{id_}"))
    assert sorted(picture.links) == ["#back", "#child", "#joins", "#leads"]
    for name in ("Edda Coyle", "Osric Vane"):
        assert name in " ".join(picture.texts)


@pytest.mark.parametrize("width", [300, 640])
def test_a_claim_is_broken_and_named_a_claim(book_of: BookOf, drawn: Reader, width: float) -> None:
    claim = fact("claim", about="osric", property="member", value="board", by="edda")
    reported = drawn(draw_people(ties(book_of(JOINS)), width, "p", str))
    claimed = drawn(draw_people(ties(book_of(claim)), width, "p", str))
    assert not [path for path in reported.all("path") if "stroke-dasharray" in path.attrib]
    assert (
        len([path for path in claimed.all("path") if "stroke-dasharray" in path.attrib]) == 2
    )  # line and key
    assert any("joined (claim)" in text for text in claimed.texts)


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
