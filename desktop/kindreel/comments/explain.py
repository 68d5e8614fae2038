"""Why a comment has its score: the exact share of each word, at its place in the original."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import phrases, rows
from kindreel.comments.classify import Classifier
from kindreel.comments.features import SIZES, Features, extract
from kindreel.comments.function_words import FUNCTION_WORDS
from kindreel.comments.labels import COLUMN, LABELS, UNKIND_LABELS
from kindreel.comments.normalise import GROUP, URL, USER, Places, text_of
from kindreel.model.comment import Label, Reason, Score

MOST = 3
"""Reasons for each label."""

_LEAST_SHARE = 0.12
"""A word needs this share of all that speaks for a label."""

_SMALLEST = 0.05
"""And at least so much of the log-odds."""

_TAIL = 0.4
"""A stretch needs this share of the strongest one; what is left is filling."""

_TELLING = 3
"""Words shorter than this tell a reader nothing by themselves."""

_WORD_REACH = (1, 2, 3, 3, 1, 1)
"""How many words each family of word features spans."""

_AS_LIKELY_AS_NOT = 0.5
_ATTACKS = tuple(label for label in UNKIND_LABELS if label is not Label.PROFANITY)
_SIGNS = {GROUP: "", URL: "link", USER: "@"}


@dataclass(frozen=True, slots=True)
class Shares:
    """Exact shares of one label's log-odds: those of the plain characters add up to it.

    characters: before calibration, without the bias. first, stop: the sentence that speaks.
    """

    features: Features
    characters: NDArray[np.float64]
    bias: float
    first: int
    stop: int

    @property
    def log_odds(self) -> float:
        """What the shares and the bias add up to."""
        return float(self.characters.sum()) + self.bias


def shares(classifier: Classifier, text: str, label: Label) -> Shares:
    """What each character of the speaking sentence adds to a label."""
    features = extract([text])
    answering = int(classifier.columns(features, label)[0])
    column = classifier.table.column(answering)
    whole = rows.comment_rows(features)
    span = (0, len(features.chars), float(rows.sizes(features, whole)[0]), 0.0)
    if label in UNKIND_LABELS:
        span = _speaking(features, column, span)
    first, stop, size, margin = span
    added = _spread(features, column, first, stop) / np.sqrt(size)
    return Shares(features, added, float(classifier.model.bias[answering]) - margin, first, stop)


def _speaking(
    features: Features, column: NDArray[np.float32], whole: tuple[int, int, float, float]
) -> tuple[int, int, float, float]:
    """The sentence that speaks although it is one of many, or the whole."""
    split = rows.sentence_rows(features)
    if len(split.starts) == 1:
        return whole
    added = rows.column_sums(features, split, column)
    size = rows.sizes(features, split)
    margin = float(np.log(len(split.starts)))
    alone = added / np.sqrt(size) - margin
    worst = int(alone.argmax())
    if alone[worst] <= added.sum() / np.sqrt(size.sum()):
        return whole
    bounds = np.r_[split.starts, len(features.chars)]
    return int(bounds[worst]), int(bounds[worst + 1]), float(size[worst]), margin


def _spread(
    features: Features, column: NDArray[np.float32], first: int, stop: int
) -> NDArray[np.float64]:
    """Every feature's weight, dealt out evenly to the characters it is made of."""
    added = np.zeros(len(features.chars) + SIZES[-1], np.float64)
    for family, size in enumerate(SIZES):
        weight = column[features.chars[first:stop, family]] / size
        for step in range(size):
            added[first + step : stop + step] += weight
    starts, stops = features.found.start, features.found.stop
    here = np.flatnonzero((starts >= first) & (starts < stop))
    for family, reach in enumerate(_WORD_REACH):
        for word in here:
            weight = column[features.words[word, family]]
            if weight:
                last = int(stops[min(int(word) + reach, len(stops)) - 1])
                added[starts[word] : last] += weight / (last - starts[word])
    return added


def reasons(classifier: Classifier, text: str) -> tuple[Reason, ...]:
    """The words that speak for each likely label, strongest first within a label."""
    score = classifier.score_many([text])[0]
    found: list[Reason] = []
    for label in LABELS:
        if score.of(label) >= _worth_telling(classifier, label) and not _outweighed(label, score):
            found += _strongest(shares(classifier, text, label), label)
    return (*_phrase_reasons(text, score.values()), *found)


