"""An inbox with comments whose queue is said by their first word, for the tests around it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.model.comment import Label, Queue

_SAYS = {
    Queue.SEVERE: Label.THREAT,
    Queue.UNKIND: Label.UNKIND,
    Queue.UNSURE: Label.PROFANITY,
    Queue.NEUTRAL: Label.SELFHARM,
    Queue.KIND: Label.KIND,
    Queue.SPAM: Label.SPAM,
}
_QUEUES = tuple(_SAYS)
_COLUMNS = [tuple(Label).index(label) for label in _SAYS.values()]
START = datetime(2026, 11, 1, tzinfo=UTC)


class FirstWord:
    """A scorer that goes by the first word: “severe …”, “kind …”; longer texts are surer."""

    version = "first word"

    def score_array(self, texts: Sequence[str]) -> NDArray[np.float32]:
        scores = np.zeros((len(texts), len(Label)), np.float32)
        for row, text in enumerate(texts):
            word = text.partition(" ")[0]
            queue = Queue(word) if word in {q.value for q in Queue} else Queue.NEUTRAL
            column = _COLUMNS[_QUEUES.index(queue)]
            sure = min(0.99, 0.6 + len(text) / 1000)
            scores[row, column] = 0.1 if queue is Queue.NEUTRAL else sure
        return scores

    def queues(self, scores: NDArray[np.float32]) -> list[Queue]:
        return [_QUEUES[i] for i in scores[:, _COLUMNS].argmax(axis=1)]


COLUMNS = ("cid", "text", "author", "channel", "time", "votes", "video_id")


def youtube_row(number: int, text: str, author: int | None = None) -> list[str]:
    """One comment as a YouTube tool would write it."""
    person = number if author is None else author
    return [
        f"Ug{number:024d}",
        text,
        f"@person{person}",
        f"UC{person:022d}",
        (START + timedelta(minutes=number)).isoformat(),
        str(number * 7 % 50),
        f"video{number % 3}",
    ]


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return path


def mixed(count: int, people: int = 20) -> list[list[str]]:
    """Comments of all six queues in turn."""
    words = [queue.value for queue in _QUEUES]
    return [youtube_row(n, f"{words[n % 6]} words number {n}", n % people) for n in range(count)]
