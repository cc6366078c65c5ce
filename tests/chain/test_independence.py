"""How many sources stand behind facts independently."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Property
from sourced.chain.library import Library
from sourced.chain.sharing.independence import independent, of_one_origin
from sourced.chain.sharing.sharedtext import share_passage, shared_text

from ..bridge import MakeBook

TOLD = "The old tower on the rock stood dark for nine nights after the storm."

OTHER = "It was the ninth night without a light on the rock, the keepers said."
"""The same in other words."""
COMMON = "Two boats reached the harbour after the long storm, and their crews were cold."
"""What two articles have in common elsewhere."""
FAR = "Elsewhere the wind had torn the roof from a mill."

PASSAGES = [
    pytest.param(TOLD, TOLD, True, id="the same sentence"),
    pytest.param(TOLD, TOLD.upper(), True, id="in capitals"),
    pytest.param(TOLD, f"Keepers say: {TOLD}", True, id="with words before it"),
    pytest.param("rang for nine nights after it", "rang for nine nights after it", True, id="six"),
    pytest.param("rang for nine nights after", "rang for nine nights after", False, id="five"),
    pytest.param(
        "said Ann Lee, a captain of the Coastguard",
        "Ann Lee, a captain of the Coastguard",
        False,
        id="a title",
    ),
    pytest.param(
        "until he was seen there by them",
        "until he was seen there by them",
        False,
        id="words that hold together",
    ),
    pytest.param(
        "stood dark for nights nine after the storm",
        "after the storm stood dark for nine nights",
        False,
        id="an order",
    ),
]


@pytest.mark.parametrize(("one", "other", "shared"), PASSAGES)
def test_passages_share_words_that_tell_of_a_common_origin(one: str, other: str, shared: bool) -> None:
    assert share_passage(one, other) == shared
    assert share_passage(other, one) == shared


def cites(**quotations: str) -> list[Fact]:
    return [
        Fact(
            id=f"by-{id_}",
            about="x",
            property="y",
            statement="S.",
            evidence=(Evidence(source=id_, exact=exact),),
        )
        for id_, exact in quotations.items()
    ]


GROUPS = [
    pytest.param({"a": TOLD, "b": "It was dark for nine nights."}, [["a"], ["b"]], id="in their own words"),
    pytest.param({"a": TOLD, "b": f"{TOLD} So it was."}, [["a", "b"]], id="shared text"),
    pytest.param(
        {"a": "The light was out.", "b": TOLD, "c": TOLD}, [["a"], ["b", "c"]], id="two of three share it"
    ),
]


@pytest.mark.parametrize(("texts", "groups"), GROUPS)
def test_sources_that_share_a_passage_are_one(
    make_book: MakeBook, texts: dict[str, str], groups: list[list[str]]
) -> None:
    facts = cites(**{id_: text.split(".")[0] for id_, text in texts.items()})
    assert independent(Library(make_book(*facts, **texts)), facts) == groups


def test_a_quotation_that_is_not_found_counts_for_nothing(make_book: MakeBook) -> None:
    facts = cites(a="The light was green")
    assert independent(Library(make_book(*facts, a=TOLD)), facts) == []


def said(source: str, exact: str, **more: str) -> Fact:
    evidence = (Evidence(source=source, exact=exact),)
    return Fact(
        id=f"by-{source}", about="tower", property="nights", statement="S.", evidence=evidence, **more
    )


NINE = {"value": "9 nights"}
ARTICLES = [
    pytest.param({"b": f"{OTHER}\n\n{COMMON}"}, {}, [["a", "b"]], id="shared elsewhere"),
    pytest.param({"b": f"{OTHER}\n\n{FAR}"}, {}, [["a"], ["b"]], id="shared nowhere"),
    pytest.param({"b": f"{OTHER}\n\nHe said: “{COMMON}”"}, {}, [["a"], ["b"]], id="in what somebody said"),
    pytest.param(
        {"b": f"{OTHER}\n\n{FAR}", "c": f"{FAR}\n\n{COMMON}"},
        {},
        [["a", "b"]],
        id="shared with the same third",
    ),
    pytest.param({"b": f"{OTHER}\n\n{COMMON}"}, {"by": "mate"}, [["a"], ["b"]], id="another speaker"),
    pytest.param({"b": f"{OTHER}\n\n{COMMON}"}, {"value": "8 nights"}, [["a"], ["b"]], id="another value"),
]


@pytest.mark.parametrize(("texts", "change", "groups"), ARTICLES)
def test_articles_that_share_text_are_one_voice_for_what_both_say(
    make_book: MakeBook, texts: dict[str, str], change: dict[str, str], groups: list[list[str]]
) -> None:
    facts = [
        said("a", TOLD.rstrip("."), **NINE),
        said("b", OTHER.rstrip("."), **NINE | change),
    ]
    nights = Property(id="nights", title="Nights", single=True)
    library = Library(make_book(*facts, nights, a=f"{TOLD}\n\n{COMMON}", **texts))
    assert independent(library, facts) == groups


def test_the_page_on_shared_text_and_the_count_of_sources_go_by_the_same_runs(make_book: MakeBook) -> None:
    texts = {"a": f"{TOLD}\n\n{COMMON}", "b": f"{OTHER}\n\n{COMMON}", "c": FAR}
    library = Library(make_book(**texts))
    for one, other in (("a", "b"), ("b", "a"), ("a", "c"), ("c", "b")):
        assert of_one_origin(library, one, other) == bool(shared_text(library, one, other).runs)
