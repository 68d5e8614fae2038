"""Voices that speak no words: vowels and soft consonants shaped from a line's own syllables.

A glottal pulse runs through resonators placed where the vowels of each syllable have theirs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

RATE = 48_000
BLOCK = 240
Wave = NDArray[np.float64]
VOWELS = {
    "a": (760, 1250, 2550),
    "e": (520, 1850, 2600),
    "i": (330, 2200, 2950),
    "o": (480, 900, 2450),
    "u": (350, 850, 2300),
    "y": (350, 2100, 2800),
}
NEUTRAL = (520, 1500, 2500)
SOFT, HISSED, HUMMED = set("bdgvzjlrw"), set("sfhctpkx"), set("mn")


@dataclass(frozen=True, slots=True)
class Voice:
    """pitch: hertz at rest. size: how much shorter than a tall man's the throat is."""

    pitch: float
    size: float
    breath: float
    pace: float
    lively: float
    seed: int


CAST = {
    "amara": Voice(pitch=196, size=1.13, breath=0.05, pace=0.198, lively=1.0, seed=11),
    "jun": Voice(pitch=118, size=0.98, breath=0.04, pace=0.200, lively=0.8, seed=22),
    "lucia": Voice(pitch=226, size=1.18, breath=0.08, pace=0.186, lively=1.25, seed=33),
}


def syllables(word: str) -> list[tuple[str, str]]:
    """(consonant before, vowel) of each syllable of a word."""
    plain = unicodedata.normalize("NFD", word.lower())
    plain = re.sub("[^a-z]", "", plain)
    plain = re.sub(r"(?<=[a-z]{2})(?<![aeiouy])e$", "", plain) or plain
    found = re.findall(r"([^aeiouy]*)([aeiouy]+)", plain)
    return [(before[-1:] if before else "", vowel[0]) for before, vowel in found] or [("", "a")]


def _plan(
    line: str, voice: Voice
) -> tuple[list[dict[str, float | str]], list[tuple[str, float, float]]]:
    """Sounds with start, length and pitch, and the words' times, in seconds."""
    dice = np.random.default_rng(voice.seed + len(line))
    at, sounds, words = 0.06, [], []
    parts = line.split()
    total = sum(len(syllables(w)) for w in parts)
    done = 0
    for index, word in enumerate(parts):
        start = at
        beats = syllables(word)
        heavy = len(re.sub("[^a-zA-Z]", "", word)) > 3
        for k, (before, vowel) in enumerate(beats):
            along = done / max(1, total - 1)
            stress = heavy and k == 0
            last = done == total - 1
            long = (
                voice.pace
                * (1.28 if stress else 0.92)
                * (1.5 if last else 1)
                * dice.uniform(0.94, 1.06)
            )
            lift = 1 + voice.lively * (
                0.13 * stress + 0.10 * np.sin(2.2 * along + 0.4) - 0.17 * along
            )
            end = 1.12 if last and line.endswith(("?", "!")) else 0.86 if last else 0.98
            sounds.append(
                {
                    "at": at,
                    "long": long,
                    "pitch": voice.pitch * lift,
                    "end": end,
                    "before": before,
                    "vowel": vowel,
                    "loud": 1.0 if stress else 0.78,
                }
            )
            at += long
            done += 1
        words.append((word, start, at - start))
        at += 0.20 if word[-1] in ",:." and index < len(parts) - 1 else 0.035
    return sounds, words


