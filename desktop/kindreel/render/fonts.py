"""The faces that ship with Kindreel, and the ones behind them for emoji and other scripts."""

from __future__ import annotations

import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from kindreel.model.layers import TextStyle

PACKAGES: Final = (
    "fontpkg_inter",
    "fontpkg_fredoka",
    "fontpkg_caveat",
    "fontpkg_luckiest_guy",
    "fontpkg_permanent_marker",
    "fontpkg_jetbrains_mono",
)
FAMILIES: Final = (
    "Inter",
    "Fredoka",
    "Caveat",
    "Luckiest Guy",
    "Permanent Marker",
    "JetBrains Mono",
)
EMOJI: Final = ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji")
_WEIGHTS: Final = {
    "Inter": (100, 900),
    "Fredoka": (300, 700),
    "Caveat": (400, 700),
    "JetBrains Mono": (100, 800),
    "Luckiest Guy": (400, 400),
    "Permanent Marker": (400, 400),
}
"""Lightest and heaviest weight that each bundled face is drawn in."""
_BOLD: Final = 600
_kept: list[QGuiApplication] = []


def _ensure_application() -> None:
    """Fonts need Qt's application; without a window, one that shows nothing will do."""
    if QGuiApplication.instance() is not None:
        return
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _kept.append(QGuiApplication([sys.argv[0] if sys.argv else "kindreel"]))
    if before is None:
        del os.environ["QT_QPA_PLATFORM"]
    else:
        os.environ["QT_QPA_PLATFORM"] = before


def _files(package: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return []
    return sorted(Path(spec.origin).parent.glob("files/*.[to]tf"))


@cache
def load() -> tuple[str, ...]:
    """Make the bundled faces known to Qt, once; the families that are there."""
    _ensure_application()
    found: list[str] = []
    for package in PACKAGES:
        for file in _files(package):
            number = QFontDatabase.addApplicationFont(str(file))
            if number >= 0:
                found.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(found))


def font(style: TextStyle, size: float) -> QFont:
    """The face of a text style at a size in canvas units (one unit is one pixel at scale 1)."""
    load()
    face = QFont()
    face.setFamilies([style.family, "Inter", *EMOJI])
    face.setPixelSize(max(1, round(size)))
    _set_weight(face, style)
    face.setItalic(style.italic)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    face.setKerning(True)
    return face


def other_scripts(style: TextStyle, size: float) -> QFont:
    """The face for letters that the style's own does not have, in a weight drawn for it.

    Qt would take the regular one for them and smear it, which leaves nicks where letters join.
    """
    face = QFont(style.family)
    face.setFamilies(["sans-serif"])
    face.setStyleHint(QFont.StyleHint.SansSerif)
    face.setPixelSize(max(1, round(size)))
    face.setWeight(QFont.Weight.Bold if style.weight >= _BOLD else QFont.Weight.Normal)
    face.setItalic(style.italic)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def foreign(text: str, face: QFont) -> list[tuple[int, int]]:
    """Start and length in UTF-16 units of the stretches whose letters a face does not have."""
    raw = QRawFont.fromFont(face)
    found: list[tuple[int, int]] = []
    place, joins = 0, False
    for char in text:
        units = 2 if ord(char) > 0xFFFF else 1
        strange = char.isalpha() and not raw.supportsCharacter(ord(char))
        marks = joins and not char.isspace() and not char.isascii() and not char.isalpha()
        if strange or marks:
            start = found.pop()[0] if joins else place
            found.append((start, place + units - start))
        joins = strange or marks
        place += units
    return found


def _set_weight(face: QFont, style: TextStyle) -> None:
    """The weight's own drawing from a variable face; Qt would only smear the regular one."""
    weight = max(100, min(900, style.weight))
    if style.family not in _WEIGHTS:
        face.setWeight(QFont.Weight(weight))
        return
    low, high = _WEIGHTS[style.family]
    face.setVariableAxis(QFont.Tag("wght"), max(low, min(high, weight)))
    if style.family == "Inter":
        face.setVariableAxis(QFont.Tag("opsz"), max(14.0, min(32.0, style.size)))
