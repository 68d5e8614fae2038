"""Imports, scores and decides until killed; started by `test_kills.py`, not a test itself.

Each line of stdin is a JSON list: what to do (“import”, “decide” or “soak”), the inbox, the file
or folder to import, and a seed. A forked child does it and writes a line after each committed
step. The first line of an answer is the child's process id, the last one is “over”.
"""

from __future__ import annotations

import json
import os
import random
import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from inbox_examples import FirstWord
from kindreel.model.comment import Action
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox, importing, indexing
from soak import steps

importing.CHUNK = importing.SCORED_CHUNK = indexing.LEAST = 50
BOXES = (Box.SEVERE, Box.UNKIND, Box.SPAM, Box.KIND)


def say(word: object) -> None:
    os.write(1, f"{word}\n".encode())


def import_again_and_again(inbox: Inbox, file: Path) -> None:
    for number in count():
        inbox.import_file(file, scorer=FirstWord(), progress=lambda done, *_: say(done))
        say(number)


def decide_and_undo(inbox: Inbox) -> None:
    actions = tuple(Action)
    for number in count():
        for way in (inbox.undo, inbox.redo, inbox.undo):
            way()
        inbox.decide(actions[number % len(actions)], Selection(view=View(box=BOXES[number % 4])))
        say(number)


def work(what: str, path: str, file: str, seed: int) -> None:
    inbox = Inbox(Path(path))
    say("open")
    if what == "import":
        import_again_and_again(inbox, Path(file))
    elif what == "decide":
        decide_and_undo(inbox)
    else:
        for step in steps(inbox, Path(file), random.Random(seed)):
            say(step)


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        try:
            work(*json.loads(line))
        finally:
            os._exit(1)
    say(child)
    os.waitpid(child, 0)
    say("over")
