"""The tool that finds faults which no test notices must not take one that is noticed for one of them."""

from __future__ import annotations

import ast
import csv
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tools.mutants.calls import calling
from tools.mutants.probing import Probe, same
from tools.mutants.reading import difference, functions, has_effects, says_prose, undecorated
from tools.mutants.switch import ENTRIES, mutated
from tools.mutants.trying import MOST_LEFT_OUT, Trials

ROOT = Path(__file__).parents[1]
DECLARED = ROOT / "tests/mutants.tsv"

DECORATED = '''
from functools import cache, cached_property

def adding(number):
    def enter(function):
        return lambda *args: function(*args) + number
    return enter

@adding(1)
@adding(
    10,
)
def three(x):
    """Three times."""
    return 3 * x

class Sum:
    parts = (1, 2)

    @cached_property
    def whole(self):
        return sum(self.parts)

    @staticmethod
    def none():
        return 0

@cache
def last(): return "last"
'''


def run(source: str) -> dict[str, Any]:
    place: dict[str, Any] = {}
    exec(source, place)
    return place


def parsed(source: str) -> Any:
    (function,) = functions(ast.parse(source))
    return function


def test_without_its_decorators_a_program_is_the_same() -> None:
    plain = undecorated(DECORATED)
    assert [line for line in plain.split("\n") if line.strip().startswith("@")] == ["    @staticmethod"]
    for place in (run(DECORATED), run(plain)):
        assert (place["three"](2), place["Sum"]().whole, place["Sum"].none(), place["last"]()) == (
            17,
            3,
            0,
            "last",
        )


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("return sorted(given)", False),
        ("found = []; found.append(given); return found", False),
        ("given.append(1)", True),
        ("return given.pop()", True),
        ("given += [1]; return given", True),
        ("given['a'] = 1", True),
        ("count = 0; count += 1; return count", False),
        ("known = (*given, 1); known += (2,); return known", False),
        ("known = given; known += (2,); return known", True),
        ("return given.once(f, lambda: 1)", True),
        ("known = [] if given else [1]; known.append(2); return known", False),
        ("known = given or [1]; known.append(2); return known", True),
        ("known = given + [1]; known.append(2); return known", False),
    ],
)
def test_a_function_that_changes_what_it_is_given_is_known(body: str, changes: bool) -> None:
    assert has_effects(parsed(f"def f(given):\n    {body}")) is changes


def test_only_texts_of_several_words_are_left_alone() -> None:
    said = 'def f(): return "it is {}"'
    assert says_prose(said, said.replace("it is", "XXit is"))
    word = 'def f(): return "and" + "it is"'
    assert not says_prose(word, word.replace("and", "AND"))
    assert not says_prose(said, said.replace("return", "return not"))


def test_a_mutant_is_told_by_its_line() -> None:
    one = ["def x_f__mutmut_orig(a):", "    b = a", "    return b + 1"]
    other = ["def x_f__mutmut_7(a):", "    b = a", "    return b - 1"]
    assert difference(one, other) == (2, "return b + 1", "return b - 1")


def probed(original: Callable[..., Any], mutant: Callable[..., Any], call: Callable[..., Any]) -> bool:
    """Whether a probe finds that a mutant differs, while `call` is made and gets what it gets without it."""
    expected = call(original)
    function = types.FunctionType(original.__code__, {**globals()}, f"{original.__name__}")
    function.__qualname__ = "f"
    mutated({"_mutmut_orig": original, "x_f__mutmut_1": mutant})(function)
    entry = ENTRIES.pop(f"{function.__module__}:f")
    entry.settle()
    ENTRIES[entry.key] = entry
    probe = Probe({entry.key: {"x_f__mutmut_1"}}, set())
    probe.begin("test")
    try:
        assert call(function) == expected
    finally:
        del ENTRIES[entry.key]
    return probe.differs == {f"{entry.key}=x_f__mutmut_1": {"test"}}


def up_to(number: int) -> Iterator[int]:
    yield from range(number)


def too_far(number: int) -> Iterator[int]:
    yield from range(number + 1)


def clipped(number: int) -> int:
    return max(number, 0)


def clipped_at_one(number: int) -> int:
    return max(number, 1)


def endless(number: int) -> int:
    while number:
        pass
    return 0


def total(numbers: Iterator[int]) -> int:
    return sum(numbers)


def total_but_one(numbers: Iterator[int]) -> int:
    return sum(numbers) - 1


@pytest.mark.parametrize(
    ("original", "mutant", "call", "differs"),
    [
        (up_to, too_far, lambda f: list(f(2)), True),
        (clipped, clipped_at_one, lambda f: f(0), True),
        (clipped, clipped_at_one, lambda f: f(5), False),
        (clipped, endless, lambda f: f(5), True),
        (total, total_but_one, lambda f: f(n for n in (1, 2)), True),
        (total, total, lambda f: f(n for n in (1, 2)), False),
        (total, total, lambda f: f(iter((1, 2))), True),  # not to be known: another may go on with it
    ],
)
def test_a_probe_finds_where_a_mutant_differs(
    original: Callable[..., Any], mutant: Callable[..., Any], call: Callable[..., Any], differs: bool
) -> None:
    assert probed(original, mutant, call) is differs


def test_what_a_test_could_tell_apart_differs() -> None:
    assert same([1, {"a": (2,)}], [1, {"a": (2,)}])
    assert not same({"a": 1, "b": 2}, {"b": 2, "a": 1}), "another order"
    assert not same(1, True)
    assert not same([1], (1,))
    assert not same(ValueError("a"), ValueError("b"))


@cache
def declared() -> list[list[str]]:
    with DECLARED.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_mutant_that_is_declared_equivalent_has_its_line_and_a_reason() -> None:
    for module, function, old, new, copy, reason in declared():
        text = " ".join((ROOT / "docs/_ext/sourced" / module).read_text(encoding="utf-8").split())
        assert f"def {function.rpartition('.')[2]}(" in text, f"{module}: {function}"
        assert old in text, f"{module}: {old}"
        assert old != new
        assert copy.isdigit()
        assert len(reason.split()) > 3, reason


def test_a_function_is_called_by_the_tests_in_which_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    function = mutated({})(lambda: None)
    (key,) = (each for each, entry in ENTRIES.items() if entry.function is function)
    monkeypatch.setattr("tools.mutants.calls.ENTRIES", {key: ENTRIES.pop(key)})
    ran = {"test_a": function, "test_b": lambda: None}
    assert calling(ran, lambda test: ran[test]()) == {key: ["test_a"]}


def trials(*tests: str) -> Trials:
    """What is about to be tried with these tests."""
    session = SimpleNamespace(items=[SimpleNamespace(nodeid=test) for test in tests], Failed=RuntimeError)
    return Trials(session, SimpleNamespace(say=lambda _: None))  # type: ignore[arg-type]  # all that a trial uses of it


def test_a_test_that_fails_without_any_mutant_notices_none() -> None:
    tried = trials("test_a", "test_b")
    tried.leave_out({"test_b"})
    assert list(tried.items) == ["test_a"]
    tried.leave_out(set())
    assert tried.left_out == {"test_b"}


def test_that_many_fail_is_no_matter_of_mutants() -> None:
    tests = [f"test_{number}" for number in range(MOST_LEFT_OUT + 2)]
    tried = trials(*tests)
    tried.leave_out(set(tests[:MOST_LEFT_OUT]))
    with pytest.raises(RuntimeError, match="too many"):
        tried.leave_out({tests[-2]})
