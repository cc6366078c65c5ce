"""Years and centuries of an era."""

from __future__ import annotations

import pytest

from sourced.english.quantities.eras import find_eras

ERAS = [
    pytest.param("in 44 BC", [(44, "BC", "44 BC")], id="before Christ"),
    pytest.param("in 7,000 B.C.", [(7000, "BC", "7,000 B.C.")], id="thousands, with points"),
    pytest.param(
        "from 300 to 200 BC", [(300, "BC", "300"), (200, "BC", "200 BC")], id="two years of one era"
    ),
    pytest.param("43 to 410 CE", [(43, "AD", "43"), (410, "AD", "410 CE")], id="two years after"),
    pytest.param("in AD 190", [(190, "AD", "AD 190")], id="after Christ"),
    pytest.param(
        "the Fourth century BC", [(4, "century BC", "Fourth century BC")], id="a century before Christ"
    ),
    pytest.param("the 15th-century BC", [(15, "century BC", "15th-century BC")], id="in figures"),
    pytest.param(
        "the tenth century", [(10, "century", "tenth century")], id="the last of those without an era"
    ),
    pytest.param("the eleventh century", [], id="later ones are dates"),
    pytest.param("the 0th century", [], id="no century"),
    pytest.param("in 1901", [], id="a plain year"),
]


@pytest.mark.parametrize(("text", "wanted"), ERAS)
def test_an_era_is_read_with_its_words(text: str, wanted: list[tuple[int, str, str]]) -> None:
    found = find_eras(text)
    assert [(year.number, year.unit, text[year.start : year.end]) for year in found] == wanted
