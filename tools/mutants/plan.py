"""What mutants are to be tried, and where what was found of them is kept."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


class Plan:
    """What is to be tried, a line for each mutant in a file, and another file for the results."""

    def __init__(self, folder: Path) -> None:
        self.wanted = [json.loads(line) for line in (folder / "wanted.jsonl").read_text().splitlines()]
        self.found = folder / "results.jsonl"
        self.jobs = int(os.environ["MUTANTS_JOBS"])
        self.shown = os.dup(2)
        self.done = self.survived = 0
        self.began = time.monotonic()

    def tell(
        self, mutant: dict[str, Any], verdict: str, killer: str | None, tests: int, seconds: float
    ) -> None:
        """Keep what was found of a mutant."""
        found = {
            "key": mutant["key"],
            "digest": mutant["digest"],
            "verdict": verdict,
            "killer": killer,
            "tests": tests,
            "seconds": round(seconds, 2),
        }
        with self.found.open("a", encoding="utf-8") as file:
            file.write(json.dumps(found) + "\n")
        self.done += 1
        self.survived += verdict == "survived"
        self.say(f"{self.done}/{len(self.wanted)} tried, {self.survived} survived")

    def say(self, text: str) -> None:
        """Tell whoever waits."""
        minutes = (time.monotonic() - self.began) / 60
        os.write(self.shown, f"[{minutes:6.1f} min] {text}\n".encode())
