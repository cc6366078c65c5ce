"""Finding out which tests may notice a mutant.

In a probe each function is called as it is, and then those of its mutants that are asked for, with the same
arguments, only to see whether they differ in what they give back. A test in which a mutant never differs
cannot notice it, and need not be tried. Where that cannot be known, as with a function that changes what it
is given, a mutant counts as differing.
"""

from __future__ import annotations

import re
import signal
import time
import types
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from typing import Any

from tools.mutants.switch import ENTRIES, Entry

PATIENCE = 1.0
"""So many seconds of processor time a mutant has for one call in a probe."""
ENOUGH = 0.1
"""After so many seconds for the mutants of a function in a test, running the test itself is as quick."""
PLAIN = {str, int, bool, float, type(None)}


class TooLong(BaseException):
    """A mutant does not end."""


class Probe:
    """What is found out about the mutants ``wanted``, by the key of their function."""

    def __init__(self, wanted: dict[str, set[str]], effects: set[str]) -> None:
        self.wanted = wanted
        self.effects = effects
        """The functions that may change what they are given."""
        self.differs: dict[str, set[str]] = defaultdict(set)
        """The tests in which each mutant differs, as `function=mutant`."""
        self.everywhere: set[str] = set()
        """The mutants that differ in what many tests share."""
        self.test = ""
        self.seen: set[tuple[Any, ...]] = set()
        self.spent: dict[str, float] = defaultdict(float)
        self.shared = 0
        self.busy = False

    def begin(self, test: str) -> None:
        """What differed in the test before may differ in this one."""
        self.test = test
        self.seen.clear()
        self.spent.clear()
        for key in self.wanted:
            entry = ENTRIES[key]
            entry.watch(partial(self.call, entry))

    def call(self, entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if self.busy:
            return entry.original(*args, **kwargs)
        asked = [] if self._is_repeated(entry, args, kwargs) else self._unknown(entry)
        if not asked:
            if not entry.share and not self._unknown(entry):
                entry.use(None)
            return self._original(entry, args, kwargs)
        given = [
            list(each) if isinstance(each, types.GeneratorType) else each
            for each in (*args, *kwargs.values())
        ]
        spent = self.spent[entry.key] > ENOUGH
        if spent or entry.key in self.effects or any(isinstance(each, Iterator) for each in given):
            self._mark(entry, asked)
            return self._original(entry, args, kwargs)

        def again(call: Callable[..., Any]) -> Callable[[], Any]:
            fresh = [
                iter(each) if isinstance(was, types.GeneratorType) else each
                for was, each in zip((*args, *kwargs.values()), given, strict=True)
            ]
            return lambda: call(*fresh[: len(args)], **dict(zip(kwargs, fresh[len(args) :], strict=True)))

        outcome = _outcome(again(lambda *args, **kwargs: self._original(entry, args, kwargs)))
        self.busy, began = True, time.process_time()
        try:
            for name in asked:
                differing = _within_patience(again(entry.mutant(name)))
                if not same(outcome, differing):
                    self._mark(entry, [name], everywhere=differing[0] == "stopped")
        finally:
            self.busy = False
            self.spent[entry.key] += time.process_time() - began
        return _replayed(outcome)

    def _original(self, entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.shared += entry.share
        try:
            return entry.original(*args, **kwargs)
        finally:
            self.shared -= entry.share

    def _is_repeated(self, entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Whether it was asked before in this test, where that is quickly told."""
        if kwargs or self.shared or not all(type(each) in PLAIN for each in args):
            return False
        before = len(self.seen)
        self.seen.add((entry.key, *args))
        return len(self.seen) == before

    def _unknown(self, entry: Entry) -> list[str]:
        """The mutants of which it is to be asked whether they differ in this test."""
        keys = {name: f"{entry.key}={name}" for name in self.wanted[entry.key]}
        return [
            name
            for name, key in keys.items()
            if key not in self.everywhere and (self.shared or self.test not in self.differs.get(key, ()))
        ]

    def _mark(self, entry: Entry, names: Iterable[str], *, everywhere: bool = False) -> None:
        for name in names:
            self.differs[f"{entry.key}={name}"].add(self.test)
            if self.shared or everywhere:
                self.everywhere.add(f"{entry.key}={name}")


Outcome = tuple[str, Any, Any]
"""How a call ended: ``value`` and it; ``error`` and it; ``each`` and all it yields, and how that ended."""


def _outcome(call: Callable[[], Any]) -> Outcome:
    try:
        value = call()
    except Exception as error:
        return "error", error, None
    if not isinstance(value, types.GeneratorType):
        return "value", value, None
    given: list[Any] = []
    try:
        while True:
            given.append(next(value))
    except StopIteration as end:
        return "each", given, ("value", end.value, None)
    except Exception as error:
        return "each", given, ("error", error, None)


def _within_patience(call: Callable[[], Any]) -> Outcome:
    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        return _outcome(call)
    except BaseException as error:
        return "stopped", error, None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _replayed(outcome: Outcome) -> Any:
    kind, value, end = outcome
    if kind == "error":
        raise value
    return _yielded(value, end) if kind == "each" else value


def _yielded(values: list[Any], end: Outcome) -> Generator[Any, None, Any]:
    yield from values
    return _replayed(end)


def same(one: Any, other: Any) -> bool:
    """Whether no test could tell two values apart; in doubt they differ."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, re.Match):
        return bool(one.re == other.re and one.string == other.string and one.regs == other.regs)
    if isinstance(one, BaseException):
        return same(one.args, other.args)
    try:
        return bool(one == other)
    except Exception:
        return False
