"""Reveals: each file here turns the avatar into the person in one way."""

from __future__ import annotations

from kindreel.model.plugins import RevealStyle
from kindreel.registry import Registry

shelf: Registry[RevealStyle] = Registry("reveal", __name__)
register = shelf.register
