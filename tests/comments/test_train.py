from pathlib import Path

import numpy as np
import pytest

from kindreel import paths
from kindreel.comments import corpus, train, weights
from kindreel.comments.classify import Classifier
from kindreel.comments.labels import LABEL_NAMES

SOME = 400


@pytest.fixture(scope="module")
def some() -> corpus.Corpus:
    ours = corpus.ours(paths.resource("training"))
    drawn = np.random.default_rng(0).permutation(len(ours))[:SOME]
    return ours.only(np.isin(np.arange(len(ours)), drawn))


def test_training_twice_gives_the_same_file(tmp_path: Path, some: corpus.Corpus):
    pytest.importorskip("sklearn")
    files = [tmp_path / "first.kmodel", tmp_path / "second.kmodel"]
    for path in files:
        weights.save(path, train.fit(some))
    assert files[0].read_bytes() == files[1].read_bytes()
    assert Classifier.load(files[0]).score_array(["a comment"]).shape == (1, len(LABEL_NAMES))
