"""Avatar and person, placed so that their eyes coincide."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Final

import cv2
import numpy as np

from kindreel.errors import KindreelError
from kindreel.model.colour import Fill
from kindreel.model.reveal import Creator, Portrait
from kindreel.render import faces, standins
from kindreel.render.faces import Eyes
from kindreel.render.matrix import Matrix, Point, similarity
from kindreel.render.raster import Pixels
from kindreel.render.shapes import FillSprite
from kindreel.render.sources import Sources
from kindreel.reveals import Face

_LARGE: Final = 1920
"""Longer side, in pixels, that a vector portrait is drawn at."""
EYE_LINE: Final = 0.335
"""Height of the eyes in fractions of the picture: the name plate fits under the chin."""
EYE_GAP: Final = 0.205
"""Distance of the eyes in fractions of the picture's width."""


@dataclass(frozen=True, slots=True)
class Side:
    """A portrait as a reveal shows it.

    seconds: how far a clip has run. shown: False paints the stand-in for a missing yes.
    """

    creator: str
    portrait: Portrait | None
    seconds: float = 0.0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Cast:
    """Both sides of one creator's reveal and what lies behind the avatar."""

    avatar: Side
    person: Side
    background: Fill

    @property
    def moves(self) -> bool:
        """Whether either side is a clip."""
        return any(
            s.portrait is not None and _is_clip(s.portrait) for s in (self.avatar, self.person)
        )

    @staticmethod
    def of(creator: Creator, background: Fill, seconds: float) -> Cast:
        """The sides of a creator; the person stays hidden without their yes."""
        return Cast(
            Side(creator.name, creator.avatar),
            Side(creator.name, creator.person, seconds, creator.consent.holds),
            background,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Avatar and person in pixels of the same size, eye on eye."""

    avatar: Pixels
    person: Pixels
    face: Face

    @property
    def nbytes(self) -> int:
        """Memory of both."""
        return self.avatar.nbytes + self.person.nbytes


def pixels_of(side: Side, sources: Sources) -> Pixels | None:
    """A portrait's picture, or its frame of the moment when it is a clip."""
    portrait = side.portrait
    if portrait is None:
        return None
    if _is_clip(portrait):
        return sources.frame(portrait.media, portrait.offset + side.seconds)
    return sources.still(portrait.media, _large(portrait, sources))


def _large(portrait: Portrait, sources: Sources) -> tuple[float, float] | None:
    """The size to draw a vector portrait at; None for a bitmap, which has its own."""
    natural = sources.natural_size(portrait.media) if _is_vector(portrait) else None
    if natural is None:
        return None
    grow = _LARGE / max(natural)
    return natural[0] * grow, natural[1] * grow


def _is_clip(portrait: Portrait) -> bool:
    return portrait.media.lower().endswith((".mp4", ".mov", ".webm", ".mkv", ".m4v", ".avi"))


def _is_vector(portrait: Portrait) -> bool:
    return portrait.media.lower().endswith((".svg", ".svgz"))


def eyes_of(side: Side, pixels: Pixels, sources: Sources) -> Eyes | None:
    """The eyes that were marked, else those the face finder sees on the real person."""
    portrait = side.portrait
    if portrait is None:
        return None
    if portrait.left_eye is not None and portrait.right_eye is not None:
        return Eyes(portrait.left_eye, portrait.right_eye)
    if portrait.media not in sources.eyes:
        try:
            sources.eyes[portrait.media] = faces.eyes_on(pixels)
        except (KindreelError, cv2.error):
            sources.eyes[portrait.media] = None
    return sources.eyes[portrait.media]


def _in_pixels(eyes: Eyes, pixels: Pixels) -> tuple[Point, Point]:
    height, width = pixels.shape[:2]
    (x0, y0), (x1, y1) = eyes.left, eyes.right
    return (x0 * width, y0 * height), (x1 * width, y1 * height)


def cover(pixels: Pixels, eyes: Eyes | None, size: tuple[int, int]) -> Matrix:
    """Where a photo goes so that it fills the picture and its eyes are near the usual place."""
    height, width = pixels.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    centre, wanted = (width / 2, height / 2), (size[0] / 2, size[1] / 2)
    if eyes is not None:
        one, two = _in_pixels(eyes, pixels)
        gap = max(1.0, hypot(two[0] - one[0], two[1] - one[1]))
        scale = max(scale, min(3 * scale, EYE_GAP * min(size[0], size[1] * 0.75) / gap))
        centre = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
        wanted = (size[0] / 2, EYE_LINE * size[1])
    x = min(0.0, max(size[0] - width * scale, wanted[0] - centre[0] * scale))
    y = min(0.0, max(size[1] - height * scale, wanted[1] - centre[1] * scale))
    return Matrix(scale, 0.0, 0.0, scale, x, y)


def _usual_eyes(size: tuple[int, int]) -> tuple[Point, Point]:
    half = EYE_GAP * min(size[0], size[1] * 0.75) / 2
    y = EYE_LINE * size[1]
    return (size[0] / 2 - half, y), (size[0] / 2 + half, y)


def _warped(pixels: Pixels, matrix: Matrix, size: tuple[int, int], border: int) -> Pixels:
    """The picture moved by a matrix; made smaller by area first where it shrinks much."""
    shrink = matrix.size()
    if shrink < 0.7:
        width = max(1, round(pixels.shape[1] * shrink))
        height = max(1, round(pixels.shape[0] * shrink))
        fit = Matrix(pixels.shape[1] / width, 0, 0, pixels.shape[0] / height)
        small = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
        pixels = np.asarray(small, np.uint8)
        matrix = fit.then(matrix)
    a, b, c, d, e, f = matrix
    # OpenCV counts from pixel centres, the matrix from pixel edges.
    flat = np.array(
        [[a, c, e + (a + c - 1) / 2], [b, d, f + (b + d - 1) / 2]],
        np.float64,
    )
    flags = cv2.INTER_CUBIC if matrix.size() > 1.05 else cv2.INTER_LINEAR
    moved = np.asarray(cv2.warpAffine(pixels, flat, size, flags=flags, borderMode=border), np.uint8)
    if moved[..., 3].min() < 255:  # a cubic may overshoot at the edge of what is cut out
        np.minimum(moved[..., :3], moved[..., 3:], out=moved[..., :3])
    return moved


def _backdrop(fill: Fill, size: tuple[int, int], sources: Sources) -> Pixels:
    raster = FillSprite(fill, (float(size[0]), float(size[1]))).raster(1.0, sources)
    pixels = cv2.resize(raster.pixels, size, interpolation=cv2.INTER_NEAREST)
    return np.ascontiguousarray(pixels)


def _on(fill: Fill, above: Pixels, sources: Sources) -> Pixels:
    """A picture with the fill behind it, which is not even painted where nothing shines through."""
    if above[..., 3].min() == 255:
        return above
    below = _backdrop(fill, (above.shape[1], above.shape[0]), sources)
    rest = 255 - above[..., 3:].astype(np.uint16)
    mixed = above + ((below * rest + 127) // 255).astype(np.uint8)
    mixed[..., 3] = 255
    return mixed


def _person(
    cast: Cast, size: tuple[int, int], sources: Sources
) -> tuple[Pixels, tuple[Point, Point]]:
    pixels = pixels_of(cast.person, sources)
    if pixels is None:
        return standins.silhouette(size, EYE_LINE), _usual_eyes(size)
    eyes = eyes_of(cast.person, pixels, sources)
    matrix = cover(pixels, eyes, size)
    warped = _warped(pixels, matrix, size, cv2.BORDER_REPLICATE)
    placed = _on(cast.background, warped, sources)
    if not cast.person.shown:
        placed = standins.hidden(placed)
    if eyes is None:
        return placed, _usual_eyes(size)
    one, two = _in_pixels(eyes, pixels)
    return placed, (matrix.map(*one), matrix.map(*two))


def _avatar(
    cast: Cast, eyes: tuple[Point, Point], size: tuple[int, int], sources: Sources
) -> Pixels:
    pixels = pixels_of(cast.avatar, sources)
    if pixels is None:
        return _on(cast.background, standins.drawn_face(size, eyes), sources)
    own = eyes_of(cast.avatar, pixels, sources)
    usual = cover(pixels, None, size)
    matrix = similarity(_in_pixels(own, pixels), eyes) if own else usual
    whole = bool(pixels[0, :, 3].min() == 255)
    if not whole:
        pixels = _longer(pixels)
    border = cv2.BORDER_REPLICATE if whole else cv2.BORDER_CONSTANT
    return _on(cast.background, _warped(pixels, matrix, size, border), sources)


def _longer(pixels: Pixels) -> Pixels:
    """A cut-out figure whose lowest row goes on, so that a body never ends in mid-air."""
    down = pixels.shape[0]
    return np.asarray(cv2.copyMakeBorder(pixels, 0, down, 0, 0, cv2.BORDER_REPLICATE), np.uint8)


def pair(cast: Cast, size: tuple[int, int], sources: Sources) -> Pair:
    """Both pictures of a reveal at a size in pixels."""
    person, eyes = _person(cast, size, sources)
    (x0, y0), (x1, y1) = eyes
    face = Face((x0 + x1) / 2, (y0 + y1) / 2, hypot(x1 - x0, y1 - y0))
    return Pair(_avatar(cast, eyes, size, sources), person, face)
