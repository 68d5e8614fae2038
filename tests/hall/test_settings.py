"""Choices survive; damage does not stop the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from kindreel import i18n, settings


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINDREEL_HOME", str(tmp_path))


def test_what_is_chosen_is_there_next_time() -> None:
    settings.save(settings.Settings(theme="light", scale=1.25, recent=("a", "b")))
    assert settings.load() == settings.Settings(theme="light", scale=1.25, recent=("a", "b"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"scale": "big", "theme": 3}', "\x00\xff"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    assert settings.load() == settings.Settings()


def test_a_project_opened_again_comes_first_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        settings.remember_project(tmp_path / name)
    assert [Path(p).name for p in settings.load().recent] == ["a", "b"]


def test_numbers_read_well() -> None:
    assert i18n.count(1, "comment", "comments") == "1 comment"
    assert i18n.count(1204, "comment", "comments") == "1,204 comments"
    assert i18n.duration(62.4) == "1:02"
    assert i18n.size(11_400_000) == "11.4 MB"
    assert i18n.about(12.2) == "about 12 s"
