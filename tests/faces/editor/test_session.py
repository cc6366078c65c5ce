"""A session at the language server, by a real client over its protocol."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from sourced.book.loading import load_book
from sourced.rules.check import check_book

from .talking import editor

PAGE, DATA, SIGNED = "docs/index.md", "data/facts.yaml", "data/reviewed.jsonl"


@pytest.mark.asyncio
async def test_type_a_wrong_figure_see_it_fix_it_complete_hover_rename_sign(small_book: Path) -> None:
    async with editor(small_book, signer="Berit Ames") as at:
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

        told = await at.hover(PAGE, "{evidence}`bridge-length", 12)
        assert "> **The Elm Bridge is 40 metres long**. It was opened on 3 May 1901 by the mayor." in told
        assert "Gazette, 4 May 1901" in told
        assert "supported word for word" in told

        renaming = lsp.RenameParams(at.document(PAGE), at.place(PAGE, "bridge-opened", 2), "opening")
        changes = await at.client.text_document_rename_async(renaming)
        assert changes
        at.apply(changes)
        assert "{fact}`opening`" in at.texts[PAGE]
        assert "  opening:\n    about: elm-bridge" in at.texts[DATA]
        await at.until(PAGE)
        await at.until(DATA)

        at.replace(PAGE, "The bridge is", "The sturdy bridge is")
        (waits,) = await at.until(PAGE, "unreviewed")
        assert waits.severity is lsp.DiagnosticSeverity.Information
        assert "“sturdy”" in waits.message
        (signing,) = await at.actions(PAGE, "sturdy")
        assert signing.title.startswith("Sign this unit as Berit Ames")
        before = (small_book / SIGNED).read_text(encoding="utf-8").splitlines()
        await at.run(signing)
        await at.until(PAGE)
        after = (small_book / SIGNED).read_text(encoding="utf-8").splitlines()
        (added,) = set(after) - set(before)
        assert not set(before) - set(after)
        assert json.loads(added)["beyond"] == ["sturdy"]

        for file, text in at.texts.items():
            (small_book / file).write_text(text, encoding="utf-8")
    assert check_book(load_book(small_book)).findings == []
