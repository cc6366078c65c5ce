"""What the files of data say of the book itself: what it is called, under which licence it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from ...book.settings import load_settings
from ...page.page import Page

FRONT_PAGE = "index"
_LICENCE = re.compile(r"SPDX-License-Identifier:[ \t]*([A-Za-z0-9.+-]+)[ \t]*$", re.MULTILINE)


class Imprint(Struct, frozen=True, kw_only=True):
    """The titles of the pages by docname, and the SPDX identifier of the licence of the book's own words."""

    titles: Mapping[str, str] = field(default_factory=dict)
    licence: str | None = None

    @property
    def title(self) -> str:
        """What the book is called: the title of its front page."""
        return self.titles.get(FRONT_PAGE) or "Facts"

    @property
    def licence_page(self) -> str | None:
        """Where SPDX describes the licence."""
        return f"https://spdx.org/licenses/{self.licence}.html" if self.licence else None


def read_imprint(root: Path, pages: Iterable[Page]) -> Imprint:
    """The imprint of the book in ``root``, from the headings of its pages."""
    return Imprint(titles={page.docname: _title(page) for page in pages}, licence=read_licence(root))


def _title(page: Page) -> str:
    return next((" ".join(s.text for s in g.sentences).strip() for g in page.groups if g.level), "")


def read_licence(root: Path) -> str | None:
    """The SPDX identifier that the ``LICENSE`` beside the pages states, if it does."""
    file = root / load_settings(root).docs / "LICENSE"
    found = _LICENCE.search(file.read_bytes().decode("utf-8", "replace")) if file.is_file() else None
    return found[1] if found else None
