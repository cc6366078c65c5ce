"""Where a quotation stands in its source, and why it does not."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence
from sourced.book.quotations import Match, Miss, Text, locate, passages
from sourced.text.plain import made_plain

SOURCE = """\
The tower is 41 metres tall, and 1,415 steps lead up. It cost 5,000 marks.
“The light never failed,” said the keeper – a man of seventy.

The light was lit again. It fell dark, and the boats came home without it.
The keeper's log is lost. The Tern Rock light is red. The Tern Rock light is old.
"""


def found(
    exact: str, *, prefix: str | None = None, suffix: str | None = None, aside: str = ""
) -> Match | Miss:
    asides = [(SOURCE.index(aside), SOURCE.index(aside) + len(aside))] if aside else []
    return locate(
        Text(SOURCE), Evidence(source="s", exact=exact, prefix=prefix, suffix=suffix), lambda: asides
    )


MATCHES = [
    pytest.param("The tower is 41 metres tall", "The tower is 41 metres tall", id="as it stands"),
    pytest.param("  The tower is 41 metres  ", "The tower is 41 metres", id="white space around it"),
    pytest.param("The  tower\nis 41 metres", "The tower is 41 metres", id="other white space in it"),
    pytest.param('"The light never failed,"', "“The light never failed,”", id="straight marks"),
    pytest.param("the keeper - a man", "the keeper – a man", id="another dash"),
    pytest.param("The keeper’s log", "The keeper's log", id="another apostrophe"),
    pytest.param("metres tall, and 1,415 steps", "metres tall, and 1,415 steps", id="a number, whole"),
    pytest.param("came home without it", "came home without it", id="at the end of a line"),
    pytest.param("It fell dark … came home", "It fell dark, and the boats came home", id="an ellipsis"),
    pytest.param("It fell dark [...] home", "It fell dark, and the boats came home", id="in brackets"),
]


@pytest.mark.parametrize(("exact", "wanted"), MATCHES)
def test_a_quotation_is_found(exact: str, wanted: str) -> None:
    match = found(exact)
    assert isinstance(match, Match)
    assert SOURCE[match.start : match.end] == wanted


ABSENT = [
    pytest.param("The tower is 42 metres tall", id="another number"),
    pytest.param("the tower is 41 metres tall", id="another case"),
    pytest.param("tower is 41 metres tal", id="cut within a word"),
    pytest.param("415 steps lead up", id="cut within a number"),
    pytest.param("000 marks.\n“The light", id="behind a comma of a number"),
    pytest.param("It cost 5", id="before a comma of a number"),
    pytest.param("It cost … boats came home", id="an ellipsis over the end of a paragraph"),
    pytest.param("came home … It fell dark", id="parts in another order"),
    pytest.param("It fell dar … home without", id="a part cut within a word"),
    pytest.param("… , …", id="nothing but an ellipsis"),
]


@pytest.mark.parametrize("exact", ABSENT)
def test_words_that_do_not_stand_there(exact: str) -> None:
    miss = found(exact)
    assert isinstance(miss, Miss)
    assert miss.reason == "absent"


def test_the_parts_of_an_ellipsis_are_told() -> None:
    match = found("It fell dark … without it")
    assert isinstance(match, Match)
    assert [SOURCE[start:end] for start, end in match.parts] == ["It fell dark", "without it"]


def test_what_stands_twice_needs_its_neighbours() -> None:
    assert found("The Tern Rock light") == Miss("twice", offset=SOURCE.rindex("The Tern Rock light"))


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [pytest.param("is red.", None, id="prefix"), pytest.param(None, "is old", id="suffix")],
)
def test_a_neighbour_tells_which_is_meant(prefix: str | None, suffix: str | None) -> None:
    match = found("The Tern Rock light", prefix=prefix, suffix=suffix)
    assert isinstance(match, Match)
    assert match.start == SOURCE.rindex("The Tern Rock light")


def test_a_wrong_neighbour_is_none() -> None:
    miss = found("The Tern Rock light", suffix="is green")
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.diverges) == ("absent", "prefix or suffix")


def test_a_few_words_need_their_place() -> None:
    assert found("41 metres") == Miss("short")
    assert isinstance(found("41 metres", suffix="tall"), Match)


def test_a_place_may_be_the_third() -> None:
    text = Text("a red lamp here, a red lamp there, a red lamp in the tower")
    match = locate(text, Evidence(source="s", exact="a red lamp", suffix=" in the tower"), list)
    assert isinstance(match, Match)
    assert match.start == text.raw.rindex("a red lamp")


def test_a_place_in_the_article_counts_before_one_in_an_aside() -> None:
    match = found("The Tern Rock light", aside="The Tern Rock light is red.")
    assert isinstance(match, Match)
    assert match.start == SOURCE.rindex("The Tern Rock light")


def test_the_nearest_passage_is_shown_with_where_it_differs() -> None:
    miss = found("The tower is 14 metres tall")
    assert isinstance(miss, Miss)
    assert miss.nearest == "The tower is 41 metres tall,"
    assert miss.diverges == "the source has “41 metres tall,” where the quotation has “14 metres tall”"
    assert SOURCE[miss.offset :].startswith("The tower")


@pytest.mark.parametrize(("size", "shown"), [(1_500_000, "The keeper's log is lost."), (2_100_000, "")])
def test_the_nearest_passage_is_looked_for_in_all_but_the_largest_sources(size: int, shown: str) -> None:
    text = Text("The keeper's log is lost. " + "x y " * (size // 4))
    miss = locate(text, Evidence(source="s", exact="The keeper's log was lost."), list)
    assert isinstance(miss, Miss)
    assert miss.nearest == shown


def test_nothing_near_is_nothing() -> None:
    assert found("zzz qqq xxx") == Miss("absent")


def test_passages_are_found_inside_longer_words_too() -> None:
    text = Text("captionThe old light")
    assert passages(text, "The  old") == [(7, 14)]
    assert isinstance(locate(text, Evidence(source="s", exact="The old light"), list), Miss)


WRAPPED = """\
The keeper of the light-
house at Tern Rock is a well-
known man of seventy-
five. He re-
signed in 1901, and the 1914-
1918 log is lost.
"""


@pytest.mark.parametrize(
    ("exact", "is_found"),
    [
        ("The keeper of the lighthouse at Tern Rock", True),
        ("The keeper of the light-house at Tern Rock", True),
        ("is a well-known man of seventy-five", True),
        ("He resigned in 1901", True),
        ("He re-signed in 1901", True),
        ("The keep-er of the lighthouse", False),
        ("The keeper of the light house at", False),
        ("and the 19141918 log is lost", False),
        ("a wellknown man of seventyfour", False),
    ],
)
def test_a_word_may_be_broken_at_the_end_of_a_line(exact: str, is_found: bool) -> None:
    place = locate(Text(WRAPPED), Evidence(source="s", exact=exact), list)
    assert isinstance(place, Match) == is_found
    if isinstance(place, Match):
        words = WRAPPED[place.start : place.end].replace("-\n", "")
        assert words.replace("-", "") == exact.replace("-", "")


PAGED = "It was built\n\n12\n\n\fby the town in 1901. The end\n\n13\n\n\fThe next part begins here."


@pytest.mark.parametrize(
    ("exact", "parts"),
    [
        ("It was built by the town in 1901", ["It was built", "by the town in 1901"]),
        ("town in 1901. The end The next part begins", ["town in 1901. The end", "The next part begins"]),
        ("was built … in 1901", ["was built", "in 1901"]),
        ("by the town in 1901", ["by the town in 1901"]),
    ],
)
def test_a_quotation_runs_across_what_is_set_aside(exact: str, parts: list[str]) -> None:
    asides = [(PAGED.index(number), PAGED.index(number) + 2) for number in ("12", "13")]
    place = locate(Text(PAGED), Evidence(source="s", exact=exact), lambda: asides)
    assert isinstance(place, Match)
    assert [PAGED[start:end] for start, end in place.parts] == parts
    if len(parts) > 1:
        assert isinstance(locate(Text(PAGED), Evidence(source="s", exact=exact), list), Miss)


def test_a_number_is_not_joined_across_what_is_set_aside() -> None:
    text = "It cost 4\n\nmenu\n\n0 marks to build."
    aside = [(text.index("menu"), text.index("menu") + 4)]
    assert isinstance(locate(Text(text), Evidence(source="s", exact="It cost 40 marks"), lambda: aside), Miss)


def test_what_nobody_sees_stops_no_quotation() -> None:
    file = "\ufeffThe o\ufb03ce of Vel\u00admora is in the cafe\u0301 \u202aby the sea\u202c."
    kept = made_plain(file)
    assert kept is not None
    text = Text(kept.text, kept)
    for exact in ("The office of Velmora", "in the caf\xe9 by the sea", "in the cafe\u0301 by the sea"):
        place = locate(text, Evidence(source="s", exact=exact), list)
        assert isinstance(place, Match)
        low, high = text.in_file(place.start, place.end)
        assert file[low:high].startswith(exact[0])
        assert file[low:high].endswith(exact[-1])
    assert text.place(text.raw.index("Velmora")) == (1, file.index("Vel") + 1)
    assert isinstance(locate(text, Evidence(source="s", exact="in the cafe by the sea"), list), Miss)


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        ("The t\u043ewer is 41 metres tall", "U+043E cyrillic small letter o"),
        ("The tower is 42 metres tall", None),
        ("The towers are 41 metres tall", None),
    ],
)
def test_words_that_look_alike_are_told_apart(exact: str, told: str | None) -> None:
    miss = found(exact)
    assert isinstance(miss, Miss)
    assert miss.diverges
    assert (told in miss.diverges) if told else ("U+" not in miss.diverges)
