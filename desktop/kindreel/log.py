"""The log file: what happened, never what a comment said."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from kindreel import paths

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(*, to_file: bool = True, level: int = logging.INFO) -> None:
    """Send Kindreel's log to a file of at most 1 MB, three kept; safe to call twice."""
    logger = logging.getLogger("kindreel")
    logger.setLevel(level)
    if not to_file or any(isinstance(h, RotatingFileHandler) for h in logger.handlers):
        return
    try:
        handler = RotatingFileHandler(
            paths.logs() / "kindreel.log",
            maxBytes=1_000_000,
            backupCount=3,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)
