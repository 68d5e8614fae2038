"""What commands print: sentences for people, JSON for programs, a bar on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tqdm import tqdm

from kindreel.jobs import Progress

Plain = Mapping[str, object]


def say(answer: Plain, sentences: Sequence[str], *, as_json: bool) -> None:
    """Print the answer as one JSON object, or its sentences, one to a line."""
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, default=str))
        return
    for sentence in sentences:
        print(sentence)


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """Rows as aligned lines; numbers to the right."""
    cells = [[str(c) for c in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))] if cells else []
    lines = []
    for row, shown in zip(rows, cells, strict=True):
        aligned = (
            text.rjust(width) if isinstance(value, int | float) else text.ljust(width)
            for value, text, width in zip(row, shown, widths, strict=True)
        )
        lines.append("  ".join(aligned).rstrip())
    return lines


@contextmanager
def progress(unit: str) -> Iterator[Progress]:
    """A bar with the time left on a terminal; silent where the output goes elsewhere."""
    bar = tqdm(unit=f" {unit}", file=sys.stderr, disable=None, leave=False, smoothing=0.1)

    def report(done: int, total: int, doing: str = "") -> None:
        bar.total = total or None
        if doing:
            bar.set_description(doing, refresh=False)
        bar.update(done - bar.n)

    try:
        yield report
    finally:
        bar.close()
