"""Plug-ins are found by kind and describe their own form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest

from kindreel.errors import NotFoundError
from kindreel.registry import Choice, Range, Registry, Unit, form, title


@dataclass(frozen=True, slots=True)
class Wobble:
    amount: Annotated[float, Range(0, 1), Unit("px")] = 0.5
    side: Annotated[str, Choice(("left", "right"))] = "left"


def shelf() -> Registry[object]:
    made: Registry[object] = Registry("wobble", "kindreel.model.edits")
    made.register("wobble")(Wobble)
    return made


def test_a_plugin_is_found_by_its_kind() -> None:
    assert shelf().get("wobble") is Wobble
    assert shelf().kind_of(Wobble()) == "wobble"
    assert shelf().defaults() == (Wobble(),)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="Choose one of: wobble"):
        shelf().get("wabble")


def test_two_plugins_cannot_share_a_kind() -> None:
    made = shelf()
    with pytest.raises(ValueError, match="two wobbles"):
        made.register("wobble")(Wobble)


def test_marks_make_a_form() -> None:
    amount, side = form(Wobble(0.7))
    assert (amount.name, amount.default, amount.type) == ("amount", 0.7, float)
    assert amount.range == Range(0, 1)
    assert amount.unit == Unit("px")
    assert side.choice == Choice(("left", "right"))


def test_a_kind_reads_as_a_title() -> None:
    assert title("heart_iris") == "Heart iris"
