"""Words that stand in another order than in the evidence, or apart, and neighbours that say the same."""

from __future__ import annotations

import pytest

from sourced.rules.support.setting import APART, TURNED

from .evidence import found, marked

SUPPORTED = [
    pytest.param(
        "The Guard was attacked by the League.", "the League attacked the Guard", id="in the passive"
    ),
    pytest.param("The lamp lit by Ann Ames.", "Ann Ames lit the lamp", id="in the passive without was"),
    pytest.param("On 3 May 1901 the boats sank.", "the boats sank on 3 May 1901", id="a date elsewhere"),
    pytest.param("The League was small.", "the small League", id="said of it, or before it"),
    pytest.param("The postman was bitten by the dog.", "the dog bit the postman", id="nouns in the passive"),
    pytest.param("The work was finished.", "they finished the work", id="suffered, without its doer"),
    pytest.param("The keeper was Ann Ames.", "the keeper Ann Ames", id="who it is, and no deed"),
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
        "The crew of the League, boats of the Guard, crew of the Guard",
        "the crew of the League, boats of the Guard, crew of the Guard",
        id="a list, kept",
    ),
    pytest.param("The boat sank in May 1901.", "in May 1901, the boat sank", id="a date before a comma"),
    pytest.param("The boat carries islanders only.", "the boat carries only islanders", id="only behind it"),
    pytest.param(
        "The sound froze, and for nine days the island was cut off.",
        "the sound froze, and for nine days the island was cut off",
        id="how long, in its clause",
    ),
    pytest.param("Four boats sank.", "four of the nine boats sank", id="some of so many"),
    pytest.param("In 1901 it had 61 guests.", "it had 61 guests in 1901 and 38 in 1902", id="its year"),
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
    pytest.param("The old mayor left.", "the mayor, who was old and tired, left", id="described behind it"),
    pytest.param(
        "They worked there for ten years.", "for ten years they worked there", id="how long, elsewhere"
    ),
    pytest.param("He left when the pier burned.", "when the pier burned, he left", id="when, first"),
    pytest.param("If it burns, the pier closes.", "the pier closes if it burns", id="on what it hangs"),
    pytest.param("The pier burned, Ann Ames said.", "Ann Ames said that the pier burned", id="who says it"),
    pytest.param("The pier burned, said Ann Ames.", "Ann Ames said that the pier burned", id="who, last"),
    pytest.param(
        "Guard leader Bob Oak left.", "Bob Oak, the leader of the Guard, left", id="two nouns in one"
    ),
    pytest.param("The fire at the pier", "the pier fire", id="where it is, in one"),
    pytest.param(
        "The keeper's elder son left.", "the elder son of the keeper left", id="an owner, the other way"
    ),
]
DOUBTED = [
    pytest.param(TURNED, "She sailed before she was *fined and released*.", "",
                 "she sailed before she was released in May and fined in June", id="the last two of three"),
    pytest.param(TURNED, "The *Guard attacked* the League.", "",
                 "the League attacked the Guard", id="turned"),
    pytest.param(TURNED, "The *League sank* nine boats.", "",
                 "nine boats sank the League", id="a number turned"),
    pytest.param(APART, "The *boats of the League* burned.", "",
                 "the boats sank; far away, in another harbour of the coast, much later, the stores "
                 "that the League kept burned", id="what stands far apart"),
    pytest.param(TURNED, "The *thief chased* the guard.", "",
                 "the guard chased the thief", id="doer and suffered"),
    pytest.param(TURNED, "The *blackout caused* the flood.", "",
                 "the flood caused the blackout", id="a cause"),
    pytest.param(TURNED, "The *vote followed* the strike.", "",
                 "the strike followed the vote", id="an order in time"),
    pytest.param(TURNED, "More *men than* women voted.", "",
                 "more women than men voted", id="more of which"),
    pytest.param(TURNED, "The *south bank is higher* than the north bank.", "",
                 "the north bank is higher than the south bank", id="which is higher"),
    pytest.param(TURNED, "The *old ferry replaced* the new bridge.", "",
                 "the new bridge replaced the old ferry", id="which replaced which"),
    pytest.param(TURNED, "The *old bridge* replaced the new ferry.", "",
                 "the new bridge replaced the old ferry", id="adjectives exchanged"),
    pytest.param(TURNED, "The *dog was bitten* by the postman.", "",
                 "the dog bit the postman", id="a false passive"),
    pytest.param(TURNED, "*Work stopped* the League.", "", "the League stopped work", id="a name suffers"),
    pytest.param(TURNED, "The *new tower is 30 metres* tall and the old tower is 20 metres tall.", "",
                 "the old tower is 30 metres tall and the new tower is 20 metres tall", id="measures "
                 "exchanged"),
    pytest.param(TURNED, "The *thief chased* the guard.", "",
                 "the guard chased the thief, and the thief fled", id="turned in its own clause"),
    pytest.param(APART, "The plan cost 228 pounds in *May 1901*.", "",
                 "the plan cost 228 pounds in all, slightly less than the 231 pounds announced in May "
                 "1901", id="the date of another clause"),
    pytest.param(TURNED, "*Only the boat* carries islanders.", "",
                 "the boat carries islanders only", id="an only of another"),
    pytest.param(APART, "*Four boats* sank.", "",
                 "four men saw nine boats that sank", id="the number of others"),
    pytest.param(APART, "The sound froze for *nine days*.", "",
                 "the sound froze, and for nine days the island was cut off", id="how long something else"),
    pytest.param(TURNED, "The *Guard attacked* and the League lit the lamp.", "",
                 "the League attacked and the Guard lit the lamp", id="the deed of another"),
    pytest.param(APART, "In *1902* it had 61 guests.", "",
                 "it had 61 guests in 1901 and 38 in 1902", id="another's year"),
    pytest.param(TURNED, "She was *released and arrested*.", "",
                 "she was arrested in May and released in June", id="deeds in another order"),
    pytest.param(APART, "Officials and *senior engineers* left.", "",
                 "senior officials and engineers left", id="described in place of another"),
    pytest.param(APART, "The *wounded keeper* met the guests.", "",
                 "the keeper met the wounded guests", id="a describing form of a verb"),
    pytest.param(APART, "The *pier burned* when he left.", "",
                 "when the pier left, he burned", id="when, of another"),
    pytest.param(TURNED, "*Ann Ames said that Bob Oak* was fined.", "",
                 "Bob Oak said that Ann Ames was fined", id="who says it of whom"),
    pytest.param(TURNED, "*Bob Oak received* four years.", "",
                 "Ann Ames received four years, and Bob Oak was acquitted", id="what another received"),
    pytest.param(APART, "They want *nine years for Bob Oak*.", "",
                 "they want nine years for Ann Ames and six years for Bob Oak", id="how many for whom"),
    pytest.param(TURNED, "The *keeper of the elder* son left.", "",
                 "the keeper's elder son left", id="the owner as what is owned"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)
