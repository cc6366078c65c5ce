"""Which small faults in ``rules`` and ``english`` would no test notice?

    make mutants                            all of them; goes on where it was interrupted
    make mutants ARGS=rules/support/ties/order.py
    make mutants SAMPLE=600                 as many, taken at random
    make mutants SAMPLE=600 ARGS='--seed 2' others, for a fresh look

Each mutant is the program with one small fault: a bound moved, a clause dropped, a word changed. One that all
tests pass has survived, and shows what no test holds. Whoever finds one that no test can notice, as nothing
observable differs, enters it with the reason in ``tests/mutants.tsv``. Texts of several words are left alone:
they are what messages say to people.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tools.mutants import making
from tools.mutants.making import Mutant

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build/mutants"
COPY = FOLDER / "project"
RESULTS = FOLDER / "results.jsonl"
DECLARED = ROOT / "tests" / making.DECLARED
TESTS = (
    "tests/recorded",
    "tests/rules",
    "tests/english",
    "tests/chain",
    "tests/text",
    "tests/pictures/test_labels.py",
)
"""What tells of ``rules`` and ``english``, without a build or a browser."""
TARGET = 0.05
Key = tuple[str, ...]


def main() -> int:
    options = _options()
    mutants, digest = made()
    chosen = choose(mutants, options.places, options.sample, options.seed)
    if not chosen:
        print("No mutant stands at", *options.places, file=sys.stderr)
        return 2
    if not options.report:
        code = attempt(chosen, digest, options.jobs)
        if code:
            return code
    return tell(chosen, results(digest), declared())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make mutants", description=__doc__.partition("\n")[0] if __doc__ else ""
    )
    parser.add_argument(
        "places", nargs="*", help="a module or folder, such as rules/verdict or english/dates/dates.py"
    )
    parser.add_argument("--sample", type=int, default=0, help="try so many, taken at random")
    parser.add_argument("--seed", default="", help="take another sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    parser.add_argument("--report", action="store_true", help="tell what was found so far, and try nothing")
    return parser.parse_args()


def made() -> tuple[list[Mutant], str]:
    """All mutants, and a sum of what they were made from; made anew where that has changed."""
    kept = FOLDER / "made.json"
    digest = making.digest(ROOT)
    if kept.exists():
        known = json.loads(kept.read_text(encoding="utf-8"))
        if known["digest"] == digest:
            return [Mutant(*each) for each in known["mutants"]], digest
    print("Making the mutants", file=sys.stderr, flush=True)
    mutants = making.make(ROOT, COPY)
    kept.write_text(json.dumps({"digest": digest, "mutants": mutants}), encoding="utf-8")
    return mutants, digest


def choose(mutants: list[Mutant], places: list[str], sample: int, seed: str = "") -> list[Mutant]:
    """Those at the places; of these a sample, the same for a seed, also if some code has changed."""
    found = [each for each in mutants if not places or any(_is_at(each.file, place) for place in places)]
    if sample and sample < len(found):
        found = sorted(found, key=lambda each: _lot(each, seed))[:sample]
    return sorted(found)


def _lot(mutant: Mutant, seed: str = "") -> bytes:
    """A number drawn for a mutant, the same each time."""
    return hashlib.sha256(f"{seed}{mutant.key!r}".encode()).digest()


def _is_at(file: str, place: str) -> bool:
    return Path(file).is_relative_to(place.removeprefix(f"{making.PACKAGE}/"))


def results(digest: str | None) -> dict[Key, dict[str, Any]]:
    """What was found of each mutant last; with ``digest``, of the project as it now is."""
    found: dict[Key, dict[str, Any]] = {}
    if RESULTS.exists():
        for line in RESULTS.read_text(encoding="utf-8").splitlines():
            each = json.loads(line)
            if digest is None or each["digest"] == digest:
                found[tuple(each["key"])] = each
    return found


def attempt(mutants: list[Mutant], digest: str, jobs: int) -> int:
    """Try those not tried yet on the project as it now is."""
    wanted = _untried(mutants, digest)
    if not wanted:
        return 0
    (FOLDER / "wanted.jsonl").write_text(
        "".join(json.dumps(each) + "\n" for each in wanted), encoding="utf-8"
    )
    paths = os.pathsep.join([str(COPY / making.PACKAGE.parent), str(COPY)])
    environment = {
        **os.environ,
        "PYTHONPATH": paths,
        "MUTANTS_FOLDER": str(FOLDER),
        "MUTANTS_JOBS": str(jobs),
        "PYTHONHASHSEED": "0",
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-s",
        "-p",
        "tools.mutants.trying",
        "-p",
        "no:cacheprovider",
    ]
    return subprocess.run([*command, *TESTS], cwd=COPY, env=environment, check=False).returncode


def _untried(mutants: list[Mutant], digest: str) -> list[dict[str, Any]]:
    """What is to be known of those not tried yet, in random order, so that some are a sample too."""
    known, before, excused = results(digest), results(None), declared()
    return [
        {
            "name": each.name,
            "entry": each.entry,
            "id": f"{each.entry}={each.name}",
            "key": each.key,
            "digest": digest,
            "effects": each.effects,
            "killer": before.get(each.key, {}).get("killer"),
        }
        for each in sorted(mutants, key=_lot)
        if each.key not in known and each.key not in excused
    ]


def declared() -> dict[Key, str]:
    """The mutants that no test can notice, each with the reason."""
    if not DECLARED.exists():
        return {}
    with DECLARED.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(
            (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return {tuple(key): reason for *key, reason in rows}


def tell(mutants: list[Mutant], found: dict[Key, dict[str, Any]], excused: dict[Key, str]) -> int:
    """Print what became of each module's mutants, and the survivors; 1 if there are too many."""
    rows: dict[str, Counter[str]] = {}
    survivors = []
    for each in mutants:
        verdict = "equivalent" if each.key in excused else found.get(each.key, {}).get("verdict", "untried")
        rows.setdefault(each.file, Counter())[verdict] += 1
        if verdict == "survived":
            survivors.append(each)
    total = sum(rows.values(), Counter())
    width = max(map(len, [*rows, "module"]))
    print(f"{'module':{width}}  mutants  killed  survived  equivalent  untried")
    for name, row in [*sorted(rows.items()), ("all", total)]:
        killed = row["killed"] + row["stopped"]
        print(
            f"{name:{width}}  {row.total():7}  {killed:6}  {row['survived']:8}  {row['equivalent']:10}"
            f"  {row['untried']:7}"
        )
    for each in survivors:
        print(f"\n{making.PACKAGE}/{each.file}:{each.line}: {each.function}")
        print(f"  - {each.old}\n  + {each.new}")
    return _judge(len(survivors), total.total() - total["untried"])


def _judge(survived: int, tried: int) -> int:
    if not tried:
        print("\nNone was tried.")
        return 1
    low, high = _interval(survived, tried)
    print(f"\n{survived} of {tried} survived: {survived / tried:.1%}")
    print(f"If these are a sample: between {low:.1%} and {high:.1%} of all, at 95 %.")
    return int(survived / tried > TARGET)


def _interval(part: int, whole: int) -> tuple[float, float]:
    """Between what shares the true one lies in 95 of 100 samples, after Wilson."""
    z = 1.96
    share, spread = part / whole, z * z / whole
    middle = (share + spread / 2) / (1 + spread)
    reach = z * math.sqrt(share * (1 - share) / whole + spread / whole / 4) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


if __name__ == "__main__":
    sys.exit(main())
