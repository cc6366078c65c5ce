"""Lines of a text that are the page's own, and lines like them that are the article's."""

from __future__ import annotations

import pytest

from sourced.english.furniture import (
    BYLINE,
    CAPTION,
    CONTROLS,
    LEADS_ON,
    LIST,
    NOTICE,
    NUMBER,
    REPEATED,
    ROW,
    dateline,
    is_of_the_page,
    lines_of,
    reasons,
)

BODY = "The keeper of the light had been on the rock for nine years when the ship came in a storm at night."
LONG = "and the ship had been " * 8


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("xiv", NUMBER, id="a number of a page in letters"),
        pytest.param("mix", None, id="a word of such letters"),
        pytest.param("- 12 -", NUMBER, id="a number between dashes"),
        pytest.param("Page 3 / 9", NUMBER, id="a page of pages"),
        pytest.param("12345", None, id="a number too large for a page"),
        pytest.param("---", None, id="no number at all"),
        pytest.param("Copyright 1901 the Gazette", NOTICE, id="copyright"),
        pytest.param(f"Copyright 1901 the Gazette {LONG}", None, id="a paragraph on copyright"),
        pytest.param("Words by Ann Ames", BYLINE, id="a byline"),
        pytest.param("Words by Ann Ames, who left", None, id="a sentence on who wrote"),
        pytest.param("Photos: The Light", CAPTION, id="a caption"),
        pytest.param("Photographs of it", None, id="a line on photographs"),
        pytest.param(f"Photos: The Light {LONG}", None, id="a paragraph on photographs"),
        pytest.param("READ MORE: the ship", LEADS_ON, id="a label"),
        pytest.param("Read the other", None, id="a line that tells to read"),
        pytest.param(f"READ MORE: the ship {LONG}", None, id="a paragraph with a label"),
        pytest.param("Home · News", ROW, id="a row of links"),
        pytest.param("Home · News 24", None, id="a row of a table"),
        pytest.param("Home · News.", None, id="a row that is a sentence"),
        pytest.param("Sign in", CONTROLS, id="a button"),
        pytest.param("He would sign in.", None, id="a sentence with the words of a button"),
        pytest.param("You can sign in.", CONTROLS, id="a sentence to the reader"),
        pytest.param(f"Sign in {LONG}", None, id="a paragraph with the words of a button"),
    ],
)
def test_a_line_is_told_apart(line: str, why: str | None) -> None:
    assert reasons(lines_of(f"{BODY}\n{line}\n{BODY[:-1]}!\n")) == ({1: why} if why else {})


def test_a_short_line_that_stands_there_again_is_a_running_head() -> None:
    assert reasons(lines_of(f"The Light\n{BODY}\nThe Light\n{BODY}\n")) == {0: REPEATED, 2: REPEATED}


@pytest.mark.parametrize(("count", "why"), [(2, {}), (3, {1: LIST, 2: LIST, 3: LIST})])
def test_three_headlines_below_each_other_are_a_list(count: int, why: dict[int, str]) -> None:
    headlines = ["Ship Lost at Sea", "Mayor Opens Bridge", "Fire in the Old Mill"][:count]
    assert reasons(lines_of("\n".join([BODY, *headlines]))) == why


def test_a_headline_has_two_longer_words_with_capitals() -> None:
    headlines = ["The Old Mill of Aske", "The Old Ship of Velm", "The Old Pier by Orme"]
    assert reasons(lines_of("\n".join([BODY, *headlines]))) == {1: LIST, 2: LIST, 3: LIST}
    assert reasons(lines_of("\n".join([BODY, *(each.lower() for each in headlines)]))) == {}


def test_headlines_within_the_article_are_a_list_if_no_blank_line_parts_them() -> None:
    headlines = "Ship Lost at Sea\nMayor Opens Bridge\nFire in the Old Mill"
    assert reasons(lines_of(f"{BODY}\n{headlines}\n{BODY[:-1]}!\n")) == {1: LIST, 2: LIST, 3: LIST}


def test_a_sentence_to_the_reader_is_not_of_the_article() -> None:
    parted = "\n\n".join(["Ship Lost at Sea", "Mayor Opens Bridge", "Fire in the Old Mill"])
    closing = "You can read our letters, which we send to all who ask us for them, on each day of the week."
    assert reasons(lines_of(f"{BODY}\n\n{parted}\n\n{closing}\n")) == {1: LIST, 2: LIST, 3: LIST}


def test_blank_lines_part_headlines_before_the_end_of_the_article_and_not_behind_it() -> None:
    parted = "\n\n".join(["Ship Lost at Sea", "Mayor Opens Bridge", "Fire in the Old Mill"])
    assert reasons(lines_of(f"{BODY}\n\n{parted}\n")) == {1: LIST, 2: LIST, 3: LIST}
    assert reasons(lines_of(f"{BODY}\n\n{parted}\n\n{BODY[:-1]}!\n")) == {}


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Photo: the pier.", True),
        ("The photo: the pier.", False),
        ("© 1901 Gazette.", True),
        (f"© 1901 Gazette {LONG}.", False),
        ("By Ann Ames", True),
        ("He came by train.", False),
        ("You can log in.", True),
        ("He could log in.", False),
    ],
)
def test_a_sentence_of_the_page_is_told_apart(sentence: str, *, own: bool) -> None:
    assert is_of_the_page(sentence) is own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ASKE, Oct 17 (Northwire) - The", ("The", "Northwire", "Oct 17")),
        ("ASKE (Northwire) – The", ("The", "Northwire", "")),
        ("By Ann Ames ASKE, Oct 17, 1901 (Northwire) - The", ("The", "Northwire", "Oct 17, 1901")),
        ("Aske, Oct 17 (Northwire) - The", None),
        ("ASKE, Oct 17 - The", None),
    ],
)
def test_a_dateline_tells_agency_and_day(text: str, told: tuple[str, str, str] | None) -> None:
    found = dateline(text)
    assert (found and (text[found.end :], found.agency, found.day)) == told
