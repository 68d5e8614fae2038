"""Measures a classifier: test sets, functional suites, robustness, bias and speed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kindreel import paths
from kindreel.comments import charts, comparison, corpus, figures, probes, sources
from kindreel.comments.classify import Classifier
from kindreel.comments.comparison import line
from kindreel.comments.findings import FEWEST, Cell, Evaluation, Measured, Table
from kindreel.comments.labels import COLUMN, LABEL_NAMES, LANGUAGES
from kindreel.errors import ImportFileError
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Label

RECALL = 0.8
"""Functional suites are read at the limit that finds this share of the hateful cases."""

_SUITES = {"hatecheck": Label.UNKIND, "hatemojicheck": Label.UNKIND}
_SPEECH = ("counter_quote_nh", "counter_ref_nh")


def evaluate(
    tests: Sequence[Path], classifier: Classifier, progress: Progress = silent
) -> Evaluation:
    """Measure on parquet files, those of folders too, on exports, and on our own held-back ones.

    Of an export without labels only the comments count that we have read (`readings`).
    """
    files = [file for path in tests for file in _files(path)]
    steps = len(files) + 4
    sets = []
    for index, path in enumerate(files):
        progress(index, steps, f"Scoring {path.stem}")
        sets.append(_measured(path, classifier))
    progress(len(files), steps, "Scoring our own comments")
    own = _own(classifier)
    natural = [s for s in sets if s.cases is None]
    progress(len(files) + 1, steps, "Hiding words")
    hidden = _robustness(classifier, natural)
    progress(len(files) + 2, steps, "Asking about groups and names")
    fairness = _bias(classifier)
    progress(len(files) + 3, steps, "Timing")
    speed = _speed(classifier, [t for s in natural for t in s.data.texts])
    accuracy = _accuracy([*sets, *own])
    tables = (
        *comparison.compared([*natural, *own]),
        accuracy,
        *(_suite(s) for s in sets if s.cases is not None),
        hidden,
        fairness,
        _kept(classifier),
        speed,
    )
    return Evaluation(classifier.version, tables, _charts(accuracy, hidden, natural))


def _files(path: Path) -> list[Path]:
    found = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not found:
        raise ImportFileError(
            f"There is no test set in {path}.", "Give a folder of .parquet files."
        )
    return found


def _measured(path: Path, classifier: Classifier) -> Measured:
    if path.suffix == ".csv":
        data, cases = corpus.export(path), None
    else:
        data, cases = corpus.public(path), corpus.cases(path)
    return Measured(path.stem, data, classifier.score_array(data.texts), cases)


def _own(classifier: Classifier) -> list[Measured]:
    """Our own held-back comments, one set for each language, weighed as found."""
    held = corpus.ours(paths.resource("training"))
    held = sources.as_found(held.only(held.dev))
    scores = classifier.score_array(held.texts)
    return [
        Measured(f"own {name}", held.only(here), scores[here], None)
        for index, name in enumerate(LANGUAGES)
        if (here := held.language == index).any()
    ]


def _kept(classifier: Classifier) -> Table:
    """What corrections change on comments they are not about."""
    held = corpus.ours(paths.resource("training"))
    held = held.only(held.dev)
    lines = tuple(
        (k.language, k.corrections, k.wrong, k.before, k.after, k.elsewhere)
        for k in probes.kept(classifier, held)
    )
    head = ("language", "corrections", "wrong ones", "AUC before", "AUC after", "lost elsewhere")
    return Table("Unkind AUC on our own comments after corrections", head, lines)


def _accuracy(sets: Sequence[Measured]) -> Table:
    lines: list[tuple[Cell, ...]] = []
    for one in sets:
        for name, column in zip(LABEL_NAMES, range(len(LABEL_NAMES)), strict=True):
            truth = one.known(column)[1]
            if min(truth.sum(), (~truth).sum()) >= FEWEST:
                lines.append((one.name, name, len(truth), *line(one, column)))
    head = ("set", "label", "comments", "AUC", "top 5 % right", "calibration error", "best F1")
    return Table("Labels on each set", head, tuple(lines))


def _suite(one: Measured) -> Table:
    """Share of cases of each function that are right, at a limit with enough recall."""
    assert one.cases is not None
    column = COLUMN[_SUITES.get(one.name, Label.UNKIND)]
    scores, hateful = one.known(column)
    limit = float(np.quantile(scores[hateful], 1 - RECALL))
    right = (scores >= limit) == hateful
    lines: list[tuple[Cell, ...]] = [
        (case, int(here.sum()), float(right[here].mean()))
        for case in sorted(set(one.cases.tolist()))
        if (here := one.cases == case).any()
    ]
    speech = np.isin(one.cases, _SPEECH)
    if speech.any():
        lines.append(("counter-speech, both", int(speech.sum()), float(right[speech].mean())))
    lines.append(("all not hateful", int((~hateful).sum()), float(right[~hateful].mean())))
    title = f"{one.name} with {RECALL:.0%} of the hateful found"
    return Table(title, ("function", "cases", "right"), tuple(lines))


def _robustness(classifier: Classifier, sets: Sequence[Measured]) -> Table:
    column = COLUMN[Label.UNKIND]
    worst: dict[str, float] = {}
    for one in sets:
        known = ~np.isnan(one.data.labels[:, column])
        truth = one.data.labels[known, column] > 0.5
        if min(truth.sum(), (~truth).sum()) < FEWEST:
            continue
        texts = one.data.only(known).texts
        for name, drop in probes.robustness(classifier, texts, truth).items():
            worst[name] = max(worst.get(name, -1.0), drop)
    lines = tuple(sorted(worst.items(), key=lambda item: -item[1]))
    return Table("Unkind AUC lost to disguises, worst set", ("disguise", "lost"), lines)


def _bias(classifier: Classifier) -> Table:
    lines = tuple((b.language, b.kind, b.mean, b.widest, b.worst) for b in probes.bias(classifier))
    head = ("language", "words", "mean unkind", "widest gap", "highest")
    return Table("Neutral sentences with groups and names", head, lines)


def _speed(classifier: Classifier, texts: Sequence[str]) -> Table:
    found = probes.speed(classifier, texts)
    lines: tuple[tuple[Cell, ...], ...] = (
        ("comments a second, 46 characters", round(found.short_per_s)),
        ("comments a second, 136 characters", round(found.long_per_s)),
        ("load, ms", round(found.load_ms)),
        ("file, kB", found.bytes // 1000),
    )
    return Table("Speed and size", ("what", "figure"), lines)


def _charts(accuracy: Table, hidden: Table, sets: Sequence[Measured]) -> dict[str, str]:
    areas = [(f"{line[0]} {line[1]}", float(line[3])) for line in accuracy.lines]
    drops = [(str(name), float(drop)) for name, drop in hidden.lines]
    known = [one.known(COLUMN[Label.UNKIND]) for one in sets]
    scores = np.concatenate([s for s, _ in known])
    truth = np.concatenate([t for _, t in known])
    return {
        "auc": charts.bars("AUC by set and label", areas),
        "disguises": charts.bars("Unkind AUC lost to disguises", drops),
        "calibration": charts.reliability(
            "Unkind: said and true, natural sets", figures.reliability(scores, truth)
        ),
    }
