"""The command ``sourced lsp``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ..command.status import CLEAN, CallError

_MISSING = "the language server needs pygls: pip install 'sourced-book[editor]'"


def lsp(options: argparse.Namespace) -> int:
    """Speak the Language Server Protocol on standard input and output until the editor ends it."""
    try:
        from .server import make_server  # late: pygls is an extra that only the language server needs
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CallError(_MISSING) from None
    root: Path | None = options.root
    if root is not None and not root.is_dir():
        raise CallError(f"{root} is not a folder")
    with _protocol_alone() as output:
        make_server(root).start_io(stdout=output)
    return CLEAN


@contextmanager
def _protocol_alone() -> Iterator[BinaryIO]:
    """Standard output for the protocol and nothing else: whatever is printed besides goes to the errors."""
    sys.stdout.flush()
    kept = os.dup(1)
    with os.fdopen(os.dup(1), "wb") as output:
        os.dup2(2, 1)
        try:
            yield output
        finally:
            os.dup2(kept, 1)
            os.close(kept)
