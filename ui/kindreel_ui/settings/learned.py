"""What the classifier has learned from the creator's decisions: told, exported, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kindreel import i18n
from kindreel.i18n import tr
from kindreel.jobs import Progress
from kindreel_ui import kit
from kindreel_ui.runner import Newest
from kindreel_ui.screens import Tools

if TYPE_CHECKING:
    from kindreel.comments.learn import Change
    from kindreel.model.triage import Memory
    from kindreel_ui.session import Inbox

_NOTHING = "Nothing yet. Keep or mark as kind what it got wrong, and it learns from you."


def told(corrections: int, worth: Change | None = None) -> str:
    """How much was learned, and what that is worth on lessons that were held back."""
    if not corrections:
        return tr(_NOTHING)
    learned = f"{i18n.count(corrections, 'lesson', 'lessons')} from your decisions."
    if worth is None or not worth.count:
        return learned
    before, after = (round(share * worth.count) for share in (worth.before, worth.after))
    return (
        f"{learned} With each held back in turn it agrees with you on {after:,} of "
        f"{worth.count:,}; without them, on {before:,}."
    )


class Learned(kit.Box):
    """A setting of two buttons; forgetting can be taken back until the screen is left."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._newest, self._weighing = Newest(tools.runner), Newest(tools.runner)
        self._corrections = 0
        self._memory: Memory | None = None
        self.words = kit.Label(tr(_NOTHING), "label", wrap=True)
        self.export = kit.Button(tr("Export"), step="sm", icon="export")
        self.forget = kit.Button(tr("Forget"), step="sm")
        line = kit.row(gap=12, margins=(0, 6, 0, 6))
        title = kit.Label(tr("What it learned from you"), "bodyStrong")
        line.addLayout(kit.column(title, self.words, gap=2), 1)
        line.addWidget(self.export)
        line.addWidget(self.forget)
        super().__init__(line)
        self.export.setEnabled(False)
        self.forget.setEnabled(False)
        self.export.clicked.connect(self._ask_file)
        self.forget.clicked.connect(self._forget_or_remember)

    def read(self) -> None:
        """Read what it has learned by now; what was forgotten stays so."""
        self._memory = None
        self.forget.set_words(tr("Forget"))
        self._look()

    def _look(self) -> None:
        door = self._tools.inbox

        def count(_progress: Progress) -> int:
            from kindreel.comments import personal  # noqa: PLC0415 - numpy, on a lane

            return len(personal.layer(door.open()).corrections)

        self._newest.free(count).finished.connect(self._show)

    def _weigh(self) -> None:
        door = self._tools.inbox

        def worth(_progress: Progress) -> Change:
            from kindreel.comments import personal  # noqa: PLC0415 - numpy, on a lane

            return personal.worth(door.open())

        self._weighing.free(worth).finished.connect(self._show_worth)

    def _show(self, corrections: int) -> None:
        self._corrections = corrections
        self.words.setText(told(corrections))
        self.export.setEnabled(corrections > 0)
        self.forget.setEnabled(corrections > 0 or self._memory is not None)
        if corrections:
            self._weigh()

    def _show_worth(self, worth: Change) -> None:
        self.words.setText(told(self._corrections, worth))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export what it learned"), "kindreel-corrections.json", "JSON (*.json)"
        )
        if name:
            self.write(Path(name))

    def write(self, file: Path) -> None:
        """Write all corrections to a file, to carry them to another computer."""
        door = self._tools.inbox

        def work(_progress: Progress) -> None:
            from kindreel.comments import personal  # noqa: PLC0415 - numpy, on a lane

            personal.carry_out(door.open(), file)

        self._tools.runner.free(work)

    def _forget_or_remember(self) -> None:
        door, memory = self._tools.inbox, self._memory

        def work(_progress: Progress) -> Memory | None:
            inbox: Inbox = door.open()
            if memory is None:
                return inbox.teaching.forget()
            inbox.teaching.remember(memory)
            return None

        self.forget.setEnabled(False)
        task = self._tools.runner.free(work)
        task.finished.connect(self._changed)
        task.failed.connect(self._look)

    def _changed(self, memory: Memory | None) -> None:
        self._memory = memory
        self.forget.set_words(tr("Forget") if memory is None else tr("Undo"))
        self._look()
