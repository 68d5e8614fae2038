"""Effects: each file here moves or repaints a layer in one way."""

from __future__ import annotations

from kindreel.model.plugins import Effect
from kindreel.registry import Registry

shelf: Registry[Effect] = Registry("effect", __name__)
register = shelf.register
