"""The cast: everybody who is revealed, in order, and what is still to do for each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kindreel.model.ids import CreatorId
from kindreel.model.reveal import Creator, Portrait
from kindreel_ui.kit import (
    Bare,
    Box,
    Card,
    IconButton,
    IconLabel,
    Label,
    Panel,
    Segmented,
    column,
    paint,
    paint_face,
    row,
)
from kindreel_ui.reveal.faces import Faces
from kindreel_ui.reveal.stand import Stand, readiness
from kindreel_ui.theme import colour, font, size

_ARRANGEMENTS = ("in_turn", "together")


class CastCard(Bare):
    """One creator: both faces, name, handle and state."""

    def __init__(self, creator: Creator, faces: Faces, parent: QWidget | None = None) -> None:
        state, self._tone = readiness(creator)
        super().__init__(f"{creator.name}, {state}", parent)
        self._creator, self._faces, self._state = creator, faces, state
        self.setCheckable(True)
        self.setFixedHeight(72)
        self.setProperty("ringRadius", 10)
        faces.ready.connect(self._face_ready)

    def _face_ready(self, _media: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """A card's size."""
        return QSize(190, 72)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the card."""
        on = self.isChecked()
        if on:
            edge = colour("accent")
            paint.rounded(painter, box, 10, fill=colour("selection"), stroke=edge, width=1.5)
        elif self.underMouse():
            paint.rounded(painter, box, 10, fill=colour("hover"))
        self._draw_face(painter, QRectF(10, 14, 44, 44), self._creator.avatar)
        ground = colour("selection" if on else "surface")
        paint.rounded(painter, QRectF(36, 34, 28, 28), 14, fill=ground)
        self._draw_face(painter, QRectF(38, 36, 24, 24), self._creator.person)
        room = box.width() - 82
        name = QRectF(76, 11, room, 18)
        paint.text(painter, name, self._creator.name, font("bodyStrong"), colour("text"))
        handle = f"@{self._creator.handle.lstrip('@')}" if self._creator.handle else "No handle yet"
        paint.text(painter, QRectF(76, 30, room, 16), handle, font("caption"), colour("text3"))
        paint.rounded(painter, QRectF(76, 54, 6, 6), 3, fill=colour(self._tone))
        state = QRectF(88, 49, room - 12, 16)
        paint.text(painter, state, self._state, font("caption"), colour(self._tone))

    def _draw_face(self, painter: QPainter, box: QRectF, portrait: Portrait | None) -> None:
        picture = self._faces.face(portrait) if portrait else None
        paint_face(painter, box, self._creator.name, picture)


class CastPanel(Panel):
    """The list, how they are shown, and the promise that faces stay here."""

    def __init__(self, stand: Stand, faces: Faces, parent: QWidget | None = None) -> None:
        self._stand, self._faces = stand, faces
        self._count = Label("", "caption")
        self._add = IconButton("plus-bold", "Add creator", step="sm")
        self._arranged = Segmented(("In turn", "Together"), name="Revealed")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(4)
        hint = Label("Revealed one after another, or together in a grid.", "caption", wrap=True)
        stay = Card(
            row(IconLabel("shield-check", "success"), Label("Faces stay here", "bodyStrong"), None),
            Label(
                "Photos never leave this computer. Export writes only the finished video.",
                "label",
                wrap=True,
            ),
            gap=4,
            margins=(12, 12, 12, 12),
        )
        head = row(Label("Cast", "bodyStrong"), None, self._count, self._add)
        body = column(head, hint, 2, gap=4, margins=(12, 10, 12, 16))
        body.addWidget(Box(row(self._arranged, None)))
        body.addLayout(self._cards)
        body.addStretch(1)
        body.addWidget(stay)
        super().__init__(body, "left", parent)
        self.setFixedWidth(size("filmstrip"))
        self.setAccessibleName("Cast")
        self._add.clicked.connect(stand.add_creator)
        self._arranged.chosen.connect(self._arrange)
        stand.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the cast as it is now."""
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        shown, chosen = self._stand.cast, self._stand.creator
        for creator in shown:
            card = CastCard(creator, self._faces)
            card.setChecked(creator is chosen)
            card.clicked.connect(lambda _on=False, who=creator.id: self._stand.choose(who))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            card.customContextMenuRequested.connect(
                lambda at, card=card, who=creator.id: self._open_menu(card, who, at)
            )
            self._cards.addWidget(card)
        words = "creator" if len(shown) == 1 else "creators"
        self._count.setText(f"{len(shown)} {words}")
        reveal = self._stand.reveal
        if reveal is not None:
            self._arranged.blockSignals(True)
            self._arranged.choose(_ARRANGEMENTS.index(reveal.arrangement))
            self._arranged.blockSignals(False)

    def _arrange(self, index: int) -> None:
        label = ("Reveal in turn", "Reveal together")[index]
        self._stand.edit_reveal(label, arrangement=_ARRANGEMENTS[index])

    def _open_menu(self, card: CastCard, who: CreatorId, at: QPoint) -> None:
        self._stand.choose(who)
        menu = QMenu(self)
        menu.addAction("Earlier", lambda: self._stand.move_creator(-1))
        menu.addAction("Later", lambda: self._stand.move_creator(1))
        menu.addSeparator()
        menu.addAction("Remove from the cast", self._stand.remove_creator)
        menu.exec(card.mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose the next creator, Del takes the chosen one out."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        shown, chosen = self._stand.cast, self._stand.creator
        if step is not None and chosen is not None:
            at = max(0, min(len(shown) - 1, shown.index(chosen) + step))
            self._stand.choose(shown[at].id)
        elif event.key() == Qt.Key.Key_Delete:
            self._stand.remove_creator()
        else:
            super().keyPressEvent(event)
