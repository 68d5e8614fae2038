"""Files of a million made-up comments for the figures; the same seed writes the same file."""

from __future__ import annotations

import csv
import json
import random
import string
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel import importers, paths
from kindreel.model.comment import Comment, Label, Queue

COLUMNS = ("cid", "text", "author", "channel", "time", "likes", "videoId", "parent")
VIDEOS = 200
_START = datetime(2026, 1, 1, tzinfo=UTC)
_YEAR_S = 28_000_000
_JSON_RECORD = 480
_OWN_WORDS = 40_000
_SEED = 7

Row = tuple[str, str, str, str, str, int, str, str]


def rows(count: int) -> Iterator[Row]:
    """Comments of about 80 bytes in the words of the samples and 40,000 made-up ones."""
    chance = random.Random(_SEED)
    said = _sample_texts()
    own = [
        "".join(chance.choices(string.ascii_lowercase, k=chance.randint(3, 9)))
        for _ in range(_OWN_WORDS)
    ]
    people = [(_id(chance, 22), f"{chance.choice(own)}{n}") for n in range(max(1, count // 4))]
    videos = [_id(chance, 11) for _ in range(VIDEOS)]
    for _ in range(count):
        extra = own[int(_OWN_WORDS * chance.random() ** 3)], own[int(_OWN_WORDS * chance.random())]
        text = f"{chance.choice(said)} {chance.choice(said)} {extra[0]} {extra[1]}"
        channel, handle = people[int(len(people) * chance.random() ** 2)]
        moment = _START + timedelta(seconds=chance.randrange(_YEAR_S))
        likes = int(chance.paretovariate(0.9)) - 1
        yield (
            f"Ug{_id(chance, 18)}4AaABAg",
            text,
            f"@{handle}",
            f"UC{channel}",
            f"{moment.isoformat()[:19]}Z",
            likes,
            videos[int(VIDEOS * chance.random() ** 2)],
            "",
        )


def _id(chance: random.Random, length: int) -> str:
    return urlsafe_b64encode(chance.randbytes(length))[:length].decode("ascii")


def _sample_texts() -> list[str]:
    files = sorted(paths.resource("samples", "comments").glob("*.csv"))
    return [c.text for f in files for c in importers.read(f) if isinstance(c, Comment)]


def write_csv(path: Path, count: int) -> int:
    """Write the comments as CSV; the number of bytes of their texts."""
    size = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows(count):
            size += len(row[1].encode())
            writer.writerow(row)
    return size


def write_info_json(path: Path, octets: int) -> int:
    """Write a yt-dlp file of about so many bytes; the number of comments in it."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('{"id": "kR3el0lampB", "title": "Paper boats", "formats": [], "comments": [')
        for count, row in enumerate(rows(octets // _JSON_RECORD), 1):
            cid, text, author, channel, moment, likes, _, _ = row
            comment = {
                "id": cid,
                "parent": "root",
                "text": text,
                "like_count": likes,
                "author_id": channel,
                "author": author,
                "author_thumbnail": f"https://yt3.ggpht.com/{cid}{channel}=s88-c-k-c0x00ffffff-no-rj",
                "author_is_uploader": False,
                "is_favorited": False,
                "timestamp": int(datetime.fromisoformat(moment).timestamp()),
                "_time_text": "2 months ago",
                "author_url": f"https://www.youtube.com/{author}",
            }
            file.write((", " if count > 1 else "") + json.dumps(comment))
        file.write('], "webpage_url": "https://www.youtube.com/watch?v=kR3el0lampB", ')
        file.write('"extractor_key": "Youtube", "_type": "video"}')
    return count


class Dealt:
    """A scorer that deals queues by chance, so that no classifier's time is in the figures."""

    version = "dealt"
    _shares = (0.02, 0.08, 0.1, 0.45, 0.3, 0.05)

    def __init__(self) -> None:
        self._chance = np.random.default_rng(_SEED)

    def score_array(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Likelihoods, most of them small."""
        return (self._chance.random((len(texts), len(Label))) ** 4).astype(np.float32)

    def queues(self, scores: NDArray[np.float32]) -> list[Queue]:
        """Queues in the shares that a friendly channel has."""
        every = tuple(Queue)
        return [every[i] for i in self._chance.choice(len(every), len(scores), p=self._shares)]
