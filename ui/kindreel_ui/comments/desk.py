"""What the Comments screen works on: the view, its pages, the counts, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kindreel.model.comment import Action
from kindreel.model.triage import (
    Act,
    Box,
    CommentKey,
    Counts,
    Cursor,
    Page,
    Selection,
    Sort,
    Video,
    View,
)
from kindreel_ui.runner import Newest
from kindreel_ui.screens import Tools

if TYPE_CHECKING:
    from kindreel.jobs import Progress
    from kindreel_ui.session import Inbox

PAGE = 100


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand: of all boxes, and of the view that is shown.

    listed: comments the view shows. unkind: likely unkind ones among them.
    to_hand_over: decisions that are not carried out yet. undo, redo: whether there is any.
    """

    counts: Counts = Counts()
    listed: int = 0
    unkind: int = 0
    to_hand_over: int = 0
    undo: bool = False
    redo: bool = False


_WITH_UNKIND = {Box.TO_REVIEW, Box.UNKIND}


def _whole(inbox: Inbox) -> Situation:
    """What any change of the inbox may change, whichever view is shown."""
    undo, redo = inbox.turns()
    return Situation(
        counts=inbox.counts(), to_hand_over=inbox.open_decisions(), undo=undo, redo=redo
    )


def _measured(inbox: Inbox, view: View, now: Situation) -> Situation:
    narrow = view.box in _WITH_UNKIND
    unkind = inbox.count(replace(view, box=Box.UNKIND)) if narrow else 0
    return replace(now, listed=inbox.count(view), unkind=unkind)


def first_view(box: Box) -> View:
    """How a box is first shown: kind comments by their kindness, all others newest first."""
    return View(box=box, sort=Sort.KINDEST if box is Box.KIND else Sort.NEWEST)


class Desk(QObject):
    """Reads and writes the inbox on a lane and tells on the GUI thread.

    counted: a Situation. videos_found: tuple of Video. listed: a Page, and whether it is the first.
    renewed: a tuple of Entry that are listed already.
    decided: the Act that was carried out. restored: the Act that undo or redo moved, or None.
    """

    counted = Signal(object)
    videos_found = Signal(object)
    looked = Signal(object)
    listed = Signal(object, bool)
    renewed = Signal(object)
    decided = Signal(object)
    restored = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._pages = Newest(tools.runner)
        self._counting = Newest(tools.runner)
        self._measuring = Newest(tools.runner)
        self._renewing = Newest(tools.runner)
        self._after: Cursor | None = None
        self._fetching = False
        self.view = first_view(Box.TO_REVIEW)
        self.situation = Situation()
        tools.inbox.changed.connect(self.count)

    def _inbox(self, work: Callable[[Inbox], object]) -> Callable[[Progress], object]:
        door = self._tools.inbox
        return lambda _progress: work(door.open())

    @property
    def counts(self) -> Counts:
        """How many comments each box holds."""
        return self.situation.counts

    def count(self) -> None:
        """Read how things stand."""
        view = self.view
        work = self._inbox(lambda inbox: (_measured(inbox, view, _whole(inbox)), inbox.videos()))
        self._counting.free(work).finished.connect(self._counted)

    def _counted(self, found: tuple[Situation, tuple[Video, ...]]) -> None:
        self.situation = found[0]
        self.videos_found.emit(found[1])
        self.counted.emit(found[0])

    def look(self, view: View) -> None:
        """Show another view, from its beginning."""
        self.view = view
        self._after = None
        self._fetching = True
        self.looked.emit(view)
        task = self._pages.free(self._inbox(lambda inbox: inbox.page(view, None, PAGE)))
        task.finished.connect(lambda page: self._listed(page, first=True))
        self._measure(view)

    def _measure(self, view: View) -> None:
        """Count what a view shows, the rest as it was."""
        now = self.situation
        if now == Situation():
            return  # the first count is on its way and measures too
        work = self._inbox(lambda inbox: _measured(inbox, view, now))
        self._measuring.free(work).finished.connect(self._was_measured)

    def _was_measured(self, now: Situation) -> None:
        self.situation = replace(self.situation, listed=now.listed, unkind=now.unkind)
        self.counted.emit(self.situation)

    @property
    def has_more(self) -> bool:
        """Whether the view goes on after what is listed."""
        return self._after is not None

    def more(self) -> None:
        """Read the next page; while one is being read, nothing happens."""
        after, view = self._after, self.view
        if after is None or self._fetching:
            return
        self._fetching = True
        task = self._pages.free(self._inbox(lambda inbox: inbox.page(view, after, PAGE)))
        task.finished.connect(lambda page: self._listed(page, first=False))

    def _listed(self, page: Page, *, first: bool) -> None:
        self._fetching = False
        self._after = page.after
        self.listed.emit(page, first)

    def renew(self, keys: tuple[CommentKey, ...]) -> None:
        """Read listed comments again, where they are."""
        task = self._renewing.free(self._inbox(lambda inbox: inbox.entries(keys)))
        task.finished.connect(self.renewed)

    def decide(self, action: Action, selection: Selection, reason: str = "") -> None:
        """Carry one decision out for a selection, as one act that can be undone."""
        work = self._inbox(lambda inbox: inbox.decide(action, selection, reason))
        self._tools.runner.free(work).finished.connect(self._decided)

    def _decided(self, act: Act) -> None:
        self.decided.emit(act)
        self._tools.inbox.tell_changed()

    def undo(self) -> None:
        """Take the last act back."""
        self._restore(lambda inbox: inbox.undo())

    def redo(self) -> None:
        """Carry the act that was taken back out again."""
        self._restore(lambda inbox: inbox.redo())

    def _restore(self, work: Callable[[Inbox], object]) -> None:
        self._tools.runner.free(self._inbox(work)).finished.connect(self._restored)

    def _restored(self, act: Act | None) -> None:
        self.restored.emit(act)
        if act is not None:
            self._tools.inbox.tell_changed()
            self.look(self.view)
