"""The export dialog: what to make, what to look at first, and how far it is."""

from __future__ import annotations

from kindreel_ui.screens import Screen, Tools


def build(tools: Tools) -> Screen:
    """The Export screen."""
    from kindreel_ui.export.screen import ExportScreen  # noqa: PLC0415 - loads NumPy

    return ExportScreen(tools)
