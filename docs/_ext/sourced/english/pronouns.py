"""Words that stand for somebody who was named before."""

from __future__ import annotations

import re

from .patterns import any_word

PRONOUN = re.compile(any_word("he|him|his|she|hers?|it|its|they|them|theirs?"), re.IGNORECASE)
