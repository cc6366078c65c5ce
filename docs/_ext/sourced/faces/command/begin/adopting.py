"""Making a book of a project that Sphinx builds already, without touching a page."""

from __future__ import annotations

import ast
from pathlib import Path

from msgspec import Struct

from ....book.pagefiles import page_files
from ....book.settings import SETTINGS_FILE, Settings, load_settings
from ....text.files import UnreadableError, read_text
from ..reports import plain
from ..status import CallError
from .confpy import Edit, UnsureError, to_paste, with_extension

_PAGES = (".", "docs", "source", "doc")
"""Where a project has its pages and its `conf.py`."""
_SEEDS = ("seeds", "sources", "sourced-texts")
"""What the folder of sources may be called where another folder has the name."""
_PAGE_SUFFIXES = (".md", ".rst", ".txt", ".ipynb")


class Project(Struct, frozen=True, kw_only=True):
    """A project, and what makes a book of it."""

    conf: Path
    settings: Settings
    pages: int
    text: str
    """The text of its ``conf.py``."""
    edit: Edit
    """The same with the extension."""


def conf_of(root: Path) -> Path | None:
    """The ``conf.py`` of the project in a folder."""
    places = (root / folder / "conf.py" for folder in _PAGES)
    return next((path for path in places if path.is_file()), None)


def read_project(root: Path, conf: Path) -> Project:
    """The project to be adopted. Raises ``CallError`` and ``InputError`` where it cannot be made out."""
    name = conf.relative_to(root).as_posix()
    try:
        text = read_text(conf, name)
    except UnreadableError as error:
        raise CallError(error.message) from None
    if (root / SETTINGS_FILE).exists():
        settings = load_settings(root)
    else:
        settings = Settings(docs=_docs(root, conf, text), seeds=_seeds(root), taken_in=False)
    files = page_files(root, settings)
    try:
        edit = with_extension(text)
        if "myst_parser" in edit.added and files.markdown:
            raise UnsureError("it names no extension that reads the Markdown pages")
    except UnsureError as error:
        raise CallError(_refused(name, text, str(error))) from None
    pages = len(files.markdown) + len(files.others)
    return Project(conf=conf, settings=settings, pages=pages, text=text, edit=edit)


def _refused(name: str, text: str, why: str) -> str:
    return (
        f"{plain(name)} has to be changed, and where cannot be told: {why}. Nothing was written.\n"
        f"Put this line at its end, and call `sourced init` again:\n\n    {to_paste(text)}\n"
    )


def _docs(root: Path, conf: Path, text: str) -> str:
    """The folder of pages: that which holds the front page, beside ``conf.py`` if there are several."""
    front = _front_page(text)
    beside = conf.parent.relative_to(root).as_posix()
    for folder in dict.fromkeys((beside, *_PAGES)):
        if any((root / folder / f"{front}{suffix}").is_file() for suffix in _PAGE_SUFFIXES):
            return folder
    raise CallError(
        f"there is no front page {plain(front)}.md or {plain(front)}.rst beside {plain(conf.name)}; "
        f'write {SETTINGS_FILE} with `docs = "the folder of your pages"` and call again'
    )


def _front_page(text: str) -> str:
    """What ``conf.py`` calls the front page, where it says so plainly."""
    try:
        statements = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError):
        return "index"
    for node in statements:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            named = {target.id for target in node.targets if isinstance(target, ast.Name)}
            if named & {"root_doc", "master_doc"} and isinstance(node.value.value, str):
                return node.value.value
    return "index"


def _seeds(root: Path) -> str:
    for name in _SEEDS:
        folder = root / name
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return name
    raise CallError(f"{', '.join(_SEEDS)} are all in use; name a folder of sources in {SETTINGS_FILE}")
