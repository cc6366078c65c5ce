"""What `sourced uses`, `diff` and `rename` cost on a book of 10,000 facts, in processor seconds.

Each is run as a command of its own, from its start to its end; the goal is two seconds:

    .venv/bin/python benchmarks/knowing.py
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import tempfile
from pathlib import Path

from build import run
from survey import facts, write_book

GOAL = 2.0
PAGES = 500
GIT = ("git", "-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def prepared(folder: Path, count: int) -> str:
    """A book that git knows, and of which one fact has another value now; the ID of that fact."""
    write_book(folder, PAGES, count=count, sourced=True)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)
    data, fact = folder / "data/facts.yaml", facts(count)[0]
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace(f"value: {fact.value} km", "value: 99 km", 1), encoding="utf-8")
    return fact.id


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--facts", type=int, default=10_000, help="how many facts")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command; the median counts")
    options = parser.parse_args()
    print("| command | seconds | goal |\n| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        fact = prepared(Path(name), options.facts)
        root, new = ["--root", name], f"{fact}-again"
        for title, turns in {
            "uses": [["uses", fact]],
            "diff": [["diff"]],
            "rename": [["rename", fact, new], ["rename", new, fact]],
        }.items():
            calls = [turns[number % len(turns)] for number in range(options.runs)]
            median = statistics.median(run("sourced", *call, *root) for call in calls)
            print(f"| {title} | {median:.2f} | {GOAL:.2f} |")


if __name__ == "__main__":
    main()
