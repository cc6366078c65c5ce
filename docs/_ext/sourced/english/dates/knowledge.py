"""Words that tie a statement to the day on which it was known."""

from __future__ import annotations

import re

from ..patterns import any_of, any_word

TIME_BOUND = re.compile(
    any_word(
        r"(?<!would )(?<!will )(?<!'ll )never",
        r"still|now|nowadays|(?:has|have) (?:not|no)\b|(?:has|have)n't|yet(?! another)|so far",
        "currently|today|to this day|no longer|ongoing|at present|until now",
        r"remain(?:s|ed|ing)?(?! of\b)|continu(?:e|es|ed|ing)|increasingly",
    ),
    re.IGNORECASE,
)
"""What makes a statement true as of some day only."""

UNTIL_THEN = re.compile(
    any_word("(?<!would )(?<!will )never", "still|yet|so far|no longer"),
    re.IGNORECASE,
)
"""What even the past tense does not date: ``it had never been taken``."""

PRESENT = re.compile(
    any_of(
        r"\b(?<!to )(?:is|are|has|have|does|do|isn't|aren't|hasn't|haven't|doesn't|don't|can)\b",
        any_word("now|currently|today|nowadays|to date|at present|so far|to this day|until now"),
        any_word("remains|continues"),
    ),
    re.IGNORECASE,
)
"""A claim about the reader's own day."""

NOW = re.compile(
    any_of(
        r"(?<!is )(?<!are )\b(?:is|are|has|have) (?:now|currently|still|yet)\b",
        any_word("now (?:is|are|has|have|leads|hosts|holds)"),
        any_word("so far|to this day"),
    ),
    re.IGNORECASE,
)
"""A quotation's own word for the day of its writing."""

DATED = re.compile(
    any_of(
        any_word("as of|at the time|at that (?:time|point|moment)|by then|until then"),
        any_word("(?:that|those) (?:summer|autumn|week|weeks|days|month)"),
        r"\bwhen (?:the|this|these|it|they|he|she)\b.{0,40}"
        r"\b(?:wrote|written|reported|published|appeared|spoke|said|saw)\b",
        r"\b(?:the|these|its|their|five|one|two|three|four) (?:\w+ )?"
        r"(?:articles?|reports?|sources?|accounts?)\b",
    ),
    re.IGNORECASE,
)
"""A statement that says as of when it holds, in words."""
