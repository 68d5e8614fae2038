"""Finds out what is known about a comment, on a lane; late answers are dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kindreel.jobs import Progress
from kindreel.model.comment import Reason
from kindreel.model.triage import Box, Entry, Sort, State, View
from kindreel_ui.runner import Newest
from kindreel_ui.screens import Tools


@dataclass(frozen=True, slots=True)
class Background:
    """What is known about a comment beyond the comment itself.

    history: its author's comments, newest first, this one among them.
    similar: comments much like it, wherever they are, itself left out; at most 200.
    decided: who asked for what was decided about it, "" while it waits.
    """

    entry: Entry
    reasons: tuple[Reason, ...] = ()
    history: tuple[Entry, ...] = ()
    similar: tuple[Entry, ...] = ()
    decided: str = ""


_MOST_SIMILAR = 200


class Curiosity(QObject):
    """Asks about the comment that is looked at.

    found: a Background.
    """

    found = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._newest = Newest(tools.runner)
        self._kindest = Newest(tools.runner)

    def ask(self, entry: Entry) -> None:
        """Find out about one comment; what was asked before no longer matters."""
        self._newest.free(lambda _progress: self._look(entry)).finished.connect(self.found)

    def _look(self, entry: Entry) -> Background:
        from kindreel.comments import personal  # noqa: PLC0415 - numpy, after the window
        from kindreel.comments.explain import reasons  # noqa: PLC0415 - the same
        from kindreel.comments.similar import similar  # noqa: PLC0415 - the same

        inbox = self._tools.inbox.open()
        why = reasons(personal.classifier(inbox), entry.comment.text)
        labels = _labels(entry)
        act = None if entry.state is State.WAITING else inbox.arrivals.why(entry.key)
        return Background(
            entry,
            tuple(reason for reason in why if reason.label in labels),
            inbox.author_history(entry.author_key),
            inbox.entries(similar(inbox, entry.key).keys[1 : _MOST_SIMILAR + 1]),
            act.why if act else "",
        )

    def kindest(self, show: Callable[[str, int], None], count: int) -> None:
        """Fetch one of the kindest comments for the card at the foot of the queues."""

        def look(_progress: Progress) -> str:
            page = self._tools.inbox.open().page(View(box=Box.KIND, sort=Sort.KINDEST), None, 1)
            return page.entries[0].comment.text if page.entries else ""

        self._kindest.free(look).finished.connect(lambda quote: show(quote, count))


def _labels(entry: Entry) -> set[str]:
    """The labels whose reasons explain the queue a comment is in."""
    if entry.queue is None:
        return set()
    if entry.queue.value in ("kind", "spam"):
        return {entry.queue.value}
    return {"unkind", "harassment", "hate", "threat", "sexual", "selfharm", "profanity"}
