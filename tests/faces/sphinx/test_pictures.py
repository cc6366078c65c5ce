"""Pictures in a built book: drawn, told in words, linked, and never stale."""

from __future__ import annotations

import re
from hashlib import sha256
from xml.etree import ElementTree

import pytest

from .conftest import TinyBook
from .keeping.builds import Order, Outcome, build

PICTURES = """\
# Pictures

Here it is drawn. {own}`about the page`

```{timeline}
```

```{sourcing}
```
"""
TABLE = "page by page, what its statements rest on"
OPENED_WHEN = "    value: 1901-05-03\n"


@pytest.fixture
def pictured(tiny_book: TinyBook) -> TinyBook:
    """The tiny book with a dated fact, and a page of pictures."""
    tiny_book.edit("data/facts.yaml", OPENED_WHEN, f"{OPENED_WHEN}    when: 1901-05-03\n")
    tiny_book.write("docs/pictures.md", PICTURES)
    tiny_book.edit("docs/index.md", "plain\n", "plain\npictures\n")
    return tiny_book


def svgs(html: str) -> list[str]:
    """The pictures of a page, less the marks of their keys."""
    return [svg for svg in re.findall(r"<svg .*?</svg>", html, flags=re.DOTALL) if "aria-hidden" not in svg]


def test_html_has_what_is_drawn_in_two_widths(pictured: TinyBook) -> None:
    html = pictured.build().text("pictures.html")
    drawn = svgs(html)
    assert len(drawn) == 2
    assert [svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"') for svg in drawn] == [True] * 2
    for svg in drawn:
        ElementTree.fromstring(svg)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_how_well_sourced_is_a_table_with_a_bar_in_every_row(pictured: TinyBook) -> None:
    html = pictured.build().text("pictures.html")
    assert TABLE in html
    rows = re.findall(r"<tr.*?</tr>", html[html.index("sourced-of-sourcing") :], re.DOTALL)
    bars = [row.count('class="sourced-bar"') for row in rows]
    assert bars == [3 if "<td" not in row else 1 for row in rows]
    assert len(bars) >= 5


def test_only_pages_with_pictures_load_their_style(pictured: TinyBook) -> None:
    build = pictured.build()
    assert "sourced-pictures.css" in build.text("pictures.html")
    assert "sourced-pictures.css" not in build.text("opening.html")
    assert "sourced-pictures.css" not in build.text("genindex.html")
    assert (build.out / "_static/sourced-pictures.css").exists()


def test_the_style_of_a_timeline_is_loaded_where_one_is(pictured: TinyBook) -> None:
    assert "sourced-timeline.css" in pictured.build().text("pictures.html")
    pictured.write("docs/plain.md", "# About this book\n\n```{sourcing}\n```\n")
    page = pictured.build().text("plain.html")
    assert "sourced-pictures.css" in page
    assert "sourced-timeline.css" not in page


def test_other_writers_get_the_twin_alone(pictured: TinyBook) -> None:
    text = pictured.build("text").text("pictures.txt")
    assert TABLE in " ".join(text.split())
    assert "svg" not in text


def test_an_ebook_has_narrow_pictures_and_open_twins(pictured: TinyBook) -> None:
    page = pictured.build("epub", warnings=["epub_copyright"]).text("pictures.xhtml")
    ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>|&nbsp;", "", page))
    assert 'class="sourced-narrow"' not in page
    assert 'class="sourced-wide"' not in page
    assert "<details" not in page
    assert "<fieldset" not in page


def test_a_changed_fact_redraws_the_page_that_only_pictures_it(pictured: TinyBook) -> None:
    assert "Lead on" not in pictured.build().text("pictures.html")
    pictured.edit("data/facts.yaml", "    when: 1901-05-03\n", "    when: 1901-05\n")
    build = pictured.build()
    assert "pictures" not in build.read
    assert "Some time in it" in build.text("pictures.html")


def test_a_changed_page_is_counted_anew(pictured: TinyBook) -> None:
    plain = re.compile(r"<th[^>]*><p><a[^>]* href=.plain.html.")
    assert not plain.search(pictured.build().text("pictures.html"))
    pictured.edit(
        "docs/plain.md",
        "This book is short. {own}`about the book`",
        "The Elm Bridge is {fact}`bridge-length` long.",
    )
    build = pictured.build()
    assert build.read == ["plain"]
    assert plain.search(build.text("pictures.html"))


def test_built_by_several_processes_it_is_the_same(pictured: TinyBook) -> None:
    one = pictured.build(out="one").text("pictures.html")
    several = pictured.build(out="several", jobs=4).text("pictures.html")
    assert one == several


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        pytest.param("```{timeline}\n:scales: soon\n```", "`soon` is no scale of time", id="no scale"),
        pytest.param(
            "```{timeline}\n:without: ford-opened\n```", "there is no fact “ford-opened”", id="no fact"
        ),
        pytest.param("```{locator}\ncentre bridge-length\n```", "write each role once", id="no colon"),
        pytest.param(
            "```{locator}\ncentre: bridge-length\n```", "needs a fact as `direction`", id="role missing"
        ),
    ],
)
def test_what_cannot_be_drawn_is_said_at_its_place(pictured: TinyBook, directive: str, message: str) -> None:
    pictured.write("docs/pictures.md", f"# Pictures\n\n{directive}\n")
    build = pictured.build(warnings=[re.escape(message)])
    assert re.search(r"pictures\.md:[34]: ", build.warnings[0])


