"""What a value knows of the shelves: that a plug-in has a place, not what it does."""

from __future__ import annotations

from dataclasses import dataclass


class Effect:
    """Something that moves or repaints a layer; its classes stand on the effects shelf."""

    __slots__ = ()


class TransitionStyle:
    """How one scene gives way to the next; its classes stand on the transitions shelf."""

    __slots__ = ()


class RevealStyle:
    """How the avatar becomes the person; its classes stand on the reveals shelf."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A plug-in that this Kindreel does not have; it draws nothing and is saved unchanged.

    kind: the name it was saved under.
    fields: its other fields as the JSON text they were saved as.
    """

    kind: str
    fields: str = "{}"


@dataclass(frozen=True, slots=True)
class UnknownEffect(_Unknown, Effect):
    """An effect that this Kindreel does not have."""


@dataclass(frozen=True, slots=True)
class UnknownTransition(_Unknown, TransitionStyle):
    """A transition that this Kindreel does not have; it plays as a cut."""


@dataclass(frozen=True, slots=True)
class UnknownReveal(_Unknown, RevealStyle):
    """A reveal that this Kindreel does not have; it plays as a crossfade."""
