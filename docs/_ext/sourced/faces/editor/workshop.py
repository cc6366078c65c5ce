"""What an editor has open of a book, and the verdicts on it as they stand now. Knows no protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ...book.findings import Finding, InputError
from ...book.pagefiles import page_files
from ...book.settings import SETTINGS_FILE, Settings, load_settings
from ...chain.library import Library
from ...chain.reading import read_file
from ...page.page import Page
from ...rules.check import check_whole
from ...rules.verdict.verdicts import Judged
from ...text.files import UnreadableError, read_text
from .editions import Edition, Verdicts, Whole
from .shifting import shifted

_TYPED, _KEPT = 1000, 100_000
"""So many answers are kept of what is typed, and so many of what is open; the rest is worked out anew."""


class Workshop:
    """One book at work. Files are named relative to its root, with forward slashes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = Settings()
        """Where the book keeps what it is made of."""
        with suppress(InputError):  # told when the book is read
            self.settings = load_settings(root)
        self.unsaved: dict[str, str] = {}
        """The texts of what is open, as they are typed."""
        self.edition: Edition | None = None
        """The last book that could be read."""
        self.broken: list[Finding] = []
        """What keeps the newest one from being read."""
        self.pages: dict[str, tuple[Page, Verdicts]] = {}
        self.data = Verdicts()
        self.whole: list[Finding] = []
        self._known_pages: frozenset[str] = frozenset()
        self._warm: set[str] = set()
        """The pages that were judged with the library of this edition."""
        self._base = 0
        """So many answers of the library are kept."""

    def name(self, path: Path) -> str | None:
        """The name of a file of the book; None for any other."""
        for root in (self.root, self.root.resolve()):
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        resolved = path.resolve()
        root = self.root.resolve()
        return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else None

    def is_page(self, file: str) -> bool:
        """Whether a file is a page, or would be one if it were saved."""
        path = PurePosixPath(file)
        if file in self._known_pages or self.is_of_the_book(file):
            return file in self._known_pages
        docs = PurePosixPath(self.settings.docs)
        inside = path.relative_to(docs).parts if path.is_relative_to(docs) else ()
        return (
            path.suffix == ".md" and bool(inside) and not any(part.startswith(("_", ".")) for part in inside)
        )

    def is_of_the_book(self, file: str) -> bool:
        """Whether a change of a file is a change of the book itself, and not of one page."""
        of_the_book = (self.settings.data_file, self.settings.signed_file, SETTINGS_FILE)
        configured = ("conf.py", self.settings.page("conf.py"))
        is_seed = PurePosixPath(file).parent == PurePosixPath(self.settings.seeds)
        return file in (*of_the_book, *configured) or (is_seed and file not in self._known_pages)

    def text(self, file: str) -> str | None:
        """The text of a file as it is typed or saved; None if there is none that can be read."""
        if file in self.unsaved:
            return self.unsaved[file]
        try:
            return read_text(self.root / file, file)
        except UnreadableError:
            return None

    def type(self, file: str, text: str) -> None:
        """Let a file that is open have this text."""
        # Half a pair of surrogates is no character, and no file could hold it.
        self.unsaved[file] = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    @property
    def open_pages(self) -> dict[str, str]:
        """The pages that are open, with their texts."""
        return {file: text for file, text in self.unsaved.items() if self.is_page(file)}

    def judge(self, file: str) -> bool:
        """Judge a page anew; whether anything else of the book may be told otherwise now."""
        text = self.text(file)
        if self.edition is None or text is None:
            return self.pages.pop(file, None) is not None
        before, first = self.pages.get(file), file not in self._warm
        if before and not first and before[0].text == text.removeprefix("\ufeff"):
            return False
        page = read_file(self.edition.library, file, text)
        self.pages[file] = (page, self.edition.judge(page))
        self._forget(self.edition.library, keep=first)
        self._warm.add(file)
        return self.find_in_whole() if before is None or _cited(before[0]) != _cited(page) else False

    def _forget(self, library: Library, *, keep: bool) -> None:
        """Of a page as it was opened all answers are kept, of what is typed into it only the last."""
        if keep and library.size < _KEPT:
            self._base = library.size
        elif library.size > self._base + _TYPED:
            library.shrink(self._base)

    def take(self, edition: Edition) -> None:
        """Go on with a newer book. The verdicts on its data move to where their entries stand now."""
        old, self.edition, self.broken = self.edition, edition, []
        self.settings = edition.book.settings
        self._known_pages = frozenset(
            path.relative_to(self.root).as_posix() for path in page_files(self.root, self.settings).markdown
        )
        self._warm.clear()
        self._base = edition.library.size
        if old is not None:
            moved = shifted(self.data.findings, old.book, edition.book, gone=edition.facts.keys())
            fresh = [each for found in edition.facts.values() for each in found.findings]
            waiting = dict(self.data.waiting)
            for found in edition.facts.values():
                waiting |= found.waiting
            signed = edition.book.signatures
            kept = {each for each in (*moved, *fresh) if each.unit not in signed}
            self.data = Verdicts(findings=tuple(sorted(kept)), waiting=waiting)
        for file in self.open_pages:
            self.judge(file)
        self.find_in_whole()

    def refuse(self, error: InputError) -> None:
        """Keep the last good book, and tell what is wrong with the newest one.

        Where the data file is no YAML, the rest of what is said of it only follows from that.
        """
        syntax = [each for each in error.findings if each.code == "yaml-syntax"]
        others = [each for each in error.findings if each.file != self.settings.data_file]
        self.broken = [*syntax[:1], *others] if syntax else error.findings

    def take_whole(self, whole: Whole) -> None:
        """Take the verdicts on all that nobody has typed over meanwhile."""
        self.data = whole.data
        for file, (page, found) in whole.pages.items():
            if self.text(file) in (page.text, f"\ufeff{page.text}"):
                self.pages[file] = (page, found)
        for file in self.pages.keys() - whole.pages.keys() - self.unsaved.keys():
            del self.pages[file]
        self.find_in_whole()

    def find_in_whole(self) -> bool:
        """What needs every page; whether it is other than before. Waits until all of them were read once."""
        if self.edition is None or not self._known_pages <= self.pages.keys():
            return False
        before, pages = self.whole, [page for page, _ in self.pages.values()]
        self.whole = check_whole(self.edition.book, pages, self.edition.library)
        return before != self.whole

    def findings(self) -> Mapping[str, list[Finding]]:
        """Everything there is to tell now, by file."""
        told: dict[str, list[Finding]] = {file: [] for file in self.unsaved}
        for each in self._findings():
            told.setdefault(each.file, []).append(each)
        return told

    def _findings(self) -> Iterator[Finding]:
        for _, found in self.pages.values():
            yield from found.findings
        spoilt = {each.file for each in self.broken}
        yield from self.broken
        if self.settings.data_file not in spoilt:
            yield from (each for each in (*self.data.findings, *self.whole) if each.file not in spoilt)

    def read_page(self, file: str) -> Page | None:
        """A page as it stands now."""
        text, known = self.text(file), self.pages.get(file)
        if text is None or self.edition is None:
            return None
        if known and known[0].text == text.removeprefix("\ufeff"):
            return known[0]
        return read_file(self.edition.library, file, text)

    def read_pages(self) -> Iterator[Page]:
        """All pages as they stand now."""
        files = self._known_pages | self.open_pages.keys()
        yield from (page for file in sorted(files) if (page := self.read_page(file)))

    def waiting(self, digest: str) -> Judged | None:
        """A unit that waits for a signature."""
        for _, found in self.pages.values():
            if digest in found.waiting:
                return found.waiting[digest]
        return self.data.waiting.get(digest)


def _cited(page: Page) -> set[str]:
    return {cite.fact for group in page.groups for sentence in group.sentences for cite in sentence.cites}
