"""The three invented creators of the sample."""

from __future__ import annotations

from kindreel.model.ids import CreatorId, fresh
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.samples.materials import Materials

_AVATAR_EYES = {"amara": (66.0, -238.0), "jun": (68.0, -236.0), "lucia": (62.0, -238.0)}
_PERSON_EYES = ((0.4017, 0.3380), (0.5983, 0.3380))
_NAMES = {
    "amara": ("Amara Osei", "amara.draws", "I draw boats that carry kind words."),
    "jun": ("Jun Park", "junframes", "Forty nights, one paper boat."),
    "lucia": ("Lucía Moreno", "lucia.loops", "A person reads every comment."),
}


def _avatar(materials: Materials, who: str) -> Portrait:
    """The whole drawing, its eyes where the artist put them."""
    media, (width, height) = materials.picture("samples", "cast", who)
    x, y = _AVATAR_EYES[who]
    across, down = x * 1.22, y * 1.22 + 24 + 790
    left, right = (width / 2 - across) / width, (width / 2 + across) / width
    return Portrait(media=media, left_eye=(left, down / height), right_eye=(right, down / height))


def creator(materials: Materials, who: str) -> Creator:
    """One of the three, with avatar, painted portrait and consent: they are our own invention."""
    name, handle, line = _NAMES[who]
    person = Portrait(
        media=materials.portrait(who), left_eye=_PERSON_EYES[0], right_eye=_PERSON_EYES[1]
    )
    return Creator(
        id=CreatorId(fresh()),
        name=name,
        handle=handle,
        line=line,
        avatar=_avatar(materials, who),
        person=person,
        consent=Consent(given=True, on="2026-11-22"),
    )
