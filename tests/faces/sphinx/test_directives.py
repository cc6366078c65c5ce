"""The reader of pages knows the directives that a book can use, and no other."""

from __future__ import annotations

import pytest
from docutils.parsers.rst import directives
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx

from sourced.page.directives import GENERATED, KNOWN

from .conftest import TinyBook

BUNDLED = {"sphinx.ext.doctest": {"doctest", "testcode", "testoutput", "testsetup", "testcleanup"}}
"""What Sphinx itself brings, once a book asks for it."""
DESIGN = {"card", "grid", "grid-item", "grid-item-card", "dropdown", "tab-set", "tab-item", "div"}
"""Those of sphinx-design, by which authors lay pages out."""
THEME = {"margin"}
"""That of the book theme."""


def test_each_is_built_in_or_widely_used(tiny_book: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no word of a page is read as if it were printed, where the build would refuse it."""
    registered: set[str] = set()
    init = Sphinx.build

    def build(app: Sphinx, *args: object, **kwargs: object) -> None:
        init(app, *args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        registered.update(directives._directives)
        registered.update(name for domain in app.env.domains.sorted() for name in domain.directives)

    monkeypatch.setattr(Sphinx, "build", build)
    tiny_book.build()
    registered |= set(en.directives) | DESIGN | THEME | {name for names in BUNDLED.values() for name in names}
    assert registered >= GENERATED
    assert KNOWN.keys() - registered == set()
