"""Writes the places and things of the sample project."""

from __future__ import annotations

from pathlib import Path

from bedroom import EVENING, NIGHT, desk, room
from scenery import boat_card, coral, dawn, phone, rays

OUT = Path(__file__).parents[1] / "scenery"

PLACES = {
    "evening_room": lambda: room(EVENING),
    "night_room": lambda: room(NIGHT),
    "evening_desk": lambda: desk(EVENING),
    "night_desk": lambda: desk(NIGHT),
    "dawn": dawn,
    "rays": rays,
    "coral": coral,
    "boat_card": boat_card,
    "phone": phone,
}


def main() -> None:
    """Write all pictures."""
    for name, draw in PLACES.items():
        draw().save(OUT / f"{name}.svg")


if __name__ == "__main__":
    main()
