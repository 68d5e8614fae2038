"""Files from outside come onto the board: pictures, clips, sounds, layered pictures."""

from __future__ import annotations

import subprocess
import wave
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe

from kindreel.effects.follow_voice import FollowVoice
from kindreel.model.board import Panel
from kindreel.model.curves import Curve, Key
from kindreel.model.edits.layers import curve_of
from kindreel.model.layers import ClipLayer, ImageLayer
from kindreel.model.sound import Role
from kindreel_ui.storyboard.intake import LayeredSheet
from kindreel_ui.storyboard.picks import Pick

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel_ui.storyboard.screen import StoryboardScreen


def panel(screen: StoryboardScreen) -> Panel:
    found = screen.desk.panel
    assert found is not None
    return found


def voice(path: Path) -> Path:
    time = np.arange(48_000) / 48_000
    samples = np.sin(2 * np.pi * 220 * time) * 0.5 * (time > 0.5)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path


def clip(path: Path, *, sound: bool) -> Path:
    words = ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=1"]
    if sound:
        words += ["-f", "lavfi", "-i", "sine=d=1", "-shortest"]
    subprocess.run([get_ffmpeg_exe(), *words, "-pix_fmt", "yuv420p", str(path)], check=True)
    return path


def layered(path: Path) -> Path:
    def png(width: int, height: int) -> bytes:
        return cv2.imencode(".png", np.full((height, width, 4), 200, np.uint8))[1].tobytes()

    stack = (
        '<image w="100" h="200"><stack><layer name="top" src="data/a.png" x="10" y="20"/>'
        '<layer name="ground" src="data/b.png"/></stack></image>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("stack.xml", stack)
        packed.writestr("data/a.png", png(30, 30))
        packed.writestr("data/b.png", png(100, 200))
        packed.writestr("mergedimage.png", png(100, 200))
    return path


def test_a_photo_becomes_a_layer(screen: StoryboardScreen, qtbot: QtBot):
    photo = Path(__file__).parents[2] / "render" / "photos" / "halves.heic"
    before = len(panel(screen).layers)
    screen.page.area.add(photo)
    qtbot.waitUntil(lambda: len(panel(screen).layers) == before + 1, timeout=20_000)
    layer = screen.desk.layer
    assert isinstance(layer, ImageLayer)
    assert layer.name == "halves"
    assert layer.size == pytest.approx((216, 129.6))


@pytest.mark.parametrize("sound", [True, False])
def test_a_clip_becomes_a_layer_with_its_sound(
    screen: StoryboardScreen, qtbot: QtBot, tmp_path: Path, *, sound: bool
):
    before = panel(screen)
    screen.page.area.add(clip(tmp_path / "dance.mp4", sound=sound))
    qtbot.waitUntil(lambda: panel(screen) is not before, timeout=20_000)
    layer, after = screen.desk.layer, panel(screen)
    assert isinstance(layer, ClipLayer)
    assert layer.size[0] == pytest.approx(216)
    assert [s.media for s in after.sounds] == ([layer.media[0]] if sound else [])
    screen.undo()
    assert panel(screen) == before


def test_a_sound_begins_at_the_playhead(screen: StoryboardScreen, qtbot: QtBot, tmp_path: Path):
    screen.desk.player.seek(12)
    screen.page.area.add(voice(tmp_path / "hello.wav"))
    qtbot.waitUntil(lambda: len(panel(screen).sounds) == 1, timeout=20_000)
    (sound,) = panel(screen).sounds
    assert (sound.name, sound.start, sound.role) == ("hello", 12, Role.VOICE)
    assert len(sound.levels) == 100
    assert screen.desk.pick == Pick(panel(screen).id, "sound", sound.id)


@pytest.mark.parametrize(("apart", "names"), [(True, ["ground", "top"]), (False, ["art"])])
def test_a_layered_picture_comes_in_as_the_person_says(
    screen: StoryboardScreen, qtbot: QtBot, tmp_path: Path, *, apart: bool, names: list[str]
):
    before = len(panel(screen).layers)
    screen.page.area.add(layered(tmp_path / "art.ora"))
    (sheet,) = screen.window().findChildren(LayeredSheet)
    (sheet.apart if apart else sheet.one).click()
    qtbot.waitUntil(lambda: len(panel(screen).layers) > before, timeout=20_000)
    assert [layer.name for layer in panel(screen).layers[before:]] == names
    screen.undo()
    assert len(panel(screen).layers) == before


def test_a_file_that_cannot_be_read_changes_nothing_and_is_told(
    screen: StoryboardScreen, qtbot: QtBot, tmp_path: Path
):
    before = panel(screen)
    for name in ("a.mp4", "a.wav", "a.png", "a.heic"):
        (tmp_path / name).write_bytes(b"nothing of the kind")
        with qtbot.waitSignal(screen._tools.runner.failed, timeout=20_000):
            screen.page.area.add(tmp_path / name)
    assert panel(screen) is before


def test_following_the_voice_listens_first_and_is_one_step(
    screen: StoryboardScreen, qtbot: QtBot, tmp_path: Path
):
    from dataclasses import replace

    from kindreel.model.edits.sounds import set_levels

    screen.page.area.add(voice(tmp_path / "hello.wav"))
    qtbot.waitUntil(lambda: len(panel(screen).sounds) == 1, timeout=20_000)
    (sound,) = panel(screen).sounds
    screen.desk.edit("Forget", lambda b: set_levels(b, {sound.media: ""}))
    layer = panel(screen).layers[0]
    screen.desk.choose(Pick(panel(screen).id, "layer", layer.id))
    before = panel(screen)
    screen.page.deeds.add_effect(FollowVoice(), "Follow voice")
    qtbot.waitUntil(lambda: panel(screen).layers[0].effects == (FollowVoice(),), timeout=20_000)
    assert panel(screen).sounds == (replace(sound),)
    screen.undo()
    assert panel(screen) == before


def test_how_a_layer_moves_is_pasted_onto_another(screen: StoryboardScreen):
    from kindreel.model.edits import layers as edits

    scene = panel(screen).id
    heart, words = panel(screen).layers
    moving = Curve(1.0, (Key(2, 1.0), Key(10, 3.0)))
    screen.desk.edit("Move", lambda b: edits.paste_curves(b, scene, heart.id, {"scale": moving}, 2))
    screen.desk.choose(Pick(scene, "layer", heart.id))
    screen.page.deeds.curves.copy()
    screen.desk.choose(Pick(scene, "layer", words.id))
    screen.desk.player.seek(5)
    screen.page.deeds.curves.paste()
    screen.page.deeds.curves.paste("rotation")
    pasted = panel(screen).layers[1]
    assert [(k.frame, k.value) for k in curve_of(pasted, "scale").keys] == [(5, 1.0), (13, 3.0)]
    assert curve_of(pasted, "rotation") == curve_of(pasted, "scale")
    screen.undo()
    screen.undo()
    assert panel(screen).layers[1] == words
