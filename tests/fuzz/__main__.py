"""Changed books and odd arguments, by the hundred thousand: no traceback, no hang, no file changed.

A small book is changed (``mutations.py``), written to a folder, and a command is run on it, with arguments
and files that are changed too (``calls.py``); or everything is made that a build would show of it, or it is
typed into as in an editor, or previewed. An input fails if it raises anything, if the command ends otherwise
than with one of its exit statuses, if it takes longer than the limit, or if a file of the book is afterwards
not what it was; where something was to be written, if the book can then not be read any more.
Number and seed say which inputs are made, so that a failed one can be run again:

    PYTHONPATH=docs/_ext .venv/bin/python -m tests.fuzz --number 20000 --seed 3
    PYTHONPATH=docs/_ext .venv/bin/python -m tests.fuzz --seed 3 --only 1234 --keep /some/folder

The work is done in a process of its own: what hangs where Python cannot interrupt it is ended from outside.
"""

from __future__ import annotations

import argparse
import gettext
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from multiprocessing import Process, Queue
from pathlib import Path
from queue import Empty

from .inputs import TooLongError, base, try_one

BATCH = 500
MEMORY = 3 << 30


def work(
    seed: int, numbers: list[int], folder: Path, limit: float, told: Queue[tuple[int, str | None]]
) -> None:
    """Try inputs one after another, and tell of each."""

    def stop(*_: object) -> None:
        raise TooLongError

    os.chdir(folder)  # a name without a folder is one of this input's
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    gettext.find = cache(gettext.find)  # argparse asks for a catalogue at each of its words
    signal.signal(signal.SIGPROF, stop)
    for number in numbers:
        told.put((number, None))
        told.put((number, try_one(seed, number, folder, limit) or ""))


def batches(numbers: list[int]) -> Iterator[list[int]]:
    """So many inputs for each process."""
    for start in range(0, len(numbers), BATCH):
        yield numbers[start : start + BATCH]


def supervise(seed: int, numbers: list[int], folder: Path, limit: float) -> Iterator[str]:
    """Run inputs in a process; what is wrong with each, hangs and crashes included."""
    while numbers:
        told: Queue[tuple[int, str | None]] = Queue()
        base()  # once for all processes
        process = Process(target=work, args=(seed, numbers, folder, limit, told))
        process.start()
        done = 0
        while done < len(numbers):
            try:
                _, wrong = told.get(timeout=limit * 6 + 60)
            except Empty:
                how = "hangs" if process.is_alive() else f"ended its process ({process.exitcode})"
                yield f"input {numbers[done]}: {how}"
                done += 1
                break
            if wrong is not None:
                done += 1
                if wrong:
                    yield wrong
        process.kill()
        process.join()
        numbers = numbers[done:]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=1000, help="how many inputs (default: 1000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--limit", type=float, default=10.0, help="processor seconds that one input may take (default: 10)"
    )
    parser.add_argument("--only", type=int, help="the number of a single input, to run it again")
    parser.add_argument(
        "--keep", type=Path, help="the folder to write books to, and to leave the last one in"
    )
    options = parser.parse_args()
    numbers = list(range(options.number)) if options.only is None else [options.only]
    began, failed = time.perf_counter(), 0
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for batch in batches(numbers):
            for wrong in supervise(options.seed, batch, folder, options.limit):
                failed += 1
                print(wrong, flush=True)
    took = time.perf_counter() - began
    print(f"{len(numbers)} inputs of seed {options.seed} in {took:.0f} s: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
