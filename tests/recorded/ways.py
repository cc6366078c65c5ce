"""Which ways through the code a text takes, down to each clause of a condition."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

Way = tuple[CodeType, int, int]
"""A step from one instruction of a function to another."""


def ways(work: Callable[[], object], folders: tuple[str, ...]) -> set[Way]:
    """The steps that are taken in code of these folders while some work is done."""
    taken: set[Way] = set()
    chosen: dict[CodeType, bool] = {}

    def enter(frame: FrameType, event: str, arg: Any) -> Any:
        code = frame.f_code
        if code not in chosen:
            chosen[code] = any(each in code.co_filename for each in folders)
        if not chosen[code]:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        last = -1

        def step(frame: FrameType, event: str, arg: Any) -> Any:
            nonlocal last
            if event == "opcode":
                taken.add((code, last, frame.f_lasti))
                last = frame.f_lasti
            return step

        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken
