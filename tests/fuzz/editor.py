"""Somebody who types odd things into the files of a book, and asks at odd places, for the fuzzing.

It does what the language server does, without the protocol and without its waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.workspace import PositionCodec

from sourced.book.findings import InputError
from sourced.faces.editor import answers
from sourced.faces.editor.actions import actions
from sourced.faces.editor.completion import resolve
from sourced.faces.editor.diagnostics import codes_page, diagnostics
from sourced.faces.editor.editions import judge_whole, read_edition
from sourced.faces.editor.reading.positions import Positions, changed
from sourced.faces.editor.workshop import Workshop

from .calls import IDS, ODD
from .oddities import SCALARS, UNITS
from .splicing import spliced

_PIECES = [*UNITS, *SCALARS, ": ", "\n  ", "- ", "{", "[", "'", '"', "\U0001f600", "\r", "\r\n", "\ufeff"]


def edit_book(chance: Random, root: Path) -> None:
    """Open a book that may be broken, type into some of its files, ask about what is there."""
    workshop = Workshop(root)
    _renew(workshop)
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    for _ in range(chance.randint(1, 4)):
        file = chance.choice([*files, "docs/index.md", "data/facts.yaml", "docs/new.md", "sourced.toml"])
        _type(chance, workshop, file)
        for _ in range(3):
            _ask(chance, workshop, chance.choice([file, file, "docs/index.md", "data/facts.yaml"]))
        if chance.random() < 0.2:
            workshop.unsaved.pop(file, None)
            _renew(workshop)
    if workshop.edition and not workshop.broken:
        with suppress(InputError):
            whole = judge_whole(workshop.edition.book, dict(workshop.unsaved), lambda: False)
            workshop.take_whole(whole) if whole else None
    _show(workshop)


def _codec(chance: Random) -> PositionCodec:
    return PositionCodec(chance.choice((lsp.PositionEncodingKind.Utf16, lsp.PositionEncodingKind.Utf8)))


def _renew(workshop: Workshop) -> None:
    try:
        edition = read_edition(workshop.root, dict(workshop.unsaved), workshop.open_pages, workshop.edition)
    except InputError as error:
        workshop.refuse(error)
    else:
        workshop.take(edition)


def _type(chance: Random, workshop: Workshop, file: str) -> None:
    """Change a stretch of an open file, as an editor tells of it."""
    text, codec = workshop.text(file) or "", _codec(chance)
    if chance.random() < 0.5:
        text = spliced(chance, text, _PIECES)
    else:
        where = Positions(text, codec).range(chance.randint(0, len(text)), chance.randint(0, len(text)))
        where.end.character += chance.choice((0, 0, 1, 1000))
        text = changed(text, lsp.TextDocumentContentChangePartial(where, chance.choice(_PIECES)), codec)
    workshop.type(file, text)
    if workshop.is_of_the_book(file):
        _renew(workshop)
    elif workshop.is_page(file):
        workshop.judge(file)
    _show(workshop)


def _show(workshop: Workshop) -> None:
    pages = ((page.file, page.text) for page, _ in workshop.pages.values())
    codes = codes_page(workshop.root, pages)
    for file, findings in workshop.findings().items():
        diagnostics(findings, Positions(workshop.text(file) or "", PositionCodec()), codes)


def _ask(chance: Random, workshop: Workshop, file: str) -> None:
    """Ask all that can be asked at one place of a file."""
    text, edition, codec = workshop.text(file), workshop.edition, _codec(chance)
    if text is None or edition is None:
        return
    positions = Positions(text, codec)
    desk = answers.Desk(
        workshop=workshop, library=edition.library, codec=codec, file=file, positions=positions
    )
    marked = [text.find(each) for each in (chance.choice(IDS), "exact", "`", "gloss", chance.choice(IDS))]
    offset = chance.choice([*[at for at in marked if at >= 0], chance.randint(0, len(text))])
    at = desk.moved(positions.position(offset + chance.choice((0, 0, 1, 3))))
    for item in answers.completion(at).items[:5]:
        resolve(edition.library, item)
    questions: list[Callable[[answers.Desk], object]] = [
        answers.hover,
        answers.definition,
        answers.renamed_range,
        answers.symbols,
        lambda desk: answers.references(desk, declared=True),
    ]
    for question in questions:
        question(at)
    with suppress(JsonRpcInvalidParams):
        answers.rename(at, chance.choice(("new-one", "ames", *ODD)))
    findings = workshop.findings().get(file, [])
    list(actions(findings, positions, (workshop.root / file).as_uri(), (0, len(text)), "somebody"))
