"""The processes in which mutants are probed and tried."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import _lru_cache_wrapper
from inspect import signature
from typing import Any

import pytest
from tools.mutants.probing import Probe

UNNOTICED, NOTICED, FAILED = 0, 1, 70


class Shared:
    """What a fixture of several tests does, all of them may notice."""

    def __init__(self, probe: Probe) -> None:
        self.probe = probe

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        shared = fixturedef.scope != "function"
        self.probe.shared += shared
        try:
            return (yield)
        finally:
            self.probe.shared -= shared


def at_most(seconds: float) -> None:
    """End this process after so much processor time."""
    limit = int(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))


def leave(work: Callable[[], int]) -> None:
    """Do the work of a child silently, and end it."""
    code = FAILED
    try:
        if "MUTANTS_TELL" not in os.environ:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
        code = work()
    finally:
        os._exit(code)


def again() -> list[str]:
    """The command that runs these tests."""
    return [sys.executable, *sys.orig_argv[1:]]


def collects() -> bool:
    """Whether a new process finds the tests."""
    command, environment = [*again(), "--collect-only"], {**os.environ, "MUTANT": "="}
    return not subprocess.run(command, env=environment, capture_output=True, check=False).returncode


def clear_caches(*, tables: bool) -> None:
    """Forget what functions have worked out; with ``tables``, also what they have read for good."""
    for cached in _caches():
        lasting = cached.__module__.endswith(".tables") or not signature(cached).parameters
        if tables or not lasting:
            cached.cache_clear()


_CACHES: list[Any] = []


def _caches() -> Iterable[Any]:
    if not _CACHES:
        found = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
        _CACHES.extend(each for each in found if getattr(each, "__module__", "").startswith("sourced"))
        assert _CACHES
    return _CACHES
