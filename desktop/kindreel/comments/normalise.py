"""Comments as arrays of plain characters, with the way back to the original text.

Every step replaces or drops characters in place, so the origin of each one is known. All
comments of a batch lie in one array, each as " text " followed by SEPARATOR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import confusables, veiled

SEPARATOR = confusables.SEPARATOR
SPACE = confusables.SPACE
URL, USER, GROUP = 0xE000, 0xE001, 0xE002
"""Single characters that stand for a link, a mention and a word for a group of people."""

LONGEST = 4000
"""Characters of a comment that are read; the platforms' own limits are mostly lower."""

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

_JOINT = " \x01 "
_LEET = np.zeros(128, np.uint32)
_LEET[list(b"013457@$!|")] = list(b"oieastasil")
_SEPARATORS = np.isin(np.arange(128), list(b" .*_-"))
_STAR = ord("*")
_STRESSED = re.compile(r"(?<![a-z0-9*])(\*{1,3})(?![\s*])[^*\x01]{1,80}(?<!\s)\1(?![a-z0-9*])")
_SIGNS_AT_END = np.isin(np.arange(128), list(b"034@$"))
_ADDRESSES = (re.compile(r"https?:/+[^\s\x01]+"), re.compile(r"www\.[^\s\x01]+"))
_DOMAIN = re.compile(
    r"\.(?:com|net|org|info|ru|xyz|ly|me|tv|id|br|mx|ph|gg|vip|site|online)"
    r"(?:/[^\s\x01]*)?(?![a-z0-9])"
)
_IN_DOMAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_MENTION = re.compile(r"@[\w.]{2,}")


@dataclass(frozen=True, slots=True)
class Plain:
    """A batch of comments in plain characters.

    codes: code points. origin: for each the place in the joined original; starts: where
    each comment begins in that joined original.
    """

    codes: Codes
    origin: Places
    starts: Places

    def place(self, comment: int, index: int) -> int:
        """The place in the original comment of one plain character."""
        return int(self.origin[index] - self.starts[comment])


def joined_starts(texts: Sequence[str]) -> Places:
    """Where each text begins once all are joined."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + len(_JOINT)
    starts = np.empty(len(texts), np.int64)
    starts[:1] = 1
    np.cumsum(lengths[:-1], out=starts[1:])
    starts[1:] += 1
    return starts


def shifted(mask: Mask, by: int) -> Mask:
    """The mask moved `by` places to the right (left when negative), filled with False."""
    out = np.zeros_like(mask)
    if by > 0:
        out[by:] = mask[:-by]
    elif by < 0:
        out[:by] = mask[-by:]
    else:
        out[:] = mask
    return out


def is_letter(codes: Codes) -> Mask:
    """Which characters are plain Latin letters."""
    return (codes - np.uint32(97)) < 26


def text_of(codes: Codes) -> str:
    """The plain characters as a string, one character for each."""
    return codes.astype("<u4", copy=False).tobytes().decode("utf-32-le", "replace")


def plain(texts: Sequence[str]) -> Plain:
    """All comments of a batch in plain characters."""
    cut, joined = _joined(texts)
    raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    folded = confusables.table().take(raw, mode="clip")
    origin = np.arange(len(folded), dtype=np.int64)
    codes = _mark_links(folded)
    codes, origin = _drop(codes, origin, np.flatnonzero(codes == 0))
    read = _read_leet(codes)
    codes = read if read is codes else _read_leet(read)
    codes, origin = _read_stars(codes, origin)
    codes, origin = _drop(codes, origin, _spacing_inside_words(codes))
    codes, origin = _drop(codes, origin, _repeats(codes))
    return Plain(codes, origin, joined_starts(cut))


def _joined(texts: Sequence[str]) -> tuple[Sequence[str], str]:
    """The texts, cut where they are too long, and all of them as one."""
    joined = _JOINT.join(texts)
    longest = max(map(len, texts), default=0)
    if longest > LONGEST or joined.count("\x01") != max(0, len(texts) - 1):
        texts = [t[:LONGEST].replace("\x01", " ") for t in texts]
        joined = _JOINT.join(texts)
    return texts, f" {joined}{_JOINT[:2]}"


def _drop(codes: Codes, origin: Places, places: Places) -> tuple[Codes, Places]:
    """The characters without those at some places."""
    if not len(places):
        return codes, origin
    keep = np.ones(len(codes), np.bool_)
    keep[places] = False
    kept = np.flatnonzero(keep)
    return codes.take(kept), origin.take(kept)


def _mark_links(codes: Codes) -> Codes:
    """Links and mentions become one character each."""
    text = text_of(codes)
    found = [(m.start(), m.end(), URL) for form in _ADDRESSES for m in form.finditer(text)]
    found += [(_domain_start(text, m.start()), m.end(), URL) for m in _DOMAIN.finditer(text)]
    found += [
        (m.start(), m.end(), USER) for m in _MENTION.finditer(text) if _is_mention(text, m.start())
    ]
    for start, stop, mark in found:
        if start < stop and codes[start] not in {0, URL}:
            codes[start:stop] = 0
            codes[start] = mark
    return codes


def _domain_start(text: str, dot: int) -> int:
    """Where the name before a domain's ending begins; behind it when there is none."""
    start = dot
    while text[start - 1] in _IN_DOMAIN:
        start -= 1
    return start if start < dot else len(text)


