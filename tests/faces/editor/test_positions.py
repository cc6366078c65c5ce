"""Places by the protocol, in each of its code units, as offsets, and the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range
from lsprotocol.types import TextDocumentContentChangePartial as Partial
from lsprotocol.types import TextDocumentContentChangeWholeDocument as Whole
from pygls.workspace import PositionCodec

from sourced.faces.editor.reading.positions import Positions, changed

TEXT = "A “bridge” 🌉 é.\r\nIt\u2028stands\x0b\x85.\rHere\n"
ENCODINGS = [PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32]
CODECS = [pytest.param(PositionCodec(each), id=each.value) for each in ENCODINGS]


@pytest.mark.parametrize(
    ("encoding", "place"),
    [("utf-8", (0, 19)), ("utf-16", (0, 13)), ("utf-32", (0, 12))],
)
def test_what_stands_behind_a_bridge_and_curly_marks(encoding: str, place: tuple[int, int]) -> None:
    positions = Positions(TEXT, PositionCodec(encoding))
    offset = TEXT.index("🌉") + 1
    assert positions.position(offset) == Position(*place)
    assert positions.offset(Position(*place)) == offset


def test_only_the_line_ends_of_the_protocol_end_a_line() -> None:
    positions = Positions(TEXT, PositionCodec())
    assert [positions.position(TEXT.index(word)).line for word in ("It", "stands", "\x85", "Here")] == [
        1, 1, 1, 2,
    ]  # fmt: skip
    assert positions.position(len(TEXT)) == Position(3, 0)


@pytest.mark.parametrize("codec", CODECS)
def test_there_and_back(codec: PositionCodec) -> None:
    positions = Positions(TEXT, codec)
    for offset in range(len(TEXT) + 1):
        if TEXT[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(positions.position(offset)) == offset


@pytest.mark.parametrize("codec", CODECS)
def test_a_place_outside_the_text_is_at_its_nearest_end(codec: PositionCodec) -> None:
    positions = Positions(TEXT, codec)
    assert positions.offset(Position(99, 0)) == len(TEXT)
    assert positions.offset(Position(0, 99)) == TEXT.index("\r")
    assert positions.position(999) == Position(3, 0)


def test_a_finding_counts_characters() -> None:
    assert Positions(TEXT, PositionCodec()).at(1, TEXT.index("é") + 1) == TEXT.index("é")


@settings(max_examples=50, deadline=None)
@given(
    st.text("a🌉“\r\n\u2028", max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
    st.text("x🌉\n", max_size=3),
)
def test_a_change_is_made_where_it_was_typed(text: str, one: int, other: int, new: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return
    codec = PositionCodec()
    positions = Positions(text, codec)
    where = Range(positions.position(start), positions.position(end))
    assert changed(text, Partial(where, new), codec) == text[:start] + new + text[end:]


def test_a_whole_text_replaces_all() -> None:
    assert changed(TEXT, Whole("new"), PositionCodec()) == "new"
