"""Who is introduced on a page, where, and how each writer prints it."""

from __future__ import annotations

import re

import pytest

from sourced.book.book import DATA_FILE
from sourced.rules.verdict.judging import Outcome

from .conftest import Build, TinyBook

PEOPLE = """\
names:
  ada-elm: {kind: person, name: Ada Elm, also: [Ada Elme], about: the mayor}
  council: {kind: group, name: Council, about: those who paid}
"""
TABLE = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n# Names\n\n```{names-table}\n```\n"
PAGE = """\
# The opening

Ada Elm of the Council asked the Gazette. {own}`x`

## The works

**Ada Elm** and the Council came, and Ada Elm spoke. {own}`x`
“Ada Elm”, they said, is [Ada Elm](plain.md), or `Ada Elm`. {own}`x`

## How Ada Elm saw it

Ada Elm went, and the Gazette with her. {own}`x`
"""
LINK = re.compile(r'<a class="sourced-name" href="([^"]*)"([^>]*)>([^<]*)</a>')


@pytest.fixture
def people(tiny_book: TinyBook) -> TinyBook:
    """The tiny book, with people in it, and a table of names."""
    tiny_book.edit(DATA_FILE, "names:\n", PEOPLE)
    tiny_book.write("docs/plain.md", TABLE)
    tiny_book.write("docs/opening.md", PAGE)
    return tiny_book


