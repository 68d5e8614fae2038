"""Pictures of a project's boards, made where the media are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kindreel.model.ids import MediaId
from kindreel_ui.playback.lane import Ask, Make, Pixels

if TYPE_CHECKING:
    from kindreel.render.frame import Stage


def maker(media: Callable[[MediaId], Path]) -> Make:
    """What makes pictures; its Stage is set up at the first one, on the lane's thread."""
    stage: Stage | None = None

    def make(ask: Ask) -> Pixels:
        nonlocal stage
        if stage is None:
            from kindreel.render.frame import Stage  # noqa: PLC0415 - loads OpenCV, not on the GUI thread

            stage = Stage(media)
        return stage.render(ask.project, ask.board, ask.frame, ask.size)

    return make
