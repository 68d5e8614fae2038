"""Contact sheets: every plug-in, sticker and text look on paper, to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import sin
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PySide6.QtGui import QColor, QPainter

from kindreel import effects, paths, registry, reveals, transitions
from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.colour import CORAL, INK, Colour, Gradient, Solid
from kindreel.model.curves import Curve
from kindreel.model.ids import (
    BoardId,
    CaptionId,
    CreatorId,
    LayerId,
    MediaId,
    ProjectId,
    SceneId,
    SoundId,
    StyleId,
)
from kindreel.model.layers import (
    BubbleLayer,
    CameraLayer,
    ImageLayer,
    Layer,
    StickerLayer,
    TextLayer,
    TextStyle,
    Transform,
)
from kindreel.model.plugins import Effect, RevealStyle, TransitionStyle
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Caption, Sound
from kindreel.model.stylekits import KITS
from kindreel.model.voice import packed
from kindreel.render import stickers
from kindreel.render.frame import Stage
from kindreel.render.raster import Pixels, as_image
from kindreel.reveals.crossfade import Crossfade

TILE: Final = (216, 384)
_LABEL: Final = 210
_GAP: Final = 10
_LENGTH: Final = 60
_WHOLE_PICTURE: Final = ("vignette", "film_grain", "paper")

Row = tuple[str, Sequence[Pixels]]


def _media(media: MediaId) -> Path:
    return paths.resource("samples", "cast", media)


def _at(x: float, y: float, **curves: Curve) -> Transform:
    return Transform(x=Curve(x), y=Curve(y), **curves)


def _stage() -> Stage:
    return Stage(_media)


def _avatar(ident: str, x: float, y: float, side: float) -> ImageLayer:
    media = MediaId("amara.svg")
    return ImageLayer(id=LayerId(ident), media=media, size=(side, side), transform=_at(x, y))


def _day() -> Scene:
    ground = Gradient(((0.0, Colour("#FFE3B3")), (1.0, Colour("#FF9E80"))))
    words = TextStyle(family="Fredoka", size=110, weight=600, colour=INK)
    layers: tuple[Layer, ...] = (
        _avatar("amara", 540, 1380, 1300),
        TextLayer(
            id=LayerId("t"), text="Kind words\nstay 💛", style=words, transform=_at(540, 430)
        ),
        StickerLayer(id=LayerId("s"), sticker="sun", size=260, transform=_at(850, 180)),
    )
    return Scene(id=SceneId("day"), length=_LENGTH, background=ground, layers=layers)


def _night() -> Scene:
    ground = Gradient(((0.0, Colour("#3B2A63")), (1.0, Colour("#121638"))))
    layers: tuple[Layer, ...] = (
        BubbleLayer(
            id=LayerId("b"), text="this made my day", author="@jun", transform=_at(540, 700)
        ),
        StickerLayer(id=LayerId("s"), sticker="star", size=240, transform=_at(260, 330)),
        StickerLayer(id=LayerId("h"), sticker="heart_sparkle", size=520, transform=_at(540, 1280)),
    )
    return Scene(id=SceneId("night"), length=_LENGTH, background=ground, layers=layers)


def _reveal(style: RevealStyle) -> Reveal:
    ground = Gradient(((0.0, Colour("#FFC3B2")), (1.0, Colour("#FF8E7C"))))
    return Reveal(
        id=SceneId("reveal"),
        style=style,
        creators=(CreatorId("amara"),),
        background=ground,
        avatar=1,
        change=100,
        name=20,
        hold=20,
    )


def _project(*scenes: Scene, style: RevealStyle | None = None) -> Project:
    board = Board(id=BoardId("b"), reveal=_reveal(style or Crossfade()), scenes=scenes)
    amara = Creator(
        id=CreatorId("amara"),
        name="Amara Osei",
        handle="amara.draws",
        avatar=Portrait(
            media=MediaId("amara.svg"), left_eye=(0.432, 0.357), right_eye=(0.568, 0.357)
        ),
        person=Portrait(media=MediaId("amara_person.jpg")),
        consent=Consent(given=True),
    )
    return Project(id=ProjectId("p"), title="Gallery", boards=(board,), creators=(amara,))


def _frames(project: Project, frames: Iterable[int], size: tuple[int, int] = TILE) -> list[Pixels]:
    stage, board = _stage(), project.board()
    return [stage.render(project, board, frame, size) for frame in frames]


def _with_effect(kind: str, effect: Effect) -> Project:
    voice = packed(sin(i / 5) for i in range(200))
    said = Sound(id=SoundId("v"), media=MediaId("voice"), levels=voice)
    scene = replace(_day(), sounds=(said,))
    if kind in _WHOLE_PICTURE:
        camera = CameraLayer(id=LayerId("camera"), effects=(effect,))
        return _project(replace(scene, layers=(*scene.layers, camera)))
    layers = tuple(replace(layer, effects=(effect,)) for layer in scene.layers)
    return _project(replace(scene, layers=layers))


def _effect_rows() -> Iterable[Row]:
    for kind, cls in effects.shelf:
        yield kind, _frames(_with_effect(kind, cls()), (0, 5, 10, 16, 30, 59))


def _transition_rows() -> Iterable[Row]:
    for kind, cls in transitions.shelf:
        yield kind, _transition(cls())


def _transition(style: TransitionStyle) -> list[Pixels]:
    entry = Transition(style=style, length=49)
    project = _project(_day(), replace(_night(), entry=entry))
    return _frames(project, [_LENGTH + f for f in (2, 11, 20, 29, 38, 46)])


def _reveal_rows() -> Iterable[Row]:
    for kind, cls in reveals.shelf:
        yield kind, _frames(_project(style=cls()), (0, 16, 34, 51, 68, 86, 140))


def _style_rows() -> Iterable[Row]:
    scene = replace(_night(), background=Solid(Colour("#FFF4EC")))
    words = TextStyle(size=110, weight=700, colour=INK)
    title = TextLayer(id=LayerId("t"), text="Kind words stay", style=words, transform=_at(540, 160))
    figure = _avatar("amara", 540, 1560, 900)
    caption = Caption(id=CaptionId("c"), text="One comment can change a day", length=_LENGTH)
    scene = replace(scene, layers=(*scene.layers, title, figure), captions=(caption,))
    for shipped in (StyleKit(id=StyleId("as made"), name="As made"), *KITS):
        # The caption goes off the face of this crowded scene.
        kit = replace(shipped, caption_look=replace(shipped.caption_look, y=0.9))
        made = _project(scene)
        board = replace(made.board(), style=kit.id)
        yield (
            kit.name,
            _frames(replace(made, boards=(board,), styles=(kit,)), (0, 10, 20, 30, 40, 50)),
        )


def _sticker_rows() -> Iterable[Row]:
    colours = (CORAL, Colour("#FFC857"), Colour("#7C6CF0"), Colour("#3FB6A8"))
    names = stickers.names()
    for start in range(0, len(names), 3):
        few = names[start : start + 3]
        yield ", ".join(few), [_sticker(name, colour) for name in few for colour in colours[:2]]


def _sticker(name: str, colour: Colour) -> Pixels:
    width, height = TILE
    tile = np.full((height, width, 4), 255, np.uint8)
    tile[..., :3] = (238, 246, 255)
    drawn = stickers.draw(name, width - 24, colour)
    top = (height - drawn.shape[0]) // 2
    part = tile[top : top + drawn.shape[0], 12 : 12 + drawn.shape[1]]
    rest = 255 - drawn[..., 3:].astype(np.uint16)
    part[:] = drawn + (part * rest // 255).astype(np.uint8)
    return tile


def _sheet(rows: Iterable[Row]) -> Pixels:
    listed = list(rows)
    columns = max(len(tiles) for _, tiles in listed)
    width = _LABEL + columns * (TILE[0] + _GAP) + _GAP
    height = len(listed) * (TILE[1] + _GAP) + _GAP
    sheet = np.full((height, width, 4), 255, np.uint8)
    sheet[..., :3] = (34, 28, 30)
    for row, (_, tiles) in enumerate(listed):
        top = _GAP + row * (TILE[1] + _GAP)
        for column, tile in enumerate(tiles):
            left = _LABEL + _GAP + column * (TILE[0] + _GAP)
            sheet[top : top + TILE[1], left : left + TILE[0]] = tile
    _label(sheet, [registry.title(name) for name, _ in listed])
    return sheet


def _label(sheet: Pixels, names: Sequence[str]) -> None:
    image = as_image(sheet)
    painter = QPainter(image)
    face = painter.font()
    face.setFamilies(["Inter"])
    face.setPixelSize(24)
    painter.setFont(face)
    painter.setPen(QColor("#FFE9E2"))
    for row, name in enumerate(names):
        top = _GAP + row * (TILE[1] + _GAP)
        painter.drawText(16, top, _LABEL - 20, TILE[1], 0x1080, name)  # centred upright, wrapped
    painter.end()


SHEETS: Final[dict[str, Callable[[], Iterable[Row]]]] = {
    "effects": _effect_rows,
    "transitions": _transition_rows,
    "reveals": _reveal_rows,
    "styles": _style_rows,
    "stickers": _sticker_rows,
}


def contact_sheets(out: Path) -> list[Path]:
    """Write one PNG for each shelf into a folder; the files written."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in SHEETS.items():
        path = out / f"{name}.png"
        done, data = cv2.imencode(".png", _sheet(rows())[..., :3])
        assert done
        path.write_bytes(data.tobytes())
        written.append(path)
    return written
