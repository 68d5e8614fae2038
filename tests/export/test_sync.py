"""Picture and sound stay together to the end of a long video, measured on the finished file."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

from kindreel.export.presets import Quality, preset
from kindreel.export.video import export
from kindreel.model.board import Board, Scene
from kindreel.model.colour import WHITE, Colour, Solid
from kindreel.model.curves import Curve, Hold, Key
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import ShapeLayer, Transform
from studio import SAMPLE_RATE, Studio

SECONDS = 90
ALLOWED_S = 0.005


def flash(frames: list[int]) -> ShapeLayer:
    """White for three frames from each of the given ones on."""
    keys = sorted(dict.fromkeys(frames, 1.0) | {f + 3: 0.0 for f in frames})
    curve = Curve(0.0, (Key(-1, 0.0, Hold()), *(Key(k, float(k in frames), Hold()) for k in keys)))
    place = Transform(x=Curve(54.0), y=Curve(96.0), opacity=curve)
    return ShapeLayer(id=LayerId("lamp"), size=(300.0, 300.0), fill=Solid(WHITE), transform=place)


def clicked(studio: Studio, rate: Fraction) -> tuple[Board, list[int]]:
    """Ninety seconds in three scenes; each flash has a click at the same moment."""
    length = round(SECONDS / 3 * rate)
    flashes = [[17, 211, length - 40], [5, 333, length - 25], [60, 500, length - 8]]
    scenes, ticks = [], np.zeros(SECONDS * SAMPLE_RATE + SAMPLE_RATE)
    burst = 0.8 * np.sin(2 * np.pi * 3000 * np.arange(480) / SAMPLE_RATE)
    at = []
    for number, frames in enumerate(flashes):
        scenes.append(
            Scene(
                id=SceneId(f"s{number}"),
                length=length,
                background=Solid(Colour("#FF000000")),
                layers=(flash(frames),),
            )
        )
        for frame in frames:
            at.append(number * length + frame)
            sample = round(at[-1] / rate * SAMPLE_RATE)
            ticks[sample : sample + len(burst)] += burst
    sound = studio.hear(studio.sound("ticks", ticks))
    board = studio.board(scenes=0, rate=rate)
    return replace(board, scenes=tuple(scenes), music=(sound,)), at


def lit(path: Path) -> list[float]:
    """When the picture becomes white, by the file's own time stamps."""
    reader, times, before = cv2.VideoCapture(str(path)), [], 0.0
    while reader.grab():
        light = float(reader.retrieve()[1].mean())
        if light > 200 >= before:
            times.append(reader.get(cv2.CAP_PROP_POS_MSEC) / 1000)
        before = light
    return times


def heard(path: Path) -> list[float]:
    """When a click begins, by the file's own time stamps."""
    words = ["-hide_banner", "-i", str(path), "-map", "a", "-af", "ashowinfo", "-ac", "1"]
    made = subprocess.run(
        [get_ffmpeg_exe(), *words, "-f", "f32le", "-"], check=True, capture_output=True
    )
    first = re.search(rb"pts_time:(-?[\d.]+)", made.stderr)
    assert first is not None
    return [float(first[1]) + s for s in onsets(np.frombuffer(made.stdout, np.float32))]


def onsets(samples: NDArray[np.float32]) -> list[float]:
    loud = np.flatnonzero(np.abs(samples) > 0.25 * np.abs(samples).max())
    apart = np.diff(loud, prepend=-SAMPLE_RATE) > SAMPLE_RATE // 4
    return [float(s) / SAMPLE_RATE for s in loud[apart]]


@pytest.mark.slow
@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30_000, 1001)])
def test_clicks_and_flashes_meet_within_five_milliseconds(tmp_path: Path, rate: Fraction):
    studio = Studio(tmp_path)
    board, wanted = clicked(studio, rate)
    out = tmp_path / "film.mp4"
    export(studio.project(board), board, out, studio.media, preset("tiktok"), Quality.DRAFT)
    seen, clicks = [t for t in lit(out) if t < SECONDS - 0.1], heard(out)  # the reveal is bright
    assert len(seen) == len(clicks) == len(wanted)
    assert seen == pytest.approx([float(f / rate) for f in wanted], abs=0.001)
    gaps = np.array(clicks) - np.array(seen)
    assert np.abs(gaps).max() <= ALLOWED_S, gaps
