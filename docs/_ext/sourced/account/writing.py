"""Writing a file whole or not at all, and never over the book's own input."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..book.pagefiles import page_files
from ..book.settings import SETTINGS_FILE, load_settings


def input_at(path: Path, root: Path) -> str | None:
    """The part of the book in ``root`` that writing to ``path`` would change, if any."""
    target, settings = path.resolve(), load_settings(root)
    for name in (settings.seeds, settings.docs, settings.data_file, settings.signed_file, SETTINGS_FILE):
        kept = (root / name).resolve()
        if kept == root.resolve():  # the pages lie beside all else, what is made of them included
            pages = page_files(root, settings)
            name = next((page.name for page in pages.markdown + pages.others if page.resolve() == target), "")
            if name:
                return name
        elif target == kept or kept in target.parents:
            return name
    return None


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8, so that a reader sees the old one or the new one, never a part."""
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        # A device or a pipe, such as /dev/stdout, cannot be replaced; a folder fails here with its reason.
        path.write_bytes(data)
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_together(files: Mapping[Path, str | bytes]) -> None:
    """Write several files, or none of them: where one fails, the others are put back."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    written: list[Path] = []
    try:
        for path, content in files.items():
            written.append(path)
            write_whole(path, content)
    except BaseException:
        for path in written:
            kept = before[path]
            if kept is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != kept:
                path.write_bytes(kept)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
