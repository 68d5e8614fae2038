"""Writes the pictures of the six templates."""

from __future__ import annotations

from pathlib import Path

from themes import THEMES

OUT = Path(__file__).parents[2] / "templates"


def main() -> None:
    """Write one folder per template."""
    for theme, pictures in THEMES.items():
        for name, draw in pictures.items():
            draw().save(OUT / theme / f"{name}.svg")


if __name__ == "__main__":
    main()
