"""What changed, told in words and in Markdown."""

from __future__ import annotations

from sourced.account.changes.compare import Changes
from sourced.faces.command.knowing.diffmarkdown import render_markdown
from sourced.faces.command.knowing.difftext import render_text
from sourced.faces.command.knowing.outline import summary

from .conftest import DATA, PAGE, Diff


def test_old_stands_beside_new_in_words(diff: Diff) -> None:
    found = diff(
        (PAGE, "It spans a river", "It spans the *river*"), (DATA, "value: 40 metres", "value: 41 metres")
    )
    text = render_text(found, "one", "two", ["x.py"])
    assert f"{PAGE}:8: sentence changed\n    was: It spans a river.\n    now: It spans the river.\n" in text
    assert "    value: 40 metres → 41 metres\n" in text
    assert "nothing is told here: x.py\n" in text
    markdown = render_markdown(found, "one", "two", [])
    assert f"- sentence **changed** ({PAGE}:8): It spans ~~a~~ **the** river." in markdown
    assert "  - value: ~~40~~ **41** metres" in markdown
    assert summary(found).startswith("2 sentences changed, 1 fact changed")
    assert summary(Changes()) == "Nothing changed for a reader."


def test_what_a_page_says_makes_no_markup(diff: Diff) -> None:
    markdown = render_markdown(
        diff((PAGE, "It spans a river", "It spans \\<b> \\*rivers\\* @all")), "a", "b", []
    )
    assert "&lt;b\\> \\*rivers\\* \\@all" in markdown
