"""Reading functions: what stands in them, and how two differ."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

KEPT = {"staticmethod", "classmethod"}
"""The decorators that mutmut copes with itself."""
_MAKING = {
    *("list", "dict", "set", "tuple", "frozenset", "sorted", "defaultdict", "Counter", "deque"),
    *("str", "int", "len", "sum", "Decimal"),
}
"""Calls of these make something new."""
_CHANGING = {"pop", "popitem", "popleft", "setdefault", "once"}
_MADE = (
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp),
    *(ast.Constant, ast.JoinedStr, ast.BinOp, ast.UnaryOp, ast.Compare),
)


def undecorated(source: str) -> str:
    """The same program with ``f = decorator(f)`` behind a function instead of ``@decorator`` before it."""
    lines = source.split("\n")
    for function in sorted(functions(ast.parse(source)), key=lambda each: -each.lineno):
        names = [ast.unparse(each) for each in function.decorator_list]
        if not names or KEPT & set(names):
            continue
        indent = " " * function.col_offset
        call = "(".join([*names, function.name]) + ")" * len(names)
        lines.insert(function.end_lineno or 0, f"{indent}{function.name} = {call}")
        first = function.decorator_list[0].lineno - 1
        del lines[first : function.lineno - 1]
    return "\n".join(lines)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a module and of its classes, without those within functions."""
    for node in tree.body:
        for each in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(each, ast.FunctionDef):
                yield each


def starts(source: str) -> Iterator[tuple[str, int]]:
    """The line of each function of a module, by the name that mutmut makes of its own."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield f"x_{node.name}", node.lineno
        elif isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    yield f"xǁ{node.name}ǁ{each.name}", each.lineno


def difference(original: list[str], text: list[str]) -> tuple[int, str, str]:
    """After how many lines two functions differ, and what stands there in each; their names apart."""
    one, other = ([re.sub("__mutmut_[a-z0-9]+", "", lines[0]), *lines[1:]] for lines in (original, text))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    changes = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    first, last = changes[0], changes[-1]
    return first[1], _joined(one[first[1] : last[2]]), _joined(other[first[3] : last[4]])


def _joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def says_prose(original: str, mutant: str) -> bool:
    """Whether only a text of several words differs: what a message says is left to its readers."""
    one, other = (
        [each.value for each in ast.walk(ast.parse(_flush(text))) if isinstance(each, ast.Constant)]
        for text in (original, mutant)
    )
    if len(one) != len(other):
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(changed) == 1 and all(
        isinstance(each, str) and re.search(r"\w\W* \W*\w", each) for each in changed[0]
    )


def _flush(text: str) -> str:
    """A function without the indentation that it has in its class."""
    indent = len(text) - len(text.lstrip())
    return "\n".join(line[indent:] for line in text.split("\n"))


def has_effects(function: ast.FunctionDef) -> bool:
    """Whether a function may change what it was given, or what others see; in doubt it does."""
    own = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_new(node.value)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        touched: list[ast.expr] = []
        if isinstance(node, ast.Global | ast.Nonlocal | ast.Delete | ast.With):
            return True
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            touched = [node.value.func]
        elif isinstance(node, ast.Assign):
            touched = [each for each in node.targets if not isinstance(each, ast.Name | ast.Tuple)]
        elif isinstance(node, ast.AugAssign):
            touched = [node.target]
        elif isinstance(node, ast.Call) and _changes(node.func):
            touched = [node.func]
        if any(_root(each) not in own for each in touched):
            return True
    return False


def _is_new(value: ast.expr | None) -> bool:
    """Whether an expression makes an object that nobody else has; numbers and texts never change."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in _MAKING
    if isinstance(value, ast.IfExp):
        return _is_new(value.body) and _is_new(value.orelse)
    return isinstance(value, _MADE)


def _changes(called: ast.expr) -> bool:
    """Whether a method changes its object; what ``once`` has kept, a mutant would get from it as well."""
    return isinstance(called, ast.Attribute) and called.attr in _CHANGING


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
