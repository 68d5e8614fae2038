"""The words of the chosen text or caption, with what a viewer needs to read them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kindreel.model.edits import layers, sounds
from kindreel.model.layers import BubbleLayer, Layer, TextLayer, TextStyle
from kindreel.model.project import StyleKit
from kindreel.model.sound import Caption
from kindreel.model.time import frames_of
from kindreel.render import layout
from kindreel.render.styles import styled
from kindreel_ui.kit import CheckBox, Chip, row
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.kit.texts import TextField
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector import legible
from kindreel_ui.storyboard.inspector.lettering import LetteringRows
from kindreel_ui.storyboard.inspector.section import Section
from kindreel_ui.storyboard.stage.snapping import safe_box


class LegibleChips(QWidget):
    """Contrast and safe zone of some words at the playhead."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picture: QImage | None = None
        self._contrast = Chip("")
        self._safe = Chip("")
        self.setLayout(row(self._contrast, self._safe, None, gap=6))
        desk.theatre.shown.connect(self._keep)

    def _keep(self, image: QImage, _frame: int) -> None:
        self._picture = image

    def show_words(self, name: str, style: TextStyle) -> None:
        """Measure the words of a layer or caption with this id."""
        board, project = self._desk.board, self._desk.project
        if board is None or project is None:
            return
        boxes = layout.boxes(project, board, self._desk.player.frame)
        quad = next((b.ink for b in boxes if name in (b.layer, b.caption)), None)
        self.setVisible(quad is not None and self._picture is not None)
        if quad is None or self._picture is None:
            return
        style = self._as_shown(name, style, project.style(board.style))
        box = legible.bounds(quad)
        ground = legible.ground_of(self._picture, board.size, box)
        if style.plate is not None:
            ground = legible.over(legible.qcolour(style.plate), ground)
        ratio = legible.contrast(legible.qcolour(style.colour), ground)
        fine = ratio >= (3.0 if style.size >= 48 else legible.ENOUGH)
        tone, icon = ("success", "check") if fine else ("warn", "warning")
        self._contrast.show_words(f"Contrast {ratio:.1f} : 1", tone, icon)
        left, top, right, bottom = safe_box(board.size)
        inside = QRectF(left - 1, top - 1, right - left + 2, bottom - top + 2).contains(box)
        words = "In safe zone" if inside else "Outside safe zone"
        tone, icon = ("success", "check") if inside else ("warn", "warning")
        self._safe.show_words(words, tone, icon)

    def _as_shown(self, name: str, style: TextStyle, kit: StyleKit | None) -> TextStyle:
        """A layer's style in the colours of the video's style kit."""
        panel = self._desk.panel
        if kit is None or panel is None:
            return style
        shown = (x for x in styled(panel, kit).layers if x.id == name)
        layer = next(shown, None)
        return layer.style if isinstance(layer, TextLayer | BubbleLayer) else style


class SceneTextSection(Section):
    """The words of a text or bubble layer and how they look."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._text = TextField("Scene text")
        self._chips = LegibleChips(desk)
        self._quoted = CheckBox("Part of the story (a quoted comment)")
        self._style = LetteringRows()
        super().__init__(
            "Scene text", self._text, self._chips, self._style, self._quoted, parent=parent
        )
        self._text.typed.connect(self._write)
        self._text.left.connect(desk.end_gesture)
        self._style.edited.connect(self._restyle)
        self._quoted.clicked.connect(self._quote)

    def show_layer(self, layer: Layer) -> None:
        """Show a layer's words; layers without words hide the section."""
        worded = isinstance(layer, TextLayer | BubbleLayer)
        self.setVisible(worded)
        if isinstance(layer, TextLayer | BubbleLayer):
            self._text.show_text(layer.text)
            self._style.show_style(layer.style)
            self._quoted.setChecked(layer.quoted)
            style = layer.style
            if isinstance(layer, BubbleLayer):
                style = replace(style, plate=layer.fill)
            self._chips.show_words(layer.id, style)

    def _write(self, text: str) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            self._desk.edit(
                "Edit text",
                lambda b: layers.set_text(b, scene, layer.id, text),
                f"write {layer.id}",
            )

    def _restyle(self, style: TextStyle) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            self._desk.edit(
                "Change lettering", lambda b: layers.set_text_style(b, scene, layer.id, style)
            )

    def _quote(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        layer, scene = self._desk.layer, self._desk.pick.scene
        if isinstance(layer, TextLayer | BubbleLayer):
            quoted = replace(layer, quoted=on)
            self._desk.edit(
                "Mark as quoted", lambda b: layers.edit_layer(b, scene, layer.id, lambda _: quoted)
            )


class CaptionSection(Section):
    """The words of a caption, when it is shown, and whether it can be read in that time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._caption: Caption | None = None
        self._text = TextField("Caption")
        self._start = NumberField(
            "In", name="Starts after", low=0, high=600, step=0.1, digits=1, unit=" s"
        )
        self._long = NumberField(
            "D", name="Duration", low=0.1, high=600, step=0.1, digits=1, unit=" s"
        )
        self._reads = Chip("")
        self._chips = LegibleChips(desk)
        self._quoted = CheckBox("Part of the story (a quoted comment)")
        super().__init__(
            "Caption",
            self._text,
            self._chips,
            row(self._reads, None),
            row(self._start, self._long, gap=6),
            self._quoted,
            parent=parent,
        )
        self._text.typed.connect(self._write)
        self._text.left.connect(desk.end_gesture)
        self._start.edited.connect(lambda _v: self._retime())
        self._long.edited.connect(lambda _v: self._retime())
        self._quoted.clicked.connect(self._quote)

    def show_caption(self, caption: Caption) -> None:
        """Show a caption of the board."""
        board = self._desk.board
        if board is None:
            return
        self._caption = caption
        rate = float(board.rate)
        self._text.show_text(caption.text)
        self._start.show_value(caption.start / rate)
        self._long.show_value(caption.length / rate)
        self._quoted.setChecked(caption.quoted)
        pace = len(caption.text) / max(0.1, caption.length / rate)
        fine = pace <= 20
        words = f"{pace:.0f} letters a second" if fine else f"Too fast: {pace:.0f} letters a second"
        tone, icon = ("success", "check") if fine else ("warn", "warning")
        self._reads.show_words(words, tone, icon)
        self._chips.show_words(caption.id, board.caption_look.style)

    def _write(self, text: str) -> None:
        caption = self._caption
        if caption is not None:
            self._desk.edit(
                "Edit caption",
                lambda b: sounds.say(b, caption.id, text),
                f"write {caption.id}",
            )

    def _retime(self) -> None:
        caption, board, span = self._caption, self._desk.board, self._desk.span
        if caption is None or board is None or span is None:
            return
        start = min(span.length - 1, frames_of(self._start.value(), board.rate))
        length = frames_of(self._long.value(), board.rate)
        timed = replace(caption, start=start, length=max(1, min(span.length - start, length)))
        self._desk.edit("Retime caption", lambda b: sounds.set_caption(b, timed))

    def _quote(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        caption = self._caption
        if caption is not None:
            quoted = replace(caption, quoted=on)
            self._desk.edit("Mark as quoted", lambda b: sounds.set_caption(b, quoted))
