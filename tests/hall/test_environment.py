"""The environment is made once, and no more of it is made again than has changed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILES = ("pyproject.toml", "constraints.txt", "compile_stage.py", "stage.c")


@pytest.fixture
def installs() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installs: list[tuple[str, ...]]
) -> ModuleType:
    """The bootstrap over a project of four files; only the network is left out."""
    home = Path(__file__).parents[2] / "desktop" / "environment.py"
    spec = importlib.util.spec_from_file_location("environment_on_trial", home)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    for name in FILES:
        (tmp_path / name).write_text(name)
    folder = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "FOLDER", folder)
    monkeypatch.setattr(module, "STAMP", folder / "kindreel-stamp")
    monkeypatch.setattr(module, "_PACKAGES", FILES[:2])
    monkeypatch.setattr(module, "_LOOPS", FILES[2:])
    monkeypatch.setattr(module, "_has", lambda _: True)  # else each environment gets a pip
    monkeypatch.setattr(module, "_pip", lambda *words: installs.append(words))
    return module


def test_a_second_start_installs_nothing(environment: ModuleType, installs: list[tuple[str, ...]]):
    environment.ensure()
    assert len(installs) == 1
    environment.ensure()
    assert len(installs) == 1


def test_changed_loops_are_compiled_and_the_rest_stays(
    environment: ModuleType, installs: list[tuple[str, ...]]
):
    environment.ensure()
    kept = environment.FOLDER / "kept"
    kept.touch()
    (environment.ROOT / "stage.c").write_text("changed")
    environment.ensure()
    assert kept.exists()
    assert "--no-deps" in installs[-1]
    environment.ensure()
    assert len(installs) == 2


def test_changed_packages_make_it_anew(environment: ModuleType, installs: list[tuple[str, ...]]):
    environment.ensure()
    old = environment.FOLDER / "old"
    old.touch()
    (environment.ROOT / "pyproject.toml").write_text("changed")
    environment.ensure()
    assert not old.exists()
    assert "--no-deps" not in installs[-1]


def test_the_test_tools_stay_when_the_app_is_started(
    environment: ModuleType, installs: list[tuple[str, ...]]
):
    environment.ensure("dev")
    environment.ensure()
    assert len(installs) == 1
    (environment.ROOT / "pyproject.toml").write_text("changed")
    environment.ensure()
    assert installs[-1][-1].endswith("[dev]")


def test_a_stamp_of_an_older_kind_counts_as_none(
    environment: ModuleType, installs: list[tuple[str, ...]]
):
    environment.FOLDER.mkdir()
    environment.STAMP.write_text("0123 dev")
    environment.ensure()
    assert len(installs) == 1
