"""Hand-off: decisions in batches a platform accepts, ticked off as they are done there."""

from kindreel_ui.handoff.screen import HandoffScreen
from kindreel_ui.screens import Screen, Tools


def build(tools: Tools) -> Screen:
    """The Hand-off screen."""
    return HandoffScreen(tools)
