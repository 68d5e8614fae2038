"""The sample project and the templates: whole, within limits, ready to be shown and changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kindreel import samples, start
from kindreel.export.looks.contrast import hard_to_read
from kindreel.export.looks.wording import unkind
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.layers import BubbleLayer, ClipLayer, ImageLayer, TextLayer
from kindreel.model.project import Project
from kindreel.paths import resource
from kindreel.render.frame import Stage
from kindreel.samples import Template
from kindreel.store.media import MediaStore

SIZE = (108, 192)
EVERY = samples.templates()
NAMES = [t.name for t in EVERY]


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "Test.kindreel")


def media_of(project: Project) -> Iterator[MediaId]:
    for board in project.boards:
        for sound in board.music:
            yield sound.media
        for panel in board.panels:
            yield from (sound.media for sound in panel.sounds)
            for layer in panel.layers:
                if isinstance(layer, ImageLayer):
                    yield layer.media
                if isinstance(layer, ClipLayer):
                    yield from layer.media
    for creator in project.creators:
        yield from (p.media for p in (creator.avatar, creator.person) if p is not None)


def ids_of(project: Project) -> list[str]:
    found: list[str] = [project.id, *(c.id for c in project.creators)]
    found += [s.id for s in project.styles]
    for board in project.boards:
        found += [board.id, *(s.id for s in board.music)]
        for panel in board.panels:
            found += [panel.id, *(layer.id for layer in panel.layers)]
            found += [s.id for s in panel.sounds] + [c.id for c in panel.captions]
    return found


def assert_whole(project: Project, media: MediaStore) -> None:
    ids = ids_of(project)
    assert len(set(ids)) == len(ids)
    assert media.missing(set(media_of(project))) == ()
    for board in project.boards:
        assert_captions_fit(board)


def assert_captions_fit(board: Board) -> None:
    for panel in board.panels:
        last = 0
        for caption in panel.captions:
            assert last <= caption.start
            last = caption.start + caption.length
            assert last <= panel.length
            assert " ".join(w.text for w in caption.words) == caption.text
            assert all(w.start >= 0 and w.length >= 1 for w in caption.words)
            assert max(w.start + w.length for w in caption.words) <= caption.length
            said = len(caption.text) / (caption.length / 30)
            assert said <= 21, f"{said:.0f} letters a second: {caption.text}"


def test_the_sample_is_a_short_series_of_three_people(media: MediaStore) -> None:
    project = samples.one_kind_comment(media)
    board = project.board()
    assert_whole(project, media)
    assert 20 <= board.seconds <= 25
    assert len(project.creators) == len(project.boards) == 3
    assert all(15 <= b.seconds <= 90 for b in project.boards)
    assert board.reveal.creators == tuple(c.id for c in project.creators)
    assert all(c.consent.holds and c.person and c.person.left_eye for c in project.creators)
    assert all(any(s.role == "voice" for s in p.sounds) for p in board.panels)
    assert board.music


def test_our_own_words_are_not_called_unkind(media: MediaStore) -> None:
    projects = [samples.one_kind_comment(media), *(t.build(media, "") for t in EVERY)]
    for project in projects:
        for board in project.boards:
            assert [f.sentence for f in unkind(board, start.unkind)] == []


def test_the_sample_is_drawn_without_a_stand_in(media: MediaStore) -> None:
    project = samples.one_kind_comment(media)
    stage = Stage(media.path)
    for board in project.boards:
        for span in board.spans():
            stage.render(project, board, span.start + span.length // 2, SIZE)
    assert stage.problems() == ()


def test_there_are_the_blank_board_and_six_themes() -> None:
    assert NAMES[0] == "blank"
    assert len(NAMES) == len(set(NAMES)) == 7


@pytest.mark.parametrize("template", EVERY, ids=NAMES)
def test_a_template_is_whole_and_tells_its_length(template: Template, media: MediaStore) -> None:
    project = template.build(media, "")
    board = project.board()
    assert_whole(project, media)
    assert len(board.panels) == template.panels
    assert board.seconds == pytest.approx(template.seconds, abs=0.05)
    assert template.name == "blank" or (30 <= board.seconds <= 48 and 4 <= len(board.scenes) <= 7)


@pytest.mark.parametrize("template", EVERY, ids=NAMES)
def test_a_template_waits_for_its_creator(template: Template, media: MediaStore) -> None:
    project = template.build(media, "Noor Haddad")
    (creator,) = project.creators
    assert creator.name == "Noor Haddad"
    assert project.board().reveal.creators == (creator.id,)
    assert creator.avatar is not None
    assert not creator.consent.holds


@pytest.mark.parametrize("template", EVERY[1:], ids=NAMES[1:])
def test_a_template_is_drawn_without_a_stand_in(template: Template, media: MediaStore) -> None:
    project = template.build(media, "")
    board = project.board()
    stage = Stage(media.path)
    for span in board.spans():
        stage.render(project, board, span.start + span.length * 3 // 5, SIZE)
    assert stage.problems() == ()


@pytest.mark.parametrize("template", EVERY[1:], ids=NAMES[1:])
def test_words_that_stand_still_are_inside_what_the_apps_leave_free(
    template: Template, media: MediaStore
) -> None:
    for scene in template.build(media, "").board().scenes:
        for layer in scene.layers:
            if isinstance(layer, TextLayer | BubbleLayer) and layer.parent is None:
                x, y = layer.transform.x, layer.transform.y
                assert x.keys or 60 <= x.base <= 910
                assert y.keys or 180 <= y.base <= 1500


def test_all_samples_together_stay_small() -> None:
    folders = (resource("samples"), resource("templates"))
    shipped = [p for f in folders for p in f.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    assert sum(p.stat().st_size for p in shipped) < 6_000_000


@pytest.mark.slow
@pytest.mark.parametrize("template", EVERY, ids=NAMES)
def test_a_template_s_words_stand_out(template: Template, media: MediaStore) -> None:
    project = template.build(media, "")
    stage, board = Stage(media.path), project.board()
    assert not [f for s in board.spans() for f in hard_to_read(stage, project, board, s)]
