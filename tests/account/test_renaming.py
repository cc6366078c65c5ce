"""Another ID: everywhere at once, every other byte kept, and nothing says anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sourced.account import writing
from sourced.account.renaming.rename import RenameError, Renaming, renamed
from sourced.account.uses.subject import Kind
from sourced.account.writing import write_together
from sourced.book.loading import load_book
from sourced.rules.check import check_book

from ..bridge import sign_all

FRONT = """\
---
myst:
  substitutions:
    long: "{fact}`bridge-length <bridge-length>` of {name}`elm-bridge`"
---

"""
MORE = """\

The length is {fact}`forty <bridge-length>`.
{name}`It <elm-bridge>` stands. {evidence}`bridge-opened,bridge-length`

| a | b |
| --- | --- |
| {fact}`bridge-length` | bridge-length |

```{quote} bridge-length
```

:::{timeline}
:without: bridge-length, bridge-opened

bridge-length, bridge-opened: long
:::

```{people}
:against: length, bridge-length
```

```{source} gazette
```

See [the fact](facts.md#fact-bridge-length), [the words](gazette.md#passage-gazette-12), `bridge-length`.

>>> book.facts["bridge-length"].about
'elm-bridge'
"""
NAMED: dict[Kind, tuple[str, str]] = {
    "fact": ("bridge-length", "the-length"),
    "name": ("elm-bridge", "elm"),
    "property": ("length", "span"),
    "source": ("gazette", "the-gazette"),
}
LEFT: dict[Kind, dict[str, list[str]]] = {
    "fact": {"docs/index.md": ["bridge-length <th", "bridge-length |\r", "bridge-length`.\r"]},
    "name": {},
    "property": {"docs/index.md": ["length is "]},
    "source": {"data/facts.yaml": ["gazette.txt"], "docs/index.md": ["gazette.md#"]},
}
"""What is no ID, or none that is known to be one, and stays."""


def renaming(root: Path, kind: Kind, new: str = "") -> Renaming:
    old, other = NAMED[kind]
    return renamed(load_book(root), kind, old, new or other)


@pytest.fixture
def book(small_book: Path) -> Path:
    """A book that names its IDs in every way there is, with Windows line ends and a mark at the beginning."""
    page = small_book / "docs/index.md"
    text = FRONT + page.read_text() + MORE.replace("\n>>> book", "\n```python\n>>> book") + "```\n"
    page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return small_book


@pytest.mark.parametrize("kind", NAMED)
def test_every_place_has_the_new_id_and_every_other_byte_stays(book: Path, kind: Kind) -> None:
    old, new = NAMED[kind]
    unchanged = {file: (book / file).read_bytes().decode() for file in ("data/facts.yaml", "docs/index.md")}
    after = unchanged | renaming(book, kind).files
    if kind == "fact":
        assert after["data/facts.yaml"].count("    formerly: [bridge-length]\n") == 1
        after["data/facts.yaml"] = after["data/facts.yaml"].replace("    formerly: [bridge-length]\n", "")
    for file, before in unchanged.items():
        assert after[file].replace(new, old) == before
        assert re.findall(rf"(?<![\w-]){old}(?![\w-])[^\n]{{,4}}", after[file]) == LEFT[kind].get(file, [])
    assert after["docs/index.md"] != unchanged["docs/index.md"]


@pytest.mark.parametrize("kind", NAMED)
def test_the_check_finds_the_same_and_signatures_hold(small_book: Path, kind: Kind) -> None:
    page = small_book / "docs/index.md"
    page.write_text(
        page.read_text() + "\nProudly the Elm Bridge stands. It is old. {evidence}`bridge-length`\n"
    )
    sign_all(small_book)
    before = check_book(load_book(small_book))
    change = renaming(small_book, kind)
    write_together({small_book / file: text for file, text in change.files.items()})
    after = check_book(load_book(small_book))
    assert [(f.code, f.file, f.message) for f in after.findings] == [
        (f.code, f.file, f.message) for f in before.findings
    ]
    assert before.verdicts.reviewed
    assert after.verdicts == before.verdicts
    assert bool(change.signatures) == (kind in ("name", "source"))


def test_a_fact_can_have_its_former_id_again(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    write_together({small_book / f: text for f, text in renaming(small_book, "fact").files.items()})
    text = renamed(load_book(small_book), "fact", "the-length", "bridge-length").files["data/facts.yaml"]
    data.write_text(text)
    assert load_book(small_book).facts["bridge-length"].formerly == ("the-length",)


def test_drafts_stay_drafts_and_name_what_they_named(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(data.read_text().replace("  bridge-opened:\n", "  bridge-opened:\n    draft: true\n"))
    change = renaming(small_book, "name")
    old, new = NAMED["name"]
    data.write_text(change.files["data/facts.yaml"])
    book = load_book(small_book)
    assert (list(book.facts), list(book.drafts)) == (["bridge-length"], ["bridge-opened"])
    assert book.drafts["bridge-opened"].about == new
    assert old not in data.read_text()


REFUSED = {
    "bridge-opened": "already the ID of a fact",
    "The-Length": "write lower-case ASCII words joined by hyphens",
    "the_length": "write lower-case ASCII words joined by hyphens",
    "": "write lower-case ASCII words joined by hyphens",
}


@pytest.mark.parametrize("new", REFUSED)
def test_an_id_that_cannot_be_had_is_refused(small_book: Path, new: str) -> None:
    with pytest.raises(RenameError, match=REFUSED[new]):
        renamed(load_book(small_book), "fact", "bridge-length", new)


def test_a_former_id_of_another_fact_and_a_word_of_the_data_are_refused(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    text = data.read_text().replace("    value: 40 metres", "    value: forty\n    formerly: [old-length]")
    data.write_text(text)
    with pytest.raises(RenameError, match="former ID of the fact bridge-length"):
        renamed(load_book(small_book), "fact", "bridge-opened", "old-length")
    with pytest.raises(RenameError, match="would be read as the name"):
        renamed(load_book(small_book), "name", "elm-bridge", "forty")


def test_all_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("one")
    whole = writing.write_whole

    def fail_on_second(path: Path, text: str) -> None:
        if path == second:
            raise OSError(28, "No space left on device")
        whole(path, text)

    monkeypatch.setattr(writing, "write_whole", fail_on_second)
    with pytest.raises(OSError, match="No space"):
        write_together({first: "two", second: "new"})
    assert first.read_text() == "one"
    assert not second.exists()
