"""What is provably no more than its evidence or its own ID asks nobody; what says a little more does."""

from __future__ import annotations

import pytest

from sourced.book.model import Aside, Evidence, Fact, Name, Property, Source
from sourced.chain.library import Library
from sourced.chain.units import Unit, fact_units, property_units, source_units
from sourced.english.furniture import HEADLINE
from sourced.rules.verdict.verdicts import judge

from ..bridge import MakeBook

TEXT = """\
Home | News | Tides

Mill burns down

The old mill burned down on Monday.
Nobody was hurt, but 14 of the 20 sacks were lost.
The mill was built in 1731, and the fire of 1802 spared it.
Usually 5 to 6 tonnes were ground; the new wheel is 4 metres high.

Nobody knows why

Read our newsletter
© 1931 The Herald. All rights reserved.
"""
NEWSLETTER, RIGHTS = "a control or notice of the page", "a notice of copyright"


def source(**fields: object) -> Source:
    return Source(id="herald", file="herald.txt", sha256="0" * 64, **fields)  # type: ignore[arg-type]  # fields of a source


def verdicts(make_book: MakeBook, *entries: object) -> dict[tuple[object, ...], str]:
    """The verdict on each unit of sources and properties, by its path."""
    book = make_book(*entries, herald=TEXT)  # type: ignore[arg-type]  # entries of a book
    library = Library(book)
    units = [unit for each in book.sources.values() for unit in source_units(library, each)]
    units += [unit for each in book.properties.values() for unit in property_units(library, each)]
    return {unit.path: judge(library, unit, ()).verdict for unit in units}


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        pytest.param("Mill burns down", "supported", id="a line of the text"),
        pytest.param("Mill  burns down", "supported", id="set otherwise"),
        pytest.param("Mill burns", "unreviewed", id="part of a line"),
        pytest.param("Mills burn down", "unreviewed", id="another word"),
        pytest.param("The old mill burned down on Monday.", "unreviewed", id="a sentence"),
        pytest.param("Home | News | Tides", "unreviewed", id="set aside"),
    ],
)
def test_a_title_is_a_line_of_its_text(title: str, verdict: str, make_book: MakeBook) -> None:
    # “Nobody” stands in the text, so that a title is not supported word for word
    menu = Aside(from_="Home | News | Tides", why="a row of links")
    found = verdicts(make_book, source(title=title, aside=(menu,)))
    assert found["sources", "herald", "title"] == verdict


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        pytest.param("The Herald", "supported", id="of the publisher's name"),
        pytest.param("The Herald of Norwick", "unreviewed", id="more than that"),
        pytest.param("The Courier", "unreviewed", id="another"),
    ],
)
def test_a_label_is_part_of_the_publisher(label: str, verdict: str, make_book: MakeBook) -> None:
    found = verdicts(make_book, source(publisher="The Herald Company", label=label))
    assert found["sources", "herald", "label"] == verdict


@pytest.mark.parametrize(
    ("aside", "verdict"),
    [
        pytest.param({"from_": "Home | News | Tides", "why": "a row of links"}, "supported", id="one line"),
        pytest.param(
            {"from_": "Read our", "to": "All rights reserved.", "why": f"{NEWSLETTER}; {RIGHTS}"},
            "supported",
            id="lines of two kinds",
        ),
        pytest.param(
            {"from_": "Nobody knows", "to": "All rights reserved.", "why": f"{NEWSLETTER}; {RIGHTS}"},
            "unreviewed",
            id="a line more",
        ),
        pytest.param({"from_": "Mill burns down", "why": HEADLINE}, "supported", id="the title"),
        pytest.param({"from_": "Nobody knows", "why": HEADLINE}, "unreviewed", id="another line as title"),
        pytest.param({"from_": "Home | News", "why": "a row of links"}, "unreviewed", id="part of a line"),
        pytest.param({"from_": "Home | News | Tides", "why": RIGHTS}, "unreviewed", id="another reason"),
        pytest.param(
            {"from_": "Mill burns down", "why": "a row of links"}, "unreviewed", id="a line of the article"
        ),
        pytest.param(
            {"from_": "Read our newsletter", "why": "an advertisement"}, "unreviewed", id="own words"
        ),
    ],
)
def test_a_reason_is_what_the_lines_show(aside: dict[str, str], verdict: str, make_book: MakeBook) -> None:
    found = verdicts(make_book, source(title="Mill burns down", aside=(Aside(**aside),)))  # type: ignore[arg-type]  # the fields of an aside
    assert found["sources", "herald", "aside", 0, "why"] == verdict


@pytest.mark.parametrize(
    ("id_", "title", "verdict"),
    [
        pytest.param("way-in", "Way in", "supported", id="its ID in words"),
        pytest.param("part-of-town", "Part of the town", "supported", id="with an article"),
        pytest.param("way-in", "Main way in", "unreviewed", id="a word more"),
        pytest.param("killed", "Killed", "unreviewed", id="a deed"),
        pytest.param("father", "Father", "unreviewed", id="whose kin"),
    ],
)
def test_a_property_is_called_as_its_id(id_: str, title: str, verdict: str, make_book: MakeBook) -> None:
    found = verdicts(make_book, Property(id=id_, title=title))
    assert found["properties", id_, "title"] == verdict


