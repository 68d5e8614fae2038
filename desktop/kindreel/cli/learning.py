"""`learned`: what the classifier has learned from a creator's decisions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from kindreel import i18n
from kindreel.cli import OK, asking, output
from kindreel.comments import personal
from kindreel.comments.learn import Change
from kindreel.comments.personal import CaughtUp
from kindreel.errors import ImportFileError, InvalidValueError
from kindreel.store.inbox import Inbox

_CHANGING = ("import", "forget")
"""Verbs after which comments are read anew."""


def learned(options: Namespace) -> int:
    """Carry out one of the verbs; where it changes what was learned, comments are read anew."""
    verbs: dict[str, Callable[[Inbox, Namespace], list[str]]] = {
        "show": lambda _inbox, _options: [],
        "export": _export,
        "import": _import,
        "forget": _forget,
    }
    done = CaughtUp()
    with asking.opened(options) as inbox:
        lines = verbs[options.verb](inbox, options)
        if options.verb in _CHANGING:
            with output.progress("comments") as progress:
                done = personal.catch_up(inbox, progress)
        taught, worth = personal.layer(inbox), personal.worth(inbox)
    answer = {
        "corrections": len(taught.corrections),
        "held_back": worth.count,
        "right_before": worth.before,
        "right_after": worth.after,
        "read": done.rescored.comments,
        "moved": done.rescored.moved,
        "acts": [asking.act(act) for act in done.acts],
    }
    lines += [_told(len(taught.corrections)), *_worth(worth)]
    if done.rescored.moved:
        moved = i18n.count(done.rescored.moved, "comment has", "comments have")
        lines.append(f"{moved} moved to another queue.")
    lines += asking.act_lines(done.acts)
    output.say(answer, lines, as_json=options.json)
    return OK


def _told(corrections: int) -> str:
    if not corrections:
        return "It has learned nothing yet: keep, mark as kind, report or block, and it learns."
    said = i18n.count(corrections, "correction", "corrections")
    return f"It has learned {said} from your decisions."


def _worth(worth: Change) -> list[str]:
    if not worth.count:
        return []
    before, after = (round(share * worth.count) for share in (worth.before, worth.after))
    agrees = f"it agrees with {after:,} of {worth.count:,}, without learning with {before:,}"
    return [f"Each held back in turn, {agrees}."]


def _file(options: Namespace) -> Path:
    if options.file is None:
        raise InvalidValueError(f"Say which file to {options.verb}.", "Nothing was changed.")
    return Path(options.file)


def _export(inbox: Inbox, options: Namespace) -> list[str]:
    file = _file(options)
    personal.carry_out(inbox, file)
    return [f"Written to {file}. It holds comments: keep it as you keep your inbox."]


def _import(inbox: Inbox, options: Namespace) -> list[str]:
    file = _file(options)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFileError(f"{file} could not be read.", "Nothing was changed.") from error
    found = i18n.count(personal.carry_in(inbox, text), "correction", "corrections")
    return [f"{found} taken from {file}."]


def _forget(inbox: Inbox, options: Namespace) -> list[str]:
    del options
    inbox.teaching.forget()
    return ["It has forgotten what it learned. Your decisions stay."]
