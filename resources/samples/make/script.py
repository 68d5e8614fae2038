"""What is said in the sample, and by whom; the voices are made from it."""

from __future__ import annotations

LINES = (
    ("hook", "amara", "I posted my very first animation."),
    ("hurt", "amara", "Then the comments came."),
    ("turn", "amara", "But one person wrote something kind."),
    ("spread", "jun", "And it kept going."),
    ("message", "lucia", "One kind comment can change a day."),
    ("hello_amara", "amara", "Hi, I'm Amara."),
    ("hello_jun", "jun", "I'm Jun."),
    ("hello_lucia", "lucia", "And I'm Lucía!"),
    ("jun_hook", "jun", "It took me forty nights to draw this boat."),
    ("jun_turn", "jun", "A stranger said: keep going."),
    ("lucia_hook", "lucia", "I make one small loop a day."),
    ("lucia_turn", "lucia", "Kind words are how I know you are there."),
)
