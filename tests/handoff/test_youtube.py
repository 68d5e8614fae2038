from __future__ import annotations

from collections.abc import Iterator

import pytest

from kindreel.errors import KindreelError
from kindreel.handoff import youtube
from kindreel.handoff.youtube_api import (
    Moderation,
    RefreshedTokens,
    SignedOutError,
    YoutubeApi,
)
from kindreel.model.comment import BatchStatus, Platform, Target
from kindreel.store.inbox import Inbox
from youtube_server import CUT, YoutubeServer, serving


@pytest.fixture
def server() -> Iterator[YoutubeServer]:
    with serving() as server:
        yield server


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def api(server: YoutubeServer, pauses: list[float]) -> YoutubeApi:
    tokens = RefreshedTokens("client", "secret", "good", f"{server.base}/token")
    return YoutubeApi(tokens, server.base, pauses.append)


def comments(inbox: Inbox) -> list[str]:
    batches = [b for b in inbox.batches(Platform.YOUTUBE) if b.target is Target.COMMENTS]
    return [e.comment.id for b in batches for e in b.entries if e.status is BatchStatus.DONE]


def test_a_plan_tells_the_cost_and_sends_nothing(
    decided: Inbox, server: YoutubeServer, api: YoutubeApi
):
    told = youtube.plan(decided)
    assert (told.comments, told.unknown, told.days) == (120, 0, 1)
    assert server.calls == []
    assert youtube.send(decided, api).units == told.units == len(server.calls) * 50


def test_everything_is_held_for_review_and_noted_as_done(
    decided: Inbox, server: YoutubeServer, api: YoutubeApi
):
    sent = youtube.send(decided, api)
    assert len(sent.done) == 120
    assert (sent.failed, sent.waiting, sent.stopped) == ({}, 0, "")
    assert set(server.status.values()) == {"heldForReview"}
    assert server.banned == set()
    assert sorted(comments(decided)) == sorted(server.status)
    assert all(len(ids) <= 50 for ids in server.calls)


def test_banning_goes_with_rejecting_only_and_with_the_blocked_only(
    decided: Inbox, server: YoutubeServer, api: YoutubeApi
):
    youtube.send(decided, api, Moderation.REJECT)
    assert len(server.banned) == 60
    assert set(server.status.values()) == {"rejected"}


def test_a_missing_comment_fails_alone(decided: Inbox, server: YoutubeServer, api: YoutubeApi):
    gone = decided.batches(Platform.YOUTUBE)[0].entries[7]
    server.missing.add(gone.comment.id)
    sent = youtube.send(decided, api)
    assert sent.failed == {gone.key: "404 commentNotFound"}
    assert len(sent.done) == 119


def test_a_spent_quota_leaves_the_rest_for_another_day(
    decided: Inbox, server: YoutubeServer, api: YoutubeApi
):
    server.faults.extend([(500, ""), (403, "quotaExceeded")])
    sent = youtube.send(decided, api)
    assert sent.done == []
    assert sent.waiting == 120
    assert "quota" in sent.stopped
    again = youtube.send(decided, api)
    assert len(again.done) == 120


@pytest.mark.parametrize("fault", [(429, "rateLimit"), (500, "backendError"), (503, ""), (CUT, "")])
def test_passing_faults_are_waited_out(
    decided: Inbox,
    server: YoutubeServer,
    api: YoutubeApi,
    pauses: list[float],
    fault: tuple[int, str],
):
    server.faults.extend([fault, fault])
    sent = youtube.send(decided, api)
    assert len(sent.done) == 120
    assert pauses == [1.0, 2.0]


def test_a_fault_that_stays_stops_with_what_was_done_kept(
    decided: Inbox, server: YoutubeServer, api: YoutubeApi
):
    server.faults.extend([(500, "")] * 5)
    with pytest.raises(KindreelError, match="could not be reached"):
        youtube.send(decided, api)
    assert comments(decided) == []
    assert len(youtube.send(decided, api).done) == 120


def test_an_expired_token_is_renewed_once(decided: Inbox, server: YoutubeServer, api: YoutubeApi):
    api.moderate(["UgA"], Moderation.HOLD)
    server.token = "second"  # noqa: S105 - of a server on this computer
    assert len(youtube.send(decided, api).done) == 120


def test_a_sign_in_taken_back_is_told(decided: Inbox, server: YoutubeServer):
    tokens = RefreshedTokens("client", "secret", "bad", f"{server.base}/token")
    with pytest.raises(SignedOutError):
        youtube.send(decided, YoutubeApi(tokens, server.base))
