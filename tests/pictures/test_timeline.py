from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.account.facts import RECKONED
from sourced.chain.library import Library
from sourced.pictures.timeline.data import COUNTED, group_problems, timeline

from .conftest import fact

LibraryOf = Callable[..., Library]


def test_events_stand_in_order_whatever_that_of_the_data(library_of: LibraryOf) -> None:
    library = library_of(
        fact("c", when="2001-09-09"), fact("a", when="198X"), fact("b", when="2001"), fact("none")
    )
    assert [event.facts for event in timeline(library).events] == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(
    ("second", "events"),
    [
        pytest.param({}, [[("a", "b")]], id="the same value: one account"),
        pytest.param({"value": "5"}, [[("a",), ("b",)]], id="another value: another account of it"),
        pytest.param({"property": "met"}, [[("a",), ("b",)]], id="another property"),
        pytest.param({"by": "edda"}, [[("a",), ("b",)]], id="somebody's claim"),
        pytest.param({"about": "port"}, [[("a",)], [("b",)]], id="another subject: another event"),
        pytest.param({"when": "2001-09"}, [[("b",)], [("a",)]], id="another precision"),
    ],
)
def test_facts_of_one_time_and_subject_are_one_event(
    library_of: LibraryOf, second: dict[str, str], events: list[list[tuple[str, ...]]]
) -> None:
    same = {"when": "2001-09-09", "value": "4"}
    library = library_of(fact("a", **same), fact("b", source="herald", **(same | second)))
    found = timeline(library).events
    assert [[account.facts for account in event.accounts] for event in found] == events


@pytest.mark.parametrize(("by", "told"), [(None, COUNTED), ("edda", RECKONED)])
def test_what_somebody_says_is_not_dated_from_the_day_of_the_report(
    library_of: LibraryOf, by: str | None, told: str
) -> None:
    told_in = "It failed on the Sunday. A year ago it was 2000, now it is 2001."
    (event,) = timeline(library_of(fact("a", when="2001-09-09", by=by, statement=told_in))).events
    assert [account.dated for account in event.accounts] == [told]


def test_facts_that_are_said_to_tell_one_event_do(library_of: LibraryOf) -> None:
    facts = fact("a", when="2001"), fact("b", when="2001-09-09", about="port"), fact("c", when="2001-09")
    (event, other) = timeline(library_of(*facts), groups=[("b", "a")], labels={"b": "Of b"}).events
    assert (other.facts, other.span.edtf, other.labels) == (["b", "a"], "2001-09-09", ("Of b",))
    assert event.facts == ["c"]


@pytest.mark.parametrize(
    ("groups", "problem"),
    [
        pytest.param([("a", "b")], None, id="one time in the other"),
        pytest.param([("a", "d")], "`d` is of another time than `a`", id="another time"),
        pytest.param([("a", "none")], "`none` is not on this timeline", id="no time"),
        pytest.param([("a", "b"), ("c", "b")], "`b` is told as part of two events", id="in two groups"),
        pytest.param([("a", "out")], "`out` is not on this timeline", id="left out"),
    ],
)
def test_what_is_no_one_event_is_said(
    library_of: LibraryOf, groups: list[tuple[str, ...]], problem: str | None
) -> None:
    dates = {"a": "2001", "b": "2001-09-09", "c": "2001-09", "d": "2002", "out": "2001", "none": None}
    library = library_of(*(fact(id_, when=when) for id_, when in dates.items()))
    found = list(group_problems(library, groups, ("out",)))
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


RUMOUR = fact("told", property="size", value="fell", when="2021-09-03")
DENIAL = {"property": "size", "value": "stands", "by": "edda"}


@pytest.mark.parametrize(
    ("denial", "when", "beside"),
    [
        pytest.param({"as_of": "2021-09-03"}, "2021-09-03", True, id="of its day"),
        pytest.param({"as_of": "2021-08-01"}, "2021-09-03", False, id="of an earlier day"),
        pytest.param(
            {"as_of": "2021-08-25/2021-09-05"}, "2021-09-03", False, id="of a day that may be another"
        ),
        pytest.param({"as_of": "2021-09-03", "value": "fell"}, "2021-09-03", False, id="no denial"),
        pytest.param({"as_of": "2021-09-03"}, "2021-08/..", False, id="of some day in a time without an end"),
    ],
)
def test_a_denial_stands_beside_what_it_denies(
    library_of: LibraryOf, denial: dict[str, str], when: str, beside: bool
) -> None:
    rumour = fact("told", property="size", value="fell", when=when)
    (event,) = timeline(library_of(rumour, fact("denial", **(DENIAL | denial)))).events
    assert event.facts == ["told", *["denial"] * beside]
    assert [account.denies for account in event.accounts] == [False, *[True] * beside]
    assert not event.claim


