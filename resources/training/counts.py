"""Shows what our written comments hold: counts, balance of labels, near-duplicates.

Run from the project's folder: python resources/training/counts.py
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

from kindreel.comments.labels import LABEL_NAMES, LANGUAGES
from kindreel.comments.normalise import SEPARATOR, plain, text_of
from kindreel.comments.written import Written, read_all

NEAR = 0.8
"""Comments that share this much of their words are near-duplicates."""


def main() -> None:
    """Print one table of counts and one of labels."""
    comments = read_all(Path(__file__).parent)
    head = ("language", "comments", "held back", "lines by hand", "themes", "near-duplicates")
    print(("{:<10}" * len(head)).replace("10", "16").format(*head))
    for language in LANGUAGES:
        mine = [c for c in comments if c.language == language]
        near = f"{near_duplicates(mine) / max(1, len(mine)):.1%}"
        lines, themes = len({c.line for c in mine}), len({c.theme for c in mine})
        held = sum(c.dev for c in mine)
        print(f"{language:<16}{len(mine):<16}{held:<16}{lines:<16}{themes:<16}{near:<16}")
    print()
    print(" ".join(f"{name:>10}" for name in ("", *LABEL_NAMES, "none")))
    for language in LANGUAGES:
        print(" ".join(f"{cell:>10}" for cell in (language, *balance(comments, language))))


def balance(comments: list[Written], language: str) -> list[int]:
    """How many comments of a language have each label, and none."""
    mine = [c.labels for c in comments if c.language == language]
    return [
        *(int(sum(column)) for column in zip(*mine, strict=True)),
        sum(not any(m) for m in mine),
    ]


def near_duplicates(comments: list[Written]) -> int:
    """Comments whose neighbour in the order of their words shares most of them."""
    texts = text_of(plain([c.text for c in comments]).codes).split(chr(SEPARATOR))
    bags = sorted({tuple(sorted(Counter(t.split()))) for t in texts})
    alone = len(comments) - len(bags)
    return alone + sum(_alike(set(first), set(second)) for first, second in pairwise(bags))


def _alike(first: set[str], second: set[str]) -> bool:
    return len(first & second) >= NEAR * len(first | second) > 0


if __name__ == "__main__":
    main()