@pytest.mark.parametrize(
    ("heading", "facts", "verdict"),
    [
        pytest.param("Elm Mill", (), "supported", id="a bare name over nothing"),
        pytest.param("Elm Mill burned", (), "unreviewed", id="more than that"),
        pytest.param("Elm Mill", ("fire",), "unreviewed", id="over a fact on something else"),
    ],
)
def test_a_heading_may_be_a_bare_name(
    heading: str, facts: tuple[str, ...], verdict: str, make_book: MakeBook
) -> None:
    evidence = (Evidence(source="herald", exact="Nobody was hurt"),)
    fire = Fact(id="fire", about="fire", property="end", statement="Nobody was hurt.", evidence=evidence)
    named = Name(id="mill", kind="place", name="Elm Mill")
    library = Library(make_book(source(), named, fire, herald=TEXT))
    unit = Unit(kind="heading", text=heading, facts=facts, rests=(), path=(), page="index.md")
    assert judge(library, unit, ()).verdict == verdict


@pytest.mark.parametrize(
    ("property_", "value", "exact", "verdict"),
    [
        pytest.param("built", "1731", "The mill was built in 1731", "supported", id="as it stands"),
        pytest.param(
            "built", "1802", "built in 1731, and the fire of 1802 spared it", "unreviewed", id="one of two"
        ),
        pytest.param("burned", "1731", "The mill was built in 1731", "unreviewed", id="another deed"),
        pytest.param(
            "loss", "14 of the 20 sacks", "14 of the 20 sacks were lost", "supported", id="with its noun"
        ),
        pytest.param(
            "loss",
            "14 of the 20 sacks",
            "Nobody was hurt, but 14 of the 20 sacks were lost",
            "unreviewed",
            id="beside a denial",
        ),
        pytest.param(
            "output", "5 to 6 tonnes", "Usually 5 to 6 tonnes were ground", "unreviewed", id="limited"
        ),
        pytest.param(
            "size", "4 metres", "the new wheel is 4 metres high", "supported", id="of no other kind"
        ),
        pytest.param(
            "cut", "5 per cent", "a cut of 5 per cent cost 30 sacks", "supported", id="tied to its title"
        ),
        pytest.param(
            "cut", "30 sacks", "a cut of 5 per cent cost 30 sacks", "unreviewed", id="another kind is tied"
        ),
        pytest.param(
            "price", "9 pounds", "the price fell from 12 to 9 pounds", "supported", id="from one to another"
        ),
        pytest.param(
            "members", "24", "24 of the mill's 31 hands are members", "supported", id="a part of a whole"
        ),
        pytest.param(
            "members", "31", "24 of the mill's 31 hands are members", "unreviewed", id="the whole of a part"
        ),
    ],
)
def test_a_value_stands_in_its_quotation(
    property_: str, value: str, exact: str, verdict: str, make_book: MakeBook
) -> None:
    fact = Fact(
        id="mill-fact",
        about="mill",
        property=property_,
        value=value,
        statement=f"{exact[0].upper()}{exact[1:]}.",
        evidence=(Evidence(source="herald", exact=exact),),
    )
    named = Name(id="mill", kind="place", name="the mill")
    titled = Property(id=property_, title=property_.capitalize())
    library = Library(make_book(source(), named, titled, fact, herald=TEXT))
    (unit,) = [each for each in fact_units(library, fact) if each.kind == "value"]
    judged = judge(library, unit, ())
    assert judged.verdict == verdict, judged.reasons


@pytest.mark.parametrize(
    ("value", "statement", "exact", "verdict"),
    [
        pytest.param("2 June", "The old mill burned on 2 June.", "the old mill burned on 2 June",
                     "supported", id="a day behind the same word"),
        pytest.param("2 June", "The mill burned on 2 June.", "the mill, not the barn, burned on 2 June",
                     "unreviewed", id="beside a denial that is left out"),
        pytest.param("a falling lamp", "A fire was caused by a falling lamp.",
                     "the fire was caused by a falling lamp", "supported", id="words behind the same word"),
        pytest.param("a falling lamp", "A fire was caused by a falling lamp.",
                     "the fire was blamed on a falling lamp", "unreviewed", id="behind another word"),
        pytest.param("a falling lamp", "A fire was caused by a falling lamp.",
                     "the fire was not caused by a falling lamp", "unreviewed", id="denied there"),
        pytest.param("a falling lamp", "A fire was caused by a falling lamp.",
                     "the second fire was caused by a falling lamp", "unreviewed", id="more is said"),
        pytest.param("a broken pier", "The mill sank at a broken pier and burned.",
                     "the mill burned at a broken pier and sank", "unreviewed", id="behind another deed"),
        pytest.param("2 June", "The mill burned on 2 June.", "The mill burned on 2 June or 3 June",
                     "unreviewed", id="one of two days"),
    ],
)  # fmt: skip
def test_a_value_stands_as_its_statement_tells_it(
    value: str, statement: str, exact: str, verdict: str, make_book: MakeBook
) -> None:
    fact = Fact(
        id="mill-fact",
        about="mill",
        property="end",
        value=value,
        statement=statement,
        evidence=(Evidence(source="herald", exact=exact),),
    )
    named = Name(id="mill", kind="place", name="the mill")
    library = Library(make_book(source(), named, Property(id="end", title="End"), fact, herald=TEXT))
    (unit,) = [each for each in fact_units(library, fact) if each.kind == "value"]
    judged = judge(library, unit, ())
    assert judged.verdict == verdict, judged.reasons
