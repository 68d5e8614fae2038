"""A server on this computer that speaks the documented parts of YouTube's API, with faults."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

CUT = -1
"""A fault: the connection is closed without an answer."""


class YoutubeServer(ThreadingHTTPServer):
    """What it was told, and the faults it is still to show."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.faults: deque[tuple[int, str]] = deque()
        self.missing: set[str] = set()
        self.status: dict[str, str] = {}
        self.banned: set[str] = set()
        self.calls: list[list[str]] = []
        self.consent = {"code": "agreed"}
        self.challenge = ""
        self.asked: dict[str, str] = {}
        self.revoked: list[str] = []
        self.token = "first"  # noqa: S105 - of a server on this computer

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: YoutubeServer

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if parts.path in {"/token", "/revoke"}:
            asked = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            self._token(asked) if parts.path == "/token" else self._revoke(asked)
            return
        ids = parse_qs(parts.query)["id"][0].split(",")
        self.server.calls.append(ids)
        if self.server.faults:
            code, reason = self.server.faults.popleft()
            self._fault(code, reason)
        elif self.headers["Authorization"] != f"Bearer {self.server.token}":
            self._fault(401, "authError")
        elif len(ids) > 50:
            self._fault(400, "tooManyIds")
        elif self.server.missing & set(ids):
            self._fault(404, "commentNotFound")
        else:
            asked = parse_qs(parts.query)
            self.server.status |= dict.fromkeys(ids, asked["moderationStatus"][0])
            if asked.get("banAuthor") == ["true"]:
                self.server.banned |= set(ids)
            self._say(204, b"")

    def do_GET(self) -> None:
        """The page where the person agrees; it sends the browser back at once."""
        asked = {n: v[0] for n, v in parse_qs(urlsplit(self.path).query).items()}
        self.server.challenge = asked["code_challenge"]
        self.server.asked = asked
        back = {"state": asked["state"], **self.server.consent}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}/?{urlencode(back)}")
        self.end_headers()

    def _token(self, asked: dict[str, str]) -> None:
        told: dict[str, str] = {}
        if asked["grant_type"] == "authorization_code":
            digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
            proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
            if asked["code"] == "agreed" and proof == self.server.challenge:
                told = {"access_token": self.server.token, "refresh_token": "good"}
        elif asked["refresh_token"] == "good":  # noqa: S105 - of a server on this computer
            told = {"access_token": self.server.token}
        code, answer = (200, told) if told else (400, {"error": "invalid_grant"})
        self._say(code, json.dumps(answer).encode())

    def _revoke(self, asked: dict[str, str]) -> None:
        self.server.revoked.append(asked["token"])
        self._say(200, b"{}")

    def _fault(self, code: int, reason: str) -> None:
        if code == CUT:
            self.close_connection = True
            self.connection.close()
            return
        error = {"error": {"code": code, "errors": [{"reason": reason}]}}
        self._say(code, json.dumps(error).encode())

    def _say(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def serving() -> Iterator[YoutubeServer]:
    with YoutubeServer() as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
