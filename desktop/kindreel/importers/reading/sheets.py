"""Workbooks (XLSX), opened with care: an archive may claim more than it should hold."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kindreel.errors import ImportFileError
from kindreel.model.triage import Unreadable

_MOST_ENTRIES = 2_000
_MOST_BYTES = 1 << 30
_MOST_RATIO = 200


def is_workbook(path: Path) -> bool:
    """Whether a ZIP holds a workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def check_archive(path: Path) -> None:
    """ImportFileError for an archive that unpacks to far more than it is."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, path.stat().st_size)
    if (
        len(entries) > _MOST_ENTRIES
        or unpacked > _MOST_BYTES
        or (unpacked > 1 << 24 and unpacked / packed > _MOST_RATIO)
    ):
        raise ImportFileError(
            f"“{path.name}” unpacks to far more than comments would need, so it was not opened.",
            "Export the comments again as CSV.",
        )


SheetRow = tuple[object, ...]


def sheets(path: Path) -> Iterator[tuple[str, Iterator[SheetRow | Unreadable]]]:
    """(title, rows) of each sheet; ImportFileError when the workbook is damaged."""
    import openpyxl  # noqa: PLC0415 - a third of the inbox's loading time, for workbooks only

    check_archive(path)
    with path.open("rb") as file:
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except Exception as error:
            raise ImportFileError(
                f"“{path.name}” is a damaged workbook.",
                "Export it again, or save it as CSV.",
                str(error),
            ) from error
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield sheet.title, _rows(sheet.iter_rows(values_only=True))
        book.close()


def _rows(rows: Iterator[SheetRow]) -> Iterator[SheetRow | Unreadable]:
    """The rows as far as they can be read; an Unreadable where the sheet is damaged."""
    try:
        yield from rows
    except Exception as error:  # noqa: BLE001 - the library lets all kinds of errors out
        yield Unreadable(0, "", f"the sheet is damaged from here on ({type(error).__name__})")


def first_sheets(path: Path, most: int = 60) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The first rows of each sheet, as texts."""
    for _, rows in sheets(path):
        first = [row for row, _ in zip(rows, range(most), strict=False)]
        yield tuple(shown(row) for row in first if not isinstance(row, Unreadable))


def shown(row: Iterable[object]) -> tuple[str, ...]:
    """A workbook's row as the texts a table would have."""
    return tuple("" if cell is None else str(cell) for cell in row)
