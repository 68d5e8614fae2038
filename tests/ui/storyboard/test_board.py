"""A person edits a board with mouse and keys, and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kindreel.model.curves import Curve
from kindreel.model.layers import TextLayer
from kindreel_ui.storyboard.picks import Pick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from kindreel.model.board import Board
    from kindreel.model.layers import Layer
    from kindreel_ui.storyboard.screen import StoryboardScreen

LEFT = Qt.MouseButton.LeftButton


def board(screen: StoryboardScreen) -> Board:
    assert screen.desk.board is not None
    return screen.desk.board


def layer(screen: StoryboardScreen, scene: int, at: int) -> Layer:
    return board(screen).scenes[scene].layers[at]


def on_stage(screen: StoryboardScreen, x: float, y: float) -> QPoint:
    wide, high = screen.page.area.stage.view.to_widget(x, y)
    return QPoint(round(wide), round(high))


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move in steps, let go; the cursor itself cannot leave the test's small screen."""
    QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 5):
        at = QPointF(start + (end - start) * (step / 4))
        place = QPointF(widget.mapToGlobal(at))
        kind = QEvent.Type.MouseMove
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QMouseEvent(kind, at, place, LEFT, LEFT, none))
    QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, end)


def test_a_caption_is_typed_and_taken_back_in_one_step(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    screen.desk.choose(Pick(board(screen).scenes[0].id, "caption", "caption-hook"))
    inspector = screen.page.inspector
    field = inspector._caption._text
    qtbot.waitUntil(field.isVisible)
    field.selectAll()
    qtbot.keyClicks(field, "Be kind")
    assert board(screen).scenes[0].captions[0].text == "Be kind"
    screen.undo()
    assert board(screen).scenes[0].captions[0].text == "This is hook"
    screen.redo()
    assert board(screen).scenes[0].captions[0].text == "Be kind"


def test_dragging_a_layer_is_one_step_of_undo(screen: StoryboardScreen) -> None:
    stage = screen.page.area.stage
    stage.snaps = False
    drag(stage, on_stage(screen, 135, 330), on_stage(screen, 175, 250))
    moved = layer(screen, 0, 0).transform
    scale = stage.view.scale
    assert abs(moved.x.base - 175) <= 1 / scale + 1
    assert abs(moved.y.base - 250) <= 1 / scale + 1
    screen.undo()
    assert layer(screen, 0, 0).transform.x == Curve(135.0)
    assert screen._session.undo_label is None


def test_arrows_move_the_chosen_layer_by_one_and_with_shift_by_ten(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    stage = screen.page.area.stage
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 135, 330))
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    qtbot.keyClick(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert layer(screen, 0, 0).transform.x.base == 136
    assert layer(screen, 0, 0).transform.y.base == 340


def test_a_corner_handle_makes_a_sticker_larger(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage = screen.page.area.stage
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 135, 330))
    place = screen.desk.place
    assert place is not None
    corner = on_stage(screen, *place.outline.at(1, 1))
    drag(stage, corner, corner + QPoint(40, 40))
    assert layer(screen, 0, 0).transform.scale.base > 1.05


def test_a_click_beside_everything_lets_go(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage = screen.page.area.stage
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 135, 330))
    assert screen.desk.layer is not None
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 20, 200))
    assert screen.desk.layer is None


def test_a_text_is_typed_where_it_stands(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage = screen.page.area.stage
    qtbot.mouseDClick(stage, LEFT, pos=on_stage(screen, 135, 90))
    assert stage._writing.isVisible()
    qtbot.keyClicks(stage._writing, "Hello")
    qtbot.keyClick(stage._writing, Qt.Key.Key_Escape)
    words = layer(screen, 0, 1)
    assert isinstance(words, TextLayer)
    assert words.text == "Hello"
    screen.undo()
    words = layer(screen, 0, 1)
    assert isinstance(words, TextLayer)
    assert words.text == "hook"


def test_a_scene_moves_down_but_never_below_the_reveal(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    cards = screen.page.filmstrip.list
    cards.setFocus()
    for _ in range(5):
        qtbot.keyClick(cards, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [p.id for p in board(screen).panels] == ["turn", "message", "hook", "reveal"]
    screen.undo()
    assert [s.id for s in board(screen).scenes] == ["turn", "hook", "message"]


def test_a_scene_dropped_with_alt_is_copied(screen: StoryboardScreen) -> None:
    screen.page.filmstrip._model.dropped.emit(0, 3, True)
    assert [s.title for s in board(screen).scenes] == ["Hook", "Turn", "Message", "Hook"]


def test_f2_renames_a_scene(screen: StoryboardScreen, qtbot: QtBot) -> None:
    cards = screen.page.filmstrip.list
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_F2)
    editor = cards.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "I posted it")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board(screen).scenes[0].title == "I posted it")


