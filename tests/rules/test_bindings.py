"""What a unit says beside what its evidence says: each tie that is another, and neighbours of it."""

from __future__ import annotations

import pytest

from sourced.rules.support.doubts import BEYOND, OPPOSITE
from sourced.rules.support.granted import Granted
from sourced.rules.support.setting import ANY, APART, COUNTED, LEFT_OUT, OWNER, TIED, TOLD

from .evidence import PEOPLE, found, marked

SPOKEN = Granted(known=frozenset({"ann"}), people=PEOPLE, speakers=frozenset({"ann"}))
SUPPORTED = [
    pytest.param("She ran it from 1988.", "she ran it from 1988 until 1999", id="from its beginning"),
    pytest.param("She ran it in 1988.", "she ran it from 1988 until 1999", id="in its first year"),
    pytest.param("She ran it from 1988 until 1999.", "she ran it from 1988 until 1999", id="the whole span"),
    pytest.param(
        "The Gazette told the Herald of boats.",
        "h: the Gazette told the Herald of boats",
        id="what one source told another",
    ),
    pytest.param("She ran it in 1999.", "she ran it from 1988 until 1999", id="in its last year"),
    pytest.param("The ledger was lost.", "the ledger was lost", id="a name that is a noun"),
    pytest.param("They march.", "he marches", id="what is done, and no noun"),
    pytest.param("Boats sank.", "they saw that the storms and boats sank", id="joined to another"),
    pytest.param("The League attacked the Guard.", "the League attacked the Guard", id="the same words"),
    pytest.param("The League had attacked the Guard.", "the League attacked the Guard", id="a form"),
    pytest.param("The League began the attack.", "the League started the attack", id="a synonym"),
    pytest.param("The boats sank.", "after the boats sank", id="what is taken for granted"),
    pytest.param("Ann Ames left.", "the famous keeper Ann Ames left", id="before a name"),
    pytest.param("Nearly all boats sank.", "almost all boats sank", id="a limit in other words"),
    pytest.param("They put it off until March.", "they put it off until March", id="the same day"),
    pytest.param("The keeper Ann Ames left.", "Ann Ames, a keeper, left", id="one of several, named"),
    pytest.param("Three boats were sunk.", "the fire sank three boats", id="suffered, without the doer"),
    pytest.param("The boats, says the Gazette, sank.", "g: the boats sank", id="told by its source"),
    pytest.param("The Guard", "the Guard had no boats", id="a bare name"),
    pytest.param(
        "The work was finished on time, except for the roof.",
        "the work was finished on time, except for the roof",
        id="an exception kept",
    ),
    pytest.param(
        "The lamp was lit again.",
        "the lamp was lit again. Unless it rains, the boats leave",
        id="a condition of the next one",
    ),
    pytest.param("The man who hit the driver fled.", "the man who hit the driver fled", id="which one, kept"),
    pytest.param("The town voted against the plan.", "the town voted against the plan", id="against, kept"),
    pytest.param("It takes from 5 to 12 minutes.", "it takes between 5 and 12 minutes", id="a range"),
    pytest.param("It takes 5-12 minutes.", "it takes from 5 up to 12 minutes", id="a range in figures"),
    pytest.param("It takes 12 minutes at most.", "it takes no more than 12 minutes", id="a bound behind it"),
    pytest.param("It takes as many as 12 men.", "it takes up to 12 men", id="a bound in other words"),
    pytest.param("She ran it until May 1901.", "she ran it from May 1899 until May 1901", id="an end"),
]
DOUBTED = [
    pytest.param(OPPOSITE, "The League *won*.", "lost", "the League lost", id="the opposite, of two words"),
    pytest.param(OPPOSITE, "*Closed* harbours freeze.", "open", "open harbours freeze",
                 id="the opposite, as the first word"),
    pytest.param(BEYOND, "*Closed* harbours freeze.", "", "nearby open harbours freeze",
                 id="the opposite, as the second word"),
    pytest.param(BEYOND, "The League *won* the race.", "",
                 "the Guard lost the race and the League left", id="the opposite of another"),
    pytest.param(BEYOND, "The League *won* the race.", "",
                 "the League lost the vote before the race", id="the opposite in another thing"),
    pytest.param(OPPOSITE, "The League has *less* money than the Guard.", "more",
                 "the League has more money than the Guard", id="the opposite, compared"),
    pytest.param(BEYOND, "The Guard has *less* money than the League.", "",
                 "the League has more money than the Guard", id="the same, told from the other side"),
    pytest.param(BEYOND, "The Guard has *less* money.", "",
                 "the League has more money than the Guard", id="one side of what is compared"),
    pytest.param(OWNER, "He is a *brother* of the League.", "brother",
                 "he is a brother of the Guard", "the League", id="owner with an article"),
    pytest.param(TIED, "She ran it from *1999*.", "until 1999",
                 "she ran it from 1988 until 1999", id="from its end"),
    pytest.param(BEYOND, "It takes from 5 to *about 12 minutes*.", "",
                 "it takes between 5 and 12 minutes", id="a range of which one end is bounded"),
    pytest.param(TIED, "She ran it until *1988*.", "from 1988", "she ran it from 1988 until 1999",
                 "it was open until noon", id="until its beginning"),
    pytest.param(LEFT_OUT, "The *harbour* burned.", "stores",
                 "the harbour stores burned", id="a word that it is joined to"),
    pytest.param(COUNTED, "The town *march* began.", "marches", "the town marches began", id="joined to it"),
    pytest.param(COUNTED, "The *ledgers* were lost.", "ledger",
                 "the ledger was lost", id="several of a name that is a noun"),
    pytest.param(COUNTED, "The *march* began.", "marches", "the marches began", id="several marches"),
    pytest.param(LEFT_OUT, "The *president* left.", "vice", "the acting president left",
                 "the vice president left", id="the shorter of two words"),
    pytest.param(LEFT_OUT, "The *boats* leave at noon.", "unless",
                 "the boats leave at noon unless it rains. The lamp is lit", id="a condition, and more"),
    pytest.param(BEYOND, "The League *bribed* the Guard.", "",
                 "the League attacked the Guard", id="another verb"),
    pytest.param(BEYOND, "The *heavy* boats sank.", "", "the boats sank", id="a detail"),
    pytest.param(OPPOSITE, "The League *won* the race.", "lost",
                 "the League lost the race", id="the opposite"),
    pytest.param(LEFT_OUT, "*All* boats sank.", "nearly", "nearly all boats sank", id="a limit"),
    pytest.param(LEFT_OUT, "The *minister* left.", "ex-",
                 "the ex-minister left", id="a limit that is part of a word"),
    pytest.param(LEFT_OUT, "The *boats* sank.", "rumours",
                 "there were rumours that the boats sank", id="a rumour"),
    pytest.param(LEFT_OUT, "The *keeper* spoke.", "spokesman for the keeper",
                 "a spokesman for the keeper spoke", id="a head"),
    pytest.param(LEFT_OUT, "The *president* left.", "vice",
                 "the vice president left", id="a word joined to it"),
    pytest.param(ANY, "The *keeper* left.", "a keeper", "a keeper left", id="one of several"),
    pytest.param(OWNER, "Ann Ames is a *brother* of Bob Oak.", "brother",
                 "a brother of Ann Ames", "Bob Oak", id="owner"),
    pytest.param(TIED, "The boats came from the *harbour*.", "to harbour",
                 "the boats came to the harbour", id="a way"),
    pytest.param(COUNTED, "A *delegation* of the town left.", "delegations",
                 "the delegations of the town left", id="several"),
    pytest.param(LEFT_OUT, "The *driver* fled.", "who hit",
                 "the man who hit the driver fled", id="which man it was"),
    pytest.param(TIED, "The man hit the driver who *fled*.", "who fled",
                 "the man who hit the driver fled", id="who moved"),
    pytest.param(LEFT_OUT, "The *work* was finished on time.", "except for",
                 "the work was finished on time, except for the roof", id="an exception"),
    pytest.param(LEFT_OUT, "The *lamp* was lit again.", "only",
                 "the lamp was lit again, but only for one night", id="an only behind it"),
    pytest.param(LEFT_OUT, "The *boats* leave at noon.", "unless",
                 "the boats leave at noon unless it rains", id="a condition"),
    pytest.param(TIED, "The town voted for the *plan*.", "against plan",
                 "the town voted against the plan", id="for or against"),
    pytest.param(LEFT_OUT, "The *boat* carries islanders.", "only",
                 "the boat carries islanders only", id="an only at the end"),
    pytest.param(BEYOND, "It takes from *5* to 10 minutes.", "",
                 "it takes between 5 and 12 minutes", id="a range"),
    pytest.param(BEYOND, "It takes *12 minutes*.", "", "it takes up to 12 minutes", id="a bound"),
    pytest.param(BEYOND, "It was *between 5 and 12 metres*.", "",
                 "it was 5 metres, and rose to 12 metres", id="a change told as a range"),
    pytest.param(LEFT_OUT, "It took the *museum* a week.", "restorer",
                 "it took the museum's restorer a week", id="the owner in place of what is owned"),
    pytest.param(OWNER, "Ann Ames followed the *keeper*.", "footsteps",
                 "Ann Ames followed the keeper's footsteps", id="the owner, and not what is owned"),
    pytest.param(LEFT_OUT, "The fire *sank*.", "pump",
                 "the fire pump sank", id="a noun, and no doer"),
    pytest.param(TIED, "They put it off *in March*.", "until March",
                 "they put it off until March", id="a day by which"),
    pytest.param(TIED, "It was changed in *1903*.", "between 1903",
                 "it was changed between 1901 and 1903", id="some day of several years"),
    pytest.param(TIED, "She ran it from *May 1901*.", "until May 1901",
                 "she ran it from May 1899 until May 1901", id="an end as a beginning"),
    pytest.param(TIED, "The boat runs from *Monday*.", "until Monday",
                 "the boat runs until Monday", id="until"),
    pytest.param(LEFT_OUT, "Ann Ames is *League* of the Guard.", "former",
                 "Ann Ames is a former League of the Guard", id="a limit between names"),
    pytest.param(TOLD, "The boats, says the Herald, sank, and the Gazette says that the *harbour* burned.",
                 "Gazette", "g: the boats sank", "h: the harbour burned", id="two sources exchanged"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)


@pytest.mark.parametrize(
    ("unit", "doubted"),
    [
        pytest.param("Ann Ames knew what they wanted.", True, id="before the verb of another"),
        pytest.param("According to Ann Ames they knew what they wanted.", False, id="named as the source"),
        pytest.param("They knew what they wanted, said Ann Ames.", False, id="as the speaker"),
    ],
)
def test_a_speaker_does_not_do_what_is_told(unit: str, *, doubted: bool) -> None:
    assert bool(found(unit, "they knew what they wanted", granted=SPOKEN)) == doubted


def test_whom_it_is_known_to_be_about_may_do_what_is_told() -> None:
    granted = Granted(known=frozenset({"ann", "bob"}), people=PEOPLE, speakers=frozenset({"bob"}))
    assert found("Ann Ames knew what they wanted.", "they knew what they wanted", granted=granted) == []


def test_a_speaker_may_stand_before_what_is_told() -> None:
    assert found("By Ann Ames the lamp failed.", "the lamp failed", granted=SPOKEN) == []


@pytest.mark.parametrize("word", ["never", "may", "only"])
def test_a_speaker_does_not_deny_limit_or_doubt_what_is_told(word: str) -> None:
    (told, *others) = found(f"Ann Ames {word} know it.", f"they {word} know it", granted=SPOKEN)
    assert (told.why, told.word, others) == (APART, f"Ann Ames … {word}", [])


def test_a_gloss_says_whom_a_word_means() -> None:
    assert found("Bob Oak left.", "he left", gloss={"he": "bob"}) == []
    (told,) = found("Ann Ames left.", "he left", gloss={"he": "bob"})
    assert (told.why, told.word) == (BEYOND, "Ann Ames")


def test_how_many_there_are_is_asked_of_what_the_fact_is_about() -> None:
    granted = Granted(subject=frozenset({"ledger"}))
    assert [each.why for each in found("The ledgers were lost.", "the ledger was lost", granted=granted)] == [
        COUNTED
    ]
    assert found("The ledger was lost.", "the ledger was lost", granted=granted) == []
