"""Loudness is measured as the standard says and brought to its target."""

from __future__ import annotations

import numpy as np
import pytest

from kindreel.export import loudness, meter
from kindreel.export.decode import Samples, decode
from studio import SAMPLE_RATE, Studio


def noise(seconds: float, level: float, seed: int = 1) -> Samples:
    random = np.random.default_rng(seed)
    return (level * random.standard_normal((round(seconds * SAMPLE_RATE), 2))).astype(np.float32)


def sine(seconds: float, hertz: float, level: float) -> Samples:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = level * np.sin(2 * np.pi * hertz * time)
    return np.stack([wave, wave], 1).astype(np.float32)


def speech(seconds: float, level: float) -> Samples:
    """Loud and quiet stretches with peaks that stand out."""
    made = noise(seconds, level)
    time = np.arange(len(made)) / SAMPLE_RATE
    made *= np.where(time % 3 < 2, 1.0, 0.02).astype(np.float32)[:, None]
    made[::9600] *= 6
    return made


def test_a_full_scale_tone_in_both_channels_is_at_zero_lufs():
    # BS.1770: 997 Hz at 0 dBFS in one channel reads -3.01 LKFS.
    assert meter.integrated(sine(5, 997, 1.0)) == pytest.approx(0.0, abs=0.05)


def test_silence_has_no_loudness():
    assert meter.measure(np.zeros((SAMPLE_RATE, 2), np.float32)).silent
    assert meter.measure(np.zeros((0, 2), np.float32)).silent


def test_quiet_stretches_do_not_count():
    loud = noise(10, 0.1)
    mixed = np.concatenate([loud, loud * np.float32(0.003), loud])
    assert meter.integrated(mixed) == pytest.approx(meter.integrated(loud), abs=0.15)


def test_peaks_between_samples_are_seen():
    between = sine(1, SAMPLE_RATE / 4, 1.0)
    time = np.arange(len(between))
    between[:] = np.sin(np.pi / 2 * time + np.pi / 4)[:, None]
    assert np.abs(between).max() == pytest.approx(0.7071, abs=0.001)
    inner = meter.envelope(between)[1000:-1000]
    assert inner.max() == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("samples", [noise(23, 0.05), speech(23, 0.1), sine(11, 100, 0.3)])
def test_it_agrees_with_ffmpeg_s_meter(studio: Studio, samples: Samples):
    path = studio.media(studio.sound("measured", samples.astype(np.float64).clip(-1, 1)))
    other = loudness.measure_file(path)
    own = meter.measure(decode(path))
    assert own.integrated == pytest.approx(other.integrated, abs=0.11)
    # Ours is the exact curve between the samples; ffmpeg's filter lets the highest tones go.
    assert other.true_peak - 0.1 <= own.true_peak <= other.true_peak + 0.5


@pytest.mark.parametrize("level", [0.002, 0.05, 0.4])
@pytest.mark.parametrize("target", [-14.0, -23.0])
def test_every_mix_reaches_its_target_under_the_ceiling(level: float, target: float):
    ready = meter.measure(loudness.master(speech(12, level), target, -1.0))
    assert ready.integrated == pytest.approx(target, abs=0.5)
    assert ready.true_peak <= -1.0


def test_one_gain_is_enough_when_peaks_allow_it():
    quiet = sine(5, 440, 0.05)
    ready = loudness.master(quiet)
    assert np.allclose(ready / ready.max(), quiet / quiet.max(), atol=1e-5)


def test_the_limiter_moves_nothing_in_time():
    clicks = noise(6, 0.02)
    at = np.arange(1, 6) * SAMPLE_RATE
    clicks[at] = 0.9
    ready = loudness.master(clicks)
    for click in at:
        near = np.abs(ready[click - 500 : click + 500, 0])
        assert int(np.argmax(near)) == 500


def test_silence_stays_silent():
    assert not loudness.master(np.zeros((SAMPLE_RATE, 2), np.float32)).any()
