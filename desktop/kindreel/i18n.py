"""Numbers, counts and times as people read them, and the door for translations."""

from __future__ import annotations

import gettext
import os
from functools import cache

from kindreel import paths


@cache
def _catalogue() -> gettext.NullTranslations:
    language = os.environ.get("KINDREEL_LANGUAGE")
    languages = [language] if language else None
    return gettext.translation("kindreel", paths.resource("locale"), languages, fallback=True)


def tr(sentence: str) -> str:
    """The sentence in the person's language; as written when there is no translation."""
    return _catalogue().gettext(sentence)


def count(number: int, one: str, many: str) -> str:
    """“1 comment”, “1,204 comments”: a count with its word."""
    return f"{number:,} {one if number == 1 else many}"


def duration(seconds: float) -> str:
    """“0:43”, “1:02”: minutes and seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def about(seconds: float) -> str:
    """“about 12 s”, “about 3 min”: how long something will still take."""
    if seconds < 1:
        return "less than a second"
    if seconds < 90:
        return f"about {round(seconds)} s"
    return f"about {round(seconds / 60)} min"


def size(octets: int) -> str:
    """“11.4 MB”: a file's size in decimal units."""
    amount = float(octets)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:,.0f} {unit}" if unit == "bytes" else f"{amount:,.1f} {unit}"
        amount /= 1000
    return f"{amount:,.1f} GB"