def test_keys_add_split_copy_and_delete(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage = screen.page.area.stage
    stage.setFocus()
    screen.desk.player.seek(10)
    qtbot.keyClick(stage, Qt.Key.Key_B)
    assert [s.length for s in board(screen).scenes] == [10, 20, 30, 30]
    qtbot.keyClick(stage, Qt.Key.Key_N)
    assert len(board(screen).scenes) == 5
    cards = screen.page.filmstrip.list
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Delete)
    assert len(board(screen).scenes) == 4
    qtbot.keyClick(cards, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(board(screen).scenes) == 5


def test_k_puts_a_keyframe_and_moving_later_adds_another(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    stage = screen.page.area.stage
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 135, 330))
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_K)
    screen.desk.player.seek(20)
    qtbot.keyClick(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    curve = layer(screen, 0, 0).transform.x
    assert [(k.frame, k.value) for k in curve.keys] == [(0, 135.0), (20, 145.0)]


def test_the_heart_tool_puts_a_heart_where_one_clicks(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    stage = screen.page.area.stage
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_S)
    qtbot.mouseClick(stage, LEFT, pos=on_stage(screen, 60, 200))
    assert len(board(screen).scenes[0].layers) == 3
    added = layer(screen, 0, 2)
    assert abs(added.transform.x.base - 60) < 2
    assert screen.desk.tool == "select"


def test_a_drawn_stroke_becomes_a_drawing(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage = screen.page.area.stage
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_P)
    start = on_stage(screen, 40, 200)
    drag(stage, start, start + QPoint(40, 20))
    drawing = layer(screen, 0, 2)
    assert drawing.name == "Drawing"
    assert screen.desk.layer is drawing


def test_the_inspector_changes_a_number_with_undo(screen: StoryboardScreen, qtbot: QtBot) -> None:
    screen.desk.choose(Pick(board(screen).scenes[0].id, "layer", "heart-hook"))
    section = screen.page.inspector._layer._parts[0]
    field = section._x
    qtbot.waitUntil(lambda: field.value() == 135)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "100")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert layer(screen, 0, 0).transform.x.base == 100
    screen.undo()
    qtbot.waitUntil(lambda: field.value() == 135)


def test_an_effect_is_tuned_in_the_form_its_fields_ask_for(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    from kindreel.effects import shelf
    from kindreel_ui.storyboard.inspector.forms import PluginForm

    for _, effect in shelf:
        form = PluginForm(effect())
        qtbot.addWidget(form)
    screen.desk.choose(Pick(board(screen).scenes[0].id, "layer", "heart-hook"))
    effects = screen.page.inspector._layer._parts[2]
    qtbot.waitUntil(lambda: effects._layer == "heart-hook")
    effects._set("Add pop", (shelf.get("pop")(),))
    assert len(layer(screen, 0, 0).effects) == 1
    screen.undo()
    assert layer(screen, 0, 0).effects == ()


def test_the_timeline_scrubs_and_trims(screen: StoryboardScreen, qtbot: QtBot) -> None:
    view = screen.page.timeline.view
    scale = view.scale
    qtbot.mouseClick(view, LEFT, pos=QPoint(round(scale.x_of(45)) + 1, 8))
    assert screen.desk.player.frame == 45
    y = 24 + 30 + 14
    end = QPoint(round(scale.x_of(30)) - 4, y)
    drag(view, end, end - QPoint(60, 0))
    shorter = board(screen).scenes[0].captions[0].length
    assert shorter < 30
    screen.undo()
    assert board(screen).scenes[0].captions[0].length == 30


def test_a_transition_is_added_between_two_scenes(screen: StoryboardScreen) -> None:
    screen.desk.choose(Pick(board(screen).scenes[1].id))
    screen.page.deeds.choose_transition()
    entry = board(screen).scenes[1].entry
    assert entry is not None
    assert entry.length == 15
    screen.page.deeds.delete()
    assert board(screen).scenes[1].entry is None


def test_scenes_say_who_they_are_to_a_screen_reader(screen: StoryboardScreen) -> None:
    model = screen.page.filmstrip._model
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Scene 2, Turn, Turn, 1.0 seconds"
    last = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert last.endswith("always last")


def test_the_script_view_writes_dialogue(screen: StoryboardScreen, qtbot: QtBot) -> None:
    screen.bar.views.choose(2)
    qtbot.waitUntil(lambda: bool(screen.script._rows))
    field = screen.script._rows["hook"]._script
    qtbot.keyClicks(field, "Hello you")
    assert board(screen).scenes[0].script == "Hello you"
    screen.undo()
    assert board(screen).scenes[0].script == ""


def test_a_board_without_scenes_invites_to_add_the_first(screen: StoryboardScreen) -> None:
    from kindreel.model.edits.scenes import remove_scene

    for each in board(screen).scenes:
        screen.desk.edit("Delete", lambda b, s=each.id: remove_scene(b, s))
    assert screen.page._middle.currentIndex() == 1
    screen.page.filmstrip.add()
    assert screen.page._middle.currentIndex() == 0
    assert len(board(screen).scenes) == 1


def test_a_narrow_window_has_a_button_for_the_inspector(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    window, button, inspector = screen.window(), screen.bar.details, screen.page.inspector
    assert button.isHidden()
    window.resize(1180, 760)
    qtbot.waitUntil(inspector.isHidden)
    assert not button.isHidden()
    assert not button.grab().isNull()  # its icon can be painted
    button.click()
    assert not inspector.isHidden()
    assert button.isChecked()
    button.click()
    assert inspector.isHidden()
    window.resize(1440, 900)
    qtbot.waitUntil(inspector.isVisible)
    assert button.isHidden()


def test_the_video_is_seen_in_another_style_and_back(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    from kindreel.model.stylekits import KITS

    screen.desk.let_go()
    inspector = screen.page.inspector
    inspector.refresh()
    assert inspector._scene._style.count() == len(KITS) + 1
    inspector._scene._style.activated.emit(4)
    assert board(screen).style == KITS[3].id
    qtbot.waitUntil(lambda: inspector._scene._style.currentText() == KITS[3].name)
    screen.undo()
    assert board(screen).style is None
