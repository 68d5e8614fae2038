"""The sample comments: enough of them, in several shapes, with something to find in each."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from kindreel.paths import resource

FILES = sorted(resource("samples", "comments").glob("*.csv"))
ID, TEXT, AUTHOR = 0, 1, 2
COLUMNS = {
    "tiktok": ("cid", "text", "uniqueId"),
    "youtube": ("id", "commentText", "channelName"),
    "instagram": ("id", "text", "ownerUsername"),
}


def rows(platform: str) -> list[dict[str, str]]:
    path = resource("samples", "comments", f"{platform}.csv")
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_files_hold_three_hundred_comments_in_all():
    assert sum(len(rows(path.stem)) for path in FILES) == 300


@pytest.mark.parametrize("platform", COLUMNS)
def test_every_comment_has_its_own_id_a_text_and_an_author(platform: str):
    table = rows(platform)
    columns = COLUMNS[platform]
    assert all(row[column] for row in table for column in columns)
    assert len({row[columns[ID]] for row in table}) == len(table)


@pytest.mark.parametrize("platform", COLUMNS)
def test_answers_point_at_comments_of_the_same_file(platform: str):
    parent = {"tiktok": "repliesToId"}.get(platform, "parentId")
    table = rows(platform)
    known = {row[COLUMNS[platform][ID]] for row in table}
    assert {row[parent] for row in table} - {""} <= known


def test_some_people_come_back_more_than_once():
    authors = Counter(
        row[columns[AUTHOR]] for platform, columns in COLUMNS.items() for row in rows(platform)
    )
    assert sum(count > 1 for count in authors.values()) >= 20
