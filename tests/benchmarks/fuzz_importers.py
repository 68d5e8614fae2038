"""Feeds strange and damaged files to the importers until a million of them have been read.

    python tests/benchmarks/fuzz_importers.py --cases 1000000 --seed 1 --state fuzz.json

Half of the files are sound in form and strange in content: every row must be accounted for. Half
are damaged: no crash, no hang, and no loss without a word. Now and then a file goes through an
inbox, whose account must add up. The state file lets it go on where it was stopped; each faulty
case is kept beside it.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzzing import fault, make, rate, read, store
from kindreel.store.inbox import Inbox

STORED_EVERY = 200
EMPTIED_EVERY = 20_000
TOLD_EVERY = 5_000
DEAD_S = 3_600


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path("fuzz.json"))
    parser.add_argument("--kind", default="", help="only this kind of file")
    parser.add_argument("--folder", type=Path, default=None, help="where files are written")
    return parser.parse_args()


def main() -> int:
    asked = options()
    state = {"seed": asked.seed, "next": 0, "faults": 0, "stored": 0}
    if asked.state.exists():
        state = json.loads(asked.state.read_text())
    memory = Path("/dev/shm")  # noqa: S108 - files by the hundred a second belong in memory
    folder = asked.folder or (memory if memory.is_dir() else None)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        run(asked, state, Path(name))
    told = f"{state['next']:,} cases, {state['stored']:,} of them stored, {state['faults']} faults"
    sys.stdout.write(f"{told}, seed {state['seed']}\n")
    return 1 if state["faults"] else 0


def run(asked: argparse.Namespace, state: dict[str, int], folder: Path) -> None:
    """Read the cases that are still to be read."""
    path, started, first = folder / "case", time.process_time(), state["next"]
    with Inbox(folder / "inbox.sqlite") as inbox:
        for number in range(first, asked.cases):
            case = make(state["seed"], number, asked.kind)
            stored = number % STORED_EVERY == 0
            found = fault(case, path, (lambda file: store(file, inbox)) if stored else read)
            state["stored"] += stored
            if number % EMPTIED_EVERY == 0:
                found = found or " ".join(inbox.check())
                inbox.purge()
            if found:
                state["faults"] += 1
                kept = asked.state.with_name(f"fault-{case.kind}-{state['seed']}-{number}")
                kept.write_bytes(case.content)
                sys.stdout.write(f"{kept}: {found}\n")
            state["next"] = number + 1
            if state["next"] % TOLD_EVERY == 0:
                tell(asked, state, rate(state["next"] - first, started))
    tell(asked, state, rate(state["next"] - first, started))


def tell(asked: argparse.Namespace, state: dict[str, int], speed: float) -> None:
    faulthandler.dump_traceback_later(DEAD_S, exit=True)
    asked.state.write_text(json.dumps(state))
    sys.stdout.write(f"{state['next']:,} of {asked.cases:,} cases, {speed:,.0f} a second\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
