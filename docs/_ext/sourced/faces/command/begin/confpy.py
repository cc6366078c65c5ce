"""Adding the extension to a ``conf.py``: one entry in its list, or nothing where that may be wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from difflib import unified_diff

from msgspec import Struct

EXTENSION = "sourced.sphinx"
MARKDOWN = ("myst_parser", "myst_nb")
"""The extensions that read Markdown; the first is added where there is none."""


class UnsureError(Exception):
    """It cannot be told from the text of a ``conf.py`` where to add what; the message says why."""


class Edit(Struct, frozen=True, kw_only=True):
    """A ``conf.py`` with what was added; without ``added`` it had everything."""

    text: str
    added: tuple[str, ...]


def with_extension(text: str) -> Edit:
    """A ``conf.py`` that loads the extension. Raises ``UnsureError`` where one line is not enough."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        raise UnsureError("it is no Python that can be read") from None
    if _is_named(tree):
        return Edit(text=text, added=())
    value = _list_of(tree)
    names = [ast.literal_eval(each) for each in value.elts]
    reads_markdown = any(name in names for name in MARKDOWN)
    added = [EXTENSION] if reads_markdown else [MARKDOWN[0], EXTENSION]
    changed = _inserted(text, value, added)
    _hold(text, changed, [*names, *added])
    return Edit(text=changed, added=tuple(added))


def difference(before: str, after: str, name: str) -> str:
    """The lines that change, as a patch without its heading."""
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=0)
    return "\n".join(line for line in list(lines)[2:] if not line.startswith("@@"))


def _is_named(tree: ast.Module) -> bool:
    """Whether it names the extension, however it comes to load it."""
    return any(isinstance(node, ast.Constant) and node.value == EXTENSION for node in ast.walk(tree))


def to_paste(text: str) -> str:
    """The line that somebody has to put at the end of such a ``conf.py``."""
    wanted = [EXTENSION] if any(name in text for name in MARKDOWN) else [MARKDOWN[0], EXTENSION]
    sign = "+=" if re.search(r"^\s*extensions\b", text, re.MULTILINE) else "="
    listed = ", ".join(f'"{name}"' for name in wanted)
    return f"extensions {sign} [{listed}]"


def _list_of(tree: ast.Module) -> ast.List | ast.Tuple:
    """The one list of extensions, all of it written down."""
    about = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "extensions"]
    if not about:
        raise UnsureError("it has no list of `extensions`")
    set_here = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    values = [node.value for node in set_here if _target(node) is about[0]]
    if len(about) > 1 or not values:
        raise UnsureError("its `extensions` are set or changed in several places")
    value = values[0]
    if not isinstance(value, ast.List | ast.Tuple) or not all(_is_text(each) for each in value.elts):
        raise UnsureError("its `extensions` are worked out and not written down")
    if isinstance(value, ast.Tuple):
        raise UnsureError("its `extensions` are no list in brackets")
    return value


def _target(node: ast.Assign | ast.AnnAssign) -> ast.expr | None:
    if isinstance(node, ast.AnnAssign):
        return node.target
    return node.targets[0] if len(node.targets) == 1 else None


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _inserted(text: str, value: ast.List | ast.Tuple, added: Sequence[str]) -> str:
    """The text with more entries behind the last, in the way in which that is written."""
    lines = text.splitlines(keepends=True)
    if not value.elts:
        at = _offset(lines, value.lineno, value.col_offset) + 1
        return text[:at] + ", ".join(f'"{name}"' for name in added) + text[at:]
    last = value.elts[-1]
    start = _offset(lines, last.lineno, last.col_offset)
    end = _offset(lines, last.end_lineno or last.lineno, last.end_col_offset or 0)
    close = _offset(lines, value.end_lineno or value.lineno, value.end_col_offset or 0) - 1
    quote = "'" if text[start] == "'" else '"'
    entries = [f"{quote}{name}{quote}" for name in added]
    indent = lines[last.lineno - 1][: len(lines[last.lineno - 1]) - len(lines[last.lineno - 1].lstrip())]
    line_end = text.find("\n", end, close) + 1
    has_comma, has_comma_here = ("," in re.sub(r"#.*", "", text[end:to]) for to in (close, line_end or end))
    has_own_line = line_end and text[:start].endswith(f"\n{indent}") and has_comma == has_comma_here
    if not has_own_line:
        return text[:end] + "".join(f", {entry}" for entry in entries) + text[end:]
    newline = "\r\n" if text[:line_end].endswith("\r\n") else "\n"
    more = "".join(f"{indent}{entry},{newline}" for entry in entries)
    return text[:end] + "," * (not has_comma) + text[end:line_end] + more + text[line_end:]


def _offset(lines: Sequence[str], line: int, column: int) -> int:
    """The index of a place that Python counts in bytes of UTF-8."""
    before = lines[line - 1].encode()[:column].decode()
    return sum(map(len, lines[: line - 1])) + len(before)


def _hold(before: str, after: str, names: list[str]) -> None:
    """Hold that nothing but the list has changed, and that to what was wanted."""
    try:
        trees = [ast.parse(text) for text in (before, after)]
        values = [_list_of(tree) for tree in trees]
        is_right = [ast.literal_eval(each) for each in values[1].elts] == names
    except (SyntaxError, UnsureError):
        is_right = False
    if is_right:
        for value in values:
            value.elts = []
        is_right = ast.dump(trees[0]) == ast.dump(trees[1])
    if not is_right:
        raise UnsureError("its `extensions` are written in an unusual way")
