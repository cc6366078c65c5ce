"""The server: what the protocol asks, handed to what knows the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from ... import __version__
from . import answers
from .actions import NOBODY, SIGN, actions, signer_of, write_signature
from .bench import Bench
from .completion import resolve

_TRIGGERS = ["`", "<", ",", ":", " ", "{"]


class Server(LanguageServer):
    """The language server, and the book at which its client works."""

    def __init__(self, root: Path | None) -> None:
        super().__init__("sourced", __version__)
        self.root = root
        self.bench = Bench(self)
        self.settings: dict[str, Any] = {}

    def setting(self, name: str) -> str:
        """A setting of the editor; "" where it is not set."""
        value = self.settings.get(name)
        return value if isinstance(value, str) else ""


def make_server(root: Path | None) -> Server:
    """A server for the book in ``root``, or else for the one that the editor has open."""
    server = Server(root)
    _follow(server)
    _answer(server)
    _look_through(server)
    _sign(server)
    return server


def _follow(server: Server) -> None:
    """What the editor opens, changes and closes."""

    @server.feature(lsp.INITIALIZE)
    def begin(ls: Server, params: lsp.InitializeParams) -> None:
        given = params.initialization_options
        ls.settings = given if isinstance(given, dict) else {}

    @server.feature(lsp.INITIALIZED)
    async def ready(ls: Server, _: lsp.InitializedParams) -> None:
        ls.bench.look_for_book()
        _watch(ls)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.bench.opened(params.text_document.uri, params.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.bench.changed(params.text_document.uri, params.content_changes)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.bench.closed(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, _: lsp.DidSaveTextDocumentParams) -> None:
        ls.bench.look_at_files()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(ls: Server, _: lsp.DidChangeWatchedFilesParams) -> None:
        ls.bench.look_at_files()

    @server.feature(lsp.SHUTDOWN)
    async def end(ls: Server, _: None) -> None:
        ls.bench.end()


def _watch(server: Server) -> None:
    """Ask the editor to tell of files that change, if it can."""
    asked = server.client_capabilities.workspace
    watched = asked.did_change_watched_files if asked else None
    if watched and watched.dynamic_registration:
        kinds = [lsp.FileSystemWatcher(f"**/{each}") for each in ("*.md", "*.yaml", "*.jsonl", "*.txt")]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(kinds)
        which = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(lsp.RegistrationParams([which]))


def _answer(server: Server) -> None:
    """What the editor asks at a place."""

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(_TRIGGERS, resolve_provider=True))
    async def complete(ls: Server, params: lsp.CompletionParams) -> lsp.CompletionList | None:
        at = ls.bench.at(params)
        return answers.completion(at) if at else None

    @server.feature(lsp.COMPLETION_ITEM_RESOLVE)
    async def tell(ls: Server, item: lsp.CompletionItem) -> lsp.CompletionItem:
        library = ls.bench.library
        return resolve(library, item) if library else item

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        at = ls.bench.at(params)
        return answers.hover(at) if at else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def definition(ls: Server, params: lsp.DefinitionParams) -> lsp.Location | None:
        at = ls.bench.at(params)
        return answers.definition(at) if at else None

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(ls: Server, params: lsp.PrepareRenameParams) -> lsp.Range | None:
        at = ls.bench.at(params)
        return answers.renamed_range(at) if at else None


def _look_through(server: Server) -> None:
    """What the editor asks of a whole book or page, once what was typed is judged."""

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def references(ls: Server, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        await ls.bench.settled()
        at = ls.bench.at(params)
        return answers.references(at, declared=params.context.include_declaration) if at else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    async def rename(ls: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        await ls.bench.settled()
        at = ls.bench.at(params)
        return answers.rename(at, params.new_name) if at else None

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(ls: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        await ls.bench.settled()
        desk = ls.bench.desk(params.text_document.uri)
        return answers.symbols(desk) if desk else None


def _sign(server: Server) -> None:
    """What can be done about a finding."""

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    async def offer(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        await ls.bench.settled()
        uri = params.text_document.uri
        desk = ls.bench.desk(uri)
        if desk is None:
            return None
        findings = desk.workshop.findings().get(desk.file, [])
        span = desk.positions.span(params.range)
        signer = signer_of(desk.workshop.root, ls.setting("signer"))
        return list(actions(findings, desk.positions, uri, span, signer))

    @server.command(SIGN)
    async def sign(ls: Server, *arguments: str) -> None:
        digest, note = ([str(each) for each in arguments] + ["", ""])[:2]
        workshop = ls.bench.workshop
        judged = workshop.waiting(digest) if workshop else None
        if workshop is None or judged is None:
            return _say(ls, "Nothing was signed: this unit does not wait for a signature any more.")
        signer = signer_of(workshop.root, ls.setting("signer"))
        if not signer:
            return _say(ls, NOBODY, lsp.MessageType.Error)
        try:
            write_signature(workshop.root, judged, note)
        except (OSError, ValueError) as error:
            return _say(ls, f"Nothing was signed: {error}", lsp.MessageType.Error)
        ls.bench.look_at_files()
        return _say(ls, f"Signed by {signer}: {judged.unit.text}")


def _say(server: Server, message: str, kind: lsp.MessageType = lsp.MessageType.Info) -> None:
    server.window_show_message(lsp.ShowMessageParams(kind, message))
