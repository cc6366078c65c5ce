"""What a timeline holds, as plain data: events, with all that tells each, on one or more scales of time."""

from __future__ import annotations

from msgspec import Struct

from ...account.facts import UNNAMED
from ...english.phrases import capital
from .scale import Scale
from .spans import Span


class Account(Struct, frozen=True, kw_only=True):
    """What somebody tells of an event: facts that say the same."""

    statement: str
    told: str
    """Who tells the first of its facts, in words."""
    facts: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Who tells each of the others."""
    by: str = ""
    """Whose claim it is, where it is not the reporter's own account."""
    hearsay: bool = False
    """Whether it is passed on without naming who said it."""
    denies: bool = False
    """Whether it has no date of its own and stands here because it says otherwise."""
    disputed: bool = False
    dated: str = ""
    """How it was dated, where no article writes the date out."""

    @property
    def spoken(self) -> str:
        """All of it in words."""
        claim = f" Claim by {self.by}." if self.by else f" {capital(UNNAMED)}." * self.hearsay
        return f"{self.statement}{claim}{f' Dated {self.dated}.' if self.dated else ''}"


class Event(Struct, frozen=True, kw_only=True):
    """What happened, when, and all that tells it, the leading account first."""

    span: Span
    accounts: tuple[Account, ...]
    number: int = 0
    """Its place among all events, by which a mark without words is found in the text."""
    thread: str = ""
    labels: tuple[str, ...] = ()
    """A few words of what is told, for what a picture names."""

    @property
    def facts(self) -> list[str]:
        """All facts that tell it."""
        return [fact for account in self.accounts for fact in account.facts]

    @property
    def claim(self) -> bool:
        """Whether it rests on claims and hearsay alone, not on a reporter's own account."""
        return all(account.by or account.hearsay for account in self.accounts if not account.denies)

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return " ".join(account.spoken for account in self.accounts)


class Stretch(Struct, frozen=True, kw_only=True):
    """The events on one scale."""

    scale: Scale
    events: tuple[Event, ...]


class Timeline(Struct, frozen=True, kw_only=True):
    """All of it."""

    stretches: tuple[Stretch, ...]

    @property
    def events(self) -> list[Event]:
        """The events of all stretches."""
        return [event for stretch in self.stretches for event in stretch.events]

    @property
    def threads(self) -> list[str]:
        """The threads that events belong to, in order of their first event."""
        return list(dict.fromkeys(event.thread for event in self.events if event.thread))
