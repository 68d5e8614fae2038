"""The Hand-off screen: a platform, its batches, the rows of one, and what to do there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QScrollArea, QStackedWidget, QWidget

from kindreel.model.comment import Batch, BatchStatus, Platform, Target
from kindreel_ui.handoff import wording
from kindreel_ui.handoff.desk import PLATFORMS, Desk, Waiting
from kindreel_ui.handoff.panels import BatchCards, GuideCard, Intro, Side
from kindreel_ui.handoff.rows import Rows, RowsView
from kindreel_ui.kit import (
    Box,
    Button,
    Card,
    EmptyState,
    Label,
    NoticeBar,
    Segmented,
    announce,
    column,
    row,
)
from kindreel_ui.screens import Intent, Screen, Tools

if TYPE_CHECKING:
    from kindreel.handoff.evidence import EvidenceReport
    from kindreel.handoff.lists import HandoffReport


class HandoffScreen(Screen):
    """Working through batches."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.desk = Desk(tools)
        self.rows = Rows()
        self.view = RowsView(self.rows)
        self.cards = BatchCards()
        self.guide = GuideCard()
        self.intro = Intro()
        self.side = Side()
        self.notice = NoticeBar()
        self.platforms = Segmented([p.value for p in PLATFORMS], name="Platform")
        self.done = Button("Mark done", "primary", icon="check")
        self._limit = Label("", "caption")
        self._ticked = Label("", "caption")
        self._batch_name = Label("", "bodyStrong")
        self._waiting: Waiting | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFixedHeight(88)
        self._scroll.setWidget(Box(row(self.cards, None)))
        self.tick_all = Button("Tick all", "ghost", step="sm")
        head = row(self._batch_name, self._ticked, None, self.tick_all, margins=(16, 10, 8, 6))
        batch = Card(head, self.view, gap=0, margins=(0, 0, 0, 0))
        self._back = Button("Back to comments", "ghost", icon="caret-left")
        work = column(
            self.notice,
            self._scroll,
            self.guide,
            batch,
            row(self._back, None, self.done),
            gap=12,
        )
        work.setStretch(3, 1)
        nothing = EmptyState(
            "quiet", "Nothing waits here", "Decide about comments first; then they come here."
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(Box(work))
        self._pages.addWidget(nothing)
        middle = column(
            row(self.platforms, None, self._limit), self._pages, gap=12, margins=(24, 16, 24, 14)
        )
        line = row(self.intro, Box(middle), self.side, gap=0)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _connect(self) -> None:
        self.desk.found.connect(self._found)
        self.platforms.chosen.connect(lambda _at: self._show())
        self.cards.chosen.connect(self._show_batch)
        self.view.ticked.connect(self._tick)
        self.tick_all.clicked.connect(self._tick_all)
        self.done.clicked.connect(self._mark_done)
        self._back.clicked.connect(lambda: self._tools.go("comments", None))
        self.side.lists_wanted.connect(self.ask_lists)
        self.side.names_wanted.connect(self._copy_names)
        self.side.evidence_wanted.connect(self._ask_evidence)

    def topbar(self) -> QWidget:
        """The title."""
        return Box(row(Label("Hand-off", "bodyStrong"), None, margins=(20, 0, 16, 0)))

    def regions(self) -> Sequence[QWidget]:
        """Platforms, batches, rows, lists."""
        return (self.platforms, self.cards, self.view, self.side)

    def arrive(self, intent: Intent | None) -> None:
        """Read what waits now."""
        del intent
        self.desk.look()

    @property
    def platform(self) -> Platform:
        """The platform on show."""
        return PLATFORMS[self.platforms.at]

    def _found(self, waiting: Waiting) -> None:
        first = self._waiting is None
        self._waiting = waiting
        if first:
            busiest = max(range(len(PLATFORMS)), key=lambda i: waiting.decisions(PLATFORMS[i]))
            self.platforms.choose(busiest)
        self._show()

    def _show(self) -> None:
        waiting = self._waiting
        if waiting is None:
            return
        guide = waiting.guides[self.platform]
        self.platforms.set_words(
            [f"{waiting.guides[p].name} {waiting.decisions(p):,}" for p in PLATFORMS]
        )
        self._limit.setText(f"{guide.name} handles up to {guide.limit} at a time")
        self.guide.show_guide(guide)
        self.intro.show_count(sum(waiting.decisions(p) for p in PLATFORMS))
        batches = waiting.batches[self.platform]
        self._pages.setCurrentIndex(0 if batches else 1)
        self._show_batch(self._same(batches))

    def _same(self, batches: Sequence[Batch]) -> Batch | None:
        """The batch that was at hand, as it is now; else the first that is not done."""
        old = self.rows.batch
        for batch in batches:
            if old and (batch.platform, batch.target, batch.number) == (
                old.platform,
                old.target,
                old.number,
            ):
                return batch
        todo = [b for b in batches if b.status is not BatchStatus.DONE]
        return next(iter(todo or batches), None)

    def _show_batch(self, batch: Batch | None) -> None:
        self.rows.show_batch(batch)
        waiting = self._waiting
        if waiting is not None:
            self.cards.show_batches(waiting.batches[self.platform], batch)
        if batch is None:
            return
        finished = batch.status is BatchStatus.DONE
        self._batch_name.setText(wording.name(batch))
        self._ticked.setText(f"{wording.done(batch)} of {len(batch.entries)} ticked")
        name = wording.name(batch)
        self.done.set_words(f"Open {name} again" if finished else f"Mark {name} done")
        self.done.set_icon("arrow-counter-clockwise" if finished else "check")
        self.tick_all.setEnabled(not finished)

    def _tick(self, keys: tuple[int, ...], done: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.rows.batch is not None:
            status = BatchStatus.DONE if done else BatchStatus.PENDING
            self.desk.mark(self.rows.batch, status, keys)

    def _tick_all(self) -> None:
        if self.rows.batch is not None:
            self._tick(tuple(entry.key for entry in self.rows.batch.entries), done=True)

    def _mark_done(self) -> None:
        batch = self.rows.batch
        if batch is None:
            return
        again = batch.status is BatchStatus.DONE
        self.desk.mark(batch, BatchStatus.PENDING if again else BatchStatus.DONE)
        announce(self, f"{wording.name(batch)} {'opened again' if again else 'marked done'}")

    def ask_lists(self) -> None:
        """Let the person choose a folder and write the platform's lists there."""
        folder = QFileDialog.getExistingDirectory(self, "Save the lists", _documents())
        if folder:
            self.write_lists(Path(folder))

    def write_lists(self, folder: Path) -> None:
        """Write the platform's lists into a folder."""
        task = self.desk.write_lists(self.platform, folder)
        task.finished.connect(self._lists_written)

    def _lists_written(self, report: HandoffReport) -> None:
        sentence, *more = report.sentences()
        self.notice.show_notice(sentence, " ".join(more), tone="success", icon="check-circle-fill")

    def _copy_names(self) -> None:
        if self._waiting is None:
            return
        batches = self._waiting.batches[self.platform]
        accounts = [b for b in batches if b.target is Target.ACCOUNTS] or batches
        QGuiApplication.clipboard().setText(wording.names(accounts))
        self.notice.show_notice(
            "The names are on the clipboard.", tone="success", icon="check-circle-fill"
        )

    def _ask_evidence(self, show_words: bool, only_severe: bool) -> None:  # noqa: FBT001 - Qt's
        suggested = str(Path(_documents()) / "comment-report.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the report", suggested, "PDF (*.pdf)")
        if chosen:
            task = self.desk.write_evidence(
                Path(chosen), show_words=show_words, only_severe=only_severe
            )
            task.finished.connect(self._evidence_written)

    def _evidence_written(self, report: EvidenceReport) -> None:
        name = report.files[0].name
        self.notice.show_notice(
            f"{report.comments:,} comments on {report.pages:,} pages are in “{name}”.",
            "Its checksums are beside it.",
            tone="success",
            icon="check-circle-fill",
        )


def _documents() -> str:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)
