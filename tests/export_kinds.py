"""A file in the exact shape of each kind of export, with as many records as one asks for."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from export_shapes import (
    VIDEO,
    Item,
    Written,
    as_json,
    as_lines,
    as_table,
    as_workbook,
    encoded,
    members,
    table_rows,
    words,
)

Shape = Callable[[random.Random, int], Written]
Make = Callable[[random.Random, int], Item]
_AT = "2025-11-21T18:04:00Z"


def written(kind: str, chance: random.Random, count: int) -> Written:
    """A file of a kind with `count` records, the first of them sound, the others perhaps not."""
    return SHAPES[kind](chance, count)


def _listed(make: Make, *path: str, lines: bool = False, **more: Any) -> Shape:
    """Records in a list at a path, other keys around it; or one on each line."""

    def shape(chance: random.Random, count: int) -> Written:
        items = members(chance, count, lambda n: make(chance, n))
        if lines and count > 1 and chance.random() < 0.5:
            return as_lines(chance, items)
        return as_json(chance, _at(path, items, more), len(items))

    return shape


def _with_replies(make: Make, under: Callable[[Item, list[Any]], Item], *path: str) -> Shape:
    """Records that hold replies; each of those is a row too."""

    def shape(chance: random.Random, count: int) -> Written:
        items = members(chance, count, lambda n: make(chance, n))
        rows = len(items)
        for at, item in enumerate(items):
            if isinstance(item, dict) and len(item) > 2:
                inner = members(chance, chance.randint(1, 3), lambda n: make(chance, 1000 + n))
                items[at] = under(item, inner)
                rows += len(inner)
        return as_json(chance, _at(path, items, {}), rows)

    return shape


def _at(path: tuple[str, ...], items: list[Any], more: Item) -> Any:
    value: Any = items
    for step in reversed(path):
        value = {step: value}
    return more | value if more else value


def _apify_instagram(chance: random.Random, n: int) -> Item:
    return {
        "postUrl": "https://www.instagram.com/reel/CkReel/",
        "commentUrl": f"https://www.instagram.com/p/CkReel/c/{n}/",
        "id": f"1792418646595{n:04d}",
        "text": words(chance, n),
        "ownerUsername": f"mara{n}",
        "timestamp": _AT,
        "likesCount": n,
        "owner": {"id": str(44 + n)},
    }


def _apify_tiktok(chance: random.Random, n: int) -> Item:
    return {
        "cid": f"748719066244291{n:04d}",
        "text": words(chance, n),
        "createTimeISO": _AT,
        "diggCount": n,
        "repliesToId": None,
        "uid": f"68{n}",
        "uniqueId": f"mara{n}",
        "likedByAuthor": True,
        "videoWebUrl": VIDEO,
    }


def _apify_youtube(chance: random.Random, n: int) -> Item:
    return {
        "cid": f"UgA{n}",
        "comment": words(chance, n),
        "author": f"@mara{n}",
        "videoId": "vid",
        "voteCount": n,
        "publishedTimeText": "2 months ago",
        "authorIsChannelOwner": False,
        "hasCreatorHeart": True,
        "type": "comment",
        "replyToCid": None,
        "title": "Paper boats",
    }


def _instagram_graph(chance: random.Random, n: int) -> Item:
    return {
        "id": f"1792418646595{n:04d}",
        "text": words(chance, n),
        "username": f"mara{n}",
        "like_count": n,
        "timestamp": "2025-11-21T18:04:00+0000",
        "media": {"id": "99"},
    }


def _json(chance: random.Random, n: int) -> Item:
    return {"comment_text": words(chance, n), "user": {"name": f"mara{n}"}, "like_count": n}


def _meta_account(chance: random.Random, n: int) -> Item:
    return {
        "media_list_data": [],
        "string_map_data": {
            "Komentar": {"value": words(chance, n)},
            "Time": {"timestamp": 1763748240 + n},
        },
    }


def _tiktok_account(chance: random.Random, n: int) -> Item:
    return {"date": "2025-11-21 18:04:00", "comment": words(chance, n)}


def _tiktok_business(chance: random.Random, n: int) -> Item:
    return {
        "comment_id": f"748719066244291{n:04d}",
        "video_id": "74",
        "unique_identifier": f"abc{n}",
        "username": f"mara{n}",
        "create_time": "1763748240",
        "text": words(chance, n),
        "likes": n,
        "owner": False,
        "liked": True,
        "pinned": False,
    }


def _tiktok_research(chance: random.Random, n: int) -> Item:
    return {
        "id": 7487190662442910000 + n,
        "video_id": 7413665120934000021,
        "text": words(chance, n),
        "create_time": 1763748240,
        "like_count": n,
        "reply_count": 0,
        "parent_comment_id": 7413665120934000021,
    }


def _youtube_comment_downloader(chance: random.Random, n: int) -> Item:
    return {
        "cid": f"Ug{n:024d}",
        "text": words(chance, n),
        "time": "2 years ago (edited)",
        "author": f"@mara{n}",
        "channel": f"UC{n:022d}",
        "votes": "1.2K",
        "replies": 0,
        "photo": "https://example.com/a.jpg",
        "heart": True,
        "reply": False,
    }


def _ytdlp(chance: random.Random, n: int) -> Item:
    return {
        "id": f"Ug{n:024d}",
        "parent": "root",
        "text": words(chance, n),
        "like_count": n,
        "author": f"@mara{n}",
        "author_id": f"UC{n:022d}",
        "author_is_uploader": False,
        "is_favorited": False,
        "timestamp": 1763748240,
        "_time_text": "2 days ago",
    }


def _zeeschuimer(chance: random.Random, n: int) -> Item:
    return {
        "cid": f"748719066244291{n:04d}",
        "text": words(chance, n),
        "aweme_id": "7413665120934000021",
        "create_time": 1763748240,
        "digg_count": n,
        "reply_id": "0",
        "user": {"uid": f"68{n}", "unique_id": f"mara{n}", "nickname": "Mara"},
        "is_author_digged": True,
        "comment_language": "en",
        "share_info": {"url": VIDEO, "title": "Paper boats"},
    }


def _in_an_envelope(chance: random.Random, n: int) -> Item:
    return {"nav_index": str(n), "item_id": str(n), "data": _zeeschuimer(chance, n)}


def _snippet(chance: random.Random, n: int) -> Item:
    return {
        "id": f"Ug{n}",
        "snippet": {
            "videoId": "vid",
            "channelId": "UC1",
            "textOriginal": words(chance, n),
            "authorDisplayName": f"@mara{n}",
            "authorChannelId": {"value": f"UC{n}"},
            "likeCount": n,
            "publishedAt": _AT,
        },
    }


def _youtube_api(chance: random.Random, count: int) -> Written:
    """Threads with some of their replies; as a page, a list of pages, or bare items."""
    rows, items = 0, []
    for comment in members(chance, count, lambda n: _snippet(chance, n)):
        replies = members(chance, chance.randint(1, 3), lambda n: _snippet(chance, 1000 + n))
        snippet = {"videoId": "vid", "channelId": "UC1", "topLevelComment": comment}
        items.append({"id": "Ug", "snippet": snippet, "replies": {"comments": replies}})
        rows += 1 + len(replies)
    page = {"kind": "youtube#commentThreadListResponse", "items": items}
    return as_json(chance, chance.choice((page, [page], items)), rows)


def _spammer_purge(chance: random.Random, count: int) -> Written:
    def make(n: int) -> Item:
        return {
            "text": "as shown",
            "textUnsanitized": words(chance, n),
            "authorName": f"mara{n}",
            "authorID": f"UC{n}",
            "videoID": "vid",
            "matchReason": "x",
            "timestamp": _AT,
        }

    items = members(chance, count, make)
    by_id = {f"UgA{n}": item for n, item in enumerate(items)}
    return as_json(chance, {"Version": "3", "Comments": by_id, "Other": [1]}, len(items))


def _table(header: list[str], make: Callable[[random.Random, int], list[Any]]) -> Shape:
    def shape(chance: random.Random, count: int) -> Written:
        rows = table_rows(chance, count, lambda n: make(chance, n))
        return Written(encoded(chance, as_table(chance, header, rows)), count)

    return shape


def _tiktok_comment_scraper(chance: random.Random, count: int) -> Written:
    def make(n: int) -> list[Any]:
        link = f"https://www.tiktok.com/@mara{n}"
        more = ["x", "No", "---", 0]
        return [n + 1, "Mara", f"mara{n}", link, words(chance, n), "2d ago", "1.2K", *more]

    above = [
        ["Now", "Fri Nov 21 2025"],
        ["Post URL", VIDEO],
        ["Publisher @", "amara.draws"],
        ["Description", "Paper boats, part 3"],
        [],
    ]
    names = (
        "Comment Number (ID)|Nickname|User @|User URL|Comment Text|Time|Likes|"
        "Profile Picture URL|Is 2nd Level Comment|User Replied To|Number of Replies"
    )
    rows = table_rows(chance, count, make)
    header, *rest = [*above, names.split("|"), *rows]
    return Written(encoded(chance, as_table(chance, header, rest)), count)


def _workbook(chance: random.Random, count: int) -> Written:
    rows = table_rows(chance, count, lambda n: [f"mara{n}", words(chance, n), n, _AT])
    plain = [[cell if isinstance(cell, str | int) else str(cell) for cell in row] for row in rows]
    filled = sum(any(row) for row in plain)
    return Written(as_workbook([["author", "comment", "likes", "date"], *plain]), filled)


SHAPES: dict[str, Shape] = {
    "apify_instagram": _with_replies(_apify_instagram, lambda i, r: i | {"replies": r}),
    "apify_tiktok": _listed(_apify_tiktok, lines=True),
    "apify_youtube": _listed(_apify_youtube, lines=True),
    "google_takeout": _table(
        ["Comment ID", "Channel ID", "Comment Create Timestamp", "Price", "Parent Comment ID",
         "Post ID", "Video ID", "Comment Text"],
        lambda chance, n: [
            f"UgA{n}", "UC1", _AT, "0", "", "", "vid", json.dumps({"text": words(chance, n)}),
        ],
    ),
    "instagram_graph": _with_replies(
        _instagram_graph, lambda i, r: i | {"replies": {"data": r}}, "data"
    ),
    "json": _listed(_json, "rows", lines=True),
    "meta_account": _listed(_meta_account),
    "spammer_purge": _spammer_purge,
    "table": _table(
        ["author", "comment", "likes", "date"],
        lambda chance, n: [f"mara{n}", words(chance, n), n, _AT],
    ),
    "tiktok_account": _listed(_tiktok_account, "Comment", "Comments", "CommentsList"),
    "tiktok_business": _with_replies(
        _tiktok_business, lambda i, r: i | {"reply_list": r}, "data", "comments"
    ),
    "tiktok_comment_scraper": _tiktok_comment_scraper,
    "tiktok_research": _listed(_tiktok_research, "data", "comments"),
    "workbook": _workbook,
    "youtube_api": _youtube_api,
    "youtube_comment_downloader": _listed(_youtube_comment_downloader, lines=True),
    "youtube_comment_suite": _table(
        ["id", "parentId", "videoId", "channelId", "channelName", "channelThumb", "commentDate",
         "commentText", "likes", "isReply", "replyCount", "tags"],
        lambda chance, n: [
            f"UgA{n}", "", "vid", f"UC{n}", f"@mara{n}", "x", _AT, words(chance, n), n,
            "false", 0, "",
        ],
    ),
    "ytdlp": _listed(
        _ytdlp,
        "comments",
        id="vid",
        title="Paper boats",
        formats=[{"id": 1}],
        webpage_url="https://www.youtube.com/watch?v=vid",
        extractor_key="Youtube",
    ),
    "zeeschuimer": _listed(_in_an_envelope, lines=True),
}  # fmt: skip
