"""Curves hold, ease and overshoot as their keys say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindreel.model.curves import (
    NAMED_EASINGS,
    Bezier,
    Curve,
    Easing,
    Hold,
    Key,
    Linear,
    Spring,
    drop_key,
    ease,
    set_key,
    set_value,
    shift_keys,
)

easings = st.sampled_from(list(NAMED_EASINGS.values())) | st.builds(
    Bezier, st.floats(0, 1), st.floats(-2, 3), st.floats(0, 1), st.floats(-2, 3)
)
keys = st.lists(
    st.builds(Key, st.integers(-50, 200), st.floats(-1e4, 1e4), easings),
    max_size=6,
    unique_by=lambda k: k.frame,
).map(lambda ks: tuple(sorted(ks, key=lambda k: k.frame)))
curves = st.builds(Curve, st.floats(-1e4, 1e4), keys)


@given(easings)
def test_every_easing_starts_at_nothing_and_ends_at_all(easing: Easing) -> None:
    assert ease(easing, 0.0) == 0.0
    assert ease(easing, 1.0) == 1.0


@pytest.mark.parametrize("name", [n for n in NAMED_EASINGS if n != "Hold"])
def test_every_easing_arrives_without_a_jump(name: str) -> None:
    assert ease(NAMED_EASINGS[name], 0.9999) == pytest.approx(1.0, abs=0.01)


def test_a_bezier_agrees_with_its_published_shape() -> None:
    # CSS ease, sampled from the definition in CSS Easing Functions Level 1.
    assert ease(Bezier(0.25, 0.1, 0.25, 1.0), 0.5) == pytest.approx(0.8024, abs=1e-4)
    assert ease(Bezier(0.0, 0.0, 1.0, 1.0), 0.3) == pytest.approx(0.3, abs=1e-9)


@pytest.mark.parametrize("x", [-0.1, 1.1, float("nan")])
def test_time_never_runs_backwards(x: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Bezier(x, 0.0, 0.5, 1.0)


@given(curves)
def test_a_curve_passes_through_its_keys_and_holds_beyond(curve: Curve) -> None:
    for key in curve.keys:
        assert curve.at(key.frame) == key.value
    if curve.keys:
        assert curve.at(curve.keys[0].frame - 10) == curve.keys[0].value
        assert curve.at(curve.keys[-1].frame + 10) == curve.keys[-1].value
    else:
        assert curve.at(3) == curve.base


@given(curves, st.integers(-60, 260), st.floats(-1e4, 1e4))
def test_a_value_set_is_the_value_there(curve: Curve, frame: int, value: float) -> None:
    assert set_value(curve, frame, value).at(frame) == value


@given(curves, st.integers(-60, 260))
def test_a_key_put_and_dropped_leaves_the_others(curve: Curve, frame: int) -> None:
    key = Key(frame, 1.0, Linear())
    without = drop_key(set_key(curve, key), frame)
    assert list(without.keys) == [k for k in curve.keys if k.frame != frame]


@given(curves, st.integers(-30, 30), st.integers(-60, 260))
def test_shifted_keys_play_later(curve: Curve, by: int, frame: int) -> None:
    assert shift_keys(curve, by).at(frame + by) == pytest.approx(curve.at(frame))


def test_two_keys_at_one_frame_are_refused() -> None:
    with pytest.raises(ValueError, match="rising"):
        Curve(0.0, (Key(3, 1.0), Key(3, 2.0)))


def test_hold_stays_and_spring_overshoots() -> None:
    assert ease(Hold(), 0.99) == 0.0
    assert max(ease(Spring(), u / 100) for u in range(100)) > 1.1
