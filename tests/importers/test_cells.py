from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from kindreel.importers.reading.counts import parse_count
from kindreel.importers.reading.dates import parse_time
from kindreel.model.comment import Precision

moment = partial(datetime, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("0", 0),
        ("214", 214),
        ("1,204", 1204),
        ("1.204", 1204),
        ("1 204", 1204),
        ("1.204.311", 1204311),
        ("1.2K", 1200),
        ("1,2 mil", 1200),
        ("3万", 30000),
        ("2,5 rb", 2500),
        ("1,5 jt", 1500000),
        ("12M", 12000000),
        ("1.2 lakh", 120000),
        ("3.1k", 3100),
        ("4 likes", 4),
        ("", 0),
        ("-", 0),
        (None, 0),
        (True, 1),
        (7, 7),
        (7.0, 7),
        ("１２", 12),
        ("1.5万", 15000),
    ],
)
def test_counts_are_read_as_people_write_them(said: object, meant: int):
    assert parse_count(said) == meant


@pytest.mark.parametrize("said", ["many", "K", "nope 3", -1, 1e300, "9" * 40])
def test_what_is_no_count_is_none(said: object):
    assert parse_count(said) is None


@pytest.mark.parametrize(
    ("said", "meant", "precision"),
    [
        ("2026-11-21T18:04:00Z", moment(2026, 11, 21, 18, 4), Precision.SECOND),
        ("2026-11-21T18:04:00+0000", moment(2026, 11, 21, 18, 4), Precision.SECOND),
        ("2026-11-21T18:04:00.250+02:00", moment(2026, 11, 21, 16, 4, 0, 250000), Precision.EXACT),
        ("2026-11-21", moment(2026, 11, 21), Precision.DAY),
        ("21.11.2026", moment(2026, 11, 21), Precision.DAY),
        ("21/11/2026 9:05 pm", moment(2026, 11, 21, 21, 5), Precision.SECOND),
        ("11/21/2026", moment(2026, 11, 21), Precision.DAY),
        ("Nov 21, 2026", moment(2026, 11, 21), Precision.DAY),
        ("21 de noviembre de 2026", moment(2026, 11, 21), Precision.DAY),
        ("21 Agustus 2026", moment(2026, 8, 21), Precision.DAY),
        (1763748240, moment(2025, 11, 21, 18, 4), Precision.SECOND),
        ("1763748240", moment(2025, 11, 21, 18, 4), Precision.SECOND),
        (1763748240123, moment(2025, 11, 21, 18, 4, 0, 123000), Precision.EXACT),
    ],
)
def test_times_keep_how_exactly_they_are_known(said: object, meant: datetime, precision: Precision):
    at, known = parse_time(said, NOW)
    assert at == int(meant.timestamp() * 1000)
    assert known is precision


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2 days ago", 2),
        ("hace 2 días", 2),
        ("há 2 dias", 2),
        ("2 hari yang lalu", 2),
        ("2 araw ang nakalipas", 2),
        ("il y a 2 jours", 2),
        ("vor 2 Tagen", 2),
        ("2d ago", 2),
        ("2d", 2),
        ("3 weeks ago (edited)", 21),
        ("a day ago", 1),
        ("yesterday", 1),
        ("kemarin", 1),
        ("2 w", 14),
    ],
)
def test_relative_times_count_back_from_the_file(said: str, days: int):
    at, known = parse_time(said, NOW)
    assert at == int((NOW - timedelta(days=days)).timestamp() * 1000)
    assert known is Precision.APPROXIMATE


@pytest.mark.parametrize(
    "said", ["", None, "soon", "99/99/2026", "0", "-5", "2026-13-45", "x" * 500, "1e400"]
)
def test_what_is_no_time_is_unknown(said: object):
    assert parse_time(said, NOW) == (None, Precision.UNKNOWN)
