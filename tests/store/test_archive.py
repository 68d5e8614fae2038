"""Shared projects: what comes out of a zip file is not trusted."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kindreel.errors import DocumentError
from kindreel.store import archive
from kindreel.store.document import Document
from project_examples import a_project


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared project with one picture."""
    path = tmp_path / "shared.zip"
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        document.save(a_project("Shared", document.media.add_bytes(b"<svg/>", "svg")))
        document.pack(path)
    return path


def altered(path: Path, name: str, content: bytes) -> Path:
    """A copy of a zip file with one more entry, in place of one of that name."""
    new = path.with_name("altered.zip")
    with ZipFile(path) as old, ZipFile(new, "w", ZIP_DEFLATED) as zipped:
        for entry in old.infolist():
            if entry.filename != name:
                zipped.writestr(entry.filename, old.read(entry))
        zipped.writestr(name, content)
    return new


def refused(path: Path) -> str:
    """Why it is refused; checks that nothing was unpacked."""
    folder = path.parent / "New.kindreel"
    with pytest.raises(DocumentError) as caught:
        Document.unpack(path, folder)
    assert not folder.exists()
    return caught.value.sentence


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "media/../evil.txt", "notes.txt"])
def test_entries_of_other_names_are_never_written(shared: Path, name: str):
    path = altered(shared, name, b"evil")
    with Document.unpack(path, shared.parent / "New.kindreel") as document:
        assert document.project.title == "Shared"
    assert [p for p in shared.parent.rglob("*") if p.is_file() and p.name.startswith("evil")] == []


def test_a_project_zipped_again_by_hand_can_be_unpacked(shared: Path):
    by_hand = shared.with_name("by hand.zip")
    with ZipFile(shared) as old, ZipFile(by_hand, "w") as zipped:
        for entry in old.infolist():
            zipped.writestr(f"Kind words.kindreel/{entry.filename}", old.read(entry))
    with Document.unpack(by_hand, shared.parent / "New.kindreel") as document:
        assert document.media.missing(document.media.sweep([], grace_s=-1)) == ()
        assert document.project.title == "Shared"


def test_a_medium_whose_content_was_changed_is_refused(shared: Path):
    with ZipFile(shared) as zipped:
        media = next(n for n in zipped.namelist() if n.startswith("media/"))
    assert "not a shared" in refused(altered(shared, media, b"<svg> </svg>"))


def test_an_entry_that_swells_is_refused(shared: Path):
    assert "not a shared" in refused(altered(shared, f"media/{'0' * 64}.bin", bytes(50_000_000)))


def test_too_many_entries_are_refused(shared: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "_MOST_ENTRIES", 1)
    assert "not a shared" in refused(shared)


def test_too_many_bytes_are_refused(shared: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "_MOST_BYTES", 1000)
    assert "not a shared" in refused(shared)


def test_a_zip_file_without_a_project_is_refused(tmp_path: Path):
    with ZipFile(tmp_path / "holiday.zip", "w") as zipped:
        zipped.writestr("beach.jpg", b"sun")
    assert "not a shared" in refused(tmp_path / "holiday.zip")


@pytest.mark.parametrize("cut", [0, 100, 1000])
def test_a_file_that_was_cut_off_is_refused(shared: Path, cut: int):
    shared.write_bytes(shared.read_bytes()[:cut])
    assert "cannot be unpacked" in refused(shared)


def test_a_damaged_project_inside_is_refused(shared: Path):
    assert "is damaged" in refused(altered(shared, "project.sqlite", b"kind words" * 500))


def test_sharing_leaves_an_older_file_whole_when_it_fails(shared: Path, tmp_path: Path):
    before = shared.read_bytes()
    with Document.open(tmp_path / "A.kindreel") as document:
        (tmp_path / ".shared.zip.new").mkdir()  # in the way
        with pytest.raises(DocumentError):
            document.pack(shared)
    assert shared.read_bytes() == before
