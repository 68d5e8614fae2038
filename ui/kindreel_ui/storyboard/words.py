"""What things on a board are called, and the icon that stands for each."""

from __future__ import annotations

from kindreel.model.board import Beat, Panel
from kindreel.model.layers import (
    BubbleLayer,
    CameraLayer,
    ClipLayer,
    DrawingLayer,
    ImageLayer,
    Layer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    TextLayer,
)
from kindreel.model.sound import Role
from kindreel.model.time import Rate

_KINDS: dict[type, tuple[str, str]] = {
    ImageLayer: ("Image", "image"),
    ClipLayer: ("Clip", "film-strip"),
    TextLayer: ("Text", "text-t"),
    StickerLayer: ("Sticker", "heart"),
    ShapeLayer: ("Shape", "square"),
    DrawingLayer: ("Drawing", "pencil-simple"),
    BubbleLayer: ("Comment", "chat-circle-text"),
    ParticleLayer: ("Particles", "sparkle"),
    CameraLayer: ("Camera", "video-camera"),
}

ROLES = {
    Role.VOICE: ("Voice", "microphone"),
    Role.EFFECT: ("Effects", "bell-simple-ringing"),
    Role.MUSIC: ("Music", "music-notes"),
}


def layer_words(layer: Layer) -> str:
    """The layer's name, or what it is."""
    if layer.name:
        return layer.name
    if isinstance(layer, TextLayer | BubbleLayer) and layer.text:
        return layer.text.splitlines()[0]
    if isinstance(layer, StickerLayer):
        return layer.sticker.replace("_", " ").capitalize()
    return _KINDS[type(layer)][0]


def layer_icon(layer: Layer) -> str:
    """The icon of the layer's kind."""
    return _KINDS[type(layer)][1]


def beat_words(beat: Beat) -> str:
    """The beat as it is written everywhere."""
    return beat.value.capitalize()


def panel_words(panel: Panel) -> str:
    """The scene's title, or its beat when it has none."""
    return panel.title or beat_words(panel.beat)


def seconds_words(frames: int, rate: Rate) -> str:
    """“6.5 s”."""
    return f"{float(frames / rate):.1f} s"


def spoken_panel(panel: Panel, number: int, rate: Rate) -> str:
    """A scene as a screen reader says it: “Scene 3, Turn, One message, 6.5 seconds”."""
    seconds = float(panel.length / rate)
    last = ", always last" if panel.beat is Beat.REVEAL else ""
    return (
        f"Scene {number}, {beat_words(panel.beat)}, {panel_words(panel)}, {seconds:.1f} seconds"
        f"{last}"
    )
