"""A book whose parts are not in their usual places, in the editor."""

from __future__ import annotations

from pathlib import Path

from sourced.faces.editor.files import stamps
from sourced.faces.editor.workshop import Workshop


def test_the_editor_knows_where_everything_is(small_book: Path) -> None:
    (small_book / "docs").rename(small_book / "source")
    (small_book / "seeds").rename(small_book / "texts")
    (small_book / "data").rename(small_book / "kept")
    settings = 'docs = "source"\nseeds = "texts"\ndata = "kept"\n'
    (small_book / "sourced.toml").write_text(settings, encoding="utf-8")
    workshop = Workshop(small_book)
    assert workshop.is_page("source/new.md")
    assert not workshop.is_page("docs/new.md")
    assert not workshop.is_page("source/_drafts/new.md")
    for file in (
        "kept/facts.yaml",
        "kept/reviewed.jsonl",
        "texts/gazette.txt",
        "sourced.toml",
        "source/conf.py",
    ):
        assert workshop.is_of_the_book(file), file
    assert not workshop.is_of_the_book("data/facts.yaml")
    assert {"kept/facts.yaml", "texts/gazette.txt", "source/index.md", "sourced.toml"} <= stamps(
        small_book, workshop.settings
    ).keys()
