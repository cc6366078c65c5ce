"""A tiny book, built in a temporary folder; a warning that a test did not ask for fails it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from msgspec.structs import replace
from sphinx.application import Sphinx
from sphinx.deprecation import RemovedInSphinx11Warning
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sourced.book.book import DATA_FILE
from sourced.faces.sphinx.logged import DataError
from sourced.rules.keeping import judging
from sourced.rules.verdict.judging import Outcome

from ...bridge import sign_all

CONF = """\
extensions = ["myst_parser", "sourced.sphinx"]
html_theme = "basic"
author = "Its editors"
version = "1"
smartquotes = False
"""


_UNCOLOURED = re.compile("\x1b\\[[0-9;]*m")


@dataclass(kw_only=True)
class Build:
    """What one build did."""

    out: Path
    app: Sphinx = field(init=False)
    read: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    told: str = ""
    """What was told that is no warning."""
    exit: object = 0

    def text(self, name: str) -> str:
        """The text of a built file."""
        return (self.out / name).read_text(encoding="utf-8")


def find_nothing(patch: pytest.MonkeyPatch) -> None:
    """Let checks find nothing, for what a book shows when there is something to find."""
    of_fact = judging.kept_of_fact
    patch.setattr(judging, "kept_of_fact", lambda *given: replace(of_fact(*given), findings=()))
    patch.setattr(judging, "judge_page", lambda *_: Outcome())
    patch.setattr(judging, "each_entry", lambda *_: [])


class TinyBook:
    """A book in a temporary folder, and the way to change and build it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "conf.py").write_text(CONF, encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file of the book."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a passage that stands once in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def build(
        self, builder: str = "html", *, jobs: int = 1, out: str = "build", warnings: Iterable[str] = ()
    ) -> Build:
        """Build it; ``warnings`` are patterns, one for each warning that must come."""
        build = Build(out=self.root / out / builder)
        stream, status = StringIO(), StringIO()
        with patch_docutils(str(self.root)), docutils_namespace(), catch_warnings():
            # MyST-Parser 5.2 still asks for what Sphinx 11 will not have.
            filterwarnings("ignore", r"'myst_parser\.", RemovedInSphinx11Warning)
            build.app = app = Sphinx(
                srcdir=self.root / "docs",
                confdir=self.root,
                outdir=build.out,
                doctreedir=self.root / out / "doctrees",
                buildername=builder,
                status=status,
                warning=stream,
                parallel=jobs,
            )
            app.connect("env-before-read-docs", lambda app, env, docnames: build.read.extend(docnames))
            try:
                app.build()
            except DataError as error:
                build.exit = error.code
        build.warnings = [
            _UNCOLOURED.sub("", line) for line in stream.getvalue().splitlines() if line.strip()
        ]
        build.told = _UNCOLOURED.sub("", status.getvalue())
        wanted = list(warnings)
        assert len(build.warnings) == len(wanted), "\n".join(build.warnings)
        for line, pattern in zip(build.warnings, wanted, strict=True):
            assert re.search(pattern, line), f"{pattern!r} does not match {line!r}"
        return build


@pytest.fixture
def tiny_book(small_book: Path) -> TinyBook:
    """The small book, all signed, with a page more that uses one of its facts and one that uses none."""
    book = TinyBook(small_book)
    book.write("docs/index.md", INDEX)
    book.write("docs/opening.md", OPENING)
    book.write("docs/plain.md", PLAIN)
    sign_all(small_book)
    return book


INDEX = """\
# The bridge

The Elm Bridge is {fact}`bridge-length` long.

```{toctree}
opening
plain
```
"""

OPENING = """\
# The opening

The Elm Bridge was opened on {fact}`bridge-opened`.
"""

PLAIN = """\
# About this book

This book is short. {own}`about the book`
"""


DIRECTIVES = {
    "differences": ["{disagreements} contradiction", "{disagreements} precision"],
    "facts": ["{facts-table}"],
    "names": ["{names-table}"],
    "gazette": ["{source} gazette", "{source-passages} gazette", "{source-shared} gazette"],
    "herald": ["{source} herald", "{source-passages} herald"],
    "shared": ["{shared-passages}"],
    "sources": ["{sources-table}"],
    "checked": ["{figures}", *(f"{{checked}} {each}" for each in ("reviewed", "own", "pages", "absences"))],
}
FRONT = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
LENGTH = "statement: The Elm Bridge is 41 metres long."
OTHER_LENGTH = "statement: The Elm Bridge has a length of 41 metres."
HERALD = "The Elm Bridge is 41 metres long, the mayor said. It was opened on 3 May 1901 by the mayor.\n"
DATED = "published: 1901-05-05/1901-05-06, dated-by: a guess"
OTHER = """\
  bridge-length-by-herald:
    about: elm-bridge
    property: length
    value: 41 metres
    statement: The Elm Bridge is 41 metres long.
    unused: for the tests
    by: mayor
    evidence:
      - {source: herald, exact: The Elm Bridge is 41 metres long}
"""


@pytest.fixture
def full_book(tiny_book: TinyBook) -> TinyBook:
    """The tiny book with a second source that differs, and a page of each kind."""
    digest = hashlib.sha256(HERALD.encode()).hexdigest()
    tiny_book.write("seeds/herald.txt", HERALD)
    source = f"  herald: {{file: herald.txt, sha256: {digest}, publisher: Herald, {DATED}}}\n"
    mayor = "  mayor: {kind: person, name: The mayor, also: [the mayor]}\n"
    tiny_book.edit(DATA_FILE, "names:\n", f"{source}names:\n{mayor}")
    says = "{title: Length, single: true, says: {elm-bridge: The book prints <b>both</b>.}}"
    tiny_book.edit(DATA_FILE, "{title: Length, single: true}", says)
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", f"{OTHER}  bridge-opened:\n")
    by_mayor = "{fact}`bridge-length-by-herald` by the mayor’s words."
    both = f"The Elm Bridge is {{fact}}`bridge-length` long in Gazette and {by_mayor}"
    tiny_book.edit("docs/index.md", "The Elm Bridge is {fact}`bridge-length` long.", both)
    tiny_book.edit(DATA_FILE, "    unused: for the tests\n", "")
    tiny_book.edit("docs/index.md", "plain\n", "plain\n" + "".join(f"{name}\n" for name in DIRECTIVES))
    for name, directives in DIRECTIVES.items():
        parts = (f"## Part {number}\n\n```{each}\n```\n\n" for number, each in enumerate(directives))
        tiny_book.write(f"docs/{name}.md", f"{FRONT}# {name.capitalize()}\n\n{''.join(parts)}")
    return tiny_book
