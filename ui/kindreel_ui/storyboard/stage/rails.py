"""The bars that float over the stage: tools on the left, view on the top right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from kindreel_ui.kit import IconButton, Label, Line, column, row
from kindreel_ui.storyboard.desk import Desk, Tool
from kindreel_ui.storyboard.stage.view import StageView

_MODES: tuple[tuple[Tool, str, str], ...] = (
    ("select", "cursor", "Select (V)"),
    ("hand", "hand", "Pan (H)"),
    ("draw", "pencil-simple", "Draw (P)"),
    ("text", "text-t", "Text (T)"),
    ("sticker", "heart", "Heart (S)"),
)


class ToolRail(QFrame):
    """One tool is in hand; files and avatars are put on at once."""

    def __init__(
        self,
        desk: Desk,
        add_file: Callable[[], None],
        add_avatar: Callable[[QWidget], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "raised")
        self.setAccessibleName("Tools")
        self._modes: dict[str, IconButton] = {}
        body = column(gap=4, margins=(5, 6, 5, 6))
        for tool, icon, words in _MODES:
            button = IconButton(icon, words, checked=tool == desk.tool)
            button.clicked.connect(lambda _on=False, tool=tool: self._take(desk, tool))
            self._modes[tool] = button
            body.addWidget(button)
            if tool == "hand":
                body.addWidget(Line())
        image = IconButton("image", "Picture, clip or sound (I)")
        image.clicked.connect(lambda _on=False: add_file())
        avatar = IconButton("user-circle", "Avatar (A)")
        avatar.clicked.connect(lambda _on=False: add_avatar(avatar))
        body.addWidget(image)
        body.addWidget(avatar)
        self.setLayout(body)
        desk.tool_taken.connect(self._mark)

    def _take(self, desk: Desk, tool: Tool) -> None:
        desk.take(tool)
        self._mark(desk.tool)

    def _mark(self, tool: str) -> None:
        for name, button in self._modes.items():
            button.setChecked(name == tool)


class ViewBar(QFrame):
    """Safe zone, guides and zoom."""

    def __init__(self, stage: StageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.setProperty("card", "raised")
        self.setAccessibleName("View")
        self.safe = IconButton("device-mobile", "Safe zones (Shift+S)", checked=True, step="sm")
        self.grid = IconButton("grid-four", "Guides (G)", checked=False, step="sm")
        smaller = IconButton("magnifying-glass-minus", "Zoom out (Ctrl+-)", step="sm")
        larger = IconButton("magnifying-glass-plus", "Zoom in (Ctrl++)", step="sm")
        fit = IconButton("corners-out", "Fit (Ctrl+0)", step="sm")
        self._zoom = Label("", "mono")
        self._zoom.setMinimumWidth(40)
        self.setLayout(
            row(
                self.safe,
                self.grid,
                Line(upright=True),
                smaller,
                self._zoom,
                larger,
                fit,
                gap=2,
                margins=(4, 3, 4, 3),
            )
        )
        self.safe.toggled.connect(self._show_safe)
        self.grid.toggled.connect(self._show_grid)
        smaller.clicked.connect(lambda: stage.look(stage.view.zoomed(-1)))
        larger.clicked.connect(lambda: stage.look(stage.view.zoomed(1)))
        fit.clicked.connect(stage.fit)
        stage.looked.connect(self._tell_zoom)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        self._zoom.setText(f"{self._stage.view.scale * 100:.0f} %")

    def _show_safe(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self._stage.shows_safe_zone = on
        self._stage.update()

    def _show_grid(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self._stage.shows_grid = on
        self._stage.update()
