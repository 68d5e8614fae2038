"""Exporting in a process of its own, so that the window never waits for Python's lock."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from kindreel.errors import ExportError, KindreelError
from kindreel.jobs import Cancelled, Progress
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.project import Project

if TYPE_CHECKING:
    from kindreel.export.report import ExportReport

_WRITTEN, _PAUSE, _GO_ON = "written", "pause", "go on"
_POLL_S = 0.1
_LONGEST_GOODBYE_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make.

    preset, quality: by name. beside: also write cover, captions, post text and, where the board
        wants it, the calm version next to the video.
    """

    project: Project
    board: Board
    media: Callable[[MediaId], Path]
    out: Path
    preset: str
    quality: str = "standard"
    beside: bool = False


def make(order: Order, progress: Progress, rest: Event | None = None) -> ExportReport:
    """Do the whole order in another process; ExportError, or Cancelled with no file left.

    rest: while it is set, no further frame is drawn.
    """
    context = get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_work, args=(there, order), name="kindreel-export")
    child.start()
    there.close()
    try:
        return _listen(here, progress, rest or Event())
    except Cancelled:
        with contextlib.suppress(OSError):
            here.send("cancel")
        child.join(_LONGEST_GOODBYE_S)
        raise
    finally:
        child.join(_LONGEST_GOODBYE_S if not child.is_alive() else 2.0)
        if child.is_alive():
            child.terminate()
        here.close()


def _listen(here: Connection, progress: Progress, rest: Event) -> ExportReport:
    told = (0, 0, "Starting")
    resting = False
    while True:
        if rest.is_set() is not resting:
            resting = rest.is_set()
            with contextlib.suppress(OSError):
                here.send(_PAUSE if resting else _GO_ON)
        try:
            news = here.recv() if here.poll(_POLL_S) else None
        except (EOFError, OSError):
            raise ExportError(
                "The export stopped by itself.", "Your project is safe. Try it again."
            ) from None
        if news == _WRITTEN:
            return _last_words(here)
        if news is None:
            progress(*told)
        elif isinstance(news, tuple):
            told = news
            progress(*told)
        elif isinstance(news, Exception):
            raise news
        else:
            report: ExportReport = news
            return report


def _last_words(here: Connection) -> ExportReport:
    """The report, once the video is there: what lies beside it is quick and not cancelled."""
    try:
        while isinstance(news := here.recv(), tuple):
            pass
    except (EOFError, OSError):
        raise ExportError(
            "The video is finished, but what lies beside it is not.",
            "The video can be used. Export again for its cover and captions.",
        ) from None
    if isinstance(news, Exception):
        raise news
    report: ExportReport = news
    return report


def _obey(there: Connection) -> None:
    """Rest as long as the parent wants it; Cancelled when it has had enough, or is gone."""
    word = _GO_ON
    while there.poll() or word == _PAUSE:
        try:
            word = there.recv()
        except (EOFError, OSError):
            raise Cancelled from None
        if word not in {_PAUSE, _GO_ON}:
            raise Cancelled


def _work(there: Connection, order: Order) -> None:
    """The child's whole life: its messages are progress, then a report or an error."""

    def progress(done: int, total: int, doing: str = "") -> None:
        _obey(there)
        there.send((done, total, doing))

    try:
        there.send(_make(order, progress, lambda: there.send(_WRITTEN)))
    except Cancelled:
        return
    except KindreelError as error:
        there.send(error)
    except Exception as error:  # noqa: BLE001 - the parent tells it; its traceback cannot travel
        there.send(RuntimeError(f"{type(error).__name__} in the export"))


def _make(order: Order, progress: Progress, written: Callable[[], None]) -> ExportReport:
    from kindreel.export.beside import write_beside, write_calm  # noqa: PLC0415 - in the child only
    from kindreel.export.presets import Quality, preset  # noqa: PLC0415 - the same
    from kindreel.export.video import export  # noqa: PLC0415 - the same

    order.out.parent.mkdir(parents=True, exist_ok=True)
    quality = Quality(order.quality)
    chosen = preset(order.preset)
    report = export(
        order.project,
        order.board,
        order.out,
        order.media,
        chosen,
        quality,
        progress=progress,
    )
    written()
    if order.beside:
        write_beside(order.project, order.board, order.out, order.media)
        write_calm(order.project, order.board, order.out, order.media, chosen, quality)
    return report
