"""The Comments screen: boxes, list and detail put together; it forwards, it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kindreel.model.comment import Action, Queue
from kindreel.model.triage import (
    Act,
    Box,
    CommentKey,
    Entry,
    Page,
    Selection,
    View,
)
from kindreel_ui.actions import Deed
from kindreel_ui.comments import accounts, learning
from kindreel_ui.comments.background import Background, Curiosity
from kindreel_ui.comments.desk import Desk, Situation, first_view
from kindreel_ui.comments.detail import Detail
from kindreel_ui.comments.dock import Dock
from kindreel_ui.comments.entries import Entries
from kindreel_ui.comments.filters import Filters, Heading
from kindreel_ui.comments.importing import Importing
from kindreel_ui.comments.learning import Learning
from kindreel_ui.comments.listing import Listing
from kindreel_ui.comments.queues import Queues
from kindreel_ui.comments.states import Empty, Reading
from kindreel_ui.comments.topbar import TopBar
from kindreel_ui.kit import NoticeBar, announce, column, row
from kindreel_ui.kit.layout import Box as Holder
from kindreel_ui.screens import ImportFiles, Intent, Screen, ShowBox, Tools

if TYPE_CHECKING:
    from kindreel.comments.personal import CaughtUp

_NUMBERED = (Box.SEVERE, Box.UNKIND, Box.UNSURE, Box.NEUTRAL, Box.KIND, Box.SPAM)


class CommentsScreen(Screen):
    """Triage."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.desk = Desk(tools)
        self.entries = Entries(self.desk)
        self.listing = Listing(self.entries)
        self.queues = Queues()
        self.filters = Filters()
        self.heading = Heading()
        self.dock = Dock()
        self.detail = Detail()
        self.empty = Empty()
        self.reading = Reading()
        self.notice = NoticeBar()
        self.bar = TopBar()
        self.importing = Importing(tools, self)
        self.learning = Learning(tools, lambda: self.importing.running)
        self._curiosity = Curiosity(tools)
        self._chosen: View | None = None
        self._wanted_row = 0
        self._lay_out()
        self._connect()
        self._bind()
        self.detail.hide()
        self.desk.look(self.desk.view)
        self.desk.count()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        for page in (self.listing, self.empty, self.reading):
            self._middle.addWidget(page)
        self._middle.setMinimumWidth(400)
        middle = column(self.filters, self.notice, self.heading, self._middle, self.dock, gap=0)
        middle.setStretch(3, 1)
        line = row(self.queues, Holder(middle), self.detail, gap=0)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _connect(self) -> None:
        desk, listing = self.desk, self.listing
        desk.counted.connect(self._counted)
        desk.videos_found.connect(self.bar.show_videos)
        desk.looked.connect(self._looked)
        desk.listed.connect(self._listed)
        desk.decided.connect(self._decided)
        desk.restored.connect(self._restored)
        desk.renewed.connect(self._renewed)
        self.queues.chosen.connect(self.show_box)
        self.filters.searched.connect(lambda words: self._narrow(words=words.strip()))
        self.filters.labelled.connect(lambda label: self._narrow(label=label))
        self.filters.ordered.connect(lambda sort: self._narrow(sort=sort))
        self.bar.video_chosen.connect(lambda video: self._narrow(video=video))
        self.heading.unkind_wanted.connect(self._tick_unkind)
        listing.looked_at.connect(self._show)
        self.entries.ticked.connect(self._ticked)
        self.dock.bulk_bar.wanted.connect(self.decide)
        self.dock.bulk_bar.cleared.connect(self.entries.clear_ticks)
        self.dock.undo_bar.undone.connect(self.undo)
        self.detail.wanted.connect(self.decide_current)
        self.detail.shown.connect(listing.show_current)
        self.detail.similar_wanted.connect(self._tick_similar)
        self._curiosity.found.connect(self._show_background)
        desk.decided.connect(self.learning.after)
        desk.restored.connect(self.learning.after)
        self.learning.caught_up.connect(self._caught_up)
        self._connect_import()

    def _connect_import(self) -> None:
        self.bar.undo.clicked.connect(self.undo)
        self.bar.redo.clicked.connect(self.redo)
        self.bar.import_wanted.connect(self.importing.ask)
        self.bar.hand_off_wanted.connect(lambda: self._tools.go("handoff", None))
        self.empty.import_wanted.connect(self.importing.ask)
        self.empty.samples_wanted.connect(self.importing.samples)
        self.empty.kind_wanted.connect(lambda: self.show_box(Box.KIND))
        self.importing.started.connect(self.learning.stop)
        self.importing.started.connect(self._reading)
        self.importing.progressed.connect(self.reading.show_report)
        self.importing.accounted.connect(partial(accounts.show, self.notice))
        self.importing.ended.connect(self._read)
        self.reading.stop_wanted.connect(self.importing.stop)
        self.reading.kind_wanted.connect(lambda: self.show_box(Box.KIND))

    def _bind(self) -> None:
        bind = self._tools.actions.bind
        for name, words, keys, run in self._deeds():
            bind(Deed(f"comments.{name}", words, "Comments", keys), self.listing, run)
        bind(
            Deed("comments.search", "Search comments", "Comments", ("/",)), self, self._focus_search
        )
        for number, box in enumerate(_NUMBERED, 1):
            deed = Deed(f"comments.box{number}", f"Queue {number}", "Comments", (str(number),))
            bind(deed, self.listing, partial(self.show_box, box))

    def _deeds(self) -> tuple[tuple[str, str, tuple[str, ...], Callable[[], object]], ...]:
        listing = self.listing
        return (
            ("next", "Next comment", ("J",), partial(listing.step, 1)),
            ("previous", "Previous comment", ("K",), partial(listing.step, -1)),
            ("extend", "Select on", ("Shift+J",), partial(listing.step, 1, extend=True)),
            ("extend_up", "Select up", ("Shift+K",), partial(listing.step, -1, extend=True)),
            ("tick", "Select", ("Space",), listing.tick_current),
            ("tick_all", "Select the queue", ("Ctrl+A",), self.tick_all),
            ("delete", "Delete", ("Del", "D"), partial(self.decide, Action.DELETE)),
            ("block", "Delete and block", ("B",), partial(self.decide, Action.BLOCK)),
            ("report", "Report", ("R",), partial(self.decide, Action.REPORT)),
            ("keep", "Keep", ("E",), partial(self.decide, Action.KEEP)),
            ("kind", "Mark as kind", ("Y",), partial(self.decide, Action.KIND)),
            ("show", "Show or hide text", ("X",), listing.show_current),
        )

    def topbar(self) -> QWidget:
        """Tabs, videos, undo, import and hand-off."""
        return self.bar

    def regions(self) -> Sequence[QWidget]:
        """Boxes, list, detail, dock."""
        return (self.queues, self.listing, self.detail, self.dock)

    def arrive(self, intent: Intent | None) -> None:
        """Show what was asked for; the counts may have changed meanwhile."""
        self.desk.count()
        self.learning.now()
        if isinstance(intent, ShowBox):
            self.show_box(intent.box)
        elif isinstance(intent, ImportFiles):
            self.importing.start(intent.files) if intent.files else self.importing.ask()
        self.listing.setFocus()

    def leave(self) -> None:
        """Hide what was shown of severe comments, and learn what was decided."""
        self.entries.hide_all()
        self.learning.hurry()

    def undo(self) -> None:
        """Take the last decision back."""
        self.dock.undo_bar.close_now()
        self.desk.undo()

    def redo(self) -> None:
        """Decide again what was taken back."""
        self.desk.redo()

    def show_box(self, box: Box) -> None:
        """Show one box from its beginning; shown severe comments are hidden again."""
        self.entries.hide_all()
        self.entries.clear_ticks()
        self._wanted_row = 0
        self.desk.look(first_view(box))

    def _narrow(self, **changes: object) -> None:
        self._wanted_row = 0
        view = replace(self.desk.view, **changes)  # type: ignore[arg-type]
        if view != self.desk.view:
            self.desk.look(view)

    def _looked(self, view: View) -> None:
        self.queues.show_box(view.box)
        self.filters.show_view(view)
        self.heading.show_box(view.box)

    def _counted(self, now: Situation) -> None:
        counts = now.counts
        self.queues.show_counts(counts)
        self.bar.show_situation(now)
        self.heading.show_situation(self.desk.view.box, now)
        self.empty.show_counts(self.desk.view, counts)
        self._curiosity.kindest(self.queues.kind_break.show_kind, counts.kind)

    def _listed(self, page: Page, first: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not first:
            return
        if not self.importing.running:
            self._show_page(has_rows=bool(page.entries))
        self.empty.show_counts(self.desk.view, self.desk.counts)
        if page.entries:
            self.listing.go_to(self._wanted_row)
        else:
            self.detail.show_nothing()

    def _show_page(self, *, has_rows: bool) -> None:
        self._middle.setCurrentWidget(self.listing if has_rows else self.empty)
        self.detail.setVisible(has_rows)
        self.filters.setVisible(has_rows or self.desk.counts.all > 0)

    def _show(self, entry: Entry | None) -> None:
        if entry is None:
            self.detail.show_nothing()
            return
        self.detail.show_entry(entry, hidden=self.entries.is_hidden(entry))
        self._curiosity.ask(entry)

    def _show_background(self, background: Background) -> None:
        current = self.listing.current
        if current is not None and current.key == background.entry.key:
            self.detail.show_background(background, hidden=self.entries.is_hidden(current))

    def _ticked(self, count: int) -> None:
        self._chosen = None
        self.dock.show_count(count)

    def tick_all(self) -> None:
        """Select the whole view, also what is not listed yet."""
        self.entries.tick(range(self.entries.rowCount()), on=True)
        self._choose(self.desk.view, self.desk.situation.listed)

    def _tick_unkind(self) -> None:
        """Select every likely unkind comment of the view, also what is not listed yet."""
        rows = range(self.entries.rowCount())
        found = [r for r in rows if (e := self.entries.entry(r)) and e.queue is Queue.UNKIND]
        self.entries.clear_ticks()
        self.entries.tick(found, on=True)
        self._choose(replace(self.desk.view, box=Box.UNKIND), self.desk.situation.unkind)

    def _choose(self, view: View, count: int) -> None:
        """Let the selection mean a whole view when more belongs to it than is listed."""
        if self.desk.has_more:
            self._chosen = view
            self.dock.show_count(count)

    def _tick_similar(self, keys: tuple[CommentKey, ...]) -> None:
        self.entries.tick_keys(keys)

    def decide(self, action: Action) -> None:
        """Decide about the selection, or about the comment under the cursor when there is none."""
        ticks = self.entries.ticks
        if self._chosen is not None:
            self._carry_out(action, Selection(view=self._chosen), ticks)
        elif ticks:
            self._carry_out(action, Selection(keys=ticks), ticks)
        else:
            self.decide_current(action)

    def decide_current(self, action: Action) -> None:
        """Decide about the comment under the cursor alone."""
        entry = self.listing.current
        if entry is not None:
            self._carry_out(action, Selection(keys=(entry.key,)), (entry.key,))

    def _carry_out(
        self, action: Action, selection: Selection, keys: tuple[CommentKey, ...]
    ) -> None:
        first = min((self.entries.row_of(key) for key in keys), default=0)
        self._wanted_row = max(0, first)
        self.desk.decide(action, selection)

    def _decided(self, act: Act) -> None:
        self.dock.show_act(act)
        self.entries.clear_ticks()
        self.desk.look(self.desk.view)

    def _caught_up(self, done: CaughtUp) -> None:
        self._tools.inbox.tell_changed()
        learning.show(self.notice, done)
        if self._chosen is not None:
            self.entries.clear_ticks()  # comments nobody has seen may be in that view now
        if self.entries.keys:
            self.desk.renew(self.entries.keys)
        elif not self.importing.running:
            self.desk.look(self.desk.view)

    def _renewed(self, entries: tuple[Entry, ...]) -> None:
        self.entries.renew(entries)
        current = self.listing.current
        if current is not None:
            self._show(current)

    def _restored(self, act: Act | None) -> None:
        self.dock.undo_bar.close_now()
        words = "Nothing to take back" if act is None else f"{act.changed:,} comments are back"
        announce(self, words)

    def _focus_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _reading(self) -> None:
        self._middle.setCurrentWidget(self.reading)

    def _read(self) -> None:
        self._tools.inbox.tell_changed()
        self.learning.now()
        self.desk.look(first_view(Box.TO_REVIEW))
