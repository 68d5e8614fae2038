"""Attacks found in what people wrote, language by language and beside other classifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kindreel.comments import figures, peers
from kindreel.comments.findings import FEWEST, Cell, Measured, Table
from kindreel.comments.labels import COLUMN, LANGUAGES
from kindreel.model.comment import Label

ADVERSARIAL = frozenset({"hatemojibuild_test"})
"""Sets written to fool classifiers: measured, but no example of what people write."""


def compared(sets: Sequence[Measured]) -> tuple[Table, Table]:
    """Attacks found in what people wrote, beside the peers; and the same by language."""
    others = peers.installed()
    missing = [name for name in peers.PEERS if name not in others]
    rows: list[_Natural] = []
    for one in sets:
        column = _attack_column(one)
        if one.name in ADVERSARIAL or column is None:
            continue
        truth = one.known(column)[1]
        known = ~np.isnan(one.data.labels[:, column])
        texts = one.data.only(known).texts
        rivals = (figures.area_under_curve(score(texts), truth) for score in others.values())
        language = LANGUAGES[int(np.bincount(one.data.language).argmax())]
        own = one.name.startswith("own ")
        rows.append(_Natural(language, one.name, own, (*line(one, column)[:3], *rivals)))
    head = ("AUC", "top 5 % right", "calibration error", *others)
    title = "Attacks in natural sets"
    if missing:
        title += f" (to compare, install: {', '.join(missing)})"
    each: tuple[tuple[Cell, ...], ...] = tuple((r.language, r.name, *r.figures) for r in rows)
    return (
        Table(title, ("language", "set", *head), each),
        Table("The same, mean by language", ("language", "sets", *head), _means(rows)),
    )


@dataclass(frozen=True, slots=True)
class _Natural:
    """The figures of one natural set."""

    language: str
    name: str
    own: bool
    figures: tuple[float, ...]


def _means(rows: Sequence[_Natural]) -> tuple[tuple[Cell, ...], ...]:
    """The mean of each language's public sets; of our own comments where there is none."""
    lines: list[tuple[Cell, ...]] = []
    for language in LANGUAGES:
        mine = [r for r in rows if r.language == language]
        chosen = [r for r in mine if not r.own] or mine
        if chosen:
            mean = np.mean([r.figures for r in chosen], axis=0)
            lines.append((language, ", ".join(r.name for r in chosen), *map(float, mean)))
    return tuple(lines)


def _attack_column(one: Measured) -> int | None:
    """The column that says whether a comment attacks somebody: unkind, or else hate."""
    for label in (Label.UNKIND, Label.HATE):
        _, truth = one.known(COLUMN[label])
        if min(truth.sum(), (~truth).sum()) >= FEWEST:
            return COLUMN[label]
    return None


def line(one: Measured, column: int) -> tuple[float, float, float, float]:
    """AUC, precision of the top 5 %, calibration error and best F1 of a label."""
    scores, truth = one.known(column)
    return (
        figures.area_under_curve(scores, truth),
        figures.precision_at_top(scores, truth),
        figures.calibration_error(scores, truth, one.weight(column)),
        figures.best_f1(scores, truth),
    )
