"""One video: scenes in a row, a reveal at the end, by construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kindreel.model.colour import Colour, Fill, Solid
from kindreel.model.ids import BoardId, CreatorId, SceneId, StyleId
from kindreel.model.layers import CaptionLook, Layer
from kindreel.model.plugins import RevealStyle, TransitionStyle
from kindreel.model.reveal import Arrangement
from kindreel.model.sound import Caption, Sound
from kindreel.model.time import THIRTY, Rate


class Beat(StrEnum):
    """What a scene does for the story, cold to warm."""

    HOOK = "hook"
    HURT = "hurt"
    TURN = "turn"
    KINDNESS = "kindness"
    MESSAGE = "message"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """How a scene takes over from the one before it.

    It plays over the first `length` frames of the later scene while the earlier one goes on past
    its own end; so a board lasts as long as its scenes together.
    length: 1 or more, never longer than either neighbour.
    """

    style: TransitionStyle
    length: int = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """What a scene and the reveal have in common.

    layers: bottom first.
    script: what is said and done. notes: for the makers only.
    entry: how it takes over from the scene before; the first scene's is not played.
    """

    id: SceneId
    title: str = ""
    script: str = ""
    notes: str = ""
    background: Fill = Solid(Colour("#FFF4EC"))
    layers: tuple[Layer, ...] = ()
    sounds: tuple[Sound, ...] = ()
    captions: tuple[Caption, ...] = ()
    entry: Transition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(_Panel):
    """One storyboard panel, shown for a whole number of frames.

    length: frames at the board's rate, 1 or more.
    """

    length: int
    beat: Beat = Beat.HOOK

    def __post_init__(self) -> None:
        if self.length < 1:
            msg = f"a scene lasts 1 frame or more, not {self.length}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal(_Panel):
    """The last scene: each creator's avatar becomes the real person.

    creators: who is shown, in order; in turn or all together.
    avatar, change, name, hold: frames of the four parts of one creator's turn, each 1 or more:
        the drawn face alone, the change, the name coming in, and everything at rest.
    calm: also offer a slow crossfade version.
    """

    style: RevealStyle
    creators: tuple[CreatorId, ...] = ()
    arrangement: Arrangement = "in_turn"
    avatar: int = 45
    change: int = 48
    name: int = 36
    hold: int = 60
    calm: bool = True

    def __post_init__(self) -> None:
        if min(self.avatar, self.change, self.name, self.hold) < 1:
            msg = "each part of a reveal lasts 1 frame or more"
            raise ValueError(msg)

    @property
    def turn(self) -> int:
        """Frames of one creator's turn."""
        return self.avatar + self.change + self.name + self.hold

    @property
    def turns(self) -> int:
        """How many turns are played, 1 or more."""
        return max(1, len(self.creators)) if self.arrangement == "in_turn" else 1

    @property
    def length(self) -> int:
        """Frames of the whole reveal, derived from its parts."""
        return self.turn * self.turns

    @property
    def beat(self) -> Beat:
        """The reveal's own beat."""
        return Beat.REVEAL


Panel = Scene | Reveal


@dataclass(frozen=True, slots=True)
class Span:
    """A panel with the frames it takes on its board.

    start: first frame. length: frames. index: place on the board, 0 first.
    """

    panel: Panel
    start: int
    index: int

    @property
    def length(self) -> int:
        """Frames of the panel."""
        return self.panel.length

    @property
    def end(self) -> int:
        """The frame after its last one."""
        return self.start + self.panel.length


@dataclass(frozen=True, slots=True, kw_only=True)
class PostKit:
    """What goes into the post beside the video."""

    caption: str = ""
    hashtags: tuple[str, ...] = ("CreateKindness",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One video; its reveal always comes last.

    size: the canvas, width and height, in pixels of the finished video.
    music: sounds anchored to the board's start.
    cover: the frame for the cover picture, None for the best one.
    """

    id: BoardId
    reveal: Reveal
    title: str = ""
    size: tuple[int, int] = (1080, 1920)
    rate: Rate = THIRTY
    scenes: tuple[Scene, ...] = ()
    music: tuple[Sound, ...] = ()
    caption_look: CaptionLook = CaptionLook()
    style: StyleId | None = None
    post: PostKit = PostKit()
    cover: int | None = None

    def __post_init__(self) -> None:
        for before, panel in zip(self.panels, self.panels[1:], strict=False):
            if panel.entry and not 1 <= panel.entry.length <= min(before.length, panel.length):
                msg = f"a transition of {panel.entry.length} frames is longer than its neighbours"
                raise ValueError(msg)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All scenes, then the reveal."""
        return (*self.scenes, self.reveal)

    @property
    def length(self) -> int:
        """Frames of the whole video."""
        return sum(p.length for p in self.panels)

    @property
    def seconds(self) -> Fraction:
        """How long the video is."""
        return self.length / self.rate

    def spans(self) -> Iterator[Span]:
        """Each panel with its derived start, first to last."""
        start = 0
        for index, panel in enumerate(self.panels):
            yield Span(panel, start, index)
            start += panel.length

    def span_at(self, frame: int) -> Span:
        """The panel that is on at a frame; outside the video, the nearest one."""
        spans = list(self.spans())
        return next((s for s in spans if frame < s.end), spans[-1])

    def span_of(self, scene: SceneId) -> Span:
        """Where a scene or the reveal stands; KeyError when the board has none of that id."""
        for span in self.spans():
            if span.panel.id == scene:
                return span
        raise KeyError(scene)

    def panel(self, scene: SceneId) -> Panel:
        """The scene or the reveal of that id; KeyError when there is none."""
        return self.span_of(scene).panel
