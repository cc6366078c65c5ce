"""What the roles cost a build: cold, idle, and after one changed fact.

Each figure is a ratio of two builds that were run by turns, so that whatever
else the machine does falls on both. Run it with the project's own Python:

    .venv/bin/python benchmarks/build.py
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from survey import FACTS_PER_PAGE, write, write_book

UNREVIEWED = 3
"""What a check ends with where nothing is wrong and nobody has signed yet."""

EXTENSION = Path(__file__).parents[1] / "docs" / "_ext"


def build(root: Path, out: str = "build", *options: str) -> float:
    """Processor seconds of a build; any warning is an error."""
    return run("sphinx", "-q", "-W", *options, "-c", str(root), str(root / "docs"), str(root / out))


def forget(root: Path) -> None:
    """Throw away what builds and checks have kept for the next one."""
    shutil.rmtree(root / ".sourced-cache", ignore_errors=True)


def run(module: str, *arguments: str) -> float:
    """Processor seconds of a command in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(EXTENSION)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # all else is compiled, too
    started = _processor_time()
    command = [sys.executable, "-m", module, *arguments]
    status = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode
    if status not in (0, UNREVIEWED):
        raise subprocess.CalledProcessError(status, command)
    return _processor_time() - started


def _processor_time() -> float:
    """Of all children so far: unlike the clock it does not count what else the machine is doing."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pair(title: str, goal: float, runs: int, one: Callable[[], float], other: Callable[[], float]) -> float:
    """Run two builds by turns, print a line of the table, and tell the ratio."""
    times = [(one(), other()) for _ in range(runs)]
    first, second = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    print(f"| {title} | {first:.2f} s | {second:.2f} s | {ratio:.2f} | {goal:.2f} |", flush=True)
    return ratio


def compare_cold(folder: Path, pages: int, runs: int) -> None:
    """A cold build with roles, and with plain words."""
    for name, sourced in (("sourced", True), ("plain", False)):
        write_book(folder / name, pages, count=pages * FACTS_PER_PAGE, sourced=sourced)

    def cold(name: str, *, kept: bool = False) -> float:
        if not kept:
            forget(folder / name)
        return build(folder / name, f"build-{time.time_ns()}")

    def check() -> float:
        return run("sourced", "check", "--no-cache", "--root", str(folder / "sourced"))

    pair(f"cold, {pages} pages / plain words", 1.10, runs, lambda: cold("sourced"), lambda: cold("plain"))
    pair("the same, verdicts kept", 1.10, runs, lambda: cold("sourced", kept=True), lambda: cold("plain"))
    pair(
        "the same, less what the check costs alone",
        1.10,
        runs,
        lambda: cold("sourced") - check(),
        lambda: cold("plain"),
    )


def compare_idle(folder: Path, runs: int) -> None:
    """A build with nothing to do."""
    for name in ("sourced", "plain"):
        build(folder / name)
    pair("idle / plain words", 1.05, runs, lambda: build(folder / "sourced"), lambda: build(folder / "plain"))


def compare_changed(folder: Path, pages: int, count: int, runs: int) -> None:
    """One changed fact, against an idle build and against one touched page of a plain book."""
    write_book(folder / "sourced", pages, count=count, sourced=True)
    write_book(folder / "plain", pages, count=count, sourced=False)
    for name in ("sourced", "plain"):
        build(folder / name)
    file = folder / "sourced/data/facts.yaml"
    wordings = itertools.cycle([(" runs for ", " goes on for "), (" goes on for ", " runs for ")])

    def changed() -> float:
        write(file, file.read_text(encoding="utf-8").replace(*next(wordings), 1))
        return build(folder / "sourced")

    def touched(name: str) -> float:
        page = folder / name / "docs/page-1.md"
        write(page, page.read_text(encoding="utf-8") + "\n")
        return build(folder / name)

    def idle() -> float:
        return build(folder / "sourced")

    title = f"one changed fact of {count:,}, {pages:,} pages"
    pair(f"{title} / idle", 1.20, runs, changed, idle)
    pair(f"{title} / one touched page of plain words", 1.20, runs, changed, lambda: touched("plain"))
    pair(
        "one touched page / one of plain words",
        1.20,
        runs,
        lambda: touched("sourced"),
        lambda: touched("plain"),
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100, help="pages of the cold and idle builds")
    parser.add_argument("--many-pages", type=int, default=1000, help="pages where one fact changes")
    parser.add_argument("--many-facts", type=int, default=2000, help="facts of the book of many pages")
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs; the median counts")
    options = parser.parse_args()
    print("| build | this | that | ratio | goal |\n| --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare_cold(folder / "cold", options.pages, options.runs)
        compare_idle(folder / "cold", options.runs)
        compare_changed(folder / "many", options.many_pages, options.many_facts, options.runs)


if __name__ == "__main__":
    main()
