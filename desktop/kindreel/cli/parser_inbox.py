"""The words of the commands that look after comments beyond listing and deciding."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kindreel.model.comment import Action, Label, Platform, Target
from kindreel.model.triage import BlockedPolicy, Sort

VERBS = ("list", "try", "save", "apply", "remove", "words")
LEARNED = ("show", "export", "import", "forget")
YOUTUBE = ("plan", "sign-in", "send", "sign-out")
Parser = argparse.ArgumentParser
Make = Callable[[str, str, str], Parser]
"""Makes a command of its name, the function that runs it, and what it is about."""


def filters(command: Parser) -> None:
    """What narrows a list of comments down."""
    command.add_argument("--author", help="only of one person, by id or @handle")
    command.add_argument("--video", help="only of one video, by id or title")
    command.add_argument("--platform", type=Platform, choices=tuple(Platform))
    command.add_argument("--label", type=Label, choices=tuple(Label))
    command.add_argument("--language", default="", help="as the file says it, such as “es”")
    command.add_argument("--since", type=_moment, help="from this day or moment (UTC) on")
    command.add_argument("--until", type=_moment, help="before this day or moment (UTC)")
    command.add_argument("--min-likes", type=int)
    command.add_argument("--max-likes", type=int)
    command.add_argument("--links", action=argparse.BooleanOptionalAction, help="with a link")
    command.add_argument("--sort", type=Sort, choices=tuple(Sort))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def add(make: Make, inbox: Callable[[Parser], None]) -> None:
    """Add every command; `inbox` adds the option for another inbox than the person's own."""

    def command(name: str, run: str, about: str) -> Parser:
        made = make(name, run, about)
        inbox(made)
        return made

    _ledger(command)
    _people(command)
    _rules(command)
    _reading(command)
    _learning(command)
    _keeping(command)
    _youtube(command)


def _ledger(command: Make) -> None:
    command("redo", "ledger:redo", "do again what was undone last")
    acts = command("acts", "ledger:acts", "list what was decided, newest first")
    acts.add_argument("--limit", type=int, default=20)
    why = command("why", "ledger:why", "say why a comment is where it is")
    why.add_argument("id", help="the comment's id on its platform")
    batches = command("batches", "ledger:batches", "list batches, tick them off, open them again")
    batches.add_argument("platform", type=Platform, choices=tuple(Platform))
    batches.add_argument("--target", type=Target, choices=tuple(Target), default=Target.COMMENTS)
    batches.add_argument("--done", type=int, metavar="N", help="batch N was carried out")
    batches.add_argument("--reopen", type=int, metavar="N", help="batch N is to be done again")


def _people(command: Make) -> None:
    blocked = command("blocked", "people:blocked", "say what becomes of what blocked people write")
    blocked.add_argument("--policy", type=BlockedPolicy, choices=tuple(BlockedPolicy))
    allow = command("allow", "people:allow", "list people whom no rule may touch")
    allow.add_argument("person", nargs="?", help="an id or @handle to add")
    allow.add_argument("--remove", action="store_true", help="take the person off the list")


def _rules(command: Make) -> None:
    rules = command("rules", "rules:rules", "list, try, save, apply and remove your rules")
    rules.add_argument("verb", nargs="?", default="list", choices=VERBS)
    rules.add_argument("name", nargs="?", default="", help="the rule's name")
    rules.add_argument("--words", default="", help="words and phrases, separated by commas")
    rules.add_argument("--pattern", default="", help="a regular expression on the text")
    rules.add_argument("--by", default="", help="a regular expression on the author's name")
    rules.add_argument("--at-least", action="append", default=[], metavar="LABEL=0.8")
    rules.add_argument("--action", type=Action, choices=tuple(Action), default=Action.DELETE)
    rules.add_argument("--only-when-asked", action="store_true", help="not on what comes in")
    rules.add_argument(
        "--platform", type=Platform, choices=tuple(Platform), default=Platform.YOUTUBE
    )


def _reading(command: Make) -> None:
    similar = command("similar", "reading:similar", "find copies of a comment, or all pile-ons")
    similar.add_argument("id", nargs="?", help="the comment's id; without it, the pile-ons")
    insights = command("insights", "reading:insights", "figures by day, video, label and person")
    insights.add_argument("--video", help="only the days of one video, by id or title")
    wall = command("kind-wall", "reading:kind_wall", "the kindest comments")
    wall.add_argument("--limit", type=int, default=30)
    wall.add_argument("--names", action="store_true", help="say who wrote them")
    nudge = command("nudge", "reading:nudge", "ask before an unkind reply; keeps nothing of it")
    nudge.add_argument("reply", nargs="?", default="-", help="the reply; - reads it from stdin")
    nudge.add_argument("--how", choices=("gentle", "usual", "off"), default="usual")


def _learning(command: Make) -> None:
    learned = command("learned", "learning:learned", "what your decisions taught the classifier")
    learned.add_argument("verb", nargs="?", default="show", choices=LEARNED)
    learned.add_argument("file", nargs="?", type=Path, help="of corrections, to write or to read")


def _keeping(command: Make) -> None:
    forget = command("forget", "keeping:forget", "take old comments out for good")
    forget.add_argument("--older-than", type=int, required=True, metavar="DAYS")
    forget.add_argument("--dry-run", action="store_true", help="only say what would go")
    forget.add_argument("--yes", action="store_true", help="nothing brings them back; go on")
    purge = command("purge", "keeping:purge", "take out every comment, person and decision")
    purge.add_argument("--yes", action="store_true", help="nothing brings them back; go on")
    hide = command("anonymise", "keeping:anonymise", "export comments without names, ids, links")
    hide.add_argument("-o", "--out", type=Path, required=True, help="a CSV, or JSONL by its ending")
    filters(hide)
    check = command("check-inbox", "keeping:check", "look the inbox over")
    check.add_argument("--repair", action="store_true", help="mend what can be counted anew")


def _youtube(command: Make) -> None:
    youtube = command(
        "youtube", "youtube:youtube", "send decisions to YouTube with your own client"
    )
    youtube.add_argument("verb", nargs="?", default="plan", choices=YOUTUBE)
    youtube.add_argument("--client", type=Path, help="the JSON of your OAuth client (desktop app)")
    youtube.add_argument("--reject", action="store_true", help="for good, not held for review")
