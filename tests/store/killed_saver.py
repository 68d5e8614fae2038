"""Saves in a loop until killed; started by `test_kills.py`, not a test itself.

Each line of stdin is a JSON list: what to do ("save" or "autosave"), the folder, the first
number. A forked child does it, writing each number once it is safe. The first line of an answer
is the child's process id, the last one is “over”.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from kindreel.store.document import Document
from project_examples import numbered


def say(word: object) -> None:
    os.write(1, f"{word}\n".encode())


def work(what: str, folder: str, first: int) -> None:
    document = Document.open(Path(folder))
    for number in count(first):
        getattr(document, what)(numbered(number))
        say(number)


def warm_up() -> None:
    """Let everything be loaded once, so that the children are quick."""
    with TemporaryDirectory() as name, Document.create(Path(name), numbered(0)) as document:
        document.autosave(numbered(1))
        document.save(numbered(2))


warm_up()
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
