"""`similar`, `insights`, `kind-wall` and `nudge`: what comments say, and how a reply may land."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime

from kindreel import i18n, start
from kindreel.cli import FINDINGS, OK, asking, output
from kindreel.comments import similar as copies
from kindreel.comments.explain import reasons
from kindreel.comments.insights import Insights
from kindreel.comments.insights import insights as figures
from kindreel.comments.nudge import Sensitivity
from kindreel.comments.nudge import nudge as read
from kindreel.store.inbox import Inbox

_DAYS, _VIDEOS, _PEOPLE, _PILES = 14, 10, 10, 20


def similar(options: Namespace) -> int:
    """List a comment and its copies; without one, the pile-ons, largest first."""
    with asking.opened(options) as inbox:
        if options.id is None:
            return _pile_ons(inbox, options)
        found = copies.similar(inbox, asking.comment(inbox, options.id))
        entries = inbox.entries(found.keys)
    lines = [asking.line(entry) for entry in entries]
    people = i18n.count(found.people, "person", "people")
    lines.append(f"{i18n.count(len(entries), 'comment', 'comments')} by {people}.")
    answer = {"ids": [e.comment.id for e in entries], "people": found.people}
    output.say(answer, lines, as_json=options.json)
    return OK


def _pile_ons(inbox: Inbox, options: Namespace) -> int:
    piles = copies.pile_ons(inbox)[:_PILES]
    firsts = [inbox.comment(pile.keys[0]) for pile in piles]
    lines = [
        f"{len(pile.keys):>6,} by {pile.people:,}  {asking.line(first)}"
        for pile, first in zip(piles, firsts, strict=True)
    ]
    answer = [
        {"id": first.comment.id, "comments": len(pile.keys), "people": pile.people}
        for pile, first in zip(piles, firsts, strict=True)
    ]
    shown = lines or ["Nothing was written alike by several people."]
    output.say({"pile_ons": answer}, shown, as_json=options.json)
    return OK


def insights(options: Namespace) -> int:
    """Tell the figures of the Insights screen, kind ones first."""
    with asking.opened(options) as inbox:
        video = asking.video(inbox, options.video) if options.video else None
        found = figures(inbox, video)
    output.say(asdict(found), _figures(found), as_json=options.json)
    return OK


def _figures(found: Insights) -> list[str]:
    counts = found.counts
    lines = [
        f"{counts.all:,} comments: {counts.kind:,} kind, {found.unkind_share:.1%} unkind.",
        f"About {found.minutes_spared:,.0f} minutes of reading were spared.",
    ]
    days = [[str(d.day), d.kind, "kind", d.unkind, "unkind"] for d in found.days[-_DAYS:]]
    videos = [
        [asking.one_line(v.title), v.kind, "kind", v.unkind, "unkind"]
        for v in found.videos[:_VIDEOS]
    ]
    people = [
        [f"@{asking.one_line(p.handle or p.name)}", p.unkind, "unkind of", p.all]
        for p in found.unkind_people[:_PEOPLE]
    ]
    hours = [
        f"{b.start:%Y-%m-%d %H:00}: {b.unkind:,} unkind comments by {b.people:,} people at once"
        for b in found.brigades
    ]
    parts = {
        "By day": output.table(days),
        "By video": output.table(videos),
        "Repeatedly unkind": output.table(people),
        "Brigades": hours,
    }
    for title, part in parts.items():
        lines += ["", title, *part] if part else []
    return lines


def kind_wall(options: Namespace) -> int:
    """The kindest comments; who wrote them only if asked for."""
    with asking.opened(options) as inbox:
        entries = inbox.kind_wall(options.limit)
    lines, wall = [], []
    for entry in entries:
        name = asking.who(entry) if options.names else ""
        text = asking.one_line(entry.comment.text)
        lines.append(f"♥ {text}" + (f"  {name}" if name else ""))
        wall.append({"text": entry.comment.text, "author": name or None})
    shown = lines or ["No kind comments yet."]
    output.say({"comments": wall}, shown, as_json=options.json)
    return OK


def nudge(options: Namespace) -> int:
    """Ask before an unkind reply, exit code 1 then; only the month's count is kept."""
    reply = sys.stdin.read() if options.reply == "-" else options.reply
    classifier = start.classifier()
    found = read(
        reply,
        classifier,
        lambda text: tuple(reasons(classifier, text)),
        Sensitivity(options.how),
    )
    if found.asks:
        with asking.opened(options) as inbox:
            inbox.book.count_nudge(f"{datetime.now(UTC):%Y-%m}")
    answer = {
        "asks": found.asks,
        "sharpness": round(found.sharpness, 3),
        "language": found.language,
        "spans": [[r.start, r.end, r.label, round(r.weight, 3)] for r in found.spans],
        "ways": {way.value: text for way, text in found.ways},
    }
    lines = ["This reads kindly enough."]
    if found.asks:
        words = dict.fromkeys(asking.one_line(reply[r.start : r.end]) for r in found.spans)
        sharp = ", ".join(f"“{word}”" for word in words)
        lines = [f"This may hurt{': ' + sharp if sharp else ''}. Kinder ways to say it:"]
        lines += [f"  {text}" for _, text in found.ways]
    output.say(answer, lines, as_json=options.json)
    return FINDINGS if found.asks else OK