def test_a_denial_has_its_own_words_in_the_picture(library_of: LibraryOf) -> None:
    library = library_of(RUMOUR, fact("denial", as_of="2021-09-03", **DENIAL))
    (event,) = timeline(library, labels={"denial": "Of denial", "told": "Of told"}).events
    assert event.labels == ("Of told", "Of denial")


def test_what_had_happened_by_a_day_stands_at_that_day(library_of: LibraryOf) -> None:
    """And not before all that is told of the time before it, as what lasted until a day does."""
    told = {"by": "By 9 September 2001 it was built.", "until": "It stood until 10 September 2001."}
    facts = [
        fact("by", when="../2001-09-09", statement=told["by"]),
        fact("until", when="../2001-09-10", statement=told["until"]),
        fact("before", when="2001-09-08"),
    ]
    found = timeline(library_of(*facts)).events
    assert [event.facts for event in found] == [["until"], ["before"], ["by"]]
    assert [found[0].span.label, found[2].span.label] == ["until 10 September 2001", "by 9 September 2001"]


def test_accounts_that_contradict_each_other_say_so(library_of: LibraryOf) -> None:
    one = fact("one", property="size", value="4 km", when="2001-09-09")
    other = fact("other", property="size", value="5 km", when="2001-09-10")
    found = timeline(library_of(one, other, fact("third", when="2001"))).events
    assert [event.accounts[0].disputed for event in found] == [False, True, True]


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        pytest.param("It was seen in late August 2021.", 21, id="late"),
        pytest.param("It was seen in August 2021.", 1, id="not said"),
    ],
)
def test_late_in_a_month_is_not_all_of_it(library_of: LibraryOf, statement: str, first: int) -> None:
    (event,) = timeline(library_of(fact("a", when="2021-08", statement=statement))).events
    assert (event.span.first.day, event.span.last.day) == (first, 31)


def test_an_event_stands_on_the_shortest_scale_that_holds_it(library_of: LibraryOf) -> None:
    dates = {"decade": "198X", "day": "2021-08-20", "open": "2021-08-20/..", "year": "2021", "before": "1970"}
    library = library_of(*(fact(id_, when=when) for id_, when in dates.items()))
    line = timeline(library, scales=["1980/2021", "2021-08/2021-09"])
    found = {stretch.scale.edtf: [event.facts[0] for event in stretch.events] for stretch in line.stretches}
    assert found == {
        "1970/2021": ["before"],
        "1980/2021": ["decade", "year"],
        "2021-08/2021-09": ["day", "open"],
    }


def test_what_is_left_out_is_left_out(library_of: LibraryOf) -> None:
    library = library_of(fact("a", when="2001"), fact("b", when="2002"))
    assert [event.facts for event in timeline(library, without=["a"]).events] == [["b"]]


def test_a_subject_s_thread_goes_before_that_of_the_property(library_of: LibraryOf) -> None:
    library = library_of(
        fact("a", when="2001"),
        fact("b", when="2002", about="sound"),
        fact("c", when="2003", property="size"),
    )
    line = timeline(library)
    assert [event.thread for event in line.events] == ["land", "sea", ""]
    assert line.threads == ["land", "sea"]


def test_of_one_date_reports_stand_before_claims(library_of: LibraryOf) -> None:
    facts = fact("a", when="2001", by="edda"), fact("b", when="2001", about="port"), fact("c", when="2001-01")
    assert [event.facts for event in timeline(library_of(*facts)).events] == [["c"], ["b"], ["a"]]


def test_a_named_fact_leads_its_event(library_of: LibraryOf) -> None:
    same = {"when": "2001-09-09", "value": "4"}
    library = library_of(fact("a", **same), fact("b", source="herald", **same))
    (event,) = timeline(library, labels={"b": "Of b"}).events
    (account,) = event.accounts
    assert (event.labels, account.facts, account.statement) == (("Of b",), ("b", "a"), "Of b is told here.")
