"""What is not done never has the name of what is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kindreel.errors import ExportError
from kindreel.export.unfinished import beside, check_room, sweep, unfinished


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path):
    out = tmp_path / "film.mp4"
    with unfinished(out) as part:
        part.write_text("half")
        assert not out.exists()
        assert part.name.startswith(".")
        assert part.suffix == ".kindreel-part"
    assert out.read_text() == "half"
    assert list(tmp_path.iterdir()) == [out]


def test_a_failure_leaves_what_was_there(tmp_path: Path):
    out = tmp_path / "film.mp4"
    out.write_text("old")
    with pytest.raises(ZeroDivisionError), unfinished(out) as part:
        part.write_text(f"half {1 // 0}")
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_replaces_a_folder(tmp_path: Path):
    out = tmp_path / "frames"
    out.mkdir()
    (out / "old.png").write_text("old")
    with unfinished(out) as part:
        part.mkdir()
        (part / "new.png").write_text("new")
    assert [p.name for p in out.iterdir()] == ["new.png"]
    assert list(tmp_path.iterdir()) == [out]


def test_a_missing_folder_is_made(tmp_path: Path):
    with unfinished(tmp_path / "a" / "b" / "film.mp4") as part:
        part.write_text("x")
    assert (tmp_path / "a" / "b" / "film.mp4").exists()


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path):
    (tmp_path / "a").write_text("a file")
    with pytest.raises(ExportError, match="could not be made"), unfinished(tmp_path / "a" / "f"):
        pass


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="may not write"), unfinished(tmp_path / "film.mp4"):
        pass


def test_what_the_dead_left_is_swept_and_the_living_is_not(tmp_path: Path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    own = beside(tmp_path / "film.mp4")
    other = own.name.replace(f".{os.getpid()}.", ".1.")
    dead = own.name.replace(f".{os.getpid()}.", f".{gone.pid}.")
    keep = {own.name, other, "film.mp4", ".hidden.part"}
    for name in (*keep, dead):
        (tmp_path / name).write_text("x")
    sweep(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == keep


def test_room_is_asked_of_a_folder_that_is_still_to_be_made(tmp_path: Path):
    check_room(tmp_path / "not" / "there" / "film.mp4", 1)
    with pytest.raises(ExportError, match="not enough room"):
        check_room(tmp_path / "film.mp4", 10**18)
