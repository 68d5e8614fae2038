"""`python desktop`: sets Kindreel up on first start, then opens the window.

With arguments it is the command line: `python desktop demo`, `python desktop --help`.
"""

from __future__ import annotations

import sys

import environment


def main() -> int:
    """Set up, then hand over to the window or the command line."""
    try:
        environment.ensure()
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 2
    arguments = sys.argv[1:]
    door = "kindreel" if arguments else "kindreel_ui"
    return environment.hand_over("-P", "-m", door, *arguments)


if __name__ == "__main__":
    sys.exit(main())
