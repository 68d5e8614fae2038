"""Strange comments and strange files: what chance makes of an export, its rows counted.

A row is what an importer has to account for: each record, each reply inside one, and each member
of a list that is no record at all.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

Item = dict[str, Any]
VIDEO = "https://www.tiktok.com/@amara/video/7413665120934000021"
_TEXTS = (
    "so lovely to see you draw this every week",
    "Que lindo 💛 \u202e\u200b ñandú, gracias de verdad",
    "one, two; three\tfour | “five” 'six' and more",
    "first line\nsecond line\r\nthird line of it",
    'she said "hi there" and then "bye"',
    "=HYPERLINK(1) is what I would call it",
    "I&#39;m <b>so</b> happy &#xD800; &#x110000; &nope;",
    "Que lindo ð\x9f\x92\x9b Ã©, said a broken tool",
    "nul \x00 and \ud83d lonely half of a pair",
    "これはとても素敵です、ありがとう",
    '{"text": "inside", "more": [1, 2',
)
WILD = (
    *(None, True, False, 0, -1, 7, 2**53 + 1, 10**19, 10**400, 0.5, 1e300, float("inf")),
    *(float("nan"), [], {}, [1], {"id": {"text": "deep"}}, [[[]]], ["text"]),
    *("", " ", "\n", "\x00", "\ud800", "0", "-5", "root", "null", "NaN", "1e400", "１２", "٣"),
    *("1.2K", "1,2 mil", "3万", "9" * 40, "7.48719E+18", "=1+1", "'=1+1", "@", "@mara", "UC1"),
    *("2 days ago", "hace 3 años", "31/02/2026", "9999-12-31T23:59:59Z", "0000-00-00", "yesterday"),
    *("https://[bad", VIDEO, "https://youtu.be/", "//x", "💔" * 40, "a.b.c", "Ug1.2", "x" * 3000),
)


class Written(NamedTuple):
    """A file's bytes and the rows to account for."""

    content: bytes
    rows: int


def words(chance: random.Random, n: int) -> str:
    return f"{chance.choice(_TEXTS)} {n}"


def spoilt(chance: random.Random, item: Item, n: int) -> Item:
    """The record with some of its values lost or strange; the first stays as it is."""
    if n == 0 or chance.random() < 0.4:
        return item
    item = dict(item)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(list(item) or ["more"])
        if chance.random() < 0.3:
            item.pop(name, None)
        else:
            item[name] = chance.choice(WILD)
    if chance.random() < 0.2:
        item[f"new{chance.randrange(9)}"] = chance.choice(WILD)
    return item


def members(chance: random.Random, count: int, make: Callable[[int], Item]) -> list[Any]:
    """Records, now and then one twice, or something that is none."""
    items: list[Any] = [make(0)]
    for n in range(1, count):
        luck = chance.random()
        if luck < 0.05:
            items.append(chance.choice(items))
        elif luck < 0.1:
            items.append(chance.choice(WILD))
        else:
            items.append(spoilt(chance, make(n), n))
    return items


def as_json(chance: random.Random, value: Any, rows: int) -> Written:
    text = json.dumps(
        value,
        ensure_ascii=chance.random() < 0.5,
        indent=chance.choice((None, None, 1, "\t")),
        separators=chance.choice((None, (",", ":"), (" , ", " : "))),
    )
    return Written(encoded(chance, text), rows)


def as_lines(chance: random.Random, items: list[Any]) -> Written:
    ascii_only = chance.random() < 0.5
    end = chance.choice(("\n", "\r\n", "\n\n"))
    shown = [json.dumps(item, ensure_ascii=ascii_only) for item in items]
    return Written(encoded(chance, end.join(shown) + end), len(items))


def encoded(chance: random.Random, text: str) -> bytes:
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32"))
    return text.encode(encoding, "surrogatepass")


def as_table(chance: random.Random, header: list[str], rows: list[list[Any]]) -> str:
    """A CSV or TSV as one of the many programs writes it."""
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=chance.choice(",,;\t"),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
        lineterminator=chance.choice(("\n", "\r\n")),
    )
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def table_rows(
    chance: random.Random, count: int, make: Callable[[int], list[Any]]
) -> list[list[Any]]:
    """Rows of cells; some strange, some short, some twice."""
    rows = [make(n) for n in range(count)]
    for at in range(1, count):
        luck = chance.random()
        if luck < 0.4:
            rows[at][chance.randrange(len(rows[at]))] = chance.choice(WILD)
        elif luck < 0.5:
            rows[at] = rows[at][: chance.randint(1, len(rows[at]))]
        elif luck < 0.55:
            rows[at] = chance.choice(rows)
    return rows


_SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
_PARTS = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
    'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxml'
    'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.'
    'openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def as_workbook(rows: list[list[Any]]) -> bytes:
    """The smallest XLSX with these rows; texts stand in the cells themselves."""
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, part)
        archive.writestr("xl/worksheets/sheet1.xml", _SHEET.format(lines))
    return out.getvalue()


def _cell(value: Any) -> str:
    if type(value) in {int, float} and abs(value) < 1e15:
        return f"<c><v>{value}</v></c>"
    text = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "?", str(value))
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
