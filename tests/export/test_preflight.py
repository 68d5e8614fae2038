"""A look over a board finds what viewers would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from kindreel import paths
from kindreel.effects import shelf as registry
from kindreel.errors import NotFoundError
from kindreel.export import ffmpeg
from kindreel.export.looks.flashes import SIZE, flashing
from kindreel.export.preflight import Finding, Severity, preflight
from kindreel.jobs import Cancelled
from kindreel.model.board import Board, Transition
from kindreel.model.colour import Colour, Solid
from kindreel.model.curves import Curve, Hold, Key
from kindreel.model.edits.boards import set_style
from kindreel.model.ids import CreatorId, LayerId, MediaId, StyleId
from kindreel.model.layers import ClipLayer, ShapeLayer, TextLayer, TextStyle, Transform
from kindreel.model.plugins import Effect
from kindreel.model.project import StyleKit
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.time import THIRTY
from kindreel.transitions import shelf as transitions
from studio import Studio


def kinds(findings: tuple[Finding, ...]) -> set[str]:
    return {f.kind for f in findings}


def looked(studio: Studio, board: Board, **more: object) -> tuple[Finding, ...]:
    return preflight(studio.project(board), board, studio.media, **more)


def with_text(board: Board, text: TextLayer) -> Board:
    first = replace(board.scenes[0], layers=(text,), captions=())
    return replace(board, scenes=(first, *board.scenes[1:]))


def text(y: float, **style: object) -> TextLayer:
    return TextLayer(
        id=LayerId("words"),
        text="You matter",
        style=TextStyle(**style),
        transform=Transform(x=Curve(480.0), y=Curve(y)),
    )


def big(studio: Studio) -> Board:
    return studio.board(scenes=1, length=30, size=(1080, 1920))


def test_a_person_who_has_not_said_yes_blocks(studio: Studio):
    board = studio.board()
    kim = Creator(id=CreatorId("kim"), name="Kim")
    board = replace(board, reveal=replace(board.reveal, creators=(kim.id,)))
    project = replace(studio.project(board), creators=(kim,))
    found = preflight(project, board, studio.media)
    assert found[0].kind == "consent"
    assert found[0].severity is Severity.BLOCK
    assert found[0].sentence == "Kim has not said yes to being shown."
    said_yes = replace(kim, consent=Consent(given=True))
    found = preflight(replace(project, creators=(said_yes,)), board, studio.media)
    assert "consent" not in kinds(found)


def test_words_under_a_platform_s_buttons_are_told_and_moved(studio: Studio):
    board = with_text(big(studio), text(y=1800.0))
    project = studio.project(board)
    found = next(f for f in preflight(project, board, studio.media) if f.kind == "safe_zone")
    assert "TikTok" in found.sentence
    assert found.fix is not None
    moved = found.fix.edit(project)
    assert "safe_zone" not in kinds(preflight(moved, moved.boards[0], studio.media))


def test_words_in_the_free_middle_are_fine(studio: Studio):
    assert "safe_zone" not in kinds(looked(studio, with_text(big(studio), text(y=700.0))))


def test_pale_words_on_a_pale_picture_are_told_and_plated(studio: Studio):
    board = with_text(big(studio), text(y=700.0, colour=Colour("#FFF0C0")))
    pale = replace(board.scenes[0], background=Solid(Colour("#FFFFFF")))
    board = replace(board, scenes=(pale,))
    project = studio.project(board)
    found = next(f for f in preflight(project, board, studio.media) if f.kind == "contrast")
    assert found.fix is not None
    plated = found.fix.edit(project)
    assert "contrast" not in kinds(preflight(plated, plated.boards[0], studio.media))


def test_contrast_is_that_of_the_style_kit_s_colours(studio: Studio):
    board = with_text(big(studio), text(y=700.0, colour=Colour("#FFFFFF")))
    dark = replace(board.scenes[0], background=Solid(Colour("#303030")))
    project = studio.project(replace(board, scenes=(dark,)))
    assert "contrast" not in kinds(preflight(project, project.boards[0], studio.media))
    usual = StyleKit(id=StyleId("night"), name="Night")
    night = replace(usual, palette=(*usual.palette[:4], Colour("#383040")))
    project = set_style(project, board.id, night)
    found = preflight(project, project.boards[0], studio.media)
    (one,) = [f for f in found if f.kind == "contrast"]
    assert one.fix is not None
    plated = one.fix.edit(project)
    assert "contrast" not in kinds(preflight(plated, plated.boards[0], studio.media))


def test_dark_words_on_a_pale_picture_are_fine(studio: Studio):
    board = with_text(big(studio), text(y=700.0, colour=Colour("#222222")))
    assert "contrast" not in kinds(looked(studio, board))


def grey(level: int) -> np.ndarray:
    return np.full((SIZE[1], SIZE[0], 4), level, np.uint8)


@pytest.mark.parametrize(
    ("level_at", "flashes"),
    [
        (lambda n: 255 if n // 3 % 2 else 0, True),  # five flashes a second
        (lambda n: 255 if n // 10 % 2 else 0, False),  # one and a half
        (lambda n: 128 + n % 2 * 8, False),  # often, but hardly to be seen
        (lambda n: min(255, n * 2), False),  # brighter and brighter
    ],
)
def test_more_than_three_flashes_a_second_are_found(
    level_at: Callable[[int], int], *, flashes: bool
):
    pictures = ((n, grey(level_at(n))) for n in range(90))
    assert bool(list(flashing(pictures, THIRTY))) is flashes


def test_small_flashes_do_not_count():
    def picture(n: int) -> np.ndarray:
        made = grey(0)
        made[:20, :20] = 255 * (n // 2 % 2)
        return made

    assert not list(flashing(((n, picture(n)) for n in range(90)), THIRTY))


def test_red_flashes_count_even_when_they_are_dark():
    def picture(n: int) -> np.ndarray:
        made = grey(0)
        made[..., 2] = 130 * (n // 3 % 2)
        return made

    found = list(flashing(((n, picture(n)) for n in range(90)), THIRTY))
    assert any(f.red for f in found)


WHITE, BLACK = Solid(Colour("#FFFFFF")), Solid(Colour("#000000"))


def lamp(*effects: Effect, opacity: Curve | None = None) -> ShapeLayer:
    """A white half of the picture."""
    place = Transform(x=Curve(54.0), y=Curve(96.0), opacity=opacity or Curve(1.0))
    return ShapeLayer(
        id=LayerId("lamp"), size=(200.0, 100.0), fill=WHITE, transform=place, effects=effects
    )


def lit(studio: Studio, layer: ShapeLayer, frames: int = 90) -> Board:
    board = studio.board(scenes=1, length=frames)
    dark = replace(board.scenes[0], background=BLACK, layers=(layer,), captions=())
    return replace(board, scenes=(dark,))


def blinking(studio: Studio) -> Board:
    keys = (Key(0, 0.0), Key(20, 1.0), *(Key(40 + 3 * n, n % 2, Hold()) for n in range(12)))
    return lit(studio, lamp(opacity=Curve(0.0, keys)))


def swinging(studio: Studio) -> Board:
    return lit(studio, lamp(registry.get("swing")(angle=90.0, period=0.2, calming=0.0)))


def hurried(studio: Studio) -> Board:
    """Black and white scenes of four frames."""
    board = studio.board(scenes=14)
    scenes = tuple(
        replace(s, length=4, background=(BLACK, WHITE)[n % 2], layers=(), captions=(), entry=None)
        for n, s in enumerate(board.scenes)
    )
    return replace(board, scenes=scenes)


def dipping(studio: Studio) -> Board:
    """White scenes, with the blink of an eye between."""
    dip = Transition(style=transitions.get("dip")(), length=6)
    board = studio.board(scenes=10, length=7)
    scenes = tuple(
        replace(s, background=WHITE, layers=(), captions=(), entry=dip) for s in board.scenes
    )
    return replace(board, scenes=scenes)


@pytest.mark.parametrize(
    ("made", "label"),
    [
        (blinking, "Soften the flashing layer"),
        (swinging, "Soften the flashing layer"),
        (hurried, "Let each scene last longer"),
        (dipping, "Cross-fade instead"),
    ],
)
def test_flashes_are_told_and_calmed(studio: Studio, made: Callable[[Studio], Board], label: str):
    board = made(studio)
    project = studio.project(board)
    found = [f for f in preflight(project, board, studio.media) if f.kind == "flash"]
    assert found
    assert {f.fix.label for f in found if f.fix} == {label}
    assert found[0].fix is not None
    calm = found[0].fix.edit(project)
    assert "flash" not in kinds(preflight(calm, calm.boards[0], studio.media))


def test_what_is_not_quick_is_left_when_flashes_are_calmed(studio: Studio):
    board = blinking(studio)
    project = studio.project(board)
    found = next(f for f in preflight(project, board, studio.media) if f.kind == "flash")
    assert found.fix is not None
    (calm,) = found.fix.edit(project).boards[0].scenes[0].layers
    keys = calm.transform.opacity.keys
    assert [k.value for k in keys[:2]] == [0.0, 1.0]
    assert 0.3 < min(k.value for k in keys[2:]) < max(k.value for k in keys[2:]) < 0.7


def test_a_clip_that_flashes_by_itself_has_no_fix(studio: Studio):
    film = studio.media(MediaId("strobe.mp4"))
    strobe: ffmpeg.Options = {"f": "lavfi"}
    source = ffmpeg.Input("color=white:s=108x192:r=30:d=2,geq=lum='255*mod(floor(N/3),2)'", strobe)
    ffmpeg.run(ffmpeg.command([source], ffmpeg.file(film), {"c:v": "libx264"}))
    clip = ClipLayer(
        id=LayerId("clip"), media=(MediaId("strobe.mp4"),), size=(108.0, 192.0),
        transform=Transform(x=Curve(54.0), y=Curve(96.0)),
    )  # fmt: skip
    board = studio.board(scenes=1, length=60)
    board = replace(board, scenes=(replace(board.scenes[0], layers=(clip,), captions=()),))
    found = [f for f in looked(studio, board) if f.kind == "flash"]
    assert found
    assert all(f.fix is None for f in found)


def test_unkind_words_are_told_unless_they_are_part_of_the_story(studio: Studio):
    board = with_text(big(studio), text(y=700.0))
    project = studio.project(board)

    def judge(texts: list[str]) -> list[bool]:
        return [words == "You matter" for words in texts]

    found = preflight(project, board, studio.media, judge)
    one = next(f for f in found if f.kind == "unkind_words")
    assert one.fix is not None
    quoted = one.fix.edit(project)
    assert "unkind_words" not in kinds(preflight(quoted, quoted.boards[0], studio.media, judge))


def test_what_is_missing_is_told(studio: Studio):
    board = studio.board(music=(studio.hear(MediaId("gone.wav")),))
    assert "media" in kinds(looked(studio, board))


def test_a_media_folder_that_knows_nothing_is_no_crash(studio: Studio):
    board = studio.board(music=(studio.hear(MediaId("gone.wav")),))

    def unknown(media: MediaId) -> None:
        raise NotFoundError(f"no {media}")

    assert "media" in kinds(preflight(studio.project(board), board, unknown))


def test_a_video_without_sound_is_told(studio: Studio):
    assert "loudness" in kinds(looked(studio, studio.board()))


def test_it_can_be_stopped(studio: Studio):
    def stop(done: int, total: int, doing: str = "") -> None:
        if done > 10:
            raise Cancelled(done, total, doing)

    with pytest.raises(Cancelled):
        looked(studio, studio.board(), progress=stop)


def revealed(studio: Studio, *words: TextLayer) -> tuple[Finding, ...]:
    """A board that reveals a person whose face can be found, with words over the reveal."""
    folder = paths.resource("samples", "cast")
    sam = Creator(
        id=CreatorId("sam"),
        name="Sam",
        avatar=Portrait(media=MediaId("amara.svg")),
        person=Portrait(media=MediaId("amara_person.jpg")),
        consent=Consent(given=True),
    )
    board = studio.board(size=(1080, 1920))
    board = replace(board, reveal=replace(board.reveal, creators=(sam.id,), layers=words))
    project = replace(studio.project(board), creators=(sam,))
    return preflight(project, board, lambda media: folder / media)


def test_words_over_a_real_face_are_told(studio: Studio):
    frame = revealed(studio)
    over = replace(text(y=0.0), transform=Transform(x=Curve(540.0), y=Curve(700.0)), box=(900, 700))
    big_words = replace(over, text="WORDS\nWORDS\nWORDS", style=TextStyle(size=260))
    found = revealed(studio, big_words)
    assert "face_covered" not in kinds(frame)
    assert "face_covered" in kinds(found)
