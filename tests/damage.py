"""Damages files by chance, as disks, editors and spreadsheets do."""

from __future__ import annotations

import random

_PIECES = (
    b"\x00",
    b'"',
    b"{",
    b"[",
    b"]",
    b"\xff\xfe",
    b"1e999",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"\n",
    b",,,,",
    b"'=1+1",
    "💔\u202e\u200b".encode(),
    b"9" * 400,
    b"[" * 2000,
)


def damaged(content: bytes, chance: random.Random, strokes: int = 0) -> bytes:
    """The file with a few bytes changed, doubled, lost or put in; never empty."""
    data = bytearray(content)
    for _ in range(strokes or chance.randint(1, 6)):
        at = chance.randrange(len(data) or 1)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 20)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 40)]
            case _:
                data[at:at] = chance.choice(_PIECES)
    return bytes(data or b"x")
