"""What every importer on the shelf must do."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from comment_files import Read
from damage import damaged
from kindreel import importers
from kindreel.errors import ImportFileError
from kindreel.model.comment import Comment, Platform, Precision
from kindreel.model.triage import Unreadable

KINDS = importers.shelf.kinds()
COUNTS = {
    "apify_instagram": 2,
    "apify_tiktok": 1,
    "apify_youtube": 1,
    "google_takeout": 1,
    "instagram_graph": 2,
    "json": 2,
    "meta_account": 1,
    "spammer_purge": 2,
    "table": 2,
    "tiktok_account": 1,
    "tiktok_business": 2,
    "tiktok_comment_scraper": 2,
    "tiktok_research": 1,
    "workbook": 2,
    "youtube_api": 2,
    "youtube_comment_downloader": 2,
    "youtube_comment_suite": 1,
    "ytdlp": 1,
    "zeeschuimer": 2,
}
"""How many comments the file of each kind in `exports/` holds."""

CONTENTS = {path.stem: path.read_bytes() for path in Path(__file__).parent.glob("exports/*")}


def test_every_kind_has_an_example():
    assert set(KINDS) == set(CONTENTS) == set(COUNTS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_tells_the_kind_whatever_the_name(kind: str, read: Read):
    content, count = CONTENTS[kind], COUNTS[kind]
    comments, bad, detected = read(content, "export.bin")
    assert detected == kind
    assert len(comments) == count
    assert bad == []
    assert comments[0].text.startswith("so lovely")


@pytest.mark.parametrize("kind", KINDS)
def test_an_accounts_own_comments_are_marked_as_such(kind: str, read: Read):
    comments, _, _ = read(CONTENTS[kind])
    own = importers.shelf.get(kind).own
    assert not own or all(comment.own for comment in comments)
    assert importers.shelf.get(kind)().title


@pytest.mark.parametrize("kind", KINDS)
def test_a_cut_file_never_breaks_the_reader(kind: str, tmp_path: Path):
    content = CONTENTS[kind]
    path = tmp_path / "cut"
    for end in range(len(content) // 3, len(content), max(1, len(content) // 60)):
        path.write_bytes(content[:end])
        try:
            rows = list(importers.read(path))
        except ImportFileError:
            continue
        assert all(isinstance(row, Comment | Unreadable) for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_never_breaks_the_reader(kind: str, tmp_path: Path):
    content = CONTENTS[kind]
    chance = random.Random(kind)
    path = tmp_path / "damaged"
    for _ in range(60):
        path.write_bytes(damaged(content, chance))
        try:
            list(importers.read(path))
        except ImportFileError:
            continue


def first(kind: str, read: Read) -> Comment:
    return read(CONTENTS[kind])[0][0]


def test_tiktok_comments_keep_people_videos_and_numbers(read: Read):
    for kind in ("tiktok_research", "tiktok_business", "zeeschuimer", "apify_tiktok"):
        comment = first(kind, read)
        assert comment.platform is Platform.TIKTOK
        assert comment.id.startswith("74871906624429125"), kind
        assert comment.likes == 3
        assert comment.parent is None
        assert comment.created_at is not None
        assert comment.created_at.year == 2025
    assert first("zeeschuimer", read).author.handle == "mara"
    assert first("apify_tiktok", read).video == "7413665120934000021"


def test_the_scrapers_preamble_names_the_video(read: Read):
    comment = first("tiktok_comment_scraper", read)
    assert comment.video == "7413665120934000021"
    assert comment.likes == 1200
    assert comment.precision is Precision.APPROXIMATE
    assert comment.author.handle == "mara"


def test_replies_name_the_comment_above_them(read: Read):
    for kind in (
        "youtube_api",
        "tiktok_business",
        "apify_instagram",
        "instagram_graph",
        "spammer_purge",
    ):
        above, reply = read(CONTENTS[kind])[0]
        assert reply.parent == above.id, kind
        assert reply.video == above.video, kind


def test_mojibake_of_metas_files_is_repaired(read: Read):
    assert first("meta_account", read).text == "so lovely 💛"


def test_a_list_that_is_null_holds_nothing(read: Read):
    comments, bad, kind = read(
        '{"Comment": {"Comments": {"CommentsList": null}}, "Other": [{"a": 1}]}'
    )
    assert (kind, comments, bad) == ("tiktok_account", [], [])


@pytest.mark.parametrize("kind", ["instagram_graph", "tiktok_research", "tiktok_business"])
def test_a_list_of_pages_is_read_whole(kind: str, read: Read):
    page = CONTENTS[kind].decode()
    comments, bad, detected = read(f"[{page}, {page}]")
    assert detected == kind
    assert len(comments) == 2 * COUNTS[kind]
    assert bad == []
