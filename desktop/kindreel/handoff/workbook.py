"""Decisions as a workbook (XLSX): every id is text, so that no spreadsheet rounds it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from kindreel.handoff.rows import COLUMNS, Row

_WIDTHS = {"comment_id": 30, "author_id": 28, "author_handle": 20, "comment_url": 48}
_USUAL_WIDTH = 14
_NUMBERS = frozenset(("schema_version", "score", "batch_no", "batch_pos"))


def workbook(rows: Iterable[Row]) -> bytes:
    """One sheet of decisions, its header frozen; nothing in it is a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - a third of the inbox's loading time
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - the same

    book = Workbook(write_only=True)
    sheet = book.create_sheet("decisions")
    sheet.freeze_panes = "A2"
    for at, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, _USUAL_WIDTH)
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([_cell(sheet, name, row[name]) for name in COLUMNS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, name: str, value: str | float) -> object:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    if name in _NUMBERS:
        return value
    printable = "".join(c for c in str(value) if c >= " ")
    cell = WriteOnlyCell(sheet, printable)
    cell.data_type = "s"
    cell.number_format = "@"
    return cell
