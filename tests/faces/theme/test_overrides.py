"""Our templates take the place of some of the theme's: a new version of those must be looked at."""

from __future__ import annotations

import hashlib
import importlib.metadata
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from sourced.faces.theme.frame.icons import shape
from sourced.faces.theme.frame.trimming import THEIRS, theme, used_in

ROOT = Path(__file__).parents[3]
OURS = ROOT / "docs/_ext/sourced/faces/theme"
BOOK, PYDATA = "theme/sphinx_book_theme", "theme/pydata_sphinx_theme"

TOUCHED = {
    ("sphinx_book_theme", f"{BOOK}/theme.conf"): "3e279fb12301b773",
    ("sphinx_book_theme", f"{BOOK}/layout.html"): "2cd2fbbe2caedf3a",
    ("sphinx_book_theme", f"{BOOK}/macros/buttons.html"): "f00ab51a0c5dd653",
    ("sphinx_book_theme", f"{BOOK}/components/article-header-buttons.html"): "01d586c72ac25475",
    ("sphinx_book_theme", f"{BOOK}/components/page-toc.html"): "d4026f8b419e1df5",
    ("sphinx_book_theme", f"{BOOK}/components/sbt-sidebar-nav.html"): "38342bd744042ee1",
    ("sphinx_book_theme", f"{BOOK}/components/toggle-primary-sidebar.html"): "316c98ec6677c656",
    ("sphinx_book_theme", f"{BOOK}/components/toggle-secondary-sidebar.html"): "0cf39e5b61b02a71",
    ("sphinx_book_theme", f"{BOOK}/sections/footer-content.html"): "26697ce922198edb",
    ("sphinx_book_theme", "_transforms.py"): "42d1788bfc169402",
    ("sphinx_book_theme", "directives.py"): "9a24734727cff2dc",
    ("sphinx_book_theme", "header_buttons/__init__.py"): "862e9b4f2d5b5d3e",
    ("pydata_sphinx_theme", f"{PYDATA}/theme.conf"): "26799b5915c41439",
    ("pydata_sphinx_theme", f"{PYDATA}/layout.html"): "1f98508aa73a49d0",
    ("pydata_sphinx_theme", f"{PYDATA}/search.html"): "098d19aa34f7874c",
    ("pydata_sphinx_theme", f"{PYDATA}/components/navbar-logo.html"): "4eeb463826bddfe4",
    ("pydata_sphinx_theme", f"{PYDATA}/components/navbar-nav.html"): "1db67acbbcb10f8c",
    ("pydata_sphinx_theme", f"{PYDATA}/components/prev-next.html"): "ff77edddb02243f1",
    ("pydata_sphinx_theme", f"{PYDATA}/components/search-button.html"): "65a5ba03ed2da8e1",
    ("pydata_sphinx_theme", f"{PYDATA}/components/search-button-field.html"): "518dda81dd8cd06a",
    ("pydata_sphinx_theme", f"{PYDATA}/components/search-field.html"): "aec4ce15c31302cb",
    ("pydata_sphinx_theme", f"{PYDATA}/components/theme-switcher.html"): "c46dff4372d721c2",
    ("pydata_sphinx_theme", f"{PYDATA}/components/version-switcher.html"): "bb649cae77ffe287",
    ("pydata_sphinx_theme", f"{PYDATA}/sections/announcement.html"): "76aa11613386602d",
    ("pydata_sphinx_theme", f"{PYDATA}/sections/header.html"): "5e68a0b5d9c0f404",
    ("pydata_sphinx_theme", "__init__.py"): "acd0c5f3f8f04ec0",
    ("pydata_sphinx_theme", "toctree.py"): "6f251b428ce772ed",
    ("pydata_sphinx_theme", "translator.py"): "ec9941205a4dc73a",
    ("sphinx", "themes/basic/layout.html"): "f1a2b815cb29544b",
    ("sphinx", "themes/basic/search.html"): "706245d7b719575a",
}
"""What ours were written against: a file of a package, and the start of its SHA-256."""


@pytest.mark.parametrize(("package", "path"), TOUCHED, ids="/".join)
def test_what_is_touched_is_what_ours_was_written_against(package: str, path: str) -> None:
    """Where this fails, compare the new file with ours in faces/theme, then enter its digest above."""
    digest = hashlib.sha256(files(package).joinpath(path).read_bytes()).hexdigest()
    assert digest[:16] == TOUCHED[package, path], f"{package}/{path} has changed; it is now {digest[:16]}"


@pytest.mark.parametrize("path", sorted((OURS / "components").iterdir()), ids=lambda path: path.name)
def test_every_part_of_ours_takes_the_place_of_one_that_is_looked_at(path: Path) -> None:
    """A part that the theme has not, or has under another name, would never be shown."""
    assert any(touched.endswith(f"/components/{path.name}") for _, touched in TOUCHED)


def test_the_theme_is_pinned_to_one_version() -> None:
    """Nothing but that version is ever installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {each.name: each for each in map(Requirement, project["dependencies"])}
    installed = importlib.metadata.version("sphinx-book-theme")
    assert str(wanted["sphinx-book-theme"].specifier) == f"=={installed}"


@pytest.mark.parametrize(
    ("pack", "name"), [("fas", "rocket"), ("far", "square-minus"), ("fab", "github"), ("fas", "pencil-alt")]
)
def test_the_shapes_of_icons_are_found_in_the_theme(pack: str, name: str) -> None:
    """In its script, by the name or an older one."""
    found = shape(pack, name)
    assert found
    assert found[:2] > (200, 200)
    assert found[2].startswith("M")
    assert shape(pack, "no-such-icon") is None


def test_the_rules_of_the_theme_are_found() -> None:
    """In each of its sheets: a rule that is known to stand there is kept for a page that uses it."""
    assert all(sheet.is_file() for sheet in THEIRS)
    kept = theme().trimmed(
        used_in('<p class="sd-card"><p class="line-block"><p class="cell tag_scroll-input cell_input">')
    )
    assert ".sd-card" in kept
    assert ".line-block{" in kept
    assert "div.cell.tag_scroll-input" in kept
    assert not theme().trimmed(used_in('<p class="topic no-class-of-the-theme">'))
    noted = theme().trimmed(used_in('<div class="admonition note"><p class="admonition-title">'))
    assert noted.count("mask:url") > 1
    assert "var(--pst-icon" not in noted
