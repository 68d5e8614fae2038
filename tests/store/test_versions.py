"""Versions grow fewer with age, and the newest few always stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kindreel.store import versions
from kindreel.store.document import Document
from project_examples import a_project

NOW = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)


def lived(saves: timedelta, lasting: timedelta) -> tuple[datetime, ...]:
    """What is kept when one has saved so often for so long, thinning out each time."""
    kept: tuple[datetime, ...] = ()
    moment = NOW - lasting
    while moment <= NOW:
        kept = versions.worth_keeping((*kept, moment), moment)
        moment += saves
    return kept


def between(kept: tuple[datetime, ...], young: timedelta, old: timedelta) -> list[timedelta]:
    """The gaps between those kept of some age."""
    chosen = [t for t in kept if young <= NOW - t <= old]
    return [a - b for a, b in pairwise(chosen)]


def test_the_newest_five_stay_however_close():
    times = [NOW - timedelta(seconds=s) for s in range(20)]
    assert versions.worth_keeping(times, NOW)[:5] == tuple(times[:5])


def test_each_age_keeps_its_own_spacing():
    kept = lived(timedelta(minutes=3), timedelta(days=4))
    hour, day = timedelta(hours=1), timedelta(days=1)
    assert max(between(kept, timedelta(), hour)) <= timedelta(minutes=10)
    assert max(between(kept, hour, day)) <= 2 * hour
    assert max(between(kept, day, 4 * day)) <= 2 * day
    assert min(between(kept, 2 * hour, day)) >= hour / 2
    assert len(kept) < 60


def test_a_year_of_work_leaves_a_bounded_number():
    kept = lived(timedelta(hours=5), timedelta(days=400))
    assert 40 < len(kept) < 150
    assert NOW - min(kept) <= timedelta(days=366)


def test_thinning_out_deletes_the_files(tmp_path: Path):
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        for number in range(12):
            document.save(a_project(str(number)))
        found = document.versions()
    assert 5 <= len(found) <= 7
    assert [v.path.name for v in found] == sorted((v.path.name for v in found), reverse=True)


def test_versions_never_take_more_than_their_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(versions, "_ROOM", 1)
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        for number in range(12):
            document.save(a_project(str(number)))
        assert len(document.versions()) == 5


def test_other_files_among_the_versions_are_left_alone(tmp_path: Path):
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        note = tmp_path / "A.kindreel" / "versions" / "mine.sqlite"
        note.write_text("a note")
        (note.parent / "20269999T999999999999Z-saved.sqlite").write_text("no such day")
        document.save(a_project("New"))
        assert note.read_text() == "a note"
        assert len(document.versions()) == 2


def test_what_a_killed_copy_left_goes_with_the_next_save(tmp_path: Path):
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        left = tmp_path / "A.kindreel" / "versions" / "20260101T000000000000Z-saved.new"
        left.write_text("half a")
        document.save(a_project("New"))
        assert not left.exists()
