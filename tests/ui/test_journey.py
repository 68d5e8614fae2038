"""One person's whole way: from a template to a video, from comments to a hand-over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt

from kindreel.model.comment import BatchStatus
from kindreel.model.edits import boards, cast, scenes
from kindreel.model.project import Project
from kindreel.model.reveal import Consent
from kindreel.model.triage import Box

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from kindreel_ui.app import App
    from kindreel_ui.comments.screen import CommentsScreen
    from kindreel_ui.export.screen import ExportScreen
    from kindreel_ui.storyboard.screen import StoryboardScreen

W = TypeVar("W", bound="QWidget")

WORDS = "Kind words travel far"
LONG_MS = 60_000
COMMENTS = "cid,text,uniqueId,uid,createTimeISO,videoWebUrl\n" + "".join(
    f"74000000000000001{n:02d},{text},person{n},90{n},2026-11-20T10:00:{n:02d}Z,"
    "https://www.tiktok.com/@me/video/7300000000000000001\n"
    for n, text in enumerate(
        (
            "thank you so much this made my whole week",
            "FREE followers click the link in my bio now",
            "you are such an idiot nobody likes you",
            "FREE followers click my bio link today",
        )
    )
)


def shortened(project: Project) -> Project:
    """A second of story and a second of reveal, by somebody who has said yes."""
    (creator,) = project.creators
    project = cast.set_consent(project, creator.id, Consent(given=True, on="2026-11-22"))
    board = project.boards[0]
    short = boards.with_panels(board, board.scenes[:1])
    short = scenes.retime_scene(short, short.scenes[0].id, 20)
    short = cast.time_reveal(short, avatar=4, change=8, name=4, hold=4)
    return replace(project, boards=(replace(short, music=()),))


def spoken(within: QWidget, kind: type[W], name: str) -> W | None:
    """The widget of a kind whose spoken name begins so, as a screen reader would find it."""
    for widget in within.findChildren(kind):
        if widget.accessibleName().startswith(name):
            return widget
    return None


def started_from_a_template(app: App, qtbot: QtBot) -> StoryboardScreen:
    from kindreel_ui.home.tiles import Tile
    from kindreel_ui.storyboard.screen import StoryboardScreen

    app.window.resize(1440, 900)
    app.window.show()
    app.tools.go("home", None)
    home = app.tools.screen("home")
    qtbot.waitUntil(lambda: spoken(home, Tile, "Walk away") is not None, timeout=LONG_MS)
    tile = spoken(home, Tile, "Walk away")
    assert tile is not None
    with qtbot.waitSignal(app.session.opened, timeout=LONG_MS):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    board = app.tools.screen("storyboard")
    assert isinstance(board, StoryboardScreen)
    qtbot.waitUntil(board.isVisible, timeout=LONG_MS)
    return board


def caption(app: App) -> str:
    board = app.session.board
    assert board is not None
    return board.scenes[0].captions[0].text


def changed_the_caption(app: App, qtbot: QtBot, board: StoryboardScreen) -> None:
    from kindreel_ui.kit.texts import TextField

    before = caption(app)
    inspector = board.page.inspector
    inspector.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: spoken(inspector, TextField, "Caption 1") is not None, timeout=LONG_MS)
    field = spoken(inspector, TextField, "Caption 1")
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, WORDS)
    qtbot.waitUntil(lambda: caption(app) == WORDS, timeout=LONG_MS)
    board.undo()
    assert caption(app) == before
    board.redo()
    assert caption(app) == WORDS


def exported(app: App, qtbot: QtBot, board: StoryboardScreen, folder: Path) -> Path:
    from kindreel_ui.export.screen import ExportScreen

    app.session.apply("Shorten", shortened)
    board.open_export()
    dialog = app.tools.screen("export")
    assert isinstance(dialog, ExportScreen)
    dialog.formats.use_folder(folder)
    dialog.quality.setCurrentIndex(0)
    looked(qtbot, dialog)
    with qtbot.waitSignal(dialog.job.finished, timeout=2 * LONG_MS) as done:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    dialog.hide_dialog()
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow, timeout=LONG_MS)
    assert done.args is not None
    return Path(done.args[0].path)


def looked(qtbot: QtBot, dialog: ExportScreen) -> None:
    """Pre-flight has finished and nothing blocks."""
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and not dialog.blocked, timeout=LONG_MS)


def sorted_and_decided(app: App, qtbot: QtBot, file: Path) -> CommentsScreen:
    from kindreel_ui.comments.screen import CommentsScreen
    from kindreel_ui.screens import ImportFiles

    app.tools.go("comments", ImportFiles((file,)))
    comments = app.tools.screen("comments")
    assert isinstance(comments, CommentsScreen)
    qtbot.waitUntil(lambda: comments.desk.counts.all == 4, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not comments.importing.running, timeout=LONG_MS)
    with qtbot.waitSignal(comments.desk.listed, timeout=LONG_MS):
        comments.show_box(Box.SPAM)
    assert comments.entries.rowCount() == 2
    comments.listing.setFocus()
    qtbot.keyClick(comments.listing, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(comments.desk.decided, timeout=LONG_MS):
        qtbot.keyClick(comments.listing, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: comments.desk.counts.blocked == 2, timeout=LONG_MS)
    with qtbot.waitSignal(comments.desk.restored, timeout=LONG_MS):
        qtbot.keyClick(app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: comments.desk.counts.blocked == 0, timeout=LONG_MS)
    with qtbot.waitSignal(comments.desk.restored, timeout=LONG_MS):
        comments.redo()
    qtbot.waitUntil(lambda: comments.desk.counts.blocked == 2, timeout=LONG_MS)
    return comments


def handed_over(app: App, qtbot: QtBot, comments: CommentsScreen) -> None:
    from kindreel_ui.handoff.screen import HandoffScreen

    handoff = app.tools.screen("handoff")
    assert isinstance(handoff, HandoffScreen)
    with qtbot.waitSignal(handoff.desk.found, timeout=LONG_MS):
        qtbot.mouseClick(comments.bar.hand_off, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(handoff.isVisible, timeout=LONG_MS)
    with qtbot.waitSignal(handoff.desk.found, timeout=LONG_MS):
        qtbot.mouseClick(
            handoff.done, Qt.MouseButton.LeftButton, pos=QPoint(handoff.done.width() // 2, 10)
        )
    batch = handoff.rows.batch
    assert batch is not None
    assert batch.status is BatchStatus.DONE


def test_from_a_template_to_a_video_and_from_comments_to_a_hand_over(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    board = started_from_a_template(app, qtbot)
    changed_the_caption(app, qtbot, board)
    video = exported(app, qtbot, board, tmp_path)
    assert video.stat().st_size > 20_000
    assert video.read_bytes()[4:8] == b"ftyp"
    file = tmp_path / "tiktok.csv"
    file.write_text(COMMENTS, "utf-8")
    comments = sorted_and_decided(app, qtbot, file)
    handed_over(app, qtbot, comments)
