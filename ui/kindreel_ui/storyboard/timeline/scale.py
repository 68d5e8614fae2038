"""Frames to px on the timeline, and the marks of its ruler."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

_STEPS_S = (
    Fraction(1, 5),
    Fraction(1, 2),
    Fraction(1),
    Fraction(2),
    Fraction(5),
    Fraction(10),
    Fraction(15),
    Fraction(30),
    Fraction(60),
    Fraction(120),
    Fraction(300),
)
_LABEL_ROOM = 72.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the ruler; words are empty on the small ones."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each frame lies.

    length: frames of the board. left, width: px the tracks begin at and take when zoom is 1.
    zoom: 1 shows the whole board. offset: px scrolled to the right, 0 or more.
    """

    length: int
    left: float
    width: float
    rate: Fraction = Fraction(30)
    zoom: float = 1.0
    offset: float = 0.0

    @property
    def per_frame(self) -> float:
        """Px of one frame."""
        return self.width * self.zoom / max(1, self.length)

    @property
    def most_offset(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.width * (self.zoom - 1.0))

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return self.left + frame * self.per_frame - self.offset

    def frame_at(self, x: float) -> int:
        """The frame under a px, kept within the board."""
        frame = int((x - self.left + self.offset) // self.per_frame)
        return max(0, min(self.length - 1, frame))

    def edge_at(self, x: float) -> int:
        """The frame boundary nearest to a px; may lie outside the board."""
        return round((x - self.left + self.offset) / self.per_frame)

    def zoomed(self, zoom: float, about: float) -> Scale:
        """Another zoom that leaves the frame `about` where it is."""
        here = self.x_of(about)
        grown = replace(self, zoom=max(1.0, zoom))
        return grown.scrolled(grown.offset + grown.x_of(about) - here)

    def scrolled(self, offset: float) -> Scale:
        """Scrolled to an offset, as far as that goes."""
        return replace(self, offset=max(0.0, min(self.most_offset, offset)))

    def showing(self, frame: int) -> Scale:
        """Scrolled just enough to see a frame."""
        x = self.x_of(frame)
        if x < self.left:
            return self.scrolled(self.offset + x - self.left)
        right = self.left + self.width
        return self.scrolled(self.offset + x - right + 40) if x > right else self

    def marks(self) -> tuple[Mark, ...]:
        """The ruler's marks that can be seen, a word at each large one."""
        px_per_s = float(self.per_frame * self.rate)
        step = next((s for s in _STEPS_S if s * px_per_s >= _LABEL_ROOM), _STEPS_S[-1])
        small = step / 5
        first = int(self.offset / (float(small) * px_per_s))
        last = int((self.offset + self.width) / (float(small) * px_per_s)) + 1
        end = self.length / self.rate
        made = []
        for index in range(first, last + 1):
            seconds = index * small
            if seconds > end:
                break
            words = clock(seconds) if index % 5 == 0 else ""
            made.append(Mark(self.x_of(float(seconds * self.rate)), words))
        return tuple(made)


def clock(seconds: Fraction) -> str:
    """“0:05”, “1:30”, “0:00.4”."""
    whole = int(seconds)
    rest = seconds - whole
    tenths = f".{int(rest * 10)}" if rest else ""
    return f"{whole // 60}:{whole % 60:02d}{tenths}"
