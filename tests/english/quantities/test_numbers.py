"""Numbers in running text: value, unit, bound."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourced.english.quantities.numbers import Number, find_numbers, same_amount, supports

FOUND = [
    # digits
    pytest.param("It has 40 steps.", ["40"], id="digits"),
    pytest.param("It held 1,200 tonnes.", ["1,200 tonnes"], id="grouped by thousands"),
    pytest.param("It cost 1,50,000 rupees.", ["150,000 rupees"], id="Indian grouping"),
    pytest.param("It holds 10 000 birds.", ["10,000"], id="grouped by spaces"),
    pytest.param("It is 2.5 m thick.", ["2.5 m"], id="a decimal"),
    pytest.param("It took 3.5 million nails.", ["3,500,000"], id="a scale behind a decimal"),
    pytest.param("It cost $5bn.", ["5,000,000,000 dollars"], id="a currency and a short scale"),
    pytest.param("The house at B40 stands.", [], id="part of a word is none"),
    pytest.param("Version 1.2.3 came.", ["1.2"], id="a version reads as far as it is a number"),
    pytest.param("It has 40 steps and 400 stones.", ["40", "400"], id="two of them, in order"),
    # words
    pytest.param("It has nine rooms.", ["9"], id="a word"),
    pytest.param("It has forty-two steps.", ["42"], id="a compound"),
    pytest.param("It has two hundred and five steps.", ["205"], id="a hundred and more"),
    pytest.param("A thousand birds came.", ["1,000"], id="a thousand"),
    pytest.param("They had one boat.", ["1"], id="one that counts"),
    pytest.param("The one who came left.", [], id="one that stands for a person"),
    pytest.param("One of the keepers left.", [], id="one of several"),
    pytest.param("No one came.", [], id="no one"),
    pytest.param("The sea is often rough.", [], id="ten inside a word"),
    pytest.param("A dozen boats came.", ["12"], id="a dozen"),
    pytest.param("Half a dozen boats came.", ["6"], id="half a dozen"),
    pytest.param("Three dozen boats came.", ["36"], id="three dozen"),
    pytest.param("Dozens of boats came.", ["dozens"], id="dozens"),
    pytest.param("Hundreds of thousands of birds came.", ["multiples of 100,000"], id="magnitudes multiply"),
    pytest.param("It rang twice.", ["2"], id="twice"),
    pytest.param("Half of the crew left.", ["0.5"], id="half of"),
    pytest.param("They met half way.", [], id="half way is no number"),
    pytest.param("Two-thirds of the crew left.", ["0.667"], id="two-thirds"),
    pytest.param("The town owns a third of it.", ["0.333"], id="a third of"),
    pytest.param("a third", ["0.333"], id="a third, alone as a value"),
    pytest.param("half", ["0.5"], id="half, alone as a value"),
    pytest.param("a quarter", ["0.25"], id="a quarter, alone as a value"),
    pytest.param("one third", ["0.333"], id="one third"),
    pytest.param("It fell by a quarter.", ["0.25"], id="by a quarter"),
    pytest.param("It fell by a third in May.", ["0.333"], id="by a third, and more"),
    pytest.param("Fewer than half had come.", ["less than 0.5"], id="fewer than half"),
    pytest.param("It has a third fewer boats.", ["0.333"], id="a third fewer"),
    pytest.param("A third storm came.", ["3 ordinal"], id="a third one, an ordinal"),
    pytest.param("It was sent by a third keeper.", ["3 ordinal"], id="by a third one"),
    pytest.param("Two boats came, then a third.", ["2", "3 ordinal"], id="and a third"),
    pytest.param("It was half burnt.", [], id="half done is no number"),
    pytest.param("It was the third storm.", ["3 ordinal"], id="an ordinal in words"),
    pytest.param("It was the 21st storm.", ["21 ordinal"], id="an ordinal in digits"),
    pytest.param("It was the second storm.", [], id="second is a unit as well, and read as none"),
    # units
    pytest.param("It is 115km long.", ["115 km"], id="a unit without a space"),
    pytest.param("A 40-foot mast.", ["40 feet"], id="a unit behind a hyphen"),
    pytest.param("It covers 30 square kilometres.", ["30 sq km"], id="square kilometres"),
    pytest.param("It covers 30 square miles.", ["30 sq miles"], id="square miles"),
    pytest.param("A wind of 60 miles per hour.", ["60 mph"], id="miles per hour"),
    pytest.param("A wind of 60 km/h.", ["60 km/h"], id="km/h is not km"),
    pytest.param("It lost 5 per cent.", ["5 %"], id="per cent"),
    pytest.param("It lost 5%.", ["5 %"], id="the sign"),
    pytest.param("It is 12 metal plates thick.", ["12"], id="a word that begins like a unit"),
    pytest.param("They found 5 mines.", ["5"], id="another"),
    pytest.param("The 32-year-old keeper.", ["32"], id="an age prints without its unit"),
    # bounds
    pytest.param("At least nine men.", ["at least 9"], id="at least"),
    pytest.param("Nine or more men.", ["at least 9"], id="or more"),
    pytest.param("No more than nine men.", ["at most 9"], id="no more than"),
    pytest.param("More than 40 men.", ["more than 40"], id="more than"),
    pytest.param("Fewer than 40 men.", ["less than 40"], id="fewer than"),
    pytest.param("Nearly 40 men.", ["almost 40"], id="nearly"),
    pytest.param("About 40 men.", ["about 40"], id="about"),
    pytest.param("Forty or so men.", ["about 40"], id="or so"),
    pytest.param("It is about the 40 men.", ["about 40"], id="about, with an article"),
    pytest.param("They spoke about boats, and 40 came.", ["40"], id="about something else"),
    pytest.param("Least of all 40 men.", ["40"], id="least without at"),
    # hours
    pytest.param("It began at 5:27pm.", ["17:27"], id="a time of day, in minutes"),
    pytest.param("It began at 12:15 pm.", ["12:15"], id="just after noon"),
    pytest.param("It began at 12:15 am.", ["0:15"], id="just after midnight"),
    pytest.param("It ended at 17:27pm.", ["17:27"], id="of twenty-four hours, with a mark"),
    pytest.param("It is read by 5 M people.", ["5"], id="millions are no metres"),
    pytest.param("It began at 5 a.m.", ["5:00"], id="a full hour"),
    pytest.param("The ratio is 3.25 to one.", ["3.25"], id="a decimal is no time of day"),
    pytest.param("It began at 9.30 am.", ["9:30"], id="a dot between hours and minutes"),
    pytest.param("It began at 14:05.", ["14:05"], id="of twenty-four hours"),
    pytest.param("It began at half past nine.", ["9:30"], id="half past"),
    pytest.param("It began at ten minutes past four.", ["4:10"], id="minutes past"),
    pytest.param("It began at a quarter to eleven.", ["10:45"], id="a quarter to"),
    pytest.param("It began at twenty to seven.", ["6:40"], id="twenty to, behind at"),
    pytest.param("It began at four o’clock.", ["4:00"], id="o'clock"),
    pytest.param("Five to ten people came.", ["5 to 10"], id="five to ten is a range"),
    # signs, ranges, fractions, eras
    pytest.param("It was −12 °C.", ["-12 °C"], id="below zero"),
    pytest.param("It was 12 °C.", ["12 °C"], id="above zero"),
    pytest.param("A wind of 30–35 knots.", ["30 to 35 knots"], id="a range"),
    pytest.param("Between 30 and 35 men came.", ["30 to 35"], id="between"),
    pytest.param(
        "It grew from 6 to 10 km.", ["6 km", "10 km"], id="a change is no range, and shares its unit"
    ),
    pytest.param("From 17 to 50 million died.", ["17,000,000", "50,000,000"], id="and its scale"),
    pytest.param("A 30-to-60-year term.", ["30 to 60 years"], id="a range in a compound"),
    pytest.param("It is 30½ feet high.", ["30.5 feet"], id="a half behind a number"),
    pytest.param("Half a million came.", ["500,000"], id="half a million"),
    pytest.param("Two-fifths of them came.", ["0.4"], id="a fraction in words"),
    pytest.param("Nearly a 20th of its size.", ["almost 0.05"], id="a part in figures"),
    pytest.param("He died in 44 BC.", ["44 BC"], id="before Christ"),
    pytest.param("He was born about 190 A.D. in Milan.", ["about 190 AD"], id="after Christ"),
    pytest.param("AD 190", ["190 AD"], id="with the era first"),
    pytest.param("A fourth century B.C. tomb.", ["4 century BC"], id="a century before Christ"),
    pytest.param("The trade grew fivefold.", ["5 fold"], id="fivefold"),
    pytest.param("A three-storey house with a five-yard wall.", ["3", "5 yards"], id="compounds"),
    pytest.param("A five-yard wall.", ["5 yards"], id="an article before a number is none"),
    pytest.param("House No. 12 burnt.", ["12"], id="a number of a house"),
    pytest.param("It covers 68,800 km².", ["68,800 sq km"], id="a square behind its unit"),
    pytest.param(
        "At least 2 km (1.2 miles) out.", ["at least 2 km", "at least 1.2 miles"], id="said again in brackets"
    ),
    pytest.param("Waves higher than two metres.", ["more than 2 m"], id="a comparative"),
    pytest.param("It reaches no farther than 12 km.", ["at most 12 km"], id="a denied comparative"),
    pytest.param("It did not rise above 4 degrees.", ["at most 4 degrees"], id="a bound under a denial"),
    pytest.param("It was never colder than 4 degrees.", ["at least 4 degrees"], id="another"),
    pytest.param("It rose on the twenty-third day.", ["23 ordinal"], id="an ordinal of two words"),
    pytest.param("Under the age of 13.", ["less than 13"], id="under the age of"),
    pytest.param("Twelve seats at most.", ["at most 12"], id="a bound behind its noun"),
    pytest.param("12 knots or thereabouts.", ["about 12 knots"], id="thereabouts"),
    pytest.param("12+ seats.", ["at least 12"], id="a plus"),
    pytest.param("5 or 12 at most.", ["5", "at most 12"], id="a bound of the last of two"),
    pytest.param("12 or more than 15.", ["12", "more than 15"], id="a bound of what follows"),
    pytest.param("From 5 up to 12 minutes.", ["5 to 12 minutes"], id="a range with up to"),
    pytest.param("Between five and twelve minutes.", ["5 to 12 minutes"], id="a range in words"),
    pytest.param("5 minutes to 12 minutes.", ["5 to 12 minutes"], id="a stretch, no time of day"),
    pytest.param("It rose from 5 to 12 metres.", ["5 m", "12 m"], id="a change"),
    pytest.param("Two hundred and five.", ["205"], id="an and within a number"),
    # what else has a place on a scale
    pytest.param("It lies to the north-east.", ["northeast"], id="a point of the compass"),
    pytest.param("His brother came.", ["brother or sister"], id="a word of kinship"),
    pytest.param("The Northern Line and a grandfather clock.", ["grandparent"], id="only when written small"),
    pytest.param(f"It is {'9' * 60} long.", [f"{Decimal('9' * 60):,f}"], id="more digits than decimals have"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_numbers_are_found(text: str, wanted: list[str]) -> None:
    assert [str(number) for number in find_numbers(text)] == wanted


def test_a_number_stands_where_it_is_found() -> None:
    text = "It is about 115km long."
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == "115km"


def test_taken_spans_hold_no_number() -> None:
    text = "On 9 May 40 men came."
    assert [str(n) for n in find_numbers(text, [(3, 8)])] == ["40"]


def number(value: int, unit: str = "", bound: str = "") -> Number:
    return Number(Decimal(value), unit, bound)  # type: ignore[arg-type]  # any bound, as the cases name them


CARRIED = [
    pytest.param(number(9), number(9), True, True, id="the same"),
    pytest.param(number(9), number(8), False, False, id="another value"),
    pytest.param(number(9, "km"), number(9, "mile"), False, False, id="another unit"),
    pytest.param(number(9, "km"), number(9), False, False, id="a unit dropped"),
    pytest.param(number(9, "", "at least"), number(9), False, True, id="a bound dropped"),
    pytest.param(number(9), number(9, "", "about"), False, True, id="a bound added"),
    pytest.param(number(32, "age"), number(32), True, True, id="an age without its unit"),
    pytest.param(number(32, "age"), number(32, "year"), True, True, id="an age in years"),
    pytest.param(number(32), number(32, "year"), False, False, id="a count is no age"),
    pytest.param(number(12), number(-12), False, False, id="a sign dropped"),
    pytest.param(number(44, "BC"), number(44), False, False, id="an era dropped"),
    pytest.param(number(190, "AD"), number(190), True, True, id="an era that goes without saying"),
    pytest.param(
        number(690, "clock"), number(1410, "clock?"), True, True, id="the hour without its half of the day"
    ),
    pytest.param(number(690, "clock"), number(1410, "clock"), False, False, id="the other half of the day"),
    pytest.param(number(580, "clock?"), Number(Decimal("9.40")), True, True, id="a time with a point"),
    pytest.param(number(580, "clock?"), Number(Decimal("9.4")), False, False, id="a number like it"),
    pytest.param(number(580, "clock?"), Number(Decimal("9.50")), False, False, id="another with a point"),
    pytest.param(number(75, "%"), Number(Decimal("0.75")), True, True, id="a share as a fraction"),
    pytest.param(number(75, "%"), Number(Decimal("0.5")), False, False, id="another fraction"),
    pytest.param(
        number(12, "%"), Number(Decimal("0.124")), True, True, id="a fraction that is rounded to it"
    ),
    pytest.param(number(12, "%"), Number(Decimal("0.125")), False, False, id="one halfway to the next"),
]


@pytest.mark.parametrize(("evidence", "claim", "carried", "alike"), CARRIED)
def test_evidence_carries_a_claim(evidence: Number, claim: Number, carried: bool, alike: bool) -> None:
    assert supports(evidence, claim) is carried
    assert same_amount(evidence, claim) is alike


def test_a_range_is_neither_of_its_ends() -> None:
    (span,) = find_numbers("30–35 men")
    assert not supports(number(30), span)
    assert not supports(span, number(35))
    assert supports(span, find_numbers("between 30 and 35 men")[0])


def test_a_number_of_very_many_digits_is_read_and_told() -> None:
    digits = "9" * 5000
    (number,) = find_numbers(f"It is {digits} metres long.")
    assert str(number) == f"{Decimal(digits):,.0f} m"
    (scaled,) = find_numbers(f"It cost {digits} million.")
    assert scaled.value == Decimal(digits + "000000")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million boats", 500_000),
        ("a quarter of a million boats", 250_000),
        ("a million boats", 1_000_000),
        ("one million boats", 1_000_000),
    ],
)
def test_a_large_number_may_be_a_part_of_one(text: str, value: int) -> None:
    assert [found.value for found in find_numbers(text)] == [value]
