"""Undo for any immutable value: a list of snapshots with labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Step(Generic[V]):
    label: str
    value: V
    gesture: str | None


class History(Generic[V]):
    """Snapshots of one value; unchanged parts are shared, so a step is cheap.

    limit: how many steps back are kept, 1 or more.
    """

    def __init__(self, value: V, limit: int = 500) -> None:
        self._steps: list[_Step[V]] = [_Step("", value, None)]
        self._at = 0
        self._limit = limit

    @property
    def value(self) -> V:
        """The value as it is now."""
        return self._steps[self._at].value

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._steps[self._at].label if self._at else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back, or None."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else None

    def push(self, label: str, value: V, gesture: str | None = None) -> None:
        """Make `value` the present; pushes of the same gesture in a row merge into one step."""
        if value is self.value:
            return
        here = self._steps[self._at]
        del self._steps[self._at + 1 :]
        if gesture is not None and self._at and here.gesture == gesture:
            self._steps[self._at] = _Step(label, value, gesture)
            return
        self._steps.append(_Step(label, value, gesture))
        if len(self._steps) > self._limit + 1:
            del self._steps[0]
        self._at = len(self._steps) - 1

    def end_gesture(self) -> None:
        """Close the present step, so that the next push starts a new one."""
        here = self._steps[self._at]
        self._steps[self._at] = _Step(here.label, here.value, None)

    def undo(self) -> V:
        """Step back and give the value; at the oldest step, stay."""
        self._at = max(0, self._at - 1)
        return self.value

    def redo(self) -> V:
        """Step forward and give the value; at the newest step, stay."""
        self._at = min(len(self._steps) - 1, self._at + 1)
        return self.value

    def reset(self, value: V) -> None:
        """Forget all steps and start from `value`."""
        self._steps = [_Step("", value, None)]
        self._at = 0
