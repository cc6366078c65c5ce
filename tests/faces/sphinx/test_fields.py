"""The fields of the data file on a page, made from the model."""

from __future__ import annotations

import re

import pytest

from sourced.book.fields import fields

from .conftest import TinyBook

FRONT = "---\nsourced: {narrative: false, why: It describes a file format.}\n---\n\n"


def test_fields_are_listed_with_examples_of_the_book_itself(tiny_book: TinyBook) -> None:
    listed = "```{fields} evidence\n:example: ../data/facts.yaml\n```\n"
    tiny_book.write("docs/plain.md", f"{FRONT}# Quotations\n\n{listed}")
    html = tiny_book.build().text("plain.html")
    terms = re.findall(r'<dt id="field-evidence-\w+"><code.*?>([\w-]+)</span></code>(, needed)?</dt>', html)
    assert terms == [(each.name, ", needed" * each.is_needed) for each in fields("evidence")] != []
    assert "a name’s ID, or a date in EDTF. It takes a mapping; each is text." in html.replace("'", "’")
    assert '<span class="pre">facts:</span> <span class="pre">bridge-length</span>' in html
    tiny_book.edit(
        "data/facts.yaml", "exact: The Elm Bridge is 40 metres long", "exact: Elm Bridge is 40 metres long"
    )
    assert "Elm Bridge is 40 metres long" in tiny_book.build().text("plain.html")


@pytest.mark.parametrize(
    ("block", "warning"),
    [
        pytest.param("```{fields} chapter\n```\n", "there are file, source", id="no such kind"),
        pytest.param("```{fields} fact\n:example: none.yaml\n```\n", "there is no file", id="no such file"),
    ],
)
def test_what_cannot_be_listed_is_told(tiny_book: TinyBook, block: str, warning: str) -> None:
    tiny_book.write("docs/plain.md", f"{FRONT}# Quotations\n\n{block}")
    tiny_book.build(warnings=[warning])
