"""A described board as a file for MLT, and the words that make melt write it.

Its pixelated change is left out, which spares MLT some work.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_PROFILE = {
    "description": "reference",
    "progressive": "1",
    "sample_aspect_num": "1",
    "sample_aspect_den": "1",
    "frame_rate_den": "1",
    "colorspace": "709",
}
_NAMES = {"c:v": "vcodec", "profile:v": "vprofile"}


def write(described: Path, out: Path) -> None:
    """Write the board as MLT's own XML."""
    board = json.loads(described.read_text("utf-8"))
    width, height = (str(side) for side in board["size"])
    root = ET.Element("mlt")
    sides = {"width": width, "height": height}
    aspect = {"display_aspect_num": width, "display_aspect_den": height}
    rate = {"frame_rate_num": str(board["rate"])}
    ET.SubElement(root, "profile", {**_PROFILE, **sides, **aspect, **rate})
    for number, scene in enumerate(board["scenes"]):
        _scene(root, number, scene)
    _whole(root, board["scenes"])
    ET.ElementTree(root).write(out, "utf-8")


def words(film: Path, out: Path, described: Path) -> list[str]:
    """What to call: the encoder's settings are those of the description."""
    encoder = json.loads(described.read_text("utf-8"))["encoder"]
    settings = {_NAMES.get(name, name): value for name, value in encoder.items()}
    settings["threads"] = 2
    # Limited range is the default, and Debian's x264 calls the option otherwise.
    settings["x264-params"] = settings["x264-params"].replace(":range=tv", "")
    told = [f"{name}={value}" for name, value in settings.items()]
    screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "-a"]  # its Qt part wants one
    return [*screen, "melt", "-silent", str(film), "-consumer", f"avformat:{out}", *told,
            "an=1", "real_time=-2"]  # fmt: skip


def _set(node: ET.Element, **properties: object) -> None:
    for name, value in properties.items():
        ET.SubElement(node, "property", {"name": name}).text = str(value)


def _range(first: int, last: int) -> dict[str, str]:
    return {"in": str(first), "out": str(last)}


def _scene(root: ET.Element, number: int, scene: dict[str, Any]) -> None:
    last = scene["frames"] - 1
    layers = scene["layers"]
    for i, layer in enumerate(layers):
        node = ET.SubElement(root, "producer", {"id": f"p{number}_{i}", **_range(0, last)})
        _set(node, mlt_service="qimage", resource=layer["picture"], length=last + 1)
        if i == 0 and len(set(layer["scale"])) > 1:  # the ground lies on the lowest track
            moved = ET.SubElement(node, "filter")
            _set(moved, mlt_service="qtblend", rect=_rects(layer, last))
    tractor = ET.SubElement(root, "tractor", {"id": f"s{number}", **_range(0, last)})
    tracks = ET.SubElement(tractor, "multitrack")
    for i in range(len(layers)):
        ET.SubElement(tracks, "track", {"producer": f"p{number}_{i}"})
    for i, layer in enumerate(layers[1:], 1):
        laid = ET.SubElement(tractor, "transition", _range(0, last))
        _set(laid, a_track=0, b_track=i, mlt_service="qtblend", compositing=0)
        _set(laid, rect=_rects(layer, last), rotation=_turns(layer), rotate_center=1)


def _rects(layer: dict[str, Any], last: int) -> str:
    """Left, top, width, height and opacity for each frame; nothing shows outside its time."""
    wide, high = layer["size"]
    keys = []
    for frame in range(last + 1):
        i = frame - layer["first"]
        if not 0 <= i <= layer["last"] - layer["first"]:
            keys.append(f"{frame}=0 0 {wide} {high} 0")
            continue
        scale = max(0.02, layer["scale"][i])
        across, down = scale * wide, scale * high
        left, top = layer["x"][i] - across / 2, layer["y"][i] - down / 2
        seen = layer["opacity"][i] if layer["scale"][i] else 0
        keys.append(f"{frame}={left:.2f} {top:.2f} {across:.2f} {down:.2f} {seen:.3f}")
    return ";".join(keys)


def _turns(layer: dict[str, Any]) -> str:
    return ";".join(f"{layer['first'] + i}={v:.3f}" for i, v in enumerate(layer["rotation"]))


def _whole(root: ET.Element, scenes: list[dict[str, Any]]) -> None:
    """Scenes in turn on two tracks, crossing over where both have one."""
    for track in (0, 1):
        row, at = ET.SubElement(root, "playlist", {"id": f"row{track}"}), 0
        for number, scene in list(enumerate(scenes))[track::2]:
            if scene["start"] > at:
                ET.SubElement(row, "blank", {"length": str(scene["start"] - at)})
            entry = {"producer": f"s{number}", **_range(0, scene["frames"] - 1)}
            ET.SubElement(row, "entry", entry)
            at = scene["start"] + scene["frames"]
    end = scenes[-1]["start"] + scenes[-1]["frames"] - 1
    whole = ET.SubElement(root, "tractor", {"id": "whole", **_range(0, end)})
    tracks = ET.SubElement(whole, "multitrack")
    for track in (0, 1):
        ET.SubElement(tracks, "track", {"producer": f"row{track}"})
    for number, scene in enumerate(scenes):
        first, fade = scene["start"], scene["fade"]
        if fade:
            crossed = ET.SubElement(whole, "transition", _range(first, first + fade - 1))
            _set(crossed, a_track=0, b_track=1, mlt_service="luma", reverse=(number + 1) % 2)
        if number % 2:
            last = first + scene["frames"] - 1 - _next_fade(scenes, number)
            laid = ET.SubElement(whole, "transition", _range(first + fade, last))
            _set(laid, a_track=0, b_track=1, mlt_service="qtblend")


def _next_fade(scenes: list[dict[str, Any]], number: int) -> int:
    return int(scenes[number + 1]["fade"]) if number + 1 < len(scenes) else 0
