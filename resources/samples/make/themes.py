"""The pictures of the six templates: a shield, a mirror, lanterns, a path, flowers, an iceberg."""

from __future__ import annotations

from theme_mirror import (
    doorway,
    keyboard,
    mirror,
    question,
    questions,
    rose_sky,
    sunrise_path,
    walker,
)
from theme_nature import bare_field, bloom, coral_sea, garden, iceberg_sea, stone
from theme_sky import clear_sky, lantern, lantern_dawn, lantern_night, shield, storm

THEMES = {
    "block_the_bullies": {"storm": storm, "clear_sky": clear_sky, "shield": shield},
    "why_would_you": {
        "questions": questions,
        "question": question,
        "mirror": mirror,
        "keyboard": keyboard,
        "rose_sky": rose_sky,
    },
    "hold_on_to": {"night": lantern_night, "dawn": lantern_dawn, "lantern": lantern},
    "walk_away": {
        "doorway": doorway,
        "path": sunrise_path,
        "walker_left": lambda: walker(0),
        "walker_right": lambda: walker(1),
    },
    "power_of_words": {
        "bare_field": bare_field,
        "garden": garden,
        "stone": stone,
        "flower_rose": lambda: bloom("#F0526B", "#FFC247", 40),
        "flower_sun": lambda: bloom("#FFC247", "#A85A2C", -36),
        "flower_lilac": lambda: bloom("#A98BE8", "#FFD98A", 24),
        "flower_cream": lambda: bloom("#FFF3DF", "#F08A5E", -20),
    },
    "what_we_dont_see": {"iceberg_sea": iceberg_sea, "coral_sea": coral_sea},
}
