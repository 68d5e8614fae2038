"""Writes the drawn creators: bodies, heads in every mood, and whole figures."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import amara
import jun
import lucia
import you
from faces import MOODS

OUT = Path(__file__).parents[1] / "cast"
CAST: dict[str, ModuleType] = {"amara": amara, "jun": jun, "lucia": lucia, "you": you}


def main() -> None:
    """Write all pictures of the cast."""
    for name, artist in CAST.items():
        artist.body().save(OUT / f"{name}_body.svg")
        artist.whole(MOODS["happy"]).save(OUT / f"{name}.svg")
        for mood, how in MOODS.items():
            artist.head(how).save(OUT / f"{name}_{mood}.svg")


if __name__ == "__main__":
    main()
