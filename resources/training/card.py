"""Writes the figures of an evaluation into the model's card.

    python -m kindreel evaluate FOLDER --json > resources/model/figures.json
    python resources/training/card.py

With a second file, of an evaluation where other classifiers were installed, these stand beside.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

MODEL = Path(__file__).parents[1] / "model"
FIGURES, CARD = MODEL / "figures.json", MODEL / "README.md"
MARKS = ("<!-- figures -->\n", "<!-- end of figures -->\n")
_FIRST = (
    "Attacks in natural sets",
    "The same, mean by language",
    "Functional suites",
    "Labels on each set",
    "Unkind AUC lost to disguises, worst set",
    "Neutral sentences with groups and names",
    "Unkind AUC on our own comments after corrections",
)


def section(figures: dict[str, object]) -> str:
    """The figures as tables in Markdown."""
    tables = figures["tables"]
    assert isinstance(tables, dict)
    parts = [f"Version {figures['version']}.\n"]
    for title, lines in tables.items():
        if title.startswith(_FIRST) or " of the hateful found" in title:
            parts.append(f"**{title.partition(' (to compare')[0]}**\n\n{_table(lines)}")
    return "\n".join(parts)


def _table(lines: list[dict[str, object]]) -> str:
    rows = [
        list(lines[0]),
        ["---"] * len(lines[0]),
        *([_shown(c) for c in x.values()] for x in lines),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _shown(cell: object) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def filled(card: str, figures: dict[str, object]) -> str:
    """The card with its figures replaced."""
    before, _, rest = card.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return f"{before}{MARKS[0]}{section(figures)}{MARKS[1]}{after}"


def beside(figures: dict[str, object], others: dict[str, object]) -> dict[str, object]:
    """The figures with the columns that only the other evaluation has."""
    mine, theirs = figures["tables"], others["tables"]
    assert isinstance(mine, dict)
    assert isinstance(theirs, dict)
    for title, lines in theirs.items():
        own = next((t for t in mine if t.partition(" (")[0] == title.partition(" (")[0]), None)
        if own and len(mine[own]) == len(lines):
            mine[own] = [{**other, **line} for line, other in zip(mine[own], lines, strict=True)]
    return figures


if __name__ == "__main__":
    told = json.loads(FIGURES.read_text("utf-8"))
    for name in sys.argv[1:]:
        told = beside(told, json.loads(Path(name).read_text("utf-8")))
    FIGURES.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    CARD.write_text(filled(CARD.read_text("utf-8"), told), "utf-8")
