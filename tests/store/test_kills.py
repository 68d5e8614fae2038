"""A process killed at any moment loses nothing it has said to be safe."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kindreel.model.project import Project
from kindreel.store.document import Document, recoverable
from project_examples import numbered

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")

KILLS = 25


class Saver:
    """Starts saving children and kills them."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def killed(self, what: str, folder: Path, first: int, moment: random.Random) -> int:
        """The last number that was acknowledged by a child killed at some moment."""
        self._process.stdin.write(json.dumps([what, str(folder), first]).encode() + b"\n")
        self._process.stdin.flush()
        child = int(self._line())
        last = first - 1
        for _ in range(moment.randint(0, 3)):
            last = int(self._line())
        time.sleep(moment.uniform(0, 0.03))  # chance itself is what is tested
        os.kill(child, signal.SIGKILL)
        while (line := self._line()) != "over":
            last = int(line)
        return last

    def _line(self) -> str:
        return self._process.stdout.readline().decode().strip()


@pytest.fixture(scope="module")
def saver() -> Iterator[Saver]:
    script = Path(__file__).with_name("killed_saver.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Saver(process)
        process.stdin.close()


def number_of(project: Project) -> int:
    """Which numbered state this is; fails when it is a mixture of two."""
    number = int(project.title)
    assert project == numbered(number)
    return number


@pytest.mark.slow
def test_a_save_killed_at_any_moment_leaves_a_committed_state(tmp_path: Path, saver: Saver):
    folder = tmp_path / "Kind words.kindreel"
    Document.create(folder, numbered(0)).close()
    moment, found = random.Random(1), 0
    for _ in range(KILLS):
        last = saver.killed("save", folder, found + 1, moment)
        with Document.open(folder) as document:
            found = number_of(document.project)
            assert last <= found <= last + 1
            assert recoverable(folder) is None


@pytest.mark.slow
def test_an_autosave_killed_at_any_moment_is_recovered(tmp_path: Path, saver: Saver):
    folder = tmp_path / "Kind words.kindreel"
    start = tmp_path / "start.kindreel"
    Document.create(start, numbered(0)).close()
    moment = random.Random(2)
    for _ in range(KILLS):
        shutil.copytree(start, folder)
        last = saver.killed("autosave", folder, 1, moment)
        with Document.open(folder) as document:
            assert number_of(document.project) == 0
            assert last <= number_of(document.recover()) <= last + 1
        shutil.rmtree(folder)


def test_saves_go_on_after_many_kills(tmp_path: Path, saver: Saver):
    folder = tmp_path / "Kind words.kindreel"
    Document.create(folder, numbered(0)).close()
    saver.killed("autosave", folder, 1, random.Random(3))
    saver.killed("save", folder, 100, random.Random(4))
    with Document.open(folder) as document:
        document.save(numbered(500))
        assert all(number_of(document.restore(v)) >= 0 for v in document.versions())
    with Document.open(folder) as document:
        assert document.project == numbered(500)
