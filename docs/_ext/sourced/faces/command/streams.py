"""Writing to the terminal, or to what stands in its place."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def write_utf8(*texts: str) -> None:
    """Write what is UTF-8 whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    for text in texts:
        sys.stdout.write(text)


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream can show colours, and nobody has asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
