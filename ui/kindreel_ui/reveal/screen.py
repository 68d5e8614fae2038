"""The Reveal screen: cast, both sides, the change between them, and the person's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kindreel.model.edits.cast import set_reveal_style
from kindreel.model.plugins import RevealStyle
from kindreel.registry import title
from kindreel.reveals import shelf
from kindreel_ui.actions import Deed
from kindreel_ui.kit import Box, IconLabel, Label, column, row
from kindreel_ui.playback.stages import maker
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.reveal.castlist import CastPanel
from kindreel_ui.reveal.faces import Faces
from kindreel_ui.reveal.parts import PartsBar
from kindreel_ui.reveal.person import PersonPanel
from kindreel_ui.reveal.preview import Preview
from kindreel_ui.reveal.sides import Side
from kindreel_ui.reveal.stand import Stand
from kindreel_ui.reveal.styles import StyleRow
from kindreel_ui.screens import Intent, Screen, Tools


class RevealScreen(Screen):
    """Lays the parts out and joins them."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools, self._session = tools, tools.session
        self.stand = Stand(tools.session, self)
        self.theatre = Theatre(tools.runner, None, self)
        self.theatre.player.set_loop(on=True)
        self._stage_of: object = None
        self._shown = ("", 0)
        faces = Faces(tools.session, tools.runner, self)
        self.cast = CastPanel(self.stand, faces)
        self.avatar = Side("avatar", "Avatar side", self.stand, faces, tools.session, tools.runner)
        self.person = Side("person", "Real photo", self.stand, faces, tools.session, tools.runner)
        self.preview = Preview(self.stand, self.theatre)
        self.styles = StyleRow(self.stand, self.theatre)
        self.parts = PartsBar()
        self.words = PersonPanel(self.stand)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sides = row(gap=20, margins=(0, 0, 0, 0))
        sides.addStretch(1)
        sides.addWidget(self.avatar)
        sides.addWidget(IconLabel("arrow-right", "text3", 18))
        sides.addWidget(self.preview)
        sides.addWidget(IconLabel("arrow-right", "text3", 18))
        sides.addWidget(self.person)
        sides.addStretch(1)
        hint = Label("Hover to play. Every style is flash-safe.", "caption")
        middle = column(gap=8, margins=(24, 16, 24, 16))
        middle.addLayout(sides, 1)
        middle.addLayout(row(Label("Style", "bodyStrong"), hint, None))
        middle.addWidget(self.styles)
        middle.addWidget(self.parts)
        body = row(gap=0)
        body.addWidget(self.cast)
        body.addWidget(Box(middle), 1)
        body.addWidget(self.words)
        self.setLayout(body)

    def _connect(self) -> None:
        player = self.theatre.player
        self.stand.changed.connect(self.refresh)
        self.styles.chosen.connect(self._restyle)
        self.parts.sought.connect(lambda frame: player.seek(self.stand.turn_start + frame))
        self.words.use.clicked.connect(self._leave_for_board)
        self.theatre.failed.connect(self._tools.faults.tell)
        player.moved.connect(lambda _frame: self._show_parts())
        bind = self._tools.actions.bind
        for name, words, keys, run in (
            ("reveal.play", "Play or pause the reveal", ("Space",), player.toggle),
            ("reveal.loop", "Loop the reveal", ("L",), lambda: player.set_loop(on=not player.loop)),
        ):
            bind(Deed(name, words, "Reveal", keys), self, run)

    def refresh(self) -> None:
        """Show the reveal as it is now; hidden, wait until it is shown."""
        if not self.isVisible():
            return
        media, board = self._session.media, self.stand.board
        if media is not self._stage_of:
            self._stage_of = media
            self.theatre.use_stage(maker(media.path) if media else None)
        if board is not None:
            self.preview.picture.canvas = board.size
        self.theatre.show_board(self.stand.project, board)
        creator = self.stand.creator
        now = (creator.id if creator else "", self.stand.turn_start)
        if now != self._shown and board is not None:
            self._shown = now
            reveal = board.reveal
            self.theatre.player.seek(now[1] + reveal.avatar + round(reveal.change * 0.42))
        self._show_parts()

    def _show_parts(self) -> None:
        at = self.theatre.player.frame - self.stand.turn_start
        self.parts.show_board(self.stand.board, at)

    def _restyle(self, style: RevealStyle) -> None:
        label = f"Reveal: {title(shelf.kind_of(style))}"
        self.stand.edit_board(label, lambda b: set_reveal_style(b, style))
        self._play_change()

    def _play_change(self) -> None:
        reveal = self.stand.reveal
        if reveal is not None:
            self.theatre.player.stop()
            self.theatre.player.seek(self.stand.turn_start + max(0, reveal.avatar - 10))
            self.theatre.player.play()

    def _leave_for_board(self) -> None:
        self.theatre.player.stop()
        self._tools.go("storyboard", None)

    # Screen -------------------------------------------------------------------------------------

    def regions(self) -> Sequence[QWidget]:
        """Cast, styles, words."""
        return (self.cast, self.styles, self.words)

    def arrive(self, intent: Intent | None) -> None:
        """Shown: catch up."""
        del intent
        self.stand.changed.emit()

    def leave(self) -> None:
        """Stop playing."""
        self.theatre.player.stop()

    def undo(self) -> None:
        """Take back the last edit."""
        self._session.undo()

    def redo(self) -> None:
        """Do it again."""
        self._session.redo()
