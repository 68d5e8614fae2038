"""Times as files give them, exact or “2 months ago”, with how exactly they are known."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import cast

from kindreel.importers.reading.relative import ago
from kindreel.model.comment import Precision

Moment = tuple[int | None, Precision]
"""Milliseconds since 1970 UTC, or None, and how exactly."""

UNKNOWN: Moment = (None, Precision.UNKNOWN)
_EARLIEST = 946_684_800_000  # 2000-01-01; no platform is older
_LATEST = 4_102_444_800_000  # 2100-01-01
_EXCEL_DAY_0 = datetime(1899, 12, 30, tzinfo=UTC)
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan january januar janvier enero ene janeiro januari enero",
            "feb february februar février fevrier febrero fevereiro fev februari pebrero peb",
            "mar march märz maerz mars marzo março marco maret marso",
            "apr april avril abril abr",
            "may mai mayo maio mei mayo",
            "jun june juni juin junio junho hun hunyo",
            "jul july juli juillet julio julho hul hulyo",
            "aug august août aout agosto ago agustus agu ags agosto",
            "sep sept september septembre septiembre setembro set setyembre",
            "oct october oktober okt octobre octubre outubro out oktubre",
            "nov november novembre noviembre novembro nob nobyembre nopember",
            "dec december dezember dez décembre diciembre dic dezembro desember des disyembre dis",
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T,]+(.*))?$")
_WORDED = re.compile(
    r"(?:\w{3,9}\.?,?\s+)?(?:(\d{1,2})\.?\s+(?:de\s+)?([^\W\d]{3,10})\.?|([^\W\d]{3,10})\.?\s+(\d{1,2}))"
    r"(?:,|\s+de)?\s+(\d{4})(?:,?\s+(?:at\s+|um\s+)?(.*))?$"
)
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d)?$"
)


def parse_time(value: object, anchor: datetime, *, day_first: bool = True) -> Moment:
    """When a cell says a comment was written; UNKNOWN when it says nothing readable.

    anchor: the moment relative times count back from, the file's own time.
    day_first: how to read 03/04/2026 when both readings are possible.
    """
    if isinstance(value, str):
        return _iso(value) or (
            _written(value, anchor, day_first) if 0 < len(value) <= 80 else UNKNOWN
        )
    if isinstance(value, datetime):
        return _of(value, Precision.SECOND)
    if isinstance(value, date):
        return _of(datetime(value.year, value.month, value.day, tzinfo=UTC), Precision.DAY)
    if isinstance(value, int | float):
        return _epoch(value)
    return UNKNOWN


def _of(moment: datetime, precision: Precision) -> Moment:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        ms = int(aware.timestamp() * 1000)
    except (OverflowError, ValueError, OSError):
        return UNKNOWN
    return (ms, precision) if _EARLIEST <= ms < _LATEST else UNKNOWN


def _epoch(number: float) -> Moment:
    """Seconds, milliseconds, microseconds or Excel's days, told apart by their size."""
    if not 0 < number < 1e17:
        return UNKNOWN
    if 36_000 < number < 73_500:
        return _of(_EXCEL_DAY_0 + timedelta(days=number), Precision.SECOND)
    for unit_ms, precision in (
        (1000, Precision.SECOND),
        (1, Precision.EXACT),
        (0.001, Precision.EXACT),
    ):
        ms = int(number * unit_ms)
        if _EARLIEST <= ms < _LATEST:
            return ms, precision
    return UNKNOWN


def whole_seconds(column: list[object]) -> list[int] | None:
    """Milliseconds of a column of nothing but whole seconds since 1970; else None."""
    if set(map(type, column)) != {int}:
        return None
    numbers = cast("list[int]", column)
    if min(numbers) * 1000 < _EARLIEST or max(numbers) * 1000 >= _LATEST:
        return None
    return [number * 1000 for number in numbers]


def _iso(text: str) -> Moment | None:
    if len(text) < 10 or text[4] != "-":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) == 10:
        return _of(moment, Precision.DAY)
    return _of(moment, Precision.EXACT if "." in text else Precision.SECOND)


@lru_cache(maxsize=4096)
def _written(text: str, anchor: datetime, day_first: bool) -> Moment:  # noqa: FBT001 - cached, private
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    try:
        return _epoch(float(plain))
    except ValueError:
        pass
    back = ago(plain, anchor)
    if back is not None:
        return _of(back, Precision.APPROXIMATE)
    day, clock = _calendar_day(plain, day_first=day_first)
    if day is None:
        return UNKNOWN
    if not clock:
        return _of(day, Precision.DAY)
    return _with_clock(day, clock)


def _calendar_day(plain: str, *, day_first: bool) -> tuple[datetime | None, str]:
    """The date a text begins with, and the clock time that follows it."""
    found = _NUMERIC.match(plain)
    if found:
        a, b, c = (int(found.group(i)) for i in (1, 2, 3))
        return _numeric_day(a, b, c, day_first=day_first), found.group(4) or ""
    found = _WORDED.match(plain)
    if found is None:
        return None, ""
    number = int(found.group(1) or found.group(4))
    month = _MONTHS.get(found.group(2) or found.group(3))
    if month is None:
        return None, ""
    return _day(int(found.group(5)), month, number), found.group(6) or ""


def _numeric_day(a: int, b: int, c: int, *, day_first: bool) -> datetime | None:
    if a > 31:
        return _day(a, b, c)
    year = c + 2000 if c < 100 else c
    if a > 12 or (day_first and b <= 12):
        return _day(year, b, a)
    return _day(year, a, b)


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _with_clock(day: datetime, clock: str) -> Moment:
    found = _CLOCK.match(clock.strip())
    if found is None:
        return _of(day, Precision.DAY)
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    half = (found.group(5) or "").replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return _of(day, Precision.DAY)
    return _of(
        day.replace(hour=hour, minute=minute, second=second) - _offset(found.group(6)),
        Precision.SECOND,
    )


def _offset(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "")
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return distance if zone[0] == "+" else -distance
