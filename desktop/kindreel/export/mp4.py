"""The one master that all platforms take: H.264 and AAC, measured before it is given its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kindreel.export import hardware
from kindreel.export.encode import encode_run
from kindreel.export.meter import Loudness
from kindreel.export.mux import join
from kindreel.export.presets import Encoding, encoding
from kindreel.export.segments import Segment, folder, missing, plan, prune
from kindreel.export.sound import SOUND_BITRATE, encoded, goal
from kindreel.export.unfinished import check_room
from kindreel.export.work import Made, Work, check_size

_USUAL_BITRATE = 8_000_000
_TOLERANCE = 1.0


def write(work: Work, part: Path, out: Path) -> Made:
    """Write the video to `part`; segments made before are used again."""
    check_size(work.board)
    fallen_back = work.encoder != hardware.SOFTWARE and not hardware.works(work.encoder)
    encoder = hardware.SOFTWARE if fallen_back else work.encoder
    how = replace(encoding(work.preset, work.quality), encoder=encoder)
    need = _octets(work, how)
    check_room(out, need)
    check_room(folder() / "run", need)
    segments = plan(work.project, work.board, work.frames, how)
    with encoded(work, part) as sound:
        drawn = _encode(work, segments, how)
        track = sound.result()
        join(segments, work.board.rate, track.file, work.tags, part, work.tick)
    prune()
    notes = _notes(work, track.loudness)
    if fallen_back:
        notes = (f"The encoder {work.encoder} does not work here; x264 was used.", *notes)
    return Made(frames=len(work.frames), drawn=drawn, loudness=track.loudness, notes=notes)


def _octets(work: Work, how: Encoding) -> int:
    seconds = len(work.frames) / float(work.board.rate)
    return round(seconds * (min(how.max_bitrate, _USUAL_BITRATE) + SOUND_BITRATE) / 8) + 10_000_000


def _encode(work: Work, segments: tuple[Segment, ...], how: Encoding) -> int:
    """Encode what is missing and count the rest as done; frames drawn."""
    runs = missing(segments)
    drawn = sum(len(s.frames) for run in runs for s in run)
    work.count(len(work.frames) - drawn)
    for run in runs:
        encode_run(run, work.board, how, work.planes_shape, work.planes, work.count, work.tick)
    return drawn


def _notes(work: Work, measured: Loudness) -> tuple[str, ...]:
    target, ceiling = goal(work)
    if measured.silent:
        return ("The video is silent.",)
    notes = []
    if abs(measured.integrated - target) > _TOLERANCE:
        notes.append(
            f"The sound has {measured.integrated:.1f} LUFS instead of {target:.0f}: "
            "short loud moments leave no room."
        )
    if measured.true_peak > ceiling:
        notes.append(f"The sound peaks at {measured.true_peak:.1f} dBTP, above {ceiling:.0f}.")
    return tuple(notes)
