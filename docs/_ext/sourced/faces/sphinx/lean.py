"""Scripts and style sheets as they are sent to readers: without the remarks for whoever changes them."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

from .builders import is_site

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"\n\s+|\n{2,}")
_SPACE = re.compile(r"\s*([{};])\s*")


def lean(text: str, suffix: str) -> str:
    """A script or a style sheet of our own, without comments and indentation; nothing else is touched.

    A comment of a script stands on lines of its own, and no string goes over several lines.
    """
    if suffix == ".js":
        return _INDENT.sub("\n", _REMARK.sub("", text)).lstrip()
    return _SPACE.sub(r"\1", _INDENT.sub("\n", _COMMENT.sub("", text))).strip() + "\n"


def lean_files(source: Path, shipped: Path) -> None:
    """Make those of a folder lean where they have been copied to."""
    for file in sorted(source.iterdir()):
        copy = shipped / file.name
        if file.suffix in {".js", ".css"} and copy.exists():
            copy.write_text(
                lean(file.read_text(encoding="utf-8"), file.suffix), encoding="utf-8", newline="\n"
            )


def setup_lean(app: Sphinx, folder: Path) -> None:
    """Do it when all is written."""

    def make_lean(app: Sphinx, error: Exception | None) -> None:
        if not error and is_site(app.builder):
            lean_files(folder, app.outdir / "_static")

    app.connect("build-finished", make_lean)
