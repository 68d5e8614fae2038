import numpy as np
import pytest

from kindreel.comments import rows, taught
from kindreel.comments.features import COUNT, extract

TEXTS = [
    "what an idiot",
    "qué buena historia, gracias",
    "",
    "ang ganda ng boses mo ❤️",
    "xqzt vbnmp",
]


def test_what_is_learned_about_vectors_is_a_weight_for_each_word():
    vectors = taught.word_vectors()
    learned = np.random.default_rng(0).normal(size=vectors.vector.shape[1]).astype(np.float32)
    features = extract(TEXTS)
    by_comment = vectors.meaning(features) @ learned
    weights = np.zeros(COUNT, np.float32)
    weights[vectors.bucket] = vectors.vector @ learned
    whole = rows.comment_rows(features)
    added = rows.column_sums(features, whole, weights) / np.sqrt(rows.sizes(features, whole))
    assert by_comment == pytest.approx(added, abs=1e-4)
    assert by_comment[2] == by_comment[4] == 0


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("idiota", "idiot", "gracias"),
        ("salamat", "thanks", "stupid"),
        ("terimakasih", "obrigado", "hate"),
    ],
)
def test_words_of_one_meaning_lie_near_each_other_in_all_languages(
    word: str, like: str, unlike: str
):
    first, near, far = taught.word_vectors().meaning(extract([word, like, unlike]))
    assert _cosine(first, near) > _cosine(first, far) + 0.3


def _cosine(first: taught.Floats, second: taught.Floats) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def test_the_teacher_was_asked_about_some_comments_only():
    assert np.isnan(taught.unkind(["a comment of today"])).all()
