"""Whatever is half typed, the server has an answer, or none, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol.types import CompletionList
from pygls.workspace import PositionCodec

from sourced.book.findings import InputError
from sourced.faces.editor import answers
from sourced.faces.editor.actions import actions
from sourced.faces.editor.answers import Desk
from sourced.faces.editor.editions import judge_whole, read_edition
from sourced.faces.editor.reading.positions import Positions
from sourced.faces.editor.workshop import Workshop

PAGE, DATA = "docs/index.md", "data/facts.yaml"
MORE = """
{name}`The bridge <elm-bridge>`, {fact}`forty metres <bridge-length>`.
It is old. {evidence}`bridge-length, bridge-opened`

```{timeline}
:without: bridge-length
bridge-opened: opened
```

{quote}`bridge-length` 🌉 “curly”
"""
JUNK = st.text("`{}<>:,\"'|-[]&*!#%\n\r\t 🌉“\u2028\ud83d\0a", max_size=3)


@pytest.fixture
def workshop(small_book: Path) -> Workshop:
    page = small_book / PAGE
    page.write_text(page.read_text(encoding="utf-8") + MORE, encoding="utf-8", newline="")
    workshop = Workshop(small_book)
    workshop.take(read_edition(small_book, {}, {}, None))
    return workshop


def type_in(workshop: Workshop, file: str, text: str) -> None:
    """What the server does with a text that was typed."""
    workshop.unsaved.clear()
    workshop.type(file, text)
    if file == DATA:
        try:
            workshop.take(
                read_edition(workshop.root, workshop.unsaved, workshop.open_pages, workshop.edition)
            )
        except InputError as error:
            workshop.refuse(error)
    else:
        workshop.judge(file)


def ask(workshop: Workshop, file: str, offset: int) -> None:
    """All that an editor asks at a place."""
    text, edition, codec = workshop.text(file), workshop.edition, PositionCodec()
    assert text is not None
    assert edition is not None
    positions = Positions(text, codec)
    desk = Desk(workshop=workshop, library=edition.library, codec=codec, file=file, positions=positions)
    desk = desk.moved(positions.position(offset))
    assert isinstance(answers.completion(desk), CompletionList)
    answers.hover(desk)
    answers.definition(desk)
    answers.renamed_range(desk)
    answers.references(desk, declared=True)
    answers.symbols(desk)
    list(actions(workshop.findings()[file], positions, "file:///a", (0, len(text)), ""))


@pytest.mark.parametrize(("file", "step"), [(PAGE, 7), (DATA, 29)])
def test_everything_that_is_typed_letter_by_letter(workshop: Workshop, file: str, step: int) -> None:
    whole = (workshop.root / file).read_text(encoding="utf-8")
    for end in range(0, len(whole), step):
        type_in(workshop, file, whole[:end])
        ask(workshop, file, end)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_cut_out_and_typed_in(workshop: Workshop, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from([PAGE, DATA]))
    whole = (workshop.root / file).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(whole)))
    end = min(len(whole), start + data.draw(st.sampled_from([0, 1, 5, 80])))
    text = whole[:start] + data.draw(JUNK) + whole[end:]
    type_in(workshop, file, text)
    for offset in (start, start + 1, data.draw(st.integers(0, len(text)))):
        ask(workshop, file, offset)


def test_the_whole_book_is_judged_as_the_command_does_and_can_be_stopped(workshop: Workshop) -> None:
    edition = workshop.edition
    assert edition
    type_in(workshop, PAGE, "It is 41 metres long. {evidence}`bridge-length`\n")
    whole = judge_whole(edition.book, workshop.unsaved, lambda: False)
    assert whole
    assert [each.code for each in whole.pages[PAGE][1].findings] == ["number-not-in-facts"]
    assert judge_whole(edition.book, workshop.unsaved, lambda: True) is None
