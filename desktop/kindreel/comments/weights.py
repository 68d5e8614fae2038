"""The model's file: a line of JSON, then numbers, all under one checksum. Nothing runs on load.

The numbers: a bit for each feature, whether it has weights; a byte for each weight, how many cells
of the table it lies behind the one before; and the weights themselves.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import ModelFileError

_MAGIC = b"KINDREEL-MODEL-4\n"
_DIGEST = 64
LANES = 16
"""Columns a row of the table has room for."""

ZERO = 128
"""What a cell of the table holds for no weight; weights are 1 to 255."""

Figures: TypeAlias = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """All that a trained model is.

    version: names the training. kept: for each feature number whether it has weights. table:
    (1 + kept features, LANES) units around ZERO, one column for each label, then one for each
    language, then those of `labels.EXPERTS` but the first; its first row is all ZERO. scale, bias:
    one for each column. slope, offset: (languages, labels) calibration of log-odds. thresholds: by
    queue.
    """

    version: str
    kept: NDArray[np.bool_]
    table: NDArray[np.uint8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    slope: NDArray[np.float32]
    offset: NDArray[np.float32]
    thresholds: dict[str, float]


def save(path: Path, weights: Weights) -> None:
    """Write a model; the same weights always make the same bytes."""
    cells = weights.table.ravel()
    places = np.flatnonzero(cells != ZERO)
    gaps = np.diff(places, prepend=0).astype(np.uint8)
    numbers = np.packbits(weights.kept).tobytes() + gaps.tobytes() + cells[places].tobytes()
    head = {
        "version": weights.version,
        "features": len(weights.kept),
        "rows": len(weights.table),
        "weights": len(places),
        "scale": weights.scale.tolist(),
        "bias": weights.bias.tolist(),
        "slope": weights.slope.tolist(),
        "offset": weights.offset.tolist(),
        "thresholds": weights.thresholds,
    }
    body = json.dumps(head, sort_keys=True).encode() + b"\n" + numbers
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def load(path: Path) -> Weights:
    """Read a model; ModelFileError when it is missing, cut short or altered."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelFileError(
            "The comment classifier's file cannot be read.",
            "Comments can still be sorted by hand. Install Kindreel again to bring it back.",
            f"{path.name}: {error}",
        ) from error
    start = len(_MAGIC) + _DIGEST + 1
    body = data[start:]
    if (
        not data.startswith(_MAGIC)
        or hashlib.sha256(body).hexdigest().encode() != data[len(_MAGIC) : start - 1]
    ):
        raise ModelFileError(
            "The comment classifier's file is damaged.",
            "Nothing was scored with it. Install Kindreel again to bring it back.",
            path.name,
        )
    return _unpack(body)


def _unpack(body: bytes) -> Weights:
    line, _, numbers = body.partition(b"\n")
    head = json.loads(line)
    marks, count = head["features"] // 8, head["weights"]
    bits = np.frombuffer(numbers, np.uint8, marks)
    gaps = np.frombuffer(numbers, np.uint8, count, marks)
    table = np.full(head["rows"] * LANES, ZERO, np.uint8)
    table[np.cumsum(gaps, dtype=np.int32)] = np.frombuffer(numbers, np.uint8, count, marks + count)
    return Weights(
        version=head["version"],
        kept=np.unpackbits(bits).view(np.bool_),
        table=table.reshape(-1, LANES),
        scale=np.array(head["scale"], np.float32),
        bias=np.array(head["bias"], np.float32),
        slope=np.array(head["slope"], np.float32),
        offset=np.array(head["offset"], np.float32),
        thresholds=head["thresholds"],
    )
