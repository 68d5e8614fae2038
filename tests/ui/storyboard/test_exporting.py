"""A board becomes a video from the dialog, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kindreel.export import ffmpeg
from kindreel.export.seethrough import BLACK, WHITE
from kindreel.model.colour import CLEAR, Solid
from kindreel.model.curves import Curve, Hold, Key
from kindreel.model.edits.boards import edit_board
from kindreel.model.edits.scenes import remove_scene
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import ShapeLayer, Transform
from kindreel_ui.export.screen import ExportScreen
from kindreel_ui.export.seriessheet import SeriesSheet
from kindreel_ui.kit import Button

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Beats(Protocol):
        def check(self) -> None: ...

    StartBeats = Callable[[], Beats]

    from pytestqt.qtbot import QtBot

    from kindreel.model.findings import Finding
    from kindreel.model.project import Project
    from kindreel_ui.app import App
    from kindreel_ui.storyboard.screen import StoryboardScreen


@pytest.fixture
def dialog(screen: StoryboardScreen, app: App, tmp_path: Path) -> ExportScreen:
    """The export dialog, saving drafts to a folder of its own."""
    screen.bar.export.click()
    shown = app.tools.screen("export")
    assert isinstance(shown, ExportScreen)
    shown.formats.use_folder(tmp_path / "out")
    shown.quality.setCurrentIndex(0)
    return shown


def files(dialog: ExportScreen) -> list[str]:
    folder = dialog.formats.folder
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.slow
def test_a_draft_is_exported_with_its_post_kit(dialog: ExportScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.job.finished, timeout=120_000) as done:
        dialog.primary.click()
    report = done.args[0]
    assert report.path.is_file()
    assert report.frames == 120
    assert files(dialog) == [
        "Small story - TikTok - calm.mp4",
        "Small story - TikTok - caption.txt",
        "Small story - TikTok - captions.srt",
        "Small story - TikTok - cover.png",
        "Small story - TikTok.mp4",
    ]
    assert dialog.pane._title.text() == "Done"


def shorten(dialog: ExportScreen) -> None:
    """Four frames a scene, so that slow formats are soon done; the first has no background."""

    def short(project: Project) -> Project:
        board = project.boards[0]
        scenes = tuple(replace(s, length=4, captions=()) for s in board.scenes)
        scenes = (replace(scenes[0], background=Solid(CLEAR)), *scenes[1:])
        reveal = replace(board.reveal, avatar=2, change=2, name=1, hold=1)
        return replace(project, boards=(replace(board, scenes=scenes, reveal=reveal),))

    dialog._session.apply("Shorten", short)


def first_corner(path: Path) -> int:
    """The alpha of the first frame's first pixel."""
    how: ffmpeg.Options = {"c:v": "libvpx-vp9"} if path.suffix == ".webm" else {}
    film = ffmpeg.Input(ffmpeg.file(path), how, take="v")
    options: ffmpeg.Options = {"f": "rawvideo", "pix_fmt": "rgba", "frames:v": 1}
    return ffmpeg.run(ffmpeg.command([film], "pipe:", options)).stdout[3]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("webm", "Small story - WebM.webm"),
        ("prores", "Small story - ProRes 4444.mov"),
        ("png", "Small story - PNG pictures/00000.png"),
    ],
)
def test_what_is_see_through_stays_so_in_files_to_edit_on(
    dialog: ExportScreen, qtbot: QtBot, name: str, written: str
) -> None:
    shorten(dialog)
    dialog.formats.cards[name].click()
    assert not dialog.beside.isEnabled()
    assert dialog.quality.isEnabled() is (name == "webm")
    with qtbot.waitSignal(dialog.job.finished, timeout=120_000) as done:
        dialog.primary.click()
    assert done.args[0].frames == 18
    assert first_corner(dialog.formats.folder / written) == 0


def test_formats_are_chosen_by_arrow_keys_and_told(dialog: ExportScreen, qtbot: QtBot) -> None:
    cards = dialog.formats.cards
    assert cards["prores"].accessibleName() == "ProRes 4444, See-through, to edit on"
    cards["tiktok"].setFocus()
    for _ in range(20):
        qtbot.keyClick(dialog.window().focusWidget(), Qt.Key.Key_Down)
    assert dialog.formats.choice == "otio"
    assert cards["otio"].visibleRegion().boundingRect().height() == cards["otio"].height()
    for _ in range(4):
        qtbot.keyClick(dialog.window().focusWidget(), Qt.Key.Key_Up)
    assert dialog.formats.choice == "webm"


