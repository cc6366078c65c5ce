"""A session at the language server, by a real client over its protocol."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from sourced.book.loading import load_book
from sourced.rules.check import check_book

from .talking import Editor, editor

PAGE, DATA, SIGNED = "docs/index.md", "data/facts.yaml", "data/reviewed.jsonl"


async def see_a_wrong_figure_and_fix_it(at: Editor) -> None:
    """Typed on a page, with a character that takes two places."""
    at.open(PAGE)
    await at.until(PAGE)
    at.replace(PAGE, "It was", "The bridge is 41 metres long 🌉 {evidence}`bridge-length`.\nIt was")
    (wrong,) = await at.until(PAGE, "number-not-in-facts")
    assert wrong.severity is lsp.DiagnosticSeverity.Error
    assert wrong.range == lsp.Range(lsp.Position(3, 14), lsp.Position(3, 23))

    (action,) = await at.actions(PAGE, "41")
    assert action.title == "Print the value of “bridge-length”: 40 metres"
    await at.run(action)
    assert "The bridge is {fact}`bridge-length` long 🌉" in at.texts[PAGE]
    await at.until(PAGE)


async def complete_an_id(at: Editor) -> None:
    """In a role; the offered fact tells its quotation."""
    at.replace(PAGE, "🌉", "🌉 {fact}`br")
    offered = await at.complete(PAGE, "🌉 {fact}`br")
    assert list(offered) == ["bridge-length", "bridge-opened"]
    item = await at.client.completion_item_resolve_async(offered["bridge-opened"])
    assert isinstance(item.documentation, lsp.MarkupContent)
    assert "The Elm Bridge was opened on 3 May 1901" in item.documentation.value
    assert isinstance(item.text_edit, lsp.TextEdit)
    at.edit(PAGE, [item.text_edit])
    assert "🌉 {fact}`bridge-opened {evidence}" in at.texts[PAGE]
    at.replace(PAGE, " 🌉 {fact}`bridge-opened", "")


async def hover_over_a_fact(at: Editor) -> None:
    """Its quotation in its place, its source, its verdict."""
    told = await at.hover(PAGE, "{evidence}`bridge-length", 12)
    assert "> **The Elm Bridge is 40 metres long**. It was opened on 3 May 1901 by the mayor." in told
    assert "Gazette, 4 May 1901" in told
    assert "supported" in told


async def rename_a_fact(at: Editor) -> None:
    """On the page and in the data file."""
    renaming = lsp.RenameParams(at.document(PAGE), at.place(PAGE, "bridge-opened", 2), "opening")
    changes = await at.client.text_document_rename_async(renaming)
    assert changes
    at.apply(changes)
    assert "{fact}`opening`" in at.texts[PAGE]
    assert "  opening:\n    about: elm-bridge" in at.texts[DATA]
    await at.until(PAGE)
    await at.until(DATA)


async def sign_a_unit(at: Editor, root: Path) -> None:
    """The one line is added, and no other touched."""
    at.replace(PAGE, "The bridge is", "The sturdy bridge is")
    (waits,) = await at.until(PAGE, "unreviewed")
    assert waits.severity is lsp.DiagnosticSeverity.Information
    assert "“sturdy”" in waits.message
    (signing,) = await at.actions(PAGE, "sturdy")
    assert signing.title.startswith("Sign this unit as Berit Ames")
    before = (root / SIGNED).read_text(encoding="utf-8").splitlines()
    await at.run(signing)
    await at.until(PAGE)
    after = (root / SIGNED).read_text(encoding="utf-8").splitlines()
    (added,) = set(after) - set(before)
    assert not set(before) - set(after)
    assert json.loads(added)["beyond"] == ["sturdy"]


@pytest.mark.asyncio
async def test_type_a_wrong_figure_see_it_fix_it_complete_hover_rename_sign(small_book: Path) -> None:
    async with editor(small_book, signer="Berit Ames") as at:
        await see_a_wrong_figure_and_fix_it(at)
        await complete_an_id(at)
        await hover_over_a_fact(at)
        await rename_a_fact(at)
        await sign_a_unit(at, small_book)
        for file, text in at.texts.items():
            (small_book / file).write_text(text, encoding="utf-8")
    assert check_book(load_book(small_book)).findings == []


@pytest.mark.asyncio
async def test_the_data_file_is_judged_mended_told_and_completed(small_book: Path) -> None:
    async with editor(small_book) as at:
        at.open(DATA)
        at.replace(DATA, "exact: The Elm Bridge is", "exact: The Elm Bridge was")
        (wrong,) = await at.until(DATA, "quotation-not-found")
        assert wrong.severity is lsp.DiagnosticSeverity.Error
        told = await at.hover(DATA, "exact: The Elm", 9)
        assert "do not stand in `gazette`" in told
        (action,) = await at.actions(DATA, "The Elm Bridge was")
        assert action.title == "Quote the source: “The Elm Bridge is 40 metres long”"
        await at.run(action)
        await at.until(DATA)

        told = await at.hover(DATA, "exact: The Elm", 9)
        assert told.startswith("> **The Elm Bridge is 40 metres long**. It was opened on 3 May 1901")
        assert "Elm Bridge" in await at.hover(DATA, "about: elm-bridge", 9)
        assert "Gazette, 4 May 1901" in await at.hover(DATA, "source: gazette", 9)
        quoted = await at.definition(DATA, "exact: The Elm", 9)
        assert quoted == (at.uri("seeds/gazette.txt"), "0:0-0:32")
        assert await at.definition(DATA, "about: elm-bridge", 9) == (at.uri(DATA), "8:2-8:12")

        at.replace(DATA, "    property: opened", "    pro\n    by: el\n    property: opened")
        await at.when(DATA, lambda: at.found(DATA))
        assert "property" in await at.complete(DATA, "    pro")
        assert list(await at.complete(DATA, "    by: el")) == ["elm-bridge"]


@pytest.mark.asyncio
async def test_the_data_file_has_an_outline_and_its_entries_have_uses(small_book: Path) -> None:
    async with editor(small_book) as at:
        at.open(DATA)
        symbols = lsp.DocumentSymbolParams(at.document(DATA))
        found = await at.client.text_document_document_symbol_async(symbols) or []
        outline = {each.name: each for each in found if isinstance(each, lsp.DocumentSymbol)}
        assert list(outline) == ["sources", "names", "properties", "facts"]
        assert [each.name for each in outline["facts"].children or []] == ["bridge-length", "bridge-opened"]
        symbols = lsp.DocumentSymbolParams(at.document(PAGE))
        found = await at.client.text_document_document_symbol_async(symbols) or []
        assert [each.name for each in found] == ["bridge-length", "bridge-opened"]

        context = lsp.ReferenceContext(include_declaration=True)
        asked = lsp.ReferenceParams(context, at.document(DATA), at.place(DATA, "elm-bridge:", 2))
        uses = await at.client.text_document_references_async(asked) or []
        assert [each.range.start.line for each in uses] == [8, 14, 21, 26]
        asked = lsp.ReferenceParams(context, at.document(DATA), at.place(DATA, "bridge-length:", 2))
        uses = await at.client.text_document_references_async(asked) or []
        assert [Path(each.uri).name for each in uses] == ["facts.yaml", "index.md"]


@pytest.mark.asyncio
async def test_broken_yaml_keeps_the_last_book_and_a_new_one_is_taken_everywhere(small_book: Path) -> None:
    async with editor(small_book) as at:
        at.open(PAGE)
        at.open(DATA)
        await at.until(DATA)
        at.replace(DATA, "value: 40 metres", "value: {40 metres")
        (broken,) = await at.until(DATA, "yaml-syntax")
        assert broken.range.start.line >= 14
        at.replace(PAGE, "{fact}`bridge-length`", "{evidence}`bridge-length` 41 metres")
        await at.until(PAGE, "number-not-in-facts")
        assert "The Elm Bridge is 40 metres long" in await at.hover(PAGE, "bridge-length", 3)
        at.replace(DATA, "value: {40 metres", "value: 40 metres")
        at.replace(PAGE, "{evidence}`bridge-length` 41 metres", "{fact}`bridge-length`")
        await at.until(DATA)
        await at.until(PAGE)

        at.replace(PAGE, "It was opened on {fact}`bridge-opened`.", "Nothing else.")
        await at.until(PAGE, "sentence-without-fact")
        assert [each.code for each in await at.until(DATA, "fact-unused")] == ["fact-unused"]
        at.replace(DATA, "  bridge-opened:\n", "  bridge-open:\n")
        at.replace(PAGE, "Nothing else.", "It was opened on {fact}`bridge-opened`.")
        (unknown,) = await at.until(PAGE, "fact-unknown")
        assert "bridge-open" in unknown.message
        (action, *_) = await at.actions(PAGE, "bridge-opened")
        await at.run(action)
        assert "{fact}`bridge-open`" in at.texts[PAGE]
        await at.until(PAGE)
        await at.until(DATA)


@pytest.mark.asyncio
async def test_nobody_signs_unnamed_and_what_changes_on_the_disk_is_read_again(
    small_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    before = (small_book / SIGNED).read_bytes()
    async with editor(small_book) as at:
        at.open(PAGE)
        at.replace(PAGE, "The Elm Bridge", "The sturdy Elm Bridge")
        await at.until(PAGE, "unreviewed")
        (signing,) = await at.actions(PAGE, "sturdy")
        assert signing.title.startswith("Sign this unit:")
        await at.run(signing)
        await at.when(PAGE, lambda: at.client.messages)
        assert "Set `signer`" in at.client.messages[0].message

        path = small_book / "seeds/gazette.txt"
        path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8", newline="")
        at.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([]))
        (changed,) = await at.until(DATA, "source-changed")
        assert "seeds/gazette.txt is not the file that was read" in changed.message
    assert (small_book / SIGNED).read_bytes() == before


@pytest.mark.asyncio
async def test_a_folder_without_a_book_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# A page\n", encoding="utf-8")
    async with editor(tmp_path) as at:
        at.open("page.md")
        assert await at.complete("page.md", "# A") == {}
        assert await at.hover("page.md", "A page") == ""
