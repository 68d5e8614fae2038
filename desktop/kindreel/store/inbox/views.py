"""Views → conditions on the narrow rows of the inbox."""

from __future__ import annotations

import re
from datetime import datetime

from kindreel.model.comment import Queue
from kindreel.model.triage import TO_REVIEW, Box, State, View
from kindreel.store.inbox import codes

Params = dict[str, object]


def ms(moment: datetime) -> int:
    """Milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


_ASKED = {
    "author": "author = :author",
    "video": "video = :video",
    "language": "language = :language",
    "since": "at >= :since",
    "until": "at < :until AND at > 0",
    "min_likes": "likes >= :min_likes",
    "max_likes": "likes <= :max_likes",
    "platform": f"flags & {codes.PLATFORM_BITS} = :platform",
    "words": "key IN (SELECT rowid FROM words WHERE words MATCH :words)",
}
"""View's field → its condition on a triage row."""


def parts(view: View) -> tuple[dict[str, str], Params]:
    """The condition of each filter that is set, by its field's name, and their values."""
    values = {name: value for name, value in _values(view).items() if value is not None}
    asked = {name: _ASKED[name] for name in values}
    if view.label is not None:
        asked["label"] = f"labels & {codes.LABEL_BIT[view.label]} <> 0"
    if view.has_link is not None:
        asked["has_link"] = f"flags & {codes.LINK} {'<>' if view.has_link else '='} 0"
    return asked, values


def _values(view: View) -> Params:
    """The values of a view's filters as the rows have them, None for one that is not set."""
    return {
        "author": view.author,
        "video": view.video,
        "language": view.language or None,
        "since": None if view.since is None else ms(view.since),
        "until": None if view.until is None else ms(view.until),
        "min_likes": view.min_likes,
        "max_likes": view.max_likes,
        "platform": None if view.platform is None else codes.platform_bits(view.platform.value),
        "words": match(view.words) if view.words.strip() else None,
    }


def match(words: str) -> str:
    """An FTS5 expression for what a person typed: every word, in any order."""
    found = re.findall(r"[\w'’@#.-]+\*?|[^\w\s\"“”]", words)
    terms = []
    for word in found:
        stem = word.rstrip("*").replace('"', "")
        if stem:
            terms.append(f'"{stem}"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms) or '""'


def queues_of(box: Box) -> tuple[int, ...]:
    """The queues, as numbers, in which a box's comments are."""
    if box is Box.TO_REVIEW:
        return tuple(codes.QUEUE[queue] for queue in TO_REVIEW)
    if box in {Box.UNSCORED, Box.OWN}:
        return (codes.UNSCORED if box is Box.UNSCORED else codes.OWN_QUEUE,)
    if box.value in {queue.value for queue in Queue}:
        return (codes.QUEUE[Queue(box.value)],)
    return tuple(range(codes.OWN_QUEUE + 1))


def state_of(box: Box) -> int | None:
    """The state, as a number, of a box's comments; None when it may be any."""
    if box is Box.ALL:
        return None
    waits = len(queues_of(box)) <= codes.OWN_QUEUE
    return 0 if waits else codes.STATE[State(box.value)]


def box_condition(box: Box) -> str:
    """The condition of one box, in the words of the partial indexes."""
    state = state_of(box)
    if state is None:
        return "1"
    if state > 0:
        return f"state > 0 AND state = {state}"
    # A unary plus keeps an index out of it: most boxes are read quicker in passing.
    return f"state = 0 AND +queue IN ({', '.join(map(str, queues_of(box)))})"


def where(view: View) -> tuple[str, Params]:
    """The condition on triage rows that means the whole view, and its values."""
    asked, values = parts(view)
    return " AND ".join((box_condition(view.box), *asked.values())), values
