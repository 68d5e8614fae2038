"""Problems on their way to the person: known ones as a sentence, bugs as a crash with a report."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

import kindreel
from kindreel import paths
from kindreel.errors import KindreelError

_log = logging.getLogger("kindreel.ui")

Retry = tuple[str, Callable[[], object]]
"""What the button says, and what it does."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(QObject):
    """The one place that problems are told to.

    told: a KindreelError and a Retry or None, for the notice bar.
    crashed: the error and the report's path, after `rescue` has been called.
    """

    told = Signal(object, object)
    crashed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rescue: Callable[[], None] | None = None
        self._crashing = False

    def tell(self, error: BaseException, retry: Retry | None = None) -> None:
        """Show a known problem; anything else is a bug and is treated as a crash."""
        if isinstance(error, KindreelError):
            _log.info("told: %s", type(error).__name__)
            self.told.emit(error, retry)
            return
        self._crash(error)

    def _crash(self, error: BaseException) -> None:
        if self._crashing:
            return
        self._crashing = True
        try:
            if self.rescue is not None:
                self.rescue()
            report = write_report(error)
            self.crashed.emit(error, report)
        finally:
            self._crashing = False

    def install(self) -> None:
        """Catch what nobody else catches, and send Qt's own messages to the log."""
        sys.excepthook = self._excepthook
        qInstallMessageHandler(_log_qt)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)


def describe(error: BaseException) -> str:
    """The error's kind and where it came from, without its message: that could quote a comment."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
    return "\n".join([type(error).__name__, *places])


def write_report(error: BaseException) -> Path | None:
    """Write a report to the log folder and give its path; None when even that is impossible."""
    now = datetime.now().astimezone()
    words = (
        f"Kindreel {kindreel.__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}\n{now.isoformat(timespec='seconds')}\n\n{describe(error)}\n"
    )
    _log.error("bug: %s", describe(error))
    try:
        path = paths.logs() / f"report-{now:%Y%m%d-%H%M%S}.txt"
        path.write_text(words, "utf-8")
    except OSError:
        return None
    return path


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message or "")
