"""What the project needs: every distribution is declared, and pinned with its hashes."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from sourced.faces.sphinx.house.imports import imported

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "docs/_ext/sourced"
WITHOUT_PAGES = {"pikepdf", "pytest"}
"""The distributions that the package imports for the printed book and for tests alone."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
PINNED = {"requirements.txt": ["build"], "requirements-dev.txt": ["build", "dev"]}
"""Each file of pinned versions, with the groups of `pyproject.toml` that it pins beside the dependencies."""


def distribution(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~!; ]", name, maxsplit=1)[0]).lower()


OPTIONAL = {
    distribution(each) for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra
}
"""What only an extra asks for."""


@cache
def provided() -> Mapping[str, list[str]]:
    """The distributions that provide each package; reading it takes a second."""
    return packages_distributions()


def providers(root: str) -> set[str]:
    """The distributions that provide a package."""
    return {distribution(each) for each in provided().get(root, ())}


def test_every_imported_package_is_declared() -> None:
    """What builds no page may be one of the tools of development."""
    declared = asked("build") | (WITHOUT_PAGES & asked("dev")) | OPTIONAL
    roots = {module.partition(".")[0] for path in PACKAGE.rglob("*.py") for module in imported(path)}
    for root in roots - set(sys.stdlib_module_names) - {"sourced"}:
        assert providers(root) & declared, f"{root} is imported, but not in pyproject.toml"


def pins(name: str) -> list[str]:
    """The entries of a file of pinned versions, each with its hashes."""
    return re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())


def pinned(name: str) -> dict[str, str]:
    """The version of each distribution that such a file pins, and when it is installed."""
    return {distribution(each): each.split(" \\\n")[0] for each in pins(name)}


def asked(*groups: str) -> set[str]:
    """The distributions that `pyproject.toml` asks for, with these groups."""
    found = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    found += [each for group in groups for each in GROUPS[group] if isinstance(each, str)]
    return {distribution(each) for each in found}


@pytest.mark.parametrize("name", PINNED)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    assert pins(name)
    for entry in pins(name):
        assert re.match(r"[\w.-]+==[\w.]+( ; .+)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}$", entry), entry


@pytest.mark.parametrize("name", PINNED)
def test_the_requirements_record_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.findall(r"^\s*--(?!hash=)\S+", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", PINNED)
def test_every_dependency_is_pinned(name: str) -> None:
    assert asked(*PINNED[name]) <= pinned(name).keys()


def test_a_book_is_built_without_the_tools_of_development() -> None:
    small = pinned("requirements.txt").keys()
    assert small & (asked("dev") - asked("build")) <= {"beautifulsoup4"}, "of these the theme needs this one"
    assert {"include-group": "build"} in GROUPS["dev"]


def test_both_files_pin_the_same_versions() -> None:
    """So that what tests add changes nothing of what a book is built with."""
    small, all_ = ({each.split(" ; ")[0] for each in pinned(name).values()} for name in PINNED)
    assert small < all_
