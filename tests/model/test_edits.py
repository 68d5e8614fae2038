"""Every edit keeps the board's invariants, whatever came before."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.curves import Curve, Key, Linear
from kindreel.model.edits import boards, cast, layers, scenes, sounds
from kindreel.model.ids import (
    BoardId,
    CaptionId,
    CreatorId,
    LayerId,
    MediaId,
    ProjectId,
    SceneId,
    SoundId,
    fresh,
)
from kindreel.model.layers import StickerLayer, TextLayer, Transform
from kindreel.model.plugins import UnknownReveal, UnknownTransition
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Caption, Sound

STYLE = UnknownTransition("test")


def reveal(creators: int = 0) -> Reveal:
    people = tuple(CreatorId(f"creator {i}") for i in range(creators))
    return Reveal(id=SceneId("reveal"), style=UnknownReveal("test"), creators=people)


def scene(name: str, length: int = 30) -> Scene:
    return Scene(id=SceneId(name), title=name, length=length)


def board(*lengths: int) -> Board:
    panels = tuple(scene(f"scene {i}", n) for i, n in enumerate(lengths))
    return Board(id=BoardId("board"), reveal=reveal(), scenes=panels)


class Editing(RuleBasedStateMachine):
    """A person edits a board in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.board = board(30, 60, 12)
        self.added = 0

    def some_scene(self, at: int) -> SceneId:
        return self.board.panels[at % len(self.board.panels)].id

    @rule(length=st.integers(1, 90), at=st.integers(-2, 9))
    def add(self, length: int, at: int) -> None:
        self.added += 1
        self.board = scenes.add_scene(self.board, scene(f"new {self.added}", length), at)

    @rule(at=st.integers(0, 9))
    def remove(self, at: int) -> None:
        self.board = scenes.remove_scene(self.board, self.some_scene(at))

    @rule(at=st.integers(0, 9), to=st.integers(-3, 12))
    def move(self, at: int, to: int) -> None:
        self.board = scenes.move_scene(self.board, self.some_scene(at), to)

    @rule(at=st.integers(0, 9), length=st.integers(-5, 400))
    def retime(self, at: int, length: int) -> None:
        self.board = scenes.retime_scene(self.board, self.some_scene(at), length)

    @rule(at=st.integers(0, 9), frame=st.integers(-2, 100))
    def split(self, at: int, frame: int) -> None:
        whole = self.board.length
        self.board = scenes.split_scene(self.board, self.some_scene(at), frame)
        assert self.board.length == whole

    @rule(at=st.integers(0, 9))
    def duplicate(self, at: int) -> None:
        self.board = scenes.duplicate_scene(self.board, self.some_scene(at))

    @rule(at=st.integers(0, 9), length=st.integers(1, 200))
    def join(self, at: int, length: int) -> None:
        transition = Transition(style=STYLE, length=length)
        self.board = scenes.set_transition(self.board, self.some_scene(at), transition)

    @rule(parts=st.tuples(*[st.integers(-3, 50)] * 4))
    def time_reveal(self, parts: tuple[int, int, int, int]) -> None:
        avatar, change, name, hold = parts
        self.board = cast.time_reveal(
            self.board, avatar=avatar, change=change, name=name, hold=hold
        )

    @rule(people=st.integers(0, 4), together=st.booleans())
    def cast(self, people: int, together: bool) -> None:  # noqa: FBT001 - hypothesis draws it
        how = "together" if together else "in_turn"
        self.board = cast.cast_reveal(self.board, reveal(people).creators, how)

    @invariant()
    def the_reveal_is_last(self) -> None:
        assert isinstance(self.board.panels[-1], Reveal)
        assert not any(isinstance(p, Reveal) for p in self.board.scenes)

    @invariant()
    def starts_follow_from_lengths(self) -> None:
        end = 0
        for span in self.board.spans():
            assert span.start == end
            assert span.length >= 1
            end = span.end
        assert end == self.board.length

    @invariant()
    def transitions_fit_their_neighbours(self) -> None:
        panels = self.board.panels
        for before, after in itertools.pairwise(panels):
            if after.entry:
                assert 1 <= after.entry.length <= min(before.length, after.length)

    @invariant()
    def ids_are_unique(self) -> None:
        ids = [p.id for p in self.board.panels]
        assert len(ids) == len(set(ids))


TestEditing = Editing.TestCase


def test_an_edit_shares_what_it_does_not_name() -> None:
    before = board(30, 60)
    after = scenes.retime_scene(before, SceneId("scene 1"), 90)
    assert after.scenes[0] is before.scenes[0]
    assert after.reveal is before.reveal


def test_an_edit_that_changes_nothing_gives_the_same_board() -> None:
    before = board(30, 60)
    assert scenes.retime_scene(before, SceneId("scene 1"), 60) is before
    assert scenes.remove_scene(before, SceneId("nobody")) is before


def test_a_board_refuses_a_transition_longer_than_its_neighbours() -> None:
    with pytest.raises(ValueError, match="longer than its neighbours"):
        replace(
            board(30, 60),
            scenes=(scene("a", 5), replace(scene("b"), entry=Transition(style=STYLE, length=9))),
        )


