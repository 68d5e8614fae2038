"""What each character is taken for: the letter it imitates, a space, or nothing."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

SIZE = 0x20000
"""Characters from here on are read as spaces; nothing people write lies there but rare Han."""

SPACE = 32
SEPARATOR = 1
"""Stands between the comments of a batch; the one control character that is kept."""

# Blocks with letters that have a plain form: Latin to Greek Extended, letter-like symbols,
# enclosed and small forms, full width, and the mathematical alphabets.
_FOLDED = ((0x00, 0x3000), (0xA640, 0xAB70), (0xFB00, 0x10000), (0x1D400, 0x1D800))
_IMITATED = {
    "авсдеёкмнорстухіїјѕԁԛԝ": "abcdeekmhopctyxiijsdqw",
    "αβεηικνορτυχ": "abenikvoptux",
    "ѵաոսց": "vaouq",
    "ɡɩʟɴʀʏɪʙʜꜱᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰɢ": "gilnryibhsacdejkmoptuvwzfg",
    "ƖӏøØłŁđĐħıßæœ": "lloolLdDhisao",
    "‘’´`“”«»—–…": "''''\"\"\"\"--.",
}
_INVISIBLE = (
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0x1F3FB, 0x1F400),  # skin tones
    0xAD,
    0x34F,
    0x61C,
    0x180E,
    0xFEFF,
    0x20E3,
)


def _plain(form: str) -> int:
    """The first letter of a decomposed, folded character; 0 when only a mark is left."""
    for letter in form:
        category = unicodedata.category(letter)
        if category in {"Mn", "Me", "Cf"}:
            continue
        return SPACE if letter.isspace() or category in {"Cc", "Zs"} else ord(letter)
    return 0


def _fold(table: NDArray[np.uint32], start: int, stop: int) -> None:
    """Fill one block; a single call decomposes all of it."""
    characters = [chr(code) for code in range(start, stop)]
    joined = "\x1f".join(" " if c == "\x1f" or 0xD800 <= ord(c) < 0xE000 else c for c in characters)
    forms = unicodedata.normalize("NFKD", joined).casefold()
    forms = unicodedata.normalize("NFD", forms)
    for code, form in zip(range(start, stop), forms.split("\x1f"), strict=True):
        # A spacing accent decomposes into a space and the accent: it stays an accent.
        if form != chr(code) or not form.isprintable() or unicodedata.category(form)[0] == "M":
            table[code] = _plain(form)


@cache
def table() -> NDArray[np.uint32]:
    """For each code point the one it is read as; 0 means it is dropped."""
    out = np.arange(SIZE, dtype=np.uint32)
    for start, stop in _FOLDED:
        _fold(out, start, stop)
    for imitations, letters in _IMITATED.items():
        for imitation, letter in zip(imitations, letters, strict=True):
            out[ord(imitation)] = ord(letter.lower())
    for first in (0x1F130, 0x1F150, 0x1F170):  # squared and circled letters
        out[first : first + 26] = np.arange(97, 123)
    out[0x1F1E6:0x1F200] = np.arange(97, 123)  # flag letters
    out[list(_INVISIBLE)] = 0
    out[[0, SIZE - 1]] = SPACE
    out[SEPARATOR] = SEPARATOR
    return out
