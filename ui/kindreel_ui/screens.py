"""What a screen is, and what it is given: the contract between the window and its screens.

A screen lives in a package of its own (`kindreel_ui.home`, `kindreel_ui.storyboard`, ...) whose
`__init__.py` offers

    def build(tools: Tools) -> Screen: ...

The window imports the package and calls `build` when the screen is first shown, on the GUI thread,
so `build` must be quick: no file, no database, no rendering in it; start those with `tools.runner`.
What is slow to import belongs in a module called `screen`: it is loaded on a lane while nobody
waits.

Rules:

- A screen subclasses `Screen` and imports `kindreel.model`, `session`, `runner`, `actions`, `kit`,
  `theme`, `screens` — never another screen, never `kindreel.store`.
- Edits go through `tools.session.apply(label, edit, gesture)`; the view then listens to
  `tools.session.changed(before, after, origin)` and compares parts with `is`.
- Anything over a few milliseconds runs in `tools.runner.free` or `.document`; a failure is shown in
  the window's notice bar unless `keep_failure=True`.
- Comments: `tools.inbox.open()` gives the store's Inbox; call it on a lane. After a write call
  `tools.inbox.tell_changed()` on the GUI thread: badge and other screens then read again.
- To go elsewhere: `tools.go(name, intent)`; the screen that is shown gets `arrive(intent)`.
- To show another package's screen inside one's own, as a tab or in a dialog (hand-off inside
  Comments, export over the storyboard): `tools.screen(name)` gives it without an import.
- Keys: `tools.actions.bind(Deed(...), widget, run)`. `edit.undo` and `edit.redo` are the window's;
  they call `undo()` and `redo()` of the screen on show.
- A problem to be told: `tools.faults.tell(error, retry)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kindreel.model.triage import Box
from kindreel_ui.actions import Actions
from kindreel_ui.faults import Faults
from kindreel_ui.preferences import Preferences
from kindreel_ui.projects import Projects
from kindreel_ui.runner import Runner
from kindreel_ui.session import InboxDoor, Session


@dataclass(frozen=True, slots=True)
class ShowBox:
    """Open Comments at one box, such as Box.KIND."""

    box: Box


@dataclass(frozen=True, slots=True)
class ImportFiles:
    """Open Comments and import files; without files, ask for them first."""

    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class StartExport:
    """Open the storyboard and its export dialog."""


Intent = ShowBox | ImportFiles | StartExport
"""Why somebody goes to a screen."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every screen is given; made once by `app`.

    projects: opening, making and saving projects, with the dialogs that belong to it.
    go: show the screen of a name in `PLACES`.
    screen: the screen of a name, built when needed; the one who asks shows it.
    """

    session: Session
    projects: Projects
    inbox: InboxDoor
    runner: Runner
    faults: Faults
    actions: Actions
    preferences: Preferences
    go: Callable[[str, Intent | None], None]
    screen: Callable[[str], Screen]


class Screen(QWidget):
    """One screen of the window; a subclass overrides what it needs."""

    def topbar(self) -> QWidget | None:
        """What fills the 56 px bar above the screen while it is shown; None for no bar.

        Asked once, after `build`; the window owns it from then on.
        """
        return None

    def regions(self) -> Sequence[QWidget]:
        """The parts F6 moves through after rail and top bar, in order."""
        return (self,)

    def arrive(self, intent: Intent | None) -> None:
        """The screen has just been shown, perhaps for a reason."""

    def leave(self) -> None:
        """Another screen is about to be shown."""

    def undo(self) -> None:
        """Take back the last thing done on this screen."""

    def redo(self) -> None:
        """Do again what was taken back."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen and where it is found.

    package: where `build` is. icon: a Phosphor name; its "-fill" form marks the one on show.
    inside: the rail entry it belongs to, when it has none of its own.
    """

    name: str
    words: str
    icon: str
    package: str
    inside: str = ""


PLACES = (
    Place("home", "Home", "house", "kindreel_ui.home"),
    Place("storyboard", "Storyboard", "film-strip", "kindreel_ui.storyboard"),
    Place("comments", "Comments", "chat-circle-dots", "kindreel_ui.comments"),
    Place("settings", "Settings", "gear-six", "kindreel_ui.settings"),
    Place("reveal", "Reveal", "heart", "kindreel_ui.reveal", inside="storyboard"),
    Place("export", "Export", "export", "kindreel_ui.export", inside="storyboard"),
    Place("insights", "Insights", "chart-line", "kindreel_ui.insights", inside="comments"),
    Place("handoff", "Hand-off", "arrow-right", "kindreel_ui.handoff", inside="comments"),
)
"""Every screen; those of the rail first, top to bottom, settings at its foot."""
