"""Garbage made by the window is collected where widgets may be destroyed."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot:
    """Holds itself, so that only the collector frees it; tells which thread did."""

    freed: list[threading.Thread]

    def __init__(self, freed: list[threading.Thread]) -> None:
        self.itself = self
        self.freed = freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread())


def test_a_worker_never_collects_and_the_gui_thread_does(qtbot: QtBot) -> None:
    from kindreel_ui.collecting import Collector

    del qtbot
    freed: list[threading.Thread] = []
    collector = Collector()
    try:
        Knot(freed)
        busy = threading.Thread(target=lambda: [[n] for n in range(50_000)])
        busy.start()
        busy.join()
        assert freed == []
        collector.collect()
    finally:
        collector.stop()
    assert freed == [threading.main_thread()]
    assert gc.isenabled()
