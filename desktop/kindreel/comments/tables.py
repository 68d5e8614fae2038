"""Labelled comments in parquet and CSV files; only training and measuring need them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kindreel.errors import ImportFileError, KindreelError

if TYPE_CHECKING:
    import pandas as pd

TRAINING = "train.parquet"
"""The file that is meant when a folder is given to train from."""


def read_table(path: Path, needed: tuple[str, ...] = ()) -> pd.DataFrame:
    """The table in a parquet or CSV file, or in a folder's `train.parquet`.

    ImportFileError when it is not there, no parquet, or lacks a needed column; KindreelError when
    the two packages that read such files are not installed.
    """
    file = path / TRAINING if path.is_dir() else path
    try:
        import pandas as pd  # noqa: PLC0415 - not needed to use Kindreel
        import pyarrow as pa  # noqa: PLC0415 - the same
    except ImportError as error:
        raise KindreelError(
            "Training and measuring need two more packages, pandas and pyarrow.",
            "Install Kindreel with its “train” extra; “python tests” has them too.",
            str(error),
        ) from error
    try:
        if file.suffix == ".csv":
            # A comment may well be "NA" or "null".
            table = pd.read_csv(file, keep_default_na=False, na_values=[""])
        else:
            table = pd.read_parquet(file)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise ImportFileError(
            f"“{file.name}” cannot be read as a table of comments.",
            "Give a parquet file, or a folder that holds train.parquet. Nothing was changed.",
            str(error),
        ) from error
    missing = [name for name in needed if name not in table]
    if missing:
        raise ImportFileError(
            f"“{file.name}” lacks the columns {', '.join(missing)}.", "Nothing was changed."
        )
    return table
