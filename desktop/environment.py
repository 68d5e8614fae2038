"""Sets up the project's own Python environment; standard library only.

Both bootstraps use it: `python desktop` and `python tests`. A stamp in `.venv` says what it was
made from, so that a second start costs next to nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "kindreel-stamp"
LEAST = (3, 11)
_PACKAGES = ("pyproject.toml", "constraints.txt")
_LOOPS = ("desktop/compile_stage.py", "desktop/kindreel/render/stage.c")
_QUIET = ("--quiet", "--disable-pip-version-check", "--no-input")


class SetupError(Exception):
    """Setting up failed; the text is a sentence for the person."""


def python() -> Path:
    """The environment's own interpreter."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class Stamp(NamedTuple):
    """What an environment was made from: its packages, the stage's loops, and the extras."""

    packages: str
    loops: str
    extras: str


def _digest(names: tuple[str, ...]) -> str:
    made_of = hashlib.sha256(f"{sys.version}|{ROOT}".encode())
    for name in names:
        made_of.update((ROOT / name).read_bytes())
    return made_of.hexdigest()


def _made() -> Stamp | None:
    """The stamp of the environment that is there."""
    try:
        lines = STAMP.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return Stamp(*lines) if len(lines) == len(Stamp._fields) else None


def _pip(*arguments: str) -> None:
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    pip = ("pip", "--python", str(python())) if _has("pip") else ("pip",)
    interpreter = sys.executable if _has("pip") else str(python())
    command = [interpreter, "-m", *pip, *arguments]
    result = subprocess.run(command, cwd=ROOT, env=surroundings, check=False)  # noqa: S603 - ours
    if result.returncode:
        raise SetupError(
            "Some packages could not be installed (pip's own words are above). "
            "Your files were not touched. Check the connection and start again."
        )


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _make(extras: str) -> None:
    if not _has("pip") and not _has("ensurepip"):
        raise SetupError(
            "Python's installer “pip” is missing. Nothing was changed. "
            "On Debian or Ubuntu: apt-get install python3-pip python3-venv."
        )
    print("Setting up Kindreel (once, about a minute) …", file=sys.stderr, flush=True)
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    venv.EnvBuilder(with_pip=not _has("pip"), symlinks=os.name != "nt").create(FOLDER)
    what = f"{ROOT}[{extras}]" if extras else str(ROOT)
    _pip("install", *_QUIET, "--constraint", str(ROOT / "constraints.txt"), "--editable", what)


def _compile() -> None:
    """Only the stage's loops have changed: build the project again, leave its packages alone."""
    print("Compiling the stage …", file=sys.stderr, flush=True)
    _pip("install", *_QUIET, "--no-deps", "--editable", str(ROOT))


def ensure(extras: str = "") -> None:
    """Make the environment when it is missing or out of date; SetupError says why it cannot."""
    if sys.version_info < LEAST:
        raise SetupError(
            f"Kindreel needs Python {LEAST[0]}.{LEAST[1]} or newer; this is "
            f"{sys.version_info.major}.{sys.version_info.minor}. Nothing was changed."
        )
    made = _made()
    if made and made.extras == "dev":
        extras = "dev"  # an environment with the test tools serves the app as well, and keeps them
    wanted = Stamp(_digest(_PACKAGES), _digest(_LOOPS), extras)
    if made == wanted:
        return
    if made and made._replace(loops=wanted.loops) == wanted:
        _compile()
    else:
        _make(extras)
    STAMP.write_text("\n".join(wanted), "utf-8")


def hand_over(*arguments: str) -> int:
    """Run the environment's Python with these arguments in place of this process."""
    os.environ.pop("PYTHONPATH", None)
    command = [str(python()), *arguments]
    if os.name != "nt":  # there, exec() gives the prompt back too early
        sys.stdout.flush()
        os.execv(command[0], command)  # noqa: S606 - our own interpreter
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter
