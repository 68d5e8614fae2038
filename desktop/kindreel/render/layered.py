"""Layered pictures (PSD, PSB, ORA) as layers of a scene, each by itself."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar
from xml.etree import ElementTree as ET

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.errors import MediaError
from kindreel.model.curves import Curve
from kindreel.model.ids import LayerId, MediaId, fresh
from kindreel.model.layers import Blend, ImageLayer, Transform

R = TypeVar("R")

Keep = Callable[[bytes, str], MediaId]
"""Puts a file's bytes with their ending (“.png”) among the media."""

_LARGEST_XML: Final = 4 << 20

_BLENDS: Final = {
    "multiply": Blend.MULTIPLY,
    "screen": Blend.SCREEN,
    "linear_dodge": Blend.ADD,
    "plus": Blend.ADD,
    "lighter": Blend.ADD,
    "overlay": Blend.OVERLAY,
}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One layer of a file.

    png: its own pixels as a file. left, top, width, height: where it lies on the file's canvas.
    """

    name: str
    png: bytes
    left: int
    top: int
    width: int
    height: int
    opacity: float = 1.0
    blend: Blend = Blend.NORMAL
    visible: bool = True


def import_layers(path: Path, size: tuple[int, int], keep: Keep) -> tuple[ImageLayer, ...]:
    """A file's layers, bottom first, as large as fits a canvas of `size`.

    Raises MediaError when the file cannot be read.
    """
    read = read_ora if _is_ora(path) else read_psd
    canvas, sheets = _guarded(read, path)
    fit = min(size[0] / max(1, canvas[0]), size[1] / max(1, canvas[1]))
    return tuple(_placed(sheet, canvas, size, fit, keep) for sheet in sheets)


def merged(path: Path) -> bytes:
    """The picture of all layers together that the file carries along, as PNG.

    Raises MediaError when it has none or cannot be read.
    """
    return _guarded(_merged_ora if _is_ora(path) else _merged_psd, path)


def _merged_psd(path: Path) -> bytes:
    from psd_tools import PSDImage  # noqa: PLC0415 - slow to load, and few need it

    whole = PSDImage.open(path)
    image = whole.topil() if whole.has_preview() else None
    if image is None:
        raise MediaError(
            "This file carries no picture of all its layers together.",
            "Add each layer by itself, or save it with “Maximize compatibility”.",
        )
    return _png(np.asarray(image.convert("RGBA"), np.uint8))


def _merged_ora(path: Path) -> bytes:
    with zipfile.ZipFile(path) as packed:
        return packed.read("mergedimage.png")


def _is_ora(path: Path) -> bool:
    return path.suffix.lower() == ".ora"


def _guarded(read: Callable[[Path], R], path: Path) -> R:
    """What `read` gives; a damaged file may fail anywhere inside it."""
    try:
        return read(path)
    except MediaError:
        raise
    except Exception as error:
        raise MediaError(
            "The layered picture cannot be read.",
            "Export it as PNG files instead.",
            f"{path.name}: {type(error).__name__}",
        ) from error


def _placed(
    sheet: Sheet, canvas: tuple[int, int], size: tuple[int, int], fit: float, keep: Keep
) -> ImageLayer:
    x = (sheet.left + sheet.width / 2 - canvas[0] / 2) * fit + size[0] / 2
    y = (sheet.top + sheet.height / 2 - canvas[1] / 2) * fit + size[1] / 2
    return ImageLayer(
        id=LayerId(fresh()),
        name=sheet.name,
        media=keep(sheet.png, ".png"),
        size=(sheet.width * fit, sheet.height * fit),
        transform=Transform(x=Curve(x), y=Curve(y), opacity=Curve(sheet.opacity)),
        blend=sheet.blend,
        visible=sheet.visible,
    )


def _png(rgba: NDArray[np.uint8]) -> bytes:
    bgra = cv2.cvtColor(np.ascontiguousarray(rgba), cv2.COLOR_RGBA2BGRA)
    return cv2.imencode(".png", bgra)[1].tobytes()


def read_psd(path: Path) -> tuple[tuple[int, int], list[Sheet]]:
    """A PSD's canvas and its layers, bottom first; groups are taken apart."""
    from psd_tools import PSDImage  # noqa: PLC0415 - slow to load, and few need it

    picture = PSDImage.open(path)
    sheets = []
    for layer in picture.descendants():
        if layer.is_group() or layer.width <= 0 or layer.height <= 0:
            continue
        image = layer.topil()
        if image is None:
            continue
        rgba = np.asarray(image.convert("RGBA"), np.uint8)
        sheets.append(
            Sheet(
                name=str(layer.name),
                png=_png(rgba),
                left=int(layer.left),
                top=int(layer.top),
                width=rgba.shape[1],
                height=rgba.shape[0],
                opacity=layer.opacity / 255,
                blend=_BLENDS.get(layer.blend_mode.name.lower(), Blend.NORMAL),
                visible=bool(layer.is_visible()),
            )
        )
    return (picture.width, picture.height), sheets


def read_ora(path: Path) -> tuple[tuple[int, int], list[Sheet]]:
    """An OpenRaster file's canvas and its layers, bottom first."""
    with zipfile.ZipFile(path) as packed:
        if packed.getinfo("stack.xml").file_size > _LARGEST_XML:
            raise MediaError("The layered picture is not a usual OpenRaster file.")
        text = packed.read("stack.xml")
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise MediaError("The layered picture is not a usual OpenRaster file.")
        root = ET.fromstring(text)  # noqa: S314 - small, and without entities
        canvas = (int(root.get("w", "0")), int(root.get("h", "0")))
        found = [_ora_sheet(packed, node, spot) for node, spot in _ora_layers(root)]
    return canvas, [sheet for sheet in reversed(found) if sheet is not None]


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a stack hands down to the layers inside it."""

    x: int = 0
    y: int = 0
    opacity: float = 1.0
    visible: bool = True

    def inside(self, node: ET.Element) -> _Spot:
        """The spot of something that lies in this one."""
        return _Spot(
            self.x + int(float(node.get("x", "0"))),
            self.y + int(float(node.get("y", "0"))),
            self.opacity * float(node.get("opacity", "1")),
            self.visible and node.get("visibility", "visible") == "visible",
        )


def _ora_layers(root: ET.Element, spot: _Spot = _Spot()) -> Iterator[tuple[ET.Element, _Spot]]:
    """All layers with their spots, top first as the file has them."""
    for node in root:
        own = spot.inside(node)
        if node.tag == "stack":
            yield from _ora_layers(node, own)
        elif node.tag == "layer":
            yield node, own


def _ora_sheet(packed: zipfile.ZipFile, node: ET.Element, spot: _Spot) -> Sheet | None:
    data = packed.read(node.get("src", ""))
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        return None
    blend = node.get("composite-op", "svg:src-over").removeprefix("svg:").replace("-", "_")
    return Sheet(
        name=node.get("name", ""),
        png=data,
        left=spot.x,
        top=spot.y,
        width=pixels.shape[1],
        height=pixels.shape[0],
        opacity=spot.opacity,
        blend=_BLENDS.get(blend, Blend.NORMAL),
        visible=spot.visible,
    )
