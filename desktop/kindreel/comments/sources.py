"""What each source of labelled comments says about a label, and how much it counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import taught
from kindreel.comments.corpus import OWN, READ, WORDS, Corpus
from kindreel.comments.labels import COLUMN, EXPERTS, LANGUAGES
from kindreel.model.comment import Label

BALANCED = frozenset({Label.UNKIND, Label.HATE, Label.HARASSMENT})
"""Labels whose sources differ so much in how often they hold that a source itself would tell."""

SHARE = 0.3
"""What part of each source's weight is drawn to lie on comments with a balanced label."""

DRAW = 0.35
"""How far: 1 makes all sources alike and finds most, 0 leaves likelihoods most honest."""

MEANT = BALANCED | {Label.THREAT, Label.SELFHARM}
"""Labels that are learned from what words mean as well."""

_OURS = {f"{OWN} {name}": 4.0 for name in LANGUAGES}
"""Of threats, self-harm and sexual remarks public sets hold next to none."""

_AUTHORITY: dict[Label, dict[str, float]] = {
    Label.UNKIND: {
        "own en": 1.7,
        "own es": 2.0,
        "own pt": 2.0,
        "edos": 4.0,
        "tupy": 6.0,
        "toldbr": 2.5,
        "jigsaw20k": 2.0,
        "wiki_cat": 3.0,
        "civil_spans": 0.3,
        READ: 6.0,
    },
    Label.HATE: {"edos": 6.0, "tupy": 2.0, "davidson": 0.5, WORDS: 0.2},
    Label.HARASSMENT: {"tupy": 3.0, "toldbr": 1.5, "own pt": 2.0, WORDS: 0.3},
    Label.THREAT: _OURS,
    Label.SELFHARM: _OURS,
    Label.SEXUAL: _OURS,
    Label.KIND: {"goemotions": 1.5},
}
"""How much more or less a source counts for a label."""

_OFFENSIVE = "davidson"
"""It calls much abuse offensive where others call it hate: so its word against hate counts less."""

_OFFENSIVE_COUNTS = 0.2
_VIEW_COUNTS = 0.5
"""How much a teacher's view of a natural comment counts, where nobody has read it."""

_VIEW_SAYS = 0.3
"""What part of its view is true: beside our readings it finds attacks three times too often."""

_TALK = ("toldbr", "tupy", "wiki_cat", "emot_love", READ)
"""They do not say what is spam; hardly any of it is, though there are links in it."""

_TALK_COUNTS = 0.3
"""How much a comment of theirs counts for spam."""

_WOMEN = "edos"
"""It tells attacks on women from all else; what is none is mostly no attack on anybody."""

COMMON = 0.25
"""What part of our comments counts as unkind for likelihoods.

Nearly half of them are, so that there is enough to learn from; where people write, it is .04 to
.17 in the natural sets here, and more where somebody is attacked.
"""

_ELSEWHERE = 0.1
_HEED: dict[tuple[str, ...], dict[str, float]] = {
    ("en",): {"tl": 1.0},
    ("es", "pt"): {"en": 0.2, "id": 0.2, "tl": 0.2},
    ("id", "tl"): {},
}
"""How much comments of other languages count for the expert of a family, _ELSEWHERE if not told.

Half of what is written in Filipino is English, and short comments are taken for English.
"""

_HEARD = {
    "civil_spans": 0.3,
    "tupy": 1.5,
    "own en": 12.0,
    "own es": 3.0,
    "own pt": 2.0,
    "own id": 6.0,
    "own tl": 3.0,
}
"""How much more or less a source counts for how likely unkind is.

The first holds nothing else; the second is smaller than the other Portuguese set and stricter.
Our own are few beside the others, and more like what is written under a video.
"""

_WRITTEN = (OWN, "seed")
"""Sources we wrote ourselves."""

Floats = NDArray[np.float32]


