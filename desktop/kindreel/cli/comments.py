"""`import`, `comments`, `decide`, `undo`, `handoff` and `report`."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict

from kindreel import i18n, paths, start
from kindreel.cli import FINDINGS, OK, output
from kindreel.errors import ImportFileError, KindreelError, NotFoundError, Problems
from kindreel.handoff import lists
from kindreel.importers.reading.mapping import Mapping
from kindreel.model.comment import Action, Platform, Queue
from kindreel.model.triage import Act, Box, Entry, ImportAccount, Selection, Sort, View
from kindreel.store.inbox import Inbox

_PLACES = {"review": Box.TO_REVIEW}
_UNREADABLE_SHOWN = 5


def _inbox(options: Namespace) -> Inbox:
    return Inbox(options.inbox or paths.inbox())


def import_files(options: Namespace) -> int:
    """Read exports of comments and account for each row."""
    mapping = Mapping.parse(options.map) if options.map else None
    scorer = None if options.no_score else start.classifier()
    accounts: list[ImportAccount] = []
    problems: list[KindreelError] = []
    with _inbox(options) as inbox, output.progress("bytes") as progress:
        for file in options.files:
            try:
                accounts.append(inbox.import_file(file, options.kind, mapping, scorer, progress))
            except ImportFileError as error:
                problems.append(error)
        counts = inbox.counts()
    answer = {"files": [_plain(a) for a in accounts], "inbox": asdict(counts)}
    lines = [line for account in accounts for line in _account_lines(account)]
    output.say(answer, lines, as_json=options.json)
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems(f"{len(problems)} files could not be read.", tuple(problems))
    return OK


def _plain(account: ImportAccount) -> dict[str, object]:
    return asdict(account)


def _account_lines(account: ImportAccount) -> list[str]:
    parts = [
        f"{account.new:,} new",
        f"{account.already_here:,} already here",
        f"{account.edited:,} edited",
        f"{account.unreadable:,} unreadable",
    ]
    lines = [f"{account.file} ({account.kind}): {account.rows:,} rows: {', '.join(parts)}."]
    if account.own_only:
        lines.append("  These are your own comments: platforms do not export what you received.")
    for bad in account.unreadable_rows[:_UNREADABLE_SHOWN]:
        field = f"{bad.field}: " if bad.field else ""
        lines.append(f"  row {bad.row:,}: {field}{bad.reason}")
    if account.unreadable > _UNREADABLE_SHOWN:
        lines.append(f"  … and {account.unreadable - _UNREADABLE_SHOWN:,} more (--json has them).")
    return lines


def _box(name: str) -> Box:
    return _PLACES.get(name) or Box(name)


def show(options: Namespace) -> int:
    """List a queue, kindest first, or count them all; hidden words stay hidden."""
    with _inbox(options) as inbox:
        if options.queue is None and not options.search:
            counts = inbox.counts()
            rows = [[box.value.replace("_", " "), counts.of(box)] for box in Box]
            output.say(asdict(counts), output.table(rows), as_json=options.json)
            return OK
        box = _box(options.queue) if options.queue else Box.ALL
        order = Sort.KINDEST if box is Box.KIND else Sort.NEWEST
        view = View(box=box, words=options.search, sort=order)
        entries = inbox.page(view, limit=options.limit).entries
        total = inbox.count(view)
    shown = [_entry(e, show_severe=options.show_severe) for e in entries]
    lines = [f"{e['queue']:>8}  @{e['author']}: {e['text']}" for e in shown]
    lines.append(f"{len(shown):,} of {i18n.count(total, 'comment', 'comments')}.")
    output.say({"total": total, "comments": shown}, lines, as_json=options.json)
    return OK


def _entry(entry: Entry, *, show_severe: bool) -> dict[str, object]:
    comment = entry.comment
    hidden = entry.queue is Queue.SEVERE and not show_severe
    return {
        "id": comment.id,
        "platform": comment.platform.value,
        "author": comment.author.handle or comment.author.name,
        "text": "(hidden, severe; --show-severe prints it)" if hidden else comment.text,
        "hidden": hidden,
        "video": comment.video_title or comment.video,
        "likes": comment.likes,
        "created_at": comment.created_at.isoformat() if comment.created_at else None,
        "queue": entry.queue.value if entry.queue else "unscored",
        "state": entry.state.value,
        "score": asdict(entry.score),
    }


def _selections(inbox: Inbox, options: Namespace) -> list[Selection]:
    if options.queue:
        return [Selection(view=View(box=_box(options.queue)))]
    if options.match:
        return [Selection(match=options.match)]
    if options.author:
        people = inbox.author_keys(options.author)
        if not people:
            raise NotFoundError(
                f"Nobody called “{options.author}” has commented.", "Nothing was changed."
            )
        return [Selection(author=person) for person in people]
    text = sys.stdin.read() if options.ids == "-" else options.ids
    ids = [part for part in text.replace(",", " ").split() if part]
    keys = inbox.keys(ids)
    if not keys:
        raise NotFoundError("None of these comments is in the inbox.", "Nothing was changed.")
    return [Selection(keys=keys)]


def decide(options: Namespace) -> int:
    """Decide about many comments as acts that can be undone."""
    action = Action(options.action)
    with _inbox(options) as inbox:
        acts = [
            inbox.decide(action, chosen, options.reason, dry_run=options.dry_run)
            for chosen in _selections(inbox, options)
        ]
    changed = sum(act.changed for act in acts)
    people = sum(act.people for act in acts)
    what = i18n.count(changed, "comment", "comments")
    would = "would be" if options.dry_run else "are"
    sentence = f"{what} by {i18n.count(people, 'person', 'people')} {would} marked: {action.value}."
    answer = {
        "action": action.value,
        "changed": changed,
        "people": people,
        "dry_run": options.dry_run,
    }
    hint = [] if options.dry_run or not changed else ["“kindreel undo” takes it back."]
    output.say(answer, [sentence, *hint], as_json=options.json)
    return OK


def undo(options: Namespace) -> int:
    """Take the last act back."""
    with _inbox(options) as inbox:
        act = inbox.undo()
    if act is None:
        output.say({"undone": None}, ["There is nothing to take back."], as_json=options.json)
        return FINDINGS
    output.say({"undone": _act(act)}, [_undone(act)], as_json=options.json)
    return OK


def _act(act: Act) -> dict[str, object]:
    return {"id": act.id, "action": act.action.value, "changed": act.changed}


def _undone(act: Act) -> str:
    what = i18n.count(act.changed, "comment", "comments")
    return f"Taken back: {act.action.value} of {what}."


def hand_off(options: Namespace) -> int:
    """Write batches a platform accepts."""
    with _inbox(options) as inbox:
        written = lists.write(inbox, Platform(options.platform), options.out)
    output.say(written.plain(), written.sentences(), as_json=options.json)
    return OK


def report(options: Namespace) -> int:
    """Write what was decided as evidence: PDF, CSV, JSON and their checksums."""
    from kindreel.handoff.evidence import Wanted, evidence  # noqa: PLC0415 - it loads Qt

    wanted = Wanted(show_words=options.show_words)
    with _inbox(options) as inbox, output.progress("comments") as progress:
        made = evidence(inbox, options.out, wanted, progress)
    files = [str(path) for path in made.files]
    answer = {"files": files, "comments": made.comments, "pages": made.pages}
    what = i18n.count(made.comments, "comment", "comments")
    pages = i18n.count(made.pages, "page", "pages")
    output.say(answer, [f"{what} on {pages}:", *files], as_json=options.json)
    return OK
