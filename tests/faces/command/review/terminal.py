"""The command at a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from sourced.faces.command import main as cli

PACKAGE = Path(cli.__file__).parents[3]


class Terminal:
    """The command at a terminal of its own; each key waits until the one before has been answered."""

    def __init__(self, root: Path, *arguments: str, columns: int = 100, **env: str) -> None:
        self.shown = ""
        self._unread = ""
        self._child, self._file = pty.fork()
        if self._child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a run in the background ignores it
            os.chdir(root)
            kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
            given = kept | {"TERM": "xterm-256color", "PYTHONPATH": str(PACKAGE), **env}
            os.execve(sys.executable, [sys.executable, "-m", "sourced", *arguments], given)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def until(self, words: str) -> None:
        """Wait until ``words`` are shown, once more than before."""
        end = time.monotonic() + 30
        while words not in self._unread:
            assert time.monotonic() < end, f"{words!r} was not shown: {self.shown!r}"
            if select.select([self._file], [], [], 0.1)[0]:
                try:
                    text = os.read(self._file, 65536).decode(errors="replace")
                except OSError:  # the command has ended
                    break
                self._unread += text
                self.shown += text
        self._unread = self._unread.partition(words)[2]

    def press(self, key: str) -> None:
        time.sleep(0.1)  # what is typed before a key is asked for is dropped
        os.write(self._file, key.encode())

    def end(self) -> int:
        """The exit status; a command that does not end is ended."""
        for _ in range(100):
            child, status = os.waitpid(self._child, os.WNOHANG)
            if child:
                os.close(self._file)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.1)
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        pytest.fail(f"the command did not end: {self.shown!r}")

    def sitting(self, keys: Sequence[str]) -> int:
        for key in keys:
            self.until("q quit")
            self.press(key)
        self.until("to be reviewed.")
        return self.end()


def plainly(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
