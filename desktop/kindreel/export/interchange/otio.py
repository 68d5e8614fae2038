"""The board as an OpenTimelineIO timeline, for editing programs.

The format is public JSON; scenes become clips without media (they are drawn), sounds refer to
their files, captions are markers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from kindreel.export.audio import Placed, placed_sounds
from kindreel.model.board import Board, Panel, Span
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel.model.sound import Role
from kindreel.registry import title

Plain = dict[str, object]
Media = Callable[[MediaId], Path]


def _time(frames: float, rate: float) -> Plain:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": float(frames)}


def _range(start: float, length: float, rate: float) -> Plain:
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "start_time": _time(start, rate),
        "duration": _time(length, rate),
    }


def _markers(panel: Panel, rate: float) -> list[Plain]:
    return [
        {
            "OTIO_SCHEMA": "Marker.2",
            "name": caption.text,
            "color": "YELLOW",
            "marked_range": _range(caption.start, caption.length, rate),
            "metadata": {"kindreel": {"kind": "caption"}},
        }
        for caption in panel.captions
    ]


def _scene_clip(span: Span, rate: float) -> Plain:
    panel = span.panel
    name = panel.title or f"Scene {span.index + 1}"
    return {
        "OTIO_SCHEMA": "Clip.2",
        "name": name,
        "source_range": _range(0, span.length, rate),
        "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "MissingReference.1", "name": name}},
        "active_media_reference_key": "DEFAULT_MEDIA",
        "markers": _markers(panel, rate),
        "effects": [],
        "enabled": True,
        "metadata": {
            "kindreel": {"beat": panel.beat, "script": panel.script, "notes": panel.notes}
        },
    }


def _transition(panel: Panel, rate: float) -> list[Plain]:
    if panel.entry is None:
        return []
    return [
        {
            "OTIO_SCHEMA": "Transition.1",
            "name": title(type(panel.entry.style).__name__),
            "transition_type": "SMPTE_Dissolve",
            "in_offset": _time(0, rate),
            "out_offset": _time(panel.entry.length, rate),
            "metadata": {},
        }
    ]


def _track(name: str, kind: str, children: Iterable[Plain]) -> Plain:
    return {
        "OTIO_SCHEMA": "Track.1",
        "name": name,
        "kind": kind,
        "children": list(children),
        "source_range": None,
        "effects": [],
        "markers": [],
        "enabled": True,
        "metadata": {},
    }


def _gap(length: int, rate: float) -> Plain:
    return {
        "OTIO_SCHEMA": "Gap.1",
        "name": "",
        "source_range": _range(0, length, rate),
        "effects": [],
        "markers": [],
        "enabled": True,
        "metadata": {},
    }


def _sound_clip(placed: Placed, board: Board, media: Media) -> Plain:
    sound, rate = placed.sound, float(board.rate)
    room = board.length - placed.frame
    length = room if sound.length is None else min(room, sound.length)
    return {
        "OTIO_SCHEMA": "Clip.2",
        "name": sound.name or sound.role.value,
        "source_range": _range(round(sound.offset * rate, 6), length, rate),
        "media_references": {
            "DEFAULT_MEDIA": {
                "OTIO_SCHEMA": "ExternalReference.1",
                "name": sound.name,
                "target_url": media(sound.media).absolute().as_uri(),
                "available_range": None,
                "metadata": {},
            }
        },
        "active_media_reference_key": "DEFAULT_MEDIA",
        "markers": [],
        "effects": [],
        "enabled": True,
        "metadata": {"kindreel": {"gain_db": sound.gain_db, "role": sound.role.value}},
    }


def _sound_tracks(board: Board, media: Media) -> list[Plain]:
    """Sounds in as few tracks of each role as hold them without overlapping."""
    tracks = []
    for role in Role:
        lanes: list[tuple[int, list[Plain]]] = []
        for placed in sorted(placed_sounds(board), key=lambda p: p.frame):
            if placed.sound.role is role and placed.frame < board.length:
                lanes = _placed_in(lanes, placed, board, media)
        tracks += [
            _track(f"{title(role.value)} {n}", "Audio", kids)
            for n, (_, kids) in enumerate(lanes, 1)
        ]
    return tracks


def _placed_in(
    lanes: list[tuple[int, list[Plain]]], placed: Placed, board: Board, media: Media
) -> list[tuple[int, list[Plain]]]:
    """The lanes with a sound in the first one that is free by then, or in a new one."""
    length = placed.sound.length
    end = board.length if length is None else min(board.length, placed.frame + length)
    at = next((n for n, (used, _) in enumerate(lanes) if used <= placed.frame), len(lanes))
    used, kids = lanes[at] if at < len(lanes) else (0, [])
    gap = [_gap(placed.frame - used, float(board.rate))] if placed.frame > used else []
    lane = (end, [*kids, *gap, _sound_clip(placed, board, media)])
    return [*lanes[:at], lane, *lanes[at + 1 :]]


def timeline(project: Project, board: Board, media: Media) -> Plain:
    """The board as the JSON values of an OTIO timeline."""
    rate = float(board.rate)
    pictures: list[Plain] = []
    for span in board.spans():
        if span.index:
            pictures += _transition(span.panel, rate)
        pictures.append(_scene_clip(span, rate))
    stack: Plain = {
        "OTIO_SCHEMA": "Stack.1",
        "name": "tracks",
        "children": [_track("Picture", "Video", pictures), *_sound_tracks(board, media)],
        "source_range": None,
        "effects": [],
        "markers": [],
        "enabled": True,
        "metadata": {},
    }
    return {
        "OTIO_SCHEMA": "Timeline.1",
        "name": board.title or project.title,
        "global_start_time": None,
        "tracks": stack,
        "metadata": {"kindreel": {"project": project.title, "language": project.language}},
    }


def write_otio(project: Project, board: Board, out: Path, media: Media) -> None:
    """Write the board as an .otio file."""
    plain = timeline(project, board, media)
    out.write_text(json.dumps(plain, indent=1, ensure_ascii=False), "utf-8")
