"""Writes the places and things of the sample project."""

from __future__ import annotations

from pathlib import Path

from scenery import PLACES

OUT = Path(__file__).parents[1] / "scenery"


def main() -> None:
    """Write all pictures."""
    for name, draw in PLACES.items():
        draw().save(OUT / f"{name}.svg")


if __name__ == "__main__":
    main()
