"""Writes voices, music and effects as Ogg Vorbis, and when each word is said."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import imageio_ffmpeg
import music
import numpy as np
import voice
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt
from script import LINES

RATE = 48_000
OUT = Path(__file__).parents[1] / "sound"
Wave = NDArray[np.float64]


def write(name: str, wave: Wave, quality: int) -> None:
    """One file; a wave is one channel, or a column for each of two."""
    channels = 1 if wave.ndim == 1 else 2
    pcm = (np.clip(wave, -1, 1) * 32767).astype("<i2").tobytes()
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-f", "s16le", "-ar", str(RATE), "-ac", str(channels),
        "-i", "-", "-c:a", "libvorbis", "-q:a", str(quality), "-map_metadata", "-1", "-fflags", "+bitexact", str(OUT / f"{name}.ogg"),
    ]  # fmt: skip
    subprocess.run(command, input=pcm, check=True)  # noqa: S603 - our own command on our own bytes


def time(seconds: float) -> Wave:
    """The moments of a sound, in seconds."""
    return np.arange(int(seconds * RATE)) / RATE


def pop() -> Wave:
    """A bubble that opens."""
    t = time(0.22)
    f = 330 + 420 * (1 - np.exp(-t * 34))
    return (
        0.55 * np.sin(6.283 * np.cumsum(f) / RATE) * np.exp(-t / 0.045) * np.clip(t / 0.003, 0, 1)
    )


def whoosh() -> Wave:
    """Air that passes by."""
    t = time(0.9)
    rush = np.random.default_rng(1).normal(size=len(t))
    bands = [
        sosfilt(butter(2, [f, f * 2.1], "bandpass", fs=RATE, output="sos"), rush)
        for f in (300, 700, 1500)
    ]
    shape = np.exp(-(((t - 0.40) / 0.20) ** 2))
    moving = [np.exp(-(((t - at) / 0.20) ** 2)) for at in (0.26, 0.40, 0.50)]
    out = sum(b * m for b, m in zip(bands, moving, strict=True)) * shape
    return 0.32 * out / np.abs(out).max()


def heartbeat() -> Wave:
    """One soft beat of a heart: two thumps."""
    out = np.zeros(int(1.0 * RATE))
    t = time(0.4)
    for at, loud in ((0.02, 1.0), (0.30, 0.72)):
        thump = (
            np.sin(6.283 * (46 * t + 1.6 * (1 - np.exp(-t * 30))))
            * np.exp(-t / 0.085)
            * np.clip(t / 0.006, 0, 1)
        )
        first = int(at * RATE)
        out[first : first + len(thump)] += loud * thump
    return 0.7 * out / np.abs(out).max()


def sparkle() -> Wave:
    """Small bells that rise."""
    out = np.zeros(int(2.2 * RATE))
    dice = np.random.default_rng(4)
    for k, key in enumerate((86, 90, 93, 98, 102, 105)):
        t, f = time(1.3), music.hertz(key)
        bell = sum(
            a * np.sin(6.283 * f * n * t) * np.exp(-t * d)
            for n, a, d in ((1, 1, 4), (2.76, 0.28, 8), (5.4, 0.08, 14))
        )
        first = int((0.02 + 0.075 * k + dice.uniform(0, 0.01)) * RATE)
        out[first : first + len(bell)] += bell * np.clip(t / 0.003, 0, 1) * (0.9 - 0.08 * k)
    return 0.34 * voice.room(out, 0.9, 0.35, 9)[: len(out)] / np.abs(out).max()


def ping() -> Wave:
    """A comment has come: two wooden notes."""
    out = np.zeros(int(0.9 * RATE))
    for at, key in ((0.0, 81), (0.11, 86)):
        t, f = time(0.7), music.hertz(key)
        note = (
            np.sin(6.283 * f * t) + 0.25 * np.sin(6.283 * 3.9 * f * t) * np.exp(-t * 30)
        ) * np.exp(-t * 9)
        first = int(at * RATE)
        out[first : first + len(note)] += note * np.clip(t / 0.002, 0, 1)
    return 0.4 * out / np.abs(out).max()


def main() -> None:
    """Write everything that is heard."""
    OUT.mkdir(exist_ok=True)
    times = {}
    for name, who, line in LINES:
        wave, words = voice.speak(line, voice.CAST[who])
        write(f"voice_{name}", wave, 5)
        times[name] = {
            "text": line,
            "words": [[w, round(at, 3), round(long, 3)] for w, at, long in words],
        }
    (OUT / "words.json").write_text(
        json.dumps(times, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    write("kindness_loop", music.compose(), 5)
    for effect in (pop, whoosh, heartbeat, sparkle, ping):
        write(effect.__name__, effect(), 4)


if __name__ == "__main__":
    main()
