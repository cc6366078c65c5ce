"""Style sheets and scripts of our own without what only their editors read."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,>])\s*|(?<=[\w-])(:) ")


def shorten_style(css: str) -> str:
    """A sheet without comments and needless spaces; what stands in quotation marks stays as it is."""
    parts = _QUOTED.split(_COMMENT.sub("", css))
    parts[::2] = [_TIGHT.sub(r"\1\2", _SPACE.sub(" ", part)).replace(";}", "}") for part in parts[::2]]
    return f"{''.join(parts).strip()}\n"


def shorten_script(js: str) -> str:
    """A script without indentation and lines of comment; one with a text of several lines, as it is."""
    lines = [line.strip() for line in js.splitlines()]
    if any(line.count("`") % 2 for line in lines):
        return js
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
