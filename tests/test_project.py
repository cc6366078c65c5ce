"""What must be true of the project as a whole."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder

from sourced.faces.sphinx.house.imports import FOLDERS, folders, imported, named

from .test_requirements import OPTIONAL, providers

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "docs/_ext/sourced"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOORS = {"sourced", "sourced.__main__", "sourced.sphinx", "sourced.theme", "sourced.testing"}
"""The names by which others ask for what lies in the folders."""
PURE_MODULES = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in FOLDERS[:-1]]
BUILDERS = {"sphinx", "docutils", "myst_parser"}
DATA = yaml.safe_load((ROOT / "data/facts.yaml").read_text(encoding="utf-8"))


def assigned(path: Path) -> list[str]:
    """The names that a module assigns at its top level, as often as it does."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    targets = [t for node in body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def own_files() -> list[Path]:
    """The project's files, without what `.gitignore` names."""
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()} | {".git"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not ignored.intersection(path.relative_to(ROOT).parts)
    ]


@pytest.mark.parametrize("path", [pytest.param(path, id=named(path)) for path in MODULES])
def test_a_constant_has_one_value(path: Path) -> None:
    names = assigned(path)
    assert sorted(names) == sorted(set(names))


def test_every_module_lies_in_a_folder_or_is_a_door() -> None:
    loose = {named(path) for path in MODULES if path.relative_to(PACKAGE).parts[0] not in FOLDERS}
    assert loose == DOORS


@pytest.mark.parametrize("path", [pytest.param(path, id=named(path)) for path in MODULES])
def test_a_folder_imports_only_those_before_it(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0]
    allowed = FOLDERS[: FOLDERS.index(own) + 1] if own in FOLDERS else FOLDERS
    for module in imported(path):
        first, *rest = module.split(".")
        assert own not in FOLDERS[:-1] or first not in BUILDERS, f"{named(path)} imports {module}"
        if first == "sourced" and rest and rest[0] in FOLDERS:
            assert rest[0] in allowed, f"{named(path)} imports {module}"


def test_what_is_drawn_of_the_imports_is_what_they_are() -> None:
    """The page on how it is built draws these figures: here each is counted by the text of the files."""
    drawn = {folder.name: folder for folder in folders()}
    assert tuple(drawn) == FOLDERS
    assert sum(folder.modules for folder in drawn.values()) == len(MODULES) - len(DOORS)
    assert all(len(folder.holds) > 10 for folder in drawn.values())
    asks = re.compile(r"^ *from [.]+chain(?:[.]\w+)* import ", re.MULTILINE)
    asking = [path for path in (PACKAGE / "rules").rglob("*.py") if asks.search(path.read_text("utf-8"))]
    assert drawn["rules"].imports["chain"] == len(asking) > 5
    for own, folder in drawn.items():
        assert all(FOLDERS.index(other) < FOLDERS.index(own) for other in folder.imports), own


def late_imports(path: Path) -> Iterator[tuple[int, str]]:
    """The imports inside functions, by line, each with its modules."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom):
                    yield node.lineno, "." * node.level + (node.module or "")
                elif isinstance(node, ast.Import):
                    yield node.lineno, " ".join(alias.name for alias in node.names)


@pytest.mark.parametrize("path", [pytest.param(path, id=named(path)) for path in MODULES])
def test_an_import_inside_a_function_says_why_it_is_late(path: Path) -> None:
    """Of the package itself only a face loads late, and the one function that the package offers."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, module in late_imports(path):
        assert re.search(r"# late: \w", lines[number - 1]), f"{path}:{number}: say why it is late"
        own = module.startswith((".", "sourced"))
        assert not own or path.relative_to(PACKAGE).parts[0] in ("faces", "__init__.py"), f"{path}:{number}"


def test_few_imports_are_late() -> None:
    """Those of an optional extra cannot be early: whoever has not installed it must be told so."""
    found = [(path, module) for path in MODULES for _, module in set(late_imports(path))]
    assert sum(not needs_extra(path, module) for path, module in found) <= 25


def needs_extra(path: Path, module: str) -> bool:
    """Whether a module that ``path`` imports is of an optional extra, or imports one."""
    if not module.startswith("."):
        return bool(providers(module.partition(".")[0]) & OPTIONAL)
    name = module.lstrip(".")
    folder = path.parents[len(module) - len(name) - 1]
    own = folder / f"{name.replace('.', '/')}.py"
    return own.exists() and any(providers(each.partition(".")[0]) & OPTIONAL for each in imported(own))


@pytest.mark.parametrize("path", [pytest.param(path, id=named(path)) for path in MODULES])
def test_what_is_imported_for_types_alone_says_why(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("if TYPE_CHECKING:"):
            assert re.search(r"  # \w", line), f"{path}:{number}: say what its import would cost"


def test_no_pure_module_loads_a_builder() -> None:
    code = (
        f"import sys, importlib\n[importlib.import_module(n) for n in {[named(p) for p in PURE_MODULES]}]\n"
    )
    code += "print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "sourced" in loaded.split()
    assert not BUILDERS & set(loaded.split())


def test_the_package_knows_nothing_of_this_book() -> None:
    names = [
        name
        for name in DATA["names"].values()
        if name["kind"] in {"person", "place", "group", "organisation"}
    ]
    spellings = {spelling for name in names for spelling in (name["name"], *name.get("also", ()))}
    # Not words that any book may need, such as `both sides` or `US`.
    spellings = {each for each in spellings if each[0].isupper() and len(each) > 2}
    labels = {
        source.get(key) for source in DATA["sources"].values() for key in ("label", "publisher", "title")
    }
    ids = {each for each in (*DATA["names"], *DATA["facts"]) if "-" in each}
    known = {each for each in spellings | labels | ids if each}
    assert known
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?![\w-])")
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(sorted(set(found)))


def test_the_wheel_holds_the_whole_package() -> None:
    """Whoever installs it has the templates, sheets and tables as well."""
    packed = {each.distribution_path for each in WheelBuilder(str(ROOT)).recurse_included_files()}
    whole = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == whole
    assert {Path(path).suffix for path in whole} >= {
        ".py",
        ".css",
        ".js",
        ".html",
        ".tsv",
        ".template",
        ".txt",
    }


def test_the_sources_are_the_ones_that_were_read() -> None:
    recorded = {source["file"]: source["sha256"] for source in DATA["sources"].values()}
    kept = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").iterdir()}
    assert kept == recorded


def test_git_leaves_the_sources_bytes_alone() -> None:
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    matching = [rule.split() for rule in rules if rule.split()[:1] in (["*"], ["seeds/**"])]
    assert matching[-1][0] == "seeds/**"
    assert "-text" in matching[-1]


def test_no_file_names_a_package_host_or_this_machine() -> None:
    hosts = re.compile(r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org")
    machine = re.compile("|".join(re.escape(f"{path}/") for path in (ROOT, Path.home()) if path != Path("/")))
    files = [path for path in own_files() if "seeds" not in path.parts]
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not hosts.search(text), path
        assert not machine.search(text), path


@pytest.mark.parametrize("name", ["html", "test", "check", "live", "clean", "help", "lint"])
def test_make_help_lists(name: str) -> None:
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"^make {name} +\w", told, re.MULTILINE)
