"""Captions on the picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kindreel.model.board import Board, Panel
from kindreel.model.layers import CaptionLook
from kindreel.model.project import StyleKit
from kindreel.model.sound import Caption
from kindreel.render import glyphs
from kindreel.render.displaylist import Draw
from kindreel.render.glyphs import Span
from kindreel.render.matrix import Matrix
from kindreel.render.text import TextSprite, plate_of

FREE = (65 / 1080, 900 / 1080)
"""Left and right of what every platform leaves free, in fractions of the width."""


def look_of(board: Board, kit: StyleKit | None) -> CaptionLook:
    """The style kit's caption look, or the board's own."""
    return kit.caption_look if kit is not None else board.caption_look


def active(panel: Panel, frame: int) -> Caption | None:
    """The caption to read at a frame.

    It ends with its scene, even where a transition lets the picture go on: two captions fading
    into each other could not be read.
    """
    for caption in reversed(panel.captions):
        end = min(caption.start + caption.length, panel.length)
        if caption.start <= frame < end:
            return caption
    return None


def _area(look: CaptionLook) -> tuple[float, float]:
    """Room for two lines beside the plate's padding; more text is made smaller."""
    padding = 2 * look.style.plate_padding if look.style.plate else 0.0
    return look.width - padding, look.style.size * look.style.line_height * 2 + 1


def plate(look: CaptionLook, text: str) -> QRectF:
    """The caption's plate about its centre, before it is placed on the canvas."""
    return plate_of(glyphs.block(text, look.style, _area(look)))


def place(board: Board, look: CaptionLook, text: str) -> Matrix:
    """Centred, but never outside what the platforms leave free."""
    width, height = board.size
    unit = width / 1080
    half = plate(look, text).width() / 2 * unit
    centre = min(max(width / 2, FREE[0] * width + half), max(FREE[1] * width - half, 0.0))
    return Matrix(unit, 0, 0, unit, centre, look.y * height)


def draws(board: Board, kit: StyleKit | None, panel: Panel, frame: int) -> Iterator[Draw]:
    """The caption on its plate, with the word that is said lit up."""
    caption = active(panel, frame)
    if caption is None or not caption.text.strip():
        return
    look = look_of(board, kit)
    spans = _lit(caption, look, frame - caption.start) if look.karaoke else None
    sprite = TextSprite(caption.text, look.style, _area(look), spans)
    yield Draw(sprite, place(board, look, caption.text))


def _lit(caption: Caption, look: CaptionLook, frame: int) -> tuple[Span, ...] | None:
    """All words, the one being said in the accent colour."""
    parts = glyphs.words(caption.text)
    if len(caption.words) != len(parts):
        return None
    spans = []
    for (start, length), word in zip(parts, caption.words, strict=True):
        said = word.start <= frame < word.start + word.length
        spans.append(Span(start, length, look.accent if said else None))
    return tuple(spans)
