"""The theme's own reference of options: each does what it says, or is refused by name with the reason.

The options are read from the installed theme. A few sites are built, each with many options set; for every
option it is said which site shows it, on which page, and by what.
"""

from __future__ import annotations

import configparser
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from .conftest import run_sphinx, write_site

CONFS = (
    ("sphinx_book_theme", "theme/sphinx_book_theme/theme.conf"),
    ("pydata_sphinx_theme", "theme/pydata_sphinx_theme/theme.conf"),
)

PAGES = {
    "part/below/index": "# Below\n\n```{toctree}\ndeep\n```\n",
    "part/below/deep": "# Deep\n",
    "noted": (
        "# Noted\n\nA word.[^a] Another.[^b] The first again.[^a]\n\n"
        "[^a]: What is noted.\n\n    And a second paragraph.\n\n[^b]: {-} Beside it.\n"
    ),
    "notebook": "---\nkernelspec:\n  name: python3\n---\n\n# Notebook\n",
}
ROOT = (
    "# A small site\n\n```{toctree}\n:caption: Parts\npart/one\npart/below/index\ntwo\nnoted\nnotebook\n```\n"
)

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>\n'
)
FILES = {
    "_static/light.svg": PICTURE,
    "_static/dark.svg": PICTURE,
    "_static/images/own.svg": PICTURE,
    "_static/own.css": ".own { color: teal }\n",
    "_static/own.js": "globalThis.own = true;\n",
    "_templates/hello.html": '<p class="hello">Hello from {{ pagename }}</p>\n',
    "_templates/layout.html": (
        '{% extends "!layout.html" %}{% block extrahead %}{{ super() }}<meta name="own">{% endblock %}'
    ),
    "versions.json": json.dumps(
        [{"version": "1", "url": "/1/"}, {"version": "2", "name": "Two", "url": "/2/"}]
    ),
}
AUTHORS = {
    "html_static_path": ["_static"],
    "templates_path": ["_templates"],
    "html_css_files": ["own.css"],
    "html_js_files": ["own.js"],
}

REPOSITORY = {
    "repository_url": "https://git.example.org/team/book",
    "repository_provider": "gitlab",
    "repository_branch": "draft",
    "path_to_docs": "docs",
    "use_repository_button": True,
    "use_edit_page_button": True,
    "use_source_button": True,
    "use_issues_button": True,
}
"""Of a server of their own."""

FULL = REPOSITORY | {
    "announcement": "<b>Hear</b> this",
    "sticky_banners": True,
    "logo": {
        "image_light": "_static/light.svg",
        "image_dark": "_static/dark.svg",
        "text": "Words by the logo",
        "alt_text": "A bridge",
        "link": "two",
    },
    "icon_links": [
        {"name": "Code", "url": "https://git.example.org/", "icon": "fa-brands fa-gitlab"},
        {"name": "Own", "url": "https://example.org/", "icon": "_static/images/own.svg", "type": "local"},
    ],
    "icon_links_label": "Elsewhere",
    "github_url": "https://github.com/team",
    "gitlab_url": "https://gitlab.com/team",
    "bitbucket_url": "https://bitbucket.org/team",
    "twitter_url": "https://twitter.com/team",
    "external_links": [{"name": "Other site", "url": "https://example.org/other"}],
    "toc_title": "In this chapter",
    "use_download_button": True,
    "use_fullscreen_button": True,
    "launch_buttons": {
        "binderhub_url": "https://binder.example.org",
        "notebook_interface": "jupyterlab",
    },
    "home_page_in_toc": True,
    "show_navbar_depth": 2,
    "max_navbar_depth": 2,
    "extra_footer": "<i>Beneath it all</i>",
    "use_sidenotes": True,
    "search_bar_text": "Look for",
    "navigation_with_keys": True,
    "show_toc_level": 2,
    "back_to_top_button": True,
    "pygments_light_style": "friendly",
    "pygments_dark_style": "monokai",
    "navbar_start": ["navbar-logo"],
    "navbar_center": ["navbar-nav"],
    "navbar_end": ["navbar-icon-links", "version-switcher"],
    "navbar_persistent": ["search-button"],
    "navbar_align": "right",
    "header_links_before_dropdown": 2,
    "header_dropdown_text": "And more",
    "switcher": {"json_url": "versions.json", "version_match": "2"},
    "check_switcher": True,
    "article_header_start": ["breadcrumbs"],
    "article_header_end": ["hello.html", "article-header-buttons"],
    "article_footer_items": ["hello.html"],
    "content_footer_items": ["indices"],
    "primary_sidebar_end": ["hello.html"],
    "footer_start": ["sphinx-version"],
    "footer_center": ["hello.html"],
    "footer_end": ["theme-version"],
    "footer_content_items": ["author", "extra-footer"],
    "secondary_sidebar_items": {"**": ["page-toc", "edit-this-page", "sourcelink"], "two": []},
    "shorten_urls": True,
    "surface_warnings": True,
}

