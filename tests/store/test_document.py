"""Projects on disk: opened, saved, autosaved, recovered, locked, shared."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kindreel.errors import (
    DocumentError,
    DocumentInUseError,
    MediaError,
    NewerDocumentError,
)
from kindreel.store.document import Document, recoverable, rescue
from project_examples import a_project, numbered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Kind words.kindreel"


@pytest.fixture
def document(folder: Path) -> Iterator[Document]:
    with Document.create(folder, a_project()) as made:
        yield made


def reopened(document: Document) -> Document:
    document.close()
    return Document.open(document.folder)


def crashed(document: Document) -> Document:
    """The document as the next start finds it when this process is gone."""
    document._lock.close()
    document._lock = None
    return Document.open(document.folder)


def test_a_saved_project_is_there_when_opened_again(document: Document):
    document.save(numbered(7))
    assert reopened(document).project == numbered(7)


def test_saving_bit_by_bit_gives_the_same_as_saving_at_once(document: Document):
    for project in (numbered(1), a_project("Less"), numbered(2), numbered(3)):
        document.save(project)
    assert reopened(document).project == numbered(3)


def test_a_new_project_never_takes_the_place_of_something(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("dear you")
    with pytest.raises(DocumentError, match="something in"):
        Document.create(tmp_path, a_project())
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_without_a_project_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(DocumentError, match="no project in"):
        Document.open(tmp_path)
    with pytest.raises(DocumentError, match="no project folder"):
        Document.open(tmp_path / "nothing.kindreel")


def test_an_autosave_leaves_the_saved_project_alone(document: Document):
    document.autosave(numbered(1))
    assert reopened(document).project == a_project()


def test_an_autosave_is_recovered_after_a_crash(document: Document):
    document.autosave(numbered(1))
    document.autosave(numbered(2))
    again = crashed(document)
    assert recoverable(again.folder) is not None
    assert again.recover() == numbered(2)


def test_recovered_work_goes_on_being_autosaved(document: Document):
    document.autosave(numbered(1))
    again = crashed(document)
    again.recover()
    again.autosave(numbered(2))
    assert crashed(again).recover() == numbered(2)


def test_nothing_is_recoverable_after_a_save(document: Document):
    document.autosave(numbered(1))
    document.save(numbered(1))
    assert recoverable(document.folder) is None
    assert crashed(document).recover() == numbered(1)


def test_nothing_is_recoverable_once_all_is_undone(document: Document):
    document.autosave(numbered(1))
    document.autosave(a_project())
    assert recoverable(document.folder) is None


def test_an_autosave_older_than_the_save_is_not_offered(document: Document):
    document.autosave(numbered(1))
    old = (document.folder / "autosave.sqlite").read_bytes()
    document.save(numbered(2))
    (document.folder / "autosave.sqlite").write_bytes(old)  # as if killed before its removal
    assert recoverable(document.folder) is None


def test_recovery_can_be_discarded(document: Document):
    document.autosave(numbered(1))
    again = crashed(document)
    again.discard_recovery()
    assert recoverable(again.folder) is None
    assert again.recover() == a_project()


def test_recovery_that_nobody_took_up_becomes_a_version(document: Document):
    document.autosave(numbered(1))
    again = crashed(document)
    again.autosave(numbered(2))
    unsaved = [v for v in again.versions() if v.kind == "unsaved"]
    assert [again.restore(v) for v in unsaved] == [numbered(1)]
    assert crashed(again).recover() == numbered(2)


def test_an_autosave_without_a_change_leaves_recovery_alone(document: Document):
    document.autosave(numbered(1))
    again = crashed(document)
    again.autosave(again.project)
    assert recoverable(again.folder) is not None
    assert again.recover() == numbered(1)


def test_an_autosave_that_went_missing_is_made_anew(document: Document):
    document.autosave(numbered(1))
    (document.folder / "autosave.sqlite").unlink()
    document.autosave(numbered(2))
    assert crashed(document).recover() == numbered(2)


@pytest.mark.parametrize("junk", [b"", b"kind words" * 500])
def test_a_damaged_autosave_never_blocks_opening(document: Document, junk: bytes):
    (document.folder / "autosave.sqlite").write_bytes(junk)
    again = crashed(document)
    assert recoverable(again.folder) is None
    again.autosave(numbered(1))
    assert crashed(again).recover() == numbered(1)


def test_an_autosave_writes_no_more_each_time(document: Document):
    document.autosave(numbered(0))
    kept = document.folder / "autosave.sqlite"
    first = kept.stat().st_size
    for number in range(1, 11):
        document.autosave(numbered(number))
    assert kept.stat().st_size <= 2 * first


def test_every_save_can_be_gone_back_to(document: Document):
    document.save(numbered(1))
    document.save(numbered(2))
    states = [document.restore(version) for version in document.versions()]
    assert states == [numbered(2), numbered(1), a_project()]
    assert document.project == numbered(2)


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"kind words" * 500])
def test_a_damaged_project_is_told_in_a_sentence_and_left_alone(document: Document, content: bytes):
    document.close()
    file = document.folder / "project.sqlite"
    file.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(DocumentError, match="is damaged"):
            Document.open(document.folder, read_only=read_only)
    assert file.read_bytes() == content


def test_a_save_without_a_change_makes_no_version(document: Document):
    before = document.saved_at
    document.save(a_project())
    assert len(document.versions()) == 1
    assert document.saved_at == before


def test_a_half_overwritten_project_is_told_in_a_sentence(document: Document):
    document.save(numbered(1))
    document.close()
    with (document.folder / "project.sqlite").open("rb+") as file:
        file.seek(4096)
        file.write(os.urandom(8192))
    with pytest.raises(DocumentError, match="is damaged"):
        Document.open(document.folder)


def test_a_damaged_project_is_rescued_from_its_newest_sound_version(document: Document):
    document.save(numbered(1))
    document.save(numbered(2))
    document.close()
    (document.folder / "project.sqlite").write_bytes(b"\x00" * 5000)
    document.versions()[0].path.write_bytes(b"gone too")
    with rescue(document.folder) as again:
        assert again.project == numbered(1)
    assert (document.folder / "project.sqlite.damaged").read_bytes() == b"\x00" * 5000


def test_a_newer_project_is_refused_and_untouched(document: Document):
    document.close()
    file = document.folder / "project.sqlite"
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerDocumentError, match="newer Kindreel"):
            Document.open(document.folder, read_only=read_only)
    assert file.read_bytes() == before


def test_a_second_opening_is_refused_but_may_look(document: Document):
    with pytest.raises(DocumentInUseError, match="open in another"):
        Document.open(document.folder)
    looking = Document.open(document.folder, read_only=True)
    assert looking.project == a_project()
    with pytest.raises(DocumentError, match="look at only"):
        looking.save(numbered(1))


def test_a_project_open_in_another_process_is_refused_until_that_is_killed(document: Document):
    document.close()
    hold = "import sys; from pathlib import Path; from kindreel.store.lock import FolderLock;"
    hold += "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(document.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DocumentInUseError):
            Document.open(document.folder)
        other.kill()
    with Document.open(document.folder) as again:
        assert not again.read_only


def test_a_change_from_outside_is_never_overwritten(document: Document):
    file = document.folder / "project.sqlite"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE stamp SET revision = 40")
    before = file.read_bytes()
    with pytest.raises(DocumentError, match="changed by another program"):
        document.save(numbered(1))
    assert file.read_bytes() == before


def test_a_project_whose_folder_is_gone_is_told_in_a_sentence(document: Document):
    shutil.rmtree(document.folder)
    with pytest.raises(DocumentError, match="cannot be opened"):
        document.save(numbered(1))


def test_saving_under_another_name_takes_the_media_along(document: Document, tmp_path: Path):
    heart = document.media.add_bytes(b"<svg/>", "svg")
    unused = document.media.add_bytes(b"<svg> </svg>", "svg")
    document.autosave(a_project("Copy", heart))
    with document.save_as(tmp_path / "Copy.kindreel", a_project("Copy", heart)) as copy:
        assert copy.project == a_project("Copy", heart)
        assert copy.media.path(heart).read_bytes() == b"<svg/>"
        assert copy.media.missing([heart, unused]) == (unused,)
    assert reopened(document).project == a_project()
    assert recoverable(document.folder) is None


def test_saving_under_a_taken_name_is_refused(document: Document, tmp_path: Path):
    with Document.create(tmp_path / "B.kindreel", numbered(1)) as other:
        with pytest.raises(DocumentError, match="something in"):
            document.save_as(other.folder, a_project("Copy"))
        assert other.project == numbered(1)


def test_a_shared_project_is_the_same_elsewhere(document: Document, tmp_path: Path):
    heart = document.media.add_bytes(b"<svg/>", "svg")
    document.save(a_project("Shared", heart))
    document.pack(tmp_path / "shared.zip")
    with Document.unpack(tmp_path / "shared.zip", tmp_path / "New.kindreel") as other:
        assert other.project == document.project
        assert other.media.path(heart).read_bytes() == b"<svg/>"


def test_closing_clears_media_that_nothing_refers_to(document: Document):
    heart = document.media.add_bytes(b"<svg/>", "svg")
    stray = document.media.add_bytes(b"stray", "bin")
    document.save(a_project("With", heart))
    document.save(a_project("Without"))
    for media in (heart, stray):
        os.utime(document.media.path(media), (0, 0))
    document.close()
    assert document.media.path(heart).is_file()
    with pytest.raises(MediaError):
        document.media.path(stray)