def _tracks(
    sounds: list[dict[str, float | str]], voice: Voice, blocks: int
) -> tuple[Wave, Wave, Wave, Wave]:
    """Pitch, formants, voiced and hissed loudness for every block."""
    pitch, formants = (
        np.full(blocks, voice.pitch),
        np.tile(np.array(VOWELS["a"], float), (blocks, 1)),
    )
    loud, hiss = np.zeros(blocks), np.zeros(blocks)
    for s in sounds:
        first, count = int(s["at"] * RATE / BLOCK), max(4, int(s["long"] * RATE / BLOCK))
        span = slice(first, min(blocks, first + count))
        t = np.linspace(0, 1, count)[: span.stop - first]
        pitch[span] = s["pitch"] * (1 + (s["end"] - 1) * t)
        formants[span] = 0.78 * np.array(VOWELS[str(s["vowel"])]) + 0.22 * np.array(NEUTRAL)
        onset = 0.30 if s["before"] in SOFT | HUMMED else 0.12
        loud[span] = (
            s["loud"] * np.clip(t / 0.22 + onset, 0, 1) * np.clip((1.05 - t) / 0.34, 0.24, 1)
        )
        if s["before"] in HISSED:
            n = max(2, count // 4)
            hiss[first : first + n] = np.hanning(n + 2)[1:-1] * 0.5
            loud[first : first + n // 2] *= 0.25
    smooth = np.hanning(9) / np.hanning(9).sum()
    glide = np.hanning(21) / np.hanning(21).sum()
    formants = np.stack([np.convolve(np.pad(f, 10, "edge"), glide, "valid") for f in formants.T], 1)
    even = [np.convolve(np.pad(a, 4, "edge"), smooth, "valid") for a in (pitch, loud, hiss)]
    return even[0], formants * voice.size, even[1], even[2]


def _source(pitch: Wave, voice: Voice, dice: np.random.Generator) -> Wave:
    """The pulses of the vocal folds, with a little breath and unsteadiness."""
    hz = np.interp(np.arange(len(pitch) * BLOCK), np.arange(len(pitch)) * BLOCK, pitch)
    t = np.arange(len(hz)) / RATE
    hz = hz * (
        1
        + 0.008 * np.sin(6.283 * 5.1 * t)
        + 0.006 * np.convolve(dice.normal(size=len(hz)), np.ones(900) / 30, "same")
    )
    phase = np.cumsum(hz) / RATE % 1
    opened = np.clip(phase / 0.62, 0, 1)
    pulse = np.where(phase < 0.62, 3 * opened**2 - 2 * opened**3 - 1.6 * opened**8, 0)
    return np.diff(pulse, prepend=0) * 22 + voice.breath * dice.normal(size=len(hz)) * (0.4 + pulse)


def _resonate(wave: Wave, formants: Wave) -> Wave:
    out = wave.copy()
    for k, width in enumerate((80.0, 110.0, 170.0)):
        state = np.zeros(2)
        for b in range(len(formants)):
            hz = formants[b, k]
            r = np.exp(-np.pi * width / RATE)
            a = [1, -2 * r * np.cos(6.283185 * hz / RATE), r * r]
            span = slice(b * BLOCK, (b + 1) * BLOCK)
            out[span], state = lfilter([sum(a)], a, out[span], zi=state)
    return out


def room(wave: Wave, seconds: float, wet: float, seed: int) -> Wave:
    """The wave in a small warm room."""
    dice = np.random.default_rng(seed)
    t = np.arange(int(seconds * RATE)) / RATE
    tail = dice.normal(size=len(t)) * np.exp(-6.9 * t / seconds)
    tail = sosfilt(butter(2, [180, 3800], "bandpass", fs=RATE, output="sos"), tail)
    echo = fftconvolve(np.concatenate([wave, np.zeros(len(t))]), tail)[: len(wave) + len(t)]
    echo *= wet * np.sqrt(np.mean(wave**2)) / max(1e-9, np.sqrt(np.mean(echo**2)))
    return np.concatenate([wave, np.zeros(len(t))]) + echo


def speak(line: str, voice: Voice) -> tuple[Wave, list[tuple[str, float, float]]]:
    """The line as this voice babbles it, and (word, start, length) in seconds."""
    dice = np.random.default_rng(voice.seed)
    sounds, words = _plan(line, voice)
    blocks = int((words[-1][1] + words[-1][2] + 0.12) * RATE / BLOCK)
    pitch, formants, loud, hiss = _tracks(sounds, voice, blocks)
    spoken = _resonate(_source(pitch, voice, dice), formants)
    ramp = np.interp(np.arange(len(spoken)), np.arange(blocks) * BLOCK, loud)
    air = np.interp(np.arange(len(spoken)), np.arange(blocks) * BLOCK, hiss)
    rush = sosfilt(
        butter(2, [2400, 6500], "bandpass", fs=RATE, output="sos"), dice.normal(size=len(spoken))
    )
    mix = spoken * ramp / np.abs(spoken * ramp).max() + 0.11 * rush * air
    mix = sosfilt(butter(2, [90, 6200], "bandpass", fs=RATE, output="sos"), mix)
    mix = np.tanh(1.6 * mix / np.abs(mix).max()) / 1.6
    done = room(mix, 0.28, 0.16, voice.seed)
    return 0.5 * done / np.abs(done).max(), words
