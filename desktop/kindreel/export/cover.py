"""Which frame makes people look: bright colours, contrast, and no giving away of the reveal."""

from __future__ import annotations

import numpy as np

from kindreel.export.pipeline import Picture
from kindreel.export.work import Work

_TRIES = 12
_THUMB = (108, 192)


def best_frame(work: Work) -> int:
    """The most lively of some frames in the middle of scenes; the reveal stays a surprise."""
    spans = list(work.board.spans())
    story = spans[:-1] or spans
    middles = [span.start + span.length * 2 // 3 for span in story]
    step = max(1, len(middles) // _TRIES)
    tries = middles[::step]
    return max(tries, key=lambda frame: liveliness(work.still(frame, _THUMB)))


def liveliness(picture: Picture) -> float:
    """How colourful and rich in contrast a BGRA picture is (after Hasler and Süsstrunk)."""
    blue, green, red = (picture[..., c].astype(np.float64) for c in range(3))
    warm, cool = red - green, (red + green) / 2 - blue
    spread = np.hypot(warm.std(), cool.std())
    strength = np.hypot(warm.mean(), cool.mean())
    contrast = ((red + green + blue) / 3).std()
    return float(spread + 0.3 * strength + contrast)