OTHER = {
    "collapse_navbar": True,
    "show_prev_next": False,
    "back_to_top_button": False,
    "disable_search": True,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "logo_link": "https://example.org/home",
    "collapse_navigation": True,
    "navigation_depth": 1,
    "show_nav_level": 1,
    "sidebar_includehidden": False,
    "pygment_light_style": "friendly",
    "pygment_dark_style": "monokai",
}

REFUSED = {
    "analytics": {"google_analytics_id": "G-0"},
    "search_as_you_type": True,
    "announcement": "https://example.org/announcement.html",
    "logo": {"image_light": "https://example.org/logo.svg", "text": "Words"},
    "icon_links": [
        {"name": "Far", "url": "https://example.org/", "icon": "https://example.org/a.svg", "type": "url"},
        {"name": "Custom", "url": "https://example.org/", "icon": "fa-custom fa-own"},
    ],
    "launch_buttons": {"thebe": True},
    "switcher": {"json_url": "https://example.org/versions.json", "version_match": "1"},
    "show_version_warning_banner": True,
    "primary_sidebar_end": ["sidebar-ethical-ads"],
    "expand_toc_sections": ["part/one"],
}


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


ONE = "part/one.html"
BELOW = ("other", "part/below/index.html", '<nav class="bd-docs-nav bd-links".*href="deep.html"')
"""What the other theme's own list of the pages below shows, by its own template."""
MENU = '<ul class="header-menu" id="source-buttons-menu" popover>.*'
SHOWN = {
    "announcement": ("full", ONE, '<aside class="bd-header-announcement"[^>]*><div[^>]*><b>Hear</b> this'),
    "secondary_sidebar_items": (
        "full",
        ONE,
        '<aside class="bd-sidebar-secondary".*class="tocsection editthispage"',
    ),
    "toc_title": ("full", ONE, '<p class="page-toc-title" id="page-toc-title">In this chapter</p>'),
    "article_header_start": (
        "full",
        ONE,
        '<header class="bd-header">.*<ul class="bd-breadcrumbs">.*</header>',
    ),
    "article_header_end": (
        "full",
        ONE,
        '<span class="bd-header-tools"> <p class="hello">Hello from part/one',
    ),
    "use_download_button": ("full", ONE, 'download-source-button" href="../_sources/part/one.md"'),
    "use_fullscreen_button": ("full", ONE, 'onclick="toggleFullScreen\\(\\)"'),
    "use_issues_button": ("full", ONE, f'{MENU}href="https://git.example.org/team/book/-/issues/new'),
    "use_source_button": ("full", ONE, f'{MENU}/team/book/-/blob/draft/docs/part/one.md\\?plain=1"'),
    "use_edit_page_button": ("full", ONE, f'{MENU}/team/book/-/edit/draft/docs/part/one.md"'),
    "use_repository_button": ("full", ONE, f'{MENU}href="https://git.example.org/team/book"'),
    "path_to_docs": ("full", ONE, "/draft/docs/part/one.md"),
    "repository_url": ("full", ONE, "https://git.example.org/team/book"),
    "repository_branch": ("full", ONE, "/edit/draft/"),
    "repository_provider": (
        "full",
        ONE,
        'source-buttons" popovertarget[^>]*><svg class="svg-icon fab fa-gitlab"',
    ),
    "launch_buttons": (
        *("full", "notebook.html"),
        (
            ""
            'href="https://binder.example.org/v2/git/[^"]*urlpath=lab/tree/docs/notebook.md".*<img '
            'src="_static/images/logo_binder'
        ),
    ),
    "navbar_start": (
        "full",
        ONE,
        '<nav class="bd-navbar"[^>]*><div class="navbar-item"> ?<a class="navbar-brand logo"',
    ),
    "navbar_center": ("full", ONE, '<ul class="bd-navbar-elements">.*>Two'),
    "navbar_end": ("full", ONE, '<nav class="bd-navbar".*<ul class="navbar-icon-links".*<header'),
    "navbar_persistent": ("full", ONE, '<nav class="bd-navbar".*aria-label="Search".*<header'),
    "navbar_align": ("full", ONE, "navbar-header-items__center ms-auto"),
    "header_links_before_dropdown": ("full", ONE, 'Below </a> </li> <li class="nav-item dropdown">'),
    "header_dropdown_text": (
        "full",
        ONE,
        (
            'popovertarget="pst-nav-more-links"> And more </button> <ul '
            'id="pst-nav-more-links" class="dropdown-menu" popover>'
        ),
    ),
    "external_links": ("full", ONE, 'href="https://example.org/other"> Other site'),
    "switcher": (
        "full",
        ONE,
        'popovertarget="versions[^"]*">Two</button>.*href="/2/" aria-current="true">Two</a>',
    ),
    "home_page_in_toc": (
        "full",
        "index.html",
        '<ul class="bd-sidenav__home-link">.*aria-current="page" href="#">A small site',
    ),
    "show_navbar_depth": ("full", ONE, '<details open="open"><summary aria-label="Below">'),
    "max_navbar_depth": (
        "full",
        ONE,
        '<li class="toctree-l2"><a class="nav-link" href="below/deep.html">Deep',
    ),
    "collapse_navbar": ("plain", ONE, 'href="below/deep.html"'),
    "extra_footer": ("full", ONE, '<footer.*<div class="extra_footer"> <i>Beneath it all</i>'),
    "footer_content_items": (
        "full",
        ONE,
        '<footer class="bd-footer"> <p class="component-author"> By Its author </p> <div class="extra',
    ),
    "footer_start": ("full", ONE, '<footer.*<p class="sphinx-version">'),
    "footer_center": ("full", ONE, '<div class="footer-items__center">.*Hello'),
    "footer_end": ("full", ONE, '<footer.*<p class="theme-version">'),
    "use_sidenotes": (
        "full",
        "noted.html",
        (
            '<span class="sidenote" id="[^"]+" role="note"><sup>1</sup> <span '
            'class="sidenote-paragraph">What is noted.</span><span '
            'class="sidenote-paragraph">And a second'
        ),
    ),
    "bitbucket_url": ("full", ONE, 'href="https://bitbucket.org/team"'),
    "github_url": ("full", ONE, 'href="https://github.com/team"'),
    "gitlab_url": ("full", ONE, 'href="https://gitlab.com/team"'),
    "twitter_url": ("full", ONE, 'href="https://twitter.com/team"'),
    "icon_links_label": ("full", ONE, '<ul class="navbar-icon-links" aria-label="Elsewhere"'),
    "icon_links": (
        "full",
        ONE,
        (
            'href="https://git.example.org/"[^>]*><svg class="svg-icon fa-brands '
            'fa-gitlab.*<img src="../_static/images/own.svg"'
        ),
    ),
    "show_prev_next": ("plain", ONE, '<nav class="prev-next-area"'),
    "search_bar_text": ("full", ONE, 'type="search" name="q" placeholder="Look for" aria-label="Look for"'),
    "navigation_with_keys": ("full", ONE, '<html[^>]* data-keys>.*src="../_static/sourced-theme-parts.js'),
    "sidebar_includehidden": BELOW,
    "navigation_depth": BELOW,
    "collapse_navigation": BELOW,
    "show_nav_level": BELOW,
    "show_toc_level": ("full", ONE, '<body[^>]* data-levels="2"'),
    "check_switcher": ("full", ONE, ">Two</button>"),
    "pygments_light_style": ("full", ONE, '<body class="[^"]*own-code'),
    "pygments_dark_style": ("full", ONE, "_static/pygments.css"),
    "pygment_light_style": ("other", ONE, "_static/pygments.css"),
    "pygment_dark_style": ("other", ONE, "_static/pygments.css"),
    "logo": (
        "full",
        ONE,
        (
            'href="../two.html"> <img class="logo__image only-light" '
            'src="../_static/light.svg" alt="A bridge" width="60" height="20" /> <img '
            'class="logo__image only-dark" src="../_static/dark.svg".*<span '
            'class="logo__title">Words by the logo'
        ),
    ),
    "logo_link": (
        "other",
        ONE,
        (
            '<a class="navbar-brand logo" href="https://example.org/home"> <img '
            'class="logo__image" src="../_static/light.svg" alt="[^"]* - Home"'
        ),
    ),
    "surface_warnings": ("full", ONE, "</html>"),
    "back_to_top_button": ("full", ONE, '<div class="back-to-top"><a href="#main-content">.*Back to top'),
    "shorten_urls": ("full", ONE, "</html>"),
    "article_footer_items": ("full", ONE, '<div class="bd-footer-article"><p class="hello">'),
    "content_footer_items": ("full", ONE, '<footer.*class="sidebar-indices-items"'),
    "primary_sidebar_end": ("full", ONE, '<div class="sidebar-primary-items__end"><p class="hello">'),
    "sticky_banners": ("full", ONE, '<body class="[^"]*sticky-banners'),
}

