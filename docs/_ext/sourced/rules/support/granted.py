"""What a unit may say though no words of its evidence do, and what kind of a unit it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Granted(Struct, frozen=True, kw_only=True):
    """What a unit may say though no words of its evidence do."""

    known: frozenset[str] = frozenset()
    """Whom it may name: subject, speaker and publisher of what it rests on."""
    subject: frozenset[str] = frozenset()
    """The words by which it may call its subject."""
    labels: Mapping[str, frozenset[str]] = {}
    """What sources are called, by the IDs of these names, and which sources that are."""
    people: frozenset[str] = frozenset()
    """The IDs of persons: what is said of one before the name may be left out."""
    speakers: frozenset[str] = frozenset()
    """Who makes the claims, and is not what they are about."""
    as_of: frozenset[str] = frozenset()
    """The days as of which the facts know what they tell."""
    facts: Sequence[int] = ()
    """Of which fact each of the texts is that it rests on, by number."""
    by: frozenset[str] = frozenset()
    """Who makes the claims, whatever they are about."""
    abouts: Sequence[frozenset[str]] = ()
    """Whom each of its facts tells of or names as the speaker, by number."""
    days: Sequence[str] = ()
    """As of which day each of its facts knows what it tells, by number; empty where it has none."""
    values: frozenset[int] = frozenset()
    """Which of these texts are mere values: what stands in one alone stands in no sentence."""
    is_whole: bool = True
    """Whether the unit is a clause at least, and no value."""
    is_title: bool = False
    """Whether the unit may be a mere name of what it stands over, as a heading is."""
    is_claimed: bool = False
    """Whether the unit belongs to a claim whose speaker the data name."""
