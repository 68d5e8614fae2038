"""`train` and `evaluate`: new weights from data, and how good they are."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from kindreel import i18n, start
from kindreel.cli import OK, output
from kindreel.comments import evaluate as evaluation
from kindreel.comments import train as training


def train(options: Namespace) -> int:
    """Train the classifier and write its weights."""
    with output.progress("steps") as progress:
        report = training.train(options.data, options.out, progress)
    lines = [
        f"{report.path}: {i18n.size(report.bytes)}, version {report.version}.",
        f"Learnt from {report.comments:,} comments, {report.own:,} of them our own.",
    ]
    output.say(asdict(report), lines, as_json=options.json)
    return OK


def evaluate(options: Namespace) -> int:
    """Measure the shipped classifier on a folder of test sets."""
    with output.progress("steps") as progress:
        found = evaluation.evaluate(options.tests, start.classifier(), progress)
    if options.out:
        found.write_charts(options.out)
        (options.out / "figures.json").write_text(found.to_json(), "utf-8")
    print(found.to_json() if options.json else found.to_table())
    return OK