def _worth_telling(classifier: Classifier, label: Label) -> float:
    """How likely a label must be to be explained.

    As likely as makes a comment unsure; where no queue follows from doubt, as likely as not: below
    that the marks are mostly words of the topic.
    """
    limits = classifier.model.thresholds
    doubt = "unsure" if label is Label.UNKIND else f"unsure_{label}"
    return limits.get(doubt, limits.get(label.value, _AS_LIKELY_AS_NOT))


def _outweighed(label: Label, score: Score) -> bool:
    """Whether the comment is likelier the opposite: marks for both would only confuse."""
    attack = max(score.of(one) for one in _ATTACKS)
    if label is Label.KIND:
        return attack > score.kind
    return label in _ATTACKS and score.kind > attack


def _phrase_reasons(text: str, scores: tuple[float, ...]) -> list[Reason]:
    features = extract([text])
    weight = float(np.log(phrases.CERTAIN / (1 - phrases.CERTAIN)))
    return [
        Reason(*_original(features, p.start, p.stop), p.label.value, weight)
        for p in phrases.find(features, 0)
        if scores[COLUMN[p.label]] >= phrases.DOUBTFUL
    ]


def _strongest(found: Shares, label: Label) -> list[Reason]:
    """The words with the largest shares; neighbours become one stretch."""
    words = found.features.found
    added = np.r_[0.0, np.cumsum(found.characters)]
    weight = added[words.stop] - added[words.start]
    telling = _telling(found.features)
    # Of many words with a little each the largest still tell more than nothing.
    largest = float(weight[telling].max(initial=0.0)) or float(weight.max(initial=0.0))
    needed = min(_LEAST_SHARE * float(weight[weight > 0].sum()), largest)
    strong = weight >= max(needed, _SMALLEST)
    ends = _stretches(strong, strong & telling) or _stretches(strong, strong)
    stretches = [(first, last, float(weight[first : last + 1].sum())) for first, last in ends]
    stretches.sort(key=lambda stretch: -stretch[2])
    return [
        Reason(
            *_original(found.features, int(words.start[first]), int(words.stop[last])),
            label.value,
            sum_,
        )
        for first, last, sum_ in stretches[:MOST]
        if sum_ >= _TAIL * stretches[0][2]
    ]


def _stretches(strong: NDArray[np.bool_], ends: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last words of stretches of strong ones, which begin and end with such as `ends`."""
    kept = np.flatnonzero(ends)
    weak = np.cumsum(~strong)
    parts = np.split(kept, np.flatnonzero(np.diff(weak[kept])) + 1) if len(kept) else []
    return [(int(part[0]), int(part[-1])) for part in parts]


def _telling(features: Features) -> NDArray[np.bool_]:
    """Whether each word tells a reader something by itself."""
    codes, found = features.text.codes, features.found
    return np.array(
        [
            _tells(text_of(codes[start:stop]))
            for start, stop in zip(found.start, found.stop, strict=True)
        ],
        np.bool_,
    )


def _tells(word: str) -> bool:
    if not word[0].isalpha():
        return ord(word[0]) != USER
    return len(word) >= _TELLING and word not in FUNCTION_WORDS


def _original(features: Features, start: int, stop: int) -> tuple[int, int]:
    """Places in the original text of a stretch of plain characters."""
    origin: Places = features.text.origin
    base = int(features.text.starts[0])
    last = min(stop, len(origin) - 1)
    return max(0, int(origin[start]) - base), max(0, int(origin[last]) - base)


def read_as(text: str, reason: Reason) -> str:
    """What a stretch was read as, when that differs from how it was written; else ''."""
    features = extract([text])
    origin = features.text.origin - features.text.starts[0]
    inside = (origin >= reason.start) & (origin < reason.end)
    plain = text_of(features.text.codes[inside])
    plain = "".join(_SIGNS.get(ord(letter), letter) for letter in plain).strip()
    written = text[reason.start : reason.end].casefold()
    return "" if plain == written or not plain.strip("@") else plain
