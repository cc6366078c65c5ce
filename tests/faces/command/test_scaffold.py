"""``sourced scaffold``: what is proposed, and that nothing takes a proposal for a fact."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.faces.command.main import main
from sourced.rules.check import check_book

from ...conftest import DATA, SOURCE
from ...documents import make_pdf

MORE = """\
The town of Aske paid for the bridge. “It is worth every crown, and more,” Edda Coyle, the mayor, said.
Coyle had asked the Aske Harbour Board for 900 crowns.

READ MORE: A Second Bridge for Aske
"""


def test_a_draft_begins_behind_the_dateline_and_credits_are_none(
    small_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "By Ann Ames ASKE, Oct 17 (Northwire) - The mill burned down at night.\n\n"
        "By night the mill had stood empty. (Reporting by Ann Ames)\n"
    )
    (small_book / "seeds/wire.txt").write_text(text, encoding="utf-8")
    data = small_book / "data/facts.yaml"
    entry = f"sources:\n  wire: {{file: wire.txt, sha256: {sha256(text.encode()).hexdigest()}}}\n"
    data.write_text(data.read_text(encoding="utf-8").replace("sources:\n", entry), encoding="utf-8")
    assert main(["scaffold", "wire", "--root", str(small_book)]) == 0
    facts = yaml.safe_load(capsys.readouterr().out)["facts"].values()
    assert [fact["evidence"][0]["exact"] for fact in facts] == [
        "The mill burned down at night",
        "By night the mill had stood empty",
    ]


def test_a_draft_begins_behind_headline_and_day_though_a_byline_is_set_aside(
    small_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The old mill\n\nThe Post, 17 October 2014\n\nBy Ann Ames\n\nThe mill burned down at night.\n"
    (small_book / "seeds/post.txt").write_text(text, encoding="utf-8")
    data = small_book / "data/facts.yaml"
    entry = (
        f"sources:\n  post: {{file: post.txt, sha256: {sha256(text.encode()).hexdigest()},"
        " title: The old mill, aside: [{from: By Ann Ames, why: the names}]}\n"
    )
    data.write_text(data.read_text(encoding="utf-8").replace("sources:\n", entry), encoding="utf-8")
    assert main(["scaffold", "post", "--root", str(small_book)]) == 0
    facts = yaml.safe_load(capsys.readouterr().out)["facts"].values()
    assert [fact["evidence"][0]["exact"] for fact in facts] == ["The mill burned down at night"]


@pytest.fixture
def longer(small_book: Path) -> Path:
    """The small book, whose source goes on."""
    text = f"{SOURCE}{MORE}"
    (small_book / "seeds/gazette.txt").write_text(text, encoding="utf-8")
    data = DATA.replace(sha256(SOURCE.encode()).hexdigest(), sha256(text.encode()).hexdigest())
    aside = "    aside:\n      - {from: READ MORE, to: Bridge for Aske, why: a link}\n"
    (small_book / "data/facts.yaml").write_text(data.replace("    title: A", f"{aside}    title: A"))
    return small_book


def scaffold(root: Path, *options: str) -> int:
    return main(["scaffold", "gazette", "--root", str(root), *options])


def test_each_unused_sentence_becomes_a_draft(longer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scaffold(longer) == 0
    found = yaml.safe_load(capsys.readouterr().out)
    statements = [fact["statement"] for fact in found["facts"].values()]
    assert statements == [
        "The town of Aske paid for the bridge.",
        "“It is worth every crown, and more,” Edda Coyle, the mayor, said.",
        "Coyle had asked the Aske Harbour Board for 900 crowns.",
    ]
    assert all(entry["draft"] for section in found.values() for entry in section.values())
    assert [fact["about"] for fact in found["facts"].values()] == ["aske", "edda-coyle", "edda-coyle"]
    names = {id_: (name["kind"], name.get("also")) for id_, name in found["names"].items()}
    assert names == {
        "aske": ("place", None),
        "edda-coyle": ("person", ["Coyle"]),
        "aske-harbour-board": ("group", None),
    }


def test_what_is_written_is_checked_and_counts_for_nothing(
    longer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = check_book(load_book(longer))
    text = (longer / "data/facts.yaml").read_text(encoding="utf-8")
    assert scaffold(longer, "--write") == 0
    assert "3 names and 3 facts proposed as drafts" in capsys.readouterr().out
    book = load_book(longer)
    after = check_book(book)
    assert after.findings == before.findings
    assert [each.unit for each in after.judged] == [each.unit for each in before.judged]
    assert (after.checked.facts, after.checked.drafts) == (before.checked.facts, 3)
    assert len(book.drafts) == len(book.draft_names) == 3
    library = Library(book)
    assert all(library.locate(e) for fact in book.drafts.values() for e in fact.evidence)
    lines = iter((longer / "data/facts.yaml").read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in text.splitlines())  # each further on than the one before


def test_nothing_is_proposed_twice(longer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scaffold(longer, "--write") == 0
    capsys.readouterr()
    before = (longer / "data/facts.yaml").read_bytes()
    assert scaffold(longer, "--write") == 0
    assert "proposed already" in capsys.readouterr().out
    assert (longer / "data/facts.yaml").read_bytes() == before


def test_a_draft_is_taken_over_by_taking_out_its_line(longer: Path) -> None:
    assert scaffold(longer, "--write") == 0
    data = longer / "data/facts.yaml"
    text = data.read_text(encoding="utf-8").replace("{draft: true, kind", "{kind")
    text = text.replace(
        "draft: true\n    about: aske\n    property: to-be-named", "about: aske\n    property: length"
    )
    data.write_text(text, encoding="utf-8")
    book = load_book(longer)
    (id_,) = [id_ for id_, fact in book.facts.items() if fact.about == "aske"]
    assert (len(book.drafts), len(book.draft_names)) == (2, 0)
    codes = {finding.code for finding in check_book(book).findings if finding.fact == id_}
    assert codes <= {"fact-unused", "unreviewed", "value-missing"}


def test_a_page_that_cites_a_draft_is_told(longer: Path) -> None:
    assert scaffold(longer, "--write") == 0
    id_ = next(iter(load_book(longer).drafts))
    page = longer / "docs/index.md"
    page.write_text(f"{page.read_text()}\nAske paid for the bridge. {{evidence}}`{id_}`\n")
    found = [(f.code, f.line) for f in check_book(load_book(longer)).findings if f.file == "docs/index.md"]
    assert ("draft-cited", 6) in found


def test_a_sentence_goes_on_behind_the_number_of_a_page(
    small_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "A history of the bridge"
    pages = [
        [head, "It was paid for by the town and by", "1"],
        [head, "the mayor, who had a light-", "2"],
        [head, "house built beside it.", "3"],
    ]
    (tmp_path / "history.pdf").write_bytes(make_pdf(pages))
    assert (
        main(["add-source", str(tmp_path / "history.pdf"), "--id", "history", "--root", str(small_book)]) == 0
    )
    capsys.readouterr()
    assert main(["scaffold", "history", "--root", str(small_book)]) == 0
    (fact,) = yaml.safe_load(capsys.readouterr().out)["facts"].values()
    sentence = "It was paid for by the town and by the mayor, who had a lighthouse built beside it."
    assert fact["statement"] == sentence
    assert fact["evidence"] == [{"source": "history", "exact": sentence[:-1]}]


def test_a_data_file_with_nothing_but_a_source_is_begun(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(data.read_text().partition("names:")[0])
    assert scaffold(small_book, "--write") == 0
    book = load_book(small_book)
    assert list(book.draft_names) == ["elm-bridge"]
    draft = next(iter(book.drafts))
    call = ["quote", "opened on 3 may", "--write", draft, "--root", str(small_book)]
    assert main(call) == 0
    assert len(load_book(small_book).drafts[draft].evidence) == 2


def test_an_unknown_source_is_named(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scaffold", "gazete", "--root", str(small_book)]) == 2
    assert "Did you mean “gazette”?" in capsys.readouterr().err
