"""The door to stage.c: pictures on a canvas, and a canvas as video planes.

The library beside this file is compiled when Kindreel is installed (desktop/compile_stage.py).
Calls hold no lock of Python's, so that an encoder can be fed meanwhile.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from ctypes import POINTER, Structure, byref, c_double, c_int32, c_int64, c_void_p
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kindreel.model.layers import Blend
from kindreel.render.matrix import Matrix, Rect

_SUFFIX: Final = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
LIBRARY: Final = Path(__file__).with_name(f"_stage{_SUFFIX}")
_MODES: Final = {mode: number for number, mode in enumerate(Blend)}
_FULL: Final = 256

Pixels = NDArray[np.uint8]


class _Picture(Structure):
    _fields_ = (
        ("pixels", c_void_p),
        ("stride", c_int64),
        ("width", c_int32),
        ("height", c_int32),
        ("opaque", c_int32),
    )


class Layer(Structure):
    """A picture, how it lies on a canvas, and what keeps its pixels in memory."""

    _fields_ = (
        ("picture", _Picture),
        ("back", c_double * 6),
        ("mode", c_int32),
        ("opacity", c_int32),
        ("left", c_int32),
        ("top", c_int32),
        ("right", c_int32),
        ("bottom", c_int32),
    )
    pixels: Pixels


class _Canvas(Structure):
    _fields_ = (
        ("pixels", c_void_p),
        ("stride", c_int64),
        ("left", c_int32),
        ("top", c_int32),
        ("right", c_int32),
        ("bottom", c_int32),
    )


class Target(Structure):
    """Where planes lie that a canvas is turned into."""

    _fields_ = (
        ("y", c_void_p),
        ("u", c_void_p),
        ("v", c_void_p),
        ("y_stride", c_int64),
        ("c_stride", c_int64),
    )


_stage = ctypes.CDLL(str(LIBRARY))
_paint = _stage.kindreel_paint
_paint.argtypes = (POINTER(Layer), c_int32, POINTER(_Canvas), c_void_p, POINTER(Target))
_paint.restype = None
_wide = _stage.kindreel_wide
_wide.argtypes, _wide.restype = (c_int32,), c_int32


def _address(array: Pixels) -> int:
    """Where an array begins; `array.ctypes` would import a module at each call."""
    return int(array.__array_interface__["data"][0])


def take_avx2(*, wanted: bool) -> bool:
    """Whether AVX2 is taken from now on: where there is any, and it is wanted."""
    return bool(_wide(wanted))


def layer(
    pixels: Pixels,
    matrix: Matrix,
    rect: Rect,
    *,
    opacity: float = 1.0,
    blend: Blend = Blend.NORMAL,
    opaque: bool = False,
) -> Layer | None:
    """Pixels to be laid on a canvas, each between its four neighbours; None for nothing at all.

    pixels: height × width × 4, BGRA premultiplied, pixels of a row side by side; at most 4096
    wide and high. matrix: from pixels to canvas, edges at whole numbers; one that flattens paints
    nothing. rect: within it alone. opaque: no pixel is see-through.
    """
    back, share = matrix.inverse(), round(opacity * _FULL)
    if back is None or share <= 0:
        return None
    height, width = pixels.shape[:2]
    picture = _Picture(_address(pixels), pixels.strides[0], width, height, opaque)
    made = Layer(picture, back, _MODES[blend], share, *rect)
    made.pixels = pixels
    return made


def target(y: Pixels, u: Pixels, v: Pixels) -> Target:
    """Planes to fill: height × width, both even, and half of each; keep them as long as it."""
    return Target(_address(y), _address(u), _address(v), y.strides[0], u.strides[0])


def paint(
    canvas: Pixels,
    layers: Sequence[Layer],
    clip: Rect,
    ground: Pixels | None = None,
    planes: Target | None = None,
) -> None:
    """Lay pictures, lowest first, on a canvas within `clip`.

    canvas: height × width × 4, opaque BGRA where it becomes planes. clip: within the canvas, with
    even edges for planes. ground: a canvas's pixels that are laid first. planes: as large as the
    canvas; show the outcome within `clip`.
    """
    left, top, right, bottom = clip
    if right <= left or bottom <= top:
        return
    onto = _Canvas(_address(canvas), canvas.strides[0], left, top, right, bottom)
    below = None if ground is None else _address(ground)
    every = (Layer * len(layers))(*layers)
    _paint(every, len(layers), byref(onto), below, None if planes is None else byref(planes))
