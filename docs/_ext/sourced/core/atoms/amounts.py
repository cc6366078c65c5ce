"""Numbers in running text: value, unit and bound.

Digits with Western or Indian grouping, number words (text2num), magnitudes
(``hundreds``), units of measure by their usual spellings, and the words around
a number that bound it: ``at least nine`` is not ``nine``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from text_to_num import text2num

from ..folding import fold

Bound = Literal["", "at least", "more than", "at most", "less than", "about", "almost", "many", "cut"]

_UNITS = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles mi",
    "nautical mile": "nm",
    "foot": "ft foot feet",
    "inch": "inch inches",
    "yard": "yard yards yd",
    "fathom": "fathom fathoms",
    "hectare": "ha hectare hectares",
    "acre": "acre acres",
    "sq km": "km² km2 sqkm",
    "kg": "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes",
    "tonne": "tonne tonnes",
    "ton": "ton tons",
    "pound": "lb lbs",
    "litre": "litre litres liter liters",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "night": "night nights",
    "week": "week weeks",
    "month": "month months",
    "year": "year years",
    "decade": "decade decades",
    "century": "century centuries",
    "%": "% percent pct",
    "degree": "° degree degrees",
    "knot": "knot knots",
    "km/h": "km/h kph kmh",
    "mph": "mph",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "candela": "candela",
    "dollar": "dollar dollars",
    "euro": "euro euros",
    "pound sterling": "sterling",
    "rupee": "rupee rupees",
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings.split()}
_PHRASES = {
    "square kilometer": "sq km", "square kilometre": "sq km", "square mile": "sq mile", "sq km": "sq km",
    "square metre": "sq m", "square meter": "sq m", "nautical mile": "nautical mile", "per cent": "%",
    "miles per hour": "mph", "kilometres per hour": "km/h", "kilometers per hour": "km/h",
    "cubic metre": "cubic m", "cubic meter": "cubic m", "metric ton": "tonne", "sea mile": "nautical mile",
}  # fmt: skip
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yen"}
_MAGNITUDE = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_SMALL = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d])|\d{1,3}(?: \d{3})+(?![\d])|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<currency>US\$|[$€£¥])?(?<![\w.])(?<!\d,)(?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?(?![\w]*\d)"
    rf"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion)\b|(?P<bn>bn|mn)\b)?"
    rf"|\b(?P<words>(?:(?:an?|one|{_SMALL}|hundred|thousand|million|billion)(?:[ -](?:and )?))*"
    rf"(?:one|{_SMALL}|hundred|thousand|million|billion))\b"
    rf"|\b(?P<plural>(?:(?:tens|dozens|scores|hundreds|thousands) of )*(?:dozens|scores|hundreds|thousands|millions|billions))\b"
    rf"|\b(?P<dozen>(?:an?|half a|{_SMALL}) dozen|dozen)\b"
    rf"|\b(?P<multiple>twice|thrice)\b|(?P<fraction>[½⅓⅔¼¾]|\bhalf(?= (?:of|the|a|an|its|his|her|their|our)\b)|\b(?:a|one) (?:third|quarter)(?= of\b)|\b(?:two[- ]thirds|three[- ]quarters)\b)",
    re.IGNORECASE,
)
_FRACTIONS = {
    "½": Decimal("0.5"), "⅓": Decimal("0.333"), "⅔": Decimal("0.667"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "half": Decimal("0.5"), "a third": Decimal("0.333"), "a quarter": Decimal("0.25"),
    "two thirds": Decimal("0.667"), "three quarters": Decimal("0.75"),
}  # fmt: skip
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2}) ?([ap]\.?m\b\.?)?|\b(\d{1,2}) ?([ap]\.?m\b\.?)", re.IGNORECASE)
_ORDINAL_WORD = re.compile(
    r"\b(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth)\b(?![ -](?:century|of the))",
    re.IGNORECASE,
)
_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
# "one" counts only where it plainly counts something
_ONE = re.compile(r"\bone(?= (?!of\b|another\b|day\b|can\b|must\b|may\b|might\b|should\b|who\b|that\b|is\b|was\b|has\b|by\b|in\b|to\b|a\b|an\b|the\b|and\b|or\b|but\b|with\b|for\b|from\b|at\b|on\b|as\b|which\b|had\b|were\b|would\b|not\b|when\b|where\b|if\b)[a-z])", re.IGNORECASE)
_NOT_ONE_BEFORE = re.compile(r"\b(?:no|the|this|that|any|every|each|some|which|another|only the|and|or|-)[ -]$", re.IGNORECASE)

_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("at least", r"at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum"),
    ("at most", r"at most|no more than|not more than|up to|a maximum of|as many as|as much as"),
    ("less than", r"less than|fewer than|under|below|just under"),
    ("more than", r"more than|over|above|upwards of|in excess of|exceeding|just over|well over|greater than"),
    ("almost", r"nearly|almost|close to|approaching"),
    ("about", r"about|around|roughly|approximately|approx\.?|some|circa|ca?\.|an estimated|estimated(?: at)?|~|in the region of|more or less"),
)  # fmt: skip
_BEFORE_RE = tuple((bound, re.compile(rf"(?:^|[^\w])(?:{pattern})(?: the| a| an| some| about)? ?$", re.IGNORECASE)) for bound, pattern in _BEFORE)
_AFTER_RE: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at least", re.compile(r"^[ -]?(?:\w+ ){0,2}or more\b|^\+", re.IGNORECASE)),
    ("at most", re.compile(r"^ ?(?:\w+ ){0,2}or (?:fewer|less)\b", re.IGNORECASE)),
    ("about", re.compile(r"^ ?(?:\w+ ){0,2}or so\b|^-odd\b", re.IGNORECASE)),
)


_MAY_HOLD = re.compile(rf"\d|[½⅓⅔¼¾]|\b(?:one|once|twice|thrice|half|third|quarter|{_SMALL}|\w+th|(?:dozen|score|hundred|thousand|million|billion)s?)\b", re.IGNORECASE)
"""A quick look, as most sentences hold no number."""


class Number(Struct, frozen=True):
    """A number as a text gives it. ``unit`` is canonical (``km``), empty for a plain count."""

    value: Decimal
    unit: str = ""
    bound: Bound = ""
    start: int = -1
    end: int = -1

    def __str__(self) -> str:
        number = f"{self.value:,f}" if self.value % 1 == 0 else f"{self.value:f}"
        if self.bound == "many":
            number = {12: "dozens", 20: "scores", 100: "hundreds", 1000: "thousands", 10**6: "millions"}.get(int(self.value), f"multiples of {number}")
        if self.bound == "cut":
            return f"{number}, its bound left outside the quotation"
        bound = f"{self.bound} " if self.bound not in ("", "many") else ""
        return f"{bound}{number}" + (f" {self.unit}" if self.unit and self.unit != "age" else "")


def supports(evidence: Number, claim: Number) -> bool:
    """Whether a number of the evidence is the claimed one: value, unit and bound."""
    return evidence.bound == claim.bound and same_amount(evidence, claim)


def same_amount(one: Number, other: Number) -> bool:
    """Whether value and unit agree, whatever the bound. An age may go without its unit."""
    units = {one.unit, other.unit}
    return one.value == other.value and (len(units) == 1 or units <= {"", "age", "year"} and "age" in units)


def find_numbers(text: str, taken: list[tuple[int, int]] | None = None) -> list[Number]:
    """The numbers of ``text`` outside the ``taken`` spans (dates, names), in order."""
    folded = fold(text)
    if not _MAY_HOLD.search(folded):
        return []
    free = _Free(taken or [])
    found = [_clock(m) for m in _CLOCK.finditer(folded) if (m[3] or m[5] or ":" in m[0]) and free.take(*m.span())]
    for match in _NUMBER.finditer(folded):
        number = _read(folded, match)
        if number is not None and free.take(number.start, match.end()):
            found.append(number)
    for match in _ORDINAL_WORD.finditer(folded):
        if free.take(*match.span()):
            found.append(Number(Decimal(_ORDINALS.index(match[1].lower()) + 3), "ordinal", "", *match.span()))
    return sorted(found, key=lambda n: n.start)


class _Free:
    """Keeps track of which spans of a text are spoken for."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = list(spans)

    def take(self, start: int, end: int) -> bool:
        """Claim a span; false if another one has part of it."""
        if any(start < e and s < end for s, e in self.spans):
            return False
        self.spans.append((start, end))
        return True


