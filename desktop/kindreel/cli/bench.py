"""`bench`: figures that anyone can take again, beside named references in the same run."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from kindreel.cli import OK, output


def bench(options: Namespace) -> int:
    """Take one group of figures."""
    return {
        "export": _export,
        "preview": _preview,
        "gallery": _gallery,
        "inbox": _inbox,
    }[options.name](options)


def _export(options: Namespace) -> int:
    from kindreel.export.bench import speed  # noqa: PLC0415 - each bench loads its own room

    with tempfile.TemporaryDirectory() as name, output.progress("runs") as progress:
        made = speed.prepare(options.out or Path(name))
        rows = speed.measure(made, options.runs, progress)
    plain = [row.plain() for row in rows]
    head = ["", "wall s (least, median, most)", "cpu s", "wall ratio", "cpu ratio", "must", "MiB"]
    keys = ("name", "wall_s", "cpu_s", "ratio", "cpu_ratio", "limit", "memory_mib")
    lines = [[p.get(key, "") for key in keys] for p in plain]
    output.say(
        {"bench": "export", "rows": plain}, output.table([head, *lines]), as_json=options.json
    )
    return OK


def _preview(options: Namespace) -> int:
    from kindreel.render import bench as render_bench  # noqa: PLC0415 - the same

    with output.progress("steps") as progress:
        figures = render_bench.preview(progress)
    plain = [
        {"name": f.name, "value": f.value, "unit": f.unit, "spread": f.spread, "limit": f.limit}
        for f in figures
    ]
    head = ["", "", "", "± spread", "limit"]
    lines = [[f.name, f"{f.value:.2f}", f.unit, f"{f.spread:.2f}", f.limit] for f in figures]
    answer = {"bench": "preview", "figures": plain}
    output.say(answer, output.table([head, *lines]), as_json=options.json)
    return OK


def _gallery(options: Namespace) -> int:
    from kindreel.render.gallery import contact_sheets  # noqa: PLC0415 - the same

    out = options.out or Path("gallery")
    sheets = [str(path) for path in contact_sheets(out)]
    output.say({"bench": "gallery", "sheets": sheets}, sheets, as_json=options.json)
    return OK


def _inbox(options: Namespace) -> int:
    from kindreel.comments import inbox_bench  # noqa: PLC0415 - the same

    rows = options.size or inbox_bench.ROWS
    with output.progress("steps") as progress:
        figures = inbox_bench.measure(progress, options.runs, rows, options.out)
    head = ["", "median", "least–most", "", "must", "aim", "", ""]
    lines = [
        [
            f.name, f"{f.value:.2f}", f"{f.least:.2f}–{f.most:.2f}", f.unit, f.must, f.aim,
            f.verdict(), f.told,
        ]
        for f in figures
    ]  # fmt: skip
    answer = {"bench": "inbox", "figures": [f.plain() for f in figures]}
    output.say(answer, output.table([head, *lines]), as_json=options.json)
    return OK
