"""A value that stands in the quotations of its fact as it is, or as the statement has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...book.model import Evidence, Fact
from ...chain.library import Library
from ...english.meaning import Token
from ...english.speech.verbs import is_stance
from ...text.fold import fold
from ..support.saying import says
from ..support.witness import Witness, kind_of, quoted, tokens_of, witness_of
from .titles import is_told_elsewhere, untold


def stands_alike(library: Library, fact: Fact, shown: str) -> bool:
    """Whether a value with an amount stands in a quotation of its fact as it is, and can mean no other there.

    Nothing beside it there limits or denies it; an amount without its noun is the only one of its kind; and
    where the title of its property is what other facts tell, this one tells it, too.
    """
    tokens = tokens_of(library, shown)
    if not amounts_of(tokens) or (untold(library, fact) and is_told_elsewhere(library, fact.property)):
        return False
    return any(_stands_in(library, each, shown, tokens) for each in fact.evidence)


def stands_as_told(library: Library, fact: Fact, shown: str) -> bool:
    """Whether a value stands in a quotation as the statement tells it, and the statement leaves nothing out.

    The word before it is the same in both, and what the quotation says, the statement says; nothing beside
    it there limits or denies it; an amount without its noun is the only one of its kind; and where the title
    of its property is what other facts tell, this one tells it, too.
    """
    tokens = tokens_of(library, shown)
    statement = witness_of(library, fact.statement)
    here = list(places_of(statement, tokens)) if tokens else []
    if not here or (untold(library, fact) and is_told_elsewhere(library, fact.property)):
        return False
    return any(
        _is_beside(witness, there, statement, at)
        for witness in (quoted(library, each) for each in fact.evidence)
        for there in places_of(witness, tokens)
        if len(amounts_of(tokens)) < len(tokens) or _is_only_one(witness, there)
        for at in here
    )


def _is_beside(witness: Witness, there: range, statement: Witness, here: range) -> bool:
    """Whether tokens stand in a quotation as in the statement, which says all that their clause says."""
    one, two = _before(witness, there), _before(statement, here)
    if (
        not _is_free(witness, there)
        or (one is None) != (two is None)
        or (one and two and not (says(one, two) or one.ids & two.ids))
    ):
        return False
    if witness.tokens[there[0]].lead[-1:] != statement.tokens[here[0]].lead[-1:]:
        return False
    return all(
        is_stance(each.text) or any(says(own, each) for own in statement.tokens) for each in witness.tokens
    )


def _before(witness: Witness, at: range) -> Token | None:
    """The token before these in their clause."""
    before = witness.tokens[at[0] - 1] if at[0] else None
    return before if before and before.clause == witness.tokens[at[0]].clause else None


def _stands_in(library: Library, evidence: Evidence, shown: str, tokens: Sequence[Token]) -> bool:
    witness = quoted(library, evidence)
    pattern = r"\s+".join(map(re.escape, fold(shown).split()))
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", fold(witness.text), re.IGNORECASE)
    return any(_is_plain_at(witness, match.span(), tokens) for match in found)


def _is_plain_at(witness: Witness, span: tuple[int, int], tokens: Sequence[Token]) -> bool:
    """Whether the tokens of a value stand at a place of the evidence, none cut, limited or denied there."""
    places = [n for n, each in enumerate(witness.tokens) if each.start < span[1] and span[0] < each.end]
    theirs = [witness.tokens[n] for n in places]
    if not theirs or theirs[0].start < span[0] or theirs[-1].end > span[1] or len(theirs) != len(tokens):
        return False
    if not all(says(one, other) for one, other in zip(tokens, theirs, strict=True)):
        return False
    return _is_free(witness, places) and (
        len(amounts_of(tokens)) < len(tokens) or _is_only_one(witness, places)
    )


def _is_free(witness: Witness, places: Sequence[int]) -> bool:
    """Whether nothing limits what stands at these places, and nothing in its sentence turns it."""
    limits = {witness.limiting[n] for n in places} | {witness.excepting[n] for n in places}
    if not limits <= {-1, *places}:
        return False
    return not any(n not in places and not witness.is_parted(n, places[0]) for n in witness.turning)


def _is_only_one(witness: Witness, places: Sequence[int]) -> bool:
    """Whether no other amount of the quotation is of a kind with one of these."""
    kinds = {kind_of(witness.tokens[n]) for n in places}
    return not any(kind_of(each) in kinds for n, each in enumerate(witness.tokens) if n not in places)


def places_of(witness: Witness, tokens: Sequence[Token]) -> Iterator[range]:
    """Where a witness has just these tokens in one clause."""
    for first in range(len(witness.tokens) - len(tokens) + 1):
        theirs = witness.tokens[first : first + len(tokens)]
        same = all(says(one, other) and says(other, one) for one, other in zip(tokens, theirs, strict=True))
        if same and len({each.clause for each in theirs}) == 1:
            yield range(first, first + len(tokens))


def amounts_of(tokens: Sequence[Token]) -> list[Token]:
    """Those of the tokens that are an amount, or a date."""
    return [token for token in tokens if token.number or token.dates]
