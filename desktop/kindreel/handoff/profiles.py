"""What each platform lets a person do in one go; dated, in a file that can be changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from kindreel import paths
from kindreel.model.comment import Platform, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One platform's way of handling comments in bulk.

    limits: target → how many in one go. steps: what to do in its app. checked: when that was true.
    """

    name: str
    limits: dict[Target, int]
    steps: tuple[str, ...]
    checked: date


@cache
def _all() -> dict[Platform, Profile]:
    stored = json.loads(paths.resource("platforms", "handover.json").read_text("utf-8"))
    checked = date.fromisoformat(stored["checked"])
    return {
        Platform(key): Profile(
            name=one["name"],
            limits={target: int(one[target.value]) for target in Target},
            steps=tuple(one["steps"]),
            checked=checked,
        )
        for key, one in stored["platforms"].items()
    }


def profile(platform: Platform) -> Profile:
    """The profile of a platform."""
    return _all()[platform]
