"""Signing in to YouTube with the person's own OAuth client, as Google asks of installed apps.

The browser comes back to this computer (RFC 8252), with a proof key (RFC 7636) and a state that
nobody else knows. Nothing is asked of the network before the person starts it.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from kindreel.errors import ImportFileError, KindreelError
from kindreel.handoff.youtube_api import SignedOutError, post
from kindreel.jobs import Progress, silent

SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
_AUTH = "https://accounts.google.com/o/oauth2/v2/auth"
_TOKENS = "https://oauth2.googleapis.com/token"
_REVOKE = "https://oauth2.googleapis.com/revoke"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_WAIT_S = 300.0
_DONE = "<!doctype html><title>Kindreel</title><p>You can close this window and go back.</p>"


@dataclass(frozen=True, slots=True)
class Client:
    """The person's own OAuth client of the kind “desktop app”."""

    id: str
    secret: str = ""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What signing in left behind: enough to get access tokens from now on."""

    client: Client
    refresh: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where signing in happens; a test has its own."""

    auth: str = _AUTH
    tokens: str = _TOKENS
    revoke: str = _REVOKE


def read_client(path: Path) -> Client:
    """The client of the JSON file that Google's console gives out for a desktop app."""
    try:
        stored = json.loads(path.read_text("utf-8"))
        installed = stored["installed"]
        return Client(str(installed["client_id"]), str(installed.get("client_secret", "")))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ImportFileError(
            f"“{path.name}” is no OAuth client of a desktop app.",
            "Make one of the kind “desktop app” in Google’s console and download its JSON.",
            str(error),
        ) from error


def sign_in(
    client: Client,
    show: Callable[[str], object],
    places: Places = Places(),
    progress: Progress = silent,
    wait_s: float = _WAIT_S,
) -> SignIn:
    """Let the person agree in their browser, which `show` opens at an address; then the tokens.

    KindreelError when they do not agree, or not in time; a cancel comes from `progress`.
    """
    verifier, state = secrets.token_urlsafe(64), secrets.token_urlsafe(32)
    with _Door(state) as door:
        show(f"{places.auth}?{urlencode(_asked(client, door.address, state, verifier))}")
        code = door.wait(progress, time.monotonic() + wait_s)
    form = {
        "client_id": client.id,
        "client_secret": client.secret,
        "code": code,
        "code_verifier": verifier,
        "grant_type": "authorization_code",
        "redirect_uri": door.address,
    }
    answer = _post(places.tokens, form)
    refresh = answer.get("refresh_token")
    if not isinstance(refresh, str) or not refresh:
        raise SignedOutError("Google gave no lasting sign-in.", "Sign in again and agree.")
    return SignIn(client, refresh)


def _asked(client: Client, address: str, state: str, verifier: str) -> dict[str, str]:
    digest = hashlib.sha256(verifier.encode()).digest()
    return {
        "client_id": client.id,
        "redirect_uri": address,
        "response_type": "code",
        "scope": SCOPE,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
        "access_type": "offline",
        "prompt": "consent",
    }


def revoke(sign_in: SignIn, places: Places = Places()) -> None:
    """Tell Google that the sign-in holds no more; KindreelError when it cannot be reached."""
    _post(places.revoke, {"token": sign_in.refresh})


def _post(url: str, form: dict[str, str]) -> dict[str, object]:
    """The JSON object that a form is answered with, {} for none."""
    try:
        answer = post(url, _FORM, urlencode(form).encode())
    except (OSError, http.client.HTTPException) as error:
        raise KindreelError(
            "Google could not be reached.", "Try again later.", str(error)
        ) from error
    try:
        told = json.loads(answer.body or b"{}")
    except ValueError:
        told = {}
    if answer.status >= http.client.BAD_REQUEST:
        reason = str(told.get("error", "")) if isinstance(told, dict) else ""
        raise SignedOutError("Google refused the sign-in.", "Sign in again.", reason)
    return told if isinstance(told, dict) else {}


class _Door(HTTPServer):
    """The address on this computer to which the browser comes back, once."""

    def __init__(self, state: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.state = state
        self.code = ""
        self.refused = ""
        self.timeout = 0.2

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def wait(self, progress: Progress, until: float) -> str:
        """The code that the browser brings."""
        while not self.code:
            progress(0, 0, "Waiting for your browser")
            self.handle_request()
            if self.refused:
                raise SignedOutError("You did not agree, so nothing was signed in.", self.refused)
            if time.monotonic() > until:
                raise KindreelError("Nobody came back from the browser.", "Sign in again.")
        return self.code


class _Visit(BaseHTTPRequestHandler):
    """One request to the door; without the right state it is a stranger's and changes nothing."""

    server: _Door
    timeout = 5.0

    def do_GET(self) -> None:
        said = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if not secrets.compare_digest(said.get("state", "").encode(), self.server.state.encode()):
            self.send_error(http.client.BAD_REQUEST)
            return
        self.server.refused = said.get("error", "")
        self.server.code = said.get("code", "")
        self.send_response(http.client.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(_DONE.encode())

    def log_message(self, *_: object) -> None:
        """Nothing: the address holds a secret."""
