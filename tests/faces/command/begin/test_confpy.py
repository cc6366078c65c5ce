"""One more entry in the list of extensions, in the way in which the others are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.faces.command.begin.confpy import Edit, UnsureError, difference, with_extension

CASES = [
    pytest.param(
        'extensions = ["myst_parser"]', 'extensions = ["myst_parser", "sourced.sphinx"]', id="one line"
    ),
    pytest.param(
        "extensions = ['myst_parser']", "extensions = ['myst_parser', 'sourced.sphinx']", id="quotes"
    ),
    pytest.param("extensions = []", 'extensions = ["myst_parser", "sourced.sphinx"]', id="empty"),
    pytest.param(
        'extensions = [\n    "a",\n    "myst_nb",  # notes\n]\n',
        'extensions = [\n    "a",\n    "myst_nb",  # notes\n    "sourced.sphinx",\n]\n',
        id="a line each",
    ),
    pytest.param(
        'extensions = [\n  "myst_parser"  # one, alone\n]',
        'extensions = [\n  "myst_parser",  # one, alone\n  "sourced.sphinx",\n]',
        id="without a comma",
    ),
    pytest.param(
        'extensions = ["a",\n              "myst_parser"]',
        'extensions = ["a",\n              "myst_parser", "sourced.sphinx"]',
        id="under the bracket",
    ),
    pytest.param(
        'extensions = [\r\n    "myst_parser",\r\n]\r\n',
        'extensions = [\r\n    "myst_parser",\r\n    "sourced.sphinx",\r\n]\r\n',
        id="line ends of another system",
    ),
    pytest.param(
        'author = "Zoë"; extensions: list[str] = ["myst_parser", ]  # ☃',
        'author = "Zoë"; extensions: list[str] = ["myst_parser", "sourced.sphinx", ]  # ☃',
        id="letters beyond ASCII before it",
    ),
    pytest.param(
        'extensions = ["sphinx.ext.autodoc"]',
        'extensions = ["sphinx.ext.autodoc", "myst_parser", "sourced.sphinx"]',
        id="without Markdown",
    ),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_an_entry_is_added(before: str, after: str) -> None:
    assert with_extension(before).text == after
    assert with_extension(after) == Edit(text=after, added=())


@pytest.mark.parametrize(
    "text",
    [
        'extensions = ["a"]\nextensions += ["b"]',
        'extensions = ["a", other]',
        'extensions = ("a",)',
        'extensions = other = ["a"]',
        'if True:\n    extensions = ["a"]',
        'def setup(app):\n    extensions = ["a"]',
        "extensions",
        "",
        "\0",
    ],
)
def test_what_is_not_sure_is_left_alone(text: str) -> None:
    with pytest.raises(UnsureError):
        with_extension(text)


GAPS = ["", " ", "\n    ", "\n", " # so, it is\n  ", "\n\n\t"]


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.sampled_from(["a.b", "myst_parser", "ü"]), unique=True),
    gaps=st.lists(st.sampled_from(GAPS), min_size=9, max_size=9),
    comma=st.booleans(),
)
def test_whatever_the_layout_only_the_list_changes(names: list[str], gaps: list[str], comma: bool) -> None:
    parts = [f"{gaps[n]}{name!r}{gaps[n + 3]}" for n, name in enumerate(names)]
    text = f"x = 1\nextensions = [{','.join(parts)}{',' * (comma and bool(names))}{gaps[8]}]\ny = extra = 2\n"
    edit = with_extension(text)
    told: dict[str, object] = {}
    exec(edit.text, told)
    assert told["extensions"] == [*names, *edit.added]
    assert (told["x"], told["y"]) == (1, 2)
    assert all(line in edit.text for line in text.splitlines() if line.lstrip().startswith("#"))


def test_the_change_is_shown() -> None:
    before = 'a = 1\nextensions = ["myst_parser"]\nb = 2\n'
    shown = difference(before, with_extension(before).text, "conf.py")
    assert shown == '-extensions = ["myst_parser"]\n+extensions = ["myst_parser", "sourced.sphinx"]'
