"""`forget`, `purge`, `anonymise` and `check-inbox`: how long comments stay, and what leaves."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from kindreel import i18n
from kindreel.cli import FINDINGS, OK, asking, output
from kindreel.errors import InvalidValueError
from kindreel.handoff.anonymous import anonymous
from kindreel.model.triage import Forgotten

_FOR_GOOD = "Nothing brings them back: no undo, no import of what the platform has lost."


def forget(options: Namespace) -> int:
    """Take out what is older than some days; without --yes only told, exit code 1."""
    if options.older_than < 1:
        raise InvalidValueError("Say how many days to keep, 1 or more.", "Nothing was changed.")
    before = datetime.now(UTC) - timedelta(days=options.older_than)
    only_told = options.dry_run or not options.yes
    with asking.opened(options) as inbox:
        told = inbox.keeping.forget(before, dry_run=only_told)
    answer = asdict(told) | {"before": before.isoformat(), "dry_run": only_told}
    output.say(answer, _sentences(told, before, only_told=only_told), as_json=options.json)
    return FINDINGS if only_told and not options.dry_run and told.comments else OK


def _sentences(told: Forgotten, before: datetime, *, only_told: bool) -> list[str]:
    what = i18n.count(told.comments, "comment", "comments")
    people = i18n.count(told.people, "person", "people")
    would = "would be taken out" if only_told else "are gone"
    lines = [f"{what} by {people} from before {before:%Y-%m-%d} {would}."]
    if told.decisions:
        lines.append(f"With them {told.decisions:,} decisions, which no undo reaches then.")
    if told.kept:
        lines.append(f"{told.kept:,} more stay until their decisions are handed over.")
    if only_told and told.comments:
        lines.append(f"{_FOR_GOOD} Add --yes to go on.")
    return lines


def purge(options: Namespace) -> int:
    """Take everything out; without --yes only told, exit code 1."""
    with asking.opened(options) as inbox:
        count = inbox.counts().all
        if options.yes:
            inbox.purge()
    what = i18n.count(count, "comment", "comments")
    line = f"{what} are gone." if options.yes else f"{what} would go. {_FOR_GOOD} Add --yes."
    output.say({"comments": count, "done": options.yes}, [line], as_json=options.json)
    return OK if options.yes else FINDINGS


def anonymise(options: Namespace) -> int:
    """Write comments without names, ids and links; pseudonyms stay the same from file to file."""
    with asking.opened(options) as inbox, output.progress("comments") as progress:
        view = asking.view(inbox, options)
        secret = inbox.keeping.secret()
        count = anonymous(inbox, options.out, view, secret, progress)
    what = i18n.count(count, "comment", "comments")
    lines = [
        f"{what} were written to “{options.out}”.",
        "Names, ids and links are out. A name inside a sentence may still tell who is meant.",
    ]
    output.say({"comments": count, "file": str(options.out)}, lines, as_json=options.json)
    return OK


def check(options: Namespace) -> int:
    """Look the inbox over, exit code 1 when something is wrong; mend it if asked to."""
    with asking.opened(options) as inbox:
        found = inbox.repair() if options.repair else inbox.check()
    lines = list(found) or ["The inbox is sound."]
    output.say({"findings": found}, lines, as_json=options.json)
    return FINDINGS if found else OK
