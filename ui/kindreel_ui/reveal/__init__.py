"""The Reveal view: who is behind the avatars, and how the video shows it."""

from __future__ import annotations

from kindreel_ui.screens import Screen, Tools


def build(tools: Tools) -> Screen:
    """The Reveal screen."""
    from kindreel_ui.reveal.screen import RevealScreen  # noqa: PLC0415 - loads NumPy and OpenCV

    return RevealScreen(tools)
