"""A whole project in one zip file, to share; what comes back is not trusted."""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kindreel.errors import DocumentError
from kindreel.model.ids import MediaId
from kindreel.store.faults import explained
from kindreel.store.folder import MEDIA, PROJECT, place
from kindreel.store.media import MediaStore, is_media_id

_OURS = re.compile(rf"(?:[^/]+/)?({re.escape(PROJECT)}|{MEDIA}/[0-9a-z.]+)")
"""The names that are taken, in the archive itself or in one folder."""

_MOST_ENTRIES = 10_000
_MOST_BYTES = 8_000_000_000
_MOST_PROJECT_BYTES = 500_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000


class Archive:
    """An opened zip file whose entries have been looked through."""

    def __init__(self, file: ZipFile, name: str) -> None:
        self._file = file
        self._name = name
        self._entries = self._known_entries()

    def project_file(self, folder: Path) -> Path:
        """Write the project's file into a folder and give its path."""
        path = folder / PROJECT
        with self._file.open(self._entries[PROJECT]) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)
        return path

    def media_into(self, store: MediaStore) -> None:
        """Add all media to a store; DocumentError when one is not what its name says."""
        for name, entry in self._entries.items():
            media = MediaId(name.partition("/")[2])
            if not is_media_id(media):
                continue
            with self._file.open(entry) as source:
                if store.add_stream(source, media.partition(".")[2]) != media:
                    raise self._refusal("a medium whose content does not match its name")

    def _known_entries(self) -> dict[str, ZipInfo]:
        entries = self._file.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise self._refusal(f"{len(entries)} entries")
        if sum(e.file_size for e in entries) > _MOST_BYTES:
            raise self._refusal("too many bytes")
        found: dict[str, ZipInfo] = {}
        for entry in entries:
            ours = _OURS.fullmatch(entry.filename)
            if ours is None:
                continue
            if ours[1] in found or _is_bloated(entry):
                raise self._refusal(f"entry {ours[1]}")
            found[ours[1]] = entry
        if PROJECT not in found or found[PROJECT].file_size > _MOST_PROJECT_BYTES:
            raise self._refusal("no project of a sensible size")
        return found

    def _refusal(self, details: str) -> DocumentError:
        return DocumentError(
            f"“{self._name}” is not a shared Kindreel project.",
            "Nothing was unpacked. Ask for it again.",
            details,
        )


def pack(file: Path, media: MediaStore, used: tuple[MediaId, ...], zip_path: Path) -> None:
    """Write a project's file and those of its media that are there into a zip file."""
    new = zip_path.with_name(f".{zip_path.name}.new")
    absent = set(media.missing(used))
    with explained(zip_path):
        try:
            with ZipFile(new, "w") as archive:
                archive.write(file, PROJECT, ZIP_DEFLATED)
                for each in used:
                    if each not in absent:
                        archive.write(media.path(each), f"{MEDIA}/{each}", ZIP_STORED)
            place(new, zip_path)
        finally:
            new.unlink(missing_ok=True)


@contextmanager
def opened(zip_path: Path) -> Iterator[Archive]:
    """The archive in a zip file; DocumentError when it is damaged or none of ours."""
    with explained(zip_path):
        try:
            with ZipFile(zip_path) as file:
                yield Archive(file, zip_path.name)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DocumentError(
                f"“{zip_path.name}” cannot be unpacked.",
                "Nothing was unpacked. Ask for it again.",
                str(error),
            ) from error


def _is_bloated(entry: ZipInfo) -> bool:
    return entry.file_size > max(_SMALL, entry.compress_size * _MOST_RATIO)
