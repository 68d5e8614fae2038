"""The reference board's picture made with Kindreel: `with_kindreel.py FOLDER OUT SCENES`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from described import shortened

from kindreel.export import segments
from kindreel.export.bench.speed import load
from kindreel.export.presets import Quality, preset
from kindreel.export.unfinished import remove
from kindreel.export.video import export


def main(folder: Path, out: Path, scenes: int) -> None:
    """Export without sound, with nothing kept from before."""
    bench = shortened(load(folder), scenes)
    board = replace(bench.board, music=())
    remove(segments.folder())
    export(bench.project, board, out, bench.media, preset("tiktok"), Quality.DRAFT)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
