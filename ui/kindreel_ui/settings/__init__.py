"""Settings: the few things a person may choose about Kindreel itself."""

from kindreel_ui.settings.screen import build

__all__ = ["build"]
