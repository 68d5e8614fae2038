"""`undo`, `redo`, `acts`, `why` and `batches`: what was decided, and how far it is carried out."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from kindreel import i18n
from kindreel.cli import FINDINGS, OK, asking, output
from kindreel.errors import NotFoundError
from kindreel.model.comment import Batch, BatchStatus
from kindreel.model.triage import Act
from kindreel.store.inbox import Inbox


def undo(options: Namespace) -> int:
    """Take the last act back."""
    return _turn(options, Inbox.undo, "undone", "Taken back", "There is nothing to take back.")


def redo(options: Namespace) -> int:
    """Do again what was undone last."""
    return _turn(options, Inbox.redo, "redone", "Done again", "There is nothing to do again.")


def _turn(
    options: Namespace, turn: Callable[[Inbox], Act | None], name: str, said: str, nothing: str
) -> int:
    """Turn the ledger one act back or forth, and say which one it was."""
    with asking.opened(options) as inbox:
        act = turn(inbox)
    if act is None:
        output.say({name: None}, [nothing], as_json=options.json)
        return FINDINGS
    output.say({name: asdict(act)}, [f"{said}: {_said(act)}"], as_json=options.json)
    return OK


def _said(act: Act) -> str:
    undone = " (undone)" if act.undone else ""
    what = i18n.count(act.changed, "comment", "comments")
    return f"{act.decided_at:%Y-%m-%d %H:%M} {act.action.value} {what}{undone}. {act.why}"


def acts(options: Namespace) -> int:
    """List the ledger's acts, newest first."""
    with asking.opened(options) as inbox:
        found = inbox.acts(options.limit)
    lines = [asking.one_line(_said(act)) for act in found] or ["Nothing has been decided yet."]
    output.say({"acts": [asdict(act) for act in found]}, lines, as_json=options.json)
    return OK


def why(options: Namespace) -> int:
    """Say which act a comment's place comes from, and who asked for it."""
    with asking.opened(options) as inbox:
        key = asking.comment(inbox, options.id)
        entry, act = inbox.comment(key), inbox.arrivals.why(key)
    place = entry.queue.value if entry.queue else "unscored"
    score = ", ".join(f"{name} {value:.2f}" for name, value in asdict(entry.score).items())
    lines = [f"It is {entry.state.value}; the classifier put it into “{place}” ({score})."]
    lines += [asking.one_line(_said(act))] if act else []
    answer = {
        "state": entry.state.value,
        "queue": place,
        "score": asdict(entry.score),
        "act": asdict(act) | {"why": act.why} if act else None,
    }
    output.say(answer, lines, as_json=options.json)
    return OK


def batches(options: Namespace) -> int:
    """List a platform's batches; tick one off, or open it again."""
    with asking.opened(options) as inbox:
        found = [b for b in inbox.batches(options.platform) if b.target is options.target]
        for number, status in (
            (options.done, BatchStatus.DONE),
            (options.reopen, BatchStatus.PENDING),
        ):
            if number is not None:
                inbox.mark_batch(_numbered(found, number), status)
        found = [b for b in inbox.batches(options.platform) if b.target is options.target]
    rows = [[b.number, len(b.entries), b.status.value] for b in found]
    plain = [{"number": n, "size": size, "status": status} for n, size, status in rows]
    lines = output.table(rows) or ["Nothing waits to be handed over to this platform."]
    output.say({"batches": plain}, lines, as_json=options.json)
    return OK


def _numbered(found: list[Batch], number: int) -> Batch:
    for batch in found:
        if batch.number == number:
            return batch
    raise NotFoundError(f"There is no batch {number}.", "Nothing was changed.")
