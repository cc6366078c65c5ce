"""What a unit says beside what its evidence says: each tie that is another, and neighbours of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sourced.book.model import Name
from sourced.english.atoms import read_atoms
from sourced.english.meaning import Token, read_tokens
from sourced.english.names import NameIndex
from sourced.rules.verdict.setting import APART, COUNTED, LEFT_OUT, OWNER, TIED, TOLD, TURNED
from sourced.rules.verdict.support import BEYOND, OPPOSITE, Granted, doubts
from sourced.rules.verdict.witness import Witness

NAMES = NameIndex(
    {
        name.id: name
        for name in (
            Name(id="ann", kind="person", name="Ann Ames"),
            Name(id="bob", kind="person", name="Bob Oak"),
            Name(id="league", kind="group", name="League"),
            Name(id="guard", kind="group", name="Guard"),
            Name(id="gazette", kind="work", name="Gazette"),
            Name(id="herald", kind="work", name="Herald"),
        )
    }
)
PEOPLE = frozenset({"ann", "bob"})
LABELS = {"gazette": frozenset({"g"}), "herald": frozenset({"h"})}


def tokens(text: str, gloss: Mapping[str, str] | None = None) -> tuple[Token, ...]:
    return tuple(read_tokens(text, read_atoms(text, NAMES), gloss))


def reasons(unit: str, *evidence: str, gloss: Mapping[str, str] | None = None) -> set[str]:
    """Why the unit is not supported by the texts; ``g:`` before a text says which source it is from."""
    witnesses = []
    for text in evidence:
        source, colon, words = text.partition(": ")
        known = colon and len(source) == 1
        witnesses.append(
            Witness(text, tokens(words if known else text, gloss), frozenset({source} if known else ()))
        )
    granted = Granted(known=frozenset({"gazette", "herald"}), labels=LABELS, people=PEOPLE)
    return {doubt.why for doubt in doubts(tokens(unit), witnesses, granted)}


SUPPORTED = [
    pytest.param("The League attacked the Guard.", "the League attacked the Guard", id="the same words"),
    pytest.param("The League was attacking the Guard.", "the League attacked the Guard", id="a form"),
    pytest.param(
        "The Guard was attacked by the League.", "the League attacked the Guard", id="in the passive"
    ),
    pytest.param("The lamp lit by Ann Ames.", "Ann Ames lit the lamp", id="in the passive without was"),
    pytest.param("The League began the attack.", "the League started the attack", id="a synonym"),
    pytest.param("The boats sank.", "after the boats sank", id="what is taken for granted"),
    pytest.param("Ann Ames left.", "the famous keeper Ann Ames left", id="before a name"),
    pytest.param("Nearly all boats sank.", "almost all boats sank", id="a limit in other words"),
    pytest.param("On 3 May 1901 the boats sank.", "the boats sank on 3 May 1901", id="a date elsewhere"),
    pytest.param("The League was small.", "the small League", id="said of it, or before it"),
    pytest.param("The boats, says the Gazette, sank.", "g: the boats sank", id="told by its source"),
    pytest.param("The Guard", "the Guard had no boats", id="a bare name"),
    pytest.param("The postman was bitten by the dog.", "the dog bit the postman", id="nouns in the passive"),
    pytest.param("The work was finished.", "they finished the work", id="suffered, without its doer"),
    pytest.param("Strategically important", "the town is strategically important", id="said of it, alone"),
    pytest.param(
        "The north bank is higher than the south bank.",
        "the north bank is higher than the south bank",
        id="compared alike",
    ),
    pytest.param(
        "The old tower is 30 metres tall and the new tower is 20 metres tall.",
        "the old tower is 30 metres tall and the new tower is 20 metres tall",
        id="two measured",
    ),
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
    pytest.param(
        "The crew of the League, boats of the Guard, crew of the Guard",
        "the crew of the League, boats of the Guard, crew of the Guard",
        id="a list, kept",
    ),
    pytest.param("The man who hit the driver fled.", "the man who hit the driver fled", id="which one, kept"),
    pytest.param("The boat sank in May 1901.", "in May 1901, the boat sank", id="a date before a comma"),
    pytest.param("The town voted against the plan.", "the town voted against the plan", id="against, kept"),
    pytest.param("The boat carries islanders only.", "the boat carries only islanders", id="only behind it"),
    pytest.param("It takes from 5 to 12 minutes.", "it takes between 5 and 12 minutes", id="a range"),
    pytest.param("It takes 5-12 minutes.", "it takes from 5 up to 12 minutes", id="a range in figures"),
    pytest.param("It takes 12 minutes at most.", "it takes no more than 12 minutes", id="a bound behind it"),
    pytest.param("It takes as many as 12 men.", "it takes up to 12 men", id="a bound in other words"),
    pytest.param(
        "Ann Ames was the first to reach the island in May.",
        "Ann Ames was the first to reach the island in May",
        id="the first, among all that is said",
    ),
    pytest.param("She is the largest ship.", "the largest ship had sunk off the coast", id="up to the verb"),
    pytest.param("He denied that he was ill.", "he denied that he was ill, and left", id="what is denied"),
    pytest.param("The ferry does not sail in fog.", "the ferry does not sail in fog", id="a whole denial"),
    pytest.param("It makes three trips a day.", "it makes three trips a day", id="how often, kept"),
    pytest.param("It holds 40 clocks.", "it holds 40 clocks, and watches are sold", id="another clause"),
    pytest.param(
        "The sound froze, and for nine days the island was cut off.",
        "the sound froze, and for nine days the island was cut off",
        id="how long, in its clause",
    ),
    pytest.param("In 1901 it had 61 guests.", "it had 61 guests in 1901 and 38 in 1902", id="its year"),
    pytest.param("A boat sank at the pier.", "a boat sank at the pier", id="where it was done"),
    pytest.param(
        "She was arrested and released.",
        "she was arrested in May and released in June",
        id="deeds in their order",
    ),
    pytest.param(
        "She was released and fined.",
        "she was fined after she was released",
        id="their order, told otherwise",
    ),
    pytest.param(
        "The restorer of the museum took a week.",
        "the museum's restorer took a week",
        id="an owner, told otherwise",
    ),
    pytest.param(
        "The keeper's elder son left.", "the elder son of the keeper left", id="an owner, the other way"
    ),
    pytest.param("She ran it until May 1901.", "she ran it from May 1899 until May 1901", id="an end"),
    pytest.param("He was not tired, but ill.", "he was not tired, but ill", id="a turn, kept"),
    pytest.param("The mostly sailing owners left.", "the mostly sailing owners left", id="most of the same"),
]
DOUBTED = [
    pytest.param(BEYOND, "The League bribed the Guard.", "the League attacked the Guard", id="another verb"),
    pytest.param(BEYOND, "The heavy boats sank.", "the boats sank", id="a detail"),
    pytest.param(OPPOSITE, "The League won the race.", "the League lost the race", id="the opposite"),
    pytest.param(TURNED, "The Guard attacked the League.", "the League attacked the Guard", id="turned"),
    pytest.param(TURNED, "The League sank nine boats.", "nine boats sank the League", id="a number turned"),
    pytest.param(APART, "The boats of the League burned.", "the boats sank; far away, in another harbour of "
                 "the coast, much later, the stores that the League kept burned", id="what stands far apart"),
    pytest.param(LEFT_OUT, "All boats sank.", "nearly all boats sank", id="a limit"),
    pytest.param(LEFT_OUT, "The minister left.", "the ex-minister left", id="a limit that is part of a word"),
    pytest.param(LEFT_OUT, "The boats sank.", "there were rumours that the boats sank", id="a rumour"),
    pytest.param(LEFT_OUT, "The keeper spoke.", "a spokesman for the keeper spoke", id="a head"),
    pytest.param(LEFT_OUT, "The president left.", "the vice president left", id="a word joined to it"),
    pytest.param(LEFT_OUT, "The keeper left.", "a keeper left", id="one of several"),
    pytest.param(OWNER, "Ann Ames is a brother of Bob Oak.", "a brother of Ann Ames", "Bob Oak", id="owner"),
    pytest.param(TIED, "The boats came from the harbour.", "the boats came to the harbour", id="a way"),
    pytest.param(COUNTED, "A delegation of the town left.", "the delegations of the town left", id="several"),
    pytest.param(TURNED, "The thief chased the guard.", "the guard chased the thief",
                 id="doer and suffered"),
    pytest.param(TURNED, "The blackout caused the flood.", "the flood caused the blackout", id="a cause"),
    pytest.param(TURNED, "The vote followed the strike.", "the strike followed the vote",
                 id="an order in time"),
    pytest.param(TURNED, "More men than women voted.", "more women than men voted", id="more of which"),
    pytest.param(TURNED, "The south bank is higher than the north bank.",
                 "the north bank is higher than the south bank", id="which is higher"),
    pytest.param(TURNED, "The old ferry replaced the new bridge.", "the new bridge replaced the old ferry",
                 id="which replaced which"),
    pytest.param(TURNED, "The old bridge replaced the new ferry.", "the new bridge replaced the old ferry",
                 id="adjectives exchanged"),
    pytest.param(TURNED, "The dog was bitten by the postman.", "the dog bit the postman",
                 id="a false passive"),
    pytest.param(TURNED, "Work stopped the League.", "the League stopped work", id="a name suffers"),
    pytest.param(TURNED, "The new tower is 30 metres tall and the old tower is 20 metres tall.",
                 "the old tower is 30 metres tall and the new tower is 20 metres tall",
                 id="measures exchanged"),
    pytest.param(TURNED, "The thief chased the guard.", "the guard chased the thief, and the thief fled",
                 id="turned in its own clause"),
    pytest.param(APART, "The plan cost 228 pounds in May 1901.", "the plan cost 228 pounds in all, slightly "
                 "less than the 231 pounds announced in May 1901", id="the date of another clause"),
    pytest.param(LEFT_OUT, "The driver fled.", "the man who hit the driver fled", id="which man it was"),
    pytest.param(TIED, "The man hit the driver who fled.", "the man who hit the driver fled", id="who moved"),
    pytest.param(LEFT_OUT, "The work was finished on time.",
                 "the work was finished on time, except for the roof", id="an exception"),
    pytest.param(LEFT_OUT, "The lamp was lit again.", "the lamp was lit again, but only for one night",
                 id="an only behind it"),
    pytest.param(LEFT_OUT, "The boats leave at noon.", "the boats leave at noon unless it rains",
                 id="a condition"),
    pytest.param(TIED, "The town voted for the plan.", "the town voted against the plan",
                 id="for or against"),
    pytest.param(LEFT_OUT, "The boat carries islanders.", "the boat carries islanders only",
                 id="an only at the end"),
    pytest.param(TURNED, "Only the boat carries islanders.", "the boat carries islanders only",
                 id="an only of another"),
    pytest.param(BEYOND, "It takes from 5 to 10 minutes.", "it takes between 5 and 12 minutes", id="a range"),
    pytest.param(BEYOND, "It takes 12 minutes.", "it takes up to 12 minutes", id="a bound"),
    pytest.param(BEYOND, "It was between 5 and 12 metres.", "it was 5 metres, and rose to 12 metres",
                 id="a change told as a range"),
    pytest.param(LEFT_OUT, "Ann Ames was the first to reach the island.",
                 "Ann Ames was the first to reach the island in May", id="the first of all"),
    pytest.param(LEFT_OUT, "She is the largest ship.", "she is the largest ship of the line",
                 id="the largest of all"),
    pytest.param(LEFT_OUT, "He denied that he had sold it.", "he denied that he had sold it in May",
                 id="more denied"),
    pytest.param(LEFT_OUT, "The ferry does not sail.", "the ferry does not sail in fog", id="more not done"),
    pytest.param(LEFT_OUT, "It makes three trips.", "it makes three trips a day", id="how often"),
    pytest.param(LEFT_OUT, "It holds 40 clocks.", "it holds 40 clocks and watches", id="what is counted too"),
    pytest.param(APART, "The sound froze for nine days.",
                 "the sound froze, and for nine days the island was cut off", id="how long something else"),
    pytest.param(TURNED, "The Guard attacked and the League lit the lamp.",
                 "the League attacked and the Guard lit the lamp", id="the deed of another"),
    pytest.param(APART, "In 1902 it had 61 guests.", "it had 61 guests in 1901 and 38 in 1902",
                 id="another's year"),
    pytest.param(TIED, "A boat sank the pier.", "a boat sank at the pier", id="what it was done to"),
    pytest.param(TURNED, "She was released and arrested.", "she was arrested in May and released in June",
                 id="deeds in another order"),
    pytest.param(LEFT_OUT, "It took the museum a week.", "it took the museum's restorer a week",
                 id="the owner in place of what is owned"),
    pytest.param(OWNER, "Ann Ames followed the keeper.", "Ann Ames followed the keeper's footsteps",
                 id="the owner, and not what is owned"),
    pytest.param(TURNED, "The keeper of the elder son left.", "the keeper's elder son left",
                 id="the owner as what is owned"),
    pytest.param(TIED, "She ran it from May 1901.", "she ran it from May 1899 until May 1901",
                 id="an end as a beginning"),
    pytest.param(TIED, "The boat runs from Monday.", "the boat runs until Monday", id="until"),
    pytest.param(TURNED, "He was not tired, but he was ill.", "he was not tired or ill",
                 id="a turn behind a denial"),
    pytest.param(TURNED, "The sailors are mostly owners.", "the owners are mostly sailors",
                 id="most of another"),
    pytest.param(LEFT_OUT, "Ann Ames is League of the Guard.", "Ann Ames is a former League of the Guard",
                 id="a limit between names"),
    pytest.param(TOLD, "The boats, says the Herald, sank, and the Gazette says that the harbour burned.",
                 "g: the boats sank", "h: the harbour burned", id="two sources exchanged"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert reasons(unit, evidence) == set()


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    why, unit, *evidence = case
    assert why in reasons(unit, *evidence)


@pytest.mark.parametrize(
    ("unit", "doubted"),
    [
        pytest.param("Ann Ames knew what they wanted.", True, id="before the verb of another"),
        pytest.param("According to Ann Ames they knew what they wanted.", False, id="named as the source"),
        pytest.param("They knew what they wanted, said Ann Ames.", False, id="as the speaker"),
    ],
)
def test_a_speaker_does_not_do_what_is_told(unit: str, *, doubted: bool) -> None:
    text = "they knew what they wanted"
    granted = Granted(known=frozenset({"ann"}), people=PEOPLE, speakers=frozenset({"ann"}))
    found = doubts(tokens(unit), [Witness(text, tokens(text))], granted)
    assert bool(found) == doubted, found


def test_a_gloss_says_whom_a_word_means() -> None:
    assert reasons("Bob Oak left.", "he left", gloss={"he": "bob"}) == set()
    assert reasons("Ann Ames left.", "he left", gloss={"he": "bob"}) == {BEYOND}
