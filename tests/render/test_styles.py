"""The same board in several looks."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from kindreel.model.colour import CORAL, Colour, Solid
from kindreel.model.edits.boards import set_style
from kindreel.model.ids import LayerId, StyleId
from kindreel.model.layers import CaptionLook, StickerLayer, TextStyle
from kindreel.model.project import Project, StyleKit
from kindreel.model.stylekits import KITS
from kindreel.render.styles import styled
from stage_examples import at, caption, every_kind, project, scene, shown

PALETTE = tuple(Colour(c) for c in ("#101030", "#20C060", "#FFC857", "#FFFFFF", "#303060"))


def kit(**more: object) -> StyleKit:
    return StyleKit(id=StyleId("kit"), name="Kit", **more)  # type: ignore[arg-type]


def in_style(made: Project, look: StyleKit) -> Project:
    board = replace(made.board(), style=look.id)
    return replace(made, boards=(board,), styles=(look,))


def board() -> Project:
    plain = scene(*every_kind(), captions=(caption(),))
    return project(replace(plain, background=Solid(Colour("#FFF4EC"))))


def test_a_kit_of_its_usual_values_changes_nothing():
    assert np.array_equal(shown(in_style(board(), kit()), 5), shown(board(), 5))


def test_six_kits_look_six_ways():
    face = CaptionLook(style=TextStyle(family="Caveat", plate=Colour("#FF000000")))
    looks = [
        kit(),
        kit(palette=PALETTE),
        kit(boil=12.0),
        kit(paper=1.0),
        kit(sketch=1.0),
        kit(caption_look=face),
    ]
    frames = [shown(in_style(board(), look), 5).astype(int) for look in looks]
    for one, other in combinations(frames, 2):
        assert np.abs(one - other).mean() > 0.3


def test_a_palette_recolours_what_is_made_of_usual_colours():
    heart = StickerLayer(id=LayerId("h"), sticker="heart", colour=CORAL)
    own = StickerLayer(id=LayerId("o"), sticker="heart", colour=Colour("#123456"))
    panel = replace(scene(heart, own), background=Solid(Colour("#FFF4EC")))
    changed = styled(panel, kit(palette=PALETTE))
    assert changed.background == Solid(PALETTE[0])
    assert [layer.colour for layer in changed.layers] == [PALETTE[1], Colour("#123456")]


def test_boiling_lines_move_while_nothing_else_does():
    still = project(scene(StickerLayer(id=LayerId("h"), sticker="star", transform=at(540, 900))))
    boiling = in_style(still, kit(boil=10.0))
    assert np.array_equal(shown(still, 0), shown(still, 8))
    assert not np.array_equal(shown(boiling, 0), shown(boiling, 8))


@pytest.mark.parametrize("frame", [0, 7, 30])
def test_words_keep_their_sharp_lines(frame: int):
    words = tuple(layer for layer in every_kind() if layer.id == "title")
    made = project(scene(*words))
    assert np.array_equal(shown(in_style(made, kit(boil=10.0)), frame), shown(made, frame))


def test_the_kits_that_ship_look_different_from_each_other_and_from_none():
    made = board()
    seen = [shown(set_style(made, made.board().id, look), 12).astype(int) for look in (None, *KITS)]
    for one, other in combinations(seen, 2):
        assert np.abs(one - other).mean() > 3


def test_a_kit_is_taken_in_once_and_can_be_left_again():
    made = project(scene())
    twice = set_style(set_style(made, made.board().id, KITS[0]), made.board().id, KITS[0])
    assert twice.styles == (KITS[0],)
    assert twice.board().style == KITS[0].id
    assert set_style(twice, made.board().id, None).board() == made.board()
