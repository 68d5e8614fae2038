"""What the three drawn creators share: their moods and the boxes their pictures live in.

All figures stand with the pit of the neck at 0, 0; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD_BOX = (-340, -640, 680, 700)
BODY_BOX = (-450, -130, 900, 1130)
WHOLE_BOX = (-730, -790, 1460, 1460)
HEAD_ON_BODY = "translate(0 24) scale(1.22)"


@dataclass(frozen=True, slots=True)
class Mood:
    """How a face feels.

    eyes: “open”, “shut” (lids down) or “glad” (shut by a smile).
    gaze: how far the pupils look right and down, in fractions of their play.
    brow: how high the inner and the outer end are raised, in units of 10.
    mouth: the name of its form.
    wide: how far open the eyes are, 1 at rest.
    """

    eyes: str = "open"
    gaze: tuple[float, float] = (0.0, 0.0)
    brow: tuple[float, float] = (0.0, 0.0)
    mouth: str = "calm"
    wide: float = 1.0
    tear: bool = False


MOODS = {
    "neutral": Mood(mouth="calm"),
    "blink": Mood(eyes="shut", mouth="calm"),
    "talk": Mood(mouth="talk", brow=(0.5, 0.5)),
    "sad": Mood(gaze=(-0.1, 0.8), brow=(2.4, -1.2), mouth="sad", wide=0.84, tear=True),
    "surprised": Mood(gaze=(0.1, -0.5), brow=(2.6, 2.4), mouth="oh", wide=1.14),
    "happy": Mood(gaze=(0.0, -0.1), brow=(1.0, 0.8), mouth="smile"),
    "happy_blink": Mood(eyes="shut", brow=(0.6, 0.4), mouth="smile"),
    "joy": Mood(eyes="glad", brow=(1.8, 1.4), mouth="laugh"),
}
