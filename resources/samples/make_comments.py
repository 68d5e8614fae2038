"""Writes the sample comment files: our 300 invented texts in the shapes of three platforms.

Run it as `python resources/samples/make_comments.py`; the same texts give the same files.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
FIRST_DAY = datetime(2026, 10, 3, 9, 0, tzinfo=UTC)
PLATFORMS = ("tiktok", "youtube", "instagram")
VIDEOS = {
    "tiktok": ("7411802334518000017", "7413665120934000021"),
    "youtube": ("kR3el0boatA", "kR3el0lampB"),
    "instagram": ("CkReelBoat1", "CkReelLamp2"),
}
NAMES = {
    "en": "otter pebble harbour wren cocoa fern drift maple juniper paperplane marlow hollis",
    "tl": "mayumi isko ligaya kidlat dalisay bituin amihan tala_rose jepoy kulas hiraya luntian",
    "id": "rara embun dimas senja melati bagas kirana awan laras gilang intan pelangi",
    "pt-BR": "bia nuvem caju davi marola ipe tuca girassol luan jabuti clara pitanga",
    "es-MX": "xime nopal colibri memo jacaranda ale luciernaga chucho mar tlaloc vale cempa",
}
MOST_LIKES = {"kind": 900, "neutral": 40, "critic": 120, "unkind": 60, "severe": 3, "spam": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One comment before it takes a platform's shape."""

    platform: str
    id: str
    parent: str
    author: str
    author_id: str
    text: str
    video: str
    likes: int
    replies: int
    at: datetime


def lines() -> Iterator[tuple[str, str, str, str]]:
    """Language, tone, author and text of each line; the author is “-” for anyone."""
    language = ""
    for line in (HERE / "comments_texts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            tone, author, text = line.split(" ", 2)
            yield language, tone, author, text


def invented_name(language: str, dice: random.Random) -> str:
    """A handle that looks like one a person chose."""
    first, second = dice.sample(NAMES[language].split(), 2)
    return dice.choice([f"{first}.{second}", f"{first}_{dice.randint(2, 99)}", f"{first}{second}"])


def comment_id(platform: str, dice: random.Random) -> str:
    """An id as long as the platform's own."""
    if platform == "youtube":
        return "Ug" + "".join(dice.choices("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMN23456789_-", k=24))
    return f"{'74' if platform == 'tiktok' else '179'}{dice.randrange(10**15, 10**16)}0"


def row(line: tuple[str, str, str, str], before: Row | None, dice: random.Random) -> Row:
    """The comment of one line; an answer goes under the one before it."""
    language, tone, author, text = line
    answers = before if text.startswith(">") else None
    named = random.Random(author)
    platform = named.choice(PLATFORMS) if author != "-" else dice.choice(PLATFORMS)
    platform = answers.platform if answers else platform
    author = author if author != "-" else invented_name(language, dice)
    when = FIRST_DAY + timedelta(minutes=dice.randrange(40 * 24 * 60), seconds=dice.randrange(60))
    likes = int(MOST_LIKES[tone] * dice.random() ** 3)
    return Row(
        platform=platform,
        id=comment_id(platform, dice),
        parent=answers.id if answers else "",
        author=author,
        author_id=f"{random.Random(platform + author).randrange(10**17, 10**18)}",
        text=text.removeprefix(">"),
        video=answers.video if answers else dice.choice(VIDEOS[platform]),
        likes=likes,
        replies=dice.choice([0, 0, 0, 1, 2]) if likes > 20 and not answers else 0,
        at=answers.at + timedelta(hours=dice.randint(1, 30)) if answers else when,
    )


def rows() -> list[Row]:
    """All comments, newest first as the platforms show them."""
    dice = random.Random(20261003)
    made: list[Row] = []
    for line in lines():
        new = row(line, made[-1] if made else None, dice)
        if new.parent:
            made[-1] = replace(made[-1], replies=made[-1].replies + 1)
        made.append(new)
    return sorted(made, key=lambda r: r.at, reverse=True)


def as_tiktok(r: Row) -> dict[str, object]:
    """The columns of a TikTok comment table."""
    return {
        "cid": r.id,
        "text": r.text,
        "createTimeISO": r.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "diggCount": r.likes,
        "replyCommentTotal": r.replies,
        "repliesToId": r.parent,
        "uid": r.author_id,
        "uniqueId": r.author,
        "videoWebUrl": f"https://www.tiktok.com/@amara.draws/video/{r.video}",
    }


def as_youtube(r: Row) -> dict[str, object]:
    """The columns of a YouTube comment table."""
    return {
        "id": r.id,
        "parentId": r.parent,
        "videoId": r.video,
        "channelId": f"UC{r.author_id}demo",
        "channelName": f"@{r.author}",
        "commentDate": r.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "commentText": r.text,
        "likes": r.likes,
        "isReply": "true" if r.parent else "false",
        "replyCount": r.replies,
    }


def as_instagram(r: Row) -> dict[str, object]:
    """The columns of an Instagram comment table."""
    return {
        "postUrl": f"https://www.instagram.com/reel/{r.video}/",
        "id": r.id,
        "text": r.text,
        "ownerUsername": r.author,
        "timestamp": r.at.isoformat(timespec="milliseconds"),
        "repliesCount": r.replies,
        "likesCount": r.likes,
        "parentId": r.parent,
    }


SHAPES: dict[str, Callable[[Row], dict[str, object]]] = {
    "tiktok": as_tiktok,
    "youtube": as_youtube,
    "instagram": as_instagram,
}


def main() -> None:
    """Write one file per platform beside this script."""
    everything = rows()
    for platform, shape in SHAPES.items():
        table = [shape(r) for r in everything if r.platform == platform]
        path = HERE / "comments" / f"{platform}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, table[0])
            writer.writeheader()
            writer.writerows(table)
        print(f"{path.name}: {len(table)} comments")


if __name__ == "__main__":
    main()
