"""Where a sign-in is kept: the system's keyring where there is one, else a file of one's own."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Protocol

from kindreel.handoff.youtube_sign_in import Client, SignIn

_SERVICE, _ACCOUNT = "Kindreel", "youtube"


class Ring(Protocol):
    """What is used of the `keyring` library."""

    def get_password(self, service: str, account: str) -> str | None:
        """What is kept, None for nothing."""

    def set_password(self, service: str, account: str, secret: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, account: str) -> None:
        """Forget it."""


def system_ring() -> Ring | None:
    """The system's keyring; None where `keyring` is not installed or finds no safe place."""
    try:
        ring = import_module("keyring")
        safe = ring.get_keyring().priority >= 1
    except Exception:  # noqa: BLE001 - a keyring may fail in any way; the file is always there
        return None
    return ring if safe else None


class SignInKeeper:
    """Keeps one sign-in, readable by this person alone."""

    def __init__(self, path: Path, ring: Ring | None) -> None:
        self._path = path
        self._ring = ring

    def load(self) -> SignIn | None:
        """The sign-in that is kept, None for none."""
        kept = self._ring.get_password(_SERVICE, _ACCOUNT) if self._ring else self._read()
        try:
            stored = json.loads(kept or "")
            return SignIn(Client(**stored["client"]), str(stored["refresh"]))
        except (ValueError, LookupError, TypeError):
            return None

    def save(self, sign_in: SignIn) -> None:
        """Keep a sign-in in place of any before."""
        text = json.dumps(asdict(sign_in))
        if self._ring:
            self._ring.set_password(_SERVICE, _ACCOUNT, text)
            return
        new = self._path.with_suffix(".new")
        descriptor = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        new.replace(self._path)

    def forget(self) -> None:
        """Keep nothing any more."""
        if self._ring and self._ring.get_password(_SERVICE, _ACCOUNT) is not None:
            self._ring.delete_password(_SERVICE, _ACCOUNT)
        self._path.unlink(missing_ok=True)

    def _read(self) -> str:
        try:
            return self._path.read_text("utf-8")
        except OSError:
            return ""
