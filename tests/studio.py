"""Small boards with real sound files, for the tests that draw and export them."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.colour import Colour, Solid
from kindreel.model.curves import Curve, Key, Linear
from kindreel.model.ids import BoardId, CaptionId, LayerId, MediaId, ProjectId, SceneId, SoundId
from kindreel.model.layers import ShapeLayer, Transform
from kindreel.model.project import Project
from kindreel.model.sound import Caption, Role, Sound
from kindreel.reveals import shelf as reveals
from kindreel.transitions import shelf as transitions

SAMPLE_RATE = 48_000
COLOURS = ("#F2C14E", "#4D9078", "#5B8E7D", "#F78154", "#B4436C")


class Studio:
    """Makes boards and the files they refer to in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def media(self, media: MediaId) -> Path:
        return self.folder / media

    def sound(self, name: str, samples: NDArray[np.float64], rate: int = SAMPLE_RATE) -> MediaId:
        """A 16-bit WAV file; samples of shape (n,) or (n, channels), 1.0 is full scale."""
        flat = samples.reshape(len(samples), -1)
        with wave.open(str(self.folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(flat.shape[1])
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(np.round(flat * 32767).astype("<i2").tobytes())
        return MediaId(f"{name}.wav")

    def tone(self, name: str, seconds: float, hertz: float = 440.0, level: float = 0.2) -> MediaId:
        time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
        return self.sound(name, level * np.sin(2 * np.pi * hertz * time))

    def music(self, name: str, seconds: float) -> MediaId:
        """Something with many pitches and a beat, as loud as unmastered music is."""
        time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
        chord = sum(np.sin(2 * np.pi * f * time + f) for f in (220.0, 277.2, 329.6, 440.0))
        beat = 0.4 + 0.6 * np.exp(-6 * (time % 0.5))
        return self.sound(name, 0.06 * chord * beat)

    def board(
        self,
        scenes: int = 2,
        length: int = 20,
        size: tuple[int, int] = (108, 192),
        rate: Fraction = Fraction(30),
        **more: object,
    ) -> Board:
        """Coloured scenes with a moving heart and a caption each, a crossfade, a short reveal."""
        crossfade = transitions.get("crossfade")()
        made = tuple(
            Scene(
                id=SceneId(f"scene {n}"),
                title=f"Scene {n + 1}",
                length=length,
                background=Solid(Colour(COLOURS[n % len(COLOURS)])),
                layers=(self.heart(n, length, size),),
                captions=(
                    Caption(
                        id=CaptionId(f"caption {n}"), text=f"Kind words {n + 1}", length=length // 2
                    ),
                ),
                entry=Transition(style=crossfade, length=5) if n == 1 else None,
            )
            for n in range(scenes)
        )
        reveal = Reveal(
            id=SceneId("reveal"),
            style=reveals.get("crossfade")(),
            avatar=4,
            change=6,
            name=4,
            hold=6,
        )
        return Board(id=BoardId("board"), scenes=made, reveal=reveal, size=size, rate=rate, **more)

    def heart(self, number: int, length: int, size: tuple[int, int]) -> ShapeLayer:
        width, height = size
        way = Curve(0.0, (Key(0, width * 0.2, Linear()), Key(length, width * 0.8)))
        return ShapeLayer(
            id=LayerId(f"heart {number}"),
            shape="heart",
            size=(width / 3, width / 3),
            transform=Transform(x=way, y=Curve(height / 2)),
        )

    def project(self, board: Board) -> Project:
        return Project(id=ProjectId("project"), title="One kind comment", boards=(board,))

    def hear(self, media: MediaId, **more: object) -> Sound:
        role = more.pop("role", Role.MUSIC)
        return Sound(id=SoundId(f"sound {media}"), media=media, role=role, **more)
