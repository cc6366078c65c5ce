"""Which files of a book are pages, by what its ``conf.py`` says of them. That is read, and never run."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ..text.files import UnreadableError, read_bytes
from .settings import Settings

_MARKDOWN = "markdown"
_DEFAULT = {".rst": "restructuredtext"}
_USUAL = {".markdown": _MARKDOWN, ".MD": _MARKDOWN, ".rst": "restructuredtext", ".txt": "restructuredtext"}
"""What is looked for where `source_suffix` is worked out and not written down."""
_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
"""The signs of the patterns of `exclude_patterns`."""


class PageFiles(Struct, frozen=True, kw_only=True):
    """The files among the pages that a build makes pages of, in order of name."""

    markdown: tuple[Path, ...]
    others: tuple[Path, ...]
    """Those in another language than Markdown, which the checks cannot read."""


def page_files(root: Path, settings: Settings | None = None) -> PageFiles:
    """The pages of the book in a folder; ``_`` and ``.`` begin folders without pages.

    What is named as a page is one, even a pipe or a lost link: whoever reads it is told so.
    """
    settings = settings or Settings()
    statements = list(_statements(root, settings))
    suffixes, folder = _suffixes(statements), root / settings.docs
    excluded = [_pattern(text) for text in _texts(statements, "exclude_patterns")]
    certain = [*(excluded if _is_plain(statements) else ()), *_not_pages(settings)]
    markdown, others = [], []
    for inside in _files(folder, certain):
        suffix = max((each for each in suffixes if inside.endswith(each)), key=len, default="")
        if not suffix or _matches(inside, certain):
            continue
        if suffixes[suffix] == _MARKDOWN:
            markdown.append(folder / inside)
        elif not _matches(inside, excluded):
            others.append(folder / inside)
    return PageFiles(markdown=tuple(markdown), others=tuple(others))


def inner_folders(settings: Settings) -> Iterator[str]:
    """The folders of sources and data, where they lie among the pages: they hold none."""
    docs = PurePosixPath(settings.docs)
    for folder in (settings.seeds, settings.data):
        path = PurePosixPath(folder)
        if path != docs and path.is_relative_to(docs):
            yield path.relative_to(docs).as_posix()


def _not_pages(settings: Settings) -> list[re.Pattern[str]]:
    return [re.compile(re.escape(inner) + "/.*") for inner in inner_folders(settings)]


def _files(folder: Path, excluded: list[re.Pattern[str]]) -> list[str]:
    """All files in a folder, by their paths in it; folders that hold no pages are not looked into."""
    found: list[tuple[str, ...]] = []
    for place, folders, names in os.walk(folder):
        here = Path(place).relative_to(folder).parts
        found += [(*here, name) for name in names if not _is_hidden(name)]
        folders[:] = [
            name
            for name in folders
            if not _is_hidden(name) and not _matches("/".join((*here, name, "")), excluded)
        ]
    return ["/".join(parts) for parts in sorted(found)]


def _is_hidden(name: str) -> bool:
    return name.startswith(("_", "."))


def _matches(path: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(path) for pattern in patterns)


def _is_plain(statements: list[ast.stmt]) -> bool:
    """Whether what is shut out is written down once, so that nothing can be let in again by another line."""
    about = [each for each in statements if any(_names(node, "exclude_patterns") for node in ast.walk(each))]
    values = [each.value for each in about if isinstance(each, ast.Assign | ast.AnnAssign)]
    return len(about) == len(values) == 1 and isinstance(values[0], ast.List | ast.Tuple)


def _statements(root: Path, settings: Settings) -> Iterator[ast.stmt]:
    """The statements of ``conf.py``, beside the pages or above them, that set or change something."""
    for folder in dict.fromkeys((root, root / settings.docs)):
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
        if any(_names(node, setting) for node in nodes):
            yield from nodes


def _names(node: ast.AST, setting: str) -> bool:
    return isinstance(node, ast.Name) and node.id == setting


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
