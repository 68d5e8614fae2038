"""Reads comments anew in the background: after an update, and when a decision has taught."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kindreel import i18n
from kindreel.jobs import Progress
from kindreel.model.comment import Action
from kindreel.model.triage import Act
from kindreel_ui.comments import accounts
from kindreel_ui.kit import NoticeBar
from kindreel_ui.runner import Task
from kindreel_ui.screens import Tools

if TYPE_CHECKING:
    from kindreel.comments.personal import CaughtUp

_PAUSE_MS = 3_000
"""So long nobody decides before what was decided is learned from."""

_TEACHES = (Action.KIND, Action.KEEP, Action.BLOCK, Action.REPORT, Action.SHOW)


class Learning(QObject):
    """Catches up by itself; one reading at a time, and none while files come in.

    caught_up: a CaughtUp in which at least one comment was read, or a rule decided.
    """

    caught_up = Signal(object)

    def __init__(self, tools: Tools, busy: Callable[[], bool]) -> None:
        super().__init__()
        self._tools = tools
        self._busy = busy
        self._task: Task | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.now)

    def after(self, act: Act | None) -> None:
        """Learn from an act, or from its undoing, once the person pauses."""
        if act is not None and act.action in _TEACHES:
            self._pause.start()

    def now(self) -> None:
        """Read what the present classifier has not read; a reading with an older one is ended.

        While files come in nothing is read: whoever imports asks again afterwards.
        """
        self._pause.stop()
        if self._busy() or self._tools.runner.closed:
            return
        if self._task is not None:
            self._again = True
            self._task.cancel()
            return
        self._task = self._tools.runner.free(self._catch_up)
        self._task.finished.connect(self._finished)
        self._task.cancelled.connect(self._tools.inbox.tell_changed)
        self._task.ended.connect(self._ended)

    def hurry(self) -> None:
        """Learn at once what waits for a pause."""
        if self._pause.isActive():
            self.now()

    def stop(self) -> None:
        """Leave the rest to the next time."""
        self._pause.stop()
        self._again = False
        if self._task is not None:
            self._task.cancel()

    def _catch_up(self, progress: Progress) -> CaughtUp:
        from kindreel.comments.personal import catch_up  # noqa: PLC0415 - numpy, after the window

        return catch_up(self._tools.inbox.open(), progress)

    def _finished(self, done: CaughtUp) -> None:
        if done.rescored.comments or done.acts:
            self.caught_up.emit(done)

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.now()


def show(notice: NoticeBar, done: CaughtUp) -> None:
    """Tell what has moved, if anything has, and what rules did."""
    moved, ruled = done.rescored.moved, accounts.decided(done.acts)
    news, advice = ruled, ""
    if moved:
        news = f"{i18n.count(moved, 'comment has', 'comments have')} moved to another queue."
        stays = "They were read with what Kindreel knows now. What you decided stays as it is."
        advice = f"{stays} {ruled}".strip()
    if news:
        notice.show_notice(news, advice, tone="success", icon="check-circle-fill")
