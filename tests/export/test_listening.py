"""Something moves when the voice does."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kindreel.effects.follow_voice import FollowVoice
from kindreel.errors import MediaError
from kindreel.export import segments
from kindreel.export.listening import levels, listen
from kindreel.export.presets import Quality, encoding, preset
from kindreel.model.board import Board
from kindreel.model.colour import Colour, Solid
from kindreel.model.edits.sounds import set_levels
from kindreel.model.ids import LayerId, MediaId, SoundId
from kindreel.model.layers import ShapeLayer
from kindreel.model.project import Project
from kindreel.model.sound import Sound
from kindreel.render.frame import Stage
from kindreel.render.layout import boxes
from stage_examples import at, project, scene

RATE = 48_000
VOICE = MediaId("voice.wav")


def speak(path: Path, *, gain: float = 0.5, said: tuple[float, ...] = (0.5, 1.5)) -> None:
    """Three seconds with a tone of 0.4 s at each of the given times."""
    time = np.arange(3 * RATE) / RATE
    on = np.zeros(len(time))
    for start in said:
        on[(time >= start) & (time < start + 0.4)] = gain
    samples = on * np.sin(2 * np.pi * 220 * time)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def talking(effect: FollowVoice, heard: str, start: int = 0) -> Project:
    mouth = ShapeLayer(
        id=LayerId("mouth"), size=(400.0, 200.0), transform=at(540, 960), effects=(effect,),
        fill=Solid(Colour("#FFFF0000")),
    )  # fmt: skip
    sound = Sound(id=SoundId("v"), media=VOICE, start=start, levels=heard)
    return project(replace(scene(mouth, length=90), sounds=(sound,)))


def height(made: Project, frame: int) -> float:
    (box,) = [b for b in boxes(made, made.board(), frame) if b.layer == "mouth"]
    return box.quad[2][1] - box.quad[0][1]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("voice")
    speak(folder / VOICE)
    return levels(folder / VOICE)


def test_speech_is_loud_and_pauses_are_silent(heard: str):
    found = bytes.fromhex(heard)
    assert len(found) == 150
    assert min(found[26:44]) > 230
    assert max(found[:24]) == 0
    assert max(found[46:74]) == 0


def test_a_quiet_recording_is_followed_like_a_loud_one(tmp_path: Path, heard: str):
    speak(tmp_path / VOICE, gain=0.01)
    quiet = bytes.fromhex(levels(tmp_path / VOICE))
    assert max(abs(a - b) for a, b in zip(quiet, bytes.fromhex(heard), strict=True)) <= 6


def test_silence_moves_nothing(tmp_path: Path):
    speak(tmp_path / VOICE, said=())
    assert set(bytes.fromhex(levels(tmp_path / VOICE))) == {0}


def test_a_file_without_sound_is_told(tmp_path: Path):
    (tmp_path / "a.wav").write_bytes(b"RIFF")
    with pytest.raises(MediaError):
        levels(tmp_path / "a.wav")


def test_a_mouth_opens_with_the_voice_wherever_it_is_put(heard: str):
    for start in (0, 20):
        made = talking(FollowVoice(moves="mouth"), heard, start)
        assert height(made, 10) == pytest.approx(0.2 * 200, abs=1)
        assert height(made, start + 20) > 190
        assert height(made, start + 38) == pytest.approx(0.2 * 200, abs=1)


def test_it_closes_slowly_and_opens_at_once(heard: str):
    made = talking(FollowVoice(moves="mouth", fall=6), heard)
    assert height(made, 14) < 60
    assert height(made, 15) > 180
    closing = [height(made, frame) for frame in range(26, 34)]
    assert closing == sorted(closing, reverse=True)
    assert closing[0] > 150
    assert closing[-1] < 60


@pytest.mark.parametrize("moves", ["mouth", "bounce", "size", "turn", "opacity"])
def test_every_way_of_moving_shows_and_repeats_exactly(heard: str, moves: str):
    made = talking(FollowVoice(moves=moves, amount=0.8), heard)
    stage, again = Stage(Path), Stage(Path)
    quiet = stage.render(made, made.board(), 5, (108, 192))
    loud = stage.render(made, made.board(), 20, (108, 192))
    assert (quiet != loud).any()
    assert (again.render(made, made.board(), 20, (108, 192)) == loud).all()


def test_only_what_follows_the_voice_is_drawn_again_when_that_changes(heard: str):
    def keys(board: Board, made: Project) -> list[str]:
        how = encoding(preset("tiktok"), Quality.DRAFT)
        return [s.key for s in segments.plan(made, board, range(90), how)]

    made = talking(FollowVoice(moves="mouth"), heard)
    board = made.board()
    moved = set_levels(board, {VOICE: heard[2:] + "00"})
    assert keys(board, made) != keys(moved, made)
    still = tuple(replace(layer, effects=()) for layer in board.scenes[0].layers)
    deaf = replace(board, scenes=(replace(board.scenes[0], layers=still),))
    assert keys(deaf, made) == keys(set_levels(deaf, {VOICE: "00"}), made)


def test_each_file_is_listened_to_once(tmp_path: Path):
    speak(tmp_path / VOICE)
    sounds = [Sound(id=SoundId(str(i)), media=VOICE) for i in range(3)]
    asked: list[MediaId] = []

    def media(name: MediaId) -> Path:
        asked.append(name)
        return tmp_path / name

    assert set(listen(sounds, media)) == {VOICE}
    assert asked == [VOICE]
