"""Headings that gather names by their kind."""

from __future__ import annotations

from msgspec import Struct

from sourced.account.headings import read_headings, under_headings


class Thing(Struct, frozen=True):
    """Something of a kind."""

    kind: str
    name: str


THINGS = (
    Thing("place", "a ford"),
    Thing("person", "a mayor"),
    Thing("group", "a guild"),
    Thing("tool", "a saw"),
)


def gathered(lines: str) -> dict[str, list[str]]:
    """The names under each heading."""
    found = under_headings(THINGS, read_headings(lines), "Others")
    return {title: [each.name for each in under] for title, under in found}


def test_a_heading_gathers_its_kinds_in_their_order() -> None:
    assert gathered("Who: person, group\n\nWhere: place tool") == {
        "Who": ["a mayor", "a guild"],
        "Where": ["a ford", "a saw"],
    }


def test_what_no_heading_is_for_is_not_lost() -> None:
    assert gathered("Where: place\nNothing: animal") == {
        "Where": ["a ford"],
        "Others": ["a mayor", "a guild", "a saw"],
    }


def test_a_kind_under_two_headings_stands_once() -> None:
    assert gathered("A: place tool\nB: place person group") == {
        "A": ["a ford", "a saw"],
        "B": ["a mayor", "a guild"],
    }
