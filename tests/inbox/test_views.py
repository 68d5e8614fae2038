from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_examples import START
from kindreel.model.comment import Action, Label, Platform, Queue
from kindreel.model.triage import Box, Cursor, Entry, Selection, Sort, View
from kindreel.store.inbox import Inbox, listing

SORTED_BY = {
    Sort.SEVEREST: lambda e: -e.score.strongest()[1],
    Sort.NEWEST: lambda e: -e.comment.created_at.timestamp(),
    Sort.OLDEST: lambda e: e.comment.created_at.timestamp(),
    Sort.MOST_LIKED: lambda e: -e.comment.likes,
    Sort.KINDEST: lambda e: -e.score.kind,
}


def everything(inbox: Inbox, view: View, size: int) -> list[Entry]:
    found: list[Entry] = []
    after: Cursor | None = None
    while True:
        page = inbox.page(view, after, size)
        found += page.entries
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("box", [Box(queue.value) for queue in Queue])
def test_a_queue_shows_what_waits_in_it(filled: Inbox, box: Box):
    entries = everything(filled, View(box=box), 7)
    assert len(entries) == 20 == filled.counts().of(box)
    assert {entry.queue for entry in entries} == {Queue(box.value)}


def test_to_review_is_what_asks_for_a_decision(filled: Inbox):
    entries = everything(filled, View(box=Box.TO_REVIEW), 9)
    assert len(entries) == 80 == filled.counts().to_review
    assert {e.queue for e in entries} == {Queue.SEVERE, Queue.UNKIND, Queue.UNSURE, Queue.SPAM}


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("box", [Box.ALL, Box.TO_REVIEW, Box.KIND])
def test_pages_follow_each_other_in_order_without_gaps(filled: Inbox, sort: Sort, box: Box):
    view = View(box=box, sort=sort)
    entries = everything(filled, view, 8)
    ranks = [SORTED_BY[sort](entry) for entry in entries]
    assert tuple(entry.key for entry in entries) == filled.ids(view)
    if sort in {Sort.NEWEST, Sort.OLDEST, Sort.MOST_LIKED}:
        assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("number", 120),
        ("number 7", 1),
        ("SEVERE words", 20),
        ("sev*", 20),
        ("nothing here", 0),
        ('"', 0),
    ],
)
def test_words_are_found_in_any_order_and_case(filled: Inbox, words: str, count: int):
    assert filled.count(View(words=words)) == count
    assert len(everything(filled, View(words=words), 30)) == count


def test_filters_narrow_a_box(filled: Inbox):
    since = START + timedelta(minutes=60)
    late = everything(filled, View(box=Box.KIND, since=since), 50)
    assert len(late) == 10
    assert all(e.comment.created_at >= since for e in late)
    assert filled.count(View(until=since)) == 60
    assert filled.count(View(label=Label.THREAT)) == 20
    assert filled.count(View(platform=Platform.YOUTUBE)) == 120
    assert filled.count(View(platform=Platform.TIKTOK)) == 0
    assert filled.count(View(has_link=True)) == 0
    assert all(e.comment.likes >= 40 for e in everything(filled, View(min_likes=40), 50))


def test_a_person_and_a_video_can_be_looked_at_alone(filled: Inbox):
    [author] = filled.author_keys("@person3")
    history = filled.author_history(author)
    assert len(history) == 6
    assert {e.key for e in history} == set(filled.ids(View(author=author)))
    video = filled.videos()[0]
    assert filled.count(View(video=video.key)) == video.comments == 40


VIEWS = st.builds(
    View,
    box=st.sampled_from(Box),
    words=st.sampled_from(["", "", "number", "words 1*", "absent"]),
    label=st.none() | st.sampled_from(Label),
    since=st.none() | st.integers(0, 130).map(lambda m: START + timedelta(minutes=m)),
    min_likes=st.none() | st.integers(0, 50),
    has_link=st.none() | st.booleans(),
    video=st.none() | st.integers(1, 4),
    sort=st.sampled_from(Sort),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(view=VIEWS, size=st.integers(1, 40), few=st.sampled_from([0, 10, 50_000]))
def test_all_ways_to_answer_a_view_agree(filled: Inbox, view: View, size: int, few: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "FEW", few)
        entries = everything(filled, view, size)
    assert tuple(e.key for e in entries) == filled.ids(view)
    assert len(entries) == filled.count(view)


def test_decided_comments_leave_their_queue_and_lie_in_their_pile(filled: Inbox):
    filled.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)))
    assert filled.page(View(box=Box.SPAM)).entries == ()
    assert len(everything(filled, View(box=Box.DELETED), 6)) == 20


@pytest.mark.parametrize("few", [4, 16, 40, 20_000])
@pytest.mark.parametrize("sort", Sort)
def test_what_was_decided_in_bulk_is_passed_wherever_it_stood(
    filled: Inbox, monkeypatch: pytest.MonkeyPatch, sort: Sort, few: int
):
    view = View(box=Box.TO_REVIEW, sort=sort)
    before = filled.ids(view)
    filled.decide(Action.DELETE, Selection(keys=before[:50]))
    monkeypatch.setattr(listing, "FEW", few)
    liked = View(box=Box.TO_REVIEW, sort=sort, min_likes=1)
    likes = {entry.key: entry.comment.likes for entry in filled.entries(before)}
    for size in (3, 10, 40):
        assert tuple(e.key for e in everything(filled, view, size)) == before[50:]
        shown = tuple(e.key for e in everything(filled, liked, size))
        assert shown == tuple(key for key in before[50:] if likes[key])
    assert {e.key for e in everything(filled, View(box=Box.DELETED, sort=sort), 9)} == set(
        before[:50]
    )
