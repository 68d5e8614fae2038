"""What a person has chosen, kept as one small JSON file."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from kindreel import paths

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices with sensible defaults; unknown keys in the file are kept out, bad values ignored.

    theme: "system", "dark" or "light".
    scale: size of the whole window, 0.9 to 1.5.
    """

    theme: str = "system"
    scale: float = 1.0
    name: str = ""
    reduced_motion: bool = False
    single_keys: bool = True
    safe_zones: bool = True
    recent: tuple[str, ...] = ()
    export_folder: str = ""


def _file() -> Path:
    return paths.home() / "settings.json"


def load() -> Settings:
    """The stored settings; the defaults when there are none or they cannot be read."""
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        _log.warning("settings not read: %s", type(error).__name__)
        return Settings()
    return _from_plain(stored) if isinstance(stored, dict) else Settings()


def _from_plain(stored: dict[str, object]) -> Settings:
    defaults = asdict(Settings())
    chosen: dict[str, Any] = {}
    for f in fields(Settings):
        value = stored.get(f.name)
        if isinstance(value, list):
            value = tuple(str(v) for v in value)
        if isinstance(defaults[f.name], float) and type(value) is int:
            value = float(value)
        if type(value) is type(defaults[f.name]):
            chosen[f.name] = value
    return replace(Settings(), **chosen)


def save(settings: Settings) -> None:
    """Write the settings in one step; the old file stays whole until the new one is."""
    paths.data()
    new = _file().with_suffix(".new")
    new.write_text(json.dumps(asdict(settings), indent=1, ensure_ascii=False), "utf-8")
    os.replace(new, _file())  # noqa: PTH105 - replace() of Path is the same call, named less plainly


def remember_project(folder: Path) -> Settings:
    """Put a project first among the recent ones, at most twelve, and save."""
    settings = load()
    path = str(folder.resolve())
    recent = (path, *(p for p in settings.recent if p != path))[:12]
    settings = replace(settings, recent=recent)
    save(settings)
    return settings
