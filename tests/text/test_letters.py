"""Letters that only look like the ones that are meant."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from sourced.text.letters import look_alikes

DECEPTIVE = [
    pytest.param("The l\u0430mp", 5, "look-alike of a Latin letter", id="a Cyrillic letter in a Latin word"),
    pytest.param("The \u03bfil", 4, "look-alike of a Latin letter", id="a Greek one"),
    pytest.param("\u0421\u043e\u0430\u0445", 0, "letters that only look Latin", id="a word of nothing else"),
    pytest.param("4\uff11 m", 1, "not the plain character", id="a full-width digit"),
    pytest.param("4\u0661 m", 1, "not the plain character", id="an Arabic digit"),
    pytest.param("\U0001d413ower", 0, "not the plain character", id="a mathematical letter"),
    pytest.param("lamp\u200bs", 4, "invisible", id="a zero-width space"),
    pytest.param("lamp\u00ad", 4, "invisible", id="a soft hyphen"),
    pytest.param("\ufefflamp", 0, "invisible", id="a byte order mark"),
    pytest.param("\u202elamp", 0, "invisible", id="a reversal"),
    pytest.param("la\x07mp", 2, "invisible", id="a control character"),
    pytest.param("la\u200cmp", 2, "invisible", id="a joiner between Latin letters"),
]


@pytest.mark.parametrize(("text", "at", "what"), DECEPTIVE)
def test_what_deceives_is_found(text: str, at: int, what: str) -> None:
    ((found, message),) = look_alikes(text)
    assert found == at
    assert what in message


HONEST = [
    pytest.param("The lamp of 1911\n\tburned.\r\n", id="plain"),
    pytest.param("Café, naïve, Œuvre, Łódź", id="accents"),
    pytest.param("“Yes” – ‘no’ … 5 m² at 3°", id="typographic marks"),
    pytest.param("10\u00a0000\u202fkm", id="no-break spaces"),
    pytest.param("щит", id="a Russian word"),
    pytest.param("می\u200cرود", id="a joiner between Persian letters"),
    pytest.param("灯台", id="Japanese"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("text", HONEST)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert look_alikes(text) == []


def test_every_invisible_character_is_found() -> None:
    invisible = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char) in ("Cf", "Cc") and char not in "\n\r\t"
    ]
    assert invisible
    assert [char for char in invisible if not look_alikes(f"a {char} b")] == []
