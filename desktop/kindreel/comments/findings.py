"""What an evaluation is made of: measured sets, tables, and all tables as text or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.comments.corpus import Corpus

Cell = str | float | int
Floats = NDArray[np.float32]
FEWEST = 20
"""A label is measured where it has this many of both answers."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an evaluation."""

    title: str
    head: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]

    def text(self) -> str:
        """The table as aligned plain text."""
        cells = [self.head, *(tuple(_shown(c) for c in line) for line in self.lines)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(self.head))]
        rows = ["  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in cells]
        rows.insert(1, "  ".join("-" * w for w in widths))
        return "\n".join((self.title, *(row.rstrip() for row in rows)))


def _shown(cell: Cell) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one classifier, and charts by file name."""

    version: str
    tables: tuple[Table, ...]
    charts: dict[str, str] = field(default_factory=dict)

    def to_table(self) -> str:
        """All tables as plain text."""
        return "\n\n".join((f"Model {self.version}", *(table.text() for table in self.tables)))

    def to_json(self) -> str:
        """All figures as JSON."""
        tables = {
            t.title: [dict(zip(t.head, line, strict=True)) for line in t.lines] for t in self.tables
        }
        return json.dumps({"version": self.version, "tables": tables}, indent=1, ensure_ascii=False)

    def write_charts(self, folder: Path) -> list[Path]:
        """The charts as SVG files."""
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, drawing in self.charts.items():
            path = folder / f"{name}.svg"
            path.write_text(drawing, "utf-8")
            written.append(path)
        return written


@dataclass(frozen=True, slots=True)
class Measured:
    """A test set with its scores."""

    name: str
    data: Corpus
    scores: Floats
    cases: NDArray[np.str_] | None

    def known(self, column: int) -> tuple[Floats, NDArray[np.bool_]]:
        """Scores and truth where a label is known."""
        known = ~np.isnan(self.data.labels[:, column])
        return self.scores[known, column], self.data.labels[known, column] > 0.5

    def weight(self, column: int) -> Floats:
        """What each of these comments counts for calibration."""
        return self.data.weight[~np.isnan(self.data.labels[:, column])]
