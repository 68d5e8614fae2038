"""The door to stage.c: pictures on a canvas, and a canvas as video planes.

The library beside this file is compiled when Kindreel is installed (desktop/compile_stage.py).
Calls hold no lock of Python's, so that an encoder can be fed meanwhile.
"""

from __future__ import annotations

import ctypes
import sys
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


class _Canvas(Structure):
    _fields_ = (
        ("pixels", c_void_p),
        ("stride", c_int64),
        ("left", c_int32),
        ("top", c_int32),
        ("right", c_int32),
        ("bottom", c_int32),
    )


_Six = c_double * 6
_stage = ctypes.CDLL(str(LIBRARY))
_draw, _i420 = _stage.kindreel_draw, _stage.kindreel_i420
_draw.argtypes = (POINTER(_Picture), POINTER(_Canvas), POINTER(c_double), c_int32, c_int32)
_draw.restype = None
_i420.argtypes = (
    c_void_p,
    c_int64,
    c_int32,
    c_int32,
    c_void_p,
    c_int64,
    c_void_p,
    c_void_p,
    c_int64,
)
_i420.restype = None
_wide = _stage.kindreel_wide
_wide.argtypes, _wide.restype = (c_int32,), c_int32


def _address(array: Pixels) -> int:
    """Where an array begins; `array.ctypes` would import a module at each call."""
    return int(array.__array_interface__["data"][0])


def take_avx2(*, wanted: bool) -> bool:
    """Whether AVX2 is taken from now on: where there is any, and it is wanted."""
    return bool(_wide(wanted))


def draw(
    canvas: Pixels,
    pixels: Pixels,
    matrix: Matrix,
    clip: Rect,
    *,
    opacity: float = 1.0,
    blend: Blend = Blend.NORMAL,
    opaque: bool = False,
) -> None:
    """Lay pixels on a canvas within `clip`, each between its four neighbours.

    canvas, pixels: height × width × 4, BGRA premultiplied, pixels of a row side by side; `pixels`
    at most 4096 wide and high. matrix: from pixels to canvas, edges at whole numbers; a matrix
    that flattens paints nothing. clip: within the canvas. opaque: no pixel is see-through.
    """
    back, share = matrix.inverse(), round(opacity * _FULL)
    left, top, right, bottom = clip
    if back is None or share <= 0 or right <= left or bottom <= top:
        return
    height, width = pixels.shape[:2]
    picture = _Picture(_address(pixels), pixels.strides[0], width, height, opaque)
    target = _Canvas(_address(canvas), canvas.strides[0], left, top, right, bottom)
    _draw(byref(picture), byref(target), _Six(*back), _MODES[blend], share)


def convert(pixels: Pixels, y: Pixels, u: Pixels, v: Pixels) -> None:
    """Fill planes from opaque BGRA pixels; y: height × width, both even; u, v: half of each."""
    height, width = y.shape
    _i420(
        _address(pixels),
        pixels.strides[0],
        width,
        height,
        _address(y),
        y.strides[0],
        _address(u),
        _address(v),
        u.strides[0],
    )
