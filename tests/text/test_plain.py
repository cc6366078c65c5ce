"""A text as it is typed, and the way back to the text as it stands."""

from __future__ import annotations

import random
import unicodedata

import pytest

from sourced.text.plain import made_plain, plain

ODD = (
    "ab .\n\xe9\u00ad\u200b\ufb01\ufb03\u0301\u0323\u1100\u1161\u11a8"
    "\u09c7\u09be\u200c\u0645\u06cc\u212b\ufeff"
)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Vel\u00admora", "Velmora"),
        ("\ufeffThe", "The"),
        ("a\u200b b", "a b"),
        ("\u202bred\u202c", "red"),
        ("\ufb01ne o\ufb03ce", "fine office"),
        ("cafe\u0301", "caf\xe9"),
        ("e\u00ad\u0301", "\xe9"),
        ("A\u030a\u0301", "\u01fa"),
        ("non\u200cjoiner", "nonjoiner"),
        # what stays: a joiner that does its work, an accent that is composed, a plain text
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("caf\xe9", "caf\xe9"),
        ("plain", "plain"),
        ("x\xb2", "x\xb2"),
    ],
)
def test_a_text_is_made_plain(text: str, typed: str) -> None:
    assert plain(text) == typed
    altered = made_plain(text)
    assert (altered is None) == (text == typed)


def test_every_place_leads_back() -> None:
    text = "\ufeffThe o\ufb03ce of Vel\u00admora, cafe\u0301\u200b."
    altered = made_plain(text)
    assert altered is not None
    for words, was in {
        "The": "The",
        "office": "o\ufb03ce",
        "ce of": "ce of",
        "Velmora": "Vel\u00admora",
        "caf\xe9": "cafe\u0301",
        ".": ".",
    }.items():
        start = altered.text.index(words)
        low, high = altered.span(start, start + len(words))
        assert text[low:high] == was
    assert text[slice(*altered.span(0, len(altered.text)))] == text[1:]


@pytest.mark.parametrize("seed", range(200))
def test_what_is_plain_stays_and_each_character_has_its_place(seed: int) -> None:
    text = "".join(random.Random(seed).choices(ODD, k=14))
    typed = plain(text)
    assert plain(typed) == typed
    assert unicodedata.is_normalized("NFC", typed)
    altered = made_plain(text)
    if altered is None:
        assert typed == text
        return
    assert altered.text == typed
    for at, char in enumerate(typed):
        low, high = altered.span(at, at + 1)
        assert char in plain(text[low:high]) or unicodedata.normalize("NFC", text[low:high])