def _clock(match: re.Match[str]) -> Number:
    hour, minute = int(match[1] or match[4]), int(match[2] or 0)
    if (match[3] or match[5] or "").lower().startswith("p") and hour < 12:
        hour += 12
    return Number(Decimal(hour * 60 + minute), "clock", "", *match.span())


def _value(match: re.Match[str]) -> tuple[Decimal | None, Bound]:
    """The value that a match of ``_NUMBER`` stands for, and the bound in it."""
    if match["digits"]:
        value = Decimal(re.sub("[, ]", "", match["digits"]))
        scale = match["scale"] or {"bn": "billion", "mn": "million"}.get((match["bn"] or "").lower(), "")
        return value * _MAGNITUDE.get(scale.lower(), 1), ""
    if match["plural"]:
        value = Decimal(1)
        for word in match["plural"].lower().split(" of "):
            value *= 10 if word == "tens" else _MAGNITUDE[word.removesuffix("s")]
        return value, "many"
    if match["dozen"]:
        count = match["dozen"].lower().removesuffix("dozen").strip()
        factor = {"half a": Decimal("0.5"), "": Decimal(1), "a": Decimal(1), "an": Decimal(1)}.get(count)
        return (factor if factor is not None else _from_words(count) or Decimal(1)) * 12, ""
    if match["fraction"]:
        return _FRACTIONS[re.sub(r"^one ", "a ", match["fraction"].lower().replace("-", " "))], ""
    if match["multiple"]:
        return Decimal(2 if match["multiple"].lower() == "twice" else 3), ""
    return _from_words(match["words"].lower()), ""


