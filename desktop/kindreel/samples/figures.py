"""The drawn creators on the stage: a body that breathes and a head that speaks and blinks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kindreel.model.curves import Easing
from kindreel.model.layers import ClipLayer, ImageLayer, Layer
from kindreel.model.plugins import Effect
from kindreel.samples.layers import new_id, picture
from kindreel.samples.materials import Materials
from kindreel.samples.motion import SWAY, Move, at, breath, nod

BODY_CENTRE = {"amara": 435.0, "jun": 435.0, "lucia": 300.0, "you": 435.0}
"""How far below the pit of the neck the centre of each body's picture lies."""
_HEAD_CENTRE, _HEAD_SCALE, _NECK = -290.0, 1.22, 24.0
_BLINK, _FLAP = 4, 3
SHUT = {"neutral": "blink", "happy": "happy_blink"}


@dataclass(frozen=True, slots=True)
class Act:
    """How a head behaves in a scene.

    moods: (frame, mood) from which each mood holds.
    talks: (first, last) frames in which the mouth moves. blinks: frames at which the lids go down.
    """

    moods: tuple[tuple[int, str], ...] = ((0, "neutral"),)
    talks: tuple[tuple[int, int], ...] = ()
    blinks: tuple[int, ...] = (34, 98, 158)

    def face(self, frame: int) -> str:
        """The picture of the head at a frame."""
        mood = next(m for f, m in reversed(self.moods) if f <= frame)
        if mood in SHUT and any(b <= frame < b + _BLINK for b in self.blinks):
            return SHUT[mood]
        speaking = any(a <= frame < b and (frame - a) // _FLAP % 2 == 0 for a, b in self.talks)
        return "talk" if speaking and mood in SHUT else mood


def head(
    materials: Materials, who: str, act: Act, length: int, tilt: Move | None = None
) -> ClipLayer:
    """The head as a row of drawings, one per frame, the last one held; about its body's centre."""
    faces = [materials.picture("samples", "cast", f"{who}_{act.face(f)}") for f in range(length)]
    y = _HEAD_CENTRE * _HEAD_SCALE + _NECK - BODY_CENTRE[who]
    rotation = nod(length, seed=len(who)) if tilt is None else tilt
    return ClipLayer(
        id=new_id(),
        name=f"{who.capitalize()}: face",
        media=tuple(m for m, _ in faces),
        size=faces[0][1],
        transform=at(0.0, y, scale=_HEAD_SCALE, rotation=rotation),
    )


def figure(
    materials: Materials,
    who: str,
    x: Move,
    y: Move,
    size: float,
    act: Act,
    length: int,
    *,
    effects: tuple[Effect, ...] = (),
    start: int = 0,
    tilt: Move | None = None,
    easing: Easing = SWAY,
) -> tuple[Layer, ...]:
    """A creator whose neck is at x, y; the head rides on the body."""
    drawn = materials.picture("samples", "cast", f"{who}_body")
    drop = BODY_CENTRE[who] * size
    down: Move = tuple((f, v + drop) for f, v in y) if isinstance(y, tuple) else y + drop
    place = replace(at(x, down, easing=easing), scale=at(0, 0, scale=breath(length, size)).scale)
    body: ImageLayer = picture(drawn, who.capitalize(), place, effects=effects, start=start)
    face = replace(head(materials, who, act, length, tilt), parent=body.id, start=start)
    return body, face
