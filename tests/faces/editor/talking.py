"""A client of the language server for the tests: it types, waits for verdicts, applies what is offered."""

from __future__ import annotations

import asyncio
import sys
import time
from ast import literal_eval
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from sourced.faces.editor.reading.positions import Positions, changed

SECONDS = 60.0
"""So long a test waits at most; the machine may be busy."""
CODEC = PositionCodec(lsp.PositionEncodingKind.Utf16)


class Editor:
    """An editor that has a book open."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}

    def uri(self, file: str) -> str:
        return (self.root / file).as_uri()

    def document(self, file: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(file))

    def open(self, file: str) -> None:
        text = (self.root / file).read_text(encoding="utf-8")
        item = lsp.TextDocumentItem(self.uri(file), "markdown", 1, text)
        self.texts[file], self._versions[file] = text, 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def replace(self, file: str, old: str, new: str) -> None:
        """Type ``new`` where ``old`` stands."""
        text = self.texts[file]
        start = text.index(old)
        where = Positions(text, CODEC).range(start, start + len(old))
        self.edit(file, [lsp.TextEdit(where, new)])

    def edit(self, file: str, edits: Sequence[lsp.TextEdit]) -> None:
        """Make changes that do not touch each other, the last one first."""
        ordered = sorted(edits, key=lambda each: (each.range.start.line, each.range.start.character))
        changes = [lsp.TextDocumentContentChangePartial(each.range, each.new_text) for each in ordered[::-1]]
        for change in changes:
            self.texts[file] = changed(self.texts[file], change, CODEC)
        self._versions[file] += 1
        document = lsp.VersionedTextDocumentIdentifier(self._versions[file], self.uri(file))
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, changes))

    def apply(self, change: lsp.WorkspaceEdit) -> None:
        """Make the changes of a quick fix or a renaming, in open files and in others."""
        for uri, edits in (change.changes or {}).items():
            file = Path(uri.removeprefix("file://")).relative_to(self.root).as_posix()
            if file not in self.texts:
                self.open(file)
            self.edit(file, list(edits))

    def place(self, file: str, words: str, inside: int = 0) -> lsp.Position:
        """The place ``inside`` some words."""
        return Positions(self.texts[file], CODEC).position(self.texts[file].index(words) + inside)

    def found(self, file: str) -> list[lsp.Diagnostic]:
        return list(self.client.diagnostics.get(self.uri(file), []))

    def codes(self, file: str) -> list[Any]:
        return [each.code for each in self.found(file)]

    async def until(self, file: str, *codes: str) -> list[lsp.Diagnostic]:
        """Wait until the file has just these findings."""
        return await self.when(file, lambda: sorted(self.codes(file)) == sorted(codes))

    async def when(self, file: str, holds: Any) -> list[lsp.Diagnostic]:
        """Wait until something holds."""
        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, f"{self.found(file)}\n{self.client.messages}"
            await asyncio.sleep(0.02)
        return self.found(file)

    async def actions(self, file: str, words: str) -> list[lsp.CodeAction]:
        """What can be done where some words stand; the client takes an action with a command for that
        alone, and writes out what it holds."""
        at = self.place(file, words)
        params = lsp.CodeActionParams(
            self.document(file), lsp.Range(at, at), lsp.CodeActionContext(self.found(file))
        )
        found = await self.client.text_document_code_action_async(params) or []
        return [
            each
            if isinstance(each, lsp.CodeAction)
            else lsp.CodeAction(each.title, command=lsp.Command(**literal_eval(each.command)))
            for each in found
        ]

    async def run(self, action: lsp.CodeAction) -> None:
        """Make the change of an action, or have its command carried out."""
        if action.edit:
            self.apply(action.edit)
        if action.command:
            asked = lsp.ExecuteCommandParams(action.command.command, action.command.arguments)
            await self.client.workspace_execute_command_async(asked)

    async def complete(self, file: str, words: str) -> dict[str, lsp.CompletionItem]:
        """What can stand behind some words."""
        params = lsp.CompletionParams(self.document(file), self.place(file, words, len(words)))
        found = await self.client.text_document_completion_async(params)
        return {item.label: item for item in found.items} if isinstance(found, lsp.CompletionList) else {}

    async def definition(self, file: str, words: str, inside: int) -> tuple[str, str]:
        """The address and the range of where what stands inside some words is entered."""
        params = lsp.DefinitionParams(self.document(file), self.place(file, words, inside))
        found = await self.client.text_document_definition_async(params)
        assert isinstance(found, lsp.Location)
        return found.uri, str(found.range)

    async def hover(self, file: str, words: str, inside: int = 1) -> str:
        """What is told of what stands at some words; "" if nothing is."""
        params = lsp.HoverParams(self.document(file), self.place(file, words, inside))
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found and isinstance(found.contents, lsp.MarkupContent) else ""


@asynccontextmanager
async def editor(root: Path, signer: str = "", **options: Any) -> AsyncIterator[Editor]:
    """An editor with the book in ``root`` open, and its own server."""
    config = ClientServerConfig([sys.executable, "-m", "sourced", "lsp"])
    client = await config.start()
    assert isinstance(client, LanguageClient)

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def register(_: lsp.RegistrationParams) -> None:
        """The server may ask to be told of files; the tests write none behind its back, or say so."""

    params = lsp.InitializeParams(
        client_capabilities("visual-studio-code"),
        workspace_folders=[lsp.WorkspaceFolder(root.as_uri(), "book")],
        initialization_options={"signer": signer, **options},
    )
    await client.initialize_session(params)
    try:
        yield Editor(client, root)
    finally:
        await client.shutdown_session()
        await client.stop()
