"""What says how far a playing board is: the sound card, or the computer's own clock."""

from __future__ import annotations

from time import monotonic
from typing import Protocol


class Clock(Protocol):
    """Tells how many seconds have been played since it was started."""

    def start(self, at_s: float) -> None:
        """Begin at a place of the board."""

    def stop(self) -> None:
        """Stop; nothing is heard any more."""

    def now(self) -> float:
        """The place of the board that is heard now, in seconds."""


class StillClock:
    """The computer's clock, for boards without sound or machines without a loudspeaker."""

    def __init__(self) -> None:
        self._since = 0.0
        self._at = 0.0

    def start(self, at_s: float) -> None:
        """Begin at a place of the board."""
        self._at = at_s
        self._since = monotonic()

    def stop(self) -> None:
        """Nothing to stop."""

    def now(self) -> float:
        """The place of the board that is due now, in seconds."""
        return self._at + monotonic() - self._since
