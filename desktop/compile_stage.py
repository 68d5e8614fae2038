"""Compiles the stage's inner loops when Kindreel is installed or packed.

The compiler is a Python package like all else that is needed, the same on every system.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.tags import sys_tags

ROOM = Path(__file__).parent / "kindreel" / "render"
_SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
_ORDINARY = "x86_64_v2" if platform.machine().lower() in {"x86_64", "amd64"} else "baseline"
"""Processors of the last fifteen years."""


def compile_stage() -> Path:
    """Make the library beside its source."""
    library = ROOM / f"_stage{_SUFFIX}"
    command = [sys.executable, "-m", "ziglang", "cc", "-std=c11", "-O3", "-shared", "-fPIC"]
    command += ["-fvisibility=hidden", "-ffp-contract=off", "-fno-sanitize=all", "-Wall", "-Wextra"]
    command += [f"-mcpu={_ORDINARY}", "-o", str(library), str(ROOM / "stage.c"), "-lm"]
    subprocess.run(command, check=True)  # noqa: S603 - ours
    return library


class CompileStage(BuildHookInterface[Any]):
    """Puts the library into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's
        """Compile, and mark the package as one for this system."""
        library = compile_stage()
        build_data["artifacts"].append(str(library.relative_to(Path(self.root)).as_posix()))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{next(sys_tags()).platform}"
