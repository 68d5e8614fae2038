"""The two calls to YouTube that a creator's own OAuth client may make, and their faults."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from time import sleep
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from kindreel.errors import KindreelError

MOST_IDS = 50
CALL_UNITS = 50
"""What one call of setModerationStatus costs of the day's quota, however many ids it has."""
DAY_UNITS = 10_000

_API = "https://www.googleapis.com/youtube/v3"
_TOKENS = "https://oauth2.googleapis.com/token"
_TRIES = 5
_AGAIN = frozenset({429, 500, 502, 503, 504})
_TIMEOUT_S = 30.0
_QUOTA = frozenset({"quotaExceeded", "dailyLimitExceeded", "rateLimitExceeded"})


class Moderation(StrEnum):
    """What is done to a comment; held ones can be published again, rejected ones cannot."""

    HOLD = "heldForReview"
    REJECT = "rejected"
    PUBLISH = "published"


class QuotaSpentError(KindreelError):
    """The day's quota is used up; what was not sent waits for another day."""


class SignedOutError(KindreelError):
    """YouTube no longer takes the sign-in."""


class RefusedError(KindreelError):
    """YouTube refused the call for a reason that trying again cannot help.

    status: the HTTP status.
    """

    def __init__(self, sentence: str, status: int, details: str) -> None:
        super().__init__(sentence, "", details)
        self.status = status


class Tokens(Protocol):
    """Where access tokens come from."""

    def access(self) -> str:
        """A token that should still hold."""

    def renew(self) -> str:
        """A new token, after the old one was refused; SignedOutError when there is none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    body: bytes

    def reason(self) -> str:
        """The API's own word for the fault, "" when it gives none."""
        try:
            return str(json.loads(self.body)["error"]["errors"][0]["reason"])
        except (ValueError, LookupError, TypeError):
            return ""


def post(url: str, headers: dict[str, str], body: bytes = b"") -> Answer:
    """POST by https (by http to this computer only, for tests)."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    make: Callable[..., http.client.HTTPConnection] = http.client.HTTPSConnection
    if parts.scheme == "http" and host == "127.0.0.1":
        make = http.client.HTTPConnection
    connection = make(host, parts.port, timeout=_TIMEOUT_S)
    try:
        connection.request("POST", f"{parts.path}?{parts.query}", body, headers)
        response = connection.getresponse()
        return Answer(response.status, response.read())
    finally:
        connection.close()


class YoutubeApi:
    """Sends moderation to YouTube; waits and tries again where that helps.

    pause: waits some seconds; a test gives its own.
    """

    def __init__(
        self, tokens: Tokens, base: str = _API, pause: Callable[[float], None] = sleep
    ) -> None:
        self._tokens = tokens
        self._base = base
        self._pause = pause
        self.units = 0

    def moderate(self, ids: Sequence[str], status: Moderation, *, ban: bool = False) -> None:
        """Set the status of up to 50 comments; the call may be repeated without harm."""
        asked = {"id": ",".join(ids), "moderationStatus": status.value}
        if ban and status is Moderation.REJECT:
            asked["banAuthor"] = "true"
        url = f"{self._base}/comments/setModerationStatus?{urlencode(asked)}"
        token, renewed = self._tokens.access(), False
        for attempt in range(_TRIES):
            answer = self._try(url, token)
            if answer is not None and answer.status == http.client.UNAUTHORIZED and not renewed:
                token, renewed = self._tokens.renew(), True
                continue
            if answer is not None and answer.status not in _AGAIN:
                _accept(answer)
                return
            self._pause(2.0**attempt)
        raise KindreelError(
            "YouTube could not be reached.",
            "Nothing is lost: what was not sent waits in its batch. Try again later.",
        )

    def _try(self, url: str, token: str) -> Answer | None:
        """One attempt; None when the connection broke."""
        self.units += CALL_UNITS
        headers = {"Authorization": f"Bearer {token}", "Content-Length": "0"}
        try:
            return post(url, headers)
        except (OSError, http.client.HTTPException):
            return None


def _accept(answer: Answer) -> None:
    """Return for success; the error that a refusal means."""
    if answer.status < http.client.MULTIPLE_CHOICES:
        return
    reason = answer.reason()
    if reason in _QUOTA:
        raise QuotaSpentError(
            "Today’s YouTube quota is used up.",
            "What was not sent waits in its batch. It can go on tomorrow.",
            reason,
        )
    if answer.status == http.client.UNAUTHORIZED:
        raise SignedOutError("YouTube no longer takes this sign-in.", "Sign in again.", reason)
    raise RefusedError("YouTube refused this.", answer.status, f"{answer.status} {reason}")


class RefreshedTokens:
    """Access tokens from a refresh token of the person's own OAuth client."""

    def __init__(self, client: str, secret: str, refresh: str, url: str = _TOKENS) -> None:
        self._asked = {
            "client_id": client,
            "client_secret": secret,
            "refresh_token": refresh,
            "grant_type": "refresh_token",
        }
        self._url = url
        self._token = ""

    def access(self) -> str:
        """The token of this session, got when it is first needed."""
        return self._token or self.renew()

    def renew(self) -> str:
        """A new token; SignedOutError when the sign-in has been taken back."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        try:
            answer = post(self._url, headers, urlencode(self._asked).encode())
            token = json.loads(answer.body).get("access_token")
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise KindreelError(
                "Google could not be reached.", "Try again later.", str(error)
            ) from error
        if answer.status != http.client.OK or not isinstance(token, str):
            raise SignedOutError("YouTube no longer takes this sign-in.", "Sign in again.")
        self._token = token
        return token
