"""Whenever the process is killed, no partial video stands under its final name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kindreel.export import presets
from kindreel.export.presets import Quality
from kindreel.export.video import export
from studio import Studio

KILLS = 30

NURSERY = '''
"""Imports once, then starts exports in forks and kills each after another while."""
import os, select, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from studio import Studio
from kindreel.export import presets, probe
from kindreel.export.presets import Quality
from kindreel.export.video import export

out, kills = Path(sys.argv[3]), int(sys.argv[4])
studio = Studio(Path(sys.argv[2]))
board = studio.board(music=(studio.hear("song.wav"),))
project = studio.project(board)
killed = 0
for number in range(kills):
    child = os.fork()
    if child == 0:
        os.environ["KINDREEL_HOME"] = f"{os.environ['KINDREEL_HOME']}/{number}"
        while True:
            export(project, board, out, studio.media, presets.preset("tiktok"), Quality.DRAFT)
    select.select([], [], [], 0.02 + 1.1 * number / kills)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    killed += os.WTERMSIG(status) == signal.SIGKILL
    if out.exists():
        seen = probe.probe(out)
        assert seen.seconds is not None and abs(seen.seconds - 2.0) < 0.1, seen
        assert seen.video is not None and seen.audio is not None, seen
    names = [p.name for p in out.parent.iterdir() if p != out]
    assert all(n.startswith(".") and n.endswith(".kindreel-part") for n in names), names
print(killed)
'''


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="forks are quick, spawns are not")
def test_a_killed_export_leaves_a_whole_video_or_none(studio: Studio, tmp_path: Path):
    studio.music("song", 2)
    out = tmp_path / "out" / "film.mp4"
    out.parent.mkdir()
    words = [sys.executable, "-c", NURSERY, str(Path(__file__).parents[1]), str(studio.folder)]
    done = subprocess.run(
        [*words, str(out), str(KILLS)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == KILLS
    board = studio.board()
    export(studio.project(board), board, out, studio.media, presets.preset("tiktok"), Quality.DRAFT)
    assert [p.name for p in out.parent.iterdir()] == ["film.mp4"]
