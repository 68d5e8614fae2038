"""`import`, `comments`, `decide`, `handoff` and `report`."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict

from kindreel import i18n
from kindreel.cli import OK, asking, output
from kindreel.cli.rules import saved
from kindreel.comments import personal
from kindreel.comments.arriving import Arrival, settle_blocked, take_in
from kindreel.comments.rules import Rule, preview
from kindreel.comments.similar import similar
from kindreel.errors import ImportFileError, KindreelError, NotFoundError, Problems
from kindreel.handoff import lists
from kindreel.importers.reading.mapping import Mapping
from kindreel.model.comment import Action, Platform
from kindreel.model.triage import BY_RULE, Act, Box, ImportAccount, Selection, View
from kindreel.store.inbox import Inbox

_UNREADABLE_SHOWN = 5


def import_files(options: Namespace) -> int:
    """Read exports of comments and account for each row."""
    mapping = Mapping.parse(options.map) if options.map else None
    arrivals: list[Arrival] = []
    problems: list[KindreelError] = []
    late: tuple[Act, ...] = ()
    with asking.opened(options) as inbox:
        scorer = None if options.no_score else personal.classifier(inbox)
        with output.progress("bytes") as progress:
            for file in options.files:
                try:
                    arrivals.append(take_in(inbox, file, options.kind, mapping, scorer, progress))
                except ImportFileError as error:
                    problems.append(error)
        if scorer:
            with output.progress("comments") as progress:
                late = personal.catch_up(inbox, progress).acts
        counts = inbox.counts()
    files = [asdict(a.account) | {"acts": [asking.act(act) for act in a.acts]} for a in arrivals]
    answer: dict[str, object] = {"files": files, "inbox": asdict(counts)}
    if late:
        answer["acts"] = [asking.act(act) for act in late]
    lines = [
        line for a in arrivals for line in (*_account_lines(a.account), *asking.act_lines(a.acts))
    ]
    lines += asking.act_lines(late)
    output.say(answer, lines, as_json=options.json)
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems(f"{len(problems)} files could not be read.", tuple(problems))
    return OK


def _account_lines(account: ImportAccount) -> list[str]:
    parts = [
        f"{account.new:,} new",
        f"{account.already_here:,} already here",
        f"{account.edited:,} edited",
        f"{account.unreadable:,} unreadable",
    ]
    lines = [f"{account.file} ({account.kind}): {account.rows:,} rows: {', '.join(parts)}."]
    if account.vanished:
        what = i18n.count(account.vanished, "comment", "comments")
        lines.append(f"  {what} of these videos are no longer in the file; they stay here.")
    if account.own_only:
        lines.append("  These are your own comments: platforms do not export what you received.")
    for bad in account.unreadable_rows[:_UNREADABLE_SHOWN]:
        field = f"{bad.field}: " if bad.field else ""
        lines.append(f"  row {bad.row:,}: {field}{bad.reason}")
    if account.unreadable > _UNREADABLE_SHOWN:
        lines.append(f"  … and {account.unreadable - _UNREADABLE_SHOWN:,} more (--json has them).")
    return lines


def show(options: Namespace) -> int:
    """List a queue, kindest first, or count them all; hidden words stay hidden."""
    with asking.opened(options) as inbox:
        view = asking.view(inbox, options, options.search, options.queue)
        if options.queue is None and view == View(sort=view.sort):
            counts = inbox.counts()
            rows = [[box.value.replace("_", " "), counts.of(box)] for box in Box]
            output.say(asdict(counts), output.table(rows), as_json=options.json)
            return OK
        entries = inbox.page(view, limit=options.limit).entries
        total = inbox.count(view)
    severe = options.show_severe
    lines = [asking.line(entry, show_severe=severe) for entry in entries]
    lines.append(f"{len(entries):,} of {i18n.count(total, 'comment', 'comments')}.")
    shown = [asking.plain(entry, show_severe=severe) for entry in entries]
    output.say({"total": total, "comments": shown}, lines, as_json=options.json)
    return OK


def _selections(inbox: Inbox, options: Namespace) -> list[Selection]:
    if options.queue:
        return [Selection(view=View(box=asking.box(options.queue)))]
    if options.similar_to:
        key = asking.comment(inbox, options.similar_to)
        return [Selection(keys=similar(inbox, key).keys)]
    if options.rule:
        rule = Rule.of(saved(inbox, options.rule))
        return [Selection(keys=preview(inbox, rule).caught)]
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
    reason = options.reason or (BY_RULE + options.rule if options.rule else "")
    with asking.opened(options) as inbox:
        acts = [
            inbox.decide(action, chosen, reason, dry_run=options.dry_run)
            for chosen in _selections(inbox, options)
        ]
        settled = settle_blocked(inbox) if action is Action.BLOCK and not options.dry_run else ()
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
    output.say(answer, [sentence, *hint, *asking.act_lines(settled)], as_json=options.json)
    return OK


def hand_off(options: Namespace) -> int:
    """Write batches a platform accepts."""
    with asking.opened(options) as inbox:
        written = lists.write(inbox, Platform(options.platform), options.out)
    output.say(written.plain(), written.sentences(), as_json=options.json)
    return OK


def report(options: Namespace) -> int:
    """Write what was decided as evidence: PDF, CSV, JSON and their checksums."""
    from kindreel.handoff.evidence import Wanted, evidence  # noqa: PLC0415 - it loads Qt

    wanted = Wanted(show_words=options.show_words)
    with asking.opened(options) as inbox, output.progress("comments") as progress:
        made = evidence(inbox, options.out, wanted, progress)
    files = [str(path) for path in made.files]
    answer = {"files": files, "comments": made.comments, "pages": made.pages}
    what = i18n.count(made.comments, "comment", "comments")
    pages = i18n.count(made.pages, "page", "pages")
    output.say(answer, [f"{what} on {pages}:", *files], as_json=options.json)
    return OK
