"""The theme's own reference of options: each does what it says, or is refused by name with the reason.

The options are read from the installed theme. A few sites are built, each with many options set; for every
option it is said which site shows it, on which page, and by what.
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from .conftest import run_sphinx, write_site
from .settings import AUTHORS, FILES, FULL, OTHER, PAGES, REFUSED, ROOT
from .showing import ABSENT, ONE, SAID, SHOWN

CONFS = (
    ("sphinx_book_theme", "theme/sphinx_book_theme/theme.conf"),
    ("pydata_sphinx_theme", "theme/pydata_sphinx_theme/theme.conf"),
)


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site, and what was said when it was built."""

    out: Path
    warnings: str

    def text(self, page: str) -> str:
        """The HTML of a page, with each run of spaces as one."""
        return " ".join((self.out / page).read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Site]:
    """A site with nothing set, one with most options set, one with others, and one with what is refused."""
    settings: dict[str, dict[str, object]] = {
        "plain": {},
        "full": {"html_theme_options": FULL, "html_context": {"default_mode": "dark"}, **AUTHORS},
        "other": {
            "html_theme_options": OTHER,
            "html_logo": "_static/light.svg",
            "html_sidebars": {
                "**": ["navbar-logo", "search-field", "sbt-sidebar-nav", "sidebar-nav-bs"],
                "two": [],
            },
        },
        "refused": {"html_theme_options": REFUSED},
    }
    return {name: _site(tmp_path_factory.mktemp(name), each) for name, each in settings.items()}


def _site(root: Path, settings: Mapping[str, object]) -> Site:
    write_site(root, **PAGES, index=ROOT)
    for name, text in FILES.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "jupyter_execute").mkdir()
    (root / "jupyter_execute" / "notebook.ipynb").write_text("{}", encoding="utf-8")
    out, warnings = run_sphinx(root, "html", **settings)
    return Site(out=out, warnings=warnings)


def reference() -> set[str]:
    """Every option that the theme and the one beneath it know."""
    known = set[str]()
    for package, path in CONFS:
        conf = configparser.RawConfigParser()
        conf.read_string(files(package).joinpath(path).read_text(encoding="utf-8"))
        known |= set(conf["options"])
    return known


def test_every_option_of_the_reference_is_looked_at() -> None:
    """A new version of the theme may have more."""
    looked_at = SHOWN.keys() | ABSENT.keys() | SAID.keys()
    assert looked_at == reference()


@pytest.mark.parametrize("option", sorted(SHOWN))
def test_an_option_does_what_it_says(sites: Mapping[str, Site], option: str) -> None:
    site, page, expected = SHOWN[option]
    assert re.search(expected, sites[site].text(page)), option


@pytest.mark.parametrize("option", sorted(ABSENT))
def test_an_option_leaves_out_what_it_says(sites: Mapping[str, Site], option: str) -> None:
    site, page, unexpected = ABSENT[option]
    assert not re.search(unexpected, sites[site].text(page)), option


@pytest.mark.parametrize("option", sorted(SAID))
def test_what_cannot_be_is_refused_by_name(sites: Mapping[str, Site], option: str) -> None:
    assert f"html_theme_options: {SAID[option]}" in sites["refused"].warnings


def test_nothing_of_what_is_refused_is_in_the_pages(sites: Mapping[str, Site]) -> None:
    pages = sites["refused"].text(ONE)
    assert not re.search("googletagmanager|announcement.html|logo.svg|a.svg|versions.json|ethical", pages)
    assert re.search('href="https://example.org/"[^>]*><svg class="svg-icon fa-solid fa-link', pages)


def test_nothing_is_said_of_options_that_can_be_honoured(sites: Mapping[str, Site]) -> None:
    assert [sites[name].warnings for name in ("plain", "full")] == ["", ""]
    assert "html_theme_options:" not in sites["other"].warnings


def test_what_the_author_adds_is_there(sites: Mapping[str, Site]) -> None:
    """Styles, scripts, pictures and templates, one of which changes the layout; they go before ours."""
    site = sites["full"]
    assert (site.out / "_static/images/own.svg").is_file()
    for wanted in (
        r'href="../_static/own.css\?v=\w+"',
        r'src="../_static/own.js\?v=\w+"',
        '<meta name="own">',
        "<main",
    ):
        assert re.search(wanted, site.text(ONE)), wanted
    assert "own.css" not in sites["plain"].text(ONE)


def test_nothing_of_the_themes_is_shipped_that_no_page_asks_for(sites: Mapping[str, Site]) -> None:
    """Neither its scripts nor its fonts, and of its sheets what is used."""
    for site in sites.values():
        shipped = {
            path.relative_to(site.out / "_static").as_posix() for path in (site.out / "_static").rglob("*")
        }
        assert not {each for each in shipped if each.startswith(("scripts", "styles", "vendor", "locales"))}
        assert ("pygments.css" in shipped) == ("pygments.css" in site.text(ONE))
    assert (sites["full"].out / "_static/images/logo_binder.svg").is_file()
    assert not (sites["plain"].out / "_static/images").exists()


NAMES = ("book.css", "front.css", "margin.css", "paper.css", "parts.css", "theme.css", "theme-parts.css")


def test_the_author_may_name_a_style_sheet_at_will(tmp_path: Path) -> None:
    """Whatever it is called, it reaches the pages as it was written, beside ours."""
    static = tmp_path / "docs/_static"
    static.mkdir(parents=True)
    write_site(tmp_path)
    for name in NAMES:
        (static / name).write_text(f"/* {name} */\np {{ color: teal }}\n", encoding="utf-8")
    out, warnings = run_sphinx(tmp_path, html_static_path=["_static"], html_css_files=list(NAMES))
    assert not warnings
    page = (out / "index.html").read_text(encoding="utf-8")
    for name in NAMES:
        assert (out / "_static" / name).read_bytes() == (static / name).read_bytes()
        assert re.search(rf'href="_static/{name}\?v=\w+"', page), name
        assert page.index(f"_static/{name}") > page.index("_static/sourced-theme.css")


def test_a_file_of_the_author_with_the_name_of_one_of_ours_is_told_of(tmp_path: Path) -> None:
    """As one of the two would be lost."""
    write_site(tmp_path)
    (tmp_path / "docs/_static").mkdir()
    (tmp_path / "docs/_static/sourced-theme.css").write_text("p { color: teal }\n", encoding="utf-8")
    _, warnings = run_sphinx(tmp_path, html_static_path=["_static"])
    assert "html_static_path: sourced-theme.css has the name of a file of sourced.theme" in warnings
