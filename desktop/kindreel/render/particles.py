"""Hearts that rise, confetti that falls, sparkles that twinkle: all from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sin, tau
from random import Random

from kindreel.model.colour import CORAL, Colour, Solid
from kindreel.model.layers import ParticleLayer
from kindreel.render.matrix import Matrix, placed
from kindreel.render.shapes import ShapeSprite, StickerSprite
from kindreel.render.sprite import Sprite


@dataclass(frozen=True, slots=True)
class Particle:
    """One small thing and its own habits, each 0 to 1 unless named otherwise."""

    x: float
    start: float
    pace: float
    size: float
    swing: float
    colour: int


@lru_cache(maxsize=64)
def _field(seed: int, count: int) -> tuple[Particle, ...]:
    draw = Random(seed)
    return tuple(
        Particle(
            x=(i + draw.random()) / max(1, count) if i % 2 else draw.random(),
            start=draw.random(),
            pace=0.7 + 0.6 * draw.random(),
            size=0.55 + 0.45 * draw.random(),
            swing=draw.random(),
            colour=draw.randrange(1 << 16),
        )
        for i in range(count)
    )


@lru_cache(maxsize=512)
def _sprite(kind: str, size: float, colour: Colour) -> Sprite:
    if kind == "confetti":
        return ShapeSprite("rectangle", (size * 0.36, size * 0.2), Solid(colour), None, 0.0, 3.0)
    return StickerSprite("heart" if kind == "hearts" else "sparkle", size, colour)


def draws(layer: ParticleLayer, seconds: float) -> Iterator[tuple[Sprite, Matrix, float]]:
    """Each particle's sprite, its place about the layer's centre, and its opacity."""
    width, height = layer.box
    for one in _field(layer.seed, layer.count):
        colour = layer.colours[one.colour % len(layer.colours)] if layer.colours else CORAL
        sprite = _sprite(layer.particle, layer.size * one.size, colour)
        turn = tau * (one.swing + seconds * 0.35 * one.pace)
        x = (one.x - 0.5) * width
        if layer.particle == "sparkles":
            life = (one.start + seconds * layer.speed * 0.5 * one.pace) % 1.0
            glow = sin(life * tau / 2) ** 2
            y = (one.swing - 0.5) * height
            yield sprite, placed(x, y, 0.4 + 0.6 * glow, 1.0, 20 * sin(turn)), glow
            continue
        path = height + 2 * layer.size
        way = (one.start + seconds * layer.speed * 220 * one.pace / path) % 1.0
        rises = layer.particle == "hearts"
        y = (0.5 - way if rises else way - 0.5) * path
        sway = width * 0.03 * sin(turn)
        opacity = min(1.0, way * 8, (1 - way) * 5)
        if rises:
            yield sprite, placed(x + sway, y, 1.0, 1.0, 14 * sin(turn)), opacity
        else:
            flip = sin(turn * 3 + one.start * tau)
            spin = 360 * one.swing + seconds * 140 * (one.swing - 0.5)
            yield sprite, placed(x + sway, y, 1.0, 0.25 + 0.75 * abs(flip), spin), 1.0
