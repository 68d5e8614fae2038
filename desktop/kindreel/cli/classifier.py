"""`score`: the classifier on lines of text."""

from __future__ import annotations

import io
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from pathlib import Path
from typing import TextIO

from kindreel.comments.classify import Classifier
from kindreel.comments.explain import reasons
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label

_BATCH = 512
_LONGEST = 1_000_000
"""Characters of a line that are read; a longer one is judged by its beginning."""


def score(options: Namespace) -> int:
    """Write one JSON line for each line read, in order and in constant memory."""
    classifier = Classifier.load()
    with _opened(options.file) as file:
        texts = (_text(line, number) for number, line in enumerate(_lines(file), 1))
        while batch := list(islice(texts, _BATCH)):
            for line in _scored(classifier, batch):
                print(line)
    return 0


def _scored(classifier: Classifier, texts: list[str]) -> Iterator[str]:
    for text, found in zip(texts, classifier.score_many(texts), strict=True):
        why = reasons(classifier, text)
        answer: dict[str, object] = {label.value: round(found.of(label), 4) for label in Label}
        answer["queue"] = classifier.queue(found).value
        answer["why"] = [[r.start, r.end, r.label, round(r.weight, 3)] for r in why]
        yield json.dumps(answer)


def _opened(name: str) -> AbstractContextManager[TextIO]:
    if name == "-":
        return nullcontext(io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig", errors="replace"))
    try:
        return Path(name).open(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise ImportFileError(
            f"{name} cannot be opened: {error.strerror}.", "Check the name; nothing was changed."
        ) from error


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(_LONGEST):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = file.readline(_LONGEST)
        yield line.rstrip("\r\n")


def _text(line: str, number: int) -> str:
    if not line.lstrip().startswith("{"):
        return line
    try:
        record = json.loads(line)
    except ValueError:  # a comment may well begin with a brace
        return line
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        raise ImportFileError(
            f"Line {number} has no “text” in its JSON.",
            'Each line is {"text": …} or the plain text itself.',
        )
    return text
