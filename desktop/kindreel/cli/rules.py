"""`rules`: tried before they are saved, and applied to what waits or comes in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from kindreel import i18n
from kindreel.cli import OK, asking, output
from kindreel.comments import rules as engine
from kindreel.comments.rules import Preview, Rule
from kindreel.errors import InvalidValueError, NotFoundError
from kindreel.model.comment import Label
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.book import StoredRule

_SHOWN = 10


def rules(options: Namespace) -> int:
    """Carry out one of the verbs."""
    verbs: dict[str, Callable[[Inbox, Namespace], None]] = {
        "list": _list,
        "try": _try,
        "save": _save,
        "apply": _apply,
        "remove": _remove,
        "words": _words,
    }
    with asking.opened(options) as inbox:
        verbs[options.verb](inbox, options)
    return OK


def _asked(options: Namespace) -> Rule:
    """The rule that the options spell out."""
    return Rule(
        name=options.name,
        action=options.action,
        words=tuple(word.strip() for word in options.words.split(",") if word.strip()),
        pattern=options.pattern,
        author=options.by,
        least=tuple(_least(text) for text in options.at_least),
        on_new=not options.only_when_asked,
    )


def _least(text: str) -> tuple[Label, float]:
    name, _, least = text.partition("=")
    try:
        return Label(name.strip()), float(least)
    except ValueError:
        raise InvalidValueError(
            f"“{text}” is no label and likelihood.",
            f"Write LABEL=0.8; a label is one of {', '.join(Label)}.",
        ) from None


def saved(inbox: Inbox, name: str) -> StoredRule:
    """The saved rule of that name; NotFoundError when there is none."""
    for stored in inbox.book.rules():
        if stored.name == name:
            return stored
    raise NotFoundError(f"There is no rule called “{name}”.", "“kindreel rules” lists them.")


def _list(inbox: Inbox, options: Namespace) -> None:
    own = [Rule.of(stored) for stored in inbox.book.rules()]
    lines = [asking.one_line(f"{rule.name}: {_told(rule)}") for rule in own]
    answer = {"rules": [_plain(rule) for rule in own]}
    output.say(answer, lines or ["There are no rules yet."], as_json=options.json)


def _told(rule: Rule) -> str:
    asks = [f"words {', '.join(rule.words)}"] if rule.words else []
    asks += [f"pattern {rule.pattern}"] if rule.pattern else []
    asks += [f"author {rule.author}"] if rule.author else []
    asks += [f"{label.value} from {least:g} on" for label, least in rule.least]
    when = "as comments come in" if rule.on_new else "only when asked"
    return f"{rule.action.value} {when}; {'; '.join(asks)}"


def _plain(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "action": rule.action.value,
        "words": rule.words,
        "pattern": rule.pattern,
        "author": rule.author,
        "least": {label.value: least for label, least in rule.least},
        "on_new": rule.on_new,
    }


def _tried(inbox: Inbox, rule: Rule, options: Namespace) -> Preview:
    with output.progress("comments") as progress:
        told = engine.preview(inbox, rule, progress)
    caught = i18n.count(len(told.caught), "comment", "comments")
    lines = [f"It would {rule.action.value} {caught} that wait."]
    if told.kind:
        lines.append(f"{len(told.kind):,} of them are kind: it may hit people wrongly.")
    if told.allowed:
        lines.append(f"{len(told.allowed):,} more are by people on your list, whom it spares.")
    if told.given_up:
        lines.append(f"Its pattern took too long on {told.given_up:,} comments; make it simpler.")
    lines += [asking.line(entry) for entry in told.samples[:_SHOWN]]
    answer = {
        "rule": _plain(rule),
        "caught": len(told.caught),
        "kind": len(told.kind),
        "allowed": len(told.allowed),
        "given_up": told.given_up,
    }
    output.say(answer, lines, as_json=options.json)
    return told


def _try(inbox: Inbox, options: Namespace) -> None:
    spelt = options.words or options.pattern or options.by or options.at_least
    rule = _asked(options) if spelt else Rule.of(saved(inbox, options.name))
    _tried(inbox, rule, options)


def _save(inbox: Inbox, options: Namespace) -> None:
    """Show what the rule would catch, then keep it, in place of one of the same name."""
    if not options.name:
        raise InvalidValueError("A rule to be saved needs a name.", "Nothing was saved.")
    rule = _asked(options)
    _tried(inbox, rule, options)
    same = [stored.key for stored in inbox.book.rules() if stored.name == rule.name]
    inbox.book.save_rule(rule.name, rule.plain(), same[0] if same else None)


def _apply(inbox: Inbox, options: Namespace) -> None:
    rule = Rule.of(saved(inbox, options.name))
    with output.progress("comments") as progress:
        act = engine.apply(inbox, rule, progress)
    what = i18n.count(act.changed, "comment is", "comments are")
    hint = ["“kindreel undo” takes it back."] if act.changed else []
    line = f"{what} marked by the rule “{rule.name}”: {rule.action.value}."
    output.say({"changed": act.changed, "act": act.id}, [line, *hint], as_json=options.json)


def _remove(inbox: Inbox, options: Namespace) -> None:
    stored = saved(inbox, options.name)
    inbox.book.remove_rule(stored.key)
    line = f"“{stored.name}” is gone; what it decided stays decided."
    output.say({"removed": stored.name}, [line], as_json=options.json)


def _words(inbox: Inbox, options: Namespace) -> None:
    """The words as the platform's own filter takes them when pasted."""
    rule = Rule.of(saved(inbox, options.name))
    text = engine.platform_list(rule.words, options.platform)
    output.say({"platform": options.platform.value, "words": text}, [text], as_json=options.json)
