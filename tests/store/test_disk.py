"""Disks that are full, folders that cannot be written to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kindreel.errors import DocumentError, MediaError
from kindreel.store.document import Document, recoverable
from project_examples import a_project, numbered

resource = pytest.importorskip("resource", reason="limits the size of files")


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Let the system refuse whatever would make a file larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "Kind words.kindreel", a_project()) as made:
        yield made


def room_of(document: Document) -> int:
    return (document.folder / "project.sqlite").stat().st_size


def test_a_save_on_a_full_disk_keeps_what_was_saved(document: Document):
    with no_file_over(room_of(document)), pytest.raises(DocumentError, match="disk"):
        document.save(numbered(1))
    assert document.project == a_project()
    document.save(numbered(2))
    document.close()
    assert Document.open(document.folder).project == numbered(2)


def test_an_autosave_on_a_full_disk_keeps_the_one_before(document: Document):
    document.autosave(a_project("Changed"))
    with no_file_over(room_of(document)), pytest.raises(DocumentError, match="disk"):
        document.autosave(numbered(1))
    assert sorted(p.name for p in document.folder.glob("auto*")) == ["autosave.sqlite"]
    assert Document.open(document.folder, read_only=True).recover() == a_project("Changed")
    document.autosave(a_project("Changed again"))
    document.close()
    assert Document.open(document.folder).recover() == a_project("Changed again")


def test_a_first_autosave_on_a_full_disk_leaves_none(document: Document):
    with no_file_over(room_of(document) // 2), pytest.raises(DocumentError, match="space"):
        document.autosave(numbered(1))
    assert recoverable(document.folder) is None


def test_a_save_stands_even_when_no_version_can_be_kept(document: Document):
    shutil.rmtree(document.folder / "versions")
    (document.folder / "versions").write_text("in the way")
    document.save(numbered(1))
    document.close()
    assert Document.open(document.folder).project == numbered(1)


def test_media_on_a_full_disk_leave_nothing_behind(document: Document):
    with no_file_over(1000), pytest.raises(MediaError, match="cannot be added"):
        document.media.add_bytes(b"x" * 5000, "bin")
    assert list(document.media.folder.iterdir()) == []


def test_saving_as_on_a_full_disk_leaves_no_folder(document: Document, tmp_path: Path):
    with no_file_over(1000), pytest.raises(DocumentError):
        document.save_as(tmp_path / "Copy.kindreel", numbered(1))
    assert not (tmp_path / "Copy.kindreel").exists()


LOOK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from project_examples import a_project, numbered
from kindreel.errors import DocumentError
from kindreel.store.document import Document

with Document.open(Path(sys.argv[2])) as document:
    assert document.read_only and document.project == a_project()
    try:
        document.save(numbered(1))
    except DocumentError as error:
        print(error)
    with document.save_as(Path(sys.argv[3]), numbered(1)) as copy:
        assert copy.project == numbered(1)
"""


def without_rights_over_all() -> list[str]:
    """A command's beginning under which root, too, must respect a folder's mode."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root writes everywhere")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


def test_a_project_in_a_read_only_folder_can_be_looked_at_and_copied(
    document: Document, tmp_path: Path
):
    document.close()
    document.folder.chmod(0o555)
    try:
        done = subprocess.run(
            [
                *without_rights_over_all(),
                *(sys.executable, "-c", LOOK, Path(__file__).parents[1]),
                *(document.folder, tmp_path / "Copy.kindreel"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        document.folder.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")
    assert "open to look at only" in done.stdout