def _is_mention(text: str, at: int) -> bool:
    """Whether an @ begins a name, rather than stands for an a."""
    return text[at - 1] in " \x01" and "@" not in text[at + 1 : at + 3]


def _read_leet(codes: Codes) -> Codes:
    """Digits and signs inside words become the letters they imitate."""
    places = np.flatnonzero(_LEET.take(codes, mode="clip"))
    if not len(places):
        return codes
    # A batch begins and ends with spaces: a place beyond its end is read as its beginning.
    sign = codes[places]
    before = [is_letter(codes.take(places - by, mode="wrap")) for by in (1, 2, 3)]
    after = [is_letter(codes.take(places + by, mode="wrap")) for by in (1, 2)]
    digit_after = (codes.take(places + 1, mode="wrap") - np.uint32(48)) < 10
    inside = after[0] & (before[0] | after[1])
    vowel = before[2] & ~(digit_after | after[0])
    at_end = before[0] & before[1] & _SIGNS_AT_END[sign] & (vowel | (sign >= 64) | (sign == 36))
    read = inside | at_end
    if not read.any():
        return codes
    out = codes.copy()
    out[places[read]] = _LEET[sign[read]]
    return out


def _spacing_inside_words(codes: Codes) -> Places:
    """The separators in "k i l l" and "i.d.i.o.t": three letters or more, each alone."""
    letters = is_letter(codes)
    places = np.flatnonzero(letters & ~shifted(letters, 1) & ~shifted(letters, -1))
    if len(places) < 3:
        return places[:0]
    parted = _SEPARATORS.take(codes[places + 1], mode="clip")
    link = np.zeros(len(places) + 1, np.bool_)
    link[1:-1] = (np.diff(places) == 2) & parted[:-1]
    chain = link[1:] & (link[:-1] | np.r_[link[2:], False])
    dropped: Places = places[chain] + 1
    return dropped


def _read_stars(codes: Codes, origin: Places) -> tuple[Codes, Places]:
    """Stars in bad words become the letters they hide; those around stressed words are left out."""
    if not (codes == _STAR).any():
        return codes, origin
    read = codes.copy()
    for at, word in veiled.letters_behind(text_of(codes)):
        read[at : at + len(word)] = np.frombuffer(word.encode("ascii"), np.uint8)
    around = [
        at
        for m in _STRESSED.finditer(text_of(read))
        for at in (*range(*m.span(1)), *range(m.end() - len(m[1]), m.end()))
    ]
    return _drop(read, origin, np.array(around, np.int64))


def _repeats(codes: Codes) -> Places:
    """All but one of three or more equal characters, and all but one of several spaces."""
    same = np.zeros(len(codes) + 1, np.bool_)
    same[1:-1] = codes[1:] == codes[:-1]
    places = np.flatnonzero(same)
    run = same[places - 1] | same[places + 1]
    dropped: Places = places[run | (codes[places] == SPACE)]
    return dropped
