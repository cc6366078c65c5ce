"""One build, from the record that the last one has left to the record that it leaves."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from docutils import nodes
from msgspec import Struct
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ....account.writing import write_whole
from ..domain import sourced_domain
from .bearings import bearings
from .folder import Folder
from .idling import Asked, Idling
from .warned import ALL, Warned

UNFINISHED = "sourced-unfinished"
"""Stands in the folder of what was read as long as a build is at work, and longer if it does not end well."""

READ_FILE = "sourced-read.json"

ENVIRONMENT = "environment.pickle"
"""Where Sphinx keeps what it has read."""

GATHERING = frozenset({"epub", "json", "pickle"})
"""Builders that take whatever lies in their folder for their own, so that they begin with an empty one."""

BUILD_INFO = ".buildinfo"
"""What Sphinx reads before all else, and cannot do without if it is there and empty."""

LATE = 850
"""After what is known of the book has been brought up to date."""

LAST = 9_000
"""After everything else has been written."""


class Read(Struct, kw_only=True):
    """What the last build has read, for whatever builder."""

    stamps: dict[str, str] = {}
    """Each page, with the size and the time of its file, and of all that it takes in."""
    again: tuple[str, ...] = ()
    """The pages that are to be read again in any case."""


class Wrote(Struct, kw_only=True):
    """What one builder has written into one folder."""

    stamp: int = 0
    """When it did: another build may have written there since."""
    bearings: str = ""
    pages: dict[str, str] = {}
    """Each page, with what it was made of."""
    again: tuple[str, ...] = ()
    """The pages of which it warned, that are to be read again too."""


_Record = TypeVar("_Record", Read, Wrote)


class Building:
    """What one application knows of its present build. Never stored."""

    def __init__(self, app: Sphinx, warned: Warned, rest: Callable[[], None]) -> None:
        self._warned, self._rest = warned, rest
        self._idling = Idling()
        self._kept = Path(app.doctreedir)
        self._folder = Folder(Path(app.outdir), self._kept)
        self._read, self._wrote = Read(), Wrote()
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._listing: dict[str, set[str]] = {}
        self._anew = False
        self._is_idle = False

    def distrust(self, _app: Sphinx, _config: object) -> None:
        """Forget all that was read, if the last build did not end well."""
        if (self._kept / UNFINISHED).exists():
            (self._kept / ENVIRONMENT).unlink(missing_ok=True)
        if self._folder.is_half_done:
            (self._folder.root / BUILD_INFO).unlink(missing_ok=True)

    def outdated(
        self, app: Sphinx, env: BuildEnvironment, added: set[str], _changed: set[str], removed: set[str]
    ) -> list[str]:
        """The pages whose files are not as they were read, or of which there was a warning.

        Sphinx itself looks only for files that are younger than what was read.
        """
        self._warned.forget()
        self._read, self._wrote = _load(self._read_file, Read), _load(self._wrote_file(app), Wrote)
        known, again = self._read.stamps, {*self._read.again, *self._wrote.again}
        return [
            docname
            for docname in env.found_docs & env.all_docs.keys()
            if {ALL, docname} & again
            or known.get(docname) != "\n".join(_stamps(env, docname))
            or (added | removed) & sourced_domain(env).page(docname).leads_to
        ]

    def before_reading(self, _app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Note that this build has begun, and how the pages are before they are read."""
        (self._kept / UNFINISHED).touch()
        self._before = {docname: _stamp(env.doc2path(docname)) for docname in docnames}

    def updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """The pages that are not written as they are now; all of them, if what they share is new."""
        for docname, stamp in self._before.items():
            self._read.stamps[docname] = "\n".join([stamp, *_stamps(env, docname)[1:]])
        domain, shared = sourced_domain(env), bearings(app)
        is_ours = self._folder.stamp == self._wrote.stamp
        ended_well = self._folder.begin()
        goes_on = is_ours and ended_well and shared == self._wrote.bearings
        self._anew = not goes_on or app.builder.name in GATHERING
        if self._anew:
            self._wrote = Wrote(bearings=shared)
        self._now = {docname: domain.version(docname) for docname in sorted(env.found_docs)}
        known = self._wrote.pages
        stale = [docname for docname, version in self._now.items() if known.get(docname) != version]
        first = [docname for docname in stale if docname in self._before]
        self._is_idle = not (self._anew or stale or self._before or domain.learned) and self._folder.is_whole
        domain.is_behind = domain.hurries and not self._anew and first != stale
        return first if domain.is_behind else stale

    def before_writing(self, app: Sphinx, _builder: object) -> None:
        """Leave nothing in the folder that all pages are written to again.

        Otherwise no page is written for the sake of those that it lists: what it shows of them is as it was.
        """
        if self._anew:
            self._folder.empty()
        if not (self._is_idle and self._idling.begin(app)):
            self._rest()
        self._listing, app.env.files_to_rebuild = app.env.files_to_rebuild, Asked(partial(self._asked, app))

    def _asked(self, app: Sphinx) -> None:
        """A page is about to be written: this is no idle build, if ever it was."""
        self._idling.end(app)
        self._rest()

    def writing(self, _app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Note that a page is written; several, if they are written as one."""
        inside = (str(file["docname"]) for file in doctree.findall(addnodes.start_of_file))
        for name in (docname, *inside):
            if name in self._now:
                self._wrote.pages[name] = self._now[name]

    def finished(self, app: Sphinx, error: Exception | None) -> None:
        """Leave the record of a build that has ended well."""
        self._idling.end(app)
        if error:
            return
        app.env.files_to_rebuild = self._listing
        found = app.env.found_docs
        self._folder.finish()
        self._wrote.stamp = self._folder.stamp
        self._wrote.pages = _of(found, self._wrote.pages)
        self._wrote.again = tuple(sorted(self._warned.writing))
        self._read = Read(stamps=_of(found, self._read.stamps), again=tuple(sorted(self._warned.reading)))
        _save(self._wrote_file(app), self._wrote)
        _save(self._read_file, self._read)
        (self._kept / UNFINISHED).unlink(missing_ok=True)

    @property
    def _read_file(self) -> Path:
        return self._kept / READ_FILE

    def _wrote_file(self, app: Sphinx) -> Path:
        folder = sha256(os.path.relpath(app.outdir, self._kept).encode()).hexdigest()[:8]
        return self._kept / f"sourced-{app.builder.name}-{folder}.json"


def _of(docnames: Iterable[str], known: dict[str, str]) -> dict[str, str]:
    return {docname: known[docname] for docname in sorted(docnames) if docname in known}


def _stamps(env: BuildEnvironment, docname: str) -> list[str]:
    """Of the file of a page, then of all that it takes in from elsewhere."""
    taken_in = sorted(map(str, env.dependencies.get(docname, ())))
    return [_stamp(env.doc2path(docname)), *(_stamp(Path(env.srcdir, name)) for name in taken_in)]


def _stamp(file: Path) -> str:
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _load(file: Path, kind: type[_Record]) -> _Record:
    """A record; an empty one, if there is none that can be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return kind()


def _save(file: Path, record: Struct) -> None:
    write_whole(file, msgspec.json.encode(record).decode())


def setup_building(app: Sphinx, warned: Warned, rest: Callable[[], None]) -> None:
    """Connect one application's builds to Sphinx's events."""
    building = Building(app, warned, rest)
    app.connect("config-inited", building.distrust, priority=1)
    app.connect("env-get-outdated", building.outdated)
    app.connect("env-before-read-docs", building.before_reading, priority=LATE)
    app.connect("env-updated", building.updated, priority=LATE)
    app.connect("write-started", building.before_writing, priority=0)
    app.connect("doctree-resolved", building.writing)
    app.connect("build-finished", building.finished, priority=LAST)