def as_found(corpus: Corpus) -> Corpus:
    """The same comments, our own weighed in each language as if COMMON of them were unkind.

    A language in which we wrote one sort alone stays as it is.
    """
    unkind, weight = corpus.labels[:, COLUMN[Label.UNKIND]], corpus.weight.copy()
    written = np.isin(corpus.source, _WRITTEN)
    for language in range(len(LANGUAGES)):
        ours = written & (corpus.language == language)
        yes, no = ours & (unkind == 1), ours & (unkind == 0)
        positive, negative = float(weight[yes].sum()), float(weight[no].sum())
        if positive and negative:
            weight[yes] *= COMMON * (positive + negative) / positive
            weight[no] *= (1 - COMMON) * (positive + negative) / negative
    return replace(corpus, weight=weight)


def lesson(corpus: Corpus, label: Label, *, even: bool = True) -> tuple[Floats, Floats]:
    """What a corpus teaches about a label: the truth, NaN where unknown, and weights.

    even: whether both sides of each source are made to weigh as SHARE says.
    """
    truth = corpus.labels[:, COLUMN[label]].copy()
    weight = corpus.weight.copy()
    names = _names(corpus)
    if label is Label.UNKIND:
        women = names == _WOMEN
        truth[women] = corpus.labels[women, COLUMN[Label.HATE]]
        views = taught.unkind(corpus.texts)
        asked = np.isnan(truth) & ~np.isnan(views)
        truth[asked] = views[asked] * _VIEW_SAYS
        weight[asked] *= _VIEW_COUNTS
    if label is Label.HATE:
        swears = corpus.labels[:, COLUMN[Label.PROFANITY]] == 1
        weight[(names == _OFFENSIVE) & swears & (truth == 0)] *= _OFFENSIVE_COUNTS
    if label is Label.SPAM:
        talk = np.isnan(truth) & np.isin(names, _TALK)
        truth[talk] = 0
        weight[talk] *= _TALK_COUNTS
    for source, factor in _AUTHORITY.get(label, {}).items():
        weight[names == source] *= factor
    if even and label in BALANCED:
        weight = _balanced(names, truth, weight)
    return truth, weight


def lesson_of_family(corpus: Corpus, family: int) -> tuple[Floats, Floats]:
    """What a corpus teaches the expert for a family of languages about unkind."""
    truth, weight = lesson(corpus, Label.UNKIND)
    heed = _HEED[EXPERTS[family]]
    counts = [1.0 if name in EXPERTS[family] else heed.get(name, _ELSEWHERE) for name in LANGUAGES]
    return truth, weight * np.array(counts, np.float32)[corpus.language]


def heard(corpus: Corpus, label: Label) -> tuple[Floats, Floats]:
    """The truth and weights that likelihoods are fitted to: how often a label really holds."""
    if label is not Label.UNKIND:
        return lesson(corpus, label, even=False)
    weight, names = corpus.weight.copy(), _names(corpus)
    for source, factor in _HEARD.items():
        weight[names == source] *= factor
    return corpus.labels[:, COLUMN[label]], weight


def _names(corpus: Corpus) -> NDArray[np.str_]:
    """Each comment's source; our own are a source for each language."""
    names = corpus.source.astype("<U24")
    own = names == OWN
    spoken = np.array([f"{OWN} {name}" for name in LANGUAGES])
    names[own] = spoken[corpus.language[own]]
    return names


def _balanced(names: NDArray[np.str_], truth: Floats, weight: Floats) -> Floats:
    """Weights with each two-sided source's positives drawn to SHARE; a source's sum stays."""
    out = weight.copy()
    for source in np.unique(names):
        here = names == source
        yes, no = here & (truth == 1), here & (truth == 0)
        positive, negative = float(weight[yes].sum()), float(weight[no].sum())
        if positive and negative:
            total = positive + negative
            more = (SHARE * total / positive) ** DRAW
            less = ((1 - SHARE) * total / negative) ** DRAW
            kept = total / (more * positive + less * negative)
            out[yes] *= more * kept
            out[no] *= less * kept
    return out


def recipe() -> str:
    """All of this module's choices as text: another recipe is another model."""
    return repr(
        (
            (sorted(BALANCED), sorted(MEANT), SHARE, DRAW, COMMON, _WRITTEN, _HEARD),
            (_AUTHORITY, _OFFENSIVE_COUNTS, _VIEW_COUNTS, _VIEW_SAYS, _TALK, _TALK_COUNTS),
            (EXPERTS, _ELSEWHERE, _HEED),
        )
    )
