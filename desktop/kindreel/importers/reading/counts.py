"""Likes as people and platforms write them: 1.2K, 1,2 mil, 3万, 1.234."""

from __future__ import annotations

import re
import unicodedata

_TIMES = {
    "": 1, "k": 1_000, "tsd": 1_000, "mil": 1_000, "rb": 1_000, "ribu": 1_000, "千": 1_000,
    "тыс": 1_000, "b": 1_000_000_000, "bn": 1_000_000_000, "m": 1_000_000, "mn": 1_000_000,
    "mi": 1_000_000, "mio": 1_000_000, "jt": 1_000_000, "juta": 1_000_000, "млн": 1_000_000,
    "million": 1_000_000, "millones": 1_000_000, "milhões": 1_000_000, "md": 1_000_000_000,
    "万": 10_000, "萬": 10_000, "만": 10_000, "億": 100_000_000, "亿": 100_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_COUNT = re.compile(r"(\d[\d.,' _]*)\s*([^\W\d_]*)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,' _]\d{3})+")
_MOST = 2**53


def parse_count(value: object) -> int | None:
    """The number a cell means, 0 for an empty one, None when it means none."""
    if isinstance(value, bool) or value is None:
        return int(bool(value))
    if isinstance(value, int):
        return value if 0 <= value <= _MOST else None
    if isinstance(value, float):
        return int(value) if 0 <= value <= _MOST else None
    text = str(value)
    if text.isascii() and text.isdigit() and len(text) < 16:
        return int(text)
    return _written_count(text)


def _written_count(text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text[:64]).strip().casefold()
    if plain in {"", "-", "–", "none", "null", "nan", "n/a"}:
        return 0
    found = _COUNT.match(plain)
    if found is None:
        return None
    number, word = found.group(1).strip(), found.group(2)
    times = _TIMES.get(word)
    if times is None:
        times = 1  # "12 likes": the word names what is counted
    amount = _amount(number, scaled=times > 1)
    if amount is None or amount * times > _MOST:
        return None
    return round(amount * times)


def _amount(number: str, *, scaled: bool) -> float | None:
    """A written number; before a “K” a dot or comma is a decimal mark, else it groups thousands."""
    if _GROUPED.fullmatch(number) and not (scaled and re.fullmatch(r"\d+[.,]\d+", number)):
        return float(re.sub(r"\D", "", number))
    plain = re.sub(r"[' _]", "", number).rstrip(".,").replace(",", ".")
    if plain.count(".") > 1:
        head, _, tail = plain.rpartition(".")
        plain = head.replace(".", "") + "." + tail
    try:
        return float(plain)
    except ValueError:
        return None
