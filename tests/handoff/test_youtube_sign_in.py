from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from kindreel.errors import ImportFileError, KindreelError
from kindreel.handoff import youtube
from kindreel.handoff.signed_in import SignInKeeper
from kindreel.handoff.youtube_api import RefreshedTokens, SignedOutError, YoutubeApi
from kindreel.handoff.youtube_sign_in import Client, Places, SignIn, read_client, revoke, sign_in
from kindreel.store.inbox import Inbox
from youtube_server import YoutubeServer, serving

CLIENT = Client("own-client", "own-secret")


@pytest.fixture
def server() -> Iterator[YoutubeServer]:
    with serving() as server:
        yield server


def places(server: YoutubeServer) -> Places:
    return Places(f"{server.base}/auth", f"{server.base}/token", f"{server.base}/revoke")


def visit(address: str) -> tuple[int, str]:
    """Open an address as a browser would; the status, and where it leads to."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", f"{parts.path or '/'}?{parts.query}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location", "")


def browse(address: str) -> None:
    """A browser in which the person agrees; it runs beside, as browsers do."""
    _, back = visit(address)
    Thread(target=visit, args=(back,), daemon=True).start()


def test_signing_in_gives_a_lasting_sign_in(server: YoutubeServer):
    found = sign_in(CLIENT, browse, places(server))
    assert found == SignIn(CLIENT, "good")
    assert server.asked["code_challenge_method"] == "S256"
    assert server.asked["redirect_uri"].startswith("http://127.0.0.1:")


def test_a_stranger_without_the_state_changes_nothing(server: YoutubeServer):
    def attacked(address: str) -> None:
        _, back = visit(address)
        door = f"{urlsplit(back).scheme}://{urlsplit(back).netloc}"

        def visits() -> None:
            assert visit(f"{door}/?code=stolen&state=guess")[0] == 400
            visit(back)

        Thread(target=visits, daemon=True).start()

    assert sign_in(CLIENT, attacked, places(server)).refresh == "good"


def test_who_does_not_agree_is_not_signed_in(server: YoutubeServer):
    server.consent = {"error": "access_denied"}
    with pytest.raises(SignedOutError, match="did not agree"):
        sign_in(CLIENT, browse, places(server))


def test_a_wrong_code_is_refused(server: YoutubeServer):
    server.consent = {"code": "forged"}
    with pytest.raises(SignedOutError, match="refused"):
        sign_in(CLIENT, browse, places(server))


def test_nobody_waits_for_ever(server: YoutubeServer):
    with pytest.raises(KindreelError, match="Nobody came back"):
        sign_in(CLIENT, lambda _address: None, places(server), wait_s=0)


def test_without_a_keyring_a_file_of_ones_own_keeps_it(tmp_path: Path):
    path = tmp_path / "youtube.json"
    keeper = SignInKeeper(path, None)
    assert keeper.load() is None
    keeper.save(SignIn(CLIENT, "good"))
    assert keeper.load() == SignIn(CLIENT, "good")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    keeper.forget()
    assert keeper.load() is None
    assert list(tmp_path.iterdir()) == []


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, secret: str) -> None:
        self.kept[service, account] = secret

    def delete_password(self, service: str, account: str) -> None:
        del self.kept[service, account]


def test_a_keyring_keeps_it_and_no_file_does(tmp_path: Path):
    ring = Ring()
    keeper = SignInKeeper(tmp_path / "youtube.json", ring)
    keeper.save(SignIn(CLIENT, "good"))
    assert list(tmp_path.iterdir()) == []
    assert SignInKeeper(tmp_path / "youtube.json", ring).load() == SignIn(CLIENT, "good")
    keeper.forget()
    assert ring.kept == {}


def test_sending_goes_on_after_the_token_has_expired(decided: Inbox, server: YoutubeServer):
    found = sign_in(CLIENT, browse, places(server))
    tokens = RefreshedTokens(
        found.client.id, found.client.secret, found.refresh, places(server).tokens
    )
    api = YoutubeApi(tokens, server.base, lambda _s: None)
    tokens.access()
    server.token = "second"  # noqa: S105 - of a server on this computer
    sent = youtube.send(decided, api)
    assert len(sent.done) == 120
    assert (sent.failed, sent.waiting) == ({}, 0)


def test_signing_out_is_told_to_google(server: YoutubeServer):
    revoke(SignIn(CLIENT, "good"), places(server))
    assert server.revoked == ["good"]


def test_the_clients_file_is_read(tmp_path: Path):
    path = tmp_path / "client.json"
    path.write_text(json.dumps({"installed": {"client_id": "a", "client_secret": "b"}}))
    assert read_client(path) == Client("a", "b")
    for wrong in ("", "{}", '{"web": {"client_id": "a"}}', '{"installed": 3}'):
        path.write_text(wrong)
        with pytest.raises(ImportFileError, match="no OAuth client"):
            read_client(path)
