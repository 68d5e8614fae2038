"""What came out of an export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """A finished file, as measured on itself.

    frames: in the file. drawn: how many of them were drawn anew, the rest was kept from before.
    seconds: how long the video lasts. took_s: how long the export took.
    loudness: integrated LUFS, None without sound or for silence; true_peak: dBTP, the same.
    notes: what the maker should know, one sentence each.
    """

    path: Path
    frames: int
    seconds: float
    octets: int
    took_s: float
    drawn: int = 0
    loudness: float | None = None
    true_peak: float | None = None
    notes: tuple[str, ...] = ()
