"""Sample material: the finished project “One kind comment” and the templates to start from."""

from __future__ import annotations

from kindreel.samples.materials import Media
from kindreel.samples.one_kind_comment import one_kind_comment
from kindreel.samples.plan import Template
from kindreel.samples.themes import (
    blank,
    block_the_bullies,
    hold_on_to,
    power_of_words,
    walk_away,
    what_we_dont_see,
    why_would_you,
)

__all__ = ["Media", "Template", "one_kind_comment", "templates"]


def templates() -> tuple[Template, ...]:
    """What a project can be started from, the blank one first."""
    return (
        blank.TEMPLATE,
        block_the_bullies.TEMPLATE,
        why_would_you.TEMPLATE,
        hold_on_to.TEMPLATE,
        walk_away.TEMPLATE,
        power_of_words.TEMPLATE,
        what_we_dont_see.TEMPLATE,
    )
