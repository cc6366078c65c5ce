"""The live preview of a book that may be broken, for the fuzzing: built, changed, and built again."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from sourced.faces.live.site import Site

from .mutations import changed
from .splicing import Files

CONF = """\
extensions = ["myst_parser", "sourced.sphinx"]
html_theme = "basic"
exclude_patterns = ["_x"]
"""
_RAISED = re.compile(r"^(?!(?:Extension|Theme|Config|Sphinx)Error)\w+(?:Error|Exception): .*", re.MULTILINE)


def preview(chance: Random, files: Files, root: Path, out: Path) -> str | None:
    """Build, change what the book is made of and build again; what was raised on the way."""
    site, before = Site(root=root, out=out), files
    told = list(site.build().messages)
    for hurry in (True, False):
        after = changed(chance, before)
        for name in before.keys() | after.keys():
            path = root / name
            if name not in after:
                path.unlink()
            elif before.get(name) != after[name]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(after[name])
        before = after
        told += site.build(hurry=hurry).messages
    site.end()
    files.clear()
    files.update(before)
    raised = _RAISED.search("\n".join(told))
    return raised[0] if raised else None
