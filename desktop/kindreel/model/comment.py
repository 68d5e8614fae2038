"""Received comments, what the classifier says of them, and what a person decides."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

CommentId = NewType("CommentId", str)
"""The platform's own id, always text; made from the content where the file had none."""

AuthorId = NewType("AuthorId", str)


class Platform(StrEnum):
    """Where a comment was written."""

    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    INSTAGRAM = "instagram"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly the time of a comment is known."""

    EXACT = "exact"
    SECOND = "second"
    DAY = "day"
    APPROXIMATE = "approximate"
    UNKNOWN = "unknown"


class Label(StrEnum):
    """What a comment can be; the order is that of a Score's fields."""

    UNKIND = "unkind"
    HARASSMENT = "harassment"
    HATE = "hate"
    THREAT = "threat"
    SEXUAL = "sexual"
    SELFHARM = "selfharm"
    PROFANITY = "profanity"
    SPAM = "spam"
    KIND = "kind"


class Queue(StrEnum):
    """Where a scored comment waits."""

    SEVERE = "severe"
    UNKIND = "unkind"
    UNSURE = "unsure"
    NEUTRAL = "neutral"
    KIND = "kind"
    SPAM = "spam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a comment; blocked by id, never by display name.

    handle: without the @. name: as displayed, may be empty.
    """

    platform: Platform
    id: AuthorId
    handle: str = ""
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One received comment, as the file had it.

    text: the original, never altered. created_at: UTC, None when unknown.
    own: written by the creator themselves.
    """

    platform: Platform
    id: CommentId
    text: str
    author: Author
    video: str = ""
    video_title: str = ""
    parent: CommentId | None = None
    likes: int = 0
    created_at: datetime | None = None
    precision: Precision = Precision.UNKNOWN
    own: bool = False
    pinned: bool = False
    hearted: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How likely each label is, 0 to 1."""

    unkind: float = 0.0
    harassment: float = 0.0
    hate: float = 0.0
    threat: float = 0.0
    sexual: float = 0.0
    selfharm: float = 0.0
    profanity: float = 0.0
    spam: float = 0.0
    kind: float = 0.0

    def of(self, label: Label) -> float:
        """The likelihood of one label."""
        return float(getattr(self, label.value))

    def strongest(self) -> tuple[str, float]:
        """The unkind label that speaks loudest, and how loud; ("", 0) when none says anything."""
        label = max((one for one in Label if one is not Label.KIND), key=self.of)
        return (label.value, self.of(label)) if self.of(label) else ("", 0.0)

    def values(self) -> tuple[float, ...]:
        """All nine in the order of Label."""
        return astuple(self)


@dataclass(frozen=True, slots=True)
class Reason:
    """A stretch of the original text that speaks for a label.

    start, end: code points of the original text. weight: its share in the model's log-odds.
    """

    start: int
    end: int
    label: str
    weight: float


class Action(StrEnum):
    """What a person decides about a comment or its author; SHOW lets it wait in its queue again."""

    DELETE = "delete"
    BLOCK = "block"
    REPORT = "report"
    KEEP = "keep"
    KIND = "kind"
    HIDE = "hide"
    SHOW = "show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of the ledger: nothing is ever taken out, it is taken back by a later entry.

    act: the bulk act it belongs to; undo takes back a whole act.
    block carries delete with it: the comment goes and its author is blocked.
    reason: a report's reason code, or the rule that decided.
    """

    id: int
    act: int
    comment: CommentId
    platform: Platform
    action: Action
    reason: str = ""
    decided_at: datetime
    undone: bool = False
    handed_over: bool = False


class BatchStatus(StrEnum):
    """How far a hand-over batch is."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class Target(StrEnum):
    """What a batch is done to: comments to take away or to report, accounts to block."""

    COMMENTS = "comments"
    REPORTS = "reports"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEntry:
    """One row of a hand-over; key and act are the inbox's numbers of comment and decision."""

    key: int
    act: int
    action: Action
    comment: Comment
    label: str
    score: float
    reason: str
    decided_at: datetime
    queue: Queue | None = None
    status: BatchStatus = BatchStatus.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Decisions that one platform takes in one go, in the order it shows them.

    number: 1 first, for each target on its own.
    """

    platform: Platform
    number: int
    target: Target
    entries: tuple[BatchEntry, ...]
    status: BatchStatus = BatchStatus.PENDING
