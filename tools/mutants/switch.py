"""Switching mutants on: in the copy, a function is given the code of one of its mutants."""

from __future__ import annotations

import os
import types
from collections.abc import Callable
from inspect import signature
from typing import Any

Function = types.FunctionType
MutantDict = dict[str, Any]
"""A function and each of its mutants, by name, as the code of mutmut has it."""
CHOSEN = os.environ.get("MUTANT", "=").split("=")
"""The function and the mutant that are switched on from the start."""
ENTRIES: dict[str, Entry] = {}
"""Every function that has mutants, by its module and name."""


def mutated(variants: MutantDict, of_class: bool = False) -> Callable[[Function], Function]:
    """The decorator of mutmut's code; ``variants`` is filled when all of them are defined."""

    def enter(function: Function) -> Function:
        entry = Entry(function, variants)
        ENTRIES[entry.key] = entry
        entry.watch(entry.note)
        return function

    return enter


class Entry:
    """A function with its mutants."""

    def __init__(self, function: Function, variants: MutantDict) -> None:
        self.function, self.variants = function, variants
        self.original = types.FunctionType(
            function.__code__, function.__globals__, function.__name__, function.__defaults__
        )
        self.original.__kwdefaults__ = function.__kwdefaults__
        self.key = f"{function.__module__}:{function.__qualname__}"
        self.share = not signature(function).parameters or function.__module__.endswith(".tables")
        """Whether what it gives back is kept for all tests."""
        self.imported = False
        """Whether it was called before any test: its mutants need a new process."""

    def use(self, other: Function | None) -> None:
        """Let it be one of its mutants, or what it was."""
        other = other or self.original
        self.function.__code__ = other.__code__
        self.function.__defaults__, self.function.__kwdefaults__ = other.__defaults__, other.__kwdefaults__

    def watch(self, called: Callable[[tuple[Any, ...], dict[str, Any]], Any]) -> None:
        """Let each call go through ``called``."""
        place: dict[str, Any] = {}
        exec(
            "def watched(*args, **kwargs):\n    return mutants_watched[KEY](args, kwargs)".replace(
                "KEY", repr(self.key)
            ),
            place,
        )
        self.function.__globals__.setdefault("mutants_watched", {})[self.key] = called
        self.use(place["watched"])

    def note(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.imported = True
        self.settle()
        return self.function(*args, **kwargs)

    def settle(self) -> None:
        """Watch it no more."""
        self.use(self.mutant(CHOSEN[1]) if CHOSEN[0] == self.key else None)

    def mutant(self, name: str) -> Function:
        found = self.variants[name]
        function = found.__func__ if isinstance(found, types.MethodType) else found
        assert isinstance(function, Function)
        return function
