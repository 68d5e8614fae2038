"""How loud a scene's voice is at a frame."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kindreel.model.board import Scene
from kindreel.model.edits.sounds import set_levels
from kindreel.model.ids import MediaId, SceneId, SoundId
from kindreel.model.sound import Role, Sound
from kindreel.model.voice import level_at, packed, unheard
from stage_examples import project, scene

RISING = packed(i / 100 for i in range(100))
VOICE = Sound(id=SoundId("v"), media=MediaId("v.wav"), start=30, levels=RISING)


def said(*sounds: Sound) -> Scene:
    return Scene(id=SceneId("s"), length=120, sounds=sounds)


def test_it_begins_with_the_sound_and_follows_its_file():
    panel = said(VOICE)
    assert level_at(panel, 29, 30.0) == 0
    assert level_at(panel, 30, 30.0) == pytest.approx(0.01, abs=0.01)
    assert level_at(panel, 60, 30.0) == pytest.approx(0.51, abs=0.02)
    assert level_at(panel, 90, 30.0) == 0  # the file is over


def test_it_begins_later_in_the_file_when_some_is_skipped():
    panel = said(replace(VOICE, offset=1.0))
    assert level_at(panel, 30, 30.0) == pytest.approx(0.51, abs=0.02)


def test_it_ends_where_the_sound_is_cut():
    panel = said(replace(VOICE, length=20))
    assert level_at(panel, 49, 30.0) > 0
    assert level_at(panel, 50, 30.0) == 0


def test_music_and_muted_voices_are_not_heard():
    assert level_at(said(replace(VOICE, role=Role.MUSIC)), 60, 30.0) == 0
    assert level_at(said(replace(VOICE, muted=True)), 60, 30.0) == 0


def test_the_loudest_of_two_voices_counts():
    other = replace(VOICE, id=SoundId("w"), start=50)
    assert level_at(said(other, VOICE), 60, 30.0) == level_at(said(VOICE), 60, 30.0)


def test_levels_that_make_no_sense_are_silence():
    assert level_at(said(replace(VOICE, levels="no hex")), 60, 30.0) == 0


def test_an_edit_tells_all_sounds_of_a_file_how_loud_it_is():
    bare = replace(VOICE, levels="")
    made = project(replace(scene(), sounds=(bare,)))
    assert unheard(made.board().scenes[0]) == (bare,)
    after = set_levels(made.board(), {MediaId("v.wav"): RISING})
    assert after.scenes[0].sounds == (VOICE,)
    assert unheard(after.scenes[0]) == ()
    assert set_levels(after, {MediaId("v.wav"): RISING}) is after
