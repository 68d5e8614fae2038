"""Boxes, handles, snapping, zoom and time on the timeline: plain sums."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from kindreel_ui.storyboard.stage.outline import HANDLES, TURN, Outline, handle_at, resized, turned
from kindreel_ui.storyboard.stage.snapping import safe_box, snapped
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.timeline.drags import pulled
from kindreel_ui.storyboard.timeline.scale import Scale

BOX = Outline(540.0, 960.0, 200.0, 100.0)


def test_a_handle_is_found_where_it_is_painted() -> None:
    box = replace(BOX, angle=30.0)
    for name, place in HANDLES.items():
        assert handle_at(box, box.at(*place), within=5, reach=40) == name
    assert handle_at(box, box.turn_point(40), within=5, reach=40) == TURN
    assert handle_at(box, (box.x, box.y), within=5, reach=40) is None


@pytest.mark.parametrize("angle", [0.0, 37.0, 180.0])
@pytest.mark.parametrize("handle", sorted(HANDLES))
def test_the_opposite_side_stays_while_a_handle_is_dragged(handle: str, angle: float) -> None:
    box = replace(BOX, angle=angle)
    across, down = HANDLES[handle]
    to = box.at(across * 1.5, down * 1.5)
    after = resized(box, handle, to, keep_ratio=False, from_centre=False)
    assert after.at(-across, -down) == pytest.approx(box.at(-across, -down))
    assert after.at(across, down) == pytest.approx(to)


def test_alt_resizes_about_the_centre_and_shift_keeps_the_ratio() -> None:
    after = resized(BOX, "right", (740.0, 960.0), keep_ratio=False, from_centre=True)
    assert (after.x, after.y, after.width, after.height) == (540.0, 960.0, 400.0, 100.0)
    after = resized(BOX, "bottom right", (740.0, 960.0), keep_ratio=True, from_centre=False)
    assert after.width / after.height == pytest.approx(2.0)


def test_a_box_never_turns_inside_out() -> None:
    after = resized(BOX, "right", (0.0, 960.0), keep_ratio=False, from_centre=False)
    assert after.width > 0


def test_turning_goes_on_past_half_a_turn_and_steps_with_shift() -> None:
    box = replace(BOX, angle=170.0)
    point = (box.x - 1.0, box.y + 100.0)
    assert turned(box, point, by_steps=False).angle == pytest.approx(180.57, abs=0.01)
    assert turned(box, point, by_steps=True).angle == 180.0


def test_a_box_settles_on_the_middle_and_on_its_neighbours() -> None:
    snap = snapped((436.0, 100.0, 636.0, 200.0), [], (1080, 1920), within=8)
    assert (snap.dx, snap.dy) == (4.0, 0.0)
    assert [(g.at, g.upright) for g in snap.guides] == [(540.0, True)]
    beside = (700.0, 305.0, 800.0, 400.0)
    snap = snapped((100.0, 300.0, 200.0, 380.0), [beside], (1080, 1920), within=8)
    assert snap.dy == 5.0


def test_the_safe_zone_scales_with_the_canvas() -> None:
    assert safe_box((1080, 1920)) == (60.0, 180.0, 910.0, 1500.0)
    assert safe_box((540, 960)) == (30.0, 90.0, 455.0, 750.0)


def test_the_canvas_fits_and_points_come_back_where_they_were() -> None:
    view = Viewport((1080, 1920), (800.0, 600.0))
    assert view.extent[1] == pytest.approx(576.0)
    for look in (view, view.zoomed(1), view.zoomed(1).shifted(30, -20)):
        assert look.to_canvas(*look.to_widget(123.0, 456.0)) == pytest.approx((123.0, 456.0))


def test_zoom_steps_in_and_out_again() -> None:
    view = Viewport((1080, 1920), (800.0, 600.0))
    assert view.zoomed(1).scale == 0.33
    assert view.zoomed(1).zoomed(-1).scale == 0.25


def test_frames_and_px_agree_at_any_zoom() -> None:
    scale = Scale(1290, 188.0, 1200.0)
    for seen in (scale, scale.zoomed(4.0, 600), scale.zoomed(16.0, 1200)):
        for frame in (0, 599, 600, 1289):
            assert seen.frame_at(seen.x_of(frame) + seen.per_frame / 2) == frame


def test_zooming_leaves_the_playhead_where_it_is() -> None:
    scale = Scale(1290, 188.0, 1200.0)
    assert scale.zoomed(8.0, 640).x_of(640) == pytest.approx(scale.x_of(640))


def test_the_ruler_s_words_never_touch() -> None:
    for length in (60, 720, 1290, 9000):
        for zoom in (1.0, 3.0, 20.0):
            scale = Scale(length, 188.0, 1200.0, Fraction(30), zoom)
            xs = [m.x for m in scale.marks() if m.words]
            assert all(b - a >= 70 for a, b in pairwise(xs))


def test_an_edge_is_pulled_only_when_it_is_near() -> None:
    assert pulled(100, [97, 110], within=4) == 97
    assert pulled(100, [90, 110], within=4) == 100
    assert pulled(100, [], within=4) == 100
