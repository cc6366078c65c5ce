"""Words that limit: found in a text, alike, and excluding each other."""

from __future__ import annotations

import pytest

from sourced.english.limits import equivalent, exclusive, is_empty, is_limiting, limiting_words, limits

LIMITING = """
    before after until since around about nearly almost only most mostly mainly all every some few many
    several first last early late former then still yet already again once may might could would should
    must will allegedly reportedly apparently if unless because despite against without except half
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(each.words, each.limits[0].meaning) for each in limiting_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nearly 40 fighters", [("nearly", "almost")]),
        ("no more than 40 fighters", [("no more than", "at most")]),
        ("more than 40 fighters", [("more than", "more than")]),
        ("some 40 fighters", [("some", "about")]),
        ("some fighters", [("some", "some")]),
        ("over a hundred", [("over", "more than")]),
        ("over the mountains", [("over", "above")]),
        ("the ex-minister", [("ex-", "former")]),
        ("an exminister", []),
        ("a tenfold rise", []),
        ("a 10-fold rise", [("-fold", "fold")]),
        ("they couldn’t leave", [("could", "may"), ("not", "not")]),
        ("he may leave", [("may", "may")]),
        ("he left in May", []),
        ("May he leave?", [("May", "may")]),
        ("Will Smith", [("Will", "will")]),
        ("told Will Smith", []),
        ("forty fighters", []),
        ("an almostness", []),
    ],
)
def test_limiting_words(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


def test_a_limiting_word_has_its_place() -> None:
    text = "It took at   least nine days."
    (found,) = limiting_words(text)
    assert text[found.start : found.end] == found.words == "at   least"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("around", "about"),
        ("about", "approximately"),
        ("nearly", "almost"),
        ("mainly", "largely"),
        ("ex-", "former"),
        ("at least", "no fewer than"),
        ("allegedly", "reportedly"),
    ],
)
def test_equivalent(first: str, second: str) -> None:
    assert equivalent(first, second)
    assert not exclusive(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("before", "after"),
        ("all", "some"),
        ("early", "late"),
        ("most", "few"),
        ("at least", "at most"),
        ("always", "never"),
        ("former", "current"),
        ("wholly", "partly"),
    ],
)
def test_exclusive(first: str, second: str) -> None:
    assert exclusive(first, second)
    assert exclusive(second, first)
    assert not equivalent(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("before", "early"),
        ("some", "several"),
        ("may", "might"),
        ("nearly", "before"),
        ("any", "no"),
        ("if", "tree"),
    ],
)
def test_not_exclusive(first: str, second: str) -> None:
    assert not exclusive(first, second)


@pytest.mark.parametrize("word", LIMITING.split())
def test_what_limits_is_never_empty(word: str) -> None:
    assert is_limiting(word)
    assert not is_empty(word)


@pytest.mark.parametrize("word", ["the", "The", "of", "and", "he", "was"])
def test_empty_words(word: str) -> None:
    assert is_empty(word)
    assert limits(word) == ()


@pytest.mark.parametrize("word", ["valley", "captured", "nine"])
def test_a_word_of_meaning_is_neither(word: str) -> None:
    assert not is_empty(word)
    assert not is_limiting(word)
