"""Python's garbage is collected on the GUI thread only.

The collector runs in whatever thread happens to allocate. When that is a worker, it may destroy
widgets there, while the GUI thread walks over them, and the process dies. So the automatic
collection is turned off and a timer on the GUI thread takes its place.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Collects while it lives; `stop` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self.collect)
        self._clock.start()
        gc.disable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in range(3) if counts[age] > thresholds[age]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Collect everything now and let Python collect by itself again."""
        self._clock.stop()
        gc.collect()
        gc.enable()
