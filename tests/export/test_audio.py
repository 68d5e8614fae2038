"""Every sound is at its exact sample, and music makes room for the voice."""

from __future__ import annotations

import logging
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from kindreel.errors import MediaError
from kindreel.export import audio
from kindreel.export.decode import Samples, decode
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.sound import Role, Sound
from studio import SAMPLE_RATE, Studio


def ramp(length: int) -> np.ndarray:
    """Samples that tell their own place."""
    return np.linspace(0.1, 0.9, length)


def mixed(studio: Studio, *music: Sound, board: Board | None = None) -> Samples:
    made = replace(board or studio.board(), music=music)
    return audio.mix(studio.project(made), made, studio.media)


def test_a_mix_is_as_long_as_the_board(studio: Studio):
    board = studio.board(rate=Fraction(30000, 1001))
    made = mixed(studio, board=board)
    assert made.shape == (board.length * 48000 * 1001 // 30000, 2)
    assert made.dtype == np.float32


@pytest.mark.parametrize("start", [0, 7, 31])
def test_a_sound_starts_at_its_exact_sample(studio: Studio, start: int):
    wave = studio.sound("ramp", ramp(4800))
    made = mixed(studio, studio.hear(wave, start=start))
    at = start * 1600
    assert not made[:at].any()
    assert np.allclose(made[at : at + 4800, 0], ramp(4800), atol=1e-4)
    assert not made[at + 4800 :].any()


def test_a_scene_s_voice_goes_where_its_scene_goes(studio: Studio):
    board = studio.board(scenes=3, length=20)
    voice = studio.hear(studio.sound("ramp", ramp(4800)), role=Role.VOICE, start=3)
    board = replace(board, scenes=(*board.scenes[:2], replace(board.scenes[2], sounds=(voice,))))
    made = audio.mix(studio.project(board), board, studio.media)
    assert int(np.argmax(made[:, 0] > 0.05)) == 43 * 1600


def test_an_offset_skips_and_a_length_ends(studio: Studio):
    wave = studio.sound("ramp", ramp(SAMPLE_RATE))
    made = mixed(studio, studio.hear(wave, offset=0.25, length=6))
    assert not made[6 * 1600 :].any()
    assert np.allclose(made[2000:8000, 0], ramp(SAMPLE_RATE)[14000:20000], atol=1e-4)


def test_a_cut_does_not_click(studio: Studio):
    wave = studio.sound("ramp", ramp(SAMPLE_RATE))
    made = mixed(studio, studio.hear(wave, offset=0.25, length=6))
    assert np.abs(np.diff(made[:, 0])).max() < 0.02


def test_fades_gain_and_mute(studio: Studio):
    steady = studio.sound("steady", np.full(SAMPLE_RATE, 0.5))
    made = mixed(studio, studio.hear(steady, fade_in=6, fade_out=6, gain_db=-6.0))
    assert made[20000, 0] == pytest.approx(0.25, abs=0.002)
    assert made[0, 0] == 0
    assert 0.1 < made[4800, 0] < 0.22
    assert made[SAMPLE_RATE - 2, 0] < 0.001
    assert not mixed(studio, studio.hear(steady, muted=True)).any()


def test_a_loop_goes_round_without_a_gap(studio: Studio):
    wave = studio.sound("ramp", ramp(4800))
    made = mixed(studio, studio.hear(wave, loop=True))
    board_end = len(made)
    assert np.allclose(made[9600:14400, 0], ramp(4800), atol=1e-4)
    assert made[board_end - 2000, 0] > 0


def test_a_mono_voice_keeps_its_level(studio: Studio):
    one = decode(studio.media(studio.sound("one", np.full(4800, 0.5))))
    two = decode(studio.media(studio.sound("two", np.full((4800, 2), 0.5))))
    assert np.allclose(one, 0.5, atol=1e-4)
    assert np.allclose(one, two)


def test_other_rates_arrive_at_their_time(studio: Studio):
    clicks = np.zeros(44100)
    clicks[22050:22060] = 0.9
    made = decode(studio.media(studio.sound("slow", clicks, rate=44100)))
    assert abs(int(np.argmax(np.abs(made[:, 0]) > 0.3)) - 24000) <= 2


def test_music_makes_room_before_the_voice_speaks(studio: Studio):
    board = studio.board(scenes=4, length=60)
    music = studio.hear(studio.tone("bed", 10, 200.0, 0.3), duck=12.0)
    voice = studio.hear(studio.tone("voice", 1.5, 900.0, 0.3), role=Role.VOICE)
    board = replace(
        board,
        music=(music,),
        scenes=(board.scenes[0], replace(board.scenes[1], sounds=(voice,)), *board.scenes[2:]),
    )
    made = audio.mix(studio.project(board), board, studio.media)
    speaks = 60 * 1600

    def bed(at: int) -> float:
        near = made[at : at + 4800, 0]
        return float(np.abs(np.fft.rfft(near))[20])  # 200 Hz

    alone = bed(speaks // 2)
    assert bed(speaks) == pytest.approx(alone * 10 ** (-12 / 20), rel=0.1)
    assert bed(speaks + 30000) == pytest.approx(alone * 10 ** (-12 / 20), rel=0.05)
    assert bed(speaks + 72000 + 48000) == pytest.approx(alone, rel=0.05)


def test_a_missing_or_damaged_sound_is_silent(studio: Studio, caplog: pytest.LogCaptureFixture):
    (studio.folder / "broken.wav").write_bytes(b"RIFF not really")
    broken, gone = MediaId("broken.wav"), MediaId("gone.wav")
    with caplog.at_level(logging.WARNING):
        made = mixed(studio, studio.hear(broken), studio.hear(gone))
    assert not made.any()
    assert len(caplog.records) == 2


def test_a_damaged_sound_is_told_in_a_sentence(studio: Studio):
    (studio.folder / "broken.mp3").write_bytes(b"ID3 nothing")
    with pytest.raises(MediaError, match=r"“broken\.mp3” cannot be read"):
        decode(studio.folder / "broken.mp3")


def test_a_waveform_has_a_level_for_each_bucket(studio: Studio):
    wave = np.concatenate([np.zeros(4800), np.full(4800, 0.5), np.full(4800, -0.9)])
    levels = audio.waveform(studio.media(studio.sound("steps", wave)), 6)
    assert np.allclose(levels, [0, 0, 0.5, 0.5, 0.9, 0.9], atol=1e-3)


def test_a_waveform_may_have_more_buckets_than_samples(studio: Studio):
    path = studio.media(studio.sound("short", np.full(10, 0.5)))
    assert audio.waveform(path, 64).shape == (64,)
