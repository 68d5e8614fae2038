"""The tables of `project.sqlite` as they are now; `steps/document` makes them.

Each table has a text `key`; `body` is the JSON text of a part's own fields, without those that
have rows or columns of their own. The keys of a scene begin with its board's, and so on down.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

stamp = Table(
    "stamp",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("saved_at", Text, nullable=False),
)

project = Table(
    "project",
    metadata,
    Column("key", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

boards = Table(
    "boards",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

scenes = Table(
    "scenes",
    metadata,
    Column("key", Text, primary_key=True),
    Column("board", Text, ForeignKey("boards.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)

layers = Table(
    "layers",
    metadata,
    Column("key", Text, primary_key=True),
    Column("scene", Text, ForeignKey("scenes.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)

drawings = Table(
    "drawings",
    metadata,
    Column("key", Text, ForeignKey("layers.key"), primary_key=True),
    Column("points", LargeBinary, nullable=False),
)

creators = Table(
    "creators",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

styles = Table(
    "styles",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

media = Table("media", metadata, Column("key", Text, primary_key=True))

PARTS: tuple[Table, ...] = (
    project,
    boards,
    scenes,
    layers,
    drawings,
    creators,
    styles,
    media,
)
"""All tables that hold the project itself, which is all but the stamp."""