MAYOR = """\
  opened-by-the-mayor:
    about: elm-bridge
    property: opened-by
    value: mayor
    statement: The Elm Bridge was opened by the mayor.
    unused: It is only drawn.
    evidence:
      - {source: gazette, exact: It was opened on 3 May 1901 by the mayor, gloss: {It: elm-bridge}}
"""


def test_ties_are_drawn_from_the_data(pictured: TinyBook) -> None:
    pictured.edit("data/facts.yaml", "{kind: place, name: Elm Bridge}", "{kind: group, name: Elm Bridge}")
    pictured.edit("data/facts.yaml", "names:\n", "names:\n  mayor: {kind: person, name: mayor}\n")
    relation = "properties:\n  opened-by: {title: Opened by, relation: opened by}\n"
    pictured.edit("data/facts.yaml", "properties:\n", relation)
    data = (pictured.root / "data/facts.yaml").read_text(encoding="utf-8")
    pictured.write("data/facts.yaml", data + MAYOR)
    pictured.write("docs/pictures.md", "# Pictures\n\n```{people}\n```\n")
    html = pictured.build().text("pictures.html")
    (row,) = re.findall(r'<li class="sourced-tie">.*?</li>', html, re.DOTALL)
    words = " ".join(re.sub(r"<[^>]*>", "", row).split())
    assert words.startswith("was opened by the mayor. Told by")
    assert re.findall(r'<li class="sourced-(?:person|group)" id="([^"]*)"', html) == [
        "sourced-picture-1-elm-bridge",
        "sourced-picture-1-mayor",
    ]


def test_what_sets_nobody_against_another_is_refused(pictured: TinyBook) -> None:
    pictured.write("docs/pictures.md", "# Pictures\n\n```{people}\n:against: fouht\n```\n")
    pictured.build(warnings=["`fouht` is neither a property nor a fact"])


PLACED = """\
  north-of-the-mill:
    about: elm-bridge
    property: position
    value: north
    statement: The Elm Bridge lies north of the mill.
    unused: It is only drawn.
    evidence:
      - {source: gazette, exact: The Elm Bridge lies north of the mill}
"""


ROLES = "centre: bridge-length\ndirection: north-of-the-mill\n"


@pytest.fixture
def sketched(pictured: TinyBook) -> TinyBook:
    """The same with a sketch as its only picture."""
    source = (pictured.root / "seeds/gazette.txt").read_bytes()
    longer = source + b"\nThe Elm Bridge lies north of the mill.\n"
    pictured.write("seeds/gazette.txt", longer.decode())
    pictured.edit("data/facts.yaml", sha256(source).hexdigest(), sha256(longer).hexdigest())
    pictured.edit("data/facts.yaml", "properties:\n", "properties:\n  position: {title: Position}\n")
    data = (pictured.root / "data/facts.yaml").read_text(encoding="utf-8")
    pictured.write("data/facts.yaml", data + PLACED)
    pictured.write("docs/pictures.md", f"# Pictures\n\n```{{locator}}\n{ROLES}```\n")
    return pictured


@pytest.mark.parametrize("compact", [pytest.param(False, id="whole"), pytest.param(True, id="compact")])
def test_a_sketch_can_do_without_what_stands_below(sketched: TinyBook, compact: bool) -> None:
    option = ":compact:\n" if compact else ""
    sketched.write("docs/pictures.md", f"# Pictures\n\n```{{locator}}\n{option}{ROLES}```\n")
    html = sketched.build().text("pictures.html")
    for svg in svgs(html):
        assert "A sketch, not a map</text>" in svg
    assert ("Drawn from facts" in html) != compact
    assert "What the sketch of Elm Bridge shows" in html


def test_without_a_table_of_facts_links_lead_to_notes(sketched: TinyBook) -> None:
    html = sketched.build().text("pictures.html")
    (address,) = set(re.findall(r'href="([^"]*#fact-bridge-length)"', svgs(html)[0]))
    assert not address.startswith("facts.html")
    assert f'class="reference internal" href="{address}"' in html


def test_links_lead_to_the_table_of_facts(sketched: TinyBook) -> None:
    sketched.write(
        "docs/facts.md",
        "---\norphan: true\nsourced: {narrative: false, why: a table}\n---\n"
        "# Facts\n\n```{facts-table}\n```\n",
    )
    html = sketched.build().text("pictures.html")
    assert 'href="facts.html#fact-bridge-length"' in svgs(html)[0]


def test_a_printed_picture_leads_to_no_table_in_the_appendix(
    sketched: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table is not printed with it, and the note of the fact is."""
    sketched.edit("conf.py", '"sourced.sphinx"', '"sourced.sphinx", "sourced.theme"')
    sketched.edit("conf.py", 'html_theme = "basic"', 'html_theme = "sphinx_book_theme"')
    sketched.write(
        "docs/facts.md",
        "---\norphan: true\nprint: appendix\nsourced: {narrative: false, why: a table}\n---\n"
        "# Facts\n\n```{facts-table}\n```\n",
    )
    monkeypatch.setattr("sourced.faces.theme.paper.PaperBuilder.appendix", False)
    order = Order(root=sketched.root, builder="paper")
    assert build(order) == Outcome(exit=0)
    html = (order.outdir / "index.html").read_text(encoding="utf-8")
    (address,) = set(re.findall(r'href="#([^"]*fact-bridge-length)"', svgs(html)[0]))
    assert f'id="{address}"' in html
    assert "facts--" not in html
