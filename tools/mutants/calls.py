"""Which tests call which functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from tools.mutants.switch import ENTRIES, Entry


def calling(tests: Iterable[str], run: Callable[[str], object]) -> dict[str, list[str]]:
    """The tests that call each function, in their order; each of them is run."""
    found: dict[str, list[str]] = {}
    with Calls() as calls:
        for test in tests:
            run(test)
            for key in calls.taken():
                found.setdefault(key, []).append(test)
    return found


class Calls:
    """Which functions are called within a ``with`` block."""

    def __init__(self) -> None:
        self._called: set[str] = set()

    def __enter__(self) -> Calls:
        for entry in ENTRIES.values():
            entry.watch(partial(self._note, entry))
        return self

    def __exit__(self, *_: object) -> None:
        for entry in ENTRIES.values():
            entry.use(None)

    def taken(self) -> set[str]:
        """Those called since this was last asked."""
        called, self._called = self._called, set()
        return called

    def _note(self, entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self._called.add(entry.key)
        return entry.original(*args, **kwargs)
