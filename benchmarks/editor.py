"""How long an editor waits for the verdicts on what is typed, and what memory that takes.

It starts the language server on a book, opens a page, and types into it again and again: while the whole
book is judged beside that, when all is quiet, and just after the data file was edited. For each it prints the
time from the change to the verdicts as an editor sees it, 50 ms of which it waits for more to be typed,
and what the server works for it; then the memory that the server took at most.

    .venv/bin/python benchmarks/editor.py                # this book
    .venv/bin/python benchmarks/editor.py --facts 10000  # a made-up one of so many facts
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[1]
GOAL = 0.3
TIMES = 20
PEOPLE = [f"{first} {last}" for first in ("Berit", "Olav", "Ingrid", "Magnus") for last in ("Ames", "Holm")]
PLACES = [f"{tree} {thing}" for tree in ("Elm", "Oak", "Birch", "Alder") for thing in ("Bridge", "Mill")]
VERBS = ("built", "repaired", "painted", "measured", "sold", "bought")
PER_FILE = 100


def write_book(root: Path, facts: int) -> Path:
    """A book of made-up facts, each cited once; its second page."""
    chance = random.Random(facts)
    for folder in ("seeds", "docs", "data"):
        (root / folder).mkdir()
    sources, names, entries = ["sources:"], ["names:"], ["facts:"]
    for kind, known in (("person", PEOPLE), ("place", PLACES)):
        names += [f"  {name.lower().replace(' ', '-')}: {{kind: {kind}, name: {name}}}" for name in known]
    for first in range(0, facts, PER_FILE):
        said = []
        for number in range(first, min(first + PER_FILE, facts)):
            place, metres = chance.choice(PLACES), chance.randrange(3, 900)
            who, year, workers = chance.choice(PEOPLE), chance.randrange(1800, 2000), number + 2
            done = f"{who} {chance.choice(VERBS)} the {place} of {metres} metres"
            words = f"{done} in {year} with {workers} men"
            said.append(f"{words}. {{evidence}}`fact-{number}`")
            entries += [
                f"  fact-{number}:\n    about: {place.lower().replace(' ', '-')}\n    property: length",
                f"    value: {metres} metres\n    statement: {words}.",
                f"    evidence:\n      - {{source: s{first}, exact: {words}}}",
            ]
        text = "".join(f"{each.partition('. {')[0]}.\n\n" for each in said)
        (root / f"seeds/s{first}.txt").write_text(text, encoding="utf-8", newline="")
        digest = hashlib.sha256(text.encode()).hexdigest()
        sources.append(f"  s{first}: {{file: s{first}.txt, sha256: {digest}, published: 2001-05-01}}")
        page = "".join(f"{each}\n" for each in said)
        (root / f"docs/p{first}.md").write_text(f"# Part {first}\n\n{page}", encoding="utf-8")
    data = [*sources, *names, "properties:\n  length: {title: Length}", *entries]
    (root / "data/facts.yaml").write_text("\n".join(data) + "\n", encoding="utf-8")
    return root / f"docs/p{PER_FILE}.md"


class Desk:
    """An editor with one page and the data file open."""

    def __init__(self, root: Path, page: Path) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.root, self.page, self.data = root, page, root / "data/facts.yaml"
        self.told = asyncio.Event()
        self._version = 1

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            if params.uri == self.page.as_uri():
                self.told.set()

    async def begin(self) -> None:
        await self.client.start_io(sys.executable, "-m", "sourced", "lsp")
        folder = lsp.WorkspaceFolder(self.root.as_uri(), "book")
        await self.client.initialize_async(
            lsp.InitializeParams(lsp.ClientCapabilities(), workspace_folders=[folder])
        )
        self.client.initialized(lsp.InitializedParams())
        self.open(self.page)
        await self.told.wait()

    def open(self, path: Path) -> None:
        item = lsp.TextDocumentItem(path.as_uri(), "markdown", 1, path.read_text(encoding="utf-8"))
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type(self, path: Path, words: str, line: int) -> None:
        self._version += 1
        where = lsp.Range(lsp.Position(line, 0), lsp.Position(line, 0))
        change = lsp.TextDocumentContentChangePartial(where, words)
        document = lsp.VersionedTextDocumentIdentifier(self._version, path.as_uri())
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def measure(self, what: str) -> float:
        """Type into the page, wait for its verdicts, and so on; prints a row, gives the median."""
        waited, worked = [], self.processor()
        for number in range(TIMES):
            self.told.clear()
            began = time.perf_counter()
            self.type(self.page, f"It is 7{number} metres long. ", 2)
            await self.told.wait()
            waited.append(time.perf_counter() - began)
        worked = (self.processor() - worked) / TIMES
        middle = statistics.median(waited)
        print(f"| {what} | {middle * 1000:.0f} ms | {max(waited) * 1000:.0f} ms | {worked * 1000:.0f} ms |")
        return middle

    def processor(self) -> float:
        """Seconds that the server worked so far."""
        fields = self._status("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def megabytes(self) -> int:
        """The most memory that the server had."""
        return int(self._status("status").partition("VmHWM:")[2].split()[0]) // 1024

    def _status(self, name: str) -> str:
        server = self.client._server
        assert server is not None
        return Path(f"/proc/{server.pid}/{name}").read_text(encoding="utf-8")


async def run(root: Path, page: Path, quiet: float) -> None:
    desk = Desk(root, page)
    await desk.begin()
    print("| | median | longest | work for one |\n| --- | --- | --- | --- |")
    await desk.measure("while all is judged")
    await asyncio.sleep(quiet)
    warm = await desk.measure("when all is quiet")
    desk.open(desk.data)
    desk.type(desk.data, "# A comment.\n", 0)
    await desk.measure("just after the data file was edited")
    await asyncio.sleep(quiet)
    print(f"\nMemory at most {desk.megabytes()} MB.")
    print(f"A warm answer takes {warm * 1000:.0f} ms; the goal is {GOAL * 1000:.0f} ms.")
    await desk.client.shutdown_async(None)
    desk.client.exit(None)
    await desk.client.stop()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--facts", type=int, default=0, help="make up a book of so many facts")
    parser.add_argument("--quiet", type=float, default=15, help="seconds to wait until all is judged")
    options = parser.parse_args(arguments)
    if not options.facts:
        page = max((ROOT / "docs").glob("*.md"), key=lambda path: path.stat().st_size)
        asyncio.run(run(ROOT, page, options.quiet))
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder), write_book(Path(folder), options.facts), options.quiet))


if __name__ == "__main__":
    main()
