"""Starts children that work on an inbox and kills them at moments of chance."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCRIPT = Path(__file__).parent / "inbox" / "killed_moderator.py"


class Moderator:
    """Starts working children and kills them."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def killed(self, what: str, inbox: Path, file: Path, moment: random.Random) -> None:
        """Let a child work on the inbox and kill it at some moment."""
        asked = [what, str(inbox), str(file), moment.getrandbits(32)]
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        child = int(self._line())
        for _ in range(moment.randint(0, 4)):
            self._line()
        time.sleep(moment.uniform(0, 0.1))  # chance itself is what is tested
        os.kill(child, signal.SIGKILL)
        while self._line() != "over":
            pass

    def _line(self) -> str:
        return self._process.stdout.readline().decode().strip()


@contextmanager
def moderator() -> Iterator[Moderator]:
    """A server that forks the children, so that each starts at once."""
    with subprocess.Popen(
        [sys.executable, str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Moderator(process)
        process.stdin.close()
