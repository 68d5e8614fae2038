"""What the Hand-off screen works on: the batches of every platform and how far they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kindreel.model.comment import Batch, BatchStatus, Platform
from kindreel_ui.runner import Newest, Task
from kindreel_ui.screens import Tools

if TYPE_CHECKING:
    from kindreel.jobs import Progress
    from kindreel_ui.session import Inbox

PLATFORMS = (Platform.TIKTOK, Platform.YOUTUBE, Platform.INSTAGRAM, Platform.OTHER)


@dataclass(frozen=True, slots=True)
class Guide:
    """How a platform takes decisions, and when that was last looked at."""

    name: str
    steps: tuple[str, ...]
    checked: str
    limit: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything there is to hand over."""

    batches: Mapping[Platform, tuple[Batch, ...]]
    guides: Mapping[Platform, Guide]

    def decisions(self, platform: Platform) -> int:
        """How many decisions of a platform are not carried out yet."""
        entries = (entry for batch in self.batches[platform] for entry in batch.entries)
        return sum(entry.status is not BatchStatus.DONE for entry in entries)


class Desk(QObject):
    """Reads and marks batches on a lane.

    found: a Waiting.
    """

    found = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._newest = Newest(tools.runner)
        tools.inbox.changed.connect(self.look)

    def look(self) -> None:
        """Read the batches again."""
        door = self._tools.inbox
        task = self._newest.free(lambda _progress: _waiting(door.open()))
        task.finished.connect(self.found)

    def mark(self, batch: Batch, status: BatchStatus, keys: Sequence[int] | None = None) -> None:
        """Note how far a batch, or some comments of it, are."""
        self._write(lambda inbox: inbox.mark_batch(batch, status, keys))

    def _write(self, work: Callable[[Inbox], object]) -> None:
        door = self._tools.inbox
        task = self._tools.runner.free(lambda _progress: work(door.open()))
        task.finished.connect(lambda _done: door.tell_changed())

    def write_lists(self, platform: Platform, folder: Path) -> Task:
        """Write a platform's batches as CSV and JSON; finishes with a HandoffReport."""
        door = self._tools.inbox

        def write(_progress: Progress) -> object:
            from kindreel.handoff import lists  # noqa: PLC0415 - on use, on a lane

            return lists.write(door.open(), platform, folder)

        return self._tools.runner.free(write)

    def write_evidence(self, file: Path, *, show_words: bool, only_severe: bool) -> Task:
        """Write the evidence report; finishes with an EvidenceReport."""
        door = self._tools.inbox
        owner = self._tools.preferences.value.name

        def write(progress: Progress) -> object:
            from kindreel.handoff.evidence import Wanted, evidence  # noqa: PLC0415 - it loads Qt

            wanted = Wanted(show_words=show_words, only_severe=only_severe, owner=owner)
            return evidence(door.open(), file, wanted, progress)

        return self._tools.runner.free(write)


def _waiting(inbox: Inbox) -> Waiting:
    from kindreel.handoff.profiles import profile  # noqa: PLC0415 - on use, on a lane
    from kindreel.model.comment import Target  # noqa: PLC0415 - with it

    batches = {platform: tuple(inbox.batches(platform)) for platform in PLATFORMS}
    guides = {}
    for platform in PLATFORMS:
        known = profile(platform)
        checked = f"{known.checked.day} {known.checked:%b %Y}"
        limit = known.limits[Target.COMMENTS]
        guides[platform] = Guide(known.name, tuple(known.steps), checked, limit)
    return Waiting(batches, guides)
