"""What the comments say over time, as data; what is kind comes first."""

from __future__ import annotations

from dataclasses import dataclass

from kindreel.comments.similar import Brigade, brigades
from kindreel.model.comment import Label
from kindreel.model.triage import Counts
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.figures import Day, PersonFigures, VideoFigures

LETTERS_A_MINUTE = 1_000
"""About 200 words of five letters: how fast people read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """The figures of the Insights screen.

    unkind_share: of all scored comments. minutes_spared: reading that deciding in bulk saved.
    """

    counts: Counts
    days: tuple[Day, ...]
    videos: tuple[VideoFigures, ...]
    labels: dict[Label, int]
    unkind_people: tuple[PersonFigures, ...]
    brigades: tuple[Brigade, ...]
    unkind_share: float
    minutes_spared: float


def insights(inbox: Inbox, video: int | None = None) -> Insights:
    """All figures; `video` narrows the days to one."""
    figures = inbox.figures
    videos = figures.videos()
    days = figures.days(video)
    labels = figures.labels()
    counts = inbox.counts()
    scored = counts.all - counts.unscored - counts.own
    return Insights(
        counts=counts,
        days=days,
        videos=videos,
        labels=labels,
        unkind_people=figures.unkind_people(),
        brigades=brigades(figures.unkind_hours()),
        unkind_share=labels[Label.UNKIND] / scored if scored else 0.0,
        minutes_spared=figures.letters_spared() / LETTERS_A_MINUTE,
    )
