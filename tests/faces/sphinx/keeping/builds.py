"""Builds in processes of their own, which can be killed at any moment, or find the disk full."""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import signal
import sys
import warnings
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Literal

from sphinx.application import Sphinx

from sourced.faces.sphinx.logged import DataError

WRITES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime"}
"""What a build does to its folders, as Python's audit events name it."""

_UNCOLOURED = re.compile("\x1b\\[[0-9;]*m")

How = Literal["killed", "emptied", "full", "cut"]
"""An accident: killed before it writes, or when it has just emptied a file; a full disk; a file cut off."""


@dataclass(frozen=True, kw_only=True)
class Accident:
    """What happens to a build, and at which of its writes, or at how many bytes of a file."""

    how: How
    at: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a build ended: ``exit`` is None for one that was killed."""

    exit: int | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Order:
    """A build to be made."""

    root: Path
    builder: str = "html"
    out: str = "build"
    jobs: int = 1

    @property
    def outdir(self) -> Path:
        """Where it is written."""
        return self.root / self.out / self.builder


def build(order: Order, accident: Accident | None = None) -> Outcome:
    """Make a build in a process of its own, and wait for it."""
    told = order.root / "told.json"
    told.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.setpgid(0, 0)
            _build(order, accident, told)
        os._exit(0)
    os.waitpid(child, 0)
    with suppress(ProcessLookupError):  # those that it has started
        os.killpg(child, signal.SIGKILL)
    if not told.exists():
        return Outcome(exit=None)
    exit_, warned = json.loads(told.read_text(encoding="utf-8"))
    return Outcome(exit=exit_, warnings=tuple(warned))


SPHINX_OWN = {"environment.pickle", "last_build"}
"""Copies of what Sphinx has read, which it puts beside pages in JSON; no two of them are alike."""


def files(folder: Path) -> dict[str, bytes]:
    """All files of a built book."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in SPHINX_OWN
    }


def build_here(order: Order) -> None:
    """Make a build in this process, for what it leaves there."""
    _build(order, None, order.root / "told.json")


def _build(order: Order, accident: Accident | None, told: Path) -> None:
    """In the child: build, and write down how it went."""
    stream, exit_ = StringIO(), 0
    warnings.simplefilter("ignore")
    os.environ["SOURCE_DATE_EPOCH"] = "1000000000"
    sys.stdout = sys.stderr = StringIO()
    if accident:
        _await(order.root / order.out, accident)
    try:
        app = Sphinx(
            srcdir=order.root / "docs",
            confdir=order.root,
            outdir=order.outdir,
            doctreedir=order.root / order.out / "doctrees",
            buildername=order.builder,
            status=StringIO(),
            warning=stream,
            parallel=order.jobs,
        )
        app.build()
        exit_ = app.statuscode
    except DataError:
        exit_ = 2
    except Exception as error:  # whatever the accident has led to
        exit_ = 3
        stream.write(f"{type(error).__name__}: {error}\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    lines = [_UNCOLOURED.sub("", line) for line in stream.getvalue().splitlines() if line.strip()]
    part = told.with_suffix(".part")
    part.write_text(json.dumps([exit_, sorted(set(lines))]), encoding="utf-8")
    part.replace(told)


def _await(folder: Path, accident: Accident) -> None:
    """Let the accident happen."""
    if accident.how == "cut":
        resource.setrlimit(resource.RLIMIT_FSIZE, (accident.at, resource.RLIM_INFINITY))
        return
    count = 0

    def see(event: str, given: tuple[object, ...]) -> None:
        nonlocal count
        if event not in WRITES or not str(given[0]).startswith(str(folder)):
            return
        if event == "open" and not _writes(given):
            return
        count += 1
        if count < accident.at:
            return
        if accident.how == "full":
            raise OSError(errno.ENOSPC, "No space left on device", str(given[0]))
        if accident.how == "emptied" and event == "open" and Path(str(given[0])).is_file():
            os.truncate(str(given[0]), 0)
        os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(see)


def _writes(given: tuple[object, ...]) -> bool:
    return isinstance(given[2], int) and bool(given[2] & (os.O_WRONLY | os.O_RDWR))
