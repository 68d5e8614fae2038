"""Twenty-four seconds of felt piano over a soft pad, in D, that follow the sample's story.

Eight bars of three seconds; every tail wraps round to the beginning, so the loop has no seam.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

RATE, BAR, BARS = 48_000, 3.0, 8
LENGTH = int(RATE * BAR * BARS)
Wave = NDArray[np.float64]
CHORDS = (
    (38, 57, 62, 66, 69),
    (35, 54, 62, 66, 69),
    (43, 55, 59, 62, 66),
    (45, 52, 57, 62, 64),
    (42, 57, 62, 66, 69),
    (43, 57, 59, 62, 67),
    (40, 55, 59, 64, 66),
    (38, 57, 62, 66, 69),
)
MELODY = (
    (0, 0, 78),
    (0, 2, 76),
    (0, 3, 74),
    (1, 0, 73),
    (1, 2, 69),
    (2, 1, 71),
    (2, 2, 74),
    (2, 3, 76),
    (3, 0, 78),
    (3, 2, 76),
    (3, 3, 73),
    (4, 0, 74),
    (4, 1, 78),
    (4, 2, 81),
    (5, 0, 83),
    (5, 2, 81),
    (5, 3, 78),
    (6, 0, 79),
    (6, 1, 78),
    (6, 2, 76),
    (6, 3, 73),
    (7, 0, 74),
    (7, 2, 78),
)


def hertz(key: float) -> float:
    """The pitch of a key, 69 for the tuning A."""
    return float(440 * 2 ** ((key - 69) / 12))


def felt(key: float, loud: float, seed: int, seconds: float = 3.6) -> Wave:
    """One note of a piano whose hammers are covered with felt."""
    dice = np.random.default_rng(seed)
    t = np.arange(int(seconds * RATE)) / RATE
    base, out = hertz(key), np.zeros(len(t))
    for n in range(1, 9):
        f = n * base * np.sqrt(1 + 0.0004 * n * n)
        if f > 5200:
            break
        amount = np.exp(-0.62 * (n - 1) * (1.25 - 0.5 * loud)) / n**0.5
        fade = 0.55 + base / 520 + 0.42 * n
        for cents in (-0.9, 0.8):
            out += (
                amount
                * np.sin(6.283185 * f * (1 + cents / 1731) * t + dice.uniform(0, 6.28))
                * np.exp(-fade * t)
            )
    out *= np.clip(t / 0.010, 0, 1) ** 1.4 * np.clip((seconds - t) / 0.4, 0, 1)
    thud = sosfilt(butter(2, 420, fs=RATE, output="sos"), dice.normal(size=len(t))) * np.exp(
        -t / 0.018
    )
    return loud * (out + 0.5 * thud)


def pad(keys: tuple[int, ...], seed: int) -> Wave:
    """A breathing chord of soft strings, a bar and its tail long."""
    dice = np.random.default_rng(seed)
    t = np.arange(int((BAR + 1.6) * RATE)) / RATE
    out = np.zeros(len(t))
    for key in keys[1:]:
        for cents in (-7, 0, 6):
            f = hertz(key) * 2 ** (cents / 1200)
            start = dice.uniform(0, 6.28)
            for n, amount in ((1, 1.0), (2, 0.30), (3, 0.12), (4, 0.05)):
                out += amount * np.sin(6.283185 * f * n * t + start * n)
    swell = np.clip(t / 1.1, 0, 1) ** 1.5 * np.clip((BAR + 1.6 - t) / 1.6, 0, 1) ** 1.3
    return out * swell / len(keys)


def place(track: Wave, sound: Wave, at: float, gain: float = 1.0) -> None:
    """Add a sound; what goes past the end comes in at the beginning."""
    where = (int(at * RATE) + np.arange(len(sound))) % LENGTH
    np.add.at(track, where, gain * sound)


def hall(track: Wave, seed: int, seconds: float = 2.4) -> Wave:
    """The echo of the whole loop, itself without a seam."""
    dice = np.random.default_rng(seed)
    t = np.arange(int(seconds * RATE)) / RATE
    tail = dice.normal(size=len(t)) * np.exp(-6.9 * t / seconds) * np.clip(t / 0.02, 0, 1)
    tail = sosfilt(butter(2, [220, 3400], "bandpass", fs=RATE, output="sos"), tail)
    tail /= np.sqrt((tail**2).sum())
    return np.fft.irfft(np.fft.rfft(track) * np.fft.rfft(tail, LENGTH), LENGTH)


def _beats(dice: np.random.Generator) -> Wave:
    """A quiet heartbeat from the turn of the story on."""
    out = np.zeros(LENGTH)
    t = np.arange(int(0.35 * RATE)) / RATE
    thump = (
        np.sin(6.283 * (48 * t + 26 * (1 - np.exp(-t * 26)) / 26))
        * np.exp(-t / 0.09)
        * np.clip(t / 0.004, 0, 1)
    )
    for bar in range(2, BARS):
        for beat in (0, 2):
            place(out, thump, bar * BAR + beat * 0.75, 0.20)
    brush_t = np.arange(int(0.14 * RATE)) / RATE
    for bar in range(4, BARS):
        for beat in range(8):
            rush = sosfilt(
                butter(2, [5200, 9500], "bandpass", fs=RATE, output="sos"),
                dice.normal(size=len(brush_t)),
            )
            place(
                out,
                rush * np.exp(-brush_t / 0.032) * np.clip(brush_t / 0.012, 0, 1),
                bar * BAR + beat * 0.375,
                0.020 if beat % 2 else 0.011,
            )
    return out


def compose() -> Wave:
    """The loop: two channels, peak below -3 dB."""
    dice = np.random.default_rng(77)
    piano, strings, melody = np.zeros(LENGTH), np.zeros(LENGTH), np.zeros(LENGTH)
    for bar, chord in enumerate(CHORDS):
        start = bar * BAR
        full = 0.62 if bar == 1 else 0.72 if bar < 4 else 0.92
        place(piano, felt(chord[0], 0.62 * full, bar, 4.2), start)
        steps = (1, 2, 3, 4, 3, 2, 3, 4) if bar >= 2 else (1, 3, 4, 3)
        for k, note in enumerate(steps):
            late = dice.uniform(0, 0.014)
            place(
                piano,
                felt(chord[note], dice.uniform(0.26, 0.36) * full, 100 * bar + k),
                start + k * BAR / len(steps) + late,
            )
        place(strings, pad(chord, bar), start, 0.55 if bar in (0, 1) else 0.8)
    for bar, beat, key in MELODY:
        place(
            melody,
            felt(key, 0.46 + 0.1 * (bar >= 4), 900 + key + bar),
            bar * BAR + beat * 0.75 + dice.uniform(0, 0.01),
        )
        if bar >= 4:
            place(melody, felt(key - 12, 0.16, 700 + key + bar), bar * BAR + beat * 0.75 + 0.008)
    low = butter(2, 1500, fs=RATE, output="sos")
    strings = sosfilt(low, np.tile(strings, 2))[LENGTH:] * 0.13
    dry = piano + 1.05 * melody
    left = dry * 0.92 + 0.16 * np.roll(piano, 380) + strings + 0.34 * hall(dry + strings, 1)
    right = (
        dry * 0.92
        + 0.16 * np.roll(melody, 420)
        + np.roll(strings, 700)
        + 0.34 * hall(dry + strings, 2)
    )
    both = np.stack([left, right], 1) + _beats(dice)[:, None]
    both = np.tanh(0.9 * both / np.abs(both).max()) / 0.9
    return 0.68 * both / np.abs(both).max()
