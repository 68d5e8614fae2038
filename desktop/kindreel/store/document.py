"""A project on disk: open, save, autosave, versions, recovery, sharing."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from types import TracebackType
from typing import Self

from kindreel.errors import DocumentError
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel.store import archive, database, versions
from kindreel.store import folder as names
from kindreel.store.database import Stamp
from kindreel.store.faults import explained
from kindreel.store.lock import FolderLock, lock_where_writable
from kindreel.store.media import MediaStore
from kindreel.store.migrate import DOCUMENT, ready
from kindreel.store.parts import Packer
from kindreel.store.recovery import recoverable
from kindreel.store.rows import Rows, project_of, rows_of
from kindreel.store.versions import Version

_log = logging.getLogger(__name__)


class Document:
    """An open project folder.

    folder: the `Name.kindreel` folder. project: the value as last saved. media: its files.
    read_only: whether it can only be looked at and saved elsewhere.
    Calls may come from any thread; they run one at a time.
    """

    def __init__(self, folder: Path, lock: FolderLock | None) -> None:
        """Load a folder that holds a project; `lock` None makes it read-only."""
        self.folder = folder
        self.media = MediaStore(folder)
        self._file = folder / names.PROJECT
        self._autosave = folder / names.AUTOSAVE
        self._lock = lock
        self._busy = RLock()
        self._packer = Packer()
        self._rows, self._stamp = database.read(self._file)
        self.project = project_of(self._rows, self._file)
        self._autosaved: Rows | None = None
        self._left_over = recoverable(folder)

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at and saved elsewhere."""
        return self._lock is None

    @property
    def saved_at(self) -> datetime:
        """When it was last saved, UTC."""
        return self._stamp.saved_at

    @classmethod
    def create(cls, folder: Path, project: Project) -> Document:
        """Put a new project in a folder, made when missing, and open it.

        The folder may hold media already, but nothing else; DocumentError otherwise.
        """
        with names.made(folder), explained(folder):
            lock = FolderLock(folder)
            try:
                _write_new(folder, project)
                document = cls(folder, lock)
            except BaseException:
                lock.close()
                raise
        document._keep_version()
        return document

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Document:
        """Open a project folder.

        DocumentInUseError when another process has it open for writing; `read_only` opens it all
        the same, and a folder that cannot be written to is opened so by itself.
        NewerDocumentError when a newer Kindreel made it, DocumentError when it cannot be read.
        """
        names.check_present(folder)
        lock = None if read_only else lock_where_writable(folder)
        try:
            if lock is not None:
                ready(folder / names.PROJECT, DOCUMENT)
            return cls(folder, lock)
        except BaseException:
            if lock is not None:
                lock.close()
            raise

    def save(self, project: Project) -> None:
        """Write the project for good, in one transaction, and keep a version of it."""
        with self._writing():
            rows = rows_of(project, self._packer)
            self._keep_left_over()
            if rows != self._rows:
                stamp = Stamp.now(self._stamp.revision + 1)
                database.write(self._file, self._rows, rows, self._stamp.revision, stamp)
                self._rows, self._stamp = rows, stamp
                self._keep_version()
            self.project = project
            self._drop_autosave()

    def autosave(self, project: Project) -> None:
        """Write unsaved work durably beside the saved project; the next save takes it away."""
        with self._writing():
            if project == self.project:
                if self._autosaved is not None:  # what a crash left is not ours to drop
                    self.discard_recovery()
                return
            rows = rows_of(project, self._packer)
            self._keep_left_over()
            stamp = Stamp.now(self._stamp.revision)
            before, self._autosaved = self._autosaved, None  # after a failure, begin anew
            if before is None or not self._autosave.exists():
                self._begin_autosave(rows, stamp)
            else:
                database.write(self._autosave, before, rows, stamp.revision, stamp)
            self._autosaved = rows

    def save_as(self, folder: Path, project: Project) -> Document:
        """Save under another name and open that; this document keeps what it had saved."""
        with self._busy:
            with names.made(folder):
                used = _media_of(rows_of(project, self._packer))
                self.media.copy_to(MediaStore(folder), used)
                other = Document.create(folder, project)
            if not self.read_only:
                self.discard_recovery()
            return other

    def versions(self) -> tuple[Version, ...]:
        """The kept earlier states, newest first."""
        return versions.versions_in(self.folder)

    def restore(self, version: Version) -> Project:
        """The project as it was; nothing is written until it is saved."""
        return _project_in(version.path)

    def recover(self) -> Project:
        """The unsaved work that a crash left; the saved project when there is none."""
        with self._busy:
            if self._left_over is None:
                return self.project
            rows, stamp = database.read(self._autosave)
            project = project_of(rows, self._autosave)
            if stamp.revision == self._stamp.revision and not self.read_only:
                self._autosaved, self._left_over = rows, None
            return project

    def discard_recovery(self) -> None:
        """Give up the unsaved work."""
        with self._writing():
            names.remove_database(self._autosave)
            self._autosaved = self._left_over = None

    def pack(self, zip_path: Path) -> None:
        """Write the project as last saved, with its media, into one file to share."""
        with self._busy, TemporaryDirectory(prefix="kindreel-") as name:
            folder = Path(name)
            _write_new(folder, self.project)
            archive.pack(folder / names.PROJECT, self.media, _media_of(self._rows), zip_path)

    @classmethod
    def unpack(cls, zip_path: Path, folder: Path) -> Document:
        """Put a shared project into a new folder and open it."""
        with TemporaryDirectory(prefix="kindreel-") as name, archive.opened(zip_path) as packed:
            file = packed.project_file(Path(name))
            project = _project_in(file)
            with names.made(folder):
                packed.media_into(MediaStore(folder))
                return cls.create(folder, project)

    def close(self) -> None:
        """Let go of the folder; unsaved work stays recoverable, unused media go. Safe twice."""
        with self._busy:
            if self._lock is None:
                return
            try:
                self.media.sweep(_media_of(self._rows))
            except OSError as error:
                _log.warning("media not swept: %s", error.strerror)
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._busy, explained(self._file):
            if self.read_only:
                raise DocumentError(
                    f"“{self.folder.stem}” is open to look at only.",
                    "Save it under another name to work on it.",
                )
            yield

    def _begin_autosave(self, rows: Rows, stamp: Stamp) -> None:
        new = self._autosave.with_name(f"{self._autosave.name}.new")
        names.remove_database(new)
        try:
            shutil.copyfile(self._file, new)
            database.write(new, self._rows, rows, stamp.revision, stamp)
            names.journal_of(self._autosave).unlink(missing_ok=True)
            names.place(new, self._autosave)
        finally:
            names.remove_database(new)

    def _keep_left_over(self) -> None:
        """Before work goes on without what a crash left, make that a version."""
        if self._left_over is not None:
            versions.take_in(self.folder, self._autosave)
            self._left_over = None

    def _drop_autosave(self) -> None:
        """Take the autosave away; the project is saved, so a failure is only logged."""
        self._autosaved = None
        try:
            names.remove_database(self._autosave)
        except OSError as error:
            _log.warning("an old autosave stays: %s", error.strerror)

    def _keep_version(self) -> None:
        try:
            versions.keep(self.folder, self._file)
            versions.thin_out(self.folder)
        except OSError as error:
            _log.warning("no version kept: %s", error.strerror)


