"""What a key or a button does to whatever is chosen on the board."""

from __future__ import annotations

from collections.abc import Mapping

from kindreel.effects import HearingEffect
from kindreel.model.board import Board, Reveal, Transition
from kindreel.model.curves import NAMED_EASINGS
from kindreel.model.edits import layers, scenes, sounds
from kindreel.model.edits.layers import Property
from kindreel.model.ids import CaptionId, MediaId, SoundId, fresh
from kindreel.model.plugins import Effect, TransitionStyle
from kindreel.model.sound import Caption
from kindreel.model.voice import unheard
from kindreel.transitions import shelf as transitions
from kindreel_ui.storyboard.curvedeeds import CurveDeeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.intake import Intake
from kindreel_ui.storyboard.picks import Pick, caption_of, layer_id, sound_of
from kindreel_ui.storyboard.words import layer_words

_KEYED: tuple[Property, ...] = ("x", "y", "scale", "stretch", "rotation", "opacity")
_TRANSITION = 15


class Deeds:
    """Each method is one thing a person can do with what is chosen."""

    def __init__(self, desk: Desk, intake: Intake) -> None:
        self._desk = desk
        self._intake = intake
        self.curves = CurveDeeds(desk)

    def split(self) -> None:
        """Cut the scene under the playhead in two there."""
        span = self._desk.player.span()
        if span is None or isinstance(span.panel, Reveal):
            return
        scene, frame = span.panel.id, self._desk.player.frame - span.start
        self._desk.edit("Split scene", lambda b: scenes.split_scene(b, scene, frame))

    def delete(self) -> None:
        """Delete the chosen layer, caption, sound or transition."""
        pick, board = self._desk.pick, self._desk.board
        if board is None:
            return
        layer, caption, sound = self._desk.layer, caption_of(board, pick), sound_of(board, pick)
        if layer is not None:
            label = f"Delete {layer_words(layer)}"
            self._desk.edit(label, lambda b: layers.remove_layer(b, pick.scene, layer.id))
        elif caption is not None:
            caption_id = CaptionId(caption.id)
            self._desk.edit("Delete caption", lambda b: sounds.remove_caption(b, caption_id))
        elif sound is not None:
            sound_id = SoundId(sound.id)
            self._desk.edit("Delete sound", lambda b: sounds.remove_sound(b, sound_id))
        elif pick.kind == "transition":
            self.set_transition(None)

    def duplicate(self) -> None:
        """Copy the chosen layer, and choose the copy."""
        pick, layer = self._desk.pick, self._desk.layer
        if layer is None or self._desk.panel is None:
            return
        at = self._desk.panel.layers.index(layer)
        label = f"Duplicate {layer_words(layer)}"
        self._desk.edit(label, lambda b: layers.duplicate_layer(b, pick.scene, layer.id))
        self._desk.choose(Pick(pick.scene, "layer", self._desk.panel.layers[at + 1].id))

    def raise_layer(self, steps: int) -> None:
        """Move the chosen layer up or down among the others."""
        pick, layer = self._desk.pick, self._desk.layer
        if layer is None or self._desk.panel is None:
            return
        to = self._desk.panel.layers.index(layer) + steps
        label = f"Reorder {layer_words(layer)}"
        self._desk.edit(label, lambda b: layers.reorder_layer(b, pick.scene, layer.id, to))

    def toggle_key(self) -> None:
        """Put keys on the chosen layer at the playhead; take them away when they are there."""
        layer = self._desk.layer
        if layer is None:
            return
        frame = self._desk.layer_frame(layer)
        keyed = [n for n in _KEYED if any(k.frame == frame for k in layers.curve_of(layer, n).keys)]
        if keyed:
            self._desk.edit("Remove keyframe", lambda b: self._without(b, keyed, frame))
        else:
            self._desk.edit("Add keyframe", lambda b: self._with(b, frame))

    def _without(self, board: Board, names: list[Property], frame: int) -> Board:
        pick = self._desk.pick
        for name in names:
            board = layers.remove_key(board, pick.scene, layer_id(pick), name, frame)
        return board

    def _with(self, board: Board, frame: int) -> Board:
        pick, layer = self._desk.pick, self._desk.layer
        if layer is None:
            return board
        changing = [n for n in _KEYED if layers.curve_of(layer, n).keys] or ["x", "y"]
        easing = NAMED_EASINGS["Gentle in and out"]
        for name in changing:
            board = layers.add_key(board, pick.scene, layer.id, name, frame, easing)
        return board

    def add_effect(self, effect: Effect, words: str) -> None:
        """Put one more effect on the chosen layer; what follows the voice needs it heard first."""
        layer, scene, panel = self._desk.layer, self._desk.pick.scene, self._desk.panel
        if layer is None or panel is None:
            return
        name = layer.id

        def add(heard: Mapping[MediaId, str]) -> None:
            def edit(board: Board) -> Board:
                board = sounds.set_levels(board, heard)
                return layers.add_effect(board, scene, name, effect)

            self._desk.edit(f"Add {words}", edit)

        voices = unheard(panel) if isinstance(effect, HearingEffect) else ()
        if voices:
            self._intake.listen(voices, add)
        else:
            add({})

    def choose_transition(self) -> None:
        """Choose the transition into the chosen scene, adding one when there is none."""
        span = self._desk.span
        if span is None or self._desk.board is None:
            return
        index = max(1, span.index)
        if index >= len(self._desk.board.panels):
            return
        panel = self._desk.board.panels[index]
        self._desk.choose(Pick(panel.id, "transition"))
        if panel.entry is None:
            self.set_transition(Transition(style=_first_transition(), length=_TRANSITION))

    def set_transition(self, transition: Transition | None) -> None:
        """Let the chosen scene come in another way."""
        scene = self._desk.pick.scene
        label = "Change transition" if transition else "Remove transition"
        self._desk.edit(label, lambda b: scenes.set_transition(b, scene, transition))

    def add_caption(self) -> None:
        """Add a caption at the playhead and choose it."""
        span = self._desk.span
        board = self._desk.board
        if span is None or board is None:
            return
        start = min(self._desk.scene_frame, span.length - 1)
        length = min(round(2 * board.rate), span.length - start)
        caption = Caption(id=CaptionId(fresh()), text="New caption", start=start, length=length)
        scene = span.panel.id
        self._desk.edit("Add caption", lambda b: sounds.add_caption(b, scene, caption))
        self._desk.choose(Pick(scene, "caption", caption.id))


def _first_transition() -> TransitionStyle:
    kinds = transitions.kinds()
    kind = "crossfade" if "crossfade" in kinds else kinds[0]
    return transitions.get(kind)()
