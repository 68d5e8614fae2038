"""How the timeline is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kindreel.model.board import Board, Reveal
from kindreel.model.ids import MediaId
from kindreel.model.time import timecode
from kindreel_ui.kit import icons, paint
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.timeline.scale import Scale
from kindreel_ui.storyboard.timeline.tracks import Block, Track
from kindreel_ui.storyboard.words import beat_words
from kindreel_ui.theme import colour, font, theme

HEADER = 176.0
RULER = 24.0
BEATS = 30.0
ROW = 28.0

Levels = Callable[[MediaId], Sequence[float] | None]
"""The waveform of a sound, one level of 0 to 1 for each 50th of a second; None when not ready."""

LEVELS_PER_S = 50


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two; share is the other one's part."""
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _ground(tone: str, strength: float) -> QColor:
    share = strength if theme().mode == "dark" else strength - 0.06
    return mixed(colour("surface"), colour(tone), max(0.05, share))


def draw_ruler(painter: QPainter, scale: Scale) -> None:
    """Paint the marks."""
    for mark in scale.marks():
        if mark.x < scale.left - 1:
            continue
        tall = 8.0 if mark.words else 4.0
        tone = "strokeStrong" if mark.words else "stroke"
        painter.fillRect(QRectF(mark.x, RULER - tall, 1, tall), colour(tone))
        inside = mark.x + 36 < scale.left + scale.width + 16
        if mark.words and inside:
            place = QRectF(mark.x + 4, 0, 60, 20)
            paint.text(painter, place, mark.words, font("caption"), colour("text3"))


def beat_boxes(scale: Scale, board: Board) -> list[tuple[Pick, QRectF]]:
    """Where each scene lies in the row of beats."""
    boxes = []
    for span in board.spans():
        left, right = scale.x_of(span.start), scale.x_of(span.end)
        boxes.append((Pick(span.panel.id), QRectF(left, RULER + 3, right - left - 2, BEATS - 6)))
    return boxes


def cut_boxes(scale: Scale, board: Board) -> list[tuple[Pick, QRectF]]:
    """Where the transitions between scenes can be clicked."""
    boxes = []
    for span in list(board.spans())[1:]:
        x = scale.x_of(span.start) - 1
        box = QRectF(x - 9, RULER + 6, 18, 18)
        boxes.append((Pick(span.panel.id, "transition"), box))
    return boxes


def draw_beats(painter: QPainter, scale: Scale, board: Board, chosen: Pick) -> None:
    """Paint the scenes as blocks of their beat's colour, and the cuts between them."""
    for index, (span, (pick, box)) in enumerate(
        zip(board.spans(), beat_boxes(scale, board), strict=True)
    ):
        beat = colour(span.panel.beat.value)
        on = pick.scene == chosen.scene
        paint.rounded(painter, box, 6, fill=_ground(span.panel.beat.value, 0.4 if on else 0.28))
        paint.rounded(painter, QRectF(box.x(), box.y(), 4, box.height()), 2, fill=beat)
        pinned = isinstance(span.panel, Reveal)
        words = f"{index + 1}  {beat_words(span.panel.beat)}"
        ink = mixed(beat, colour("text"), 0.4)
        place = box.adjusted(14, 0, -26 if pinned else -12, 0)
        paint.text(painter, place, words, font("overline"), ink)
        if pinned and box.width() > 40:
            pin = QRectF(box.right() - 20, box.center().y() - 6, 12, 12)
            icons.paint(painter, "push-pin-fill", pin, span.panel.beat.value)
    _draw_cuts(painter, scale, board, chosen)


def _draw_cuts(painter: QPainter, scale: Scale, board: Board, chosen: Pick) -> None:
    for pick, box in cut_boxes(scale, board):
        entry = board.panel(pick.scene).entry
        on = pick == chosen
        edge = colour("accent" if on else "strokeStrong")
        paint.rounded(painter, box, 5, fill=colour("raised"), stroke=edge, width=1.5 if on else 1)
        name = "drop-half" if entry else "plus"
        tone = "accentText" if on else "text2" if entry else "text3"
        icons.paint(painter, name, box.adjusted(3, 3, -3, -3), tone)


def draw_header(painter: QPainter, track: Track, y: float, *, on: bool) -> None:
    """Paint a track's name, and for layers whether it is seen and locked."""
    icon = QRectF(16, y + 6, 16, 16)
    icons.paint(painter, track.icon, icon, "accentText" if on else "text3")
    room = HEADER - 92 if track.pick else HEADER - 48
    letters = font("labelStrong" if on else "label")
    ink = colour("text" if on else "text2")
    paint.text(painter, QRectF(40, y, room, ROW), track.words, letters, ink)
    if track.pick:
        eye, lock = header_buttons(y)
        seen = "eye" if track.visible else "eye-slash"
        icons.paint(painter, seen, eye, "text3" if track.visible else "text")
        locked = "lock" if track.locked else "lock-open"
        icons.paint(painter, locked, lock, "text" if track.locked else "text3")


