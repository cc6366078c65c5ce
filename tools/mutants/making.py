"""Making the mutants: a copy of the project in which every function has its mutants beside it.

The mutants are those of mutmut, and those of ``clauses.py``. The runner of mutmut is not used: it passes over
decorated functions, and so over every rule, and it would take days, as most tests run through most functions.
See ``trying.py``.
"""

from __future__ import annotations

import ast
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.trampoline_templates import trampoline_imports
from tools.mutants import clauses
from tools.mutants.reading import difference, functions, has_effects, says_prose, starts, undecorated

FOLDERS = ("rules", "english")
PACKAGE = Path("docs/_ext/sourced")
KEPT = ".sourced-cache"
"""Where verdicts are kept; not here, where all mutants are one program: a file stands in its place."""
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", KEPT, ".hypothesis")
DECLARED = "mutants.tsv"
SWITCH = "\nfrom tools.mutants.switch import MutantDict, mutated as _mutmut_mutated\n"


class Mutant(NamedTuple):
    """One small fault: ``old`` and ``new`` are the lines in which the function differs."""

    name: str
    """That of its function in the copy."""
    entry: str
    """Its module and the name of the function that it stands for."""
    file: str
    """Below the package: ``rules/check.py``."""
    function: str
    line: int
    old: str
    new: str
    copy: int
    """Which one, of mutants of a function that read the same."""
    effects: bool
    """Whether the function changes more than what it gives back."""

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same as long as the line does."""
        return self.file, self.function, self.old, self.new, str(self.copy)


def make(root: Path, copy: Path) -> list[Mutant]:
    """Copy the project to ``copy`` with all mutants in it, switched off; they are told in order."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=LEFT_OUT)
    (copy / KEPT).touch()
    operators = cast("list[Any]", mutation_operators)  # that is what it is: mutmut has no way to add some
    operators.extend(each for each in clauses.OPERATORS if each not in operators)
    made: list[Mutant] = []
    for folder in FOLDERS:
        for path in sorted((copy / PACKAGE / folder).rglob("*.py")):
            made += _mutate(path, path.relative_to(copy / PACKAGE).as_posix())
    return made


def digest(copy: Path) -> str:
    """A sum of all that decides whether a test notices a mutant."""
    total = hashlib.sha256()
    for folder in (PACKAGE, Path("tests"), Path("tools/mutants")):
        for path in sorted((copy / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.name != DECLARED:
                total.update(f"{path.relative_to(copy)}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def _mutate(path: Path, file: str) -> Iterator[Mutant]:
    source = path.read_text(encoding="utf-8")
    code = mutate_file_contents(str(path), undecorated(source)).code
    assert code.count(trampoline_imports) <= 1
    code = code.replace(trampoline_imports, SWITCH)
    path.write_text(code, encoding="utf-8")
    module = ".".join(("sourced", *Path(file).with_suffix("").parts)).removesuffix(".__init__")
    return _described(code, source, file, module)


def _described(code: str, source: str, file: str, module: str) -> Iterator[Mutant]:
    lines_of = dict(starts(source))
    lines = code.split("\n")
    bodies = {each.name: each for each in functions(ast.parse(code))}
    texts = {name: lines[each.lineno - 1 : each.end_lineno] for name, each in bodies.items()}
    seen: dict[tuple[str, ...], int] = {}
    for name, text in texts.items():
        whose, marked, number = name.rpartition("__mutmut_")
        if not marked or number == "orig":
            continue
        original = texts[f"{whose}__mutmut_orig"]
        if says_prose("\n".join(original), "\n".join(text)):
            continue
        offset, old, new = difference(original, text)
        function = whose.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
        effects = has_effects(bodies[f"{whose}__mutmut_orig"])
        copy = seen[function, old, new] = seen.get((function, old, new), -1) + 1
        yield Mutant(
            name, f"{module}:{function}", file, function, lines_of[whose] + offset, old, new, copy, effects
        )
