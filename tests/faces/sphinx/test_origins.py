"""Where a source is from, on the pages of a built book."""

from __future__ import annotations

from hashlib import sha256

from sourced.book.book import DATA_FILE

from ...bridge import sign_all
from .conftest import TinyBook

ORIGIN = """\
    address: https://gazette.example/bridge
    retrieved: 2021-09-03
    archive: https://archive.example/bridge
    original: {file: gazette.pdf, sha256: %s}
    first-page: 7
"""
PAGE = "---\nsourced: {narrative: false}\n---\n\n# Gazette\n\n```{source} gazette\n```\n"


def test_a_reader_sees_where_a_source_is_from(tiny_book: TinyBook) -> None:
    seed = tiny_book.root / "seeds/gazette.txt"
    old = sha256(seed.read_bytes()).hexdigest()
    seed.write_bytes(seed.read_bytes() + b"\f")
    (tiny_book.root / "seeds/gazette.pdf").write_bytes(b"%PDF")
    tiny_book.edit(DATA_FILE, old, sha256(seed.read_bytes()).hexdigest())
    origin = ORIGIN % sha256(b"%PDF").hexdigest()
    tiny_book.edit(DATA_FILE, "    title: A bridge\n", f"{origin}    title: A bridge\n")
    tiny_book.write("docs/gazette.md", PAGE)
    index = tiny_book.root / "docs/index.md"
    tiny_book.write("docs/index.md", index.read_text().replace("plain\n```", "plain\ngazette\n```"))
    sign_all(tiny_book.root)
    out = tiny_book.build().out
    source = (out / "gazette.html").read_text(encoding="utf-8")
    for words in (
        'href="https://gazette.example/bridge"',
        'href="https://archive.example/bridge"',
        "seeds/gazette.pdf",
        sha256(b"%PDF").hexdigest()[:12],
        "3 September 2021",
    ):
        assert words in source
    note = (out / "opening.html").read_text(encoding="utf-8")
    assert "p.\N{NO-BREAK SPACE}7" in note
    assert "gazette.example, read 3 September 2021" in note
    assert ">archived copy</a>" in note


def test_a_page_that_cites_what_becomes_a_draft_is_told(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", "  bridge-dated:\n")
    tiny_book.build(warnings=["no page cites", "there is no fact “bridge-opened”"])
    tiny_book.edit(DATA_FILE, "  bridge-dated:\n", "  bridge-opened:\n    draft: true\n")
    tiny_book.build(warnings=["the fact “bridge-opened” is a draft"])
