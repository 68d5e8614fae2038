"""The Settings screen: looks, motion, keys, the name that greets, and where the data lies."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

import kindreel
from kindreel import paths
from kindreel.i18n import tr
from kindreel.jobs import Progress
from kindreel.model.triage import BlockedPolicy
from kindreel_ui import kit
from kindreel_ui.screens import Intent, Screen, Tools
from kindreel_ui.settings.learned import Learned
from kindreel_ui.theme import SCALES

_POLICIES = tuple(BlockedPolicy)
_THEMES = ("system", "dark", "light")
_WIDE = 720


def _line(title: str, words: str, field: QWidget) -> kit.Box:
    """A setting: what it is called, what it does, and its field at the right."""
    text = kit.column(kit.Label(title, "bodyStrong"), kit.Label(words, "label", wrap=True), gap=2)
    line = kit.row(gap=24, margins=(0, 6, 0, 6))
    line.addLayout(text, 1)
    line.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    return kit.Box(line)


def _section(title: str, *lines: QWidget) -> kit.Card:
    card = kit.Card(kit.Label(title, "heading"), gap=6, margins=(20, 16, 20, 14))
    for index, line in enumerate(lines):
        if index:
            card.add(kit.Line())
        card.add(line)
    return card


class SettingsScreen(Screen):
    """Each field takes effect when it is changed; there is nothing to confirm."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.learned = Learned(tools)
        sections = kit.column(
            kit.Label(tr("Settings"), "display"),
            self._looks(),
            self._hands(),
            self._comments(),
            self._data(),
            kit.Label(f"Kindreel {kindreel.__version__}", "caption"),
            None,
            gap=16,
            margins=(36, 46, 36, 24),
        )
        page = kit.Box(sections)
        page.setMaximumWidth(_WIDE + 72)
        self.setLayout(kit.column(kit.Scroll(kit.Box(kit.row(page)))))

    def _looks(self) -> kit.Card:
        chosen = self._tools.preferences.value
        theme = kit.Segmented(
            [tr("System"), tr("Dark"), tr("Light")],
            _THEMES.index(chosen.theme) if chosen.theme in _THEMES else 0,
            tr("Theme"),
        )
        theme.chosen.connect(lambda at: self._change(theme=_THEMES[at]))
        size = kit.Picker([f"{scale:.0%}" for scale in SCALES], name=tr("Size"))
        size.setCurrentIndex(min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - chosen.scale)))
        size.activated.connect(lambda at: self._change(scale=SCALES[at]))
        motion = self._toggle("reduced_motion", tr("Reduced motion"))
        return _section(
            tr("Looks"),
            _line(tr("Theme"), tr("System follows what the desktop says."), theme),
            _line(tr("Size"), tr("From the next start, for text and everything else."), size),
            _line(
                tr("Reduced motion"),
                tr("Short cross-fades, a still heart, no previews that play by themselves."),
                motion,
            ),
        )

    def _hands(self) -> kit.Card:
        name = kit.LineField(
            self._tools.preferences.value.name, name=tr("Your name"), hint=tr("Your name")
        )
        name.setFixedWidth(220)
        name.editingFinished.connect(lambda: self._change(name=name.text().strip()))
        return _section(
            tr("You and your keyboard"),
            _line(tr("Your name"), tr("How Home greets you. It is kept here only."), name),
            _line(
                tr("Single-letter keys"),
                tr("Such as D for delete. They work while a list or the stage has the focus."),
                self._toggle("single_keys", tr("Single-letter keys")),
            ),
            _line(
                tr("Safe zones"),
                tr("Show where the apps lay their buttons over the video."),
                self._toggle("safe_zones", tr("Safe zones")),
            ),
        )

    def _comments(self) -> kit.Card:
        words = [tr("Let it wait for me"), tr("Hide it"), tr("Delete it")]
        self.blocked = kit.Picker(words, name=tr("From people you blocked"))
        self.blocked.setEnabled(False)
        self.blocked.activated.connect(self._set_policy)
        return _section(
            tr("Comments"),
            _line(
                tr("From people you blocked"),
                tr("What becomes of what they write. Each act says why, and can be undone."),
                self.blocked,
            ),
            self.learned,
        )

    def arrive(self, intent: Intent | None) -> None:
        """Read what the inbox knows; it may have been changed elsewhere."""
        del intent
        door = self._tools.inbox
        task = self._tools.runner.free(lambda _progress: door.open().arrivals.policy())
        task.finished.connect(self._show_policy)
        self.learned.read()

    def _show_policy(self, policy: BlockedPolicy) -> None:
        self.blocked.setCurrentIndex(_POLICIES.index(policy))
        self.blocked.setEnabled(True)

    def _set_policy(self, at: int) -> None:
        door = self._tools.inbox

        def work(_progress: Progress) -> None:
            from kindreel.comments.arriving import settle_blocked  # noqa: PLC0415 - on a lane

            door.open().arrivals.set_policy(_POLICIES[at])
            settle_blocked(door.open())

        self._tools.runner.free(work).finished.connect(lambda _none: door.tell_changed())

    def _data(self) -> kit.Card:
        show = kit.Button(tr("Show folder"), step="sm", icon="folder-open")
        show.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.data())))
        )
        return _section(
            tr("Your data"),
            _line(tr("Data folder"), str(paths.home()), show),
            _line(
                tr("On this computer"),
                tr("Kindreel uploads nothing and sends no reports."),
                kit.IconLabel("cloud-slash", "success", 20),
            ),
        )

    def _toggle(self, field: str, words: str) -> kit.Toggle:
        toggle = kit.Toggle(words, on=getattr(self._tools.preferences.value, field))
        toggle.toggled.connect(lambda on: self._change(**{field: on}))
        return toggle

    def _change(self, **fields: object) -> None:
        self._tools.preferences.change(**fields)


def build(tools: Tools) -> Screen:
    """The Settings screen."""
    return SettingsScreen(tools)
