"""Bytes → text, for files that went through Excel, Windows and old web pages."""

from __future__ import annotations

import codecs
import re

_ERRORS = "kindreel-cp1252"
_MOJIBAKE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
MAYBE_MOJIBAKE = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]").search
"""Finds the like in UTF-8, many times as quickly, and a little more than that."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as Windows-1252, so that nothing is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    text = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in stray)
    return text, error.end


codecs.register_error(_ERRORS, _as_cp1252)

ERRORS = _ERRORS
"""The error handler to open files with."""


def detect(head: bytes) -> str:
    """The encoding of a file that begins with `head`; UTF-8 unless something says otherwise."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return _utf16_without_bom(head) or "utf-8"


def _utf16_without_bom(head: bytes) -> str:
    """UTF-16 shows as many NULs on one side of each pair and hardly any on the other."""
    sample = head[: len(head) // 2 * 2]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if odd > pairs * 0.4 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def width(encoding: str) -> int:
    """How many bytes each unit of an encoding has."""
    return {"utf-16": 2, "utf-32": 4}.get(encoding[:6], 1)


def decode(data: bytes, encoding: str) -> str:
    """The text of some bytes; what is not in the encoding is read as Windows-1252."""
    errors = _ERRORS if encoding.startswith("utf-8") else "replace"
    return data.decode(encoding, errors)


def repair_mojibake(text: str) -> str:
    """The text before someone read its UTF-8 as Windows-1252 or Latin-1; else as it is."""
    if not _MOJIBAKE.search(text):
        return text
    for wrong in ("latin-1", "cp1252"):
        try:
            return text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
    return text


def storable(text: str) -> str:
    """The text with NULs and lone surrogates shown as �, which a database cannot keep."""
    if text.isascii() and "\x00" not in text:
        return text
    return _UNSTORABLE.sub("\ufffd", text) if _UNSTORABLE.search(text) else text
