"""What the theme writes into the pages of any site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from .conftest import Built

DESCRIPTION = '<meta name="description" content="{}" />'


def text(out: Path, page: str) -> str:
    """The HTML of a page."""
    return (out / page).read_text(encoding="utf-8")


def test_a_page_describes_itself(build_site: Built) -> None:
    """As its front matter has it, or else by its first words."""
    out = build_site()
    assert DESCRIPTION.format("What the &#34;site&#34; is about.") in text(out, "index.html")
    one = text(out, "part/one.html")
    assert DESCRIPTION.format("The first words of the page.") in one
    assert '<meta property="og:title" content="One &amp; only" />' in one


def test_a_page_that_templates_name_describes_itself_by_that_name(build_site: Built) -> None:
    out = build_site()
    for page, name in (("search", "Search"), ("genindex", "Index")):
        html = text(out, f"{page}.html")
        assert f'<meta property="og:title" content="{name}" />' in html
        assert f'<meta name="description" content="{name}: ' in html


def test_an_address_makes_links_whole(build_site: Built) -> None:
    """With or without a stroke at its end; and only an address makes a sitemap possible."""
    out = build_site(html_baseurl="https://example.org/site")
    one = text(out, "part/one.html")
    assert '<link rel="canonical" href="https://example.org/site/part/one.html" />' in one
    listed = re.findall("<loc>(.*)</loc>", text(out, "sitemap.xml"))
    names = ("index", "part/one", "two")
    assert listed == [f"https://example.org/site/{name}.html" for name in names]
    assert "Sitemap: https://example.org/site/sitemap.xml" in text(out, "robots.txt")


def test_without_an_address_nothing_is_guessed(build_site: Built) -> None:
    """No canonical address, no sitemap."""
    out = build_site()
    assert "canonical" not in text(out, "index.html")
    assert not (out / "sitemap.xml").exists()


def test_the_search_scripts_are_loaded_where_one_searches(build_site: Built) -> None:
    """And nowhere else, and nothing of the theme's anywhere."""
    out = build_site()
    for page in ("index.html", "part/one.html", "genindex.html"):
        scripts = re.findall(r'<script[^>]* src="([^"?]*)', text(out, page))
        names = [script.rpartition("/")[2] for script in scripts]
        assert names == ["sourced-theme.js", "sourced-theme-parts.js"], page
    search = text(out, "search.html")
    assert all(name in search for name in ("searchindex.js", "searchtools.js", "language_data.js"))
    shipped = {path.name for path in (out / "_static").iterdir()}
    assert not shipped & {"scripts", "styles", "vendor", "pygments.css", "basic.css"}


def test_what_scrolls_can_be_reached_by_keyboard(build_site: Built) -> None:
    """The box of a table has a name, and a listing is a stop."""
    one = text(build_site(), "part/one.html")
    assert 'role="group" tabindex="0" aria-label="Below"' in one
    assert '<pre tabindex="0">' in one


def test_navigation_says_where_the_reader_is(build_site: Built) -> None:
    """In the list of chapters; the list of headings comes only where there are some to choose from."""
    out = build_site()
    assert re.search(r'<a aria-current="page" class="nav-link" href="#">One', text(out, "part/one.html"))
    assert 'id="page-toc"' in text(out, "part/one.html")
    assert '<body class="with-headings"' in text(out, "part/one.html")
    assert 'id="page-toc"' not in text(out, "two.html")
    assert '<body class="without-headings"' in text(out, "two.html")


def test_a_section_can_be_folded(build_site: Built, tmp_path: Path) -> None:
    """Behind its title, which is in no list of headings; an e-book shows it all, and so does plain text."""
    page = tmp_path / "docs/part/one.md"
    text_ = page.read_text(encoding="utf-8").replace("## Further", "{.folded}\n## For few & more")
    page.write_text(f"{text_}\nSeldom read.\n", encoding="utf-8")
    settings = {"myst_enable_extensions": ["attrs_block"]}
    of_epub = {"copyright": "x", "epub_show_urls": "no", "epub_uid": "x"}
    one = text(build_site(**settings), "part/one.html")
    assert (
        '<details class="folded" id="for-few-more-below">\n<summary>For few &amp; more below</summary>' in one
    )
    assert one.count("For few") == 1
    assert "Seldom read." in one.partition("<summary>")[2].partition("</details>")[0]
    book = text(build_site("epub", **of_epub, **settings), "part/one.xhtml")
    assert "<details" not in book
    assert re.search(r'<p class="rubric">For few &amp; more below</p>\s*<p>Seldom read.</p>', book)
    assert "Seldom read." in text(build_site("text", **settings), "part/one.txt")


def test_the_front_page_has_a_sheet_of_its_own(build_site: Built) -> None:
    """And no list of headings, as it shows where everything is."""
    out = build_site()
    assert "sourced-theme-front.css" in text(out, "index.html")
    assert '<body class="front without-headings"' in text(out, "index.html")
    assert "sourced-theme-front.css" not in text(out, "part/one.html")


def test_a_page_says_how_to_cite_it(build_site: Built) -> None:
    """Its address only where that is known."""
    front, one = (text(build_site(), page) for page in ("index.html", "part/one.html"))
    assert '<span id="citation">Its author, <cite>A small site</cite>, version 1.' not in one
    assert "Its author, “One &amp; only”, in <cite>A small site</cite>, version 1." not in front


def test_the_foot_leads_where_the_configuration_says(build_site: Built) -> None:
    """To a page from any depth, or to an address."""
    links = [("two", "Two & more"), ("https://example.org/", "Elsewhere")]
    one = text(build_site(html_context={"footer_links": links}), "part/one.html")
    assert '<a href="../two.html">Two &amp; more</a>' in one
    assert '<a href="https://example.org/">Elsewhere</a>' in one


def test_a_listing_ends_with_its_last_line(build_site: Built, tmp_path: Path) -> None:
    """An example in Markdown ends with an empty one."""
    page = tmp_path / "docs/two.md"
    page.write_text("# Two\n\n```python\n>>> 1\n1\n\n```\n", encoding="utf-8")
    assert re.search(r"1</span>\n</pre>", text(build_site(), "two.html"))


def test_an_e_book_keeps_its_own_look(build_site: Built) -> None:
    """No template of ours reaches it."""
    out = build_site("epub", copyright="Its author", epub_show_urls="no", epub_uid="x")
    page = text(out, "part/one.xhtml")
    assert "site-nav" not in page
    assert "/sourced-theme.css" not in page


def test_another_theme_is_refused(build_site: Built) -> None:
    """As the templates are written for one."""
    with pytest.raises(ConfigError, match=r"sourced\.theme is written for html_theme = 'sphinx_book_theme'"):
        build_site(html_theme="alabaster")
