"""A described board made with MoviePy 2: `with_moviepy.py BOARD.json OUT`.

Runs in MoviePy's own environment and knows nothing of Kindreel. Scenes and the whole have a
ground, without which MoviePy would compose each picture a second time, as its mask.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import numpy as np
from moviepy import CompositeVideoClip, ImageClip, vfx

Clip = Any
_LEAST = 0.02
"""The smallest scale that MoviePy can draw."""
_GROUND = (0, 0, 0)
_KEPT = 4
"""MoviePy fails on what has wholly left the frame, so a few pixels stay."""


class Layer:
    """One picture with its way over the frame."""

    def __init__(self, told: dict[str, Any], rate: float, frame: tuple[int, int]) -> None:
        self._told = told
        self._rate = rate
        self._frame = frame

    def at(self, name: str, t: float) -> float:
        """A property's value `t` seconds after the layer came."""
        values = self._told[name]
        return float(values[min(len(values) - 1, int(t * self._rate + 1e-6))])

    def scale(self, t: float) -> float:
        """Its scale, large enough to be drawn."""
        return max(_LEAST, self.at("scale", t))

    def corner(self, t: float) -> tuple[float, float]:
        """Left and top of the turned and grown picture."""
        wide, high = self._told["size"]
        turn, grown = radians(self.at("rotation", t)), self.scale(t)
        across = grown * (wide * abs(cos(turn)) + high * abs(sin(turn)))
        down = grown * (wide * abs(sin(turn)) + high * abs(cos(turn)))
        left, top = self.at("x", t) - across / 2, self.at("y", t) - down / 2
        return (
            min(max(left, _KEPT - across), self._frame[0] - _KEPT),
            min(max(top, _KEPT - down), self._frame[1] - _KEPT),
        )

    def clip(self) -> Clip:
        """The layer as MoviePy knows it; what stays as it is costs nothing per frame."""
        told, rate = self._told, self._rate
        shown = [f for f in range(len(told["scale"])) if told["opacity"][f] and told["scale"][f]]
        first, last = shown[0], shown[-1]
        for name in ("x", "y", "scale", "rotation", "opacity"):
            told[name] = told[name][first : last + 1]
        clip = ImageClip(told["picture"]).with_duration((last - first + 1) / rate)
        if _changes(told["scale"]):
            clip = clip.resized(self.scale)
        elif told["scale"][0] != 1:
            clip = clip.resized(self.scale(0))
        if _changes(told["rotation"]):
            clip = clip.rotated(lambda t: -self.at("rotation", t), expand=True, resample="bilinear")
        if not _changes(told["opacity"]) and told["opacity"][0] != 1:
            clip = clip.with_opacity(told["opacity"][0])
        return clip.with_position(self.corner).with_start((told["first"] + first) / rate)


def _changes(values: list[float]) -> bool:
    return any(value != values[0] for value in values)


def _pixelated(first: float, last: float) -> Callable[[Callable[[float], Any], float], Any]:
    """Coarser pixels towards the middle of the change, finer again after it."""

    def coarse(frame_at: Callable[[float], Any], t: float) -> Any:
        picture = frame_at(t)
        if not first <= t < last:
            return picture
        side = int(2 + 2 * round((1 - abs((t - first) / (last - first) * 2 - 1)) * 30))
        small = picture[side // 2 :: side, side // 2 :: side]
        grown = small.repeat(side, axis=0).repeat(side, axis=1)
        height, width = picture.shape[:2]
        edges = ((0, max(0, height - grown.shape[0])), (0, max(0, width - grown.shape[1])), (0, 0))
        return np.pad(grown, edges, mode="edge")[:height, :width]

    return coarse


def main(described: Path, out: Path) -> None:
    """Compose the scenes, cross over between them and write."""
    board = json.loads(described.read_text("utf-8"))
    size, rate = tuple(board["size"]), float(board["rate"])
    scenes = []
    for told in board["scenes"]:
        layers = [Layer(layer, rate, size).clip() for layer in told["layers"]]
        clip = CompositeVideoClip(layers, size=size, bg_color=_GROUND).with_duration(
            told["frames"] / rate
        )
        if told["coarse"]:
            first, last = told["coarse"]
            clip = clip.transform(_pixelated(first / rate, last / rate))
        clip = clip.with_start(told["start"] / rate)
        if told["fade"]:
            clip = clip.with_effects([vfx.CrossFadeIn(told["fade"] / rate)])
        scenes.append(clip)
    last = board["scenes"][-1]
    whole = CompositeVideoClip(scenes, size=size, bg_color=_GROUND)
    whole = whole.with_duration((last["start"] + last["frames"]) / rate)
    words = [word for name, value in board["encoder"].items() for word in (f"-{name}", str(value))]
    whole.write_videofile(
        str(out), fps=rate, codec="libx264", audio=False, ffmpeg_params=words, logger=None
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
