"""Pictures for the reference board: made by a seed, as busy as art made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QRadialGradient

Floats = NDArray[np.float32]
Rgb = tuple[int, int, int]

BACKGROUNDS: Final[dict[str, tuple[tuple[int, int], Rgb, Rgb, int, float]]] = {
    "ground0.png": ((1296, 2304), (150, 200, 250), (250, 180, 120), 1, 18.0),
    "ground1.png": ((1080, 1920), (250, 180, 220), (190, 220, 250), 2, 6.0),
    "ground2.png": ((1080, 1920), (250, 150, 190), (200, 90, 120), 3, 8.0),
    "ground3.png": ((1296, 2304), (160, 200, 120), (120, 220, 240), 4, 18.0),
    "ground4.png": ((1080, 1920), (50, 60, 90), (160, 120, 180), 5, 6.0),
}
FIGURES: Final = {
    "figure0.png": ("#e0607e", "#5a3020", 1),
    "figure1.png": ("#5090e0", "#202838", 2),
    "figure2.png": ("#60c080", "#c08030", 3),
    "avatar.png": ("#a070e0", "#702848", 4),
}
PHOTO: Final = "photo.png"
FIGURE_SIZE: Final = (600, 900)


def make(folder: Path) -> None:
    """Write all pictures that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (size, top, bottom, seed, texture) in BACKGROUNDS.items():
        if not (folder / name).exists():
            _save(folder / name, _background(size, top, bottom, seed, texture))
    for name, (body, hair, seed) in FIGURES.items():
        if not (folder / name).exists():
            _figure(body, hair, seed).save(str(folder / name))
    if not (folder / PHOTO).exists():
        _save(folder / PHOTO, _photo((900, 1200)))


def _save(path: Path, rgb: NDArray[np.uint8]) -> None:
    cv2.imwrite(str(path), np.ascontiguousarray(rgb[..., ::-1]))


def _clouds(size: tuple[int, int], seed: int, octaves: int = 6, base: int = 3) -> Floats:
    """Smooth noise with detail at every scale, 0 to 1."""
    width, height = size
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        cells = base * 2**octave
        shape = (cells * height // width + 2, cells + 2)
        grid = random.standard_normal(shape).astype(np.float32)
        total += 0.55**octave * cv2.resize(grid, size, interpolation=cv2.INTER_CUBIC)
    total -= total.min()
    return np.asarray(total / total.max(), np.float32)


def _background(
    size: tuple[int, int], top: Rgb, bottom: Rgb, seed: int, texture: float
) -> NDArray[np.uint8]:
    """A gradient with texture and two dozen outlined rounds."""
    width, height = size
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    rgb = (1 - down) * np.array(top, np.float32) + down * np.array(bottom, np.float32)
    rgb = rgb + ((_clouds(size, seed) - 0.5) * 2 * texture)[..., None]
    picture = np.ascontiguousarray(np.clip(rgb, 0, 255).astype(np.uint8))
    random = np.random.default_rng(seed)
    for _ in range(24):
        centre = (int(random.integers(0, width)), int(random.integers(0, height)))
        radius = int(random.integers(30, 220))
        shade = picture[centre[1], centre[0]].astype(int) + random.integers(-50, 50, 3)
        colour = [int(v) for v in np.clip(shade, 0, 255)]
        cv2.circle(picture, centre, radius, colour, -1, cv2.LINE_AA)
        cv2.circle(picture, centre, radius, (30, 30, 40), 4, cv2.LINE_AA)
    return picture


def _photo(size: tuple[int, int]) -> NDArray[np.uint8]:
    """Something with a photograph's noise and a face's soft shapes."""
    width, height = size
    behind = np.stack([_clouds(size, 20 + i, base=8) for i in range(3)], -1)
    rgb = behind * np.array([150, 110, 120]) + np.array([70, 70, 60])
    down, across = np.mgrid[0:height, 0:width]
    oval = np.exp(-((((across - 450) / 230) ** 2 + ((down - 560) / 310) ** 2) ** 3))
    skin = np.array([220, 170, 140]) + 40 * (_clouds(size, 30, base=8) - 0.5)[..., None]
    skin = skin - 24 * np.clip((across - 450) / 230, -1, 1)[..., None]
    rgb = rgb * (1 - oval[..., None]) + oval[..., None] * skin
    rgb = np.ascontiguousarray(rgb, np.float32)
    for eye in (360, 540):
        cv2.ellipse(rgb, (eye, 500), (38, 20), 0, 0, 360, (40, 30, 30), -1, cv2.LINE_AA)
    cv2.ellipse(rgb, (450, 700), (90, 40), 0, 0, 180, (160, 60, 70), -1, cv2.LINE_AA)
    rgb += np.random.default_rng(7).normal(0, 3, rgb.shape).astype(np.float32)
    soft = cv2.GaussianBlur(np.clip(rgb, 0, 255).astype(np.uint8), (0, 0), 0.7)
    return np.asarray(soft, np.uint8)


def _figure(body: str, hair: str, seed: int) -> QImage:
    """A person with an outline, shading and a spotted coat."""
    image = QImage(*FIGURE_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(40, 25, 30), 9)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _body(painter, body)
    _head(painter, hair)
    random = np.random.default_rng(seed)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(60):
        painter.setBrush(QColor(255, 255, 255, int(random.integers(20, 90))))
        x, y = random.uniform([170, 460], [430, 820])
        painter.drawEllipse(QPointF(x, y), *random.uniform(4, 16, 2))
    painter.end()
    return image


def _body(painter: QPainter, colour: str) -> None:
    coat = QLinearGradient(0, 380, 0, 880)
    coat.setColorAt(0, QColor(colour))
    coat.setColorAt(1, QColor(colour).darker(140))
    painter.setBrush(coat)
    painter.drawRoundedRect(QRectF(130, 400, 340, 470), 140, 160)
    painter.drawRoundedRect(QRectF(20, 430, 130, 330), 60, 60)
    painter.drawRoundedRect(QRectF(450, 430, 130, 330), 60, 60)


def _head(painter: QPainter, hair: str) -> None:
    painter.setBrush(QColor(hair))
    painter.drawEllipse(QRectF(60, 15, 480, 460))
    skin = QRadialGradient(300, 250, 240)
    skin.setColorAt(0, QColor(255, 228, 205))
    skin.setColorAt(1, QColor(240, 190, 160))
    painter.setBrush(skin)
    painter.drawEllipse(QRectF(110, 80, 380, 390))
    for left in (200, 350):
        painter.setBrush(QColor(50, 30, 40))
        painter.drawEllipse(QRectF(left, 240, 50, 80))
    painter.setPen(QPen(QColor(120, 30, 50), 8))
    painter.drawArc(QRectF(240, 320, 120, 80), 200 * 16, 140 * 16)
