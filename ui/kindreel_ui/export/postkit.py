"""The post kit: the text and hashtags that go into the post beside the video."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from kindreel.export.beside import post_text
from kindreel.model.board import PostKit
from kindreel_ui.kit import Bare, Button, Card, Label, LineField, chip_width, paint_chip, row
from kindreel_ui.theme import font

MOST_LETTERS = 2200


def utf16(text: str) -> int:
    """How long a text is as the apps count it."""
    return len(text.encode("utf-16-le")) // 2


class TagChip(Bare):
    """A hashtag; a click takes it away."""

    def __init__(self, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Remove #{tag}", parent)
        self._words = f"#{tag}"
        self.setToolTip(f"Remove #{tag}")
        self.setFixedSize(round(chip_width(self._words, None)), 24)
        self.setProperty("ringRadius", 12)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the chip."""
        paint_chip(painter, box, self._words, "accentText", None)


class PostKitCard(Card):
    """Text, hashtags, their length, and Copy.

    edited: the PostKit as the person wants it now.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._kit = PostKit()
        self._showing = False
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("Post text")
        self._text.setFont(font("body"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(64)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(6)
        self._add = LineField(name="Add a hashtag", hint="+ Add", step="sm")
        self._add.setFixedWidth(110)
        self._count = Label("", "caption")
        copy = Button("Copy caption", "secondary", step="sm", icon="copy")
        hint = Label("caption.txt, cover.png and captions.srt, saved beside the video", "caption")
        head = row(Label("Post kit", "heading"), hint, None, gap=10)
        foot = row(self._count, None, copy)
        super().__init__(
            head, self._text, self._tags, foot, gap=8, margins=(18, 12, 14, 12), parent=parent
        )
        self._text.textChanged.connect(self._write)
        self._add.returnPressed.connect(self._add_tag)
        copy.clicked.connect(self._copy)

    def show_kit(self, kit: PostKit) -> None:
        """Show the board's post kit."""
        self._kit = kit
        self._showing = True
        if self._text.toPlainText() != kit.caption:
            self._text.setPlainText(kit.caption)
        self._showing = False
        while (item := self._tags.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.deleteLater()
        for tag in kit.hashtags:
            chip = TagChip(tag)
            chip.clicked.connect(lambda _on=False, tag=tag: self._remove(tag))
            self._tags.addWidget(chip)
        self._tags.addWidget(self._add)
        self._tags.addStretch(1)
        self._count.setText(f"{utf16(post_text(kit)):,} / {MOST_LETTERS:,} characters")

    def _change(self, **fields: object) -> None:
        self.edited.emit(replace(self._kit, **fields))  # type: ignore[arg-type]  # each caller names a field with its type

    def _write(self) -> None:
        if not self._showing:
            self._change(caption=self._text.toPlainText())

    def _add_tag(self) -> None:
        tag = "".join(self._add.text().split()).lstrip("#")
        self._add.clear()
        if tag and tag not in self._kit.hashtags:
            self._change(hashtags=(*self._kit.hashtags, tag))

    def _remove(self, tag: str) -> None:
        self._change(hashtags=tuple(t for t in self._kit.hashtags if t != tag))
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(post_text(self._kit))
