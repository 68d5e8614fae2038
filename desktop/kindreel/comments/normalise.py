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

from kindreel.comments import confusables

SEPARATOR = 1
SPACE = confusables.SPACE
URL, USER, GROUP = 0xE000, 0xE001, 0xE002
"""Single characters that stand for a link, a mention and a word for a group of people."""

LONGEST = 4000
"""Characters of a comment that are read; the platforms' own limits are mostly lower."""

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

_JOINT = " \x01 "
_LEET = dict(zip(b"013457@$!|", b"oieastasil", strict=True))
_SEPARATORS = np.frombuffer(b" .*_-", np.uint8).astype(np.uint32)
_SIGNS_AT_END = np.frombuffer(b"034", np.uint8).astype(np.uint32)
_ADDRESS = re.compile(r"(?:https?:/+|www\.)[^\s\x01]+")
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
    lengths = np.fromiter((len(t) for t in texts), np.int64, len(texts)) + len(_JOINT)
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
    return codes.astype("<u4").tobytes().decode("utf-32-le", "replace")


def plain(texts: Sequence[str]) -> Plain:
    """All comments of a batch in plain characters."""
    cut = [t[:LONGEST].replace("\x01", " ") for t in texts]
    joined = " " + _JOINT.join(cut) + _JOINT[:2]
    raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    folded = confusables.table()[np.minimum(raw, confusables.SIZE - 1)]
    folded[raw == SEPARATOR] = SEPARATOR
    folded[raw >= confusables.SIZE - 1] = SPACE
    origin = np.arange(len(folded), dtype=np.int64)
    codes = _mark_links(folded)
    codes, origin = _drop(codes, origin, codes != 0)
    codes = _read_leet(_read_leet(codes))
    codes, origin = _drop(codes, origin, ~_spacing_inside_words(codes))
    codes, origin = _drop(codes, origin, ~_repeats(codes))
    return Plain(codes, origin, joined_starts(cut))


def _drop(codes: Codes, origin: Places, keep: Mask) -> tuple[Codes, Places]:
    if keep.all():
        return codes, origin
    return codes[keep], origin[keep]


def _mark_links(codes: Codes) -> Codes:
    """Links and mentions become one character each."""
    text = text_of(codes)
    found = [(m.start(), m.end(), URL) for m in _ADDRESS.finditer(text)]
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
    letters = is_letter(codes)
    meant = np.zeros_like(codes)
    for sign, letter in _LEET.items():
        meant[codes == sign] = letter
    signs = meant > 0
    if not signs.any():
        return codes
    before, before2 = shifted(letters, 1), shifted(letters, 2)
    after, after2 = shifted(letters, -1), shifted(letters, -2)
    inside = after & (before | after2)
    digits = (codes >= 48) & (codes < 58)
    vowels = np.isin(codes, _SIGNS_AT_END) & shifted(letters, 3) & ~shifted(digits | letters, -1)
    at_end = before & before2 & (vowels | (codes == 64) | (codes == 36))
    return np.where(signs & (inside | at_end), meant, codes)


def _spacing_inside_words(codes: Codes) -> Mask:
    """The separators in "k i l l" and "i.d.i.o.t": three letters or more, each alone."""
    letters = is_letter(codes)
    alone = letters & ~shifted(letters, 1) & ~shifted(letters, -1)
    if np.count_nonzero(alone) < 3:
        return np.zeros(len(codes), np.bool_)
    separators = (codes == SPACE) | np.isin(codes, _SEPARATORS[1:])
    link = alone & shifted(separators, -1) & shifted(alone, -2)
    chain = link & (shifted(link, 2) | shifted(link, -2))
    return shifted(chain, 1)


def _repeats(codes: Codes) -> Mask:
    """All but one of three or more equal characters, and all but one of several spaces."""
    same = np.zeros(len(codes), np.bool_)
    same[1:] = codes[1:] == codes[:-1]
    third = same & shifted(same, 1)
    run = third | shifted(third, -1)
    spaces = same & (codes == SPACE)
    dropped: Mask = (run & same) | spaces
    return dropped