@lru_cache(maxsize=4096)
def _from_words(words: str) -> Decimal | None:
    words = re.sub(r"^an? ", "one ", words.replace("-", " "))
    if words == "one" or words in _MAGNITUDE:
        return Decimal(_MAGNITUDE.get(words, 1))
    try:
        return Decimal(text2num(words, "en"))
    except ValueError:
        return None


def _read(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.start(), match.end()
    if match["words"] and match["words"].lower() == "one" and (
        not _ONE.match(text, start) or _NOT_ONE_BEFORE.search(text[max(0, start - 12) : start])
    ):
        return None
    value, bound = _value(match)
    if value is None:
        return None
    if match["currency"]:
        unit = _CURRENCY[match["currency"][-1]]
    elif match["ordinal"]:
        unit = "ordinal"
    else:
        unit, end = _unit(text, start, end)
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    if not bound:
        bound = next((b for b, p in _BEFORE_RE if p.search(before)), "")
        bound = bound or next((b for b, p in _AFTER_RE if p.search(after)), "")
    return Number(value, unit, bound, start, end)


_UNIT_WORD = re.compile(r"[ -]?(%|°|[A-Za-z]+(?:²|2|/h)?)")
_UNIT_PHRASE = re.compile(r"[ -]((?:square|sq|nautical|sea|cubic|metric) \w+|per cent|miles per hour|kilomet(?:re|er)s per hour)", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[ -]years?[ -]old\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of) $|[A-Z][\w'-]+, $")


def _unit(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit that follows a number, and where the two end."""
    age = _AGE_AFTER.match(text, end)
    if age:
        return "age", age.end()
    phrase = _UNIT_PHRASE.match(text, end)
    if phrase:
        spelling = phrase[1].lower()
        unit = _PHRASES.get(spelling) or _PHRASES.get(spelling.removesuffix("s"))
        if unit:
            return unit, phrase.end()
    word = _UNIT_WORD.match(text, end)
    if word:
        unit = _UNIT_OF.get(word[1].lower())
        if unit and not (word[1] == "M"):
            return unit, word.end()
    if _AGE_BEFORE.search(text[max(0, start - 24) : start]) and re.match(r"[,.)]|$| years?\b", text[end:]) and end - start <= 3:
        return "age", end
    return "", end
