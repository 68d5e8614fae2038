"""What a teacher left behind: a vector for each frequent word, and its view of unlabelled comments.

The teacher is a large network that reads a hundred languages (resources/training/teacher.py). It
is needed neither to train nor to score. Words of one meaning have vectors near each other in all
languages, so what is learned about one word counts for others that were never seen.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel import paths
from kindreel.comments import readings, rows
from kindreel.comments.features import Buckets, Features, extract
from kindreel.errors import ImportFileError

STRENGTH = 0.3
"""How easily a model leans on the vectors rather than on single words."""

Floats = NDArray[np.float32]


def _folder() -> Path:
    return paths.resource("training", "taught")


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Vectors of words by their feature. bucket: sorted; vector: (buckets, dimensions)."""

    bucket: Buckets
    vector: Floats

    def meaning(self, features: Features) -> Floats:
        """(comments, dimensions) the sum of the vectors of a comment's words, scaled like features.

        So what a linear model makes of it is a weight for each word.
        """
        found = features.words[:, 0]
        place = np.searchsorted(self.bucket, found) % len(self.bucket)
        added = self.vector[place] * (self.bucket[place] == found)[:, None]
        sums = np.zeros((len(found) + 1, self.vector.shape[1]))
        np.cumsum(added, axis=0, out=sums[1:])
        stops = np.searchsorted(features.found.start, features.ends)
        size = rows.sizes(features, rows.comment_rows(features))
        summed = np.diff(sums[stops], axis=0, prepend=0)
        return np.asarray(summed / np.sqrt(size)[:, None], np.float32)


@cache
def word_vectors() -> WordVectors:
    """The vectors that come with our training data; ImportFileError when the file is damaged."""
    line, _, body = (_folder() / "words.vectors").read_bytes().partition(b"\n")
    head = json.loads(line)
    if hashlib.sha256(body).hexdigest() != head["sha256"]:
        raise ImportFileError("The word vectors are damaged.", "Fetch the project again.")
    listed, _, numbers = body.partition(b"\n\n")
    units = np.frombuffer(numbers, np.int8).reshape(head["words"], head["dimensions"])
    bucket, first = _features_of(listed.decode().split("\n"))
    return WordVectors(bucket, np.asarray(units[first] * (STRENGTH * head["unit"]), np.float32))


def _features_of(words: list[str]) -> tuple[Buckets, NDArray[np.intp]]:
    """The features of those entries that are one word, sorted, and which entries they are."""
    features = extract(words)
    entry = np.searchsorted(features.ends, features.found.start)
    alone = np.bincount(entry, minlength=len(words))[entry] == 1
    bucket, first = np.unique(features.words[alone, 0], return_index=True)
    return bucket[bucket > 0], entry[alone][first][bucket > 0]


@cache
def _views() -> dict[str, float]:
    text = (_folder() / "unkind.txt").read_text("utf-8")
    return {key: int(view) / 100 for key, view in map(str.split, text.splitlines())}


def unkind(texts: list[str]) -> Floats:
    """How likely unkind the teacher holds each text; NaN where it was not asked."""
    views = _views()
    return np.array([views.get(readings.key(text), np.nan) for text in texts], np.float32)


def recipe() -> str:
    """All that a model has from here as text: other files are another model."""
    files = [_folder() / name for name in ("words.vectors", "unkind.txt")]
    return repr((STRENGTH, [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]))
