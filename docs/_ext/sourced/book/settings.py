"""Where a book keeps what it is made of, and which of its pages are taken in: ``sourced.toml`` at its root.

The command, pytest and Sphinx all read this file; without it, everything has its usual place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from ..text.files import UnreadableError, read_text
from .findings import Finding, InputError
from .inputs import problem

SETTINGS_FILE = "sourced.toml"
_FOLDERS = ("docs", "seeds", "data")
_TAKEN_IN = "taken-in"
_LONGEST = 255
"""No file system that is in use takes a longer name, in bytes."""
_AT_END = "(at end of document)"
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Settings(Struct, frozen=True, kw_only=True):
    """The folders, each named from the root with forward slashes; ``.`` is the root itself."""

    docs: str = "docs"
    """The pages."""
    seeds: str = "seeds"
    """The sources."""
    data: str = "data"
    """The facts and the signatures."""
    taken_in: bool = True
    """Whether a page that does not say so itself is taken in, so that it has to rest on facts."""

    @property
    def data_file(self) -> str:
        """The file of facts."""
        return self._in(self.data, "facts.yaml")

    @property
    def signed_file(self) -> str:
        """The file of signatures, beside the facts."""
        return self._in(self.data, "reviewed.jsonl")

    @property
    def schema_file(self) -> str:
        """The schema of the data file, for editors."""
        return self._in(self.data, "facts.schema.json")

    def seed(self, name: str) -> str:
        """The file of a source."""
        return self._in(self.seeds, name)

    def page(self, name: str) -> str:
        """The file of a page, by its path among the pages."""
        return self._in(self.docs, name)

    @staticmethod
    @lru_cache(maxsize=4096)
    def _in(folder: str, name: str) -> str:
        return (PurePosixPath(folder) / name).as_posix()


_USUAL = Settings()


def find_root(start: Path) -> Path:
    """The nearest folder, from ``start`` upward, that holds settings or a data file in its usual place."""
    start = Path(start).absolute()
    for folder in (start, *start.parents):
        with suppress(OSError):  # a folder that may not be looked into holds no book for us
            if holds_book(folder):
                return folder
    message = f"neither `{start}` nor a folder above it holds `{SETTINGS_FILE}` or `{_USUAL.data_file}`"
    hint = "Name the folder of the book with `--root`; `sourced init` begins one."
    raise InputError([problem("file-missing", message, file=_USUAL.data_file, hint=hint)])


def holds_book(folder: Path) -> bool:
    """Whether a folder has settings, or a data file in its usual place."""
    return (folder / SETTINGS_FILE).is_file() or (folder / _USUAL.data_file).is_file()


def load_settings(root: Path) -> Settings:
    """The settings of the book in ``root``; raises ``InputError`` with all that is wrong with them."""
    if not (root / SETTINGS_FILE).exists():
        return Settings()
    try:
        text = read_text(root / SETTINGS_FILE, SETTINGS_FILE)
        told = tomllib.loads(text)
    except UnreadableError as error:
        place = error.place or (1, 1)
        raise InputError([problem(error.code, error.message, file=SETTINGS_FILE, place=place)]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError([_no_toml(error, text)]) from None
    if findings := list(_wrong(told, text)):
        raise InputError(findings)
    return Settings(**{key.replace("-", "_"): _plain(value) for key, value in told.items()})


def readable_settings(root: Path) -> Settings:
    """The settings, or the usual ones where they cannot be read; whoever loads the book is told of that."""
    try:
        return load_settings(root)
    except InputError:
        return Settings()


def _plain(value: Any) -> Any:
    return PurePosixPath(value).as_posix() if isinstance(value, str) else value


def _no_toml(error: Exception, text: str) -> Finding:
    found = _PLACE.search(str(error))
    place = (int(found[1]), int(found[2])) if found else (1, 1)
    if str(error).endswith(_AT_END):
        lines = text.rstrip().split("\n")
        place = (len(lines), len(lines[-1]) + 1)
    message = f"this is no TOML: {_PLACE.sub('', str(error)).strip() or 'it is nested too deep'}"
    return problem("settings-unreadable", message, file=SETTINGS_FILE, place=place)


def _wrong(told: dict[str, Any], text: str) -> Iterator[Finding]:
    """What is wrong with each setting, at its line."""
    for key, value in told.items():
        place = _place(key, text)
        if key == _TAKEN_IN:
            if not isinstance(value, bool):
                message = f"`{key}` is `true` or `false`"
                yield problem("wrong-type", message, file=SETTINGS_FILE, place=place)
        elif key not in _FOLDERS:
            known = ", ".join(f"`{each}`" for each in (*_FOLDERS, _TAKEN_IN))
            message = f"there is no setting `{key}`; there are {known}"
            yield problem("unknown-key", message, file=SETTINGS_FILE, place=place)
        elif not isinstance(value, str):
            yield problem("wrong-type", f"`{key}` is the name of a folder", file=SETTINGS_FILE, place=place)
        elif len(value.encode("utf-8", "surrogatepass")) > _LONGEST:
            message = f"`{key}` is longer than the name of a folder can be"
            yield problem("bad-value", message, file=SETTINGS_FILE, place=place)
        elif not _is_inside(value):
            message = f"`{key}` leads out of the folder of the book"
            hint = "Name a folder from where this file is, with forward slashes, such as `source`."
            yield problem("bad-value", message, file=SETTINGS_FILE, place=place, hint=hint)


def _is_inside(folder: str) -> bool:
    """Whether a folder is named from the root and lies in it; so that Windows reads it in the same way."""
    path = PurePosixPath(folder)
    odd = not folder.strip() or any(char in folder for char in "\\:\0")
    return not (odd or path.is_absolute() or ".." in path.parts)


def _place(key: str, text: str) -> tuple[int, int]:
    """The line of a key, in quotes or not, or of the table that it names."""
    pattern = re.compile(rf"""[ \t]*(?:\[+[ \t]*)?["']?{re.escape(key)}(?![\w-])""")
    lines = enumerate(text.split("\n"), 1)
    return next(((number, 1) for number, line in lines if pattern.match(line)), (1, 1))
