"""Media files: named by content, whole, and kept as long as anything refers to them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kindreel.errors import MediaError
from kindreel.model.ids import MediaId
from kindreel.store.document import Document
from kindreel.store.media import MediaStore
from project_examples import a_project

CONTENT = b"a kind picture"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "Kind words.kindreel")


def age(store: MediaStore, *media: MediaId) -> None:
    for each in media:
        os.utime(store.path(each), (0, 0))


def test_a_file_is_named_by_its_content(store: MediaStore, tmp_path: Path):
    picture = tmp_path / "Me, 2026.JPEG"
    picture.write_bytes(CONTENT)
    assert store.add(picture) == f"{DIGEST}.jpg"
    assert store.path(MediaId(f"{DIGEST}.jpg")).read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("extension", "kept"),
    [("png", "png"), (".WAV", "wav"), ("", "bin"), ("../x", "bin"), ("a" * 30, "bin")],
)
def test_an_extension_is_tidied(store: MediaStore, extension: str, kept: str):
    assert store.add_bytes(CONTENT, extension) == f"{DIGEST}.{kept}"


def test_the_same_content_is_kept_once(store: MediaStore):
    assert store.add_bytes(CONTENT, "png") == store.add_bytes(CONTENT, "PNG")
    assert len(list(store.folder.iterdir())) == 1


def test_a_damaged_file_is_noticed_and_mended_by_adding_it_again(store: MediaStore):
    media = store.add_bytes(CONTENT, "png")
    store.path(media).write_bytes(b"a kind pictur3")
    assert store.damaged([media]) == (media,)
    store.add_bytes(CONTENT, "png")
    assert store.damaged([media]) == ()


def test_missing_files_are_told(store: MediaStore):
    here = store.add_bytes(CONTENT, "png")
    gone = MediaId("0" * 64 + ".png")
    assert store.missing([here, gone, gone]) == (gone,)
    with pytest.raises(MediaError, match="is missing"):
        store.path(gone)


@pytest.mark.parametrize("name", ["../project.sqlite", "", "heart.png", "/etc/passwd"])
def test_an_impossible_name_never_leaves_the_folder(store: MediaStore, name: str):
    with pytest.raises(MediaError, match="impossible name"):
        store.path(MediaId(name))
    assert store.missing([MediaId(name)]) == (name,)


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(store: MediaStore, tmp_path: Path):
    with pytest.raises(MediaError, match=r"“gone\.png” cannot be added"):
        store.add(tmp_path / "gone.png")


def test_a_sweep_takes_what_nothing_uses(store: MediaStore):
    used, unused = store.add_bytes(b"used", "png"), store.add_bytes(b"unused", "png")
    age(store, used, unused)
    (store.folder / "notes.txt").write_text("not ours")
    assert store.sweep([used]) == (unused,)
    assert {p.name for p in store.folder.iterdir()} == {used, "notes.txt"}


def test_a_sweep_spares_what_was_just_added(store: MediaStore):
    media = store.add_bytes(CONTENT, "png")
    assert store.sweep([]) == ()
    assert store.sweep([], grace_s=0) == (media,)


def test_a_sweep_takes_what_a_killed_copy_left(store: MediaStore):
    store.add_bytes(CONTENT, "png")
    left = store.folder / ".unfinished-x1"
    left.write_bytes(b"half a")
    os.utime(left, (0, 0))
    store.sweep([])
    assert not left.exists()


def test_versions_and_recovery_copies_keep_their_media(tmp_path: Path):
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        media = document.media
        in_version, in_autosave = media.add_bytes(b"1", "png"), media.add_bytes(b"2", "png")
        document.save(a_project("With a picture", in_version))
        document.save(a_project("Without"))
        document.autosave(a_project("Not saved yet", in_autosave))
        assert media.sweep([], grace_s=-1) == ()
        for version in document.versions():
            version.path.unlink()
        assert media.sweep([], grace_s=-1) == (in_version,)


def test_nothing_is_swept_while_a_copy_cannot_be_read(tmp_path: Path):
    with Document.create(tmp_path / "A.kindreel", a_project()) as document:
        document.media.add_bytes(CONTENT, "png")
        document.versions()[0].path.write_bytes(b"damaged")
        assert document.media.sweep([], grace_s=-1) == ()


def test_media_come_without_the_database_library():
    code = "import sys, kindreel.store.media; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
