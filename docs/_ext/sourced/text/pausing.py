"""Work that makes only what stays, done without looking for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """The collector would search all that stays again and again, and find nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count() == 0:
            gc.freeze()  # frozen and thawed, what is new counts as old and is not searched
            gc.unfreeze()
        if enabled:
            gc.enable()
