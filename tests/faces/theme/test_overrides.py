"""Our templates take the place of some of the theme's: a new version of those must be looked at."""

from __future__ import annotations

import hashlib
import importlib.metadata
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[3]
BOOK = "theme/sphinx_book_theme"
PYDATA = "theme/pydata_sphinx_theme"

OVERRIDDEN = {
    ("sphinx_book_theme", f"{BOOK}/theme.conf"): "3e279fb12301b773",
    ("sphinx_book_theme", f"{BOOK}/layout.html"): "2cd2fbbe2caedf3a",
    ("sphinx_book_theme", f"{BOOK}/components/article-header-buttons.html"): "01d586c72ac25475",
    ("sphinx_book_theme", f"{BOOK}/components/sbt-sidebar-nav.html"): "38342bd744042ee1",
    ("sphinx_book_theme", f"{BOOK}/sections/footer-content.html"): "26697ce922198edb",
    ("pydata_sphinx_theme", f"{PYDATA}/theme.conf"): "26799b5915c41439",
    ("pydata_sphinx_theme", f"{PYDATA}/layout.html"): "1f98508aa73a49d0",
    ("pydata_sphinx_theme", f"{PYDATA}/search.html"): "098d19aa34f7874c",
    ("pydata_sphinx_theme", f"{PYDATA}/components/prev-next.html"): "ff77edddb02243f1",
    ("pydata_sphinx_theme", "__init__.py"): "acd0c5f3f8f04ec0",
    ("pydata_sphinx_theme", "translator.py"): "ec9941205a4dc73a",
    ("sphinx", "themes/basic/layout.html"): "f1a2b815cb29544b",
    ("sphinx", "themes/basic/search.html"): "706245d7b719575a",
}
"""What ours were written against: a file of a package, and the start of its SHA-256."""


@pytest.mark.parametrize(("package", "path"), OVERRIDDEN, ids="/".join)
def test_the_theme_is_the_one_ours_was_written_against(package: str, path: str) -> None:
    """Where this fails, compare the new file with ours in sourced/theme, then enter its digest above."""
    digest = hashlib.sha256(files(package).joinpath(path).read_bytes()).hexdigest()
    assert digest[:16] == OVERRIDDEN[package, path], f"{package}/{path} has changed; it is now {digest[:16]}"


def test_the_theme_is_pinned_to_one_version() -> None:
    """Nothing but that version is ever installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {each.name: each for each in map(Requirement, project["dependencies"])}
    installed = importlib.metadata.version("sphinx-book-theme")
    assert str(wanted["sphinx-book-theme"].specifier) == f"=={installed}"
