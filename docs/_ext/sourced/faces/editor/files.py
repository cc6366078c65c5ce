"""Which files a book is made of, and when each was last written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ...book.pagefiles import page_files
from ...book.settings import SETTINGS_FILE, readable_settings


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """For each file of the book, named from its root, when it was written and how long it is."""
    found = {}
    for path in _files(root):
        with suppress(OSError):
            state = path.stat()
            found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def _files(root: Path) -> Iterator[Path]:
    settings = readable_settings(root)
    files = (settings.data_file, settings.signed_file, SETTINGS_FILE, "conf.py", settings.page("conf.py"))
    yield from dict.fromkeys(root / name for name in files)
    with suppress(OSError):
        yield from (path for path in (root / settings.seeds).iterdir() if path.is_file())
        yield from page_files(root, settings).markdown
