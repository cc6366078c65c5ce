"""What of a text seems to be the page's own, by how its lines are built."""

from __future__ import annotations

import pytest

from sourced.account.drafting.furniture import propose_asides
from sourced.book.quotations import Text
from sourced.chain.asides import spans_of
from sourced.english.furniture import BYLINE, DAY, HEADLINE

BODY = "The keeper of the light had been on the rock for nine years when the ship came in a storm at night."


def proposed(text: str) -> list[str]:
    """The words of each passage that is proposed, in the order of the text."""
    found = [span for aside in propose_asides(Text(text)) for span in spans_of(Text(text), aside, 0)]
    assert all(span.start >= 0 and not span.twice for span in found)
    return [text[span.start : span.end] for span in sorted(found, key=lambda span: span.start)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"Home | News | Sport\n\n{BODY}\n", ["Home | News | Sport"], id="row of links"),
        pytest.param(f"{BODY}\n\n7\n\n{BODY[:-1]}!\n", ["7"], id="number of a page"),
        pytest.param(f"{BODY}\n\nPage 3 of 9\n", ["Page 3 of 9"], id="page of pages"),
        pytest.param(f"{BODY}\n\nSEE ALSO: Lost Ship\n\n{BODY}\n", ["SEE ALSO: Lost Ship"], id="label"),
        pytest.param(f"By Ann Ames and BOB OAK\n{BODY}\n", ["By Ann Ames and BOB OAK"], id="byline"),
        pytest.param(f"By our own correspondent\n{BODY}\n", ["By our own correspondent"], id="no name"),
        pytest.param(f"{BODY}\n(Reporting by Ann Ames; editing by Bob Oak)\n",
                     ["(Reporting by Ann Ames; editing by Bob Oak)"], id="credits"),
        pytest.param(f"Photo: The Light\n\n{BODY}\n", ["Photo: The Light"], id="caption"),
        pytest.param(f"{BODY}\n© 1901 The Gazette\n", ["© 1901 The Gazette"], id="copyright"),
        pytest.param(f"{BODY}\nWe use cookies to improve your visit.\n",
                     ["We use cookies to improve your visit."], id="cookies"),
        pytest.param(f"{BODY}\nShip Lost at Sea\nMayor Opens Bridge\nFire in the Old Mill\n",
                     ["Ship Lost at Sea\nMayor Opens Bridge\nFire in the Old Mill"], id="headlines"),
        pytest.param(f"The History\n{BODY}\n\nThe History\n{BODY}\n", ["The History"] * 2, id="running head"),
    ],
)  # fmt: skip
def test_what_is_the_pages_own_is_proposed(text: str, words: list[str]) -> None:
    assert proposed(text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The Light\n\n{BODY}\n\nA Second Light\n\n{BODY}\n", id="headings"),
        pytest.param(
            f"By the time the ship came it was dark.\n\n{BODY}\n", id="sentence that begins with by"
        ),
        pytest.param(f"{BODY}\n\nHe wrote of it in a tweet on Sunday.\n", id="sentence on a tweet"),
        pytest.param(f"By our own reckoning it was late.\n\n{BODY}\n", id="by our own, and a sentence"),
        pytest.param(f"{BODY}\n\nYear | Ships | Lost\n1901 | 40 | 2\n", id="row of a table"),
        pytest.param(f"{BODY}\n\n- forty tons of coal\n- nine lamps\n- a bell\n", id="list"),
        pytest.param(f"{BODY}\n\nThe sea was high,\nthe wind was loud,\nand no one heard.\n", id="verse"),
        pytest.param(
            f"{BODY}\n\nHe said: read on. The menu of the inn was short.\n", id="sentence on a menu"
        ),
    ],
)
def test_what_is_the_articles_is_left(text: str) -> None:
    assert [words for words in proposed(text) if words != "Year | Ships | Lost"] == []


def test_the_lines_that_were_read_as_headline_and_day_are_proposed_each_by_itself() -> None:
    text = f"The Light\n\nThe Herald, 3 May 1901\n\nBy Ann Ames\n\n{BODY}\n"
    heads = {"The Light": HEADLINE, "The Herald, 3 May 1901": DAY}
    found = propose_asides(Text(text), heads)
    assert [(aside.from_, aside.why) for aside in found] == [
        ("The Light", HEADLINE),
        ("The Herald, 3 May 1901", DAY),
        ("By Ann Ames", BYLINE),
    ]
    assert [aside.from_ for aside in propose_asides(Text(text))] == ["By Ann Ames"]


def test_a_line_in_which_the_report_goes_on_stays() -> None:
    line = f"ASKE, Oct 17 (Northwire) - {BODY}"
    assert propose_asides(Text(f"{line}\n"), {line: DAY}) == []
