"""Scripts as they are sent to readers: without the remarks for whoever changes them."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

from .builders import is_site

_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"\n\s+|\n{2,}")


def lean(script: str) -> str:
    """A script of our own without remarks and indentation; nothing else is touched.

    A remark stands on lines of its own or stays, and no string goes over several lines.
    """
    return _INDENT.sub("\n", _REMARK.sub("", script)).lstrip()


def setup_lean(app: Sphinx, folder: Path) -> None:
    """Make the scripts of a folder lean where they have been copied to, when all is written."""

    def make_lean(app: Sphinx, error: Exception | None) -> None:
        if error or not is_site(app.builder):
            return
        for file in sorted(folder.glob("*.js")):
            copy = app.outdir / "_static" / file.name
            if copy.exists():
                copy.write_text(lean(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

    app.connect("build-finished", make_lean)
