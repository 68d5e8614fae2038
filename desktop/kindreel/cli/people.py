"""`blocked` and `allow`: people whose comments are handled by policy, and whom no rule touches."""

from __future__ import annotations

from argparse import Namespace

from kindreel import i18n
from kindreel.cli import OK, asking, output
from kindreel.comments.arriving import settle_blocked
from kindreel.model.triage import Act, BlockedPolicy

_MEANS = {
    BlockedPolicy.ASK: "What blocked people write waits for you, like everything else.",
    BlockedPolicy.HIDE: "What blocked people write is hidden as it comes in.",
    BlockedPolicy.DELETE: "What blocked people write is deleted as it comes in.",
}


def blocked(options: Namespace) -> int:
    """Say, or set, what becomes of what blocked people write."""
    with asking.opened(options) as inbox:
        acts: tuple[Act, ...] = ()
        if options.policy is not None:
            inbox.arrivals.set_policy(options.policy)
            acts = settle_blocked(inbox)
        policy, people = inbox.arrivals.policy(), inbox.counts().blocked
    changed = sum(act.changed for act in acts)
    lines = [f"{i18n.count(people, 'person is', 'people are')} blocked.", _MEANS[policy]]
    if changed:
        what = i18n.count(changed, "comment that waited was", "comments that waited were")
        lines.append(f"{what} handled so at once; “kindreel undo” takes it back.")
    answer = {"people": people, "policy": policy.value, "changed": changed}
    output.say(answer, lines, as_json=options.json)
    return OK


def allow(options: Namespace) -> int:
    """List the people whom no rule may touch; add one, or take one off."""
    with asking.opened(options) as inbox:
        if options.person:
            key = asking.person(inbox, options.person)
            (inbox.book.disallow if options.remove else inbox.book.allow)(key)
        names = []
        for person in sorted(inbox.book.allowed()):
            newest = inbox.author_history(person, 1)
            names += [asking.who(entry) for entry in newest]
    lines = names or ["Nobody is on the list."]
    output.say({"allowed": names}, lines, as_json=options.json)
    return OK
