"""The words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kindreel import __version__
from kindreel.cli import parser_inbox

ACTIONS = ("delete", "block", "report", "keep", "kind", "hide", "show")
PLATFORMS = ("tiktok", "youtube", "instagram")
QUEUES = ("severe", "unkind", "unsure", "neutral", "kind", "spam")
PLACES = ("review", *QUEUES, "deleted", "blocked", "reported", "kept", "hidden", "own", "all")
PRESETS = (
    *("tiktok", "reels", "shorts", "gif", "apng", "webp", "webm", "prores", "y4m", "png"),
    *("pdf", "otio", "srt", "vtt", "cover"),
)
BENCHES = ("export", "preview", "inbox", "gallery")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of one call; on a wrong word, argparse says what is right and exits with 2."""
    return _parser().parse_args(arguments or ["--help"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kindreel",
        description="Make kindness videos and look after your comments, all on this computer.",
        epilog="Every command takes --json. The window opens with “kindreel-gui”.",
    )
    parser.add_argument("--version", action="version", version=f"Kindreel {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _storyboard(commands)
    _comments(commands)
    _decisions(commands)
    parser_inbox.add(partial(_command, commands), _inbox)
    _classifier(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - the type has no public name


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, run: str, about: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about)
    command.add_argument("--json", action="store_true", help="answer in JSON")
    command.set_defaults(run=run, command=name)
    return command


def _storyboard(commands: _Commands[argparse.ArgumentParser]) -> None:
    demo = _command(
        commands, "demo", "demo:demo", "render the sample video and sort sample comments"
    )
    demo.add_argument("--out", type=Path, default=Path("demo-out"), help="where to put both")

    new = _command(commands, "new", "projects:new", "start a project from a template")
    new.add_argument("template", nargs="?", help="a template's name; --list shows them")
    new.add_argument("path", nargs="?", type=Path, help="the new project's folder")
    new.add_argument("--list", action="store_true", help="show the templates")
    new.add_argument("--name", default="", help="the creator's name, for the reveal")

    info = _command(commands, "info", "projects:info", "say what is in a project")
    info.add_argument("project", type=Path)

    check = _command(commands, "check", "projects:check", "look a project over before export")
    check.add_argument("project", type=Path)
    check.add_argument("--board", help="a board's title or number, 1 first")
    check.add_argument("--fix", action="store_true", help="put right what can be, and save")

    export = _command(commands, "export", "projects:export", "make the finished file")
    export.add_argument("project", type=Path)
    export.add_argument("-o", "--out", type=Path, required=True, help="the file to write")
    export.add_argument("--board", help="a board's title or number, 1 first")
    export.add_argument("--series", action="store_true", help="every board; -o names a folder")
    export.add_argument("--preset", choices=PRESETS, help="default: by the file's ending")
    export.add_argument("--quality", choices=("draft", "standard", "best"), default="standard")
    export.add_argument("--from", dest="first", type=int, metavar="N", help="first frame")
    export.add_argument("--to", dest="last", type=int, metavar="N", help="frame to stop before")

    bench = _command(commands, "bench", "bench:bench", "measure speed beside named references")
    bench.add_argument("name", choices=BENCHES)
    bench.add_argument("-o", "--out", type=Path, help="a folder for pictures and raw figures")
    bench.add_argument("--runs", type=int, default=3, help="how often each figure is taken")
    bench.add_argument("--size", type=int, help="comments of the inbox (default: a million)")


def _inbox(command: argparse.ArgumentParser) -> None:
    command.add_argument("--inbox", type=Path, help="another inbox than the person's own")


def _selection(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--queue", choices=PLACES, help="all that wait there")
    which.add_argument("--author", help="all of one person, by id or @handle")
    which.add_argument("--ids", help="comment ids, separated by commas; - reads them from stdin")
    which.add_argument("--match", help="all that contain these words")
    which.add_argument("--similar-to", metavar="ID", help="a comment and its copies")
    which.add_argument("--rule", metavar="NAME", help="all that a saved rule catches")


def _comments(commands: _Commands[argparse.ArgumentParser]) -> None:
    take = _command(commands, "import", "comments:import_files", "read exports of comments")
    take.add_argument("files", nargs="+", type=Path, metavar="FILE")
    take.add_argument("--as", dest="kind", metavar="FORMAT", help="do not guess the format")
    take.add_argument("--map", metavar="text=COL,author=COL,…", help="say which column is which")
    take.add_argument("--no-score", action="store_true", help="sort them later")
    _inbox(take)

    show = _command(
        commands, "comments", "comments:show", "list comments; hidden words stay hidden"
    )
    show.add_argument("--queue", choices=PLACES, help="one queue; without it, the counts")
    show.add_argument("--search", default="", help="only those with these words")
    show.add_argument("--limit", type=int, default=50)
    parser_inbox.filters(show)
    show.add_argument("--show-severe", action="store_true", help="print severe comments' words too")
    _inbox(show)


def _decisions(commands: _Commands[argparse.ArgumentParser]) -> None:
    decide = _command(commands, "decide", "comments:decide", "decide about many comments at once")
    decide.add_argument("action", choices=ACTIONS)
    _selection(decide)
    decide.add_argument("--reason", default="", help="for a report: the reason to give")
    decide.add_argument("--dry-run", action="store_true", help="only say what would happen")
    _inbox(decide)

    _inbox(_command(commands, "undo", "ledger:undo", "take the last decision back"))

    hand = _command(commands, "handoff", "comments:hand_off", "write batches a platform accepts")
    hand.add_argument("platform", choices=PLATFORMS)
    hand.add_argument("--out", type=Path, required=True, help="the folder for the batches")
    _inbox(hand)

    report = _command(commands, "report", "comments:report", "write reported comments as evidence")
    report.add_argument("-o", "--out", type=Path, required=True, help="the PDF to write")
    report.add_argument("--show-words", action="store_true", help="print the words, not stand-ins")
    _inbox(report)


def _classifier(commands: _Commands[argparse.ArgumentParser]) -> None:
    score = _command(commands, "score", "classifier:score", "score texts, one JSON line for each")
    score.add_argument("file", nargs="?", default="-", help="JSON or plain lines; - is stdin")

    train = _command(commands, "train", "training:train", "train the classifier from data")
    train.add_argument("data", type=Path)
    train.add_argument("-o", "--out", type=Path, required=True, help="the weights to write")

    evaluate = _command(commands, "evaluate", "training:evaluate", "measure the classifier")
    evaluate.add_argument("tests", type=Path, nargs="+", help="folders or files of labelled ones")
    evaluate.add_argument("-o", "--out", type=Path, help="a folder for tables and plots")
