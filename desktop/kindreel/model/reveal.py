"""The end of every video: the avatar becomes the real person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kindreel.model.ids import CreatorId, MediaId, StyleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A face: the drawn one or the real one.

    media: a picture or, for the real one, a clip. offset: seconds skipped in a clip.
    left_eye, right_eye: as seen in the picture (the left one has the smaller x), in fractions of
        width and height; None when nobody has found or picked them.
    """

    media: MediaId
    left_eye: tuple[float, float] | None = None
    right_eye: tuple[float, float] | None = None
    offset: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Whether the person has said yes to being shown.

    on: the day of the yes, ISO 8601, empty when not given.
    guardian: a guardian has said yes too; needed under sixteen.
    """

    given: bool = False
    on: str = ""
    under_16: bool = False
    guardian: bool = False

    @property
    def holds(self) -> bool:
        """Whether the person may be shown."""
        return self.given and (self.guardian or not self.under_16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Creator:
    """A person who makes videos: name, handle, drawn face, real face, and their own yes."""

    id: CreatorId
    name: str
    handle: str = ""
    line: str = "Behind every account is a real human being."
    avatar: Portrait | None = None
    person: Portrait | None = None
    consent: Consent = Consent()
    style: StyleId | None = None


Arrangement = Literal["in_turn", "together"]
