"""What the rules make of some thousand texts, recorded: whoever changes a rule sees which verdicts change.

Nobody has judged these outcomes right: what is right stands in the cases of ``tests/rules``. Here it is only
held that a change changes what it was meant to change.

    make recorded                             keep the outcomes as they are now, and tell which have changed
    python -m tests.recorded --draw 2000      try so many new texts for each table; keep what few resemble
    python -m tests.recorded pages --draw 100 for one table alone

Read what has changed before it is committed: each line of the difference is a text that is judged otherwise.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter

from . import tables
from .drawing import another
from .outcomes import OUTCOMES
from .ways import Way, ways

FOLDERS = ("sourced/rules/", "sourced/english/")
ENOUGH = 4
"""So many texts may take the same way."""
LONGEST = 900


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.recorded", description=__doc__.partition("\n")[0])
    parser.add_argument("tables", nargs="*", default=list(OUTCOMES), help=", ".join(OUTCOMES))
    parser.add_argument("--draw", type=int, default=0, help="try so many new texts for each table")
    parser.add_argument("--seed", type=int, default=0, help="others")
    options = parser.parse_args()
    for name in options.tables:
        known = tables.texts(name)
        now = {text: tables.outcome(name, text) for text in known}
        changed = [text for text in known if now[text] != known[text]]
        for text in changed:
            print(
                text,
                *(f"  - {each}" for each in known[text]),
                *(f"  + {each}" for each in now[text]),
                sep="\n",
            )
        if options.draw:
            now |= drawn(name, list(known), options.draw, random.Random(options.seed))
        tables.write(name, now)
        print(f"{name}: {len(changed)} outcomes changed, {len(now) - len(known)} texts new", file=sys.stderr)
    return 0


def drawn(name: str, known: list[str], count: int, lot: random.Random) -> dict[str, list[str]]:
    """Those of ``count`` new texts that take a way which few take."""
    taken: Counter[Way] = Counter()
    found: dict[str, list[str]] = {}
    lot.shuffle(known)
    for text in known:
        taken.update(ways(lambda text=text: tables.outcome(name, text), FOLDERS))
    for number in range(count):
        if number % 100 == 0:
            print(f"{name}: {number}/{count} tried, {len(found)} kept", file=sys.stderr, flush=True)
        text = another(name, known, lot)
        if len(text) > LONGEST or not text.strip() or text in found or text in known:
            continue
        here = ways(lambda text=text: tables.outcome(name, text), FOLDERS)
        if any(taken[each] < ENOUGH for each in here):
            taken.update(here)
            found[text] = tables.outcome(name, text)
            known.append(text)
    return found


if __name__ == "__main__":
    sys.exit(main())
