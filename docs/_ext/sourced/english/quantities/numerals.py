"""Numerals: digits, number words and magnitudes, and the values that they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from text_to_num import text2num

from ...text.fold import WORD, small
from ..patterns import any_of, matches_at, word_list

SMALL = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_LARGE = "hundred|thousand|million|billion"
_PARTS = {
    part: divisor
    for divisor, part in enumerate(
        ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 2
    )
} | {"twentieth": 20, "20th": 20, "hundredth": 100, "100th": 100, "thousandth": 1000, "fourth": 4}
"""The parts of a whole, and how many of them it has."""
_SCALE = f"{_LARGE}|trillion"
_MANY = "dozens|scores|hundreds|thousands"
_ORDINALS = word_list(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
    "sixteenth seventeenth eighteenth nineteenth twentieth",
)
_DIGITS = any_of(
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d])",  # 1,200 or, in Indian grouping, 1,50,000
    r"\d{1,3}(?: \d{3})+(?![\d])",
    r"\d++(?:\.\d++)?",
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS_MOST, _MANY_MOST = 30, 5
"""No number is said in more words; so many at most are read from any place."""
COUNT = "two|three|four|five|six|seven|eight|nine"
_BEHIND = "|".join(
    rf"(?<=\b{word} )"
    for word in word_list("by than least most about around almost nearly roughly over under only just")
)
"""Words behind which a part is a share: `by a third`, `fewer than half`."""
_NO_NOUN = r"[^\w\s-]|\s*$| (?:as|in|to|from|by|and|or|but|more|less|fewer|is|are|was|were|has|have|had)\b"
"""What follows a share that stands alone; behind an ordinal comes what it counts: `a third letter`."""
_PART_NAMES = "|".join(_PARTS)
_FORMS = (
    (
        rf"(?P<currency>us\$|[$€£¥])?(?<![\w.])(?<!\d,)(?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?"
        rf"(?![\w]*\d)(?P<and_part>[ -]?[½⅓⅔¼¾])?(?:[ -]?(?P<scale>{_SCALE})\b|(?P<bn>bn|mn)\b)?"
    ),
    rf"\b(?P<dozen>(?:an?|half a|{SMALL}) dozen|dozen)\b",
    (
        rf"(?P<fraction>\b(?:half|a quarter of) an? (?:{_LARGE}|trillion)\b|[½⅓⅔¼¾]"
        r"|\bhalf(?= (?:of|the|a|an|its|his|her|their|our)\b)"
        rf"|^(?:half|a (?:{_PART_NAMES}))(?=\s*$)|(?:{_BEHIND})half(?! way| past|-)\b"
        rf"|\b(?:a|one)[- ](?:{_PART_NAMES})(?= (?:of|the|more|less|fewer)\b)"
        rf"|(?:\bone|(?:{_BEHIND})a)[- ](?:{_PART_NAMES})(?={_NO_NOUN})"
        rf"|\b(?:{COUNT})[- ](?:{'|'.join(part + 's' for part in _PARTS)})\b)"
    ),
    (
        rf"\b(?P<nth>(?:{TENS})[- ](?:first|second|{'|'.join(_ORDINALS[:7])})|{'|'.join(_ORDINALS)})\b"
        r"(?![ -](?:century|of the))"
    ),
    (
        rf"\b(?P<words>(?:(?:an?|one|{SMALL})[ -]|(?:{_LARGE})[ -](?:and )?){{0,{_WORDS_MOST}}}"
        rf"(?:one|{SMALL}|{_LARGE}))"
        r"(?:\b|(?=fold\b))"
    ),
    rf"\b(?P<plural>(?:(?:tens|{_MANY}) of ){{0,{_MANY_MOST}}}(?:{_MANY}|millions|billions))\b",
    r"\b(?P<multiple>twice|thrice|an? couple(?= of\b))\b",
    "(?P<superscript>(?<=[a-z])[⁰¹²³⁴⁵⁶⁷⁸⁹]+)",
)
_NUMERAL = re.compile("|".join(_FORMS))
"""A number in any of its forms, each a group that ``value_of`` reads."""

_MAGNITUDES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""However many digits are written in a row, a number is what they say."""
_SIGNS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}

_SIGN = re.compile(r"[\d½⅓⅔¼¾⁰¹²³⁴⁵⁶⁷⁸⁹]")
_WORDS = frozenset(
    (
        *re.findall(r"\w+", f"{SMALL} {_LARGE} {_MANY} {' '.join(_ORDINALS)}"),
        *word_list("one once twice thrice half halves dozen couple millions billions"),
        *(form for part in _PARTS for form in (part, f"{part}s")),
    )
)

_BEGINNING = _WORDS | frozenset(("a", "an", "tens", *word_list(SMALL.replace("|", " "))))
"""What a numeral in words may begin with."""