ABSENT = {
    "show_prev_next": ("other", ONE, "prev-next-area"),
    "back_to_top_button": ("other", ONE, "back-to-top"),
    "disable_search": ("other", ONE, 'type="search"|bd-header-search'),
    "use_download_button": ("other", ONE, "download-buttons"),
    "use_fullscreen_button": ("other", ONE, "toggleFullScreen"),
    "collapse_navbar": ("other", ONE, "below/deep.html"),
    "max_navbar_depth": ("full", ONE, "toctree-l3"),
    "secondary_sidebar_items": ("full", "two.html", 'id="page-toc"'),
    "use_sidenotes": ("full", "noted.html", 'role="doc-footnote"|\\{-\\}'),
}
"""What must not be there, where the option says so."""

SAID = {
    "analytics": "analytics is left out: it loads a script of another host",
    "search_as_you_type": "search_as_you_type is left out: every page would have to load the whole index",
    "announcement": "announcement is left out: it names a page, which would be fetched from another host",
    "logo": "logo.image_light is left out: it names a picture",
    "icon_links": "icon_links shows “Far” with an icon of the theme: it names a picture",
    "launch_buttons": "launch_buttons.thebe is left out: it loads its scripts from another host",
    "switcher": "switcher is left out: its json_url names a file",
    "show_version_warning_banner": "show_version_warning_banner is left out: only a script",
    "primary_sidebar_end": "primary_sidebar_end shows no sidebar-ethical-ads",
    "expand_toc_sections": "expand_toc_sections is left out: the theme has it no longer",
}
"""What is refused, and how."""


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
