"""The files with which a book begins."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from ....book.schema import schema_text
from ....book.settings import Settings

_FOLDER = Path(__file__).parent / "templates"
_DISTRIBUTION = "sourced-book"
_NEW = {
    "sourced.toml": "sourced.toml",
    "conf.py": "conf.py.template",
    "docs/index.md": "index.md",
    "data/facts.yaml": "facts.yaml",
    "data/.gitattributes": "data.gitattributes",
    "seeds/courier.txt": "courier.txt",
    "seeds/.gitattributes": "seeds.gitattributes",
    "tests/test_book.py": "test_book.py.template",
    "Makefile": "Makefile",
    "requirements.txt": "requirements.txt",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".github/workflows/check.yml": "check.yml",
}
"""Each file of a new book, and the template that it is made of."""

Files = dict[str, str]
"""Texts by their path in the book."""


def new_book(title: str) -> Files:
    """A whole book of one source, three facts and one page, in which nothing is wrong."""
    words = {"TITLE": title, "SEEDS": Settings().seeds, "REQUIREMENT": requirement()}
    files = {file: _filled(template, words) for file, template in _NEW.items()}
    return files | {Settings().schema_file: schema_text()}


def adopted_book(settings: Settings) -> Files:
    """What a project needs to become a book: its settings, a data file without facts, a folder of sources."""
    return {
        "sourced.toml": _filled("adopted.toml", {"DOCS": settings.docs, "SEEDS": settings.seeds}),
        settings.data_file: _filled("no-facts.yaml", {}),
        f"{settings.data}/.gitattributes": _filled("data.gitattributes", {}),
        settings.schema_file: schema_text(),
        settings.seed(".gitattributes"): _filled("seeds.gitattributes", {}),
    }


def requirement() -> str:
    """What `pip` is asked for to get this very program again, where it knows whence it came."""
    try:
        found = distribution(_DISTRIBUTION)
    except PackageNotFoundError:
        return _DISTRIBUTION
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    if not origin:
        return f"{_DISTRIBUTION}=={found.version}"
    if vcs := origin.get("vcs_info"):
        return f"{_DISTRIBUTION} @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}"
    told = f"{_DISTRIBUTION} @ {origin['url']}"
    if origin["url"].startswith("file:"):
        return f"# A file of one machine: name an address here that others reach too.\n{told}"
    return told


def _filled(template: str, words: dict[str, str]) -> str:
    text = (_FOLDER / template).read_text(encoding="utf-8")
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text
