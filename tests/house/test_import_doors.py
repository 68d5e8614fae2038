"""Each room imports only what it may; each big library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "desktop" / "kindreel"
WINDOW = ROOT / "ui" / "kindreel_ui"

SHELVES = {"effects", "transitions", "reveals"}
SCREENS = {
    "home",
    "storyboard",
    "reveal",
    "export",
    "comments",
    "insights",
    "handoff",
    "settings",
}


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module a file names in an import, wherever in the file it stands."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where things come from"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@cache
def files(*folders: Path) -> list[Path]:
    return sorted(p for folder in folders for p in folder.rglob("*.py"))


def room(path: Path) -> str:
    """The room of an engine file: its folder, or its own name in the hall."""
    inside = path.relative_to(ENGINE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def loads(path: Path, library: str) -> bool:
    return any(name == library or name.startswith(f"{library}.") for name in imports(path))


def users(library: str) -> set[str]:
    return {room(p) for p in files(ENGINE) if loads(p, library)}


def test_the_model_imports_nothing_of_ours() -> None:
    ours = {
        f"{p.name}: {name}"
        for p in files(ENGINE / "model")
        for name in imports(p)
        if name.startswith("kindreel") and not name.startswith("kindreel.model")
    }
    assert ours == set()


def test_the_engine_never_imports_the_window() -> None:
    assert [p for p in files(ENGINE) if loads(p, "kindreel_ui")] == []


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("sqlalchemy", {"store"}),
        ("cv2", {"render", *SHELVES}),
        ("sklearn", {"comments"}),
        ("msgspec", {"importers"}),
        ("PySide6", {"render", *SHELVES}),
    ],
)
def test_a_library_stays_in_its_home(library: str, homes: set[str]) -> None:
    assert users(library) <= homes


@pytest.mark.parametrize("library", ["subprocess", "ffmpeg", "imageio_ffmpeg"])
def test_programs_are_started_in_one_file_only(library: str) -> None:
    where = {str(p.relative_to(ENGINE)) for p in files(ENGINE) if loads(p, library)}
    assert where <= {"export/ffmpeg.py"}


def test_the_engine_paints_without_windows() -> None:
    allowed = {"QtCore", "QtGui", "QtSvg"}
    for path in files(ENGINE):
        for name in imports(path):
            if name.startswith("PySide6."):
                assert name.split(".")[1] in allowed, f"{path}: {name}"


@pytest.mark.parametrize(
    ("library", "homes"), [("sqlalchemy", set()), ("cv2", set()), ("sklearn", set())]
)
def test_the_window_leaves_the_engine_s_libraries_alone(library: str, homes: set[str]) -> None:
    assert {p.name for p in files(WINDOW) if loads(p, library)} == homes


def test_only_app_and_session_touch_the_store() -> None:
    where = {str(p.relative_to(WINDOW)) for p in files(WINDOW) if loads(p, "kindreel.store")}
    assert where <= {"app.py", "session.py"}


def test_no_screen_imports_another() -> None:
    for path in files(WINDOW):
        inside = path.relative_to(WINDOW).parts
        if len(inside) < 2 or inside[0] not in SCREENS:
            continue
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "kindreel_ui" and len(parts) > 1 and parts[1] in SCREENS:
                assert parts[1] == inside[0], f"{path}: {name}"


@pytest.mark.parametrize("lower", sorted(SHELVES))
def test_shelves_know_no_room_above_them(lower: str) -> None:
    above = ("kindreel.export", "kindreel.store", "kindreel.comments")
    for path in files(ENGINE / lower):
        assert not any(name.startswith(above) for name in imports(path)), path


def test_the_renderer_knows_no_export_store_or_comments() -> None:
    above = ("kindreel.export", "kindreel.store", "kindreel.comments")
    for path in files(ENGINE / "render"):
        assert not any(name.startswith(above) for name in imports(path)), path


def test_the_engine_loads_without_a_window_library() -> None:
    """The model and the command line must start on a machine without a screen."""
    assert not any(loads(p, "PySide6") for p in files(ENGINE / "model", ENGINE / "store"))
