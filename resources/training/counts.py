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
    columns = ("language", "plain lines", "multiplied", "become", "held back", "themes")
    print(_row(*columns, "near-duplicates", "plain lines' weight"))
    for language in LANGUAGES:
        mine = [c for c in comments if c.language == language]
        made = Counter(c.line for c in mine)
        plain = [c for c in mine if made[c.line] == 1]
        cells = (
            len(plain),
            len(made) - len(plain),
            len(mine) - len(plain),
            sum(c.dev for c in mine),
        )
        near = f"{near_duplicates(mine) / max(1, len(mine)):.1%}"
        print(_row(language, *cells, len({c.theme for c in mine}), near, plain_share(mine)))
    print()
    print(" ".join(f"{name:>10}" for name in ("", *LABEL_NAMES, "none")))
    for language in LANGUAGES:
        print(" ".join(f"{cell:>10}" for cell in (language, *balance(comments, language))))


def _row(*cells: object) -> str:
    return "".join(f"{cell!s:<16}" for cell in cells).rstrip()


def plain_share(comments: list[Written]) -> str:
    """What part of the weight of all that is learned from lies on lines without slots."""
    made = Counter(c.line for c in comments)
    plain = sum(c.weight for c in comments if made[c.line] == 1 and not c.dev)
    return f"{plain / sum(c.weight for c in comments if not c.dev):.0%}"


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
