"""Pictures in HEIC, the usual form of a telephone's photos."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import cv2
import numpy as np

from kindreel.render.raster import Pixels

_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")


def is_heic(data: bytes) -> bool:
    """Whether a file's first bytes say that it is one."""
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS


def decode(data: bytes) -> Pixels | None:
    """The main picture, turned as the file says; None when it cannot be read."""
    import pi_heif  # noqa: PLC0415 - few need it

    try:
        # The array only looks into the photo's memory: both must live until it has been copied.
        photo = pi_heif.open_heif(BytesIO(data), bgr_mode=True)
        picture = np.asarray(photo, np.uint8)
    except Exception:  # noqa: BLE001 - a damaged file fails anywhere inside the library
        return None
    if picture.ndim == 2:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGRA), np.uint8)
    if picture.shape[2] == 3:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA), np.uint8)
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGBA2mRGBA), np.uint8)
