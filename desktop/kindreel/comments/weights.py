"""The model's file: a line of JSON, then numbers, all under one checksum. Nothing runs on load."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import ModelFileError

_MAGIC = b"KINDREEL-MODEL-1\n"
_DIGEST = 64
Figures: TypeAlias = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """All that a trained model is.

    version: names the training. kept: for each feature number whether it has weights. table:
    (kept features, columns) int8, one column for each label, then one for each language.
    scale, bias: one for each column. slope, offset: (languages, labels) calibration of
    log-odds. thresholds: by queue.
    """

    version: str
    kept: NDArray[np.bool_]
    table: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    slope: NDArray[np.float32]
    offset: NDArray[np.float32]
    thresholds: dict[str, float]


def save(path: Path, weights: Weights) -> None:
    """Write a model; the same weights always make the same bytes."""
    head = {
        "version": weights.version,
        "features": len(weights.kept),
        "rows": weights.table.shape[0],
        "columns": weights.table.shape[1],
        "scale": weights.scale.tolist(),
        "bias": weights.bias.tolist(),
        "slope": weights.slope.tolist(),
        "offset": weights.offset.tolist(),
        "thresholds": weights.thresholds,
    }
    # Column after column, so that equal small weights pack well.
    table = np.ascontiguousarray(weights.table.T).tobytes()
    numbers = zlib.compress(np.packbits(weights.kept).tobytes() + table, 9)
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
    unpacked = zlib.decompress(numbers)
    marks = head["features"] // 8
    kept = np.unpackbits(np.frombuffer(unpacked[:marks], np.uint8)).astype(np.bool_)
    table = np.frombuffer(unpacked[marks:], np.int8).reshape(head["columns"], head["rows"]).T
    return Weights(
        version=head["version"],
        kept=kept,
        table=table,
        scale=np.array(head["scale"], np.float32),
        bias=np.array(head["bias"], np.float32),
        slope=np.array(head["slope"], np.float32),
        offset=np.array(head["offset"], np.float32),
        thresholds=head["thresholds"],
    )