@pytest.mark.slow
def test_a_cancelled_export_leaves_no_file(dialog: ExportScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.job.progressed, timeout=60_000):
        dialog.primary.click()
    with qtbot.waitSignal(dialog.job.cancelled, timeout=60_000):
        dialog.cancel()
    assert files(dialog) == []
    assert not dialog.job.running
    assert "Nothing was left" in dialog.pane._note.text()


@pytest.mark.slow
def test_the_window_stays_awake_while_exporting(
    dialog: ExportScreen, qtbot: QtBot, start_beats: StartBeats
) -> None:
    qtbot.waitUntil(lambda: bool(dialog.preflight._chip.accessibleName() != "Looking…"))
    with qtbot.waitSignal(dialog.job.progressed, timeout=60_000):
        dialog.primary.click()
    beats = start_beats()
    with qtbot.waitSignal(dialog.job.finished, timeout=120_000):
        pass
    beats.check()


@pytest.mark.slow
def test_hiding_the_dialog_keeps_the_export_going(dialog: ExportScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.job.progressed, timeout=60_000):
        dialog.primary.click()
    with qtbot.waitSignal(dialog.job.finished, timeout=120_000):
        dialog.primary.click()
        assert not dialog.isVisible()
        assert dialog.job.running
        qtbot.waitUntil(dialog.chip.isVisible, timeout=10_000)
    assert dialog.chip.accessibleName() == "Exported"


@pytest.fixture
def series(dialog: ExportScreen) -> SeriesSheet:
    """The sheet of a series of two videos."""
    from kindreel.model.edits.copies import copied_board

    session = dialog._session
    assert not dialog.series.isVisible()

    def doubled(project: Project) -> Project:
        other = replace(copied_board(project.board()), title="Second story")
        return replace(project, boards=(*project.boards, other))

    session.apply("Add a video", doubled)
    assert dialog.series.isVisible()
    dialog.beside.setChecked(False)
    dialog.series.click()
    (sheet,) = dialog.window().findChildren(SeriesSheet)
    return sheet


def states(sheet: SeriesSheet) -> list[str]:
    return [line._state.text().split(" ")[0] for line in sheet.lines]


@pytest.mark.slow
def test_a_whole_series_is_exported_with_a_pause(
    dialog: ExportScreen, series: SeriesSheet, qtbot: QtBot
) -> None:
    assert states(series) == ["Waiting", "Waiting"]
    with qtbot.waitSignal(dialog.job.progressed, timeout=60_000):
        series.begin.click()
    series.pause.click()
    qtbot.waitUntil(lambda: dialog.pane._title.text() == "Paused")
    assert "paused" in series._about.text()
    qtbot.wait(600)  # what was on its way is told
    share = dialog.whole.plan[0].share
    qtbot.wait(1200)
    assert dialog.whole.plan[0].share == share
    assert files(dialog) == []
    series.pause.click()
    qtbot.waitUntil(lambda: not dialog.whole.running, timeout=240_000)
    assert states(series) == ["Done", "Done"]
    assert files(dialog) == ["Second story.mp4", "Small story.mp4"]


@pytest.mark.slow
def test_one_video_of_a_series_is_taken_back_while_it_rests(
    dialog: ExportScreen, series: SeriesSheet, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.job.progressed, timeout=60_000):
        series.begin.click()
    series.pause.click()
    series.lines[0].cancel.click()
    qtbot.waitUntil(lambda: states(series)[0] == "Cancelled", timeout=30_000)
    series.stop.click()
    qtbot.waitUntil(lambda: not dialog.whole.running, timeout=60_000)
    assert states(series) == ["Cancelled", "Cancelled"]
    assert files(dialog) == []


