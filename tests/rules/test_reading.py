"""What rules make of the sentence around a quotation: whose words it holds, and when it was known."""

from __future__ import annotations

from typing import Any

import pytest

from sourced.book.model import Evidence, Fact
from sourced.chain.library import Library
from sourced.rules import checks_for

from ..bridge import MakeBook
from .test_hits import NAMES, hits

LOST = "The Elm Pier is lost for good"
NOBODY = ["these are somebody’s words, and the source does not say plainly whose"]
CORA = ["these are the words of Cora Holm"]
UNNAMED = ["the source does not name whose words these are"]
UNKNOWN = "counts from a date in the text before it, and none is read there"


@pytest.mark.parametrize(
    ("code", "gazette", "exact", "more", "told"),
    [
        pytest.param("speech-without-by", f"Rain fell. “{LOST},” Cora Holm said.", LOST, {}, CORA, id="said"),
        pytest.param(
            "speech-without-by", f"Rain fell.\n\n“{LOST} and all.”\n\nIt was dark.", LOST, {}, NOBODY,
            id="in quotation marks, and no more",
        ),
        pytest.param(
            "speech-without-by", "A man said a “wreck” lay there.", "a “wreck” lay there", {},
            ["“said” makes these somebody’s words, and the source does not say plainly whose"],
            id="said by a man, and of the word in marks nothing more",
        ),
        pytest.param("speech-without-by", "A “wreck” lay there.", "A “wreck” lay there", {},
                     [], id="one word in marks"),
        pytest.param("by-not-the-speaker", f"Rain fell. “{LOST},” Cora Holm said.", LOST, {"by": "cora"}, [],
                     id="the speaker"),
        pytest.param("by-not-the-speaker", f"Rain fell. “{LOST},” a man said.", LOST, {"by": "cora"}, UNNAMED,
                     id="a man"),
        pytest.param("by-not-the-speaker", f"Rain fell. “{LOST},” Ann Ames said.", LOST, {"by": "cora"},
                     ["in the source these are the words of Ann Ames"], id="another speaker"),
        pytest.param("gloss-disagrees", "He is closed.", "He is closed", {"gloss": {"He": "pier"}},
                     ["“He” is one person, and Elm Pier is none"], id="a person who is a place"),
        pytest.param("gloss-disagrees", "It is closed.", "It is closed", {"gloss": {"It": "ann"}},
                     ["“It” is no person, and Ann Ames is one"], id="a thing that is a person"),
        pytest.param("gloss-disagrees", "It is closed.", "It is closed", {"gloss": {"It": "pier"}}, [],
                     id="a thing that is a place"),
        pytest.param("gloss-disagrees", "Old Ann Ames left.", "Old Ann Ames left",
                     {"gloss": {"Old Ann Ames": "ben"}},
                     ["“Old Ann Ames” is a name of Ann Ames, not of Ben Ames"], id="the name of another"),
        pytest.param("gloss-disagrees", "Ann Ames’s brother left.", "Ann Ames’s brother left",
                     {"gloss": {"Ann Ames’s brother": "ben"}}, [], id="whose brother he is"),
        pytest.param("gloss-disagrees", "It burned two days later, in a storm.", "It burned two days later",
                     {"gloss": {"two days later": "1901-05-05"}}, [f"“two days later” {UNKNOWN}"],
                     id="two days after no date"),
        pytest.param("gloss-disagrees", "It opened on 3 May 1901. It burned two days later.",
                     "It burned two days later", {"gloss": {"two days later": "1901-05-05"}}, [],
                     id="two days after a date"),
        pytest.param("as-of-not-from-source", "On 3 May 1901 the Elm Pier was still closed.",
                     "the Elm Pier was still closed", {"as_of": "1901-05-03"}, [],
                     id="a day of its sentence"),
        pytest.param("as-of-not-from-source", "On 3 May 1901 the Elm Pier was still closed.",
                     "the Elm Pier was still closed", {"as_of": "1901-05-04"},
                     ["no source of this fact is dated 1901-05-04 or says so"], id="another day"),
        pytest.param("as-of-not-from-source", "The Elm Pier was still closed that day.",
                     "still closed that day",
                     {"as_of": "1901-05-04", "gloss": {"that day": "1901-05-04"}}, [],
                     id="a day that a gloss reads"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_quotation(
    make_book: MakeBook, code: str, gazette: str, exact: str, more: dict[str, Any], told: list[str]
) -> None:
    found = hits(make_book, code, exact, "The Elm Pier is lost.", gazette, **more)
    assert [hit.message for hit in found] == told
    place = {
        "gloss-disagrees": ("evidence", 0, "gloss", *more.get("gloss", ())),
        "by-not-the-speaker": ("by",),
        "as-of-not-from-source": ("as-of",),
        "speech-without-by": ("evidence", 0, "exact"),
    }
    assert all(hit.path == ("facts", "fact", *place[code]) for hit in found)


@pytest.mark.parametrize(
    ("exacts", "statement", "doubts"),
    [
        pytest.param(["The pier was not open"], "The pier was open.", [False], id="denied"),
        pytest.param(
            ["The pier was not open", "The pier was open at noon"], "The pier was open.", [True],
            id="denied here and affirmed there",
        ),
        pytest.param(["The pier was not open"], "The pier was not open.", [], id="denied by both"),
    ],
)  # fmt: skip
def test_what_one_quotation_denies_another_may_affirm(
    make_book: MakeBook, exacts: list[str], statement: str, doubts: list[bool]
) -> None:
    evidence = tuple(Evidence(source="gazette", exact=each) for each in exacts)
    fact = Fact(id="fact", about="pier", property="state", statement=statement, evidence=evidence)
    text = "The pier was not open. It rained. The pier was open at noon."
    library = Library(make_book(*NAMES, fact, gazette=text))
    checks = [check for rule, check in checks_for("fact") if rule.code == "negation-not-carried"]
    assert [hit.doubt for check in checks for hit in check(library, fact)] == doubts
