"""Rules on exceptions: each names a finding code, gives its reason, and stops something."""

from __future__ import annotations

from collections.abc import Container, Iterator

from .messages import nearest
from .registry import RULES, Rule, declare

_UNKNOWN = declare(
    "except-unknown",
    link="book",
    module=__name__,
    hint="Name a finding code, and give the reason.",
    text="""An exception names no finding code, or gives no reason.

    It would be passed over in silence, and whoever wrote it would believe that it works.
    """,
)
_IDLE = declare(
    "except-idle",
    link="book",
    module=__name__,
    hint="Take the exception out.",
    text="""An exception stops nothing.

    What it excused has been mended, so it would only hide the next fault.
    """,
)


def judge_exception(code: str, reason: str, stopped: Container[str]) -> Iterator[tuple[Rule, str]]:
    """What is wrong with an exception where the codes ``stopped`` were found, as a rule and a message."""
    if code not in RULES:
        yield _UNKNOWN, f"there is no finding code “{code}”.{nearest(code, RULES)}"
    elif not reason.strip():
        yield _UNKNOWN, f"the exception “{code}” gives no reason"
    elif code not in stopped:
        yield _IDLE, f"nothing here is stopped by “{code}”: the exception is idle"
