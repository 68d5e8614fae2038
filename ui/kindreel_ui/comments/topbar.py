"""The bar above the Comments screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kindreel.model.triage import Video
from kindreel_ui.comments.desk import Situation
from kindreel_ui.comments.wording import isolated
from kindreel_ui.kit import Button, IconButton, Label, Line, Picker, row


class TopBar(QWidget):
    """Title, the videos to choose from, undo and redo, import, and the one coral action.

    video_chosen: a video's key, or None for all. hand_off_wanted: the person is done here.
    """

    video_chosen = Signal(object)
    import_wanted = Signal()
    hand_off_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._videos: tuple[Video, ...] = ()
        self._picker = Picker(["All videos"], name="Video")
        self._picker.setMinimumWidth(150)
        self._picker.setMaximumWidth(280)
        self._picker.activated.connect(self._chosen)
        self.undo = IconButton("arrow-counter-clockwise", "Undo (Ctrl+Z)")
        self.redo = IconButton("arrow-clockwise", "Redo (Ctrl+Shift+Z)")
        import_button = Button("Import", icon="download-simple")
        import_button.clicked.connect(self.import_wanted)
        self.hand_off = Button("Hand off", "primary", icon="arrow-right")
        self.hand_off.clicked.connect(self.hand_off_wanted)
        line = row(
            Label("Comments", "bodyStrong"),
            8,
            self._picker,
            None,
            self.undo,
            self.redo,
            Line(upright=True),
            import_button,
            self.hand_off,
            gap=8,
            margins=(20, 0, 16, 0),
        )
        self.setLayout(line)
        self.show_situation(Situation())

    def show_videos(self, videos: Sequence[Video]) -> None:
        """Offer other videos; the one chosen stays chosen."""
        if tuple(videos) == self._videos:
            return
        at = self._picker.currentIndex() - 1
        chosen = self._videos[at].key if 0 <= at < len(self._videos) else None
        self._videos = tuple(videos)
        self._picker.clear()
        self._picker.addItem(f"All videos ({len(videos):,})")
        for index, video in enumerate(videos, 1):
            self._picker.addItem(isolated(video.title or video.id))
            if video.key == chosen:
                self._picker.setCurrentIndex(index)

    def _chosen(self, at: int) -> None:
        self.video_chosen.emit(self._videos[at - 1].key if at else None)

    def show_situation(self, now: Situation) -> None:
        """Say how many decisions wait to be handed over; offer undo and redo if there is any."""
        decided = now.to_hand_over
        self.hand_off.set_words(f"Hand off {decided:,}" if decided else "Hand off")
        self.hand_off.setEnabled(decided > 0)
        self.undo.setEnabled(now.undo)
        self.redo.setEnabled(now.redo)
