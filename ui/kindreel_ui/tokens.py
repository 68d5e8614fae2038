"""The design tokens as typed values, read once from resources/ui/tokens.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kindreel import paths


@dataclass(frozen=True, slots=True)
class Lettering:
    """One role of text.

    face: "text", "display" (large optical size) or "mono".
    px, line: size of the letters and of a line at scale 1.
    weight: 100 to 900.
    """

    face: str
    px: int
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything that makes the look.

    colours: mode ("dark", "light") → name → #RRGGBB or #AARRGGBB.
    ms: how long things move.
    """

    colours: Mapping[str, Mapping[str, str]]
    lettering: Mapping[str, Lettering]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    ms: Mapping[str, int]


@cache
def tokens() -> Tokens:
    """The shipped tokens."""
    stored = json.loads(paths.resource("ui", "tokens.json").read_text("utf-8"))
    return Tokens(
        colours=stored["colour"],
        lettering={role: Lettering(**values) for role, values in stored["type"].items()},
        radius=stored["radius"],
        size=stored["size"],
        ms=stored["ms"],
    )
