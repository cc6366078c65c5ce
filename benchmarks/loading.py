"""How long loading a book takes, as a ratio to libyaml's bare event parse of the same data file.

For each number of facts it writes a book into a temporary folder, and measures in turn, run by run:

- ``bare``: ``for event in yaml.parse(text, Loader=yaml.CLoader): pass``, the least that YAML costs in Python;
- ``data``: tree with places, and the entries of the model, from the same text;
- ``load``: ``load_book`` on the folder, files and all.

The table gives the median CPU time of ``bare``, the median of the ratios of each run (a slow moment of the
machine falls on both sides of a ratio), and what a fresh process that only loads the book grows by.
The goal is a ratio of at most 1.5 for ``data``, and time and memory in proportion to the number of facts.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from sourced.book.book import DATA_FILE
from sourced.book.entries import read_entries
from sourced.book.loading import load_book
from sourced.book.yaml.reading import read_tree

WORDS = ("the", "bridge", "mill", "road", "“town”", "north", "of", "which", "held", "years", "river’s", "old")
SOURCES = 5
STATUS = Path("/proc/self/status")


def write_book(root: Path, facts: int) -> None:
    """A book of made-up facts, each with one quotation, as long as those of a real one."""
    chance = random.Random(facts)
    seed = " ".join(chance.choices(WORDS, k=600)) + "\n"
    digest = hashlib.sha256(seed.encode()).hexdigest()
    lines = ["sources:"]
    for number in range(SOURCES):
        (root / "seeds" / f"s{number}.txt").write_text(seed, encoding="utf-8")
        lines.append(f"  s{number}: {{file: s{number}.txt, sha256: {digest}, published: 1901-05-04}}")
    lines += ["properties:", "  length: {title: Length, single: true}", "facts:"]
    for number in range(facts):
        lines += [
            f"  fact-{number}:",
            f"    about: thing-{number % 97}",
            "    property: length",
            f"    value: {number} km",
            f"    statement: The {' '.join(chance.choices(WORDS, k=9))}.",
            "    evidence:",
            f"      - source: s{number % SOURCES}",
            f"        exact: {' '.join(chance.choices(WORDS, k=12))}",
        ]
    (root / DATA_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def bare(text: str) -> None:
    for _ in yaml.parse(text, Loader=yaml.CLoader):
        pass


def data(text: str) -> object:
    gc.disable()  # as ``load_book`` does
    try:
        tree, findings = read_tree(text, file=DATA_FILE)
        assert tree is not None
        assert not findings
        return tree, read_entries(tree)
    finally:
        gc.enable()


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    result = work()
    spent = time.process_time() - start
    del result  # freed after the clock has stopped, for what is loaded stays
    return spent


def grown_megabytes(root: Path) -> str:
    """By how much the peak memory of a fresh process grows while it loads the book (Linux only)."""
    if not STATUS.exists():
        return "-"
    command = [sys.executable, __file__, "--grow", str(root)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def print_growth(root: Path) -> None:
    before = peak_kilobytes()
    book = load_book(root)
    assert book.facts
    print(round((peak_kilobytes() - before) / 1024))


def peak_kilobytes() -> int:
    """The peak of this process alone; ``getrusage`` would hand down its parent's."""
    return int(STATUS.read_text().split("VmHWM:")[1].split()[0])


def measure(facts: int, runs: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("data", "docs", "seeds"):
            (root / name).mkdir()
        write_book(root, facts)
        text = (root / DATA_FILE).read_text(encoding="utf-8")
        times = [
            (seconds(lambda: bare(text)), seconds(lambda: data(text)), seconds(lambda: load_book(root)))
            for _ in range(runs)
        ]
        least = statistics.median(run[0] for run in times)
        of_data = statistics.median(run[1] / run[0] for run in times)
        of_load = statistics.median(run[2] / run[0] for run in times)
        memory = grown_megabytes(root)
        return (
            f"{facts:>8} {len(text) / 1e6:>7.1f} {least:>8.3f} {of_data:>9.2f} {of_load:>9.2f} {memory:>10}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--facts", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="numbers of facts"
    )
    parser.add_argument("--runs", type=int, default=7, help="runs of each (default: 7)")
    parser.add_argument("--grow", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.grow:
        print_growth(options.grow)
        return
    print("   facts      MB  bare, s  data/bare load/bare  memory, MB")
    for facts in options.facts:
        print(measure(facts, options.runs), flush=True)


if __name__ == "__main__":
    main()
