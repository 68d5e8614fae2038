"""The blank board: nothing but the reveal that every video ends with."""

from __future__ import annotations

from kindreel.model.board import Beat
from kindreel.model.colour import Colour, Gradient
from kindreel.model.project import Project
from kindreel.reveals.heart_iris import HeartIris
from kindreel.samples.materials import Materials, Media
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody

THEME = Theme(
    "blank",
    "Blank board",
    (Colour("#FFF4EC"), Colour("#FF7A66"), Colour("#FFC857"), Colour("#2A2027"), Colour("#FFFFFF")),
)
_WARM = Gradient(((0.0, Colour("#FFE7CF")), (1.0, Colour("#FF9E86"))))


def build(media: Media, creator_name: str = "") -> Project:
    """A new project with one empty scene and its reveal."""
    m = Materials(media)
    who = somebody(m, creator_name)
    first = scene(Beat.HOOK, "First scene", 5.0, (), background=_WARM)
    return assemble(m, THEME, who, (first,), reveal(m, who, HeartIris(), _WARM), "AnimatedKindness")


TEMPLATE = Template(
    THEME.name, THEME.title, "One empty scene, and the reveal already waiting.", 2, 11.3, build
)
