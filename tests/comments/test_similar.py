from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_examples import FirstWord, mixed, write_csv, youtube_row
from kindreel.comments.folded import folded
from kindreel.comments.insights import insights
from kindreel.comments.similar import brigades, nearness, pile_ons, similar
from kindreel.model.comment import Action
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.figures import Hour

PILE = (
    "unkind so cringe please quit animating",
    "unkind so CRINGE quit animating",
    "unkind SO cr1nge please qu1t animating!!!",
    "unkind cringe, so quit animating please 💀",
)


@pytest.fixture
def inbox(tmp_path: Path):
    rows = [*mixed(60), *(youtube_row(100 + n, text, 50 + n) for n, text in enumerate(PILE))]
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        inbox.import_file(write_csv(tmp_path / "a.csv", rows), scorer=FirstWord())
        yield inbox


@pytest.mark.parametrize(
    "said", ["1d1ot", "IDIOT", "ｉｄｉｏｔ", "i d i o t", "i.d.i.o.t", "idiooooot"]
)
def test_disguises_are_folded(said: str):
    assert folded([f"you {said} there"])[0].replace("oo", "o") == "you idiot there"


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_text_has_its_folded_one(texts: list[str]):
    assert len(folded(texts)) == len(texts)


def test_near_copies_by_others_are_found_through_disguise(inbox: Inbox):
    [first] = inbox.keys([f"Ug{100:024d}"])
    found = similar(inbox, first)
    assert found.keys[0] == first
    assert len(found.keys) == 4
    assert found.people == 4


def test_pile_ons_are_groups_of_several_people(inbox: Inbox):
    largest = pile_ons(inbox)
    assert any(len(group.keys) == 4 and group.people == 4 for group in largest)


@given(st.frozensets(st.sampled_from("abcdef")), st.frozensets(st.sampled_from("abcdef")))
def test_nearness_is_mutual_and_bounded(a: frozenset[str], b: frozenset[str]):
    assert nearness(a, b) == nearness(b, a)
    assert 0 <= nearness(a, b) <= 1


def test_an_hour_far_above_the_usual_is_a_brigade():
    start = datetime(2026, 11, 1, tzinfo=UTC)
    hours = [Hour(video=1, start=start + timedelta(hours=n), unkind=2, people=2) for n in range(20)]
    hours.append(Hour(video=1, start=start + timedelta(hours=30), unkind=40, people=25))
    [found] = brigades(hours)
    assert (found.unkind, found.people, found.usual) == (40, 25, 2)
    assert brigades(hours[:-1]) == ()


def test_insights_add_up(inbox: Inbox):
    told = insights(inbox)
    assert sum(day.all for day in told.days) == 64
    assert sum(video.all for video in told.videos) == 64
    assert sum(day.kind for day in told.days) == told.counts.kind == 10
    assert told.minutes_spared == 0
    inbox.decide(Action.DELETE, Selection(view=View(box=Box.UNKIND)))
    assert insights(inbox).minutes_spared > 0
    assert all(person.unkind >= 2 for person in told.unkind_people)
