"""The texts and labels a model is trained on: gathered public sets and our own comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kindreel import paths
from kindreel.comments import readings, vocabulary, written
from kindreel.comments.labels import ATTACKS, COLUMN, LABEL_NAMES, LANGUAGES
from kindreel.comments.shuffled import shuffled
from kindreel.comments.tables import read_table
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label

if TYPE_CHECKING:
    import pandas as pd

OWN = "own"
_LONGEST = 700
"""Longer texts are articles, not comments; their beginnings teach as much."""

WORDS = "words"
"""Source of single words, which stand for no comments."""

SHUFFLED = "shuffled"
"""Source of a few words together, which stand for none either."""

NO_COMMENTS = (WORDS, SHUFFLED)
"""Sources of what nobody would write: no language is told by them."""

READ = "read"
"""Source of comments that gathered sets did not label and that we have read."""

_ONE_SIDED = "edos"
"""Only its attacks are known as unkind: learning from those alone would be learning its topic."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled comments. labels: (texts, labels), NaN where nobody knows. dev: held back."""

    texts: list[str]
    labels: NDArray[np.float32]
    language: NDArray[np.int64]
    source: NDArray[np.str_]
    dev: NDArray[np.bool_]
    weight: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.texts)

    def only(self, mask: NDArray[np.bool_]) -> Corpus:
        """The comments a mask picks."""
        return Corpus(
            [t for t, kept in zip(self.texts, mask, strict=True) if kept],
            self.labels[mask],
            self.language[mask],
            self.source[mask],
            self.dev[mask],
            self.weight[mask],
        )


def gather(parquet: Path, own: Path | None = None) -> Corpus:
    """The public sets in a parquet file, our own written comments, and frequent words."""
    folder = own or paths.resource("training")
    lines, alone = written.read_all(folder), vocabulary.read_all(folder / "words")
    return joined(
        [
            public(parquet),
            _of(lines, OWN),
            _of(alone, WORDS),
            _of(shuffled(alone, lines), SHUFFLED),
        ]
    )


def public(parquet: Path) -> Corpus:
    """The rows of a parquet file with text, lang, source, split and a column for each label."""
    frame = read_table(parquet, ("text", "lang", "source", *LABEL_NAMES))
    texts = [str(text) for text in frame["text"]]
    labels = frame[list(LABEL_NAMES)].astype("float32").to_numpy(np.float32, na_value=np.nan)
    source = frame["source"].to_numpy(str)
    source[readings.fill(texts, labels)] = READ
    _conclude(labels)
    labels[source == _ONE_SIDED, COLUMN[Label.UNKIND]] = np.nan
    dev = (
        frame["split"].eq("dev").to_numpy(np.bool_)
        if "split" in frame
        else np.ones(len(frame), np.bool_)
    )
    return Corpus(
        [text[:_LONGEST] for text in texts],
        labels,
        np.array([LANGUAGES.index(name) for name in frame["lang"]], np.int64),
        source,
        dev,
        np.ones(len(frame), np.float32),
    )


def export(table: Path) -> Corpus:
    """The comments of a CSV file with a column `text`, each once.

    With columns `lang` and `unkind` (1, 0 or nothing) all that are labelled there: so a set that
    may not be passed on can be measured; texts labelled both ways are left out. Else those that
    we have read. ImportFileError when a label or language is none.
    """
    frame = read_table(table, ("text",))
    if {"lang", "unkind"} <= {*frame}:
        known = frame.dropna(subset=["text", "unkind"]).drop_duplicates(["text", "unkind"])
        return _labelled(known.drop_duplicates("text", keep=False))
    found = {str(text): readings.language(str(text)) for text in frame["text"]}
    spoken = {text: LANGUAGES.index(name) for text, name in found.items() if name}
    labels = np.full((len(spoken), len(LABEL_NAMES)), np.nan, np.float32)
    readings.fill([*spoken], labels)
    _conclude(labels)
    return _to_measure([*spoken], labels, [*spoken.values()], READ)


def _labelled(frame: pd.DataFrame) -> Corpus:
    """Comments of which only is known whether they are unkind."""
    for column, allowed in (("lang", LANGUAGES), ("unkind", ("0", "1"))):
        strange = {str(said).removesuffix(".0") for said in frame[column]} - {*allowed}
        if strange:
            raise ImportFileError(
                f"The column “{column}” holds {', '.join(sorted(strange))}.",
                f"Write one of {', '.join(allowed)}. Nothing was changed.",
            )
    labels = np.full((len(frame), len(LABEL_NAMES)), np.nan, np.float32)
    labels[:, COLUMN[Label.UNKIND]] = frame["unkind"].astype(float).to_numpy(np.float32)
    language = [LANGUAGES.index(name) for name in frame["lang"]]
    return _to_measure([str(text) for text in frame["text"]], labels, language, "outside")


def _to_measure(
    texts: list[str], labels: NDArray[np.float32], language: list[int], source: str
) -> Corpus:
    """Comments of one source, all held back."""
    return Corpus(
        [text[:_LONGEST] for text in texts],
        labels,
        np.array(language, np.int64),
        np.full(len(texts), source),
        np.ones(len(texts), np.bool_),
        np.ones(len(texts), np.float32),
    )


def cases(parquet: Path) -> NDArray[np.str_] | None:
    """What each row of a functional suite tests; None for natural sets."""
    frame = read_table(parquet)
    return frame["func"].to_numpy(str) if "func" in frame else None


def _conclude(labels: NDArray[np.float32]) -> None:
    """Fill in what follows from the known labels, in place.

    An attack of any sort is unkind; what is not unkind is no attack; what is kind is neither.
    """
    attacks = [COLUMN[label] for label in ATTACKS]
    unkind, kind = COLUMN[Label.UNKIND], COLUMN[Label.KIND]
    attacked = (labels[:, attacks] == 1).any(axis=1) & np.isnan(labels[:, unkind])
    labels[attacked, unkind] = 1
    friendly = (labels[:, kind] == 1) & np.isnan(labels[:, unkind])
    labels[friendly, unkind] = 0
    harmless = labels[:, unkind] == 0
    for column in attacks:
        labels[harmless & np.isnan(labels[:, column]), column] = 0


def ours(folder: Path) -> Corpus:
    """Our own comments, with their contrast pairs."""
    return _of(written.read_all(folder), OWN)


def words(folder: Path) -> Corpus:
    """Frequent words and what each may mean alone; nothing of it is held back."""
    return _of(vocabulary.read_all(folder), WORDS)


def _of(comments: Sequence[written.Written], source: str) -> Corpus:
    return Corpus(
        [c.text for c in comments],
        np.array([c.labels for c in comments], np.float32).reshape(len(comments), len(LABEL_NAMES)),
        np.array([LANGUAGES.index(c.language) for c in comments], np.int64),
        np.array([source] * len(comments), dtype=np.str_),
        np.array([c.dev for c in comments], np.bool_),
        np.array([c.weight for c in comments], np.float32),
    )


def joined(parts: Sequence[Corpus]) -> Corpus:
    """Several corpora as one."""
    return Corpus(
        [text for part in parts for text in part.texts],
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.language for part in parts]),
        np.concatenate([part.source for part in parts]),
        np.concatenate([part.dev for part in parts]),
        np.concatenate([part.weight for part in parts]),
    )
