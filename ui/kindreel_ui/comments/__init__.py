"""Comments: sorted by what they are, decided in bulk, kind ones always near."""

from kindreel_ui.comments.screen import CommentsScreen
from kindreel_ui.screens import Screen, Tools


def build(tools: Tools) -> Screen:
    """The Comments screen."""
    return CommentsScreen(tools)
