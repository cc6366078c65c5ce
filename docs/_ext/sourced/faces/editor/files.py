"""Which files a book is made of, and when each was last written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ...book.settings import SETTINGS_FILE, Settings


def stamps(root: Path, settings: Settings) -> dict[str, tuple[int, int]]:
    """For each file of the book, named from its root, when it was written and how long it is."""
    found = {}
    for path in _files(root, settings):
        with suppress(OSError):
            state = path.stat()
            found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def _files(root: Path, settings: Settings) -> Iterator[Path]:
    names = (SETTINGS_FILE, settings.data_file, settings.signed_file, "conf.py", settings.page("conf.py"))
    yield from (root / name for name in names)
    with suppress(OSError):
        yield from (path for path in (root / settings.seeds).iterdir() if path.is_file())
        yield from (path for path in (root / settings.docs).rglob("*.md"))
