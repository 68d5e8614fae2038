"""Where Kindreel's files are: what ships with it, and what it keeps for a person."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APP = "Kindreel"


def resources() -> Path:
    """The folder of stickers, templates, samples, model, locale and icons."""
    packaged = Path(__file__).parent / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[2] / "resources"


def resource(*parts: str) -> Path:
    """One shipped file or folder."""
    return resources().joinpath(*parts)


def home() -> Path:
    """The folder that holds all of the person's data; KINDREEL_HOME moves it."""
    chosen = os.environ.get("KINDREEL_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def data() -> Path:
    """The person's data folder, made when missing."""
    return _made(home())


def inbox() -> Path:
    """The app-wide comment inbox."""
    return data() / "inbox.sqlite"


def recovery() -> Path:
    """Where recovery copies of unsaved projects lie."""
    return _made(home() / "recovery")


def cache() -> Path:
    """What may be deleted at any time."""
    if os.environ.get("KINDREEL_HOME"):
        return _made(home() / "cache")
    return _made(Path(platformdirs.user_cache_dir(_APP, appauthor=False)))


def logs() -> Path:
    """Where the log files lie."""
    return _made(home() / "logs")


def projects() -> Path:
    """Where new projects are put unless the person chooses another place."""
    if os.environ.get("KINDREEL_HOME"):
        return home() / "Projects"
    return Path(platformdirs.user_documents_dir()) / _APP


def videos() -> Path:
    """Where exported videos are put unless the person chooses another place."""
    if os.environ.get("KINDREEL_HOME"):
        return home() / "Videos"
    return Path(platformdirs.user_videos_dir()) / _APP
