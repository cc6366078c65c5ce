"""Reading single keys from a terminal."""

from __future__ import annotations

import os
import sys

_KEYS = {"\x1b[A": "b", "\x1b[D": "b", "\x1b[B": " ", "\x1b[C": " ", "\x04": "q", "": "q"}
"""Arrows go back and on; the end of the input, or the key that says so, quits."""

if sys.platform == "win32":
    import msvcrt

    def read_key() -> str:
        """The next key. What was typed before is dropped: nobody signs what they have not seen."""
        while msvcrt.kbhit():
            msvcrt.getwch()
        return _meant(msvcrt.getwch())

else:
    import termios
    import tty

    def read_key() -> str:
        """The next key. What was typed before is dropped: nobody signs what they have not seen."""
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSAFLUSH)
            typed = os.read(terminal, 64)
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        return _meant(typed.decode("utf-8", "replace"))


def _meant(typed: str) -> str:
    return _KEYS.get(typed, typed.lower() if len(typed) == 1 else "")


def read_line(prompt: str) -> str:
    """A line that is typed, without control characters; nothing where the input ends."""
    try:
        line = input(prompt)
    except EOFError:
        return ""
    return "".join(char for char in line if char.isprintable()).strip()
