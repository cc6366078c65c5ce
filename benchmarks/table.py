"""All that building and checking cost, in one table: run by turns, as ratios, by processor time.

Peers are measured where they are installed. What no machine's mood can change is held: the command ends
with 1 if a check takes more than in proportion to its facts.

    .venv/bin/python benchmarks/table.py            # as it is judged: takes an hour
    .venv/bin/python benchmarks/table.py --quick    # in a few minutes
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from build import build, compare_changed, compare_idle, forget, pair
from check import measure_checks
from peers import installed, write_peer
from survey import FACTS_PER_PAGE, write_book


def compare_with_peers(folder: Path, pages: int, runs: int) -> None:
    """A cold build, verdicts included, against plain words and each peer; and peers against plain words.

    Once with nothing kept by an earlier build, and once with its verdicts kept.
    """
    count = pages * FACTS_PER_PAGE
    write_book(folder / "sourced", pages, count=count, sourced=True)
    write_book(folder / "plain", pages, count=count)

    def cold(name: str, *, kept: bool = False) -> float:
        if not kept:
            forget(folder / name)
        return build(folder / name, f"build-{time.time_ns()}")

    def known() -> float:
        return cold("sourced", kept=True)

    pair("cold / plain words", 1.35, runs, lambda: cold("sourced"), lambda: cold("plain"))
    pair("cold, verdicts kept / plain words", 1.35, runs, known, lambda: cold("plain"))
    for number, (name, mark) in enumerate(installed().items()):
        peer = f"peer-{number}"
        write_peer(folder / peer, pages, count=count, mark=mark)
        one = partial(cold, peer)
        goal = 1.10 if number == 0 else 1.0
        pair(f"cold / {name}", goal, runs, lambda: cold("sourced"), one)
        pair(f"cold, verdicts kept / {name}", goal, runs, known, one)
        pair(f"{name} / plain words", 0, runs, one, lambda: cold("plain"))


def compare_jobs(folder: Path, runs: int) -> None:
    """A cold build in two processes against one, by the clock."""

    def clock(*options: str) -> float:
        forget(folder / "sourced")
        began = time.perf_counter()
        build(folder / "sourced", f"build-{time.time_ns()}", *options)
        return time.perf_counter() - began

    pair("cold, -j 2 / -j 1 (clock)", 0.6, runs, lambda: clock("-j", "2"), lambda: clock("-j", "1"))


def main() -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small books, and one run of each")
    parser.add_argument("--only", choices=("build", "check"), help="one of the two tables")
    options = parser.parse_args()
    runs, pages, many, count = (1, 20, 100, 4_000) if options.quick else (5, 100, 1_000, 100_000)
    held = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.only != "check":
            print("| build | this | that | ratio | goal |\n| --- | --- | --- | --- | --- |", flush=True)
            compare_with_peers(folder / "cold", pages, runs)
            compare_jobs(folder / "cold", runs)
            compare_idle(folder / "cold", runs)
            for number in dict.fromkeys((pages, many)):
                compare_changed(folder / f"changed-{number}", number, 2 * number, runs)
        if options.only != "build":
            held = measure_checks(folder / "check", count)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
