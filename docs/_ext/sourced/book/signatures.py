"""Signatures: what an editor set beside its evidence and found to say no more.

They stand in one file, a line each, so that two branches merge and a change reads well. A signature
holds for one unit on one evidence, told by a digest of both; it names somebody only if they said so.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from ..text.files import NOTHING_UNSAVED, UnreadableError, Unsaved, read_text
from .findings import Finding, InputError
from .inputs import problem
from .settings import Settings, load_settings

SIGNED_FILE = Settings().signed_file
"""Where signatures usually are; where they are in one book, its settings say."""
_DIGEST, _SHORT = r"^[0-9a-f]{16}$(?!\n)", r"^[0-9a-f]{8}$(?!\n)"


class Signature(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One unit, as it was read beside its evidence."""

    unit: Annotated[str, Meta(pattern=_DIGEST)]
    """The digest of the unit and its evidence together."""
    kind: str
    """What the unit is: a sentence, a statement, a heading, …"""
    text: str
    """The unit's words, so that a reader of the file knows what was signed."""
    rests: tuple[Annotated[str, Meta(pattern=_SHORT)], ...]
    """A digest of each text that it rests on: tells later whether the unit changed, or which evidence."""
    beyond: tuple[str, ...] = ()
    """The words of the unit that its evidence does not hold, as they were shown."""
    on: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$(?!\n)")]
    """The day of the signature."""
    note: str = ""
    """Why it holds, where that is not plain."""
    by: str | UnsetType = UNSET
    """Who signed, where they gave a name."""


Signatures = dict[str, Signature]
"""Signatures by the digest of what they sign."""

_DECODER = msgspec.json.Decoder(Signature)


def load_signatures(root: Path, unsaved: Unsaved = NOTHING_UNSAVED) -> Signatures:
    """The signatures of the book in ``root``; none where there is no file. Raises ``InputError``."""
    file = load_settings(root).signed_file
    if file not in unsaved and not (root / file).exists():
        return {}
    try:
        text = read_text(root / file, file, unsaved)
    except UnreadableError as error:
        place = error.place or (1, 1)
        raise InputError([problem(error.code, error.message, file=file, place=place)]) from error
    return read_signatures(text, file=file)


def read_signatures(text: str, *, file: str = SIGNED_FILE, strict: bool = True) -> Signatures:
    """The signatures in a file's text. ``strict``: raises ``InputError`` for lines that are none."""
    signatures: Signatures = {}
    findings: list[Finding] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            signature = _read(line)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            findings.append(_unreadable(file, number, line, str(error)))
        else:
            signatures[signature.unit] = signature
    if findings and strict:
        raise InputError(findings)
    return signatures


def _read(line: str) -> Signature:
    signature = _DECODER.decode(line)
    try:
        date.fromisoformat(signature.on)
    except ValueError as error:
        raise msgspec.ValidationError(f"{error} - at `$.on`") from error
    return signature


def _unreadable(file: str, number: int, line: str, why: str) -> Finding:
    marker = line[:7] in ("<<<<<<<", "=======", ">>>>>>>")
    hint = "Keep the lines of both sides, and take this one out." if marker else ""
    message = "this line is left over from a merge" if marker else f"this line is no signature: {_said(why)}"
    return problem("signature-unreadable", message, file=file, place=(number, 1), hint=hint)


def _said(why: str) -> str:
    """What the decoder found, in words of the file."""
    if field := re.search(r"missing required field `(\w+)`", why):
        return f"it has no `{field[1]}`"
    if field := re.search(r"unknown field `(\w+)`", why):
        return f"it has `{field[1]}`, which says nothing here"
    if field := re.search(r"at `\$\.(\w+)", why):
        return f"its `{field[1]}` is not as `sourced review` writes it"
    return "it is no JSON object in one line"


def to_lines(signatures: Signatures) -> str:
    """The file's text: a line each, by their words, so that what is signed again stays in its place."""
    ordered = sorted(signatures.values(), key=lambda each: (each.kind, each.text, each.unit))
    return "".join(msgspec.json.encode(each).decode() + "\n" for each in ordered)
