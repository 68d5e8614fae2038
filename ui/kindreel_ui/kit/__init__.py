"""Small painted widgets and the ways to lay them out; everything a screen is built from.

Colours, fonts and sizes come from `kindreel_ui.theme`; nothing here knows a project or a comment.
`python -m kindreel_ui.kit.gallery FOLDER` paints every widget in dark and light.
"""

from kindreel_ui.kit.buttons import Bare, Button, IconButton
from kindreel_ui.kit.chips import TONES, Chip, Tone, chip_width, paint_chip
from kindreel_ui.kit.choices import Segmented, Stepper, Toggle
from kindreel_ui.kit.feedback import EmptyState, NoticeBar, Sketch, UndoBar, announce
from kindreel_ui.kit.fields import CheckBox, LineField, Picker, SearchField, SliderField
from kindreel_ui.kit.icons import icon
from kindreel_ui.kit.labels import IconLabel, KeyCap, KeyCaps, Label, ShortLabel
from kindreel_ui.kit.layout import Box, Card, Item, Line, Panel, Scroll, column, row
from kindreel_ui.kit.meters import CountsBar, ProgressBar
from kindreel_ui.kit.paint import Painted
from kindreel_ui.kit.pictures import (
    Face,
    Mark,
    Thumbnail,
    initials,
    mark_icon,
    paint_face,
    paint_thumbnail,
)
from kindreel_ui.kit.ring import FocusRing
from kindreel_ui.kit.sheet import Sheet

__all__ = [
    "TONES",
    "Bare",
    "Box",
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "CountsBar",
    "EmptyState",
    "Face",
    "FocusRing",
    "IconButton",
    "IconLabel",
    "Item",
    "KeyCap",
    "KeyCaps",
    "Label",
    "Line",
    "LineField",
    "Mark",
    "NoticeBar",
    "Painted",
    "Panel",
    "Picker",
    "ProgressBar",
    "Scroll",
    "SearchField",
    "Segmented",
    "Sheet",
    "ShortLabel",
    "Sketch",
    "SliderField",
    "Stepper",
    "Thumbnail",
    "Toggle",
    "Tone",
    "UndoBar",
    "announce",
    "chip_width",
    "column",
    "icon",
    "initials",
    "mark_icon",
    "paint_chip",
    "paint_face",
    "paint_thumbnail",
    "row",
]
