"""Loads a book: its data file and the texts of its sources, or everything that is wrong with them.

Nothing is written, and what the book says is not judged here: a hash that differs
or a source that no entry names is a finding of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from ..text.files import UnreadableError, need_folder, read_text
from ..text.pausing import without_collection
from .book import DATA_FILE, PAGES, SEEDS, Book
from .entries import misfits, read_entries
from .findings import Finding, InputError
from .inputs import problem
from .model import DataFile
from .signatures import load_signatures
from .yamlread import read_tree
from .yamltree import Tree, Unread


def load_book(root: Path) -> Book:
    """The book in a folder; raises ``InputError`` with all that keeps it from being read."""
    root = Path(root)
    with without_collection():
        findings = list(_missing_folders(root))
        data, tree = _read_data(root, findings)
        seeds_are_there = all(finding.file != SEEDS for finding in findings)
        texts = _read_seeds(root, tree, findings) if tree and seeds_are_there else {}
        try:
            signatures = load_signatures(root)
        except InputError as error:
            findings.extend(error.findings)
        if tree is not None and data is not None and not _is_english(data.language):
            findings.append(_foreign(data.language, tree))
        if findings or data is None or tree is None:
            raise InputError(findings)
    return Book(
        root=root,
        sources=data.sources,
        names=data.names,
        properties=data.properties,
        facts=data.facts,
        texts=texts,
        tree=tree,
        signatures=signatures,
    )


def find_root(start: Path) -> Path:
    """The nearest folder, from ``start`` upward, that holds a data file."""
    start = Path(start).absolute()
    for folder in (start, *start.parents):
        with suppress(OSError):  # a folder that may not be looked into holds no book for us
            if (folder / DATA_FILE).is_file():
                return folder
    message = f"neither `{start}` nor a folder above it holds `{DATA_FILE}`"
    hint = "Name the folder of the book."
    raise InputError([problem("file-missing", message, file=DATA_FILE, hint=hint)])


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").partition("-")[0] == "en"


def _foreign(language: str, tree: Tree) -> Finding:
    """What would be missing for a book in another language."""
    message = (
        f"the checks do not know the language `{language}`: they would need its numbers, dates, denials, "
        "hedges, verbs of speech, kinship, limiting words and word families beside those of English"
    )
    return problem("language-unknown", message, file=DATA_FILE, place=tree.place(("language",)))


def _missing_folders(root: Path) -> Iterator[Finding]:
    for name in (SEEDS, PAGES):
        try:
            need_folder(root / name, name)
        except UnreadableError as error:
            yield problem(error.code, error.message, file=name)


def _read_data(root: Path, findings: list[Finding]) -> tuple[DataFile | None, Tree | None]:
    try:
        text = read_text(root / DATA_FILE, DATA_FILE)
    except UnreadableError as error:
        place = error.place or (1, 1)
        findings.append(problem(error.code, error.message, file=DATA_FILE, place=place))
        return None, None
    tree, broken = read_tree(text, file=DATA_FILE)
    findings.extend(broken)
    if tree is None:
        return None, None
    data = None if broken else read_entries(tree)
    if data is None:
        findings.extend(misfits(tree, DATA_FILE))
    return data, tree


def _read_seeds(root: Path, tree: Tree, findings: list[Finding]) -> dict[str, str]:
    """The text of every source whose file is named, even where other things are wrong."""
    texts: dict[str, str] = {}
    sources = tree.root.get("sources")
    for source, entry in sources.items() if isinstance(sources, dict) else ():
        name = entry.get("file") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not name or isinstance(name, Unread):
            continue  # told elsewhere
        try:
            texts[source] = _read_seed(root / SEEDS, name)
        except UnreadableError as error:
            file, place = f"{SEEDS}/{name}", error.place
            if place is None:
                file, place = DATA_FILE, tree.place(("sources", source, "file"))
            findings.append(problem(error.code, error.message, file=file, place=place))
    return texts


def _read_seed(folder: Path, name: str) -> str:
    # A colon begins a drive or a stream on Windows; the same data file is read there.
    plain = PureWindowsPath(name).name == name and name not in (".", "..") and ":" not in name
    if not plain:
        raise UnreadableError("bad-path", f"`{name}` is not the plain name of a file in `{SEEDS}/`")
    try:
        inside = (folder / name).resolve().parent == folder.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, or a name that cannot be
        inside = True  # reading tells what is wrong
    if not inside:
        raise UnreadableError("bad-path", f"`{SEEDS}/{name}` is a link that leads out of `{SEEDS}/`")
    return read_text(folder / name, f"{SEEDS}/{name}")
