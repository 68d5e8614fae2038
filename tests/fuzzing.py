"""One case of fuzzing: a strange or damaged file, read, and what is wrong with the outcome."""

from __future__ import annotations

import codecs
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from damage import damaged
from export_kinds import SHAPES, written
from kindreel import importers
from kindreel.errors import ImportFileError
from kindreel.importers.reading.probe import look
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.triage import Unreadable
from kindreel.store.inbox import Inbox

HANG_S = 5.0
"""Seconds of processor time after which a case counts as hanging."""
_MOST_RECORDS = 9
_KINDS = tuple(kind for kind in SHAPES if kind != "workbook")
_WORKBOOKS = 0.01
_TOUCHED, _WITH_REPLIES = 2, 5
"""Rows that one stroke of damage can take away: the end of one, and the next with its replies."""
_REPLYING = frozenset(("apify_instagram", "instagram_graph", "tiktok_business", "youtube_api"))
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


class HangError(Exception):
    """A case took too long."""


class Case(NamedTuple):
    """A file to read. rows: what it holds. strokes: how often it was damaged."""

    kind: str
    content: bytes
    rows: int
    strokes: int


class Outcome(NamedTuple):
    """What reading gave. refused: the file as a whole was, with a sentence."""

    read: int
    unreadable: int
    flawed: int
    refused: bool


def make(seed: int, number: int, kind: str = "") -> Case:
    """The case of this number; always the same one."""
    chance = random.Random(seed << 40 | number)
    if not kind:
        kind = "workbook" if chance.random() < _WORKBOOKS else chance.choice(_KINDS)
    file = written(kind, chance, chance.randint(1, _MOST_RECORDS))
    if chance.random() < 0.5:
        return Case(kind, file.content, file.rows, 0)
    strokes = chance.randint(1, 3)
    return Case(kind, damaged(file.content, chance, strokes), file.rows, strokes)


def read(path: Path) -> Outcome:
    """Read a file as an import does, without storing it."""
    notes = Notes(look(path).changed)
    found = unreadable = 0
    try:
        for row in importers.records(path, notes=notes):
            if isinstance(row, Unreadable):
                unreadable += 1
            elif isinstance(row, Record):
                found += 1
    except ImportFileError:
        return Outcome(found, unreadable, notes.flawed, refused=True)
    return Outcome(found, unreadable, notes.flawed, refused=False)


def store(path: Path, inbox: Inbox) -> Outcome:
    """Read a file into an inbox; its account must add up to what the inbox then holds."""
    before = inbox.counts().all
    try:
        account = inbox.import_file(path)
    except ImportFileError:
        return Outcome(0, 0, 0, refused=True)
    kept = account.new + account.already_here + account.edited
    assert account.rows == kept + account.unreadable, "the account does not add up"
    assert inbox.counts().all == before + account.new, "the inbox holds another number"
    return Outcome(kept, account.unreadable, account.flawed, refused=False)


def fault(case: Case, path: Path, reader: Callable[[Path], Outcome] = read) -> str:
    """What is wrong with how a case is read, "" for nothing."""
    path.write_bytes(case.content)
    try:
        with watched():
            outcome = reader(path)
    except Exception as error:  # noqa: BLE001 - finding these is what a fuzzer is for
        return f"{type(error).__name__}: {error}"
    return _loss(case, outcome)


def _loss(case: Case, outcome: Outcome) -> str:
    accounted = outcome.read + outcome.unreadable
    if not case.strokes:
        if outcome.refused:
            return "refused although sound"
        return "" if accounted == case.rows else f"{accounted} of {case.rows} rows accounted for"
    if case.content.startswith(_WIDE):
        return ""  # a lost byte shifts all that follows, which no reader can undo
    told = outcome.refused or outcome.unreadable or outcome.flawed
    touched = _WITH_REPLIES if case.kind in _REPLYING else _TOUCHED
    missing = case.rows - accounted - touched * case.strokes
    return f"{missing} rows lost without a word" if missing > 0 and not told else ""


@contextmanager
def watched() -> Iterator[None]:
    """A HangError in whatever runs too long."""

    def stop(*_: object) -> None:
        raise HangError(f"longer than {HANG_S:g} s")

    old = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, HANG_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)


def rate(cases: int, started: float) -> float:
    """Cases a second of processor time."""
    return cases / max(time.process_time() - started, 1e-9)
