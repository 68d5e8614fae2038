"""The two sides of a reveal: the drawn face and the real one, each with its eyes to mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel.jobs import Progress
from kindreel.model.ids import MediaId
from kindreel.model.reveal import Portrait
from kindreel.render.faces import Eyes, find_face
from kindreel_ui.kit import Button, Chip, Label, Painted, column, paint, row
from kindreel_ui.reveal.faces import Faces
from kindreel_ui.reveal.stand import Stand
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session
from kindreel_ui.theme import colour

_MARK = QColor("#FF7A66")
_PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp *.svg *.bmp *.tif *.tiff)"
_CLIPS = "Pictures and clips (*.png *.jpg *.jpeg *.webp *.bmp *.mp4 *.mov *.webm *.mkv)"
_NUDGE = 0.004

Point = tuple[float, float]


class EyePicker(Painted):
    """A picture with a dot on each eye; the dots can be dragged, or moved with the arrows.

    picked: both eyes in fractions of the picture, while they are moved. let_go: the move is over.
    """

    picked = Signal(object, object)
    let_go = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._picture: QImage | None = None
        self._eyes: tuple[Point, Point] | None = None
        self._held: int | None = None
        self._turn = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 10)
        self.setMinimumSize(150, 220)

    def sizeHint(self) -> QSize:
        """As tall as a phone."""
        return QSize(198, 352)

    def show_face(self, picture: QImage | None, eyes: tuple[Point, Point] | None) -> None:
        """Show a picture and the eyes that are known on it."""
        self._picture, self._eyes = picture, eyes
        words = "eyes marked" if eyes else "eyes not marked yet"
        self.setAccessibleDescription(words)
        self.update()

    def _room(self) -> QRectF:
        """Where the picture lies: whole, in the middle of the widget."""
        whole = QRectF(self.rect())
        if self._picture is None or self._picture.isNull():
            return whole
        size = self._picture.size().scaled(
            whole.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        left = (whole.width() - size.width()) / 2
        top = (whole.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _place(self, eye: Point) -> QPointF:
        room = self._room()
        return QPointF(room.x() + eye[0] * room.width(), room.y() + eye[1] * room.height())

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the picture, an oval about the face, and the dots."""
        paint.rounded(painter, box, 10, fill=colour("inset"), stroke=colour("stroke"))
        if self._picture is None or self._picture.isNull():
            place = box.adjusted(12, 0, -12, 0)
            ink = colour("text3")
            font_words = "Choose a picture" if self._picture is None else "Can't be shown"
            paint.text(painter, place, font_words, self.font(), ink, paint.CENTRE)
            return
        painter.save()
        paint.clip_round(painter, box, 10)
        painter.drawImage(self._room(), self._picture, QRectF(self._picture.rect()))
        painter.restore()
        if self._eyes is not None:
            self._draw_eyes(painter, self._eyes)

    def _draw_eyes(self, painter: QPainter, eyes: tuple[Point, Point]) -> None:
        left, right = (self._place(eye) for eye in eyes)
        gap = max(8.0, right.x() - left.x())
        middle = QPointF((left.x() + right.x()) / 2, (left.y() + right.y()) / 2 + gap * 0.25)
        pen = QPen(QColor("#FFFFFF"), 1.5)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, gap * 1.15, gap * 1.5)
        painter.setPen(QPen(_MARK, 1.5))
        painter.drawLine(left, right)
        for place in (left, right):
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawEllipse(place, 5, 5)
            painter.setBrush(_MARK)
            painter.drawEllipse(place, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearer eye; without eyes, set the left and then the right one."""
        if self._picture is None or self._picture.isNull():
            return
        at = event.position()
        if self._eyes is None:
            point = self._fraction(at)
            self._eyes = (point, (min(1.0, point[0] + 0.15), point[1]))
            self._held = 1
            return
        far = [(self._place(e) - at).manhattanLength() for e in self._eyes]
        self._held = far.index(min(far))
        self._move(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the eye."""
        if self._held is not None:
            self._move(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._held is not None:
            self._held = None
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move an eye, Enter takes the other one."""
        steps = {
            Qt.Key.Key_Left: (-_NUDGE, 0.0),
            Qt.Key.Key_Right: (_NUDGE, 0.0),
            Qt.Key.Key_Up: (0.0, -_NUDGE),
            Qt.Key.Key_Down: (0.0, _NUDGE),
        }
        step = steps.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._turn = 1 - self._turn
        elif step is not None and self._picture is not None:
            eyes = list(self._eyes or ((0.42, 0.4), (0.58, 0.4)))
            x, y = eyes[self._turn]
            eyes[self._turn] = (x + step[0], y + step[1])
            self._tell(eyes)
        else:
            super().keyPressEvent(event)

    def _fraction(self, at: QPointF) -> Point:
        room = self._room()
        x = min(1.0, max(0.0, (at.x() - room.x()) / room.width()))
        y = min(1.0, max(0.0, (at.y() - room.y()) / room.height()))
        return round(x, 4), round(y, 4)

    def _move(self, at: QPointF) -> None:
        if self._eyes is not None and self._held is not None:
            eyes = list(self._eyes)
            eyes[self._held] = self._fraction(at)
            self._tell(eyes)

    def _tell(self, eyes: list[Point]) -> None:
        left, right = sorted(eyes)
        self._eyes = (left, right)
        self.update()
        self.picked.emit(left, right)


class Side(QWidget):
    """One side of the chosen creator: title, picture with eyes, and choosing another file.

    which: "avatar" or "person", a field of Creator.
    """

    def __init__(
        self,
        which: str,
        title: str,
        stand: Stand,
        faces: Faces,
        session: Session,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._which, self._stand, self._faces = which, stand, faces
        self._session, self._runner = session, runner
        self.picker = EyePicker(title)
        self._chip = Chip("")
        self._choose = Button("Choose…", "secondary", step="sm", icon="image")
        self._choose.setAccessibleName(f"Choose the {title.lower()}")
        self.picker.setFixedHeight(352)
        foot = row(self._chip, None, self._choose, gap=6)
        body = column(None, Label(title, "bodyStrong"), gap=6)
        body.addWidget(self.picker)
        body.addLayout(foot)
        body.addStretch(1)
        self.setLayout(body)
        self._choose.clicked.connect(self._ask)
        self.picker.picked.connect(self._mark)
        self.picker.let_go.connect(stand.end_gesture)
        stand.changed.connect(self.refresh)
        faces.ready.connect(lambda _media: self.refresh())

    @property
    def portrait(self) -> Portrait | None:
        """The portrait on this side."""
        creator = self._stand.creator
        found: Portrait | None = getattr(creator, self._which) if creator else None
        return found

    def refresh(self) -> None:
        """Show the side as it is now."""
        portrait = self.portrait
        self._choose.setEnabled(self._stand.creator is not None)
        if portrait is None:
            self.picker.show_face(None, None)
            self._chip.show_words("No picture yet", "neutral", "image")
            return
        picture = self._faces.picture(portrait.media)
        eyes = self._eyes(portrait)
        self.picker.show_face(picture, eyes)
        if eyes is not None:
            self._chip.show_words("Face centred", "success", "check")
        elif self._faces.known(portrait.media):
            self._chip.show_words("Mark both eyes", "warn", "eye")
        else:
            self._chip.show_words("Looking…", "neutral", "hourglass-medium")

    def _eyes(self, portrait: Portrait) -> tuple[Point, Point] | None:
        if portrait.left_eye is not None and portrait.right_eye is not None:
            return portrait.left_eye, portrait.right_eye
        found = self._faces.eyes(portrait.media)
        return (found.left, found.right) if found else None

    def _mark(self, left: Point, right: Point) -> None:
        portrait = self.portrait
        if portrait is not None:
            marked = replace(portrait, left_eye=left, right_eye=right)
            gesture = f"eyes {self._which}"
            self._stand.put_portrait(self._which, marked, "Mark the eyes", gesture)

    def _ask(self) -> None:
        kinds = _PICTURES if self._which == "avatar" else _CLIPS
        chosen, _ = QFileDialog.getOpenFileName(self, "Choose a picture", "", kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Copy a picture into the project, look for the face, and show it here."""
        store = self._session.media
        if store is None:
            return

        def work(_progress: Progress) -> tuple[MediaId, Eyes | None]:
            media = store.add(path)
            return media, _eyes_in(store.path(media))

        self._runner.document(work).finished.connect(self._put)

    def _put(self, found: tuple[MediaId, Eyes | None]) -> None:
        media, eyes = found
        portrait = Portrait(
            media=media,
            left_eye=eyes.left if eyes else None,
            right_eye=eyes.right if eyes else None,
        )
        words = "avatar" if self._which == "avatar" else "photo"
        self._stand.put_portrait(self._which, portrait, f"Choose the {words}")


def _eyes_in(path: Path) -> Eyes | None:
    """The eyes on a picture; clips are looked at when they play."""
    if path.suffix.lower() in {".mp4", ".mov", ".webm", ".mkv"}:
        return None
    return find_face(path)
