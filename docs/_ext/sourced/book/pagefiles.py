"""Which files of a book are pages, by what its ``conf.py`` says of them. That is read, and never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ..text.files import UnreadableError, read_bytes
from .book import PAGES

_MARKDOWN = "markdown"
_DEFAULT = {".rst": "restructuredtext"}
_USUAL = {".markdown": _MARKDOWN, ".MD": _MARKDOWN, ".rst": "restructuredtext", ".txt": "restructuredtext"}
"""What is looked for where `source_suffix` is worked out and not written down."""
_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
"""The signs of the patterns of `exclude_patterns`."""


class PageFiles(Struct, frozen=True, kw_only=True):
    """The files below ``docs/`` that a build makes pages of, in order of name."""

    markdown: tuple[Path, ...]
    others: tuple[Path, ...]
    """Those in another language than Markdown, which the checks cannot read."""


def page_files(root: Path) -> PageFiles:
    """The pages of the book in a folder; ``_`` and ``.`` begin folders without pages.

    What is named as a page is one, even a pipe or a lost link: whoever reads it is told so.
    """
    statements = list(_statements(root))
    suffixes = _suffixes(statements)
    excluded = [_pattern(text) for text in _texts(statements, "exclude_patterns")]
    markdown, others = [], []
    for path in sorted((root / PAGES).rglob("*")):
        inside = path.relative_to(root / PAGES)
        suffix = max((each for each in suffixes if path.name.endswith(each)), key=len, default="")
        if not suffix or path.is_dir() or any(part.startswith(("_", ".")) for part in inside.parts):
            continue
        if suffixes[suffix] == _MARKDOWN:
            markdown.append(path)
        elif not any(each.fullmatch(inside.as_posix()) for each in excluded):
            others.append(path)
    return PageFiles(markdown=tuple(markdown), others=tuple(others))


def _statements(root: Path) -> Iterator[ast.stmt]:
    """The statements of ``conf.py``, beside the pages or above them, that set or change something."""
    for folder in (root, root / PAGES):
        try:
            tree = ast.parse(read_bytes(folder / "conf.py", "conf.py"))
        except (UnreadableError, SyntaxError, ValueError, RecursionError):
            continue
        simple = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr)
        yield from (node for node in ast.walk(tree) if isinstance(node, simple))


def _about(statements: list[ast.stmt], setting: str) -> Iterator[ast.AST]:
    """All that stands in the statements that name a setting."""
    for statement in statements:
        nodes = list(ast.walk(statement))
        if any(isinstance(node, ast.Name) and node.id == setting for node in nodes):
            yield from nodes


def _texts(statements: list[ast.stmt], setting: str) -> list[str]:
    return [text for node in _about(statements, setting) if (text := _text(node))]


def _text(node: ast.AST | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _suffixes(statements: list[ast.stmt]) -> dict[str, str]:
    """The suffixes of pages, each with its language; that of `.md` is set by the parser's extension."""
    nodes = list(_about(statements, "source_suffix"))
    named = {text: "" for text in _texts(statements, "source_suffix") if text.startswith(".")}
    for node in nodes:
        if isinstance(node, ast.Dict):
            named |= {_text(key): _text(value) for key, value in zip(node.keys, node.values, strict=True)}
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            named[_text(node.targets[0].slice)] = _text(node.value)
    named.pop("", None)
    return (named or (_USUAL if nodes else _DEFAULT)) | {".md": _MARKDOWN}


def _pattern(text: str) -> re.Pattern[str]:
    """What an entry of `exclude_patterns` shuts out: a file, or a folder with all that is in it."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", text)
    return re.compile("".join(_WILD.get(part) or re.escape(part) for part in parts) + "(?:/.*)?")
