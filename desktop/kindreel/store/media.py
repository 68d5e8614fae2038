"""Pictures, clips and sounds of a project, each a file named by its content."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kindreel.errors import MediaError
from kindreel.model.ids import MediaId
from kindreel.store import folder as names
from kindreel.store.migrate import connect

_log = logging.getLogger(__name__)

_ID = re.compile(r"([0-9a-f]{64})\.([a-z0-9]{1,8})")
_SAME = {"jpeg": "jpg", "tiff": "tif", "mpeg": "mpg"}
_CHUNK = 1 << 20
_UNFINISHED = ".unfinished-"
_GRACE_S = 3600.0


def is_media_id(text: str) -> bool:
    """Whether the text names a media file the way MediaId does."""
    return _ID.fullmatch(text) is not None


def media_ids_in(text: str) -> frozenset[MediaId]:
    """All media ids that stand in a text."""
    return frozenset(MediaId(found[0]) for found in _ID.finditer(text))


class MediaStore:
    """The media of one project folder; the same content is kept once.

    folder: the `Name.kindreel` folder; its `media` folder is made when first needed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / names.MEDIA
        self._document = folder

    def add(self, path: Path) -> MediaId:
        """Copy a file in and give its id; MediaError when it cannot be read or kept."""
        try:
            with path.open("rb") as source:
                return self.add_stream(source, path.suffix)
        except OSError as error:
            raise MediaError(
                f"“{path.name}” cannot be added to the project.",
                "Check that the file can be read and that the disk has space.",
                str(error),
            ) from error

    def add_bytes(self, data: bytes, extension: str) -> MediaId:
        """Keep what is in memory and give its id; MediaError when the disk does not take it."""
        try:
            return self.add_stream(BytesIO(data), extension)
        except OSError as error:
            raise MediaError(
                "A picture, clip or sound cannot be added to the project.",
                "Check that the disk has space.",
                str(error),
            ) from error

    def copy_to(self, other: MediaStore, media: Iterable[MediaId]) -> None:
        """Add those of the files that are there to another store."""
        wanted = set(media)
        for each in sorted(wanted - set(self.missing(wanted))):
            other.add(self.path(each))

    def path(self, media: MediaId) -> Path:
        """The file of an id; MediaError when it is missing."""
        path = self._place(media)
        if not path.is_file():
            raise MediaError(
                "A picture, clip or sound of this project is missing.",
                "Add it again, or put the project's media folder back.",
                str(path),
            )
        return path

    def missing(self, media: Iterable[MediaId]) -> tuple[MediaId, ...]:
        """Those ids that have no file, sorted."""
        return tuple(sorted(m for m in set(media) if not (is_media_id(m) and self._has(m))))

    def damaged(self, media: Iterable[MediaId]) -> tuple[MediaId, ...]:
        """Those ids whose file no longer has the content that named it, sorted; reads them all."""
        present = {m for m in media if is_media_id(m) and self._has(m)}
        return tuple(sorted(m for m in present if not _is_whole(self._place(m))))

    def sweep(self, used: Iterable[MediaId], grace_s: float = _GRACE_S) -> tuple[MediaId, ...]:
        """Delete what neither `used` nor a saved state, version or recovery copy refers to.

        grace_s: younger files stay, for what was added but not yet put anywhere. Nothing goes
        while one of the copies cannot be read. Gives what was deleted.
        """
        if not self.folder.is_dir():
            return ()
        try:
            keep = {*used, *self._referred()}
        except sqlite3.Error as error:
            _log.warning("media not swept: %s", type(error).__name__)
            return ()
        before = time.time() - grace_s
        swept = [p for p in self._loose(keep) if p.stat().st_mtime <= before]
        for path in swept:
            path.unlink(missing_ok=True)
        return tuple(sorted(MediaId(p.name) for p in swept if is_media_id(p.name)))

    def add_stream(self, source: IO[bytes], extension: str) -> MediaId:
        """Keep what a stream has left and give its id; OSError when it or the disk fails."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix=_UNFINISHED, delete=False) as new:
            unfinished = Path(new.name)
            try:
                digest = _copy(source, new)
                new.flush()
                os.fsync(new.fileno())
                media = MediaId(f"{digest}.{_tidy(extension)}")
                new.close()
                self._settle(unfinished, self._place(media))
            finally:
                unfinished.unlink(missing_ok=True)
        return media

    def _settle(self, unfinished: Path, final: Path) -> None:
        if final.is_file() and _is_whole(final):
            os.utime(final)  # a sweep's grace starts anew
            return
        unfinished.chmod(0o644)
        os.replace(unfinished, final)  # noqa: PTH105 - replace() of Path is the same call, named less plainly
        names.settle(self.folder)

    def _place(self, media: MediaId) -> Path:
        if not is_media_id(media):
            raise MediaError("A picture, clip or sound has an impossible name.", "", repr(media))
        return self.folder / media

    def _has(self, media: MediaId) -> bool:
        return self._place(media).is_file()

    def _loose(self, keep: set[MediaId]) -> Iterator[Path]:
        for path in self.folder.iterdir():
            ours = is_media_id(path.name) or path.name.startswith(_UNFINISHED)
            if ours and path.name not in keep:
                yield path

    def _referred(self) -> Iterator[MediaId]:
        versions = self._document / names.VERSIONS
        for path in (*self._document.glob("*.sqlite*"), *versions.glob("*.sqlite")):
            if path.name.endswith("-journal"):
                continue
            with closing(connect(path)) as db:
                for (media,) in db.execute("SELECT key FROM media"):
                    yield MediaId(media)


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def _tidy(extension: str) -> str:
    plain = extension.lower().removeprefix(".")
    plain = _SAME.get(plain, plain)
    return plain if re.fullmatch(r"[a-z0-9]{1,8}", plain) else "bin"


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == path.name.partition(".")[0]
