"""Home: continue something, start something, or look after the comments, the kind ones first."""

from kindreel_ui.home.screen import build

__all__ = ["build"]
