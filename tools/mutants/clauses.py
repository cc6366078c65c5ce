"""Mutants that mutmut does not make: a clause dropped of a condition, a comprehension or a guard."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst


def of_conditions(node: cst.BooleanOperation) -> Iterator[cst.BaseExpression]:
    """``a and b and c`` without its last clause, and without its first where no chain goes on to the left."""
    yield _in_the_brackets_of(node, node.left)
    left = node.left
    if (
        not isinstance(left, cst.BooleanOperation)
        or left.lpar
        or type(left.operator) is not type(node.operator)
    ):
        yield _in_the_brackets_of(node, node.right)


def of_comprehensions(node: cst.CompFor) -> Iterator[cst.CompFor]:
    """``for each in all if a if b`` without one of its conditions."""
    for number in range(len(node.ifs)):
        yield node.with_changes(ifs=[*node.ifs[:number], *node.ifs[number + 1 :]])


def of_guards(node: cst.If) -> Iterator[cst.If]:
    """An ``if`` that never holds."""
    yield node.with_changes(test=cst.Name("False"), whitespace_before_test=cst.SimpleWhitespace(" "))


def _in_the_brackets_of(outer: cst.BooleanOperation, part: cst.BaseExpression) -> cst.BaseExpression:
    """A part that may run over several lines, as the whole could."""
    return part.with_changes(lpar=[*outer.lpar, *part.lpar], rpar=[*part.rpar, *outer.rpar])


OPERATORS = (
    (cst.BooleanOperation, of_conditions),
    (cst.CompFor, of_comprehensions),
    (cst.If, of_guards),
)
