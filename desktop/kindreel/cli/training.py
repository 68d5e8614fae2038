"""`train`: new weights from data."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from kindreel import i18n
from kindreel.cli import OK, output
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
