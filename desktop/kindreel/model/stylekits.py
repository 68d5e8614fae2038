"""The style kits that ship: any board can be seen in each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kindreel.model.colour import Colour
from kindreel.model.ids import StyleId
from kindreel.model.layers import CaptionLook
from kindreel.model.project import StyleKit


def _kit(name: str, family: str, colours: str, **more: float) -> StyleKit:
    look = CaptionLook()
    return StyleKit(
        id=StyleId(f"kindreel.{name.lower()}"),
        name=name,
        palette=tuple(Colour(c) for c in colours.split()),
        caption_look=replace(look, style=replace(look.style, family=family)),
        boil=more.get("boil", 0.0),
        step=int(more.get("step", 1)),
        paper=more.get("paper", 0.0),
        sketch=more.get("sketch", 0.0),
    )


KITS: Final = (
    _kit("Storybook", "Fredoka", "#FDF3DF #E4572E #F3A712 #29335C #FFFFFF", paper=0.7),
    _kit("Diary", "Caveat", "#FAF7F0 #3D5A80 #EE6C4D #293241 #FFFFFF", sketch=0.8, paper=0.5),
    _kit("Comic", "Luckiest Guy", "#FFE066 #F25F5C #247BA0 #50514F #FFFFFF", step=2),
    _kit("Marker", "Permanent Marker", "#E0FBFC #7B2CBF #FF9E00 #240046 #FFFFFF", boil=5.0, step=2),
    _kit("Night", "Inter", "#1B1B3A #F64740 #A3F7B5 #F4F1DE #2E2E5A", boil=2.0),
)
