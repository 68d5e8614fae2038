from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kindreel_ui.theme import colour, font, ms, stylesheet, theme
from kindreel_ui.tokens import tokens

pytestmark = pytest.mark.usefixtures("dark")


def luminance(shade: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(shade.redF()), linear(shade.greenF()), linear(shade.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = ("text", "text2", "text3", "accentText", "severe", "unkind", "unsure", "neutral", "kind",
        "spam", "success", "danger")  # fmt: skip
GRAPHIC = ("severeFill", "unkindFill", "unsureFill", "neutralFill", "kindFill", "spamFill", "focus",
           "strokeStrong")  # fmt: skip


@pytest.mark.parametrize("mode", ["dark", "light"])
@pytest.mark.parametrize("ground", ["bg", "surface", "raised"])
def test_every_text_colour_is_readable_on_every_ground(mode: str, ground: str) -> None:
    theme().use(mode)
    faint = {n: contrast(colour(n), colour(ground)) for n in TEXT}
    assert {n: c for n, c in faint.items() if c < 4.5} == {}


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_every_graphic_colour_stands_out_from_a_card(mode: str) -> None:
    theme().use(mode)
    faint = {n: contrast(colour(n), colour("raised")) for n in GRAPHIC}
    assert {n: c for n, c in faint.items() if c < 3} == {}


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_the_stylesheet_has_no_token_left(mode: str) -> None:
    theme().use(mode)
    assert "@" not in stylesheet()


def test_both_modes_have_the_same_colours() -> None:
    assert tokens().colours["dark"].keys() == tokens().colours["light"].keys()


def test_changing_the_theme_is_told_and_changes_the_colours(qtbot: object) -> None:
    before = QColor(colour("bg"))
    with qtbot.waitSignal(theme().changed):  # type: ignore[attr-defined]
        theme().use("light")
    assert colour("bg") != before


def test_an_unknown_theme_choice_falls_back_to_the_system() -> None:
    theme().use("plaid")
    assert theme().mode in {"dark", "light"}


def test_reduced_motion_shortens_every_motion_but_no_countdown() -> None:
    theme().use("dark", reduced_motion=True)
    assert ms("panel") <= 120
    assert ms("undoToast") == 8000


def test_bold_text_uses_the_faces_own_weight() -> None:
    axes = {bytes(tag.toString()).decode(): font("heading").variableAxisValue(tag)
            for tag in font("heading").variableAxisTags()}  # fmt: skip
    assert axes["wght"] == 600
