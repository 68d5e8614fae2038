"""Frequent words are read as what each may mean alone."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import numpy as np
import pytest

from kindreel import paths
from kindreel.comments import corpus, sources, vocabulary
from kindreel.comments.classify import Classifier
from kindreel.comments.labels import COLUMN, LABELS, LANGUAGES
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in LANGUAGES:
        (tmp_path / f"{name}.txt").write_text("- chair\n", "utf-8")
    return tmp_path


def known(folder: Path, line: str) -> dict[Label, float]:
    """What a line says of each label it says anything of."""
    (folder / "en.txt").write_text(f"{line}\n", "utf-8")
    labels = vocabulary.read_all(folder)[0].labels
    return {label: x for label, x in zip(LABELS, labels, strict=True) if not isnan(x)}


def test_a_harmless_word_is_nothing_bad_and_may_be_kind(folder: Path):
    assert known(folder, "- chair") == dict.fromkeys(set(Label) - {Label.KIND}, 0.0)


def test_an_insult_is_unkind_and_what_it_may_be_is_left_open(folder: Path):
    said = known(folder, "up bastard")
    assert said[Label.UNKIND] == 1.0
    assert Label.PROFANITY not in said
    assert said[Label.SPAM] == said[Label.THREAT] == 0.0


@pytest.mark.parametrize("letters", ["v", "p", "h", "t", "s", "x"])
def test_of_a_doubtful_word_nothing_is_said_about_unkindness(folder: Path, letters: str):
    assert Label.UNKIND not in known(folder, f"{letters} word")


def test_a_word_of_adverts_attacks_nobody(folder: Path):
    said = known(folder, "m promo")
    assert Label.SPAM not in said
    assert said[Label.UNKIND] == 0.0


@pytest.mark.parametrize("line", ["chair", "q chair", "- ", " chair", "-"])
def test_a_line_that_is_none_is_named(folder: Path, line: str):
    with pytest.raises(ImportFileError, match=r"words/en\.txt:1"):
        known(folder, line)


def test_words_are_learned_from_and_never_measured_on():
    words = corpus.words(paths.resource("training", "words"))
    assert not words.dev.any()
    assert set(words.source) == {corpus.WORDS}
    assert set(words.language) == set(range(len(LANGUAGES)))
    truth, weight = sources.lesson(words, Label.UNKIND)
    assert (truth == 1).sum() > 100
    assert (weight > 0).all()


def test_ordinary_words_weigh_less_than_insults(classifier: Classifier):
    words = corpus.words(paths.resource("training", "words"))
    unkind = words.labels[:, COLUMN[Label.UNKIND]]
    score = classifier.score_array(words.texts)[:, COLUMN[Label.UNKIND]]
    assert np.median(score[unkind == 1]) > 0.5
    assert np.quantile(score[unkind == 0], 0.9) < 0.45
