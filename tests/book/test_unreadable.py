"""Every way in which the files of a book cannot be read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.book.settings import find_root

Refused = Callable[[Path], list[Finding]]
Place = tuple[str, str, int, int]


def _data(old: str, new: str, encoding: str, errors: str = "strict") -> Callable[[Path], None]:
    """The data file with other words in it, in another encoding."""

    def rewrite(bridge: Path) -> None:
        text = (bridge / DATA_FILE).read_bytes().decode()
        (bridge / DATA_FILE).write_bytes(text.replace(old, new).encode(encoding, errors))

    return rewrite


def _no_data(bridge: Path) -> None:
    (bridge / DATA_FILE).unlink()


def _no_data_folder(bridge: Path) -> None:
    (bridge / DATA_FILE).unlink()
    (bridge / "data").rmdir()


def _data_is_a_folder(bridge: Path) -> None:
    (bridge / DATA_FILE).unlink()
    (bridge / DATA_FILE).mkdir()


def _data_is_a_pipe(bridge: Path) -> None:
    (bridge / DATA_FILE).unlink()
    os.mkfifo(bridge / DATA_FILE)


def _data_is_a_link_to_itself(bridge: Path) -> None:
    (bridge / DATA_FILE).unlink()
    (bridge / DATA_FILE).symlink_to(bridge / DATA_FILE)


def _no_seeds(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").unlink()
    (bridge / "seeds").rmdir()


def _seeds_is_a_file(bridge: Path) -> None:
    _no_seeds(bridge)
    (bridge / "seeds").write_text("x")


def _no_docs(bridge: Path) -> None:
    (bridge / "docs/index.md").unlink()
    (bridge / "docs").rmdir()


def _nothing(bridge: Path) -> None:
    _no_data_folder(bridge)
    _no_seeds(bridge)
    _no_docs(bridge)


def _seed(content: bytes) -> Callable[[Path], None]:
    def rewrite(bridge: Path) -> None:
        (bridge / "seeds/gazette.txt").write_bytes(content)

    return rewrite


def _seed_is_a_folder(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").unlink()
    (bridge / "seeds/gazette.txt").mkdir()


def _seed_is_a_socket(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").unlink()
    here = Path.cwd()
    os.chdir(bridge / "seeds")  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("gazette.txt")
    finally:
        os.chdir(here)


def _seed_leads_out(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").rename(bridge / "gazette.txt")
    (bridge / "seeds/gazette.txt").symlink_to(bridge / "gazette.txt")


def _seed_leads_to_itself(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").unlink()
    (bridge / "seeds/gazette.txt").symlink_to("gazette.txt")


def _seed_leads_nowhere(bridge: Path) -> None:
    (bridge / "seeds/gazette.txt").unlink()
    (bridge / "seeds/gazette.txt").symlink_to("gone.txt")


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        pytest.param(
            _data("40\n", "caf\u00e9\n", "latin-1"), [("encoding", DATA_FILE, 16, 15)], id="data-in-latin-1"
        ),
        pytest.param(_data("", "", "utf-16"), [("encoding", DATA_FILE, 1, 1)], id="data-in-utf-16"),
        pytest.param(_data("", "", "utf-16-le"), [("encoding", DATA_FILE, 1, 2)], id="data-in-utf-16-le"),
        pytest.param(
            _data("40\n", "\ud800\n", "utf-8", "surrogatepass"),
            [("encoding", DATA_FILE, 16, 12)],
            id="data-with-a-surrogate",
        ),
        pytest.param(_data("40\n", "\0\n", "utf-8"), [("encoding", DATA_FILE, 16, 12)], id="data-with-nul"),
        pytest.param(_no_data, [("file-missing", DATA_FILE, 1, 1)], id="no-data"),
        pytest.param(_no_data_folder, [("file-missing", DATA_FILE, 1, 1)], id="no-data-folder"),
        pytest.param(_data_is_a_folder, [("file-unreadable", DATA_FILE, 1, 1)], id="data-is-a-folder"),
        pytest.param(_data_is_a_pipe, [("file-unreadable", DATA_FILE, 1, 1)], id="data-is-a-pipe"),
        pytest.param(
            _data_is_a_link_to_itself, [("file-unreadable", DATA_FILE, 1, 1)], id="data-leads-to-itself"
        ),
        pytest.param(_no_seeds, [("file-missing", "seeds", 1, 1)], id="no-seeds"),
        pytest.param(_seeds_is_a_file, [("file-unreadable", "seeds", 1, 1)], id="seeds-is-a-file"),
        pytest.param(_no_docs, [("file-missing", "docs", 1, 1)], id="no-docs"),
        pytest.param(
            _nothing,
            [
                ("file-missing", DATA_FILE, 1, 1),
                ("file-missing", "docs", 1, 1),
                ("file-missing", "seeds", 1, 1),
            ],
            id="nothing",
        ),
        pytest.param(_seed(b"a\r\nb\xe9c"), [("encoding", "seeds/gazette.txt", 2, 2)], id="seed-in-latin-1"),
        pytest.param(_seed(b"\xff\xfea\0"), [("encoding", "seeds/gazette.txt", 1, 1)], id="seed-in-utf-16"),
        pytest.param(
            _seed("\u00e9\u00e9\u00e9\n\u2019\u2019x".encode()[:-3]),
            [("encoding", "seeds/gazette.txt", 2, 2)],
            id="seed-cut-short",
        ),
        pytest.param(_seed(b"ab\0"), [("encoding", "seeds/gazette.txt", 1, 3)], id="seed-with-nul"),
        pytest.param(_seed_is_a_folder, [("file-unreadable", DATA_FILE, 3, 11)], id="seed-is-a-folder"),
        pytest.param(_seed_is_a_socket, [("file-unreadable", DATA_FILE, 3, 11)], id="seed-is-a-socket"),
        pytest.param(_seed_leads_out, [("bad-path", DATA_FILE, 3, 11)], id="seed-leads-out"),
        pytest.param(
            _seed_leads_to_itself, [("file-unreadable", DATA_FILE, 3, 11)], id="seed-leads-to-itself"
        ),
        pytest.param(_seed_leads_nowhere, [("file-missing", DATA_FILE, 3, 11)], id="seed-leads-nowhere"),
    ],
)
def test_files(bridge: Path, refused: Refused, breaks: Callable[[Path], None], expected: list[Place]) -> None:
    breaks(bridge)
    assert [(f.code, f.file, f.line, f.column) for f in refused(bridge)] == expected


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")]
)
def test_file_that_the_system_does_not_give(
    bridge: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError) as caught:
        load_book(bridge)
    monkeypatch.undo()
    assert [(f.code, f.file) for f in caught.value.findings] == [("file-unreadable", DATA_FILE)]


def test_folder_that_the_system_does_not_show(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = Path.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if path.name in ("seeds", "facts.yaml"):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(InputError) as caught:
        load_book(bridge)
    with pytest.raises(InputError):
        find_root(bridge)
    monkeypatch.undo()
    found = [(finding.code, finding.file) for finding in caught.value.findings]
    assert found == [("file-unreadable", DATA_FILE), ("file-unreadable", "seeds")]
