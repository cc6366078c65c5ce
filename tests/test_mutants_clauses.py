"""Mutants that lose a clause lose one at a time, and each in turn."""

from __future__ import annotations

import libcst as cst
import pytest
from libcst import matchers
from tools.mutants.clauses import of_comprehensions, of_conditions, of_guards


@pytest.mark.parametrize(
    ("condition", "without"),
    [
        pytest.param("a and b", {"a", "b"}, id="either clause"),
        pytest.param("a and b and c", {"a and b", "a and c", "b and c"}, id="one of three"),
        pytest.param("a or b and c", {"a", "b and c", "a or b", "a or c"}, id="of each level"),
    ],
)
def test_a_condition_loses_each_of_its_clauses(condition: str, without: set[str]) -> None:
    tree = cst.parse_module(condition)
    found = {
        tree.deep_replace(node, other).code
        for node in matchers.findall(tree, matchers.BooleanOperation())
        for other in of_conditions(cst.ensure_type(node, cst.BooleanOperation))
    }
    assert found == without


def test_a_comprehension_loses_a_condition_and_a_guard_never_holds() -> None:
    (loop,) = matchers.findall(cst.parse_module("[x for x in y if a if b]"), matchers.CompFor())
    left = [
        cst.Module([]).code_for_node(each) for each in of_comprehensions(cst.ensure_type(loop, cst.CompFor))
    ]
    assert left == [" for x in y if b", " for x in y if a"]
    (guard,) = matchers.findall(cst.parse_module("if a:\n    b()\n"), matchers.If())
    (never,) = of_guards(cst.ensure_type(guard, cst.If))
    assert cst.Module([]).code_for_node(never) == "if False:\n    b()\n"
