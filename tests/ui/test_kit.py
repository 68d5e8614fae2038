from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kindreel_ui import kit
from kindreel_ui.kit import gallery, icons
from kindreel_ui.theme import colour, theme

pytestmark = pytest.mark.usefixtures("dark")


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_every_widget_paints_in_both_themes(mode: str, tmp_path: Path, qtbot: QtBot) -> None:
    theme().use(mode)
    sheet = gallery.sheet()
    shown(qtbot, sheet)
    picture = sheet.grab().toImage()
    assert picture.save(str(tmp_path / "sheet.png"))
    assert picture.pixelColor(QPoint(4, 4)) == colour("bg")
    assert len({picture.pixel(x, y) for x in range(0, 1440, 9) for y in range(0, 900, 9)}) > 100


def test_everything_that_takes_the_keyboard_has_a_spoken_name(qtbot: QtBot) -> None:
    sheet = gallery.sheet()
    shown(qtbot, sheet)
    silent = [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert silent == []


def test_everything_that_can_be_pressed_is_large_enough(qtbot: QtBot) -> None:
    sheet = gallery.sheet()
    shown(qtbot, sheet)
    small = [
        (type(widget).__name__, widget.size())
        for kind in (kit.Button, kit.IconButton, kit.Toggle, kit.Segmented, kit.CheckBox)
        for widget in sheet.findChildren(kind)
        if widget.isVisible() and min(widget.width(), widget.height()) < 24
    ]
    assert small == []


def test_an_icon_takes_the_colour_of_the_theme_that_is_on(qtbot: QtBot) -> None:
    def strongest(picture: QImage) -> QColor:
        pixels = [picture.pixelColor(x, y) for x in range(32) for y in range(32)]
        return max(pixels, key=lambda pixel: pixel.alpha())

    del qtbot
    heart = icons.icon("heart-fill", "accentText")
    theme().use("dark")
    assert strongest(heart.pixmap(32, 32).toImage()).name() == colour("accentText").name()
    theme().use("light")
    assert strongest(heart.pixmap(32, 32).toImage()).name() == colour("accentText").name()


def test_a_segmented_control_is_moved_with_the_arrows(qtbot: QtBot) -> None:
    control = kit.Segmented(["Board", "Reveal", "Script"], name="View")
    shown(qtbot, control)
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.keyClick(control, Qt.Key.Key_Right)
    assert told.args == [1]
    assert control.accessibleName() == "View Reveal"
    qtbot.keyClick(control, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(control.chosen):
        qtbot.keyClick(control, Qt.Key.Key_Right)


def test_a_segmented_control_is_moved_with_the_mouse(qtbot: QtBot) -> None:
    control = kit.Segmented(["Board", "Reveal", "Script"])
    shown(qtbot, control)
    qtbot.mouseClick(
        control, Qt.MouseButton.LeftButton, pos=QPoint(control.width() - 12, control.height() // 2)
    )
    assert control.at == 2


def test_a_toggle_is_switched_with_the_space_bar(qtbot: QtBot) -> None:
    toggle = kit.Toggle("Reduced motion")
    shown(qtbot, toggle)
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()


def test_an_undo_bar_takes_back_once(qtbot: QtBot) -> None:
    bar = kit.UndoBar()
    qtbot.addWidget(bar)
    bar.show_done("14 comments deleted in Kindreel")
    assert bar.isVisible()
    undo = next(b for b in bar.findChildren(kit.Button) if b.words == "Undo")
    with qtbot.waitSignals([bar.undone, bar.over]):
        undo.click()
    assert not bar.isVisible()


def test_an_undo_bar_goes_away_when_its_time_is_up(qtbot: QtBot) -> None:
    bar = kit.UndoBar()
    qtbot.addWidget(bar)
    bar.show_done("14 comments deleted in Kindreel")
    with qtbot.assertNotEmitted(bar.undone), qtbot.waitSignal(bar.over):
        for _second in range(8):
            bar._tick()
    assert not bar.isVisible()


def test_a_notice_offers_what_can_be_done(qtbot: QtBot) -> None:
    bar = kit.NoticeBar()
    qtbot.addWidget(bar)
    tried: list[bool] = []
    bar.show_notice(
        "The disk is full.", "Your project is saved.", action=("Again", lambda: tried.append(True))
    )
    assert bar.words == "The disk is full. Your project is saved."
    next(b for b in bar.findChildren(kit.Button) if b.words == "Again").click()
    assert tried == [True]
    assert not bar.isVisible()


def test_a_search_waits_until_the_person_pauses(qtbot: QtBot) -> None:
    field = kit.SearchField("Search")
    shown(qtbot, field)
    found: list[str] = []
    field.searched.connect(found.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "kind")
    assert found == ["kind"]


def test_escape_clears_a_search(qtbot: QtBot) -> None:
    field = kit.SearchField("Search")
    shown(qtbot, field)
    qtbot.keyClicks(field, "kind")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_long_line_is_shortened_and_told_in_full(qtbot: QtBot) -> None:
    label = kit.ShortLabel("A very long title of a project " * 5)
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.minimumSizeHint().width() <= 40
    assert label.toolTip() == "A very long title of a project " * 5


def test_every_part_of_a_whole_stays_visible(qtbot: QtBot) -> None:
    bar = kit.CountsBar([("kind", 100_000), ("severe", 1)])
    shown(qtbot, bar)
    bar.resize(284, 10)
    picture = bar.grab().toImage()
    assert picture.pixelColor(281, 5) == colour("severeFill")
    assert bar.accessibleName() == "100,000 kind, 1 severe"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("@real.critic.99", "RC"), ("@moss", "MO"), ("x", "X"), ("", "?"), ("Ana Lúcia", "AL")],
)
def test_a_face_without_a_picture_has_initials(name: str, letters: str) -> None:
    assert kit.initials(name) == letters


def test_the_focus_ring_is_there_for_the_keyboard_only(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ring = kit.FocusRing(app)
    first, second = kit.Button("One"), kit.Button("Two")
    host = kit.Box(kit.row(first, second))
    shown(qtbot, host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.widget() is second
    second.clearFocus()
    host.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.widget() is not first


def test_a_sheet_keeps_the_keyboard_and_gives_it_back(qtbot: QtBot) -> None:
    outside = kit.Button("Outside")
    host = kit.Box(kit.column(outside))
    host.resize(600, 400)
    shown(qtbot, host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    outside.setFocus()
    first, second = kit.Button("First"), kit.Button("Second")
    sheet = kit.Sheet(host, kit.column(first, second), name="Question", width=300)
    sheet.open()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    assert second.hasFocus()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert outside.hasFocus()


def test_pressing_beside_a_sheet_closes_it(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(600, 400)
    shown(qtbot, host)
    sheet = kit.Sheet(host, kit.column(kit.Button("Close")), name="Question", width=300)
    sheet.open()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.card.geometry().center())
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_the_wheel_scrolls_past_a_list_and_leaves_it(qtbot: QtBot) -> None:
    picker = kit.Picker(["One", "Two", "Three"], name="Number")
    shown(qtbot, picker)
    picker.clearFocus()

    def turn() -> bool:
        place = QPointF(picker.rect().center())
        event = QWheelEvent(
            place, picker.mapToGlobal(place), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(picker, event)
        return event.isAccepted()

    assert not turn()  # what lies behind may scroll
    assert picker.currentText() == "One"
    picker.activateWindow()
    picker.setFocus()
    qtbot.waitUntil(picker.hasFocus)
    turn()
    assert picker.currentText() == "Two"


@pytest.mark.parametrize("step", ["md", "sm"])
def test_a_picker_has_room_for_its_longest_words(
    qtbot: QtBot, dark: None, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    del dark
    picker = kit.Picker(["Any", "Let it wait for me", "90%"], name="Number", step=step)
    qtbot.addWidget(picker)
    picker.setCurrentIndex(1)
    picker.resize(picker.sizeHint())
    drawn: list[str] = []
    elide = type(picker.fontMetrics()).elidedText
    monkeypatch.setattr(
        type(picker.fontMetrics()),
        "elidedText",
        lambda *words: drawn.append(elide(*words)) or elide(*words),
    )
    picker.grab()
    assert drawn == ["Let it wait for me"]
