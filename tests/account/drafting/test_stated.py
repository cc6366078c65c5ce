"""What a text states of itself, and what it does not."""

from __future__ import annotations

import pytest

from sourced.account.drafting.stated import stated

BODY = "\n\nThe keeper of the light had been on the rock for nine years when the ship came in a storm.\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"The ship – at night{BODY}", {"title": "The ship – at night"}, id="title"),
        pytest.param(f"A ship at sea\n17 October 2014, 6:10am{BODY}",
                     {"title": "A ship at sea", "published": "2014-10-17"}, id="day below it"),
        pytest.param(f"{BODY}\nPublished: Oct. 17, 2014\n", {"published": "2014-10-17"}, id="at the end"),
        pytest.param(f"Updated: 19 October 2014\nPublished: 17 October 2014{BODY}",
                     {"published": "2014-10-17"}, id="two days, one that is called so"),
        pytest.param(f"{BODY}Source: The Gazette\n", {"publisher": "The Gazette"}, id="source"),
        pytest.param(f"{BODY}© 2014 The Gazette. All rights.\n", {"publisher": "The Gazette"}, id="notice"),
        pytest.param(f"{BODY}Copyright (c) The Sun 2014\n", {"publisher": "The Sun"}, id="other notice"),
        pytest.param(f"PORT ASKE, Oct 17 (Northwire) - The ship sank.{BODY}", {"publisher": "Northwire"},
                     id="dateline"),
        pytest.param(f"ASKE, Oct. 17, 2014 (The Wire) — The ship sank.{BODY}",
                     {"publisher": "The Wire", "published": "2014-10-17"}, id="dateline with a year"),
        pytest.param(f"By Ann Ames and Bob Oak\nA ship at sea{BODY}", {"title": "A ship at sea"},
                     id="byline"),
    ],
)  # fmt: skip
def test_what_is_plainly_stated_is_read(text: str, found: dict[str, str]) -> None:
    assert {each.field: each.value for each in stated(text)} == found
    lines = text.split("\n")
    for each in stated(text):
        assert lines[int(each.where.removeprefix("line ")) - 1] == each.line


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BODY, id="nothing"),
        pytest.param(f"{BODY}\nOn 3 May 1901 the lamp was lit again, as he wrote.\n", id="a day told"),
        pytest.param(f"3 May 1901\n5 May 1901{BODY}", id="two days"),
        pytest.param(f"Updated: 17 October 2014{BODY}", id="a day of change"),
        pytest.param(f"May 1901{BODY}", id="a month"),
        pytest.param(f"{BODY}The Copyright Act was passed. Source: nobody knows it.\n", id="a law"),
        pytest.param(f"Dear Sir or Madam,{BODY}", id="a letter"),
        pytest.param(f"{BODY}The ASKE Club (Northern Branch) met on Oct 17.\n", id="brackets in a sentence"),
        pytest.param(f"Home | News | Sport{BODY}", id="a row of links"),
    ],
)  # fmt: skip
def test_what_is_not_plainly_stated_is_left_open(text: str) -> None:
    assert stated(text) == []
