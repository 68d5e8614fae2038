"""Moderates without end, killed again and again: `soak_inbox.py --minutes 10 [--seed 1]`.

A child imports, scores, decides, hands over, undoes and redoes; it is killed at a moment of
chance; then the inbox must be sound and its ledger must add up.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kindreel.store.inbox import Inbox
from ledger import faults
from moderator import Moderator, moderator
from soak import exports

_ROUNDS_TO_FILL = 60
_TOLD_EVERY = 50


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found, kills, acts = 0, 0, 0
    moment, until = random.Random(asked.seed), time.monotonic() + asked.minutes * 60
    with tempfile.TemporaryDirectory() as name, moderator() as killer:
        folder = exports(Path(name) / "exports")
        while time.monotonic() < until:
            path = Path(name) / f"inbox{kills // _ROUNDS_TO_FILL}.sqlite"
            wrong, acts_now = one_round(path, folder, killer, moment)
            kills, found = kills + 1, found + bool(wrong)
            acts += acts_now if kills % _ROUNDS_TO_FILL == 0 else 0
            for sentence in wrong:
                tell(f"kill {kills}: {sentence}")
            if kills % _TOLD_EVERY == 0:
                tell(f"{kills} kills, {acts} acts in finished ledgers, {found} rounds at fault")
    tell(f"{kills} kills, {found} rounds at fault, seed {asked.seed}")
    return 1 if found else 0


def one_round(
    path: Path, folder: Path, killer: Moderator, moment: random.Random
) -> tuple[list[str], int]:
    """Kill once; give back what is wrong afterwards, and how many acts the ledger has."""
    killer.killed("soak", path, folder, moment)
    with Inbox(path) as inbox:
        wrong = list(inbox.check())
        acts = len(inbox.acts(1_000_000))
    return wrong + faults(path), acts


def tell(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
