"""Importers: each file here reads one kind of export; the content decides which, never the name."""

from __future__ import annotations

from kindreel.importers.door import Importer, blocks, detect, guess_mapping, read, records, shelf
from kindreel.importers.reading.mapping import Mapping

register = shelf.register

__all__ = [
    "Importer",
    "Mapping",
    "blocks",
    "detect",
    "guess_mapping",
    "read",
    "records",
    "register",
    "shelf",
]
