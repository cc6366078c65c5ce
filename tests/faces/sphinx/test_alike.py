"""What a page consists of and what is made from data is shown as it was read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ...bridge import sign_all
from .conftest import CONF, TinyBook
from .test_shown import TOP, conf

TERN_ROCK = Path(__file__).parents[2] / "books" / "tern-rock"


COMPONENTS = Path(__file__).with_name("components.md").read_text(encoding="utf-8")
"""A page of all that a page may consist of."""

SETTINGS = """
copyright = "nobody"
numfig = True
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
"""


def differences(book: TinyBook, builder: str) -> list[str]:
    """What of the warnings of a build is a difference; a page of everything may be wrong in other ways."""
    try:
        warnings = book.build(builder).warnings
    except AssertionError as error:  # which lists them
        warnings = str(error).split("\nassert")[0].splitlines()
    return [each for each in warnings if each.strip().startswith("/") and "shown-not-read" in each]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub", "text", "latex", "gettext"])
def test_nothing_that_a_page_consists_of_is_a_difference(tiny_book: TinyBook, builder: str) -> None:
    conf(tiny_book, SETTINGS)
    tiny_book.write("docs/all.md", COMPONENTS)
    tiny_book.write("docs/conf.txt", "")
    tiny_book.write("docs/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    tiny_book.write("docs/more.md", "# More\n\n{own}`nothing`\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nall\n")
    if builder == "latex":  # has no page of the index to be called by its title
        tiny_book.edit("docs/all.md", "{ref}`genindex`,", "")
    assert differences(tiny_book, builder) == []
    tiny_book.edit("docs/all.md", "So much.", "So {kbd}`much`.")
    changed = "def role(*given):\n    return [nodes.inline('', 'little')], []\n"
    conf_ = f"{changed}def setup(app):\n    app.add_role('kbd', role, override=True)"
    tiny_book.edit("conf.py", TOP, f"from docutils import nodes\n{TOP}\n{conf_}")
    assert len(differences(tiny_book, builder)) == 2


@pytest.mark.parametrize("builder", ["html", "epub", "text"])
def test_nothing_that_is_made_from_data_is_a_difference(tiny_book: TinyBook, builder: str) -> None:
    """Marks and their notes, quotations, generated parts and pictures."""
    tiny_book.edit(
        "docs/opening.md", "The Elm", "```{quote} bridge-opened\n```\n\nIt is. {evidence}`x`\n\nThe Elm"
    )
    parts = "facts-table timeline names-table sources-table disagreements people sourcing figures"
    asked = [f"{{{name}}}" for name in parts.split()] + ["{source} gazette", "{codes} prose"]
    text = "".join(f"```{each}\n```\n\n" for each in asked)
    tiny_book.edit("docs/plain.md", "This book", f"{text}This book")
    assert differences(tiny_book, builder) == []


@pytest.mark.parametrize("builder", ["html", "singlehtml", "epub", "text", "latex"])
def test_the_test_book_shows_what_was_read(tmp_path: Path, builder: str) -> None:
    shutil.copytree(TERN_ROCK, tmp_path, dirs_exist_ok=True)
    book = TinyBook(tmp_path)
    book.write("docs/rock.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert "myst_parser" in CONF
    book.edit("conf.py", TOP, f'{TOP}\ncopyright = "nobody"')  # an e-book asks for it
    book.build(builder)


def test_badges_and_icons_of_sphinx_design_are_what_was_read(tiny_book: TinyBook) -> None:
    """They print their words, or nothing; a word that goes beyond the evidence is found in them as well."""
    tiny_book.edit("conf.py", '"sourced.sphinx"', '"sourced.sphinx", "sphinx_design"')
    length = "The Elm Bridge is {fact}`bridge-length` long."
    badges = "{bdg-info}`The Elm Bridge` {octicon}`star;1em` is {fact}`bridge-length` {fas}`ruler` long."
    leading = "See {bdg-ref-dark}`that <the-end>`. {own}`leads on`"
    tiny_book.edit("docs/index.md", length, f"{badges}\n{leading}")
    tiny_book.edit("docs/plain.md", "This book is short.", "(the-end)=\n\nThis book is short.")
    sign_all(tiny_book.root)
    tiny_book.build()
    tiny_book.edit("docs/index.md", "{bdg-info}`The Elm Bridge`", "{bdg-info}`The Elm Bridge of 1899`")
    tiny_book.build(warnings=["1899"])
