"""Dark and light: the tokens as colours, fonts, palette and stylesheet of the running application.

Painted widgets ask `colour` and `font` inside paintEvent, so that a change of theme is a repaint.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kindreel import paths
from kindreel_ui.tokens import tokens

SCALES = (0.9, 1.0, 1.1, 1.25, 1.5)
_MODES = ("dark", "light")
_WAITS = ("undoToast", "nudgeBreath")
_FALLBACK = ("Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_MONO_FALLBACK = ("Cascadia Mono", "DejaVu Sans Mono")


class Theme(QObject):
    """The look in force; `changed` is sent after the palette and stylesheet are."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = "dark"
        self.reduced_motion = False
        self._choice = "system"
        self._follows = False

    def use(self, choice: str, *, reduced_motion: bool = False) -> None:
        """Wear "dark", "light" or what the system says, on the whole application."""
        self._choice = choice
        self.reduced_motion = reduced_motion
        hints = QGuiApplication.styleHints()
        if not self._follows:
            hints.colorSchemeChanged.connect(self._follow)
            self._follows = True
        if choice not in _MODES:
            choice = "light" if hints.colorScheme() == Qt.ColorScheme.Light else "dark"
        self._wear(choice)

    def _follow(self) -> None:
        if self._choice not in _MODES:
            self.use(self._choice, reduced_motion=self.reduced_motion)

    def _wear(self, mode: str) -> None:
        self.mode = mode
        colour.cache_clear()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        _prepare(app)
        app.setPalette(palette())
        app.setStyleSheet(stylesheet())
        self.changed.emit()


def _prepare(app: QApplication) -> None:
    """Give the application its style and font, once: each makes every widget think anew."""
    if app.property("kindreelStyle"):
        return
    app.setProperty("kindreelStyle", True)
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(font("body"))


@cache
def theme() -> Theme:
    """The one theme of this process."""
    return Theme()


@lru_cache(maxsize=256)
def colour(name: str, alpha: float | None = None) -> QColor:
    """A token's colour in the mode in force; alpha 0 to 1 replaces its own.

    Treat it as read-only: the same object is given each time.
    """
    value = QColor(tokens().colours[theme().mode][name])
    if alpha is not None:
        value.setAlphaF(alpha)
    return value


def fill(tone: str) -> QColor:
    """The colour for graphics of a tone: its own when it has one, else the text's."""
    own = tone + "Fill"
    return colour(own if own in tokens().colours[theme().mode] else tone)


def tint(tone: str) -> QColor:
    """The faint ground behind text of a tone."""
    return colour(tone, 0.16 if theme().mode == "dark" else 0.12)


def size(name: str) -> int:
    """A size token in px."""
    return tokens().size[name]


def radius(name: str) -> int:
    """A corner radius token in px."""
    return tokens().radius[name]


def ms(name: str) -> int:
    """How long a motion or wait takes; motions are short when the person wants little of them."""
    length = tokens().ms[name]
    if theme().reduced_motion and name not in _WAITS:
        return min(length, tokens().ms["reducedMost"])
    return length


@lru_cache(maxsize=128)
def font(role: str, *, weight: int | None = None, px: int | None = None) -> QFont:
    """The font of a text role ("body", "label", "mono", ...), or a variation of it.

    The faces are variable: their weight is set on the axis, because the font database
    knows only their regular instance and would thicken it artificially.
    """
    lettering = tokens().lettering[role]
    mono = lettering.face == "mono"
    letters = QFont(["JetBrains Mono", *_MONO_FALLBACK] if mono else ["Inter", *_FALLBACK])
    letters.setPixelSize(px or lettering.px)
    letters.setVariableAxis(QFont.Tag("wght"), float(weight or lettering.weight))
    if lettering.face == "display":
        letters.setVariableAxis(QFont.Tag("opsz"), 32.0)
    return letters


@cache
def load_fonts() -> None:
    """Make the bundled faces known to Qt; once per process."""
    for package in ("fontpkg_inter", "fontpkg_jetbrains_mono"):
        spec = find_spec(package)  # finding its files by the package's own index takes 0.1 s
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for file in sorted(Path(folder).glob("files/*.ttf")):
                QFontDatabase.addApplicationFont(str(file))


def palette() -> QPalette:
    """The palette for what the stylesheet does not reach."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "inset"),
        (roles.AlternateBase, "surface"),
        (roles.Text, "text"),
        (roles.Button, "raised"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "onAccent"),
        (roles.PlaceholderText, "text3"),
        (roles.ToolTipBase, "inverse"),
        (roles.ToolTipText, "onInverse"),
        (roles.Link, "accentText"),
        (roles.Light, "hover"),
        (roles.Mid, "stroke"),
        (roles.Dark, "inset"),
        (roles.Shadow, "shadow"),
    ):
        made.setColor(role, colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("text3"))
    return made


def stylesheet() -> str:
    """The template with the tokens of the mode in force."""
    sheet = paths.resource("ui", "kindreel.qss").read_text("utf-8")
    mode = theme().mode
    words = {
        "mode": mode,
        "marks": paths.resource("ui", "marks").as_posix(),
        **{name: _css(value) for name, value in tokens().colours[mode].items()},
    }
    return re.sub(r"@([A-Za-z0-9]+)", lambda found: words[found[1]], sheet)


def _css(value: str) -> str:
    shade = QColor(value)
    return f"rgba({shade.red()},{shade.green()},{shade.blue()},{shade.alpha()})"
