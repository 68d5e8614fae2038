"""What a person sees of the inbox and does to it: views, pages, selections, acts, accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from kindreel.model.comment import Action, Comment, Label, Platform, Queue, Score

CommentKey = NewType("CommentKey", int)
"""The inbox's own number of a comment: unique across platforms."""

AuthorKey = NewType("AuthorKey", int)
"""The inbox's own number of an author."""


class State(StrEnum):
    """What has been decided about a comment; the order is that of the numbers in the inbox."""

    WAITING = "waiting"
    DELETED = "deleted"
    BLOCKED = "blocked"
    REPORTED = "reported"
    KEPT = "kept"
    HIDDEN = "hidden"


class Box(StrEnum):
    """One entry of the queue list.

    The six queues hold what waits; the piles below hold what was decided. TO_REVIEW is all
    that asks for a decision: severe, unkind, unsure and spam. OWN holds the creator's comments.
    """

    ALL = "all"
    TO_REVIEW = "to_review"
    SEVERE = "severe"
    UNKIND = "unkind"
    UNSURE = "unsure"
    NEUTRAL = "neutral"
    KIND = "kind"
    SPAM = "spam"
    UNSCORED = "unscored"
    OWN = "own"
    DELETED = "deleted"
    BLOCKED = "blocked"
    REPORTED = "reported"
    KEPT = "kept"
    HIDDEN = "hidden"


class BlockedPolicy(StrEnum):
    """What becomes of comments that blocked people write: they wait, are hidden, or are deleted."""

    ASK = "ask"
    HIDE = "hide"
    DELETE = "delete"


TO_REVIEW = (Queue.SEVERE, Queue.UNKIND, Queue.UNSURE, Queue.SPAM)
"""The queues that ask for a decision."""


class Sort(StrEnum):
    """The order of a list; each has its best first."""

    SEVEREST = "severest"
    NEWEST = "newest"
    OLDEST = "oldest"
    MOST_LIKED = "most_liked"
    KINDEST = "kindest"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which comments to see, and in which order; an unset filter lets all pass.

    words: all of them must occur; a trailing * finds beginnings, "…" finds a phrase.
    author, video: the inbox's numbers. since, until: UTC; until is excluded.
    """

    box: Box = Box.ALL
    words: str = ""
    author: AuthorKey | None = None
    video: int | None = None
    platform: Platform | None = None
    label: Label | None = None
    language: str = ""
    since: datetime | None = None
    until: datetime | None = None
    min_likes: int | None = None
    max_likes: int | None = None
    has_link: bool | None = None
    sort: Sort = Sort.NEWEST


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the sort value and the key of its last comment."""

    value: int
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One comment of the inbox with all that is known about it.

    queue: None until the comment is scored. blocked: its author is blocked.
    """

    key: CommentKey
    comment: Comment
    author_key: AuthorKey
    video_key: int | None = None
    queue: Queue | None = None
    state: State = State.WAITING
    score: Score = field(default_factory=Score)
    labels: tuple[Label, ...] = ()
    language: str = ""
    marked: bool = False
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a view; `after` starts the next one, None at the end."""

    entries: tuple[Entry, ...]
    after: Cursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A video that has comments here."""

    key: int
    platform: Platform
    id: str
    title: str
    comments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many comments each box holds; `blocked` counts people, the rest comments."""

    all: int = 0
    to_review: int = 0
    severe: int = 0
    unkind: int = 0
    unsure: int = 0
    neutral: int = 0
    kind: int = 0
    spam: int = 0
    unscored: int = 0
    own: int = 0
    deleted: int = 0
    blocked: int = 0
    blocked_comments: int = 0
    reported: int = 0
    kept: int = 0
    hidden: int = 0

    def of(self, box: Box) -> int:
        """How many comments one box holds."""
        return int(getattr(self, "blocked_comments" if box is Box.BLOCKED else box.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The comments an act is about; exactly one of the four is given.

    keys: these comments. view: all that it shows. author: all of one person.
    match: all whose text holds these words, as in View.words.
    """

    keys: tuple[CommentKey, ...] | None = None
    view: View | None = None
    author: AuthorKey | None = None
    match: str | None = None


BY_RULE, BY_POLICY = "rule:", "policy:blocked"
"""Reasons of acts that no person carried out by hand; a rule's name follows the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One bulk decision of the ledger; undo takes back the whole of it.

    id: 0 for a dry run. changed: comments it moved. people: authors among them.
    reason: a report's reason, or BY_RULE and a rule's name, or BY_POLICY.
    """

    id: int
    action: Action
    reason: str = ""
    decided_at: datetime
    changed: int
    people: int = 0
    undone: bool = False

    @property
    def why(self) -> str:
        """Who asked for it, in a sentence."""
        if self.reason.startswith(BY_RULE):
            return f"Your rule “{self.reason.removeprefix(BY_RULE)}” did this."
        if self.reason == BY_POLICY:
            return "Its author is blocked, and you asked for this to happen to what they write."
        return f"You decided this: {self.reason}." if self.reason else "You decided this."


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One row of a file that could not become a comment.

    row: as a person counts, 1 first (a table's header is row 1). field: "" for the whole row.
    """

    row: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAccount:
    """What became of each row of a file: rows == new + already_here + edited + unreadable.

    own: how many of the readable rows are the creator's own comments (they are counted above too).
    unreadable_rows: the first thousand of them. flaws: rows kept although a field was unreadable.
    vanished: comments an earlier export of the same video had, and this whole one has no more;
    they stay in the inbox.
    own_only: the file is a download of the account's own comments.
    """

    file: str
    kind: str
    rows: int = 0
    new: int = 0
    already_here: int = 0
    edited: int = 0
    own: int = 0
    unreadable: int = 0
    unreadable_rows: tuple[Unreadable, ...] = ()
    flawed: int = 0
    flaws: tuple[Unreadable, ...] = ()
    vanished: int = 0
    own_only: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What taught the classifier until it was forgotten.

    since: the act after which decisions taught. carried: corrections brought from elsewhere.
    """

    since: int
    carried: str


@dataclass(frozen=True, slots=True)
class Rescored:
    """What a model's reading anew has done.

    comments: how many it read. moved: waiting ones that an earlier model had put elsewhere.
    """

    comments: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What is taken out of the inbox for good because of its age.

    decisions: those about these comments, which no undo reaches then. people: who wrote them.
    kept: comments as old, which stay until their decisions are handed over.
    """

    comments: int
    decisions: int
    people: int
    kept: int
