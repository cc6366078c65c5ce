"""Loads a book: its data file and the texts of its sources, or everything that is wrong with them.

Nothing is written, and what the book says is not judged here: a hash that differs
or a source that no entry names is a finding of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from ..text.files import (
    NOTHING_UNSAVED,
    UnreadableError,
    Unsaved,
    decode,
    need_folder,
    read_bytes,
    read_text,
)
from ..text.pausing import without_collection
from ..text.plain import made_plain
from .book import Book, sections
from .entries import misfits, read_entries
from .findings import Finding, InputError
from .inputs import problem
from .model import DataFile
from .settings import Settings, load_settings
from .signatures import load_signatures
from .yaml.kept import kept_tree
from .yaml.reading import read_tree
from .yaml.tree import Node, Tree, Unread
from .yaml.tree import Path as Path_


def load_book(root: Path, unsaved: Unsaved = NOTHING_UNSAVED, *, cached: bool = True) -> Book:
    """The book in a folder, ``unsaved`` texts of it as if they were saved.

    What was kept of an earlier reading counts if it is of the same text, and ``cached`` allows it.
    Raises ``InputError`` with all that keeps it from being read.
    """
    root = Path(root)
    settings = load_settings(root)
    with without_collection():
        findings = list(_missing_folders(root, settings))
        seeds_are_there = all(finding.file != settings.seeds for finding in findings)
        data, tree = _read_data(root, settings.data_file, findings, unsaved, cached=cached)
        texts = _read_seeds(root, settings, tree, findings, unsaved) if tree and seeds_are_there else {}
        originals = _sum_originals(root, settings, tree, findings) if tree and seeds_are_there else {}
        try:
            signatures = load_signatures(root, unsaved)
        except InputError as error:
            findings.extend(error.findings)
        if tree is not None and data is not None and not _is_english(data.language):
            findings.append(_foreign(data.language, tree, settings.data_file))
        if findings or data is None or tree is None:
            raise InputError(findings)
    made = {source: altered for source, text in texts.items() if (altered := made_plain(text))}
    return Book(
        root=root,
        **sections(data),
        texts={source: made[source].text if source in made else text for source, text in texts.items()},
        kept=made,
        originals=originals,
        tree=tree,
        signatures=signatures,
        settings=settings,
    )


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").partition("-")[0] == "en"


def _foreign(language: str, tree: Tree, file: str) -> Finding:
    """What would be missing for a book in another language."""
    message = (
        f"the checks do not know the language `{language}`: they would need its numbers, dates, denials, "
        "hedges, verbs of speech, kinship, limiting words and word families beside those of English"
    )
    return problem("language-unknown", message, file=file, place=tree.place(("language",)))


def _missing_folders(root: Path, settings: Settings) -> Iterator[Finding]:
    for name in (settings.seeds, settings.docs):
        try:
            need_folder(root / name, name)
        except UnreadableError as error:
            yield problem(error.code, error.message, file=name)


def _read_data(
    root: Path, file: str, findings: list[Finding], unsaved: Unsaved, *, cached: bool
) -> tuple[DataFile | None, Tree | None]:
    try:
        text = read_text(root / file, file, unsaved)
    except UnreadableError as error:
        place = error.place or (1, 1)
        findings.append(problem(error.code, error.message, file=file, place=place))
        return None, None
    tree, broken = kept_tree(root, text) if cached else None, list[Finding]()
    if tree is None:
        tree, broken = read_tree(text, file=file)
    findings.extend(broken)
    if tree is None:
        return None, None
    data = None if broken else read_entries(tree)
    if data is None:
        findings.extend(misfits(tree, file))
    return data, tree


def _read_seeds(
    root: Path, settings: Settings, tree: Tree, findings: list[Finding], unsaved: Unsaved
) -> dict[str, str]:
    """The text of every source whose file is named, even where other things are wrong."""
    texts: dict[str, str] = {}
    for source, name in _named(tree, "file"):
        try:
            texts[source] = _seed_text(root, settings, name, unsaved)
        except UnreadableError as error:
            findings.append(_unreadable(error, settings, tree, ("sources", source, "file"), name))
    return texts


def _seed_text(root: Path, settings: Settings, name: str, unsaved: Unsaved) -> str:
    file = settings.seed(name)
    return unsaved[file] if file in unsaved else decode(_read_seed(root, settings, name), file)


def _sum_originals(root: Path, settings: Settings, tree: Tree, findings: list[Finding]) -> dict[str, str]:
    """The SHA-256 of every file that a text was made from."""
    sums: dict[str, str] = {}
    for source, name in _named(tree, "original", "file"):
        try:
            sums[source] = sha256(_read_seed(root, settings, name)).hexdigest()
        except UnreadableError as error:
            path = ("sources", source, "original", "file")
            findings.append(_unreadable(error, settings, tree, path, name))
    return sums


def _named(tree: Tree, *path: str) -> Iterator[tuple[str, str]]:
    """The sources with the file that each names; what is no name is told elsewhere."""
    sources = tree.root.get("sources")
    for source, entry in sources.items() if isinstance(sources, dict) else ():
        name: Node | None = entry
        for key in path:
            name = name.get(key) if isinstance(name, dict) else None
        if isinstance(name, str) and name and not isinstance(name, Unread):
            yield source, name


def _unreadable(error: UnreadableError, settings: Settings, tree: Tree, path: Path_, name: str) -> Finding:
    file, place = settings.seed(name), error.place
    if place is None:
        file, place = settings.data_file, tree.place(path)
    return problem(error.code, error.message, file=file, place=place)


def _read_seed(root: Path, settings: Settings, name: str) -> bytes:
    folder = root / settings.seeds
    # A colon begins a drive or a stream on Windows; the same data file is read there.
    plain = PureWindowsPath(name).name == name and name not in (".", "..") and ":" not in name
    if not plain:
        raise UnreadableError("bad-path", f"`{name}` is not the plain name of a file in `{settings.seeds}/`")
    try:
        inside = (folder / name).resolve().parent == folder.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, or a name that cannot be
        inside = True  # reading tells what is wrong
    if not inside:
        message = f"`{settings.seed(name)}` is a link that leads out of `{settings.seeds}/`"
        raise UnreadableError("bad-path", message)
    return read_bytes(folder / name, settings.seed(name))
