"""A book of which units wait for a reviewer, and the command that shows and signs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE
from sourced.faces.command import main as cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def waiting(small_book: Path) -> Path:
    """The root of a book of which nothing is signed: four units wait in the data, two on its page."""
    (small_book / SIGNED_FILE).unlink()
    data = small_book / DATA_FILE
    data.write_text(
        data.read_text(encoding="utf-8").replace("title: Opened", "title: Built"), encoding="utf-8"
    )
    page = small_book / "docs/index.md"
    text = (
        page.read_text(encoding="utf-8")
        .replace("# The bridge", "# The marvel")
        .replace("It was", "Proudly it was")
    )
    page.write_text(text, encoding="utf-8")
    return small_book


@pytest.fixture
def run(waiting: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on that book."""

    def call(*arguments: str) -> tuple[int, str, str]:
        command, *others = arguments
        status = cli.main([command, "--root", str(waiting), *others])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


HOSTILE = r"""title: "<i>[red]x[/red] & :smile: \u202e\"" """


def make_hostile(root: Path) -> None:
    path = root / "data/facts.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Built", HOSTILE)
    path.write_text(
        text.replace("publisher: Gazette", "publisher: <script>Gazette</script>"), encoding="utf-8"
    )
