"""Running the rules over a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.pictures.faults import check_with_pictures
from sourced.rules.check import check_book, check_whole
from sourced.rules.verdict.judging import judge_entries, judge_fact, judge_page


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def findings(root: Path) -> list[Finding]:
    """All findings but those that only wait for a signature."""
    return [finding for finding in check_book(load_book(root)).findings if finding.code != "unreviewed"]


def test_a_run_says_how_much_it_checked(small_book: Path) -> None:
    report = check_book(load_book(small_book))
    assert [finding for finding in report.findings if finding.code != "unreviewed"] == []
    checked = report.checked
    assert (checked.sources, checked.facts, checked.quotations, checked.pages) == (1, 2, 2, 1)
    assert checked.sentences == 3
    assert checked.atoms == 4 + 3  # in the statements, on the page
    assert checked.drafts == 0
    edit(small_book, "data/facts.yaml", "  bridge-opened:\n", "  bridge-opened:\n    draft: true\n")
    drafted = check_book(load_book(small_book)).checked
    assert (drafted.facts, drafted.drafts) == (1, 1)


def test_a_finding_has_its_place_its_rule_and_its_fact(small_book: Path) -> None:
    edit(small_book, "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    (finding,) = findings(small_book)
    text = (small_book / "data/facts.yaml").read_text(encoding="utf-8")
    line = text[: text.index("41 metres")].count("\n") + 1
    assert (finding.file, finding.line, finding.column) == ("data/facts.yaml", line, 12)
    assert (finding.code, finding.severity, finding.fact) == (
        "value-not-in-quotation",
        "error",
        "bridge-length",
    )
    assert finding.hint


def test_findings_come_in_the_order_of_their_places(small_book: Path) -> None:
    edit(small_book, "data/facts.yaml", "value: 1901-05-03", "value: 1901-05-04")
    edit(small_book, "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    edit(small_book, "docs/index.md", "# The bridge", "# The bridge of 1902")
    found = findings(small_book)
    assert found == sorted(found)
    assert len({finding.file for finding in found}) == 2


def test_what_is_wrong_in_the_first_unit_of_a_page_is_found_once(small_book: Path) -> None:
    edit(small_book, "docs/index.md", "# The bridge", "# The bridge {fact}`bridge-lenght`")
    assert [finding.code for finding in findings(small_book)].count("fact-unknown") == 1


def test_a_page_that_is_not_read_through_is_told_for_what_it_is(small_book: Path) -> None:
    page = small_book / "docs/licence.md"
    page.write_text("# Licence\n\nIt is like {fact}`bridge-length`.\n", encoding="utf-8")
    assert "cited-in-passing" not in {finding.code for finding in findings(small_book)}
    page.write_text(
        f"---\nsourced: {{narrative: false, why: terms}}\n---\n\n{page.read_text()}", encoding="utf-8"
    )
    (told,) = [finding for finding in findings(small_book) if finding.code == "cited-in-passing"]
    assert told.message == "the fact “bridge-length” is cited on a page that is not narrative"


def test_the_parts_of_a_check_find_what_the_whole_finds(small_book: Path) -> None:
    edit(small_book, "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    edit(small_book, "docs/index.md", "# The bridge", "# The bridge of 1902")
    book = load_book(small_book)
    library, pages = Library(book), read_pages(book)
    facts = [finding for id_ in book.facts for finding in judge_fact(library, id_).findings]
    on_page = judge_page(library, pages[0]).findings
    parts = [*judge_entries(library).findings, *facts, *on_page, *check_whole(book, pages)]
    assert facts
    assert on_page
    assert sorted(parts) == check_book(book).findings


def test_folders_without_pages_are_passed_over(small_book: Path) -> None:
    for folder in ("_drafts", ".cache", "parts/_old"):
        (small_book / "docs" / folder).mkdir(parents=True)
        (small_book / "docs" / folder / "page.md").write_text("Nobody checks this.\n", encoding="utf-8")
    (small_book / "docs/parts/page.md").write_text("# The bridge\n", encoding="utf-8")
    assert [page.docname for page in read_pages(load_book(small_book))] == ["index", "parts/page"]


def test_every_unreadable_page_is_told(small_book: Path) -> None:
    for name in ("one", "two"):
        (small_book / f"docs/{name}.md").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError) as caught:
        read_pages(load_book(small_book))
    assert [finding.file for finding in caught.value.findings] == ["docs/one.md", "docs/two.md"]


def test_a_page_that_is_no_narrative_need_cite_nothing_and_may_not(small_book: Path) -> None:
    page = small_book / "docs/list.md"
    front = "---\nsourced: {narrative: false, why: a list}\n---\n"
    page.write_text(f"{front}Anything goes in 1999.\n", encoding="utf-8")
    assert findings(small_book) == []
    page.write_text(f"{front}Anything goes. {{evidence}}`bridge-length`\n", encoding="utf-8")
    assert [finding.code for finding in findings(small_book)] == ["cited-in-passing"]
    page.write_text(f"{front}Anything goes. {{evidence}}`nothing`\n", encoding="utf-8")
    assert [finding.code for finding in findings(small_book)] == ["cited-in-passing", "fact-unknown"]


PICTURES = [
    pytest.param("{timeline}", "bridge-opened, bridge-length: It was opened", id="an event told by two"),
    pytest.param("{locator}", "centre: bridge-opened, bridge-length", id="the part in a sketch"),
    pytest.param("{people}", ":without: bridge-opened, bridge-length", id="what is left out"),
]


@pytest.mark.parametrize(("picture", "line"), PICTURES)
def test_a_picture_names_facts_that_there_are(small_book: Path, picture: str, line: str) -> None:
    page = small_book / "docs/index.md"
    shown = f"{page.read_text(encoding='utf-8')}\n```{picture}\n{line}\n```\n"
    page.write_text(shown, encoding="utf-8")
    assert not [finding for finding in findings(small_book) if finding.code == "fact-unknown"]
    page.write_text(shown.replace(", bridge-length", ", bridge-lenght"), encoding="utf-8")
    told = [finding for finding in findings(small_book) if finding.code == "fact-unknown"]
    place = shown.splitlines().index(line) + 1, line.index(", bridge-length") + 3
    assert [(finding.line, finding.column) for finding in told] == [place]
    assert "bridge-length" in told[0].message


STRANGE = [
    pytest.param("as-of: 1996/2001/2003", "date-invalid", id="an interval of three"),
    pytest.param("when: 1996/2001/2003", "date-invalid", id="such an interval as the day"),
    pytest.param("as-of: 2001-0X", "date-invalid", id="half a month left open"),
    pytest.param("when: 99999", "date-invalid", id="a year of five digits"),
    pytest.param(f"value: {'9' * 60}", "value-not-in-quotation", id="more digits than a decimal holds"),
    pytest.param("value: 13/14/15/16", "value-not-in-quotation", id="a value of slashes"),
    pytest.param("value: ½ of 99 of ¼", "value-not-in-quotation", id="fractions"),
    pytest.param("value: 9 of 41 metres", "value-not-in-quotation", id="a doubt before what is wrong"),
    pytest.param("value: 9 in 41 metres or 3 May 1901", "value-not-in-quotation", id="and a date"),
    pytest.param("value: ٤٠ metres", "look-alike-letter", id="digits of another script"),
    pytest.param("value: hundred thousand dozen", "value-not-in-quotation", id="number words that make none"),
]


@pytest.mark.parametrize(("field", "code"), STRANGE)
def test_strange_values_are_found_and_break_nothing(
    small_book: Path, field: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "    value: 40 metres\n"
    new = f"    {field}\n" if field.startswith("value") else f"{old}    {field}\n"
    line = (small_book / "data/facts.yaml").read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    edit(small_book, "data/facts.yaml", old, new)
    at = ("data/facts.yaml", line + new.count("\n") - 1)
    assert code in {finding.code for finding in findings(small_book) if (finding.file, finding.line) == at}
    assert capsys.readouterr().out == ""


def test_the_former_id_of_a_fact_is_answered_with_the_one_that_it_has(small_book: Path) -> None:
    data, page = small_book / "data/facts.yaml", small_book / "docs/index.md"
    data.write_text(
        data.read_text().replace("  bridge-length:\n", "  span:\n    formerly: [bridge-length]\n")
    )
    (told,) = [finding for finding in findings(small_book) if finding.code == "fact-unknown"]
    assert told.message == "there is no fact “bridge-length”. It is called “span” now."
    page.write_text(page.read_text().replace("`bridge-length`", "`span`"))
    assert findings(small_book) == []


FAULTS = [
    pytest.param(
        "{timeline}", "bridge-length: The Elm Bridge", "bridge-length", "has no `when`", id="no date"
    ),
    pytest.param("{timeline}", ":scales: 1901/..", "", "is no scale of time", id="a scale without an end"),
    pytest.param("{timeline}", "bridge-opened:", "", "write each fact once", id="no words behind the colon"),
    pytest.param("{people}", ":against: length, lenght", "lenght", "neither a property", id="set against"),
    pytest.param("{locator}", "middle: bridge-length", "", "is no role of a sketch", id="no such role"),
]


@pytest.mark.parametrize(("picture", "line", "at", "message"), FAULTS)
def test_what_a_picture_cannot_show_is_told_before_it_is_drawn(
    small_book: Path, picture: str, line: str, at: str, message: str
) -> None:
    page = small_book / "docs/index.md"
    shown = f"{page.read_text(encoding='utf-8')}\n```{picture}\n{line}\n```\n"
    page.write_text(shown, encoding="utf-8")
    report = check_with_pictures(load_book(small_book))
    told = [finding for finding in report.findings if finding.code == "picture-impossible"]
    (one,) = [finding for finding in told if message in finding.message]
    number = shown.splitlines().index(line)
    assert (one.line, one.column) == ((number + 1, line.index(at) + 1) if at else (number, 1))


def test_what_a_picture_can_show_is_no_finding(small_book: Path) -> None:
    page = small_book / "docs/index.md"
    data = small_book / "data/facts.yaml"
    value = "    value: 1901-05-03"
    data.write_text(data.read_text().replace(value, f"    when: 1901-05-03\n{value}"))
    timeline = "\n```{timeline}\n:scales: 1901\n\nbridge-opened: was opened\n```\n"
    page.write_text(f"{page.read_text()}{timeline}\n```{{people}}\n:against: length\n```\n")
    report = check_with_pictures(load_book(small_book))
    assert "picture-impossible" not in {finding.code for finding in report.findings}
