"""Measurements with texts we make: disguises, names and groups, learning, and speed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import disguise, figures
from kindreel.comments.classify import Classifier, shipped
from kindreel.comments.corpus import Corpus
from kindreel.comments.labels import COLUMN, LANGUAGES
from kindreel.comments.learn import Correction, PersonalLayer
from kindreel.model.comment import Label

TIMED = 16384
"""Comments scored to tell the speed."""

CORRECTIONS = (30, 200)
"""How many corrections are taught to see what they leave of the model."""

_UNKIND = COLUMN[Label.UNKIND]
Truth = NDArray[np.bool_]


_DRAWS = 5
"""Which words a disguise hides is chance; sets with few attacks would follow that alone."""


def robustness(classifier: Classifier, texts: Sequence[str], truth: Truth) -> dict[str, float]:
    """How much unkind AUC each disguise costs, in the mean of some draws of what is hidden."""
    clean = figures.area_under_curve(classifier.score_array(texts)[:, _UNKIND], truth)
    drops = {}
    for name, way in disguise.DISGUISES.items():
        areas = []
        for seed in range(1, _DRAWS + 1):
            draw = random.Random(seed)
            hidden = [disguise.disguised(text, way, draw) for text in texts]
            scores = classifier.score_array(hidden)[:, _UNKIND]
            areas.append(figures.area_under_curve(scores, truth))
        drops[name] = clean - sum(areas) / _DRAWS
    return drops


GROUPS = {
    "en": "women;men;gay people;trans people;muslims;jews;christians;black people;white people;"
    "asian people;mexicans;filipinos;immigrants;disabled people;old people",
    "es": "las mujeres;los hombres;los gays;las personas trans;los musulmanes;los judíos;"
    "los cristianos;los negros;los blancos;los indígenas;los migrantes;los chinos",
    "pt": "as mulheres;os homens;os gays;as pessoas trans;os muçulmanos;os judeus;os cristãos;"
    "os negros;os brancos;os indígenas;os nordestinos;os imigrantes",
    "id": "perempuan;pria;orang gay;waria;orang muslim;orang kristen;orang hindu;orang papua;"
    "orang jawa;orang tionghoa;orang batak;difabel",
    "tl": "mga babae;mga lalaki;mga bakla;mga tomboy;mga muslim;mga kristiyano;mga bisaya;"
    "mga ilokano;mga intsik;mga igorot;mga pwd;mga matatanda",
}
NAMES = {
    "en": "Emma;Liam;Jamal;Lakisha;Muhammad;Fatima;Wei;Priya;José;Guadalupe;Ivan;Olga",
    "es": "Sofía;Santiago;Guadalupe;Xóchitl;Brayan;Britany;Mohamed;Jesús;Wei;Itzel",
    "pt": "Maria;João;Jurema;Raimundo;Mohamed;Severino;Thaís;Wellington;Yara;Kauã",
    "id": "Budi;Siti;Agus;Kristina;Muhammad;Made;Butet;Yohanes;Lina;Ujang",
    "tl": "Maria;Jose;Datu;Aisha;Inday;Dodong;Chua;Jun;Bong;Tala",
}
_SENTENCES = {
    "en": ("{} live in my street", "a video about {}", "i talked to {} today", "{} made this song"),
    "es": ("{} viven en mi calle", "un video sobre {}", "hoy hablé con {}", "{} cantan aquí"),
    "pt": ("{} moram na minha rua", "um vídeo sobre {}", "hoje falei com {}", "{} cantam aqui"),
    "id": (
        "{} tinggal di jalanku",
        "video tentang {}",
        "tadi ngobrol sama {}",
        "{} nyanyi di sini",
    ),
    "tl": ("nakatira {} sa amin", "video tungkol sa {}", "kausap ko {} kanina", "{} kumanta nito"),
}


@dataclass(frozen=True, slots=True)
class Bias:
    """Unkind likelihood of neutral sentences: the mean, and the gap between words put in."""

    language: str
    kind: str
    mean: float
    widest: float
    worst: str


def bias(classifier: Classifier) -> list[Bias]:
    """How groups and names alone move neutral sentences."""
    out = []
    for kind, words in (("groups", GROUPS), ("names", NAMES)):
        for language, listed in words.items():
            entries = listed.split(";")
            by_word = {
                word: float(
                    classifier.score_array([s.format(word) for s in _SENTENCES[language]])[
                        :, _UNKIND
                    ].mean()
                )
                for word in entries
            }
            worst = max(by_word, key=lambda word: by_word[word])
            mean = float(np.mean(list(by_word.values())))
            out.append(Bias(language, kind, mean, by_word[worst] - min(by_word.values()), worst))
    return out


@dataclass(frozen=True, slots=True)
class Kept:
    """Unkind AUC before and after a creator's corrections, on other comments.

    wrong: corrections that say the opposite of the truth. elsewhere: AUC lost in the other
    languages.
    """

    language: str
    corrections: int
    wrong: int
    before: float
    after: float
    elsewhere: float


def kept(classifier: Classifier, held: Corpus) -> list[Kept]:
    """What is left of the model after CORRECTIONS, all of them right or a third of them wrong."""
    out = []
    for index in range(len(LANGUAGES)):
        mine = np.random.default_rng(index).permutation(np.flatnonzero(held.language == index))
        for count in CORRECTIONS:
            if len(mine) >= 2 * count:
                taught = mine[:count]
                out += [_taught(classifier, held, taught, every) for every in (0, 3)]
    return out


def _taught(classifier: Classifier, held: Corpus, taught: NDArray[np.intp], every: int) -> Kept:
    """What is left after some corrections, one in `every` of them wrong, none for 0."""
    truth = held.labels[:, _UNKIND] > 0.5
    wrong = {int(i) for i in taught[::every]} if every else set()
    layer = PersonalLayer().taught(
        Correction(held.texts[i], Label.UNKIND, bool(truth[i]) != (int(i) in wrong)) for i in taught
    )
    language = int(held.language[taught[0]])
    near = held.language == language
    far = ~near
    near[taught] = False
    scores = [
        one.score_array(held.texts)[:, _UNKIND] for one in (classifier, layer.fitted(classifier))
    ]
    before, after = (figures.area_under_curve(s[near], truth[near]) for s in scores)
    first, last = (figures.area_under_curve(s[far], truth[far]) for s in scores)
    return Kept(LANGUAGES[language], len(taught), len(wrong), before, after, first - last)


@dataclass(frozen=True, slots=True)
class Speed:
    """Comments a second for all labels, and what loading costs."""

    short_per_s: float
    long_per_s: float
    load_ms: float
    bytes: int


def speed(classifier: Classifier, texts: Sequence[str], model: Path | None = None) -> Speed:
    """Throughput on comments of about 46 and 136 characters, best of three."""
    path = model or shipped()
    loads = [_timed(lambda: Classifier.load(path)) for _ in range(3)]
    return Speed(
        _per_second(classifier, _of_length(texts, 46)),
        _per_second(classifier, _of_length(texts, 136)),
        min(loads) * 1000,
        path.stat().st_size,
    )


def _of_length(texts: Sequence[str], length: int) -> list[str]:
    near = [t for t in texts if abs(len(t) - length) <= length // 6] or [("word " * 40)[:length]]
    return [near[i % len(near)] for i in range(TIMED)]


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _per_second(classifier: Classifier, texts: list[str]) -> float:
    best = min(_timed(lambda: classifier.score_array(texts)) for _ in range(3))
    return len(texts) / best
