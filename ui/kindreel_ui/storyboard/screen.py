"""The Storyboard screen: Board, Reveal and Script over one project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from kindreel.export.preflight import Finding
from kindreel.jobs import Progress
from kindreel.model.board import Board
from kindreel.model.project import Project
from kindreel_ui.kit import Button, EmptyState, column
from kindreel_ui.playback.sounds import mixed
from kindreel_ui.playback.speaker import Pcm
from kindreel_ui.playback.stages import maker
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.screens import Intent, Screen, StartExport, Tools
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.page import BoardPage
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.preflight import PreflightButton
from kindreel_ui.storyboard.relink import Relink
from kindreel_ui.storyboard.scriptpage import ScriptPage
from kindreel_ui.storyboard.topbar import TopBar
from kindreel_ui.storyboard.veil import Veil

_BOARD, _REVEAL = range(2)


class StoryboardScreen(Screen):
    """Shows one of the views, or says that no project is open."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._session = tools.session
        self.theatre = Theatre(tools.runner, self._mix, self)
        self._prepare(None, tools.session.project, "open")
        self.theatre.show_board(tools.session.project, tools.session.board)
        tools.session.changed.connect(self._prepare)
        self.desk = Desk(tools.session, self.theatre, self)
        self.page = BoardPage(tools, self.desk)
        self.script = ScriptPage(self.desk)
        self._left = True
        self._reveal: Screen | None = None
        self._export: Screen | None = None
        self.preflight = PreflightButton(tools.session, tools.runner)
        self.bar = TopBar(tools.session, self.preflight)
        self._stack = QStackedWidget()
        self._nowhere = self._nothing()
        for view in (self.page, self.script, self._nowhere):
            self._stack.addWidget(view)
        self.setLayout(column(self._stack, gap=0))
        self.relink = Relink(tools.session, tools.runner, tools.faults, self)
        self._connect()
        self._enter()

    def _connect(self) -> None:
        self.bar.viewed.connect(self.show_view)
        self.bar.exported.connect(self.open_export)
        self.bar.details.clicked.connect(self.page.toggle_inspector)
        self.page.floated.connect(self.bar.details.setVisible)
        self.page.shown.connect(self.bar.details.setChecked)
        self.preflight.jumped.connect(self._jump)
        self.theatre.player.played.connect(self.preflight.wait)
        self.theatre.failed.connect(self._tools.faults.tell)
        self._session.opened.connect(lambda _project: self._enter())
        self._session.closed.connect(self._enter)
        self.relink.found.connect(self._show_found)

    def _nothing(self) -> EmptyState:
        new = Button("New storyboard", "primary", icon="plus")
        new.clicked.connect(self._tools.projects.new_blank)
        old = Button("Open a project…")
        old.clicked.connect(self._tools.projects.ask_open)
        return EmptyState(
            "board",
            "No project is open",
            "Start a new storyboard, or open one. Templates and recent projects are on Home.",
            new,
            old,
        )

    def _mix(self, board: Board, _progress: Progress) -> Pcm:
        project, media = self._session.project, self._session.media
        if project is None or media is None:
            return Pcm(b"")
        return mixed(project, board, media.path)

    def _prepare(self, _before: Project | None, after: Project | None, origin: str) -> None:
        """Know where another project's media are before anybody asks for a picture."""
        if origin in {"open", "close"}:
            media = self._session.media if after is not None else None
            self.theatre.use_stage(maker(media.path) if media else None)

    def _enter(self) -> None:
        """Take over another project, or none."""
        media = self._session.media
        self.page.waveforms.use(media.path if media else None)
        self.theatre.player.seek(0)
        self.bar.views.choose(_BOARD)
        self.show_view(self.bar.views.at)
        self.preflight.look()
        self.relink.look()

    def _show_found(self) -> None:
        """Missing pictures are back: draw everything anew."""
        self._prepare(None, self._session.project, "open")
        self.theatre.show_board(self._session.project, self._session.board)
        self.page.filmstrip.list.viewport().update()
        self.preflight.look()

    def show_view(self, index: int) -> None:
        """Show Board, Reveal or Script."""
        self.theatre.player.stop()
        before, after = self._stack.currentWidget(), self._view(index)
        if before is after:
            return
        if isinstance(before, Screen):
            before.leave()
        self._stack.setCurrentWidget(after)
        if isinstance(after, Screen):
            after.arrive(None)

    def _view(self, index: int) -> QWidget:
        if self._session.project is None:
            return self._nowhere
        if index != _REVEAL:
            return self.page if index == _BOARD else self.script
        if self._reveal is None:
            self._reveal = self._tools.screen("reveal")
            self._stack.addWidget(self._reveal)
        return self._reveal

    def open_export(self) -> None:
        """Show the export dialog over the workspace."""
        if self._session.project is None:
            return
        self.theatre.player.stop()
        if self._export is None:
            self._export = self._tools.screen("export")
            chip = self._export.topbar()
            if chip is not None:
                self.bar.hold(chip)
                chip.setVisible(False)
        Veil(self._export, self.window()).open()
        self._export.arrive(StartExport())

    def _jump(self, finding: Finding) -> None:
        self.bar.views.choose(_BOARD)
        self.theatre.player.seek(finding.frame)
        if finding.scene is not None:
            self.desk.choose(Pick(finding.scene), seek=False)

    # Screen -------------------------------------------------------------------------------------

    def topbar(self) -> QWidget:
        """Project, views, undo, pre-flight, export."""
        return self.bar

    def regions(self) -> Sequence[QWidget]:
        """The parts of the view on show."""
        shown = self._stack.currentWidget()
        if isinstance(shown, BoardPage | Screen):
            return shown.regions()
        return (self._stack,)

    def arrive(self, intent: Intent | None) -> None:
        """Shown; perhaps to export at once. Asked for while it is on show, it goes to the Board."""
        if not self._left:
            self.bar.views.choose(_BOARD)
        self._left = False
        self.bar.refresh()
        if isinstance(intent, StartExport):
            self.open_export()

    def leave(self) -> None:
        """Stop playing."""
        self._left = True
        self.theatre.player.stop()

    def undo(self) -> None:
        """Take back the last edit."""
        self._session.undo()

    def redo(self) -> None:
        """Do it again."""
        self._session.redo()
