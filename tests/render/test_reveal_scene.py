"""The last scene: avatar, change, name, rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kindreel import paths
from kindreel.errors import MediaError
from kindreel.model.board import Reveal
from kindreel.model.ids import CreatorId, MediaId
from kindreel.model.plugins import UnknownReveal
from kindreel.model.project import Project
from kindreel.model.reveal import Arrangement, Consent, Creator, Portrait
from kindreel.render import people
from kindreel.render.faces import find_face
from kindreel.render.frame import Stage
from kindreel.render.layout import boxes
from kindreel.render.people import Cast
from kindreel.render.sources import Sources
from kindreel.render.turns import SAFE, turn_at
from stage_examples import creator, project, scene, shown

PERSON = MediaId("amara_person.jpg")


def cast_folder(media: MediaId) -> Path:
    return paths.resource("samples", "cast", media)


def photo(number: int = 0, *, consent: bool = True) -> Creator:
    return creator(
        person=Portrait(media=PERSON),
        avatar=Portrait(media=MediaId("amara.svg"), left_eye=(0.45, 0.35), right_eye=(0.55, 0.36)),
        consent=Consent(given=consent),
    ) if number == 0 else replace(photo(), id=CreatorId(str(number)))  # fmt: skip


def with_people(count: int, arrangement: Arrangement) -> Project:
    made = project(creators=tuple(photo(n) for n in range(count)))
    board = made.board()
    reveal = replace(board.reveal, arrangement=arrangement)
    return replace(made, boards=(replace(board, reveal=reveal),))


def at_frame(made: Project, frame: int) -> np.ndarray:
    return Stage(cast_folder).render(made, made.board(), frame, (108, 192))


def test_a_turn_has_its_four_parts():
    reveal = project().board().reveal
    assert turn_at(reveal, 0).change == 0
    assert turn_at(reveal, reveal.avatar).change == 0
    assert 0 < turn_at(reveal, reveal.avatar + 5).change < 1
    assert turn_at(reveal, reveal.avatar + reveal.change).change == 1
    assert turn_at(reveal, reveal.avatar + reveal.change - 1).name == 0
    assert turn_at(reveal, reveal.length - 1).name == 1


def test_creators_come_in_turn():
    made = with_people(2, "in_turn")
    reveal = made.board().reveal
    assert turn_at(reveal, reveal.turn).number == 1
    assert turn_at(reveal, reveal.turn).change == 0


def test_the_person_stands_where_the_avatar_looked_from():
    made = with_people(1, "in_turn")
    first = made.creators[0]
    pair = people.pair(
        Cast.of(first, made.board().reveal.background, 0.0), (270, 480), Sources(cast_folder)
    )
    eyes = find_face(cast_folder(PERSON))
    assert eyes is not None
    found = people.faces.eyes_on(pair.person)
    assert found is not None
    middle = (
        (found.left[0] + found.right[0]) / 2 * 270,
        (found.left[1] + found.right[1]) / 2 * 480,
    )
    assert abs(middle[0] - pair.face.x) < 4
    assert abs(middle[1] - pair.face.y) < 4


def test_a_photo_is_never_stretched():
    pixels = np.zeros((300, 700, 4), np.uint8)
    for size in ((108, 192), (192, 108), (100, 100)):
        matrix = people.cover(pixels, None, size)
        assert matrix.a == matrix.d
        assert matrix.e <= 0
        assert matrix.f <= 0
        assert matrix.e + 700 * matrix.a >= size[0] - 1e-6
        assert matrix.f + 300 * matrix.d >= size[1] - 1e-6


def test_without_a_yes_the_person_is_grey_and_without_a_name():
    made = project(creators=(photo(consent=False),))
    rest = made.board().length - 1
    frame = at_frame(made, rest)[:80, :, :3].astype(int)
    assert np.abs(frame.max(axis=2) - frame.min(axis=2)).max() <= 2
    named = project(creators=(replace(photo(consent=False), name="Somebody Else"),))
    assert np.array_equal(at_frame(named, rest), at_frame(made, rest))


def test_a_creator_without_pictures_has_stand_ins():
    made = project(creators=(creator(),))
    assert not np.array_equal(shown(made, 0), shown(made, made.board().length - 1))


def test_a_reveal_without_creators_is_shown_all_the_same():
    shown(project(creators=()), 3)


@pytest.mark.parametrize("arrangement", ["in_turn", "together"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 9])
def test_names_stand_in_what_all_platforms_leave_free(count: int, arrangement: Arrangement):
    made = with_people(count, arrangement)
    board = made.board()
    names = [b for b in boxes(made, board, board.length - 1) if b.kind == "name"]
    assert len(names) == (count if arrangement == "together" and count > 1 else 1)
    for box in names:
        xs, ys = zip(*box.quad, strict=True)
        assert SAFE[0] <= min(xs)
        assert max(xs) <= SAFE[2]
        assert SAFE[1] <= min(ys)
        assert max(ys) <= SAFE[3]


def test_a_person_may_be_a_clip_that_starts_with_the_change(tmp_path: Path):
    import cv2

    clip = cv2.VideoWriter(str(tmp_path / "p.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), 30, (64, 96))
    for level in range(0, 240, 8):
        clip.write(np.full((96, 64, 3), level, np.uint8))
    clip.release()
    made = project(creators=(creator(person=Portrait(media=MediaId("p.mp4"))),))
    board, stage = made.board(), Stage(lambda m: tmp_path / m)
    rest = board.reveal.avatar + board.reveal.change
    levels = [stage.render(made, board, rest + n, (54, 96))[5, 27, 0] for n in (0, 3, 6)]
    assert levels[0] < levels[1] < levels[2]
    assert abs(int(levels[1]) - int(levels[0]) - 24) <= 4


def test_an_unknown_reveal_plays_as_a_crossfade():
    unknown, known = project(style=UnknownReveal("later")), project(style=_crossfade())
    assert np.array_equal(shown(unknown, 9), shown(known, 9))


def _crossfade() -> people.RevealStyle:
    from kindreel.reveals.crossfade import Crossfade

    return Crossfade()


def test_a_scene_runs_over_into_the_reveal():
    made = project(scene())
    assert isinstance(made.board().panels[-1], Reveal)
    assert not np.array_equal(shown(made, 39), shown(made, 40))


def test_a_face_is_found_on_a_portrait():
    eyes = find_face(cast_folder(PERSON))
    assert eyes is not None
    assert eyes.left[0] < 0.5 < eyes.right[0]
    assert abs(eyes.left[1] - eyes.right[1]) < 0.03


def test_no_face_is_no_error(tmp_path: Path):
    import cv2

    cv2.imwrite(str(tmp_path / "plain.png"), np.full((200, 200, 3), 128, np.uint8))
    assert find_face(tmp_path / "plain.png") is None


def test_a_damaged_photo_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    with pytest.raises(MediaError, match="cannot be read"):
        find_face(tmp_path / "bad.png")