def header_buttons(y: float) -> tuple[QRectF, QRectF]:
    """Where a layer's eye and lock are."""
    return QRectF(HEADER - 48, y + 7, 14, 14), QRectF(HEADER - 26, y + 7, 14, 14)


def block_box(scale: Scale, block: Block, y: float) -> QRectF:
    """Where a block lies in its row."""
    left, right = scale.x_of(block.start), scale.x_of(block.end)
    return QRectF(left, y + 4, max(4.0, right - left - 2), ROW - 7)


def draw_block(
    painter: QPainter,
    scale: Scale,
    track: Track,
    block: Block,
    y: float,
    *,
    on: bool,
    levels: Levels,
) -> None:
    """Paint a stretch of a track with its words, keys or waveform."""
    box = block_box(scale, block, y)
    strong = 0.34 if block.keys or on else 0.24
    ground = _ground(track.tone, strong)
    edge = colour("accent") if on else colour(track.tone, 0.55)
    paint.rounded(painter, box, 5, fill=ground, stroke=edge, width=1.5 if on else 1)
    if block.media is not None:
        _draw_levels(painter, scale, track, block, box, levels)
    elif not block.keys:
        place = box.adjusted(8, 0, -6, 0)
        paint.text(painter, place, block.words, font("caption"), colour("text"))
    for frame in block.keys:
        x = scale.x_of(frame)
        if box.left() - 6 <= x <= box.right() + 6:
            draw_diamond(painter, QPointF(x, y + ROW / 2), chosen=on)


def draw_diamond(painter: QPainter, middle: QPointF, *, chosen: bool) -> None:
    """Paint a keyframe."""
    painter.save()
    painter.translate(middle)
    painter.rotate(45)
    painter.setPen(QPen(colour("surface"), 1))
    painter.setBrush(colour("accent" if chosen else "text2"))
    painter.drawRect(QRectF(-4.5, -4.5, 9, 9))
    painter.restore()


def _draw_levels(
    painter: QPainter, scale: Scale, track: Track, block: Block, box: QRectF, levels: Levels
) -> None:
    found = levels(block.media) if block.media is not None else None
    if not found:
        place = box.adjusted(8, 0, -6, 0)
        paint.text(painter, place, block.words, font("caption"), colour("text"))
        return
    tone = QColor(colour(track.tone))
    tone.setAlphaF(0.3 if block.quiet else 0.85)
    per_px = LEVELS_PER_S / float(scale.per_frame * scale.rate)
    left = max(box.left() + 4, scale.left)
    right = min(box.right() - 4, scale.left + scale.width + 8)
    x = left
    while x < right:
        at = int(block.skip * LEVELS_PER_S + (x - box.left()) * per_px)
        high = max(found[at % len(found) : at % len(found) + max(1, int(per_px * 3))], default=0.0)
        tall = max(1.6, high**0.7 * (box.height() - 6))
        painter.fillRect(QRectF(x, box.center().y() - tall / 2, 1.6, tall), tone)
        x += 3


def draw_playhead(painter: QPainter, scale: Scale, frame: int, high: float) -> None:
    """Paint the playhead with its time."""
    x = scale.x_of(frame)
    if x < scale.left - 1:
        return
    painter.fillRect(QRectF(x - 0.75, 16, 1.5, high - 16), colour("accent"))
    flag = QRectF(max(HEADER + 2, x - 21), 2, 42, 18)
    painter.fillRect(flag.adjusted(-6, 0, 6, -3), colour("surface"))
    paint.rounded(painter, flag, 5, fill=colour("accent"))
    words = timecode(frame, scale.rate).removeprefix("00:")
    letters = font("overline")
    paint.text(
        painter, flag.adjusted(-6, 0, 6, 0), words, letters, colour("onAccent"), paint.CENTRE
    )


def draw_scene_line(painter: QPainter, scale: Scale, board: Board, scene: str) -> None:
    """Mark the chosen scene along the upper edge."""
    for span in board.spans():
        if span.panel.id == scene:
            left, right = scale.x_of(span.start), scale.x_of(span.end)
            beat = colour(span.panel.beat.value)
            painter.fillRect(QRectF(left, 0, right - left - 2, 2), beat)


def draw_beats_title(painter: QPainter) -> None:
    """Name the row of beats."""
    painter.fillRect(QRectF(0, 0, HEADER, RULER + BEATS), colour("surface"))
    place = QRectF(16, RULER, HEADER - 20, BEATS)
    paint.text(painter, place, "Story beats", font("labelStrong"), colour("text2"))