def rescue(folder: Path) -> Document:
    """Open a damaged project from its newest sound version; the damaged file is kept beside it.

    DocumentError when there is no sound version. Unsaved work stays recoverable.
    """
    names.check_folder(folder)
    with closing(FolderLock(folder)), explained(folder):
        source = _newest_sound(folder)
        file = folder / names.PROJECT
        copy = file.with_name(f"{file.name}.new")
        shutil.copyfile(source, copy)
        if file.exists():
            names.place(file, file.with_name(f"{file.name}.damaged"))
        names.journal_of(file).unlink(missing_ok=True)
        names.place(copy, file)
    return Document.open(folder)


def _newest_sound(folder: Path) -> Path:
    kept = [version.path for version in versions.versions_in(folder)]
    for path in (*kept, folder / names.AUTOSAVE):
        try:
            _project_in(path)
        except DocumentError as error:
            _log.warning("not sound: %s", error.details)
        else:
            return path
    raise DocumentError(
        f"There is no sound version of “{folder.stem}”.",
        "Put the folder back from your own backup.",
        str(folder),
    )


def _project_in(path: Path) -> Project:
    rows, _ = database.read(path)
    return project_of(rows, path)


def _media_of(rows: Rows) -> tuple[MediaId, ...]:
    return tuple(MediaId(key) for key in rows["media"])


def _write_new(folder: Path, project: Project) -> None:
    file = folder / names.PROJECT
    new = file.with_name(f"{file.name}.new")
    with explained(file):
        names.remove_database(new)
        ready(new, DOCUMENT)
        database.write(new, {}, rows_of(project, Packer()), None, Stamp.now(1))
        names.journal_of(file).unlink(missing_ok=True)
        names.place(new, file)
