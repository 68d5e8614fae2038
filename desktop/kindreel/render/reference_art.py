"""The pictures of the reference board: made from seeds, so that figures stay comparable."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QRadialGradient

from kindreel.render.raster import Pixels, as_image

Picture = NDArray[np.float32]
Colour = tuple[int, int, int]

# name: size, colours at top and bottom (blue, green, red), seed, strength of the clouds
_GROUNDS: Final = {
    "ground0": ((1296, 2304), (250, 200, 150), (120, 180, 250), 1, 18),
    "ground1": ((1080, 1920), (220, 180, 250), (250, 220, 190), 2, 6),
    "ground2": ((1080, 1920), (190, 150, 250), (120, 90, 200), 3, 8),
    "ground3": ((1296, 2304), (120, 200, 160), (240, 220, 120), 4, 18),
    "ground4": ((1080, 1920), (90, 60, 50), (180, 120, 160), 5, 6),
}
_FIGURES: Final = {
    "figure0": ("#e0607e", "#5a3020", 1),
    "figure1": ("#5090e0", "#202838", 2),
    "figure2": ("#60c080", "#c08030", 3),
    "avatar": ("#a070e0", "#702848", 4),
}


def paint_all(folder: Path) -> None:
    """Write every picture into a folder as PNG, unless it is there."""
    for name, ground in _GROUNDS.items():
        _write(folder, name, partial(_ground, *ground))
    for name, figure in _FIGURES.items():
        _write(folder, name, partial(_figure, *figure))
    _write(folder, "photo", _photo)


def _write(folder: Path, name: str, paint: Callable[[], NDArray[np.uint8]]) -> None:
    path = folder / f"{name}.png"
    if not path.is_file():
        path.write_bytes(cv2.imencode(".png", paint())[1].tobytes())


def _clouds(width: int, height: int, seed: int, octaves: int = 6) -> Picture:
    """Fractal noise, 0 to 1."""
    draw = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    strength = 1.0
    for octave in range(octaves):
        cells = 3 * 2**octave
        grid = draw.standard_normal((cells * height // width + 2, cells + 2)).astype(np.float32)
        total += strength * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        strength *= 0.55
    total -= total.min()
    return np.asarray(total / total.max(), np.float32)


def _ground(
    size: tuple[int, int], top: Colour, bottom: Colour, seed: int, clouds: int
) -> NDArray[np.uint8]:
    """A gradient with clouds and two dozen outlined discs."""
    width, height = size
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    flat = (1 - y) * np.array(top, np.float32) + y * np.array(bottom, np.float32)
    noise = (_clouds(width, height, seed) - 0.5) * clouds * 2
    picture = np.clip(np.broadcast_to(flat, (height, width, 3)) + noise[..., None], 0, 255)
    image = np.ascontiguousarray(picture.astype(np.uint8))
    draw = np.random.default_rng(seed)
    for _ in range(24):
        x, row = int(draw.integers(0, width)), int(draw.integers(0, height))
        radius = int(draw.integers(30, 220))
        near = image[row, x].astype(int) + draw.integers(-50, 50, 3)
        colour = [float(v) for v in np.clip(near, 0, 255)]
        cv2.circle(image, (x, row), radius, colour, -1, cv2.LINE_AA)
        cv2.circle(image, (x, row), radius, (40, 30, 30), 4, cv2.LINE_AA)
    return image


def _photo() -> NDArray[np.uint8]:
    """Something as rich as a photograph: a soft face in noise of all sizes."""
    width, height = 900, 1200
    clouds = np.stack([_clouds(width, height, 20 + i, 8) for i in range(3)], -1)
    picture = clouds * np.array([120, 110, 150]) + np.array([60, 70, 70])
    y, x = np.mgrid[0:height, 0:width]
    face = np.exp(-((((x - 450) / 230.0) ** 2 + ((y - 560) / 310.0) ** 2) ** 3))[..., None]
    skin = np.array([140, 170, 220]) + 40 * (_clouds(width, height, 30, 8) - 0.5)[..., None]
    light = 24 * np.clip((x - 450) / 230.0, -1, 1)[..., None]
    picture = np.ascontiguousarray(picture * (1 - face) + face * (skin - light))
    for eye in (360, 540):
        cv2.ellipse(picture, (eye, 500), (38, 20), 0, 0, 360, (30, 30, 40), -1, cv2.LINE_AA)
    cv2.ellipse(picture, (450, 700), (90, 40), 0, 0, 180, (70, 60, 160), -1, cv2.LINE_AA)
    picture += np.random.default_rng(7).normal(0, 3, picture.shape)
    soft = cv2.GaussianBlur(np.clip(picture, 0, 255).astype(np.uint8), (0, 0), 0.7)
    return np.asarray(soft, np.uint8)


def _figure(body: str, hair: str, seed: int) -> NDArray[np.uint8]:
    """A cartoon figure of 600×900 with a patterned jumper, straight alpha."""
    pixels: Pixels = np.zeros((900, 600, 4), np.uint8)
    image = as_image(pixels)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _body(painter, QColor(body))
    _head(painter, QColor(hair))
    _pattern(painter, seed)
    painter.end()
    alpha = np.maximum(pixels[..., 3:], 1).astype(np.float32)
    pixels[..., :3] = np.clip(pixels[..., :3] * (255 / alpha) + 0.5, 0, 255)
    return pixels


def _body(painter: QPainter, colour: QColor) -> None:
    pen = QPen(QColor(40, 25, 30), 9)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    cloth = QLinearGradient(0, 380, 0, 880)
    cloth.setColorAt(0, colour)
    cloth.setColorAt(1, colour.darker(140))
    painter.setBrush(cloth)
    painter.drawRoundedRect(QRectF(130, 400, 340, 470), 140, 160)
    painter.drawRoundedRect(QRectF(20, 430, 130, 330), 60, 60)
    painter.drawRoundedRect(QRectF(450, 430, 130, 330), 60, 60)


def _head(painter: QPainter, hair: QColor) -> None:
    painter.setBrush(hair)
    painter.drawEllipse(QRectF(60, 15, 480, 460))
    skin = QRadialGradient(300, 250, 240)
    skin.setColorAt(0, QColor(255, 228, 205))
    skin.setColorAt(1, QColor(240, 190, 160))
    painter.setBrush(skin)
    painter.drawEllipse(QRectF(110, 80, 380, 390))
    painter.setBrush(QColor(50, 30, 40))
    for x in (200, 350):
        painter.drawEllipse(QRectF(x, 240, 50, 80))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255))
    for x in (215, 365):
        painter.drawEllipse(QRectF(x, 250, 18, 24))
    painter.setBrush(QColor(255, 120, 140, 140))
    for x in (140, 380):
        painter.drawEllipse(QRectF(x, 320, 80, 50))
    painter.setPen(QPen(QColor(120, 30, 50), 8))
    painter.drawArc(QRectF(240, 320, 120, 80), 200 * 16, 140 * 16)


def _pattern(painter: QPainter, seed: int) -> None:
    draw = np.random.default_rng(seed)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(60):
        painter.setBrush(QColor(255, 255, 255, int(draw.integers(20, 90))))
        x, y = (float(v) for v in draw.uniform([170, 460], [430, 820]))
        wide, tall = float(draw.uniform(4, 16)), float(draw.uniform(4, 16))
        painter.drawEllipse(QPointF(x, y), wide, tall)
