"""The Storyboard workspace: scenes, stage, inspector and timeline of one board."""

from __future__ import annotations

from kindreel_ui.screens import Screen, Tools


def build(tools: Tools) -> Screen:
    """The Storyboard screen."""
    from kindreel_ui.storyboard.screen import StoryboardScreen  # noqa: PLC0415 - loads NumPy

    return StoryboardScreen(tools)