def build(book: TinyBook, builder: str = "html", out: str = "build", warnings: tuple[str, ...] = ()) -> Build:
    """The book, built; what is wrong with it as prose does not matter here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.judge_page", lambda *_: Outcome())
        patch.setattr("sourced.faces.sphinx.checking.check_whole", lambda *_: [])
        return book.build(builder, out=out, warnings=warnings)


def introduced(book: TinyBook) -> list[tuple[str, str]]:
    """The words that are links on the page, each with where it leads."""
    return [(words, address) for address, _, words in LINK.findall(build(book).text("opening.html"))]


def test_a_person_is_introduced_in_each_section_and_others_once(people: TinyBook) -> None:
    assert introduced(people) == [
        ("Ada Elm", "plain.html#name-ada-elm"),
        ("Council", "plain.html#name-council"),
        ("Ada Elm", "plain.html#name-ada-elm"),
    ]


def test_a_source_leads_to_its_page(people: TinyBook) -> None:
    people.write("docs/gazette.md", TABLE.replace("{names-table}", "{source} gazette"))
    people.edit("docs/index.md", "plain\n", "plain\ngazette\n")
    assert introduced(people).count(("Gazette", "gazette.html")) == 1


def test_a_source_without_a_page_or_a_name_is_no_link(people: TinyBook) -> None:
    assert "Gazette" in build(people).text("opening.html")
    assert "Gazette" not in dict(introduced(people))


def test_a_card_says_what_the_data_say(people: TinyBook) -> None:
    people.edit(DATA_FILE, "publisher: Gazette\n", "publisher: Gazette\n    dated-by: It says so.\n")
    people.edit(
        "docs/opening.md", "{own}`x`\n\n## The works", "{name}`Ada <ada-elm>` {own}`x`\n\n## The works"
    )
    tells = {words: attributes for _, attributes, words in LINK.findall(build(people).text("opening.html"))}
    assert tells["Ada"] == tells["Ada Elm"]
    assert (
        tells["Ada"] == ' data-name="Ada Elm" data-kind="person" data-about="the mayor" data-also="Ada Elme"'
    )


def test_what_the_page_asks_for_counts_as_told(people: TinyBook) -> None:
    people.edit("docs/opening.md", "Ada Elm of the Council", "{name}`ada-elm` of the Council")
    assert [words for words, _ in introduced(people)] == ["Ada Elm", "Council", "Ada Elm"]


def test_words_stay_as_they_are(people: TinyBook) -> None:
    html = build(people).text("opening.html")
    plain = re.sub(r"<[^>]+>", "", html[html.index("<h1>") :])
    assert "Ada Elm of the Council asked the Gazette." in plain
    assert "“Ada Elm”, they said, is Ada Elm, or Ada Elm." in plain


@pytest.mark.parametrize(
    ("builder", "file", "link"),
    [
        pytest.param(
            "epub",
            "opening.xhtml",
            '<a class="reference internal" href="plain.xhtml#name-ada-elm">',
            id="epub",
        ),
        pytest.param("latex", "thebridge.tex", r"{plain:name-ada-elm}", id="latex"),
        pytest.param("text", "opening.txt", "", id="text"),
    ],
)
def test_elsewhere_only_what_the_page_asks_for_is_a_link(
    people: TinyBook, builder: str, file: str, link: str
) -> None:
    people.edit("docs/opening.md", "Ada Elm of the Council", "{name}`ada-elm` of the Council")
    text = build(people, builder, warnings=("epub_copyright",) if builder == "epub" else ()).text(file)
    assert "sourced-name" not in text
    assert link in text
    assert "Ada Elm" in text


def test_a_page_that_is_not_narrative_introduces_nobody(people: TinyBook) -> None:
    front = "---\nsourced: {narrative: false, why: a list}\n---\n\n"
    people.write("docs/opening.md", front + PAGE)
    assert introduced(people) == []


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        pytest.param("about: the mayor", "about: once the mayor", ["opening"], id="what is told"),
        pytest.param("also: [Ada Elme]", "also: [Ada Elme, Ida]", ["opening"], id="another spelling"),
        pytest.param("names:\n", "names:\n  bo: {kind: person, name: Bo, about: x}\n", [], id="someone else"),
        pytest.param(
            "names:\n", "names:\n  page: {kind: group, name: Page, about: x}\n", ["index"], id="someone new"
        ),
        pytest.param(
            "names:\n",
            "names:\n  eve: {kind: person, name: Eve, also: [Ada Elm]}\n",
            ["opening"],
            id="no longer plain",
        ),
        pytest.param("published: 1901-05-04", "published: 1901-05-05", ["index", "opening"], id="source"),
        pytest.param("title: A bridge", "title: The bridge", ["index", "opening"], id="headline"),
        pytest.param("title: Opened", "title: Opening", [], id="property that the page has not"),
    ],
)
def test_a_change_rereads_the_pages_that_it_concerns(
    people: TinyBook, old: str, new: str, read: list[str]
) -> None:
    people.edit("docs/index.md", "long.", "long. Page after Page. {own}`x`")
    build(people)
    people.edit(DATA_FILE, old, new)
    again = build(people)
    assert again.read == read
    assert build(people).read == []
    whole = build(people, out="other")
    assert again.text("opening.html") == whole.text("opening.html")
    assert again.text("index.html") == whole.text("index.html")


def test_a_page_is_written_again_when_a_name_gets_its_table(people: TinyBook) -> None:
    people.write("docs/plain.md", "# Plain\n\nThis book is short. {own}`x`\n")
    assert introduced(people) == []
    people.write("docs/plain.md", TABLE)
    assert ("Council", "plain.html#name-council") in introduced(people)


@pytest.mark.parametrize("builder", ["html", "text"])
def test_a_name_asked_for_in_a_heading_is_plain_wherever_the_heading_is_copied(
    people: TinyBook, builder: str
) -> None:
    people.write(
        "docs/opening.md", PAGE.replace("# The opening", "# The opening by {name}`Ada Elm <ada-elm>`")
    )
    people.write("docs/plain.md", f"{TABLE}\nSee [](opening.md).\n")
    built = build(people, builder)
    if builder == "html":
        assert "<title>The opening by Ada Elm" in built.text("opening.html")
        assert ">The opening by Ada Elm</span></a>" in built.text("plain.html")
    else:
        assert "The opening by Ada Elm" in built.text("plain.txt")
