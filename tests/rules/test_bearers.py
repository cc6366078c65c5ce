"""Who somebody is, told in other places of a sentence, and told of somebody else."""

from __future__ import annotations

import pytest

from sourced.english.clauses import descriptions

from .evidence import found, marked, tokens

SAME = [
    ("Ann Ames, the mayor, left.", "mayor Ann Ames left"),
    ("Ann Ames, who is the mayor, left.", "mayor Ann Ames left"),
    ("Mayor Ann Ames left.", "Ann Ames, the mayor, left"),
    ("The mayor, Ann Ames, left.", "Ann Ames, the mayor, left"),
    ("The leader of the Guard is Bob Oak.", "Bob Oak, the leader of the Guard, left"),
    ("The Guard's leader, Bob Oak, left.", "Bob Oak, the leader of the Guard, left"),
]
OTHER = [
    ("*Ann Ames, the mayor*, met Bob Oak.", "Ann Ames met mayor Bob Oak"),
    ("*Ann Ames, the mayor*, met Bob Oak.", "Ann Ames met Bob Oak, the mayor"),
    ("The *mayor, Ann Ames*, met Bob Oak.", "the mayor, Bob Oak, met Ann Ames"),
    ("*Mayor Ann Ames* left.", "Bob Oak, the mayor, and Ann Ames left"),
    ("*Ann Ames is a lawyer*.", "Bob Oak, a lawyer, met Ann Ames"),
]
DESCRIBED = [
    ("union leader Bob Oak left", {"Bob Oak": ["union", "leader"]}),
    ("Bob Oak, the leader of the Guard, left", {"Bob Oak": ["leader", "Guard"]}),
    ("they met the mayor, Bob Oak, and left", {"Bob Oak": ["mayor"]}),
    ("the mayor met Bob Oak, who left", {}),
    ("Bob Oak, Ann Ames and the mayor left", {}),
    ("Bob Oak's mayor left", {}),
    ("Bob Oak is mayor", {"Bob Oak": ["mayor"]}),
    ("according to Bob Oak, the mayor left", {}),
    ("in Bob Oak, the mayor and the guards had a friend", {}),
    ("they met Bob Oak, the mayor, and left", {"Bob Oak": ["mayor"]}),
]


@pytest.mark.parametrize(("unit", "evidence"), SAME)
def test_who_somebody_is_may_stand_before_or_behind_the_name(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize(("unit", "evidence"), OTHER)
def test_who_another_is_is_doubted(unit: str, evidence: str) -> None:
    marked("stands the other way round", unit, "", evidence)


@pytest.mark.parametrize(("text", "wanted"), DESCRIBED)
def test_a_name_is_described_by_what_stands_beside_it(text: str, wanted: dict[str, list[str]]) -> None:
    read = tokens(text)
    told = {read[n].text: [read[m].text for m in sorted(each)] for n, each in descriptions(read).items()}
    assert told == wanted
