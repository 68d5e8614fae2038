"""The reference board made by Kindreel, MoviePy 2 and MLT in one run, and the ratios of times.

    python tests/benchmarks/peers/compare.py [--runs 1] [--out FOLDER] [--scenes 4]

All write the same picture without sound at the encoder settings of a draft. Times are of whole
processes, start-up included. MoviePy gets an environment of its own, made in the working folder
the first time; melt has to be installed. One that is not there is left out and said so.
MoviePy writes through our ffmpeg, melt through the encoder that it came with.
"""

# ruff: noqa: T201 - it talks on the terminal

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import with_mlt
from described import describe, shortened

from kindreel.export import ffmpeg
from kindreel.export.bench.speed import load
from kindreel.export.probe import probe

_HERE = Path(__file__).parent
_MUST = {"MoviePy 2": 12.0, "MLT": 2.0}


def _times(words: Sequence[str]) -> tuple[float, float]:
    """Wall and processor seconds of a program and all that it starts."""
    quiet = {
        "IMAGEIO_FFMPEG_EXE": ffmpeg.find(),
        "KINDREEL_FFMPEG": ffmpeg.find(),
    }
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(words, check=True, env={**os.environ, **quiet})
    wall = perf_counter() - wall
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _moviepy(folder: Path) -> str | None:
    """The interpreter of an environment with MoviePy; None when there can be none."""
    place = folder / "moviepy"
    python = place / "bin" / "python"
    if not (place / "made").exists():
        venv.create(place, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "-q", "moviepy>=2.2,<3"]
        if subprocess.run(pip, check=False).returncode:
            return None
        (place / "made").touch()
    return str(python)


def _programs(folder: Path, scenes: int) -> dict[str, tuple[list[str], Path]]:
    """What to call for each, and where it writes."""
    board = describe(shortened(load(folder), scenes), folder)
    own, moviepy, mlt = (folder / f"{name}.mp4" for name in ("kindreel", "moviepy", "mlt"))
    calls = [sys.executable, str(_HERE / "with_kindreel.py"), str(folder), str(own), str(scenes)]
    programs = {"Kindreel": (calls, own)}
    python = _moviepy(folder)
    if python is None:
        print("MoviePy 2 is left out: it cannot be installed.")
    else:
        calls = [python, str(_HERE / "with_moviepy.py"), str(board), str(moviepy)]
        programs["MoviePy 2"] = (calls, moviepy)
    if shutil.which("melt") is None:
        print("MLT is left out: melt is not there.")
    else:
        film = folder / "board.mlt"
        with_mlt.write(board, film)
        programs["MLT"] = (with_mlt.words(film, mlt, board), mlt)
    return programs


def main(runs: int, folder: Path, scenes: int) -> int:
    """Take turns, then tell medians and ratios; 1 when one is not as it must be."""
    programs = _programs(folder, scenes)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, (words, _out) in programs.items():
            taken[name].append(_times(words))
            print(f"{name}: {taken[name][-1][0]:.1f} s", flush=True)
    missed = False
    print(f"\n{'':12}{'wall s':>10}{'cpu s':>10}{'÷ ours':>10}{'must':>8}{'seconds made':>15}")
    for name, (_words, out) in programs.items():
        walls, cpus = zip(*taken[name], strict=True)
        ratios = [w[0] / o[0] for w, o in zip(taken[name], taken["Kindreel"], strict=True)]
        ratio, must = statistics.median(ratios), _MUST.get(name, 0.0)
        missed |= ratio < must
        wall, cpu = statistics.median(walls), statistics.median(cpus)
        length = probe(out).seconds or 0.0
        print(f"{name:12}{wall:10.1f}{cpu:10.1f}{ratio:10.2f}{must:8.0f}{length:15.2f}")
    return int(missed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scenes", type=int, default=4, help="so many, then the reveal")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = options.out or Path(name)
        place.mkdir(parents=True, exist_ok=True)
        sys.exit(main(options.runs, place, options.scenes))
