"""How far and in which direction, read from what facts say and from what a page asks for."""

from __future__ import annotations

import pytest

from sourced.pictures.locator.data import bearing, kilometres
from sourced.pictures.request import BadLineError, read_roles

from .conftest import fact

ROLES = {
    "centre": ["port"], "direction": ["west", "south"], "distance": ["far", "near"], "length": ["long"],
    "range": ["reef"], "river": ["stream"], "way-in": ["gap"], "inside": ["cove"], "nearby": ["sound"],
    "part": ["coast"],
}  # fmt: skip
REST = [fact(id_, about="sound", value=id_) for id_ in ("reef", "stream", "gap", "cove", "sound", "coast")]


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        pytest.param("north", 0, id="a cardinal point"),
        pytest.param("North-East", 45, id="with a hyphen"),
        pytest.param("just southwest of here", 225, id="inside words"),
        pytest.param("northern", 0, id="an adjective"),
        pytest.param("west-northwest", None, id="of sixteen points"),
        pytest.param("north or east", None, id="two"),
        pytest.param("northsouth", None, id="no point of the compass"),
        pytest.param("nearby", None, id="none"),
    ],
)
def test_bearings_are_read(text: str, degrees: float | None) -> None:
    assert bearing(text) == degrees


@pytest.mark.parametrize(
    ("text", "km"),
    [
        pytest.param("150 km", 150, id="kilometres"),
        pytest.param("5 nautical miles", 9.26, id="nautical miles"),
        pytest.param("5 kg", None, id="no length"),
        pytest.param("about 10 miles", 16.09344, id="miles"),
        pytest.param("400 m", 0.4, id="metres"),
        pytest.param("3 days", None, id="no length"),
        pytest.param("at the door", None, id="words"),
    ],
)
def test_distances_are_read(text: str, km: float | None) -> None:
    assert kilometres(text) == (None if km is None else pytest.approx(km))


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        pytest.param(
            ["centre: a", "", " distance : b ,c,"], {"centre": ("a",), "distance": ("b", "c")}, id="roles"
        ),
        pytest.param(["centre a"], None, id="no colon"),
        pytest.param(["centre: a", "centre: b"], None, id="a role twice"),
    ],
)
def test_declarations_are_read(lines: list[str], roles: dict[str, tuple[str, ...]] | None) -> None:
    if roles is None:
        with pytest.raises(BadLineError):
            read_roles(lines)
    else:
        assert read_roles(lines) == roles
