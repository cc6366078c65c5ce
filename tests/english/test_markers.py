"""Negations and hedges, how far they reach, who says something, and what ties a statement to a day."""

from __future__ import annotations

import re

import pytest

from sourced.english.dates.knowledge import DATED, NOW, PRESENT, TIME_BOUND, UNTIL_THEN
from sourced.english.markers import denial_strength, find_markers, same_hedge
from sourced.english.reach import governing
from sourced.english.speech.verbs import attributes, speech_verbs

FOUND = [
    pytest.param("It never fell.", ["negation never"], id="never"),
    pytest.param("It didn't fall.", ["negation n't"], id="n't"),
    pytest.param("No ship came.", ["negation No"], id="no"),
    pytest.param("It was no doubt late.", [], id="no doubt"),
    pytest.param("Pier No. 3 is old.", [], id="No. 3"),
    pytest.param("Not only the keeper left.", [], id="not only"),
    pytest.param("He denied it.", ["negation denied"], id="denied"),
    pytest.param("They failed to land.", ["negation failed"], id="failed"),
    pytest.param("An unarmed boat.", ["negation unarmed"], id="un-"),
    pytest.param("A unique, united union.", [], id="words that only begin so"),
    pytest.param("The plan was unveiled, unless a unit unloaded it.", [], id="what is done, told by un-"),
    pytest.param("An undulating, unified, unicycled road.", [], id="no word behind un-"),
    pytest.param("Unwilling crews, unharmed.", ["negation Unwilling", "negation unharmed"], id="un-, twice"),
    pytest.param("There was little hope.", ["negation little "], id="little hope"),
    pytest.param("The little boat.", [], id="a little boat"),
    pytest.param("It reportedly sank.", ["report reportedly"], id="reportedly"),
    pytest.param("It is said to be old.", ["report It is said"], id="it is said"),
    pytest.param("The rock is said to be old.", ["report is said"], id="is said to"),
    pytest.param("The keeper said so.", [], id="said is no hedge"),
    pytest.param("It could not be verified.", ["negation not", "report not be verified"], id="not verified"),
    pytest.param("It may sink.", ["guess may"], id="may"),
    pytest.param("It sank in May 1911.", [], id="May"),
    pytest.param("It seems old.", ["guess seems"], id="seems"),
    pytest.param("It is expected to sink.", ["guess expected"], id="expected to"),
    pytest.param("It could not land.", ["negation not"], id="could not is no guess"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_markers_are_found(text: str, wanted: list[str]) -> None:
    assert [f"{marker.kind} {marker.text}" for marker in find_markers(text)] == wanted


@pytest.mark.parametrize(
    ("text", "strength"),
    [("never", 2), ("n't", 2), ("denied", 2), ("failed", 1), ("unable", 1), ("unarmed", 1)],
)
def test_how_plainly_a_negation_denies(text: str, strength: int) -> None:
    (marker,) = find_markers(text)
    assert denial_strength(marker) == strength


REACH = [
    pytest.param("Nobody says that [the light failed].", ["Nobody"], id="before, in the clause"),
    pytest.param("Nobody came, and [the light failed].", [], id="in the clause before"),
    pytest.param("Rumours that [the light failed] spread.", ["Rumours"], id="a hedge"),
    pytest.param(
        "Reportedly, on the day of the storm, [the light failed].", ["Reportedly"], id="past commas"
    ),
    pytest.param("It reportedly sank; [the light failed].", [], id="not past a semicolon"),
    pytest.param("Reports that [the light failed] were denied.", ["Reports that", "denied"], id="taken back"),
    pytest.param("They said [the light failed] and denied the rest.", [], id="behind, of something else"),
    pytest.param("[The light failed], reportedly.", ["reportedly"], id="behind, reportedly"),
    pytest.param("If the oil runs out, [the light fails].", ["If"], id="a condition at the head"),
    pytest.param("They asked if it blew, and [the light fails].", [], id="a condition in another clause"),
    pytest.param("If [the light fails], they row.", ["If"], id="a condition"),
    pytest.param(
        "He might row if it blew, and in the evening [the light failed].", [], id="a guess far away"
    ),
    pytest.param("It is said to have been dark [since the light failed].", [], id="taken for granted"),
    pytest.param("The keeper was unable [to reach the light].", ["unable"], id="what nobody could do"),
    pytest.param("The unharmed keeper [reached the light].", [], id="an epithet of who did it"),
]


@pytest.mark.parametrize(("marked", "wanted"), REACH)
def test_what_reaches_into_a_quotation(marked: str, wanted: list[str]) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    sentence = re.sub(r"[\[\]]", "", marked)
    assert [marker.text for marker in governing(sentence, start, end)] == wanted


def test_hedges_are_compared_by_their_degree() -> None:
    assert same_hedge("May", "could")
    assert same_hedge("could", "May")
    assert not same_hedge("may", "likely")
    assert same_hedge("reportedly", "allegedly"), "hearsay has no degrees"


SAYS = [
    pytest.param("The keeper said that it sank.", True, id="said"),
    pytest.param("According to the keeper it sank.", True, id="according to"),
    pytest.param("In her account it sank.", True, id="a noun"),
    pytest.param("The keeper was told that it sank.", False, id="who was told does not tell"),
    pytest.param("The ship sank on the rock.", False, id="nobody says so"),
]


@pytest.mark.parametrize(("text", "says"), SAYS)
def test_somebody_says_something(text: str, says: bool) -> None:
    assert attributes(text) is says


def test_what_is_said_to_be_is_said_by_nobody() -> None:
    text = "It is said to be old, she told us."
    assert [text[start:end] for start, end in speech_verbs(text)] == ["told"]


TRAILED = [
    pytest.param("The pier had burned, an inquiry found on Tuesday.", ["found"], id="behind what it reports"),
    pytest.param("The pier had burned, it concluded.", ["concluded"], id="by a pronoun"),
    pytest.param("The pier had burned, and an inquiry found oil.", [], id="with an object"),
    pytest.param("The pier had burned, and oil was never found.", [], id="passive"),
    pytest.param("The pier had burned, after which divers found.", [], id="in another clause"),
]


@pytest.mark.parametrize(("text", "verbs"), TRAILED)
def test_a_verb_of_finding_reports_where_it_trails(text: str, verbs: list[str]) -> None:
    assert [text[start:end] for start, end in speech_verbs(text)] == verbs


TIMES = [
    pytest.param(TIME_BOUND, "It has never been taken.", "It would never be taken.", id="never"),
    pytest.param(TIME_BOUND, "It is still dark.", "It is dark.", id="still"),
    pytest.param(TIME_BOUND, "It has not fallen yet.", "Yet another storm came.", id="yet"),
    pytest.param(TIME_BOUND, "It remains dark.", "The remains of the hull sank.", id="remains"),
    pytest.param(UNTIL_THEN, "It had never been taken.", "It would never be taken.", id="never, in the past"),
    pytest.param(PRESENT, "It is dark.", "It was dark.", id="the present"),
    pytest.param(PRESENT, "It can be seen.", "It used to be seen.", id="can"),
    pytest.param(NOW, "It is now dark.", "It was now dark.", id="now"),
    pytest.param(DATED, "As of Sunday it was dark.", "On Sunday it was dark.", id="as of"),
    pytest.param(DATED, "It was dark when the report was written.", "It was dark when they came.", id="when"),
    pytest.param(DATED, "The two reports call it dark.", "The two ships were dark.", id="the reports"),
]


@pytest.mark.parametrize(("pattern", "text", "neighbour"), TIMES)
def test_words_of_time(pattern: re.Pattern[str], text: str, neighbour: str) -> None:
    assert pattern.search(text)
    assert not pattern.search(neighbour)
