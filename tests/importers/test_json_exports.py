from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comment_files import Read
from kindreel import importers
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform, Precision

YTDLP: dict[str, Any] = {
    "id": "kR3el0lampB",
    "title": "Paper boats",
    "formats": [{"format_id": "18"}],
    "comments": [
        {
            "id": "UgAAA",
            "parent": "root",
            "text": "So lovely 💛",
            "timestamp": 1763748240,
            "like_count": 3,
            "author": "@mara",
            "author_id": "UC0123456789012345678901",
            "author_is_uploader": False,
            "is_favorited": True,
            "_time_text": "2 days ago",
            "is_pinned": True,
        },
        {
            "id": "UgAAA.rep1",
            "parent": "UgAAA",
            "text": "thank you",
            "author_is_uploader": True,
            "timestamp": None,
        },
        {"id": "UgBBB", "parent": "root", "text": None},
    ],
    "webpage_url": "https://www.youtube.com/watch?v=kR3el0lampB",
    "extractor_key": "Youtube",
}

VIDEO = "https://www.tiktok.com/@a/video/7413665120934000021"


def test_ytdlp_comments_know_their_video_and_their_place(read: Read):
    comments, bad, kind = read(json.dumps(YTDLP), "x.info.json")
    assert kind == "ytdlp"
    first, reply = comments
    assert first.platform is Platform.YOUTUBE
    assert (first.video, first.video_title) == ("kR3el0lampB", "Paper boats")
    assert (first.author.handle, first.author.id) == ("mara", "UC0123456789012345678901")
    assert first.created_at == datetime(2025, 11, 21, 18, 4, tzinfo=UTC)
    assert first.precision is Precision.APPROXIMATE
    assert first.pinned
    assert first.hearted
    assert (reply.parent, reply.own) == ("UgAAA", True)
    assert [(b.row, b.reason) for b in bad] == [(3, "no text")]


def _comment(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"Ug{number}",
        "snippet": {
            "videoId": "vid",
            "channelId": "UCme",
            "textDisplay": "it&#39;s <b>nice</b>",
            "likeCount": number,
            "authorDisplayName": "@mara",
            "authorChannelId": {"value": "UChers"},
            "publishedAt": "2026-11-21T18:04:00Z",
            **more,
        },
    }


def test_api_threads_bring_their_replies(read: Read):
    reply = _comment(2, parentId="Ug1", textOriginal="it's me", authorChannelId={"value": "UCme"})
    thread = {
        "snippet": {"videoId": "vid", "channelId": "UCme", "topLevelComment": _comment(1)},
        "replies": {"comments": [reply]},
    }
    page = {"kind": "youtube#commentThreadListResponse", "items": [thread]}
    for content in (page, [page], [thread]):
        comments, bad, kind = read(json.dumps(content))
        assert (kind, bad) == ("youtube_api", [])
        assert [c.text for c in comments] == ["it's nice", "it's me"]
        assert [c.parent for c in comments] == [None, "Ug1"]
        assert [c.own for c in comments] == [False, True]
        assert comments[0].author.id == "UChers"


def test_api_pages_may_be_lines(read: Read):
    comments, _, kind = read("\n".join(json.dumps(_comment(n)) for n in (1, 2)))
    assert kind == "youtube_api"
    assert [c.likes for c in comments] == [1, 2]


def test_records_of_an_unknown_tool_are_read_by_the_names_of_their_keys(read: Read):
    records = [
        {
            "commentId": "7487190662442912590",
            "text": "so lovely",
            "createTime": 1763748240,
            "likeCount": "1.2K",
            "author": {"uniqueId": "mara", "nickname": "Mara"},
            "videoUrl": VIDEO,
            "replies": [{"commentId": "7487190662442912591", "text": "thank you"}],
        },
    ]
    comments, bad, kind = read(json.dumps({"data": {"list": records}}))
    assert (kind, bad) == ("json", [])
    first, reply = comments
    assert first.author.handle == "mara"
    assert first.author.name == "Mara"
    assert first.likes == 1200
    assert first.video == "7413665120934000021"
    assert first.platform is Platform.TIKTOK
    assert reply.text == "thank you"


def test_lines_that_are_no_json_are_told_with_their_number(read: Read):
    comments, bad, kind = read('{"text":"one two"}\n{"text":oops}\n\n{"text":"three four"}\n')
    assert kind == "json"
    assert [c.text for c in comments] == ["one two", "three four"]
    assert [b.row for b in bad] == [2]


def test_takeout_in_any_language_is_known_as_ones_own(read: Read):
    header = "Kommentar-ID,Kanal-ID,Zeit,Preis,Über,Beitrags-ID,Video-ID,Kommentartext,Oberste"
    text = '"{""text"":""Hi ""},{""text"":""there""}"'
    row = f"UgA,UC1,2025-12-30T14:28:42.897233+00:00,0,,,vid,{text},"
    [comment], _, kind = read(f"{header}\n{row}\n")
    assert kind == "google_takeout"
    assert comment.own
    assert comment.text == "Hi there"
    assert comment.video == "vid"


def test_a_takeout_cell_that_may_have_swallowed_rows_is_told(tmp_path: Path):
    header = "Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text"
    row = "Ug{},UC1,2025-12-30T14:28:42+00:00,0,vid,{}\n"
    swallowed = "".join(row.format(n, "so lovely") for n in range(5))
    file = tmp_path / "comments.csv"
    rows = row.format("A", "one"), row.format("B", f'"{swallowed}end"')
    file.write_text("".join((f"{header}\n", *rows)))
    notes = Notes(datetime.now(UTC))
    first, last = importers.records(file, notes=notes)
    assert notes.kind == "google_takeout"
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (first.text, last.text.count("so lovely")) == ("one", 5)
    assert [(f.row, "rows" in f.reason) for f in notes.flaws] == [(3, True)]


def test_a_log_whose_list_was_closed_too_early_says_so(read: Read):
    entry = '{"text": "so lovely", "authorName": "mara", "authorID": "UC1", "videoID": "v"}'
    log = '{"Comments": {"UgA": %s, "UgB": %s}, "UgC": %s, "UgD": %s}}'
    comments, bad, kind = read(log % (entry, entry, entry, entry))
    assert kind == "spammer_purge"
    assert len(comments) == 2
    assert [b.reason for b in bad] == ["something follows after the end of it"]
