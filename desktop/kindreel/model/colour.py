"""Colours and fills."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NewType

Colour = NewType("Colour", str)
"""“#RRGGBB” or “#AARRGGBB”, sRGB, not premultiplied."""

_SHAPE = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")

WHITE = Colour("#FFFFFF")
INK = Colour("#2A2027")
CORAL = Colour("#FF7A66")
CLEAR = Colour("#00000000")


def is_colour(text: str) -> bool:
    """Whether the text names a colour the way Colour does."""
    return _SHAPE.fullmatch(text) is not None


def rgba(colour: Colour) -> tuple[int, int, int, int]:
    """Red, green, blue and alpha, each 0 to 255."""
    digits = colour[1:].rjust(8, "F")
    alpha, red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4, 6))
    return red, green, blue, alpha


def with_alpha(colour: Colour, alpha: float) -> Colour:
    """The colour with another opacity, 0 to 1."""
    return Colour(f"#{round(255 * alpha):02X}{colour[-6:]}")


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour all over."""

    colour: Colour


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours that run into each other.

    stops: (position 0 to 1, colour), rising, two or more.
    angle: degrees clockwise from “top to bottom”, for a linear one.
    centre, radius: in fractions of the box (radius of its larger side), for a radial one.
    """

    stops: tuple[tuple[float, Colour], ...]
    form: Literal["linear", "radial"] = "linear"
    angle: float = 0.0
    centre: tuple[float, float] = (0.5, 0.5)
    radius: float = 0.5


Fill = Solid | Gradient
