"""Changed books and odd arguments, by the hundred thousand: no traceback, no hang, no file changed.

A small book is changed (``mutations.py``), written to a folder, and the command is run on it, with
arguments that are changed too. An input fails if the command ends otherwise than with one of its exit
statuses, if it takes longer than the limit, or if a file of the book is afterwards not what it was.
Number and seed say which inputs are made, so that a failed one can be run again:

    PYTHONPATH=docs/_ext .venv/bin/python -m tests.fuzz --number 20000 --seed 3
    PYTHONPATH=docs/_ext .venv/bin/python -m tests.fuzz --seed 3 --only 1234 --keep /some/folder

The work is done in a process of its own: what hangs where Python cannot interrupt it is ended from outside.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from multiprocessing import Process, Queue
from pathlib import Path
from queue import Empty
from random import Random

from sourced.faces.command.main import main as command
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS, UNREVIEWED

from .book import BOOK, show_all
from .mutations import Files, changed, rehash
from .oddities import SCALARS

STATUSES = {CLEAN, FINDINGS, FAILED, UNREVIEWED}
BATCH = 500
SHOWN = 0.2
"""Of so many inputs everything is made that a build would show."""
MEMORY = 3 << 30


class TooLongError(BaseException):
    """An input takes longer than it may; no handler of the command may take it for its own."""


def arguments(chance: Random, root: Path, out: Path) -> list[str]:
    """A call of the command: mostly a right one."""
    odd = [each for each in SCALARS if "\0" not in each and "\ud800" not in each and len(each) < 400]
    calls = [
        *([["check"]] * 8),
        *(["check", "--format", form] for form in ("json", "github", "github", "txt")),
        *(["coverage", "--format", form] for form in ("text", "text", "json")),
        *(["export", "--format", form] for form in ("json", "json", "jsonld", "csv")),
        *(["export", "--format", form, "--output", str(out)] for form in ("json", "csv", "csv")),
        *(["export", "--output", str(root / kept)] for kept in ("docs/x.json", "seeds/gazette.txt")),
        *(
            ["export", "--format", "csv", "--output", str(root / kept)]
            for kept in ("docs", "data/facts.yaml")
        ),
        ["check", "--shard", "1/2", "--format", "json"],
        ["review", "--list"],
        ["review", "--list", "--format", "json"],
        ["signatures"],
        ["join", str(root / "data/facts.yaml")],
        ["codes"],
        ["schema"],
    ]
    call = [*chance.choice(calls)]
    if call[0] not in ("codes", "schema"):
        call += ["--root", str(root)]
    if chance.random() < 0.05:
        at = chance.randint(0, len(call))
        call[at : at + chance.randint(0, 1)] = [chance.choice(odd)] * chance.randint(0, 2)
    return call


def run(call: list[str], limit: float, show: Path | None) -> str | None:
    """What is wrong with how the command ends, or with showing the book in ``show``, if anything is."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
            status = command(call)
            if show is not None:
                show_all(show)
    except SystemExit as exit_:
        status = exit_.code
    except TooLongError:
        return f"took too long: {traceback.format_exc(limit=-4)}"
    except BaseException:
        return traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if "Traceback" in told.getvalue():
        return told.getvalue()
    return None if status in STATUSES else f"exit status {status!r}"


def contents(root: Path) -> dict[str, bytes | None]:
    """All files below a folder; ``None`` for what is no file."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


def try_one(seed: int, number: int, folder: Path, limit: float) -> str | None:
    """Make one input, run it, and say what is wrong, if anything is."""
    chance = Random(f"{seed}:{number}")
    base: Files = {name: text.encode() for name, text in BOOK.items()}
    rehash(base)
    root, out = folder / "book", folder / "out"
    for path in (root, out):
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    for name, content in changed(chance, base).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    before = contents(root)
    call = arguments(chance, root, out)
    began = time.perf_counter()
    wrong = run(call, limit, root if chance.random() < SHOWN else None)
    took = time.perf_counter() - began
    if wrong is None and contents(root) != before:
        wrong = "a file of the book was changed"
    return f"input {number} ({took:.1f} s): {call}\n{wrong}" if wrong else None


def work(
    seed: int, numbers: list[int], folder: Path, limit: float, told: Queue[tuple[int, str | None]]
) -> None:
    """Try inputs one after another, and tell of each."""
    import resource

    def stop(*_: object) -> None:
        raise TooLongError

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
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
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
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
