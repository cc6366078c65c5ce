"""The package as it is: its folders in the order of the chain, and what each module imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

PACKAGE = Path(__file__).parents[3]
FOLDERS = ("text", "english", "book", "page", "chain", "rules", "account", "pictures", "faces")
"""The folders of the package, in the order of the chain: each imports only those before it, and itself."""


class Folder(Struct, frozen=True, kw_only=True):
    """A folder: what it says it holds, its size, and how many of its modules import from each one before."""

    name: str
    holds: str
    modules: int
    lines: int
    imports: dict[str, int]


def named(path: Path) -> str:
    """The full name of a module of the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, also inside functions."""
    here = named(path).split(".") if path.name == "__init__.py" else named(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = [*here[: len(here) - node.level + 1], *filter(None, [node.module])]
            yield from (".".join([*base, alias.name]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def folders() -> list[Folder]:
    """All folders, in their order."""
    return [_folder(name) for name in FOLDERS]


def _folder(name: str) -> Folder:
    paths = sorted((PACKAGE / name).rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    sources = [_asked(path) - {name} for path in paths]
    counted = {each: sum(each in found for found in sources) for each in FOLDERS}
    about = ast.get_docstring(ast.parse((PACKAGE / name / "__init__.py").read_text(encoding="utf-8"))) or ""
    return Folder(
        name=name,
        holds=about.partition("\n")[0].partition(". ")[0].removesuffix(".") + ".",
        modules=len(paths),
        lines=sum(text.count("\n") for text in texts),
        imports={each: number for each, number in counted.items() if number},
    )


def _asked(path: Path) -> set[str]:
    """The folders that a module imports from."""
    modules = [module.split(".") for module in imported(path)]
    return {rest[0] for first, *rest in modules if first == PACKAGE.name and rest} & {*FOLDERS}
