"""What is shown is what was read: each way by which a build shows something else, and what is none."""

from __future__ import annotations

import pytest

from .conftest import TinyBook

TOP = 'version = "1"'
PLACE = r"/docs/opening\.md:3: WARNING: column "


def conf(book: TinyBook, lines: str) -> None:
    """Add lines to the configuration."""
    book.edit("conf.py", TOP, f"{TOP}\n{lines}")


def hook(book: TinyBook, body: str, event: str) -> None:
    """Let a hook change the second page."""
    conf(
        book,
        "from docutils import nodes\n"
        "def change(app, *given):\n"
        f"{body}\n"
        f"def setup(app):\n    app.connect('{event}', change)",
    )


CHANGED = "    source = given[1]\n    source[0] = source[0].replace({!r}, {!r})"
TEXTS = (
    "    for text in list(given[0].findall(nodes.Text)):\n"
    "        if 'opened on' in text:\n"
    "            text.parent.replace(text, nodes.Text(text.replace({!r}, {!r})))"
)

HOOKS = [
    pytest.param("The Elm Bridge", "The old Elm Bridge", "“old” is shown here", 9, id="a word more"),
    pytest.param("Elm Bridge was", "Elm was", "“Bridge” was read here, and is not", 9, id="a word less"),
    pytest.param(
        "was opened", "was closed", "“closed” is shown where “opened” was read", 20, id="another word"
    ),
    pytest.param("Elm Bridge", "Bridge Elm", "“Bridge” is shown here", 5, id="another order"),
    pytest.param("opened on ", "opened on -", "“-3 May 1901”|“-3”", 30, id="a sign"),
    pytest.param("The Elm", "It is false. The Elm", "“It is false” is shown here", 1, id="a sentence more"),
]


@pytest.mark.parametrize(("old", "new", "message", "column"), HOOKS)
def test_a_hook_that_changes_the_text(
    tiny_book: TinyBook, old: str, new: str, message: str, column: int
) -> None:
    tiny_book.edit(
        "docs/opening.md",
        "was opened on {fact}`bridge-opened`",
        "was opened on 3 May 1901{evidence}`bridge-opened`",
    )
    tiny_book.write("docs/index.md", "# A book\n\n```{toctree}\nopening\nplain\n```\n")
    tiny_book.edit("data/facts.yaml", "    property: length\n", "    property: length\n    unused: a case\n")
    hook(tiny_book, CHANGED.format(old, new), "source-read")
    tiny_book.build(warnings=[rf"{PLACE}\d+: ({message}).*\[sourced\.shown-not-read\]"])


@pytest.mark.parametrize("event", ["doctree-read", "doctree-resolved"])
def test_a_hook_that_changes_the_tree(tiny_book: TinyBook, event: str) -> None:
    hook(tiny_book, TEXTS.format("opened", "closed"), event)
    tiny_book.build(warnings=[rf"{PLACE}20: “closed” is shown where “opened” was read.*shown-not-read"])


def test_a_hook_that_changes_only_typography(tiny_book: TinyBook) -> None:
    hook(tiny_book, TEXTS.format(" opened ", "\N{NO-BREAK SPACE}opened\N{THIN SPACE}"), "doctree-resolved")
    tiny_book.build()


def test_a_hook_that_says_again_what_stands_elsewhere(tiny_book: TinyBook) -> None:
    """What is true in its place may be false in another."""
    more = "section += nodes.paragraph('', 'The Elm')"
    again = f"    for section in given[0].findall(nodes.section):\n        {more}"
    hook(tiny_book, again, "doctree-resolved")
    warnings = tiny_book.build(warnings=["shown-not-read"] * 3).warnings
    assert all("“The Elm” is shown here, and was not read" in each for each in warnings)


