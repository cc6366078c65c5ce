"""What pages show of each other and of the book: titles, menus, the places that links lead to, files.

Sphinx writes a page again that has changed, and leaves as they are those that name it in their menus
or link to it. All of that is taken together here: when any of it changes, all pages are written again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import sphinx
from docutils import nodes
from sphinx.addnodes import pending_xref, toctree
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..domain import SourcedDomain, sourced_domain

OWN_WAYS = frozenset({SourcedDomain.name, "index"})
"""Domains of which other pages show nothing, or show it in parts that are versioned by themselves."""

WORDS = "wordcount"
"""What MyST keeps of a page beside its front matter and its headings; no page shows another's."""

FOLDERS = ("html_static_path", "html_extra_path", "templates_path", "html_theme_path", "epub_static_path")
FILES = ("html_logo", "html_favicon", "latex_logo", "epub_cover")


def shown_of(app: Sphinx, docname: str) -> str:
    """A digest of what others show of a page; taken when it has been read."""
    env = app.env
    title, contents = env.titles[docname], env.tocs.get(docname)
    return _digest(
        [
            title.pformat(),
            contents.pformat() if contents is not None else "",
            env.toctree_includes.get(docname, []),
            sorted((key, str(value)) for key, value in env.metadata[docname].items() if key != WORDS),
        ]
    )


def bearings(app: Sphinx) -> str:
    """A digest of all that pages show beside what is their own."""
    env = app.env
    domain = sourced_domain(env)
    state = domain.book_state
    of_pages = [(docname, domain.page(docname).shown) for docname in sorted(env.found_docs)]
    of_book = [domain.homes, state.sources, state.latest]
    return _digest([of_pages, of_book, list(_places(env)), list(_copied(env)), list(_settings(app))])


def _places(env: BuildEnvironment) -> Iterator[object]:
    """Whatever links may lead to, by domain."""
    for domain in env.domains.sorted():
        if domain.name not in OWN_WAYS:
            yield domain.name, sorted(map(repr, domain.get_objects()))


def _copied(env: BuildEnvironment) -> Iterator[object]:
    """The files that are copied beside the pages, each by its name there."""
    for files in (env.images, env.dlfiles):
        yield sorted((str(file), str(name)) for file, (_, name) in files.items())


def _settings(app: Sphinx) -> Iterator[object]:
    """What the whole book is made by: versions, configuration, and files for every page."""
    yield sphinx.__version__, sys.version_info[:2]
    yield sorted((name, each.version) for name, each in app.extensions.items())
    conf = Path(app.confdir, "conf.py")
    yield sha256(conf.read_bytes()).hexdigest() if conf.is_file() else ""
    yield sorted((name, repr(value)) for name, value in app.config.overrides.items())
    yield sorted(app.tags)
    yield list(_stats(_shared_files(app)))


def _shared_files(app: Sphinx) -> Iterator[Path]:
    for name in FOLDERS:
        for folder in getattr(app.config, name, ()):
            yield Path(app.confdir, folder)
    for name in FILES:
        value = getattr(app.config, name, None)
        if isinstance(value, str) and value:
            yield Path(app.confdir, value)
    yield Path(app.srcdir, "LICENSE")


def _stats(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                stat = file.stat()
                yield file.name, stat.st_size, stat.st_mtime_ns


def list_pages_alone(app: Sphinx, doctree: nodes.document) -> None:
    """Let a list of contents take in pages alone: the index, which it may name too, is none.

    Builders that write all pages as one would warn of it.
    """
    for contents in doctree.findall(toctree):
        contents["includefiles"] = [name for name in contents["includefiles"] if name in app.env.found_docs]


def keep_shown(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what others show of a page that has been read, and to which others it leads."""
    docname = app.env.docname
    page = sourced_domain(app.env).page(docname)
    page.shown = shown_of(app, docname)
    page.leads_to = {target for link in doctree.findall(pending_xref) for target in _targets(app, link)}


def _targets(app: Sphinx, link: nodes.Element) -> Iterator[str]:
    """What a link leads to: as it is written, and the page of that path, which may not be there yet."""
    target = str(link.get("reftarget"))
    yield target
    if link.get("reftype") == "myst" and not link.get("refdomain"):
        _, path = app.env.relfn2path(target.partition("#")[0], app.env.docname)
        yield app.env.path2doc(path) or target


def _digest(content: object) -> str:
    return sha256(repr(content).encode("utf-8", "surrogateescape")).hexdigest()
