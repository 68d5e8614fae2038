"""Kindreel's own stickers: vector drawings with one colour that may be chosen."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kindreel import paths
from kindreel.model.colour import Colour, rgba
from kindreel.render.raster import Pixels
from kindreel.render.sources import draw_svg

_TONES: Final = re.compile(r"#(main|light|dark|deep)\b")
_SHIFT: Final = {"main": 0.0, "light": 0.42, "dark": -0.22, "deep": -0.55}


@cache
def names() -> tuple[str, ...]:
    """All stickers, sorted."""
    return tuple(sorted(p.stem for p in paths.resource("stickers").glob("*.svg")))


def _tone(colour: Colour, shift: float) -> str:
    """A colour towards white (above 0) or towards a warm dark (below 0)."""
    target = (255, 250, 245) if shift > 0 else (60, 16, 40)
    share = abs(shift)
    mixed = (round(c * (1 - share) + t * share) for c, t in zip(rgba(colour), target, strict=False))
    return "#{:02X}{:02X}{:02X}".format(*mixed)


@cache
def _source(name: str) -> str:
    path = paths.resource("stickers", f"{name}.svg")
    if not path.is_file():
        path = paths.resource("stickers", "heart.svg")
    return path.read_text("utf-8")


def svg(name: str, colour: Colour) -> bytes:
    """A sticker's drawing in a colour; an unknown one is a heart."""
    text = _TONES.sub(lambda m: _tone(colour, _SHIFT[m.group(1)]), _source(name))
    return text.encode()


def draw(name: str, side: int, colour: Colour) -> Pixels:
    """A sticker at so many pixels a side."""
    pixels = draw_svg(svg(name, colour), side, side)
    assert pixels is not None, f"the sticker {name} is no vector picture"
    return pixels
