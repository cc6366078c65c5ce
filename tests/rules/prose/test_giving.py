"""The numbers, dates, names and sources of a sentence: each edit, and a neighbour that passes."""

from __future__ import annotations

import pytest

from ...bridge import MakeBook
from .pier import told

SENTENCES = [
    (
        "The Elm Pier has 40 metres. {evidence}`long`",
        ["flat-disagreement: the sources disagree: “40 metres” here, “41 metres” (herald)"],
    ),
    (
        "The Elm Pier is long. {evidence}`long`",
        ["flat-disagreement? the sources disagree: “40 metres” here, “41 metres” (herald)"],
    ),
    ("One report says that the Elm Pier is 40 metres long. {evidence}`long`", []),
    ("The Gazette says that the Elm Pier is 40 metres long. {evidence}`long`", []),
    (
        "Ann Ames says that the Elm Pier is 40 metres long. {evidence}`long`",
        [
            "name-not-in-facts? the fact “long” does not have Ann Ames",
            "flat-disagreement: the sources disagree: “40 metres” here, “41 metres” (herald)",
        ],
    ),
    ("The Elm Pier is 40 or 41 metres long. {evidence}`long` {evidence}`long2`", []),
    (
        "The Elm Pier is 42 metres long. {evidence}`long` {evidence}`long2`",
        ["number-not-in-facts: the facts long, long2 do not have 42 m, only 40 m, 41 m"],
    ),
    (
        "The Elm Pier is about 40 metres long. {evidence}`long` {evidence}`long2`",
        ["number-not-in-facts? the facts long, long2 give 40 m, not about 40 m"],
    ),
    (
        "The Elm Pier is 40 feet long. {evidence}`long` {evidence}`long2`",
        ["number-not-in-facts: the facts long, long2 do not have 40 foot, only 40 m, 41 m"],
    ),
    ("One end is 40 metres long. {evidence}`long` {evidence}`long2`", []),
    ("Ames rebuilt the Elm Pier. {evidence}`builder`", ["name-ambiguous? “Ames” may be ann or ben"]),
    ("{fact}`builder` rebuilt the Elm Pier.", []),
    ("The man {fact}`Ames <builder>` rebuilt the Elm Pier.", []),
    ("The man {name}`Ames <ann>` rebuilt the Elm Pier. {evidence}`builder`", []),
    (
        "The man {name}`Ames <cora>` rebuilt the Elm Pier. {evidence}`builder`",
        [
            "name-not-in-facts: “Ames” is no spelling of Cora Holm",
            "name-not-in-facts: the fact “builder” does not have Cora Holm",
        ],
    ),
    (
        "The man {name}`Ames <anne>` rebuilt the Elm Pier. {evidence}`builder`",
        [
            "name-unknown: there is no name “anne”. Did you mean “ann”?",
            "name-not-in-facts: the fact “builder” does not have anne",
        ],
    ),
    (
        "Ben Ames rebuilt the Elm Pier. {evidence}`sold`",
        ["name-not-in-facts? the fact “sold” does not have Ben Ames"],
    ),
    (
        "The Elm Pier is {fact}`wide <long>`. {evidence}`long2`",
        ["wording-not-the-value: “wide” does not say “40 metres”"],
    ),
    (
        "The Elm Pier is {fact}`40 feet <long>` long. {evidence}`long2`",
        ["wording-not-the-value: “40 feet” does not say “40 metres”"],
    ),
    (
        "The Elm Pier is {fact}`shut <closed>`.",
        [
            "wording-not-the-value? “shut” does not say “closed”",
            "time-not-stated? “is” was true as of 1901-05-04",
        ],
    ),
    (
        "The Elm Pier was {fact}`closed for 9 days <closed>`, it says.",
        ["wording-not-the-value: the fact “closed” gives no number, not 9 day"],
    ),
    (
        "The Elm Pier was {fact}`paint`.",
        [
            "fact-without-value: the fact “paint” has no value to print",
            "negation-dropped? the fact “paint” says “not”: “The Elm Pier is not painted.”",
        ],
    ),
    (
        "The Orme Sund lay at the Elm Pier. {evidence}`sold`",
        ["name-unlisted? “Orme Sund” is no name of the book."],
    ),
    ("They wrote “sold for about 900 pounds” on the Elm Pier. {evidence}`sold`", []),
    ("They wrote “Sold for about 900 pounds” on the Elm Pier. {evidence}`sold`", []),
    (
        "They wrote “sold to the Orme Sund” on the Elm Pier. {evidence}`sold`",
        ["words-not-in-quotation: “sold to the Orme Sund” does not stand in a quotation of the fact “sold”"],
    ),
    (
        "The Elm Pier was sold for 900 pounds in 1903. {evidence}`sold`",
        ["number-not-in-facts: the fact “sold” gives about 900, not 900"],
    ),
    (
        "The Elm Pier was sold in 1904. {evidence}`sold`",
        ["date-not-in-facts: the fact “sold” does not have 1904, only 1903"],
    ),
    (
        "The Elm Pier was sold in 1903, the Gazette of 4 May 1901 says. {evidence}`sold`",
        ["date-not-in-facts? the fact “sold” does not have 4 May 1901, only 1903"],
    ),
    ("As of 4 May 1901 the Elm Pier was sold in 1903. {evidence}`sold`", []),
    ("The Elm Pier opened in May 1901. {evidence}`opened`", []),
    (
        "The Elm Pier opened on 4 May 1901. {evidence}`opened`",
        ["date-not-in-facts? the fact “opened” does not have 4 May 1901, only 3 May 1901"],
    ),
    (
        "The Elm Pier opened on 3 May 1901 at noon, on 3 June 1901. {evidence}`opened`",
        [
            "number-not-in-facts: the fact “opened” does not have 12:00, and gives no number",
            "date-not-in-facts: the fact “opened” does not have 3 June 1901, only 3 May 1901",
        ],
    ),
    (
        "Two reports say that the Elm Pier is not painted. {evidence}`paint`",
        ["sources-not-independent: the cited facts rest on 1 independent source, not 2"],
    ),
    ("Two reports tell of its length. {evidence}`long` {evidence}`long2`", []),
    (
        "Three reports tell of its length. {evidence}`long` {evidence}`long2`",
        ["sources-not-independent: the cited facts rest on 2 independent sources, not 3"],
    ),
    ("Of the two articles both tell of it. {evidence}`long`", []),
    (
        "Several reports tell of its length. {evidence}`long` {evidence}`long2`",
        ["sources-not-independent? the cited facts rest on 2 independent sources, not on “Several reports”"],
    ),
    ("{figure}`sources` reports tell of its length. {evidence}`long` {evidence}`long2`", []),
    ("It lies low.", ["sentence-without-fact: this sentence cites no fact"]),
    ("It lies low. {own}`what is seen`", []),
    ("It has 9 lamps. {own}`what is seen`", ["own-with-atom? “9” needs a fact"]),
    ("It has no lamp. {own}`what is seen`", ["own-with-atom? “no” needs a fact"]),
    (
        "It lies low. {own}`what is seen` {evidence}`long`",
        [
            "own-with-atom: this sentence cites a fact and is marked as the editor's own: it cannot be both",
            "flat-disagreement? the sources disagree: “40 metres” here, “41 metres” (herald)",
        ],
    ),
    ("It has {figure}`doors` doors. {own}`what is seen`", ["figure-unknown: there is no figure “doors”"]),
    ("It has {figure}`sources` sources. {own}`what is seen`", []),
    (
        "The Elm Pier has 40 boats and 900 keepers. {evidence}`long` {evidence}`sold`",
        [
            "number-not-in-facts? the facts long, sold do not have 40, only 40 m, about 900",
            "number-not-in-facts: the facts long, sold give about 900, not 900",
            "flat-disagreement? the sources disagree: “40 metres” here, “41 metres” (herald)",
        ],
    ),
    (
        "It has 9 lamps. {evidence}`paint` {evidence}`lost`",
        [
            "number-not-in-facts? the facts paint, lost do not have 9, and give no number",
            "negation-dropped? the fact “paint” says “not”: “The Elm Pier is not painted.”",
            "speech-without-speaker? this is what Cora Holm says, and the sentence does not say so",
        ],
    ),
    (
        "It opened at noon. {evidence}`paint` {evidence}`lost`",
        [
            "number-not-in-facts: the facts paint, lost do not have 12:00, and give no number",
            "negation-dropped? the fact “paint” says “not”: “The Elm Pier is not painted.”",
            "speech-without-speaker? this is what Cora Holm says, and the sentence does not say so",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_is_told_all_that_is_wrong_with_it(
    make_book: MakeBook, sentence: str, expected: list[str]
) -> None:
    assert told(make_book, sentence) == expected
