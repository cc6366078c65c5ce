"""Trying mutants: a pytest plugin that takes the place of running the tests.

All tests are collected once. Then each mutant gets a child of this process, in which it is switched on and
tests run until one notices it: first those of ``tests/recorded`` that call its function, as these notice
most; then those that may notice it, the quickest first. Which may is found out before, in a probe of many
mutants at once: see ``probing.py``. Mutants of what runs while modules are imported need a new process each,
and all tests.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tools.mutants.calls import calling
from tools.mutants.children import (
    NOTICED,
    UNNOTICED,
    Shared,
    again,
    at_most,
    clear_caches,
    collects,
    leave,
)
from tools.mutants.plan import Plan
from tools.mutants.probing import Probe
from tools.mutants.switch import ENTRIES, Entry

RECORDED = "tests/recorded/"
FIRST = 40
"""So many recorded tests are tried before it is asked which tests may notice a mutant."""
ROUND = 1000
"""So many mutants share a probe: what was tried in a round that is interrupted is tried again."""
MOST_LEFT_OUT = 5
"""Of more tests that fail without any mutant, something is wrong with the project, or with the copy."""
VERDICTS = {UNNOTICED: "survived", NOTICED: "killed"}


def pytest_collection_finish() -> None:
    for entry in ENTRIES.values():
        entry.settle()


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    if "MUTANT" in os.environ:
        return None
    if session.testsfailed or not ENTRIES:
        raise session.Failed("the tests could not be collected, or not from the copy with the mutants")
    Trials(session, Plan(Path(os.environ["MUTANTS_FOLDER"]))).run()
    return True


class Trials:
    """All that is tried in one session."""

    def __init__(self, session: pytest.Session, plan: Plan) -> None:
        self.session, self.plan = session, plan
        self.items = {item.nodeid: item for item in session.items}
        self.left_out: set[str] = set()
        """The tests that fail in the copy without any mutant, as one does that reads the code itself."""
        self.seconds: dict[str, float] = {}
        self.children: dict[int, tuple[dict[str, Any], Path, float, int]] = {}

    def run(self) -> None:
        recorded = [name for name in self.items if name.startswith(RECORDED)]
        random.Random(0).shuffle(recorded)
        known = calling(recorded, self.timed)
        if self.session.testsfailed:
            raise self.failure("the recorded outcomes are not those of the project as it is")
        for each in self.plan.wanted:
            before = [each["killer"]] if each["killer"] in self.items else []
            self.begin(each, before + known.get(each["entry"], [])[:FIRST], last=False)
        self.wait(0)
        rest = [each for each in self.plan.wanted if not each.get("done")]
        for start in range(0, len(rest), ROUND):
            self.round(rest[start : start + ROUND])

    def round(self, mutants: list[dict[str, Any]]) -> None:
        self.plan.say(f"looking which tests may notice {len(mutants)} mutants")
        differs = self.probed(mutants)
        for each in mutants:
            tests = sorted(differs.get(each["id"], ()), key=lambda test: self.seconds[test])
            self.begin(each, tests, last=not _entry(each).imported)
        self.wait(0)
        late = [each for each in mutants if _entry(each).imported and not each.get("done")]
        if late and not collects():
            raise self.failure("a new process cannot collect the tests")
        for each in late:
            self.begin(each, None)
        self.wait(0)

    def probed(self, mutants: list[dict[str, Any]]) -> dict[str, set[str]]:
        """The tests in which each mutant differs, found by some processes that share the tests."""
        differs: dict[str, set[str]] = {}
        failed: set[str] = set()
        with tempfile.TemporaryDirectory() as folder:
            answers = [Path(folder) / f"{number}.json" for number in range(self.plan.jobs)]
            for number, answer in enumerate(answers):
                tests = list(self.items)[number :: len(answers)]
                if not os.fork():
                    leave(partial(self.probe, mutants, tests, answer))
            for _ in answers:
                os.wait()
            if not all(answer.exists() for answer in answers):
                raise self.failure("a probe did not end")
            for found in [json.loads(answer.read_text()) for answer in answers]:
                failed.update(found["failed"])
                self.seconds |= found["seconds"]
                for name, tests in found["differs"].items():
                    differs.setdefault(name, set()).update(tests)
                for name in found["everywhere"]:
                    differs[name] = set(self.items)
        self.leave_out(failed)
        return {name: tests - self.left_out for name, tests in differs.items()}

    def leave_out(self, tests: set[str]) -> None:
        """What fails without any mutant tells of none; more than a few, and something else is wrong."""
        if not tests:
            return
        self.plan.say(f"left out, as they fail without any mutant: {', '.join(sorted(tests))}")
        self.left_out |= tests
        for test in tests:
            self.items.pop(test, None)
        if len(self.left_out) > MOST_LEFT_OUT:
            raise self.failure("too many tests fail without any mutant")

    def failure(self, why: str) -> Exception:
        """What ends the session, told as pytest keeps it to itself."""
        self.plan.say(why)
        return self.session.Failed(why)

    def probe(self, mutants: list[dict[str, Any]], tests: list[str], answer: Path) -> int:
        wanted: dict[str, set[str]] = {}
        for each in mutants:
            wanted.setdefault(_entry(each).key, set()).add(each["name"])
        probe = Probe(wanted, {_entry(each).key for each in mutants if each["effects"]})
        self.session.config.pluginmanager.register(Shared(probe))
        self.session.config._tmp_path_factory._basetemp = answer.with_suffix("")  # type: ignore[attr-defined]  # pytest tells no type of it
        answer.with_suffix("").mkdir()
        seconds, failed = {}, []
        clear_caches(tables=True)
        for number, test in enumerate(tests):
            if number % 50 == 0:
                self.plan.say(f"probe {number}/{len(tests)}")
            probe.begin(test)
            count = self.session.testsfailed
            seconds[test] = self.timed(test)
            if self.session.testsfailed > count:
                failed.append(test)
        found = {
            "differs": {name: sorted(tests) for name, tests in probe.differs.items()},
            "everywhere": sorted(probe.everywhere),
            "seconds": seconds,
            "failed": failed,
        }
        answer.write_text(json.dumps(found))
        return 0

    def timed(self, test: str) -> float:
        """Run a test that finds nothing worked out already; how many seconds of processor time it took."""
        clear_caches(tables=False)
        before = time.process_time()
        self.run_test(self.items[test])
        self.seconds[test] = time.process_time() - before
        return self.seconds[test]

    def run_test(self, item: pytest.Item) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def begin(self, mutant: dict[str, Any], tests: list[str] | None, *, last: bool = True) -> None:
        """Try a mutant with these tests, or with all in a new process; in its last try it may survive."""
        if tests == [] and not last:
            return
        if tests == []:
            self.plan.tell(mutant, "survived", None, 0, 0.0)
            return
        self.wait(self.plan.jobs - 1)
        folder = Path(tempfile.mkdtemp(prefix="mutant-"))
        child = os.fork()
        if not child:
            leave(partial(self.renewed if tests is None else self.trial, mutant, folder, tests or []))
        count = len(self.items) if tests is None else len(tests)
        self.children[child] = (
            (mutant if last else {**mutant, "first": True, "done": mutant}),
            folder,
            time.monotonic(),
            count,
        )

    def trial(self, mutant: dict[str, Any], folder: Path, tests: list[str]) -> int:
        clear_caches(tables=True)
        at_most(20 + 10 * sum(self.seconds.get(test, 1.0) for test in tests))
        self.session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]  # as above
        _entry(mutant).use(_entry(mutant).mutant(mutant["name"]))
        for test in tests:
            try:
                self.run_test(self.items[test])
                noticed = self.session.testsfailed > 0
            except BaseException:  # it ended the whole session
                noticed = True
            if noticed:
                (folder / "killer").write_text(test)
                return NOTICED
        return UNNOTICED

    def renewed(self, mutant: dict[str, Any], folder: Path, _: list[str]) -> int:
        at_most(60 + 10 * sum(self.seconds.values()))
        without = [f"--deselect={test}" for test in sorted(self.left_out)]
        command = [*again(), "-x", f"--basetemp={folder / 'tests'}", *without]
        done = subprocess.run(command, env={**os.environ, "MUTANT": mutant["id"]}, check=False)
        return NOTICED if done.returncode else UNNOTICED

    def wait(self, running: int) -> None:
        """Until at most so many children run."""
        while len(self.children) > running:
            child, status = os.wait()
            mutant, folder, began, count = self.children.pop(child)
            killer = folder / "killer"
            named = killer.read_text() if killer.exists() else None
            shutil.rmtree(folder, ignore_errors=True)
            code = os.waitstatus_to_exitcode(status)
            if code not in VERDICTS and code >= 0:
                raise self.failure(f"{mutant['name']} could not be tried")
            if mutant.get("first"):
                if code == UNNOTICED:
                    continue
                mutant["done"]["done"] = True
            verdict = VERDICTS.get(code, "stopped")
            self.plan.tell(mutant, verdict, named, count, time.monotonic() - began)


def _entry(mutant: dict[str, Any]) -> Entry:
    return ENTRIES[mutant["entry"]]
