"""A blank line between two sentences ends no signature: whom a pronoun means is still whom it meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.book.signatures import Signature
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.pageunits import page_units
from sourced.page.reading import read_page

BOOK = load_book(Path(__file__).parents[1] / "books" / "tern-rock")
ONE, TWO = "Marta Vane lit the lamp.", "She kept it burning."


def digest(text: str, signed: str = "") -> str:
    """The digest of the last sentence of a page, in a book where one is signed."""
    made = Signature(unit=signed or "0" * 16, kind="sentence", text=TWO, rests=(), on="2020-01-01")
    library = Library(replace(BOOK, signatures={made.unit: made}))
    page = read_page(text, docname="a", file="docs/a.md", display=make_display(BOOK))
    *_, (last, _) = page_units(library, page)
    return last.digest


@pytest.mark.parametrize(
    ("apart", "same"),
    [
        pytest.param(f"{ONE}\n\n{TWO}", True, id="a paragraph of its own"),
        pytest.param(f"Tobias Vane slept.\n\n{TWO}", False, id="behind a paragraph on another"),
        pytest.param(f"{ONE}\n\n## Later\n\n{TWO}", False, id="behind a heading"),
        pytest.param(f"{ONE}\n\nTobias Vane slept.\n{TWO}", False, id="another who is nearer"),
        pytest.param(f"{ONE}\n\n| One |\n| --- |\n| {TWO} |", False, id="in a table"),
    ],
)
def test_a_signature_outlives_a_blank_line(apart: str, *, same: bool) -> None:
    signed = digest(f"{ONE}\n{TWO}")
    assert (digest(apart, signed) == signed) is same


def test_a_sentence_that_was_signed_alone_is_another_behind_a_name() -> None:
    signed = digest(TWO)
    assert digest(f"{ONE}\n{TWO}", signed) != signed
