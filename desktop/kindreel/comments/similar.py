"""Comments that say nearly the same: copies, pile-ons, brigades and repeat offenders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from statistics import median

import numpy as np

from kindreel.comments.folded import folded, words_of
from kindreel.comments.normalise import SEPARATOR, plain
from kindreel.comments.words import find_words
from kindreel.model.triage import Box, CommentKey, Entry, Sort, View
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.figures import Hour

NEAR = 0.5
"""Shares of words in common from this on are near."""
_LOOKED_AT = 2_000
_LONGEST = 40
"""Words of a comment by which others are looked for."""
_PILED = 5_000
_LEAST_PILE = 3
_BRIGADE_PEOPLE = 5
_BRIGADE_TIMES = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Comments that say nearly what one of them says.

    keys: that one first, then the nearest. people: how many different authors.
    """

    keys: tuple[CommentKey, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brigade:
    """Many people at once: an hour far above the video's usual one."""

    video: int | None
    start: datetime
    unkind: int
    people: int
    usual: float


def similar(inbox: Inbox, key: CommentKey, near: float = NEAR) -> Similar:
    """The comments like this one, in any queue or pile, of any author."""
    entry = inbox.comment(key)
    spoken = entry.comment.text
    others = inbox.sharing(key, words_of(spoken.casefold())[:_LONGEST], _LOOKED_AT)
    texts = list(dict.fromkeys((spoken, *(other.text for other in others))))
    rated = dict(zip(texts, _nearness_to_first(texts), strict=True))
    alike = [other for other in others if rated[other.text] >= near]
    alike.sort(key=lambda other: -rated[other.text])
    people = {entry.author_key or -key, *(other.author or -other.key for other in alike)}
    keys = (key, *(CommentKey(other.key) for other in alike))
    return Similar(keys=keys, people=len(people))


def nearness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of two texts' words that both have, 0 to 1 (Jaccard)."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _nearness_to_first(texts: Sequence[str]) -> list[float]:
    """The nearness of each text to the first of them, all at once."""
    codes = plain(texts).codes
    words = find_words(codes)
    text = np.cumsum(codes == SEPARATOR)[words.start]
    apart = np.unique(text.astype(np.int64) << 32 | words.number)
    text, number = apart >> 32, apart & 0xFFFFFFFF
    first = number[text == 0]
    said = np.bincount(text, minlength=len(texts))
    both = np.bincount(text[np.isin(number, first)], minlength=len(texts))
    shares: list[float] = (both / np.maximum(said + len(first) - both, 1)).tolist()
    return shares


def _people(entries: Iterable[Entry]) -> int:
    return len({entry.author_key or -entry.key for entry in entries})


def pile_ons(inbox: Inbox, least: int = _LEAST_PILE) -> tuple[Similar, ...]:
    """Groups of waiting unkind comments that several people wrote nearly alike, largest first."""
    waiting = [
        entry
        for box in (Box.SEVERE, Box.UNKIND, Box.SPAM)
        for entry in islice(inbox.each(View(box=box, sort=Sort.NEWEST)), _PILED)
    ]
    groups = [_as_similar(group) for group in _grouped(waiting) if len(group) >= least]
    several = [group for group in groups if group.people > 1]
    return tuple(sorted(several, key=lambda group: -len(group.keys)))


def _as_similar(group: Sequence[Entry]) -> Similar:
    return Similar(keys=tuple(e.key for e in group), people=_people(group))


def _grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Each comment joins the first group whose first comment is near it."""
    groups: list[tuple[frozenset[str], list[Entry]]] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for entry, text in zip(entries, folded([e.comment.text for e in entries]), strict=True):
        said = frozenset(words_of(text))
        near = (n for n in _candidates(said, by_word) if nearness(said, groups[n][0]) >= NEAR)
        number = next(near, None)
        if number is not None:
            groups[number][1].append(entry)
            continue
        for word in said:
            by_word[word].append(len(groups))
        groups.append((said, [entry]))
    return [members for _, members in groups]


def _candidates(said: frozenset[str], by_word: dict[str, list[int]]) -> list[int]:
    """Groups that share the rarest words; enough, since near texts share half of theirs."""
    rarest = sorted(said, key=lambda word: len(by_word[word]))[: len(said) // 2 + 1]
    return sorted({number for word in rarest for number in by_word[word]})


def brigades(hours: Sequence[Hour]) -> tuple[Brigade, ...]:
    """Hours in which many people were unkind under one video, far above its usual hour."""
    by_video: defaultdict[int | None, list[Hour]] = defaultdict(list)
    for hour in hours:
        by_video[hour.video].append(hour)
    found = []
    for video, own in by_video.items():
        usual = median(hour.unkind for hour in own) if len(own) > 1 else 1.0
        found += [
            Brigade(video=video, start=h.start, unkind=h.unkind, people=h.people, usual=usual)
            for h in own
            if h.people >= _BRIGADE_PEOPLE and h.unkind >= usual * _BRIGADE_TIMES
        ]
    return tuple(sorted(found, key=lambda brigade: -brigade.unkind))