def test_a_message_catalogue(tiny_book: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx.locale.translators", {})  # Sphinx keeps them from one build to the next
    conf(tiny_book, "locale_dirs = ['../locale']")
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "This book is short. {own}`about the book`"\n'
        'msgstr "This book is false. {own}`about the book`"\n\n'
        'msgid "The opening"\nmsgstr "The fall"\n'
    )
    tiny_book.write("locale/en/LC_MESSAGES/plain.po", catalogue)
    tiny_book.write("locale/en/LC_MESSAGES/opening.po", catalogue)
    tiny_book.build(
        warnings=[
            r"docs/opening\.md:1: .*column 7: “fall” is shown where “opening” was read.*shown-not-read",
            r"docs/plain\.md:3: WARNING: column 14: “false” is shown where “short” was read.*shown-not-read",
        ]
    )


ROLE = "from docutils import nodes\ndef role(name, raw, text, *rest, **more):\n    return [{}], []\n"
EXTENSIONS = [
    pytest.param(
        ROLE.format("nodes.inline('', 'in 1950')")
        + "def setup(app):\n    app.add_role('kbd', role, override=True)",
        "{kbd}`in 1901`",
        ["“1950” is shown where “1901” was read"],
        id="a role that prints something else",
    ),
    pytest.param(
        ROLE.format("nodes.inline('', text)")
        + "def setup(app):\n    app.add_role('kbd', role, override=True)",
        "{kbd}`in 1901`",
        [],
        id="a role that prints what it says",
    ),
    pytest.param(
        ROLE.format("nodes.raw('', '<b title=\"so\">in 1950</b>', format='html')")
        + "def setup(app):\n    app.add_role('kbd', role, override=True)",
        "{kbd}`in 1901`",
        ["“so” is shown here"],
        id="a role that prints HTML",
    ),
    pytest.param(
        "myst_enable_extensions = ['substitution']\nmyst_substitutions = {'when': 'in 1950'}",
        "{{ when }}",
        ["content-unchecked", "“in 1950” is shown here"],
        id="a substitution",
    ),
]


@pytest.mark.parametrize(("lines", "text", "expected"), EXTENSIONS)
def test_what_extensions_print(tiny_book: TinyBook, lines: str, text: str, expected: list[str]) -> None:
    conf(tiny_book, lines)
    tiny_book.edit("docs/plain.md", "This book is short.", f"This book is short {text} and so on.")
    tiny_book.edit("docs/plain.md", "# About", "---\nsourced: {narrative: false}\n---\n\n# About")
    tiny_book.build(warnings=expected)


@pytest.mark.filterwarnings(
    "ignore:'sphinx.environment.BuildEnvironment.app'"
)  # MyST-Parser still asks for it
def test_an_included_file(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/other.inc", "One is.\n\nThe bridge fell.\n")
    tiny_book.edit("docs/plain.md", "This book", "```{include} other.inc\n```\n\nThis book")
    tiny_book.build(
        warnings=[
            "content-unchecked",
            r"docs/other\.inc:1: .*“One is” is shown here.*shown-not-read",
            r"docs/other\.inc:3: .*“The bridge fell” is shown here.*shown-not-read",
        ]
    )


def test_every_build_says_so_until_it_is_mended(tiny_book: TinyBook) -> None:
    hook(tiny_book, TEXTS.format("opened", "closed"), "doctree-resolved")
    first = tiny_book.build(warnings=["shown-not-read"])
    again = tiny_book.build(warnings=["shown-not-read"])
    assert again.read == ["opening"], "a page of which something is told is never up to date"
    assert again.warnings == first.warnings
    assert tiny_book.build("text", warnings=["shown-not-read"]).read == []
    tiny_book.edit("docs/opening.md", "was opened", "was at last opened")
    tiny_book.build(warnings=["shown-not-read"], jobs=2)
    tiny_book.edit("conf.py", "'doctree-resolved'", "'doctree-read'")
    tiny_book.edit("docs/opening.md", "was at last opened", "was  at last opened")
    tiny_book.build(warnings=["shown-not-read"])
    tiny_book.edit("docs/opening.md", "was  at last opened on", "opening was")
    tiny_book.build()
    assert tiny_book.build().read == []
