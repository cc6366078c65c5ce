"""What became of the verdicts: what is refuted now, what is to be reviewed, what was signed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ...book.signatures import Signature
from ...rules.verdict.judging import judge_entries, judge_fact, judge_page
from ...rules.verdict.verdicts import Judged
from ...text.fold import squeeze
from .change import Change, Row, State

_Key = tuple[object, ...]


def judged_in(
    state: State, facts: Iterable[str], files: Iterable[str], entries: Collection[str] | None
) -> list[Judged]:
    """The verdicts on some facts, some pages, and the other entries with some IDs, or all of them."""
    found = list(judge_entries(state.library, entries).judged)
    for fact in facts:
        if fact in state.book.facts:
            found += judge_fact(state.library, fact).judged
    for file in files:
        if file in state.page_texts:
            found += judge_page(state.library, state.page(file)).judged
    return found


def verdict_changes(
    before: tuple[State, list[Judged]], after: tuple[State, list[Judged]], *, renamed: bool
) -> Iterator[Change]:
    """The units of the state after whose verdict or signature is not what it was.

    Where something was ``renamed``, signatures may have been carried over: these are no new ones.
    """
    old, signed = {_key(each): each for each in before[1]}, before[0].book.signatures
    seen = set[tuple[object, ...]]()
    for each in after[1]:
        was = old.get(_key(each))
        if each.verdict == "reviewed":
            known = signed.get(each.unit.digest)
            if known is None and renamed and was is not None:
                known = was.signature
            is_new = known is None or not each.signature or _given(known) != _given(each.signature)
        elif each.verdict == "supported":
            is_new = was is not None and was.verdict in ("refuted", "unreviewed")
        elif each.verdict == "unreviewed":
            is_new = was is None or was.verdict != "unreviewed"
        else:
            is_new = was is None or (was.verdict, was.reasons) != (each.verdict, each.reasons)
        if is_new and (key := (*_key(each), each.verdict)) not in seen:
            seen.add(key)
            yield _change(after[0], each, was)


def _given(signature: Signature) -> tuple[object, ...]:
    return signature.note, signature.on, signature.beyond


def _key(judged: Judged) -> _Key:
    unit = judged.unit
    return unit.page or unit.path, unit.kind, squeeze(unit.text)


def _change(state: State, judged: Judged, was: Judged | None) -> Change:
    unit = judged.unit
    turned = was is not None and was.verdict != judged.verdict
    rows = [Row(label="verdict", before=was.verdict, after=judged.verdict)] if was and turned else []
    note = judged.signature.note if judged.signature else ""
    if judged.verdict in ("refuted", "unreviewed"):
        rows += [Row(label="reason", after=reason) for reason in judged.reasons]
        hints = dict.fromkeys(rule.hint for rule, hit in judged.hits if not hit.doubt)
        rows += [Row(label="to mend it", after=hint) for hint in hints]
    elif note:
        rows.append(Row(label="note", after=note))
    page = state.page(unit.page) if unit.page else None
    line, column = page.place(unit.at) if page else state.book.place(unit.path)
    return Change(
        what="changed",
        kind=unit.kind,
        verdict=judged.verdict,
        text=" ".join(unit.text.split()),
        rows=tuple(rows),
        file=unit.page or state.book.data_file,
        line=line,
        column=column,
    )
