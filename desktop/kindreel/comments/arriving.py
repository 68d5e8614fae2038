"""Takes comments in: stores a file, then lets the person's rules and their policy decide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kindreel.comments import rules
from kindreel.comments.rules import Rule
from kindreel.importers.reading.mapping import Mapping
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action
from kindreel.model.triage import BY_POLICY, Act, BlockedPolicy, ImportAccount, Selection
from kindreel.store.inbox import Inbox, Scorer

_DOES = {BlockedPolicy.HIDE: Action.HIDE, BlockedPolicy.DELETE: Action.DELETE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that came in: its account, and what was decided at once, each act with its why."""

    account: ImportAccount
    acts: tuple[Act, ...] = ()


def take_in(
    inbox: Inbox,
    path: Path,
    kind: str | None = None,
    mapping: Mapping | None = None,
    scorer: Scorer | None = None,
    progress: Progress = silent,
) -> Arrival:
    """Import a file, then `settle`. Without a scorer, comments meet the rules once scored."""
    inbox.arrivals.begin()
    account = inbox.import_file(path, kind, mapping, scorer, progress)
    return Arrival(account=account, acts=settle(inbox, progress))


def settle(inbox: Inbox, progress: Progress = silent) -> tuple[Act, ...]:
    """Let rules and policy decide about what came; nothing happens unless a person asked for it.

    A kill in between leaves the rest to the next time.
    """
    met, last = inbox.arrivals.reach()
    own = [rule for rule in map(Rule.of, inbox.book.rules()) if rule.on_new]
    done = rules.apply_to(inbox, own, inbox.arrivals.between(met, last), progress) if own else ()
    inbox.arrivals.have_met(last)
    return (*done, *settle_blocked(inbox))


def settle_blocked(inbox: Inbox) -> tuple[Act, ...]:
    """Do with the waiting comments of blocked people what the person asked for."""
    action = _DOES.get(inbox.arrivals.policy())
    keys = inbox.arrivals.of_blocked() if action else ()
    if action is None or not keys:
        return ()
    return (inbox.decide(action, Selection(keys=keys), BY_POLICY),)
