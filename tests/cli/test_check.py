"""`kindreel check` finds each defect, names its frame, and puts right what can be put right."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kindreel import paths
from kindreel.cli import FINDINGS, main
from kindreel.model.board import Board
from kindreel.model.colour import WHITE, Colour, Solid
from kindreel.model.curves import Curve, Hold, Key
from kindreel.model.ids import CaptionId, CreatorId, LayerId, MediaId, SoundId
from kindreel.model.layers import (
    BubbleLayer,
    CaptionLook,
    ImageLayer,
    ShapeLayer,
    TextLayer,
    TextStyle,
    Transform,
)
from kindreel.model.plugins import UnknownEffect
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Caption, Role, Sound
from kindreel.store.document import Document
from kindreel.store.media import MediaStore
from studio import Studio

GONE = MediaId("0" * 64 + ".png")
Spoil = Callable[[Project, MediaStore], Project]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINDREEL_HOME", str(tmp_path / "home"))


def with_board(project: Project, board: Board) -> Project:
    return replace(project, boards=(board,))


def sane(studio: Studio) -> Project:
    """Five quick seconds in which a person is revealed."""
    person = Creator(id=CreatorId("kim"), name="Kim", handle="kim", consent=Consent(given=True))
    board = studio.board(scenes=2, length=48, size=(1080, 1920))
    scenes = tuple(replace(s, captions=(), layers=()) for s in board.scenes)
    reveal = replace(board.reveal, creators=(person.id,), avatar=30, change=30, name=15, hold=30)
    board = replace(board, scenes=scenes, reveal=reveal)
    return replace(studio.project(board), creators=(person,))


def first_scene(project: Project, **fields: Any) -> Project:
    board = project.board()
    first, *rest = board.scenes
    return with_board(project, replace(board, scenes=(replace(first, **fields), *rest)))


def caption(text: str, start: int = 0, length: int = 90) -> Caption:
    return Caption(id=CaptionId(f"{start}"), text=text, start=start, length=length)


def captions(*said: Caption) -> Spoil:
    return lambda project, _media: first_scene(project, captions=said, length=240)


def words(text: str = "You matter", y: float = 800.0, **style: Any) -> TextLayer:
    place = Transform(x=Curve(480.0), y=Curve(y))
    return TextLayer(
        id=LayerId("words"), text=text, box=(700.0, 200.0), transform=place,
        style=TextStyle(plate=Colour("#FF000000"), **style) if not style else TextStyle(**style),
    )  # fmt: skip


def layers(*shown: Any, ground: str = "#FFFFFFFF") -> Spoil:
    return lambda project, _media: first_scene(
        project, layers=shown, background=Solid(Colour(ground))
    )


def person(**fields: Any) -> Spoil:
    def spoil(project: Project, _media: MediaStore) -> Project:
        return replace(project, creators=(replace(project.creators[0], **fields),))

    return spoil


def shortened(project: Project, _media: MediaStore) -> Project:
    board = project.board()
    return with_board(project, replace(board, scenes=board.scenes[:1]))


def nobody(project: Project, _media: MediaStore) -> Project:
    board = project.board()
    return with_board(project, replace(board, reveal=replace(board.reveal, creators=())))


def covered(project: Project, media: MediaStore) -> Project:
    """A real face, and a huge word in front of it."""
    photo = media.add(paths.resource("samples", "cast", "amara_person.jpg"))
    drawn = media.add(paths.resource("samples", "cast", "amara.svg"))
    kim = replace(project.creators[0], avatar=Portrait(media=drawn), person=Portrait(media=photo))
    big = words("WORDS WORDS WORDS", 700.0, size=220.0)
    big = replace(big, box=(900.0, 700.0))
    board = project.board()
    board = replace(board, reveal=replace(board.reveal, layers=(big,)))
    return replace(with_board(project, board), creators=(kim,))


def blinking(project: Project, media: MediaStore) -> Project:
    keys = tuple(Key(3 * n, n % 2, Hold()) for n in range(15))
    place = Transform(x=Curve(540.0), y=Curve(960.0), opacity=Curve(0.0, keys))
    lamp = ShapeLayer(id=LayerId("lamp"), size=(2000.0, 2000.0), fill=Solid(WHITE), transform=place)
    return layers(lamp, ground="#FF000000")(project, media)


def whispering(project: Project, media: MediaStore) -> Project:
    studio = Studio(media.folder.parents[1])
    tone = 0.001 * np.sin(np.arange(48_000 * 4) / 20)
    file = studio.sound("whisper", tone)
    return first_scene(
        project, sounds=(Sound(id=SoundId("s"), media=media.add(studio.media(file))),)
    )


def silent_music(project: Project, _media: MediaStore) -> Project:
    music = Sound(id=SoundId("m"), media=GONE, role=Role.MUSIC)
    return with_board(project, replace(project.board(), music=(music,)))


def low_captions(project: Project, media: MediaStore) -> Project:
    made = captions(caption("You matter"))(project, media)
    return with_board(made, replace(made.board(), caption_look=CaptionLook(y=0.95)))


def pale_captions(project: Project, media: MediaStore) -> Project:
    made = captions(caption("You matter"))(project, media)
    made = first_scene(made, background=Solid(WHITE))
    look = CaptionLook(style=TextStyle(size=64.0))
    return with_board(made, replace(made.board(), caption_look=look))


PALE_BUBBLE = BubbleLayer(
    id=LayerId("b"), text="You matter", style=TextStyle(size=60.0, colour=Colour("#FFEEEEEE")),
    transform=Transform(x=Curve(480.0), y=Curve(700.0)),
)  # fmt: skip
LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"

CASES: dict[str, tuple[str, Spoil, int, str | None]] = {
    "too short": ("length", shortened, 0, None),
    "nobody revealed": ("reveal", nobody, 96, "Reveal Kim"),
    "no photo": ("reveal", person(person=None), 96, None),
    "no name": ("name", person(name=" "), 96, None),
    "no consent": ("consent", person(consent=Consent()), 96, None),
    "a child's whole name": ("name", person(
        name="Kim Li", consent=Consent(given=True, under_16=True, guardian=True)), 96, None),
    "captions unsaid": ("voice", captions(caption("You matter")), 0, None),
    "a missing file": ("media", layers(ImageLayer(
        id=LayerId("i"), media=GONE, size=(10.0, 10.0))), 0, None),
    "missing music": ("media", silent_music, 0, None),
    "an unknown effect": ("unknown", layers(replace(
        words(), effects=(UnknownEffect("sparkle"),))), 0, None),
    "a hasty caption": ("caption_pace", captions(
        caption("Kind words stay with people", 30, 12)), 30, "Retime the caption"),
    "a lasting caption": ("caption_time", captions(
        caption("Kind words stay", 10, 225)), 10, "Retime the caption"),
    "a late caption": ("caption_time", captions(caption("You matter", 239 + 20)), 239, None),
    "captions at once": ("caption_overlap", captions(
        caption("Kind words", 0, 100), caption("stay", 60, 60)), 0, "Retime the caption"),
    "a long caption": ("caption_lines", captions(caption(LONG, 5, 200)), 5, "Split the caption"),
    "words at the edge": ("safe_zone", layers(words(y=1850.0)), 28, "Move into the safe box"),
    "captions at the edge": (
        "safe_zone", low_captions, 45, "Move the captions into the safe box"),
    "pale words": ("contrast", layers(words(colour=Colour("#FFEEEEEE"), size=90.0)), 28,
        "Put a plate behind the words"),
    "a pale bubble": ("contrast", layers(PALE_BUBBLE), 28, "Recolour the words"),
    "pale captions": ("contrast", pale_captions, 45, "Put a plate behind the captions"),
    "a covered face": ("face_covered", covered, 186, "Move off the face"),
    "flashes": ("flash", blinking, 3, "Soften the flashing layer"),
    "silence": ("loudness", lambda project, _media: project, 0, None),
    "a whisper": ("loudness", whispering, 0, None),
    "unkind words": ("unkind_words", layers(words("you are so ugly, everyone hates you")), 0,
        "Mark as part of the story"),
}  # fmt: skip


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[Any]]:
    """Runs the command on the saved project; gives its findings."""

    def run(*words: str) -> list[Any]:
        code = main(["check", str(tmp_path / "Made.kindreel"), "--json", *words])
        answer = json.loads(capsys.readouterr().out)
        assert code == (FINDINGS if answer["findings"] else 0)
        return list(answer["findings"])

    return run


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_each_defect_is_found_at_its_frame_and_put_right(
    tmp_path: Path, check: Callable[..., list[Any]], name: str
) -> None:
    kind, spoil, frame, fix = CASES[name]
    folder = tmp_path / "Made.kindreel"
    (tmp_path / "studio").mkdir()
    made = sane(Studio(tmp_path / "studio"))
    folder.mkdir()
    project = spoil(made, MediaStore(folder))
    media = folder / "media"
    aside = tmp_path / "aside"
    if media.is_dir():
        media.rename(aside)
    folder.rmdir()
    Document.create(folder, project).close()
    if aside.is_dir():
        aside.rename(media)
    found = [f for f in check() if f["kind"] == kind]
    assert found, check()
    assert frame in [f["frame"] for f in found]
    assert all(f["sentence"].endswith((".", "…")) for f in found)
    here = [f for f in found if f["frame"] == frame]
    assert fix in {f["fix"] for f in here}
    if fix is not None:
        said = {f["sentence"] for f in here}
        assert not said & {f["sentence"] for f in check("--fix")}
        assert not said & {f["sentence"] for f in check()}


def test_it_is_told_in_words_with_place_and_fix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "studio").mkdir()
    made = captions(caption("Kind words stay with people", 30, 12))(
        sane(Studio(tmp_path / "studio")), MediaStore(tmp_path)
    )
    Document.create(tmp_path / "Made.kindreel", made).close()
    main(["check", str(tmp_path / "Made.kindreel")])
    told = capsys.readouterr().out
    assert "warn (1.0 s, frame 30): “Kind words stay with people” is on for 0.4 s" in told
    assert "Fix: Retime the caption." in told
    main(["check", str(tmp_path / "Made.kindreel"), "--fix"])
    assert "done: Retime the caption (frame 30)" in capsys.readouterr().out