def test_a_video_without_consent_is_left_out_of_the_series(
    dialog: ExportScreen, series: SeriesSheet
) -> None:
    from kindreel.model.edits.cast import set_consent
    from kindreel.model.reveal import Consent

    series.dismiss()
    session = dialog._session
    assert session.project is not None
    amara = session.project.creators[0].id
    session.apply("Take back", lambda p: set_consent(p, amara, Consent()))
    dialog.series.click()
    sheet = dialog.window().findChildren(SeriesSheet)[-1]
    assert states(sheet) == ["Not", "Not"]
    sheet.begin.click()
    assert not dialog.whole.running


@pytest.mark.parametrize("name", ["tiktok", "gif", "webm", "png"])
def test_missing_consent_blocks_whatever_shows_the_person(dialog: ExportScreen, name: str) -> None:
    from kindreel.model.edits.cast import set_consent
    from kindreel.model.reveal import Consent

    dialog.formats.cards[name].click()
    session = dialog._session
    assert session.project is not None
    amara = session.project.creators[0].id
    assert dialog.primary.isEnabled()
    session.apply("Take back", lambda p: set_consent(p, amara, Consent()))
    assert not dialog.primary.isEnabled()
    session.undo()
    assert dialog.primary.isEnabled()


def flickering(project: Project) -> Project:
    """The first scene black and white by turns."""
    board = project.boards[0]
    keys = tuple(Key(3 * n, n % 2, Hold()) for n in range(10))
    place = Transform(x=Curve(135.0), y=Curve(240.0), opacity=Curve(0.0, keys))
    lamp = ShapeLayer(id=LayerId("lamp"), size=(600.0, 600.0), fill=Solid(WHITE), transform=place)
    dark = replace(board.scenes[0], background=Solid(BLACK), layers=(lamp,), captions=())
    return replace(project, boards=(replace(board, scenes=(dark, *board.scenes[1:])),))


@pytest.mark.slow
def test_flashes_are_calmed_by_one_button_and_one_undo(dialog: ExportScreen, qtbot: QtBot) -> None:
    session = dialog._session
    session.apply("Flicker", flickering)
    before = session.board

    assert before is not None

    def buttons() -> list[Button]:
        shown = dialog.preflight.findChildren(Button)
        return [b for b in shown if b.accessibleName() == "Fix: Soften the flashing layer"]

    qtbot.waitUntil(lambda: bool(buttons()), timeout=60_000)
    buttons()[0].click()
    after = session.board
    assert after is not None
    assert after.scenes[0].layers != before.scenes[0].layers
    session.undo()
    assert session.board == before


@pytest.mark.slow
def test_findings_do_not_outlive_their_board(dialog: ExportScreen, qtbot: QtBot) -> None:
    session = dialog._session
    session.apply("Flicker", flickering)
    fix: list[Finding] = []
    dialog.preflight.fixed.connect(fix.append)

    def shown() -> set[str]:
        labels = dialog.preflight.findChildren(Button)
        return {b.accessibleName() for b in labels if not b.isHidden()}

    qtbot.waitUntil(lambda: "Fix: Soften the flashing layer" in shown(), timeout=60_000)
    button = next(
        b for b in dialog.preflight.findChildren(Button) if "Soften" in b.accessibleName()
    )
    board = session.board
    assert board is not None
    session.apply(
        "Remove", lambda p: edit_board(p, board.id, lambda b: remove_scene(b, SceneId("hook")))
    )
    after = session.board
    button.click()
    assert fix
    assert session.board == after
    dialog.preflight.show_waiting(afresh=True)
    qtbot.waitUntil(lambda: "Fix: Soften the flashing layer" not in shown())


def test_the_post_text_is_kept_with_the_board(dialog: ExportScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.kit._text, "Be kind")
    dialog.kit._add.setText("#WordsHavePower")
    dialog.kit._add_tag()
    board = dialog._session.board
    assert board is not None
    assert board.post.caption == "Be kind"
    assert board.post.hashtags == ("CreateKindness", "WordsHavePower")


def test_an_error_is_told_in_one_sentence(
    dialog: ExportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("x")
    dialog.formats.use_folder(blocked)
    with qtbot.waitSignal(dialog.job.failed, timeout=60_000):
        dialog.start()
    assert dialog.pane._title.text() == "Not exported"
    assert "safe" in dialog.pane._note.text()
