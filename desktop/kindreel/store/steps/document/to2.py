"""Format 2: a sound says how loud its file is, for what moves with the voice."""

from __future__ import annotations

import json
import sqlite3


def upgrade(db: sqlite3.Connection) -> None:
    """Give every sound of every scene and board levels that are not known yet."""
    for table, field in (("scenes", "sounds"), ("boards", "music")):
        rows = db.execute(f"SELECT key, body FROM {table}").fetchall()  # noqa: S608 - our own names
        for key, body in rows:
            plain = json.loads(body)
            for sound in plain.get(field, ()):
                sound.setdefault("levels", "")
            said = (json.dumps(plain), key)
            db.execute(f"UPDATE {table} SET body = ? WHERE key = ?", said)  # noqa: S608 - the same
