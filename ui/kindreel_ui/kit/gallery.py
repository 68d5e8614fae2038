"""Every widget of the kit on one sheet: `python -m kindreel_ui.kit.gallery FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from kindreel_ui import kit
from kindreel_ui.kit import paint
from kindreel_ui.theme import colour, font, theme
from kindreel_ui.tokens import tokens

_SWATCHES = (
    ("bg", "surface", "raised", "hover", "pressed"),
    ("text", "text2", "text3", "stroke", "strokeStrong"),
    ("accent", "accentText", "accentSoft", "selection", "focus"),
    ("kindFill", "unkindFill", "severeFill", "unsureFill", "spamFill"),
)


class _Swatches(kit.Painted):
    """Rows of named colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(60 * len(_SWATCHES))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint each colour over its name."""
        wide = box.width() / len(_SWATCHES[0])
        for y, names in enumerate(_SWATCHES):
            for x, name in enumerate(names):
                tile = QRectF(x * wide, y * 60, wide - 8, 34)
                paint.rounded(painter, tile, 8, fill=colour(name), stroke=colour("stroke"))
                words = QRectF(x * wide, y * 60 + 38, wide, 16)
                paint.text(painter, words, name, font("caption"), colour("text2"))


def _section(title: str, *items: kit.Item) -> kit.Card:
    return kit.Card(kit.Label(title, "heading"), *items, None, gap=10, margins=(20, 14, 20, 16))


def _buttons() -> kit.Card:
    off = kit.Button("Disabled")
    off.setEnabled(False)
    down = kit.Button("Pressed")
    down.setDown(True)
    kinds = ("primary", "inverse", "secondary", "soft", "ghost")
    return _section(
        "Buttons",
        kit.row(*(kit.Button(kind.capitalize(), kind) for kind in kinds), None),
        kit.row(
            down,
            off,
            kit.Button("Focused"),
            kit.IconButton("heart", "Like", checked=True),
            kit.IconButton("trash", "Delete"),
            kit.Button("All projects", "ghost", step="sm", trailing="caret-right-bold"),
            None,
        ),
        kit.row(
            kit.Button("Small 28", step="sm"),
            kit.Button("Medium 32", icon="plus-bold"),
            kit.Button("Large 40", step="lg"),
            None,
        ),
        kit.Label(
            "One coral primary per screen. Delete is inverse, not red: it can be undone.",
            "caption",
            wrap=True,
        ),
    )


def _inputs() -> kit.Card:
    wrong = kit.LineField("@amara draws", name="Handle")
    wrong.set_error("Handles have no spaces.")
    return _section(
        "Inputs",
        kit.SearchField("Search words, people or videos"),
        wrong,
        kit.row(
            kit.IconLabel("warning-circle-fill", "danger", 14),
            kit.Label("Handles have no spaces.", "label", tone="danger"),
            None,
        ),
        kit.row(
            kit.Picker(["Iris heart", "Split face"], name="Reveal"),
            None,
            kit.Segmented(["Board", "Reveal", "Script"]),
        ),
        kit.row(
            kit.CheckBox("Checked", on=True),
            kit.CheckBox("Not checked"),
            None,
            kit.Toggle("On", on=True),
            kit.Toggle("Off"),
        ),
        kit.SliderField(0, 100, 42, name="Strength"),
    )


def _chips() -> kit.Card:
    first = [kit.Chip.of(name) for name in ("severe", "unkind", "unsure")]
    second = [kit.Chip.of(name) for name in ("neutral", "kind", "spam", "passed")]
    parts = [
        ("kind", 512),
        ("neutral", 434),
        ("unsure", 97),
        ("unkind", 84),
        ("severe", 23),
        ("spam", 54),
    ]
    return _section(
        "Chips and labels",
        kit.row(*first, None),
        kit.row(*second, None),
        kit.CountsBar(parts),
        kit.ProgressBar(0.6, thickness=8),
        kit.Stepper(["File", "Columns", "Import"], 1),
    )


def _type() -> kit.Card:
    rows: list[kit.Item] = []
    samples = {
        "display": "Good evening, Amara",
        "title": "Consider before you comment",
        "heading": "Post kit",
        "comment": "she clapped. Thank you.",
        "body": "Nothing is uploaded.",
        "label": "61 waiting, about 6 minutes",
        "caption": "Edited 12 min ago",
        "mono": "00:14:12",
    }
    for role, words in samples.items():
        lettering = tokens().lettering[role]
        note = kit.Label(f"{role}  {lettering.px}/{lettering.line}", "caption")
        note.setFixedWidth(104)
        rows.append(kit.row(note, kit.Label(words, role, tone="text"), None))
    return _section("Type", *rows)


def _feedback() -> kit.Card:
    undo = kit.UndoBar()
    undo.show_done("14 comments deleted in Kindreel")
    notice = kit.NoticeBar()
    notice.show_notice(
        "The video could not be written.",
        "Your project is saved. Choose another folder.",
        "ENOSPC",
    )
    faces = [
        kit.Face(name) for name in ("@zed_404", "@moss.and.fern", "@pixelpaula", "@grumblecat7")
    ]
    keys = kit.row(
        kit.KeyCaps("Ctrl+Z", "undo"),
        kit.KeyCaps("J+K", "move"),
        kit.KeyCaps("Space", "select, or play"),
        None,
    )
    return _section("Keys and feedback", keys, undo, notice, kit.row(*faces, kit.Mark(36), None))


def sheet() -> QWidget:
    """All widgets on one 1440 × 900 sheet."""
    made = QWidget()
    made.setProperty("ground", "bg")
    made.resize(1440, 900)
    grid = QGridLayout(made)
    grid.setContentsMargins(28, 20, 28, 20)
    grid.setSpacing(16)
    empty = kit.EmptyState(
        "board",
        "Every story starts with one frame",
        "Add a scene, or let a template lay out the six beats."
        " The reveal is already waiting at the end.",
        kit.Button("Add first scene", "primary", icon="plus-bold"),
        kit.Button("Use a template"),
    )
    quiet = kit.EmptyState(
        "quiet", "It’s quiet here", "Import an export from TikTok, YouTube or Instagram."
    )
    cells = (
        _buttons(),
        _inputs(),
        _chips(),
        _section("Colour", _Swatches()),
        _type(),
        _feedback(),
        kit.Card(empty, kind="flat"),
        kit.Card(quiet, kind="flat"),
        _thumbs(),
    )
    for index, cell in enumerate(cells):
        grid.addWidget(cell, index // 3, index % 3)
        grid.setColumnStretch(index % 3, 1)
    return made


def _thumbs() -> kit.Card:
    return _section(
        "Pictures",
        kit.row(kit.Thumbnail(112, 150, badge="Draft", length="0:43"), kit.Thumbnail(56, 84), None),
    )


def main(argv: list[str]) -> int:
    """Write dark.png and light.png into the folder given."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    for mode in ("dark", "light"):
        theme().use(mode)
        made = sheet()
        made.show()
        app.processEvents()
        made.grab().save(str(folder / f"{mode}.png"))
        made.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
