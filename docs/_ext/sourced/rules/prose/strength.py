"""Rules on how strong a sentence is: it denies and hedges no less and no more than its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...book.model import Fact
from ...chain.views import View
from ...english.denials import affirms, allows_negation, carries, denials, turned
from ...english.markers import Marker, denial_strength, find_markers
from ...english.speech.verbs import attributes
from ..registry import Hit, rule, surest
from ..verdict.denied import denies

_FAILED_TO = re.compile(r"\b(?:(?:fail\w*|refus\w*|unable|impossible) to|without) ")


@rule(
    "negation-dropped",
    link="prose",
    scope="sentence",
    hint="Deny it as the fact does, in the same word or another.",
)
@surest
def negation_dropped(view: View) -> Iterator[Hit]:
    """A sentence asserts what its fact denies: a `never` or `no` was lost on the way.

    `Remained free of` and other words that deny without a `not` will do.
    """
    if not view.narrative or view.wordless:
        return
    for fact in view.facts:
        for denial in denials(fact.statement):
            affirmed = turned(denial, fact.statement, view.text)
            plain = denies(view.library, fact.statement, [view.text])
            if plain or affirmed or not carries(view.text, denial, fact.statement):
                others = (f.statement for f in view.facts if f is not fact)
                sure = plain and not any(affirms(statement, plain) for statement in others)
                yield _unsaid(fact, denial.text, doubt=not sure)
                break  # another one would be told in the same way


def _unsaid(fact: Fact, word: str, *, doubt: bool) -> Hit:
    message = f"the fact “{fact.id}” says “{word}”: “{fact.statement}”"
    return Hit(message=message, fact=fact.id, doubt=doubt)


@rule(
    "negation-added",
    link="prose",
    scope="sentence",
    hint="Take out the word that denies; or cite the fact that says it.",
)
@surest
def negation_added(view: View) -> Iterator[Hit]:
    """A sentence denies more than its facts do.

    A `not` that bears on nothing in the facts is a claim of its own.
    """
    if view.own or not view.facts:
        return
    found = [m for m in view.atoms.markers if m.kind == "negation" and not view.quoted(m.start)]
    found = [m for m in found if not view.printed(m.start, m.end, "quote")]
    found = [m for m in found if not any(allows_negation(m, view.text, f.statement) for f in view.facts)]
    for marker in found:
        affirmed = next((f for f in view.facts if _turns(view, marker, f)), None)
        if affirmed is not None and not any(f is not affirmed and denials(f.statement) for f in view.facts):
            message = f"“{marker.text}” denies what the fact “{affirmed.id}” affirms: “{affirmed.statement}”"
            sure = denies(view.library, view.text, [affirmed.statement])
            yield Hit(message=message, at=marker.start, hint=_out(marker), doubt=not sure)
    plain = [m for m in found if denial_strength(m) == 2]
    allowed = sum(_accounted(fact) for fact in view.facts)
    if len(plain) > sum(_accounted(fact, plainly=True) for fact in view.facts):
        yield _not_said(plain[-1])
    elif len(found) > allowed:
        yield _not_said(found[-1] if allowed else found[0])


def _not_said(marker: Marker) -> Hit:
    message = f"no cited fact says “{marker.text}”"
    return Hit(message=message, at=marker.start, hint=_out(marker), doubt=True)


def _out(marker: Marker) -> str:
    return f"Take “{marker.text}” out; or cite the fact that says it."


def _turns(view: View, marker: Marker, fact: Fact) -> bool:
    """Whether a fact affirms what ``marker`` denies."""
    return bool(
        turned(marker, view.text, fact.statement) or denies(view.library, view.text, [fact.statement])
    )


def _accounted(fact: Fact, *, plainly: bool = False) -> int:
    """How many denials, or plain ones, a fact accounts for: a `failed` allows no `never failed`."""
    least = 2 if plainly else 1
    texts = (fact.statement, *(e.exact for e in fact.evidence))
    counts = [sum(denial_strength(m) >= least for m in denials(text)) for text in texts]
    # “failed to take” may be told as “did not take”
    failed = plainly and _FAILED_TO.search(fact.statement) is not None
    return max(*counts, int(failed or bool(fact.absent)))


@rule(
    "hedge-dropped",
    link="prose",
    scope="sentence",
    hint="Carry the fact's hedge, in these or other words.",
)
def hedge_dropped(view: View) -> Iterator[Hit]:
    """A sentence states flatly what its fact says with `reportedly`, `may` or `seems`.

    Any hedge of the same kind will do: hearsay for hearsay, possibility for possibility.
    """
    if not view.narrative:
        return
    carried = {m.kind for m in view.atoms.markers}
    if attributes(view.text):
        carried.add("report")
    for fact in view.facts:
        for marker in find_markers(fact.statement):
            if marker.kind != "negation" and marker.kind not in carried:
                yield _unsaid(fact, marker.text, doubt=True)
                return
