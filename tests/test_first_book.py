"""The tutorial, step by step: what it tells a reader to write is written, what it tells to run is run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reference/first-book.md"
BLOCK = re.compile(
    r"^```(?:(\w+)|\{code-block\} \w+\n:caption: ([^\n]+)\n)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
PROMPT = "$ "


def steps() -> Iterator[tuple[str, str, str]]:
    """Each block: its language, or the file that it is to be written to, and its text."""
    yield from BLOCK.findall(PAGE.read_text(encoding="utf-8"))


class Shell:
    """A reader's terminal: it remembers where it is."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "work"
        programs = home / "bin"
        for folder in (self.folder, programs):
            folder.mkdir()
        sourced = programs / "sourced"
        sourced.write_text(f'#!/bin/sh\nexec {sys.executable} -m sourced "$@"\n')
        sourced.chmod(0o755)
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        package = str(ROOT / "docs/_ext")
        # Where the tests themselves run under make, it would tell the reader's of its folders.
        outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        self.env = outside | {
            "PATH": path,
            "PYTHON": sys.executable,
            "PYTHONPATH": package,
            "LC_ALL": "C.UTF-8",
        }

    def run(self, commands: list[str]) -> list[str]:
        """What each command prints."""
        script = "\n".join(f"echo '@@@'; (exit $status)\n{command}\nstatus=$?" for command in commands)
        ended = subprocess.run(
            ["bash", "-c", f"status=0\n{script}\necho '@@@'; pwd; exit $status"],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        _, *printed, folder = ended.stdout.split("@@@\n")
        assert ended.returncode == 0 or commands[-1] == "sourced check", ended.stdout
        self.folder = Path(folder.strip())
        return printed


def hold(wanted: list[str], printed: str) -> None:
    """Hold that a command printed these lines in their order, others between them where ``...`` says so."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else f"{re.escape(line)}\n" for line in wanted)
    assert not wanted or re.fullmatch(pattern, printed), printed


def write(file: Path, text: str) -> None:
    """A file as a whole; of the data file, which grows, what stands under each key."""
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    keys = re.findall(r"^(\w+):\n", text, re.MULTILINE)
    if not keys or not known:
        file.write_text(text, encoding="utf-8")
        return
    for key, more in re.findall(r"^(\w+):\n((?:  .*\n)+)", text, re.MULTILINE):
        assert f"{key}: {{}}\n" in known
        known = known.replace(f"{key}: {{}}\n", f"{key}:\n{more}")
    file.write_text(known, encoding="utf-8")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book that a reader has who has done all that the page says."""
    shell = Shell(tmp_path_factory.mktemp("reader"))
    for language, file, text in steps():
        if language == "console":
            texts = re.split(rf"^{re.escape(PROMPT)}", text, flags=re.MULTILINE)[1:]
            parts = [each.splitlines() for each in texts]
            printed = shell.run([command for command, *_ in parts])
            for (_, *wanted), told in zip(parts, printed, strict=True):
                hold(wanted, told)
        elif file:
            write(shell.folder / file, text)
    return shell.folder


def test_every_step_is_run(book: Path) -> None:
    """All but the installation, which needs the network."""
    languages = [language for language, _, _ in steps()]
    assert languages.count("sh") == 1
    assert set(languages) == {"", "sh", "console"}
    assert languages.count("console") == 8
    assert len(languages) == PAGE.read_text(encoding="utf-8").count("\n```\n")


def test_the_book_is_the_readers_own(book: Path) -> None:
    assert {path.name for path in (book / "seeds").glob("*.txt")} == {"ferry.txt"}
    html = (book / "build/html/index.html").read_text(encoding="utf-8")
    assert "It carries 24 passengers" in html
    assert "not set" not in html
    assert "town clock" not in html
