"""What can be made: the list on the left of the dialog."""

from __future__ import annotations

from dataclasses import dataclass

from kindreel.export.presets import Format, Preset, Quality, preset
from kindreel.model.board import Board, Panel


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry. name: of the preset. detail: a line of facts."""

    name: str
    words: str
    detail: str
    icon: str


CHOICES = (
    Choice("tiktok", "TikTok", "1080 × 1920 · H.264", "tiktok-logo"),
    Choice("reels", "Instagram Reels", "1080 × 1920 · H.264", "instagram-logo"),
    Choice("shorts", "YouTube Shorts", "1080 × 1920 · H.264", "youtube-logo"),
    Choice("gif", "GIF", "Small and silent", "gif"),
    Choice("webm", "WebM", "VP9, see-through kept", "globe"),
    Choice("prores", "ProRes 4444", "See-through, to edit on", "video-camera"),
    Choice("png", "PNG pictures", "A folder, one a frame", "stack"),
    Choice("pdf", "PDF storyboard", "On paper, for the team", "file-pdf"),
    Choice("otio", "OpenTimelineIO", "For Kdenlive, Resolve", "path"),
)

QUALITIES = (
    (Quality.DRAFT, "Draft, fast"),
    (Quality.STANDARD, "High"),
    (Quality.BEST, "Best, slow"),
)


def is_video(name: str) -> bool:
    """Whether a choice makes the video to post, which can have a post kit beside it."""
    return preset(name).format is Format.MP4


def has_quality(name: str) -> bool:
    """Whether a choice can take more time for a better file."""
    return preset(name).format in (Format.MP4, Format.WEBM)


def shows_people(name: str) -> bool:
    """Whether a choice moves towards an audience, so that consent must be there."""
    return preset(name).format not in (Format.PDF, Format.OTIO)


def chosen(name: str) -> Preset:
    """The preset of a choice."""
    return preset(name)


def file_name(board: Board, name: str) -> str:
    """“One kind comment - TikTok.mp4”: a name that is allowed on every computer."""
    title = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in board.title)
    title = " ".join(title.split()).strip(". ")[:80] or "Kindness video"
    words = next((c.words for c in CHOICES if c.name == name), name)
    return f"{title} - {words}{preset(name).suffix}"


def beat_words(panel: Panel) -> str:
    """The beat of a scene as it is written."""
    return panel.beat.value.capitalize()
