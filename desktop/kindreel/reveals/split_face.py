"""Half and half."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import mixed, smooth


@register("split_face")
@dataclass(frozen=True, slots=True)
class SplitFace(PaintedReveal):
    """A bright line crosses the face; halfway it is half drawn and half real, and waits there."""

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """From the right edge to the middle of the face, a rest, then on to the left edge."""
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        height, width = avatar.shape[:2]
        if progress < 0.42:
            x = width + (face.x - width) * smooth(progress / 0.42)
        elif progress < 0.58:
            x = face.x
        else:
            x = face.x * (1 - smooth((progress - 0.58) / 0.42))
        across = np.arange(width, dtype=np.float32)[None, :]
        edge = np.clip((across - np.float32(x)) * 127.5 + 127.5, 0, 255).astype(np.uint8)
        result = mixed(avatar, person, np.ascontiguousarray(np.broadcast_to(edge, (height, width))))
        return _lit(result, x)


def _lit(pixels: Pixels, x: float) -> Pixels:
    """A white line with a soft glow."""
    width = pixels.shape[1]
    unit = width / 1080
    away = np.abs(np.arange(width, dtype=np.float32) - np.float32(x)) / np.float32(unit)
    near = np.clip(4.5 - away, 0, 1) + 0.4 * np.exp(-((away / 26) ** 2))
    white = np.clip(near, 0, 1)[None, :, None]
    lit = pixels[..., :3] + (255 - pixels[..., :3]) * white
    return np.dstack([np.asarray(lit + 0.5, np.uint8), pixels[..., 3:]])
