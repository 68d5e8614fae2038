"""Transitions: each file here leads from one scene to the next in one way."""

from __future__ import annotations

from kindreel.model.plugins import TransitionStyle
from kindreel.registry import Registry

shelf: Registry[TransitionStyle] = Registry("transition", __name__)
register = shelf.register
