"""The filmstrip panel: count, beat bar and the list of scenes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from kindreel.model.board import Beat, Board, Scene
from kindreel.model.edits import scenes as edits
from kindreel_ui.actions import Actions, Deed
from kindreel_ui.kit import IconButton, Label, Panel, column, row
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.filmstrip.beatbar import BeatBar
from kindreel_ui.storyboard.filmstrip.card import CardDelegate
from kindreel_ui.storyboard.filmstrip.model import ScenesModel
from kindreel_ui.storyboard.newscenes import new_scene
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.words import beat_words, seconds_words
from kindreel_ui.theme import size

_GROUP = "Scenes"


class SceneList(QListView):
    """The cards; one tab stop, arrows inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Scenes")
        self.setItemDelegate(CardDelegate(desk, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def dropEvent(self, event: QDropEvent) -> None:
        """Alt makes a copy as Ctrl does."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.setDropAction(Qt.DropAction.CopyAction)
        super().dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the scene; letters are keys, not a search."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        model = self.model()
        if alt and step and isinstance(model, ScenesModel):
            here = self.currentIndex().row()
            model.dropped.emit(here, here + step + (1 if step > 0 else 0), False)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _letters: str) -> None:
        """No search by typing: single letters are keys of the workspace."""


class Filmstrip(Panel):
    """All scenes, the reveal last: choose, rename, order, add, copy and delete them."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._length = Label("", "mono")
        self._add = IconButton("plus-bold", "Add scene (N)", step="sm")
        self._bar = BeatBar()
        self.list = SceneList(desk)
        head = row(Label("Scenes", "bodyStrong"), None, self._length, self._add)
        head.setContentsMargins(0, 0, 2, 0)
        body = column(head, self._bar, 2, gap=4, margins=(12, 10, 12, 4))
        body.addWidget(self.list, 1)
        super().__init__(body, "left", parent)
        self.setFixedWidth(size("filmstrip"))
        self.setAccessibleName("Filmstrip")
        self._model = ScenesModel(desk, self)
        self.list.setModel(self._model)
        self._bind(actions)
        self._model.renamed.connect(self._rename)
        self._model.dropped.connect(self._drop)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._add.clicked.connect(self.add)
        desk.changed.connect(lambda _before, after: self.show_board(after))
        desk.picked.connect(lambda _before, _after: self._mark())
        self.show_board(desk.board)

    def _bind(self, actions: Actions) -> None:
        self._rename_action = actions.bind(
            Deed("scene.rename", "Rename scene", _GROUP, ("F2",), "pencil-simple"),
            self.list,
            lambda: self.list.edit(self.list.currentIndex()),
        )
        self._copy_action = actions.bind(
            Deed("scene.duplicate", "Duplicate scene", _GROUP, ("Ctrl+D",), "copy"),
            self.list,
            self.duplicate,
        )
        self._delete_action = actions.bind(
            Deed("scene.delete", "Delete scene", _GROUP, ("Del",), "trash"), self.list, self.delete
        )

    def show_board(self, board: Board | None) -> None:
        """Show another version of the board."""
        self._model.show_board(board)
        self._bar.show_board(board)
        self._length.setText(seconds_words(board.length, board.rate) if board else "")
        self._mark()

    def _mark(self) -> None:
        row_ = self._model.row_of(self._desk.pick.scene)
        if row_ >= 0 and self.list.currentIndex().row() != row_:
            selection = self.list.selectionModel()
            index = self._model.index(row_)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        panel = self._model.panel(current.row())
        if panel is not None and panel.id != self._desk.pick.scene:
            self._desk.choose(Pick(panel.id))

    def _rename(self, row_: int, title: str) -> None:
        panel = self._model.panel(row_)
        if panel is not None and panel.title != title:
            self._desk.edit(
                "Rename scene", lambda b: edits.describe_scene(b, panel.id, title=title)
            )

    def _drop(self, source: int, target: int, copy: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        panel = self._model.panel(source)
        if not isinstance(panel, Scene):
            return
        if not copy:
            index = target - 1 if target > source else target
            self._desk.edit("Move scene", lambda b: edits.move_scene(b, panel.id, index))
            return

        def copied(board: Board) -> Board:
            board = edits.duplicate_scene(board, panel.id)
            fresh = board.scenes[source + 1].id
            return edits.move_scene(board, fresh, target)

        self._desk.edit("Duplicate scene", copied)

    def add(self) -> None:
        """Add an empty scene after the chosen one and choose it."""
        span = self._desk.span
        board = self._desk.board
        if board is None:
            return
        at = min(len(board.scenes), span.index + 1) if span else len(board.scenes)
        scene = new_scene(board, at)
        self._desk.edit("Add scene", lambda b: edits.add_scene(b, scene, at))
        self._desk.choose(Pick(scene.id))

    def duplicate(self) -> None:
        """Put a copy of the chosen scene right after it."""
        scene, span = self._desk.pick.scene, self._desk.span
        board = self._desk.board
        if span is None or board is None or not isinstance(span.panel, Scene):
            return
        self._desk.edit("Duplicate scene", lambda b: edits.duplicate_scene(b, scene))
        self._desk.choose(Pick(self._desk.board.panels[span.index + 1].id))  # type: ignore[union-attr]  # a board was just edited

    def delete(self) -> None:
        """Delete the chosen scene and choose its neighbour; the reveal stays."""
        span, board = self._desk.span, self._desk.board
        if span is None or board is None or not isinstance(span.panel, Scene):
            return
        scene = span.panel.id
        neighbours = [p.id for p in board.panels if p.id != scene]
        self._desk.edit("Delete scene", lambda b: edits.remove_scene(b, scene))
        self._desk.choose(Pick(neighbours[min(span.index, len(neighbours) - 1)]))

    def _open_menu(self, at: QPoint) -> None:
        panel = self._desk.panel
        if panel is None:
            return
        menu = QMenu(self)
        menu.addAction("Add scene after", self.add)
        menu.addAction(self._rename_action)
        if isinstance(panel, Scene):
            menu.addAction(self._copy_action)
            beats = menu.addMenu("Beat")
            for beat in list(Beat)[:-1]:
                action = beats.addAction(beat_words(beat))
                action.setCheckable(True)
                action.setChecked(beat is panel.beat)
                action.triggered.connect(lambda _on=False, b=beat: self._set_beat(b))
            menu.addSeparator()
            menu.addAction(self._delete_action)
        menu.exec(self.list.viewport().mapToGlobal(at))

    def _set_beat(self, beat: Beat) -> None:
        scene = self._desk.pick.scene
        self._desk.edit("Change beat", lambda b: edits.set_beat(b, scene, beat))
