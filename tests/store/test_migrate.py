"""File formats: older files are brought up to date, newer and foreign ones left alone."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kindreel.errors import DocumentError, NewerDocumentError
from kindreel.store import migrate
from kindreel.store.migrate import DOCUMENT, Format

Steps = Callable[..., Format]

TO1 = "def upgrade(db):\n    db.execute('CREATE TABLE kept (word TEXT)')\n"
TO2 = "def upgrade(db):\n    db.execute('ALTER TABLE kept ADD COLUMN number INTEGER DEFAULT 7')\n"
BROKEN = TO2 + "    raise ValueError('half way')\n"
COMMITTING = "def upgrade(db):\n    db.executescript('CREATE TABLE more (word TEXT);')\n"


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Steps]:
    """Makes a format whose steps are the given source texts."""
    monkeypatch.syspath_prepend(str(tmp_path / "shelf"))

    def make(name: str, *sources: str) -> Format:
        package = tmp_path / "shelf" / name
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        for number, source in enumerate(sources, 1):
            (package / f"to{number}.py").write_text(source)
        return Format("thing", 0x4B6E6400, name)

    yield make
    for name in [m for m in sys.modules if m.startswith("format_")]:
        del sys.modules[name]


@pytest.fixture
def old_file(tmp_path: Path, steps: Steps) -> Path:
    path = tmp_path / "things.sqlite"
    migrate.ready(path, steps("format_one", TO1))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO kept VALUES ('heart')")
    return path


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT * FROM kept").fetchall()


def test_a_missing_file_is_made_with_the_newest_format(tmp_path: Path):
    path = tmp_path / "project.sqlite"
    migrate.ready(path, DOCUMENT)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (DOCUMENT.newest(),)


def test_an_older_file_goes_through_the_steps_it_lacks(old_file: Path, steps: Steps):
    migrate.ready(old_file, steps("format_two", TO1, TO2))
    assert rows(old_file) == [("heart", 7)]


def test_the_older_file_stays_beside_the_new_one(old_file: Path, steps: Steps):
    migrate.ready(old_file, steps("format_two", TO1, TO2))
    assert rows(old_file.with_name("things.sqlite.format1")) == [("heart",)]


def test_a_step_that_fails_leaves_the_file_as_it_was(old_file: Path, steps: Steps):
    before = old_file.read_bytes()
    with pytest.raises(ValueError, match="half way"):
        migrate.ready(old_file, steps("format_bad", TO1, BROKEN))
    assert old_file.read_bytes() == before
    assert sorted(p.name for p in old_file.parent.glob("things*")) == ["things.sqlite"]


def test_a_step_that_commits_by_itself_is_caught(old_file: Path, steps: Steps):
    before = old_file.read_bytes()
    with pytest.raises(RuntimeError, match="ended the transaction"):
        migrate.ready(old_file, steps("format_hasty", TO1, COMMITTING))
    assert old_file.read_bytes() == before


def test_what_waits_in_a_write_ahead_log_is_carried_over(old_file: Path, steps: Steps):
    with closing(sqlite3.connect(old_file)) as db, db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("INSERT INTO kept VALUES ('star')")
    migrate.ready(old_file, steps("format_two", TO1, TO2))
    assert rows(old_file) == [("heart", 7), ("star", 7)]


def test_a_newer_file_is_refused_and_untouched(old_file: Path, steps: Steps):
    with closing(sqlite3.connect(old_file)) as db:
        db.execute("PRAGMA user_version = 2")
    before = old_file.read_bytes()
    with pytest.raises(NewerDocumentError, match="newer Kindreel"):
        migrate.ready(old_file, steps("format_again", TO1))
    assert old_file.read_bytes() == before


def test_somebody_elses_database_is_refused_and_untouched(tmp_path: Path):
    path = tmp_path / "photos.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE photos (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(DocumentError, match="not a project of Kindreel"):
        migrate.ready(path, DOCUMENT)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path: Path):
    path = tmp_path / "things.sqlite"
    path.write_bytes(b"kind words" * 1000)
    with pytest.raises(DocumentError, match="is damaged"):
        migrate.ready(path, DOCUMENT)


def test_the_steps_of_a_format_are_numbered_without_a_gap():
    for fmt in (DOCUMENT, migrate.INBOX):
        numbers = sorted(fmt._numbers())
        assert numbers == list(range(1, len(numbers) + 1))
