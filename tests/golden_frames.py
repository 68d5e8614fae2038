"""Pictures that were looked at once and must stay as they are.

KINDREEL_GOLDEN=write paints them anew; look at them before you commit.
"""

from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "golden"
MEAN, FAR = 2.0, 0.02
"""Levels that the mean may differ by, and the share of values that may differ by more than 24."""


def strip(frames: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Several frames side by side without their alpha."""
    return np.hstack([frame[..., :3] for frame in frames])


def agrees(name: str, picture: NDArray[np.uint8]) -> None:
    """Fail when a picture differs visibly from the one that is kept under its name."""
    path = FOLDER / f"{name}.png"
    if os.environ.get("KINDREEL_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1].tobytes()
        )
        return
    assert path.is_file(), f"{name} has no golden picture yet"
    kept = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert kept is not None
    assert kept.shape == picture.shape
    away = np.abs(kept.astype(int) - picture)
    assert away.mean() <= MEAN, f"{name} differs by {away.mean():.2f} levels"
    assert (away > 24).mean() <= FAR, f"{name} differs at {(away > 24).mean():.1%} of its values"
