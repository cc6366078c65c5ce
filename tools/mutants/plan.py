"""What mutants are to be tried, and where what was found of them is kept."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


class Plan:
    """What is to be tried, a line for each mutant in a file, and another file for the results."""

    def __init__(self, folder: Path) -> None:
        self.wanted = [json.loads(line) for line in (folder / "wanted.jsonl").read_text().splitlines()]
        self.found = folder / "results.jsonl"
        self.jobs = int(os.environ["MUTANTS_JOBS"])
        self.shown = os.dup(2)

    def tell(self, **result: Any) -> None:
        with self.found.open("a", encoding="utf-8") as file:
            file.write(json.dumps(result) + "\n")
