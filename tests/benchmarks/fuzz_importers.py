"""Feeds damaged files to the importers: `python tests/benchmarks/fuzz_importers.py 1000000 [seed]`.

Each case must end in rows or in an ImportFileError, within a second, and every line of a JSON
lines file must be accounted for. A case that does otherwise is kept in the working folder.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from damage import damaged
from kindreel import importers
from kindreel.errors import ImportFileError
from kindreel.model.comment import Comment
from kindreel.model.triage import Unreadable

EXAMPLES = sorted((Path(__file__).parents[1] / "importers" / "exports").iterdir())
SLOW_S = 2.0


def fault(path: Path) -> str:
    """What went wrong with one case, "" for nothing."""
    started = time.process_time()
    try:
        rows = list(importers.read(path))
    except ImportFileError:
        rows = []
    except Exception as error:  # noqa: BLE001 - finding these is what a fuzzer is for
        return f"{type(error).__name__}: {error}"
    if any(not isinstance(row, Comment | Unreadable) for row in rows):
        return "a row that is neither comment nor unreadable"
    if time.process_time() - started > SLOW_S:
        return "slow"
    return ""


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    contents = [(path.stem, path.read_bytes()) for path in EXAMPLES]
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "case"
        for case in range(cases):
            kind, content = chance.choice(contents)
            path.write_bytes(damaged(content, chance))
            if found := fault(path):
                faults += 1
                kept = Path(f"fault-{kind}-{case}")
                kept.write_bytes(path.read_bytes())
                sys.stdout.write(f"{kept}: {found}\n")
    sys.stdout.write(f"{cases:,} cases, {faults} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
