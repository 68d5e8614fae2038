"""`youtube`: sign in with one's own client, see what sending would cost, send, sign out."""

from __future__ import annotations

import sys
import webbrowser
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from kindreel import i18n, paths
from kindreel.cli import FINDINGS, OK, asking, output
from kindreel.errors import InvalidValueError, KindreelError
from kindreel.handoff import youtube as connector
from kindreel.handoff.signed_in import SignInKeeper, system_ring
from kindreel.handoff.youtube_api import Moderation, RefreshedTokens, SignedOutError, YoutubeApi
from kindreel.handoff.youtube_sign_in import read_client, revoke, sign_in


def youtube(options: Namespace) -> int:
    """Carry out one of the verbs; only sign-in, send and sign-out ask anything of the network."""
    verbs: dict[str, Callable[[Namespace], int]] = {
        "plan": _plan,
        "sign-in": _sign_in,
        "send": _send,
        "sign-out": _sign_out,
    }
    return verbs[options.verb](options)


def _keeper() -> SignInKeeper:
    return SignInKeeper(paths.data() / "youtube.json", system_ring())


def _plan(options: Namespace) -> int:
    with asking.opened(options) as inbox:
        told = connector.plan(inbox)
    what = i18n.count(told.comments, "comment", "comments")
    lines = [f"{what} in {told.calls:,} calls: {told.units:,} units, {told.days:,} days of quota."]
    if told.unknown:
        lines.append(f"{told.unknown:,} more have no id of YouTube’s and are left out.")
    output.say(asdict(told), lines, as_json=options.json)
    return OK


def _sign_in(options: Namespace) -> int:
    if options.client is None:
        raise InvalidValueError(
            "Signing in needs your own OAuth client.",
            "Download the JSON of a “desktop app” in Google’s console; give it with --client.",
        )
    _keeper().save(sign_in(read_client(options.client), _show))
    output.say({"signed_in": True}, ["You are signed in to YouTube."], as_json=options.json)
    return OK


def _show(address: str) -> None:
    print(f"Agree in your browser: {address}", file=sys.stderr)
    webbrowser.open(address)


def _send(options: Namespace) -> int:
    kept = _keeper().load()
    if kept is None:
        raise SignedOutError(
            "You are not signed in to YouTube.", "“kindreel youtube sign-in --client FILE” does it."
        )
    tokens = RefreshedTokens(kept.client.id, kept.client.secret, kept.refresh)
    status = Moderation.REJECT if options.reject else Moderation.HOLD
    with asking.opened(options) as inbox, output.progress("comments") as progress:
        sent = connector.send(inbox, YoutubeApi(tokens), status, progress)
    did = "rejected" if options.reject else "held for review"
    lines = [f"{i18n.count(len(sent.done), 'comment was', 'comments were')} {did}."]
    if sent.failed:
        lines.append(f"{len(sent.failed):,} could not be sent: {_reasons(sent.failed)}.")
    if sent.waiting:
        lines.append(f"{sent.waiting:,} wait. {sent.stopped}".rstrip())
    output.say(asdict(sent), lines, as_json=options.json)
    return FINDINGS if sent.failed or sent.waiting else OK


def _reasons(failed: dict[int, str]) -> str:
    return ", ".join(sorted(set(failed.values())))


def _sign_out(options: Namespace) -> int:
    keeper = _keeper()
    kept = keeper.load()
    keeper.forget()
    lines = ["Nothing of the sign-in is kept here any more."]
    if kept is not None:
        try:
            revoke(kept)
        except KindreelError:
            lines.append("Google could not be told; you can take it back in your account there.")
    output.say({"signed_in": False}, lines, as_json=options.json)
    return OK
