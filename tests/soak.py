"""A day of moderating in a minute: imports, scores, decides, hands over, undoes and redoes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.errors import KindreelError
from kindreel.model.comment import Action, BatchStatus, Platform
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox

_STEPS = ("import", "import", "score", "decide", "decide", "decide", "undo", "undo", "redo", "hand")
_FILES, _ROWS = 6, 400


def exports(folder: Path) -> Path:
    """A folder of exports that overlap: some comments are in several, edited in the later ones."""
    folder.mkdir()
    for number in range(_FILES):
        rows = mixed(_ROWS * (number + 2), people=90)[_ROWS * number :]
        for row in rows[:: 7 + number]:
            row[1] += f" edited {number}"
        rows[number][1] = ""
        write_csv(folder / f"{number}.csv", rows)
    return folder


def steps(inbox: Inbox, folder: Path, chance: random.Random) -> Iterator[str]:
    """Endless work on an inbox; each step's name once it is done."""
    files = sorted(folder.iterdir())
    while True:
        step = chance.choice(_STEPS)
        if step == "import":
            scorer = FirstWord() if chance.random() < 0.5 else None
            inbox.import_file(chance.choice(files), scorer=scorer)
        elif step == "score":
            inbox.score_pending(FirstWord())
        elif step == "decide":
            view = View(box=chance.choice(tuple(Box)), words=chance.choice(("", "", "number 1*")))
            inbox.decide(chance.choice(tuple(Action)), Selection(view=view), "soak")
        elif step == "hand":
            _hand_over(inbox, chance)
        else:
            _turn(inbox, step)
        yield step


def _turn(inbox: Inbox, step: str) -> None:
    try:
        if step == "undo":
            inbox.undo()
        else:
            inbox.redo()
    except KindreelError:
        return  # some of it was handed over, so it stays


def _hand_over(inbox: Inbox, chance: random.Random) -> None:
    batches = inbox.batches(Platform.YOUTUBE)
    if batches:
        inbox.mark_batch(chance.choice(batches), chance.choice(tuple(BatchStatus)))
