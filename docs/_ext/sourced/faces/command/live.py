"""``sourced live``: serve the book, and build it on every save."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_live(commands: _Commands, book: argparse.ArgumentParser) -> None:
    """How the command is called."""
    parser = commands.add_parser("live", parents=[book], help="serve the book, and build it on every save")
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="where to serve it (default: 8000)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder to build into (default: build, beside docs)"
    )


def run_live(options: argparse.Namespace, root: Path) -> int:
    """Serve the book in ``root`` until Ctrl-C."""
    from ..live.run import serve  # late: it loads Sphinx

    return serve(root, options.output or root / "build", options.port)
