"""The card is turned."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import cv2
import numpy as np

from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import smooth


@register("card_flip")
@dataclass(frozen=True, slots=True)
class CardFlip(PaintedReveal):
    """The picture is a card; it steps back, turns over, and the person is on its other side."""

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Half a turn about the upright axis, in perspective, before a blurred ground."""
        del face
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        turn = pi * smooth(progress)
        front = turn < pi / 2
        picture = avatar if front else person
        away = sin(pi * smooth(progress))
        ground = _ground(avatar, person, smooth(progress))
        return _card(picture, ground, turn if front else turn - pi, 1 - 0.22 * away)


def _ground(avatar: Pixels, person: Pixels, share: float) -> Pixels:
    """What is seen beside the card: both pictures, far out of focus and a little darker."""
    height, width = avatar.shape[:2]
    size = (max(2, width // 24), max(2, height // 24))
    small = [cv2.resize(p, size, interpolation=cv2.INTER_AREA) for p in (avatar, person)]
    both = cv2.GaussianBlur(cv2.addWeighted(small[0], 1 - share, small[1], share, 0), (0, 0), 3)
    wide = np.asarray(cv2.resize(both, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
    wide[..., :3] = wide[..., :3] * 0.72
    wide[..., 3] = 255
    return wide


def _card(picture: Pixels, ground: Pixels, turn: float, scale: float) -> Pixels:
    height, width = picture.shape[:2]
    half_w, half_h = width / 2 * scale, height / 2 * scale
    eye = 2.4 * width
    corners = []
    for x, y in ((-half_w, -half_h), (half_w, -half_h), (half_w, half_h), (-half_w, half_h)):
        near = eye / (eye + x * sin(turn))
        corners.append((width / 2 + x * cos(turn) * near, height / 2 + y * near))
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    lens = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    light = 1 - 0.35 * abs(sin(turn))
    lit = picture.copy()
    lit[..., :3] = picture[..., :3] * light
    result = ground.copy()
    cv2.warpPerspective(
        lit,
        lens,
        (width, height),
        dst=result,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    return result
