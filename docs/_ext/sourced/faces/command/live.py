"""``sourced live``: serve the book, and build it on every save."""

from __future__ import annotations

import argparse
from pathlib import Path


def run_live(options: argparse.Namespace, root: Path) -> int:
    """Serve the book in ``root`` until Ctrl-C."""
    from ..live.run import serve  # late: it loads Sphinx

    return serve(root, options.output or root / "build", options.port)
