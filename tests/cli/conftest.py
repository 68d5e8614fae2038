"""Running commands as a person would, with answers as JSON or as lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comment_files import SAID
from kindreel.cli import FINDINGS, OK, main

Answer = tuple[int, Any]
Ask = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINDREEL_HOME", str(tmp_path / "home"))


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command with --json; gives its exit code and answer."""

    def run(*words: object) -> Answer:
        code = main([*map(str, words), "--json"])
        told = capsys.readouterr()
        text = told.out if code in (OK, FINDINGS) else told.err
        return code, json.loads(text) if text else None

    return run


@pytest.fixture
def project(tmp_path: Path, ask: Ask) -> Path:
    code, answer = ask("new", "blank", tmp_path / "Mine", "--name", "Amara")
    assert code == OK
    return Path(answer["project"])


@pytest.fixture
def inbox(tmp_path: Path, ask: Ask) -> Path:
    file = tmp_path / "comments.csv"
    file.write_text(SAID, "utf-8")
    place = tmp_path / "inbox.sqlite"
    code, answer = ask("import", file, "--inbox", place)
    assert code == OK
    (account,) = answer["files"]
    assert (account["rows"], account["new"], account["unreadable"]) == (4, 3, 1)
    return place


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Runs a command; gives what it prints, line by line."""

    def run(*words: object) -> list[str]:
        main(list(map(str, words)))
        return capsys.readouterr().out.splitlines()

    return run
