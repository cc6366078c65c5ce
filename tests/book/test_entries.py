"""What is read from a data file, and that nothing else comes of a broken one than findings."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec import inspect

from sourced.book.book import DATA_FILE
from sourced.book.entries import read_entries
from sourced.book.findings import InputError
from sourced.book.inputs import INPUT_CODES
from sourced.book.loading import load_book
from sourced.book.model import DataFile
from sourced.book.yaml.reading import read_tree

KNOWN = (inspect.StrType, inspect.BoolType, inspect.LiteralType)


def edit(root: Path, old: str, new: str) -> None:
    text = (root / DATA_FILE).read_bytes().decode()
    assert text.count(old) == 1
    (root / DATA_FILE).write_bytes(text.replace(old, new).encode())


def test_as_many_as_there_may_be(bridge: Path) -> None:
    edit(bridge, "{It: elm-bridge}", f"{{{', '.join(f'It{n}: elm-bridge' for n in range(100))}}}")
    assert len(load_book(bridge).facts["bridge-length"].evidence[0].gloss) == 100


@pytest.mark.parametrize("value", ["no", "~", "null", "1996", "2021-08-15", "1e3", "0x1f", "true", ".nan"])
def test_every_scalar_is_text(bridge: Path, value: str) -> None:
    edit(bridge, "value: 40", f"value: {value}")
    assert load_book(bridge).facts["bridge-length"].value == value


def test_every_kind_of_text_in_the_model_is_told_apart() -> None:
    """A field of another kind would be refused without a word: teach ``entries`` its words first."""
    kinds = [inspect.type_info(DataFile)]
    seen = set()
    while kinds:
        kind = kinds.pop()
        parts = [
            getattr(kind, name)
            for name in ("type", "key_type", "value_type", "item_type")
            if hasattr(kind, name)
        ]
        parts += [field.type for field in getattr(kind, "fields", ())]
        parts += [part for part in getattr(kind, "types", ()) if not isinstance(part, inspect.NoneType)]
        kinds += parts
        if not parts:
            seen.add(type(kind))
    assert seen <= set(KNOWN)


PIECES = rb"""&a |*a|<<: |!!x |- |: |{|}|[|]|'|"|>|%|\|---|...|? |#|  |,""".split(b"|")
PIECES += [bytes([code]) for code in (0, 9, 10, 13, 27, 0x85, 0xC2, 0xFF)]
PIECES += [character.encode() for character in "\ufeff\u2028\x85"]


@pytest.mark.parametrize("seed", range(400))
def test_broken_bytes_raise_nothing_else(bridge: Path, seed: int) -> None:
    data = _broken((bridge / DATA_FILE).read_bytes(), random.Random(seed))
    (bridge / DATA_FILE).write_bytes(data)
    lines = data.decode("utf-8", "replace").count("\n") + 1
    findings = []
    try:
        load_book(bridge)
    except InputError as error:
        findings = error.findings or pytest.fail("refused without a finding")
    for finding in findings:
        assert finding.code in INPUT_CODES
        assert 1 <= finding.line <= lines
        assert finding.column >= 1


def _broken(good: bytes, chance: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = chance.choice(PIECES)
            case _:
                other = chance.randrange(len(data))
                data[at:at] = data[other : other + chance.randint(1, 200)]
    return bytes(data)


def test_accents_and_ligatures_of_words_that_were_copied_are_composed() -> None:
    text = "names:\n  cafe: {kind: place, name: Cafe\u0301 O\ufb03ce, also: [\u200bCafe\u0301]}\n"
    tree, findings = read_tree(text, file="data/facts.yaml")
    assert tree is not None
    assert not findings
    data = read_entries(tree)
    assert data is not None
    assert (data.names["cafe"].name, data.names["cafe"].also) == ("Caf\xe9 Office", ("\u200bCaf\xe9",))