@given(start=st.integers(-20, 40), length=st.none() | st.integers(1, 60), at=st.integers(1, 39))
def test_a_split_shows_every_layer_on_the_same_frames(
    start: int, length: int | None, at: int
) -> None:
    x = Curve(0.0, (Key(0, 10.0, Linear()), Key(30, 40.0, Linear())))
    layer = StickerLayer(
        id=LayerId("l"), sticker="heart", start=start, length=length, transform=Transform(x=x)
    )
    whole = Board(
        id=BoardId("b"),
        reveal=reveal(),
        scenes=(replace(scene("s", 40), layers=(layer,)),),
    )
    halves = scenes.split_scene(whole, SceneId("s"), at)

    def shown(b: Board) -> list[float | None]:
        row: list[float | None] = []
        for span in list(b.spans())[:-1]:
            for frame in range(span.length):
                on = [
                    la.transform.x.at(frame - la.start)
                    for la in span.panel.layers
                    if la.start <= frame and (la.length is None or frame < la.start + la.length)
                ]
                row.append(on[0] if on else None)
        return row

    assert shown(whole) == shown(halves)


@given(
    start=st.integers(0, 39),
    length=st.none() | st.integers(1, 60),
    offset=st.floats(0, 5),
    at=st.integers(1, 39),
)
def test_a_split_plays_every_sound_at_the_same_time(
    start: int, length: int | None, offset: float, at: int
) -> None:
    voice = Sound(
        id=SoundId("v"), media=MediaId("v.wav"), start=start, length=length, offset=offset
    )
    whole = replace(board(40), scenes=(replace(scene("s", 40), sounds=(voice,)),))
    halves = scenes.split_scene(whole, SceneId("s"), at)
    first, second = (s.sounds for s in halves.scenes)
    heard = sum(s.length or 0 for s in (*first, *second) if s.length is not None)
    if length is not None:
        assert heard == length
    for sound in second:
        skipped = at + sound.start - start
        assert sound.offset == pytest.approx(offset + skipped / 30)


def test_a_layer_removed_sets_its_children_free() -> None:
    parent = StickerLayer(id=LayerId("p"), sticker="heart")
    child = StickerLayer(id=LayerId("c"), sticker="star", parent=LayerId("p"), mask=LayerId("p"))
    before = replace(board(30), scenes=(replace(scene("s"), layers=(parent, child)),))
    (left,) = layers.remove_layer(before, SceneId("s"), LayerId("p")).scenes[0].layers
    assert left.parent is None
    assert left.mask is None


def test_setting_a_keyed_property_adds_a_key_and_an_unkeyed_one_its_base() -> None:
    keyed = Transform(x=Curve(0.0, (Key(0, 1.0), Key(20, 2.0))))
    layer = TextLayer(id=LayerId("t"), text="hi", transform=keyed)
    before = replace(board(30), scenes=(replace(scene("s"), layers=(layer,)),))
    after = layers.place_layer(before, SceneId("s"), LayerId("t"), 10, 5.0, 7.0)
    transform = after.scenes[0].layers[0].transform
    assert [k.frame for k in transform.x.keys] == [0, 10, 20]
    assert transform.x.at(10) == 5.0
    assert transform.y == Curve(7.0)


def test_other_words_in_a_caption_drop_word_times_that_no_longer_fit() -> None:
    caption = Caption(id=CaptionId("c"), text="one kind word")
    before = sounds.add_caption(board(90), SceneId("scene 0"), caption)
    after = sounds.say(before, CaptionId("c"), "two kind words")
    assert after.scenes[0].captions[0].text == "two kind words"
    assert sounds.say(after, CaptionId("c"), "two kind words") is after


def test_a_removed_creator_leaves_every_reveal() -> None:
    person = Creator(id=CreatorId("creator 0"), name="A")
    project = Project(
        id=ProjectId(fresh()),
        title="P",
        boards=(replace(board(30), reveal=reveal(2)),),
        creators=(person,),
    )
    after = cast.remove_creator(project, CreatorId("creator 0"))
    assert after.creators == ()
    assert after.boards[0].reveal.creators == (CreatorId("creator 1"),)


def test_another_picture_takes_the_yes_back_and_marked_eyes_do_not() -> None:
    photo = Portrait(media=MediaId("a.jpg"))
    person = Creator(id=CreatorId("c"), name="A", person=photo, consent=Consent(given=True))
    project = Project(id=ProjectId("p"), title="P", boards=(board(30),), creators=(person,))
    marked = replace(photo, left_eye=(0.4, 0.3), right_eye=(0.6, 0.3))
    assert cast.show_person(project, person.id, marked).creators[0].consent.given
    other = cast.show_person(project, person.id, Portrait(media=MediaId("b.jpg")))
    assert not other.creators[0].consent.given
    assert other.creators[0].person == Portrait(media=MediaId("b.jpg"))


def test_a_copied_board_shares_no_ids() -> None:
    project = Project(id=ProjectId("p"), title="P", boards=(board(30, 40),))
    twice = boards.duplicate_board(project, BoardId("board"))
    ids = [p.id for b in twice.boards for p in b.panels] + [b.id for b in twice.boards]
    assert len(ids) == len(set(ids))


def test_the_last_board_stays() -> None:
    project = Project(id=ProjectId("p"), title="P", boards=(board(30),))
    assert boards.remove_board(project, BoardId("board")) is project
