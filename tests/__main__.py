"""`python tests`: sets Kindreel up with its test tools, then runs every check.

Without arguments: style, types, then all tests. Arguments go to pytest as they are.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "desktop"))

import environment  # noqa: E402 - found only once its folder is on the path

STEPS = (
    ("Style", ("ruff", "check", ".")),
    ("Layout", ("ruff", "format", "--check", ".")),
    ("Types", ("mypy",)),
)


def _run(*arguments: str) -> int:
    command = [str(environment.python()), "-P", "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main() -> int:
    """Set up, check, test; 0 when all is well."""
    try:
        environment.ensure("dev")
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 2
    os.environ.pop("PYTHONPATH", None)
    if sys.argv[1:]:
        return _run("pytest", *sys.argv[1:])
    failed = 0
    for name, step in STEPS:
        print(f"{name}: {' '.join(step)}", flush=True)
        failed = _run(*step) or failed
    return _run("pytest", "-q", "-n", "auto") or failed


if __name__ == "__main__":
    sys.exit(main())
