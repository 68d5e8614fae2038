"""What the inbox's commands share: which inbox, which comments, and how one is printed."""

from __future__ import annotations

import unicodedata
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kindreel import i18n, paths
from kindreel.errors import NotFoundError
from kindreel.model.comment import Queue
from kindreel.model.triage import Act, AuthorKey, Box, CommentKey, Entry, Sort, View
from kindreel.store.inbox import Inbox

_PLACES = {"review": Box.TO_REVIEW}


def opened(options: Namespace) -> Inbox:
    """The inbox the options name, or the person's own."""
    place: Path | None = options.inbox
    return Inbox(place or paths.inbox())


def box(name: str) -> Box:
    """The box of a word on the command line."""
    return _PLACES.get(name) or Box(name)


def view(inbox: Inbox, options: Namespace, words: str = "", queue: str | None = None) -> View:
    """The view that the filters of `parser_inbox.filters` mean."""
    place = box(queue) if queue else Box.ALL
    usual = Sort.KINDEST if place is Box.KIND else Sort.NEWEST
    return View(
        box=place,
        words=words,
        author=person(inbox, options.author) if options.author else None,
        video=video(inbox, options.video) if options.video else None,
        platform=options.platform,
        label=options.label,
        language=options.language,
        since=options.since,
        until=options.until,
        min_likes=options.min_likes,
        max_likes=options.max_likes,
        has_link=options.links,
        sort=options.sort or usual,
    )


def person(inbox: Inbox, name: str) -> AuthorKey:
    """The one person with this id, @handle or name."""
    found = inbox.author_keys(name)
    if not found:
        raise NotFoundError(f"Nobody called “{name}” has commented.", "Nothing was changed.")
    if len(found) > 1:
        raise NotFoundError(f"Several people are called “{name}”.", "Say the person's id instead.")
    return found[0]


def video(inbox: Inbox, name: str) -> int:
    """The number of the one video with this id or title."""
    found = [v.key for v in inbox.videos() if name in {v.id, v.title}]
    if len(found) != 1:
        many = "Several videos are" if found else "No video is"
        raise NotFoundError(f"{many} called “{name}”.", "Say the video's id.")
    return found[0]


def comment(inbox: Inbox, name: str) -> CommentKey:
    """The comment with this id."""
    found = inbox.keys([name])
    if not found:
        raise NotFoundError(f"No comment has the id “{name}”.", "Nothing was changed.")
    return found[0]


def one_line(text: str) -> str:
    """Any text on one line of a terminal: no breaks, no control or direction marks."""
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or (unicodedata.category(c) not in {"Cc", "Cs"} and c not in _TURNING)
    )
    return " ".join("".join(kept).split())


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def who(entry: Entry) -> str:
    """The author as a line shows them."""
    author = entry.comment.author
    return f"@{one_line(author.handle)}" if author.handle else one_line(author.name) or "somebody"


def plain(entry: Entry, *, show_severe: bool) -> dict[str, object]:
    """A comment as JSON takes it; severe words stay hidden unless asked for."""
    said = entry.comment
    hidden = entry.queue is Queue.SEVERE and not show_severe
    return {
        "id": said.id,
        "platform": said.platform.value,
        "author": said.author.handle or said.author.name,
        "text": "(hidden, severe; --show-severe prints it)" if hidden else said.text,
        "hidden": hidden,
        "video": said.video_title or said.video,
        "likes": said.likes,
        "created_at": said.created_at.isoformat() if said.created_at else None,
        "queue": entry.queue.value if entry.queue else "unscored",
        "state": entry.state.value,
        "score": asdict(entry.score),
    }


def line(entry: Entry, *, show_severe: bool = False) -> str:
    """A comment on one line."""
    said = plain(entry, show_severe=show_severe)
    return f"{said['queue']:>8}  {who(entry)}: {one_line(str(said['text']))}"


def act(done: Act) -> dict[str, object]:
    """What an act did, for programs."""
    return {"id": done.id, "action": done.action.value, "changed": done.changed}


def act_lines(acts: Sequence[Act]) -> list[str]:
    """What was decided about the new comments at once, and who asked for it."""
    return [
        f"  {i18n.count(done.changed, 'comment', 'comments')}: {done.action.value}. "
        f"{one_line(done.why)} “kindreel undo” takes it back."
        for done in acts
    ]