_AFTER_ONE = (
    "of|another|day|can|must|may|might|should|who|that|is|was|has|by|in|to|a|an|the|and|or|but|with|for|from|at"
    "|on|as|which|had|were|would|not|when|where|if"
)
_ONE = re.compile(rf"\bone(?= (?!(?:{_AFTER_ONE})\b)[a-z])")
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:(?:the|this|that|another)(?: \w+)?|no|any|every|each|some|which|only the|and|or|-)[ -]$"
)


def numerals(text: str) -> list[re.Match[str]]:
    """The numerals of ``text`` in lower case, each a match that ``value_of`` reads."""
    lower = small(text)
    if not _SIGN.search(lower) and "fold" not in lower and _WORDS.isdisjoint(WORD.findall(lower)):  # mostly
        return []
    if not lower.isascii():  # where a numeral may begin inside a word: `km²`
        return list(_NUMERAL.finditer(lower))
    return list(matches_at(_NUMERAL, lower, _places(lower)))


def _places(lower: str) -> Iterator[int]:
    """Where in an ASCII text a numeral may begin: with a figure, with the currency before it, with a word."""
    for run in WORD.finditer(lower):
        start, word = run.start(), run[0]
        if word[0].isdecimal():
            currency = lower[max(0, start - 3) : start]
            yield start - (3 if currency == "us$" else 1 if currency.endswith("$") else 0)
        elif word in _BEGINNING or word.endswith("fold"):
            yield start


def is_idle_one(match: re.Match[str]) -> bool:
    """Whether a numeral is a ``one`` that does not plainly count something, as in ``the one who``."""
    if match["words"] != "one":
        return False
    text, start = match.string, match.start()
    return not _ONE.match(text, start) or bool(_NOT_ONE_BEFORE.search(text[max(0, start - 24) : start]))


def value_of(match: re.Match[str]) -> Decimal | None:
    """The value that a match of ``_NUMERAL`` stands for; ``None`` if its words make no number."""
    if match["digits"]:
        scale = match["scale"] or {"bn": "billion", "mn": "million"}.get(match["bn"], "")
        value = Decimal(re.sub("[, ]", "", match["digits"]))
        if match["and_part"]:
            value = _EXACT.add(value, _decimal(_SIGNS[match["and_part"][-1]]))
        return _EXACT.multiply(value, _MAGNITUDES[scale]) if scale else value
    if match["plural"]:
        value = Decimal(1)
        for word in match["plural"].split(" of "):
            value *= 10 if word == "tens" else _MAGNITUDES[word.removesuffix("s")]
        return value
    if match["dozen"]:
        return _dozens(match["dozen"].removesuffix("dozen").strip())
    if match["fraction"]:
        return _fraction(match["fraction"].replace("-", " ").split())
    if match["multiple"]:
        return Decimal(3 if match["multiple"] == "thrice" else 2)
    if match["nth"]:
        tens, _, last = match["nth"].replace("-", " ").rpartition(" ")
        units = {"first": 1, "second": 2}.get(last) or _ORDINALS.index(last) + 3
        return (_in_words(tens) or Decimal(0) if tens else Decimal(0)) + units
    if match["superscript"]:
        return Decimal(unicodedata.normalize("NFKC", match["superscript"]))
    return _in_words(match["words"])


def _decimal(part: Fraction) -> Decimal:
    return round(Decimal(part.numerator) / Decimal(part.denominator), 3).normalize()


def _fraction(words: list[str]) -> Decimal:
    """`half`, `two thirds`, `half a million`."""
    if words[0] in _SIGNS:
        return _decimal(_SIGNS[words[0]])
    if words[-1] in _MAGNITUDES:
        return _MAGNITUDES[words[-1]] / Decimal(2 if words[0] == "half" else 4)
    if words[0] == "half":
        return Decimal("0.5")
    count = 1 if words[0] in ("a", "one") else COUNT.split("|").index(words[0]) + 2
    return _decimal(Fraction(count, _PARTS.get(words[1]) or _PARTS[_singular(words[1])]))


def _singular(part: str) -> str:
    return "half" if part == "halves" else part.removesuffix("s")


def _dozens(count: str) -> Decimal:
    if count == "half a":
        return Decimal(6)
    return 12 * ((_in_words(count) if count not in ("", "a", "an") else None) or Decimal(1))


@lru_cache(maxsize=4096)
def _in_words(words: str) -> Decimal | None:
    words = words.replace("-", " ")
    words = re.sub(r"^an? ", "one " if re.match(rf"an? (?:{_LARGE})", words) else "", words)
    if words == "one" or words in _MAGNITUDES:
        return Decimal(_MAGNITUDES.get(words, 1))
    try:
        return Decimal(text2num(words, "en"))
    except ValueError:
        return None
