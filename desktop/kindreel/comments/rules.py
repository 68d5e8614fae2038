"""A person's own rules: what they would catch, whom they would hit wrongly, and applying them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice

import regex

from kindreel.comments.folded import folded
from kindreel.errors import InvalidValueError
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Label, Platform, Queue
from kindreel.model.triage import BY_RULE, Act, Box, CommentKey, Entry, Selection, State, View
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.book import StoredRule

PATTERN_TIME_S = 0.05
"""A pattern that takes longer on one comment is given up for it."""
MOST_GIVEN_UP = 20
"""A pattern that was given up so often is tried no more: a few seconds, whatever the inbox."""
_BATCH = 2_000
_SHOWN = 50
_WAITING = (Box.SEVERE, Box.UNKIND, Box.UNSURE, Box.NEUTRAL, Box.KIND, Box.SPAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What to do with comments that hold one of the words, or match, or score so high.

    words: whole words or phrases, found in any disguise. pattern: a regular expression on the
    original text. author: one on the handle or name. least: (label, likelihood) pairs, each enough.
    With `author` given, the comment must be theirs and, if more is asked, match that too.
    on_new: whether it decides about comments as they arrive, too.
    """

    name: str
    action: Action = Action.DELETE
    words: tuple[str, ...] = ()
    pattern: str = ""
    author: str = ""
    least: tuple[tuple[Label, float], ...] = ()
    on_new: bool = True

    def plain(self) -> str:
        """The rule as text for keeping."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, stored: StoredRule) -> Rule:
        """The rule that was kept."""
        body = json.loads(stored.body)
        return cls(
            name=stored.name,
            action=Action(body["action"]),
            words=tuple(body["words"]),
            pattern=body["pattern"],
            author=body["author"],
            least=tuple((Label(label), float(least)) for label, least in body["least"]),
            on_new=bool(body.get("on_new", True)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a rule would have caught.

    kind, allowed: those among them it would hit wrongly: kind comments, and people on the
    allow-list, whom it does not touch. given_up: comments its pattern took too long on.
    """

    caught: tuple[CommentKey, ...]
    kind: tuple[CommentKey, ...]
    allowed: tuple[CommentKey, ...]
    given_up: int
    samples: tuple[Entry, ...]


class Matcher:
    """A rule made ready; InvalidValueError when it asks nothing or its pattern is none."""

    def __init__(self, rule: Rule) -> None:
        if not (rule.words or rule.pattern or rule.author or rule.least):
            raise InvalidValueError("This rule asks for nothing, so it would match everything.")
        self._rule = rule
        self._words = [f" {word} " for word in folded(rule.words) if word]
        self._pattern = _compiled(rule.pattern)
        self._author = _compiled(rule.author)
        self.given_up = 0

    def matching(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those of the comments that the rule means."""
        texts = folded([e.comment.text for e in entries]) if self._words else [""] * len(entries)
        return [e for e, text in zip(entries, texts, strict=True) if self._means(e, text)]

    def _means(self, entry: Entry, text: str) -> bool:
        if self._author is not None:
            author = entry.comment.author
            if not (
                self._found(self._author, author.handle) or self._found(self._author, author.name)
            ):
                return False
            if not (self._words or self._pattern or self._rule.least):
                return True
        return (
            any(word in f" {text} " for word in self._words)
            or any(entry.score.of(label) >= least for label, least in self._rule.least)
            or (self._pattern is not None and self._found(self._pattern, entry.comment.text))
        )

    def _found(self, pattern: regex.Pattern[str], text: str) -> bool:
        if self.given_up >= MOST_GIVEN_UP:
            self.given_up += 1
            return False
        try:
            return pattern.search(text, timeout=PATTERN_TIME_S) is not None
        except TimeoutError:
            self.given_up += 1
            return False


def _compiled(pattern: str) -> regex.Pattern[str] | None:
    if not pattern:
        return None
    try:
        return regex.compile(pattern, regex.IGNORECASE)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        raise InvalidValueError(
            f"“{pattern[:_SHOWN]}” is no pattern: {error}.", "Correct it, or use words."
        ) from error


def preview(inbox: Inbox, rule: Rule, progress: Progress = silent) -> Preview:
    """What the rule would catch of all that waits, before anybody saves it."""
    matcher, allowed = Matcher(rule), inbox.book.allowed()
    caught: list[Entry] = []
    total, done = inbox.counts().all, 0
    for batch in _batches(inbox):
        progress(done, total, "Trying the rule")
        caught += matcher.matching(batch)
        done += len(batch)
    return Preview(
        caught=_keys(e for e in caught if e.author_key not in allowed),
        kind=_keys(e for e in caught if e.queue is Queue.KIND or e.marked),
        allowed=_keys(e for e in caught if e.author_key in allowed),
        given_up=matcher.given_up,
        samples=tuple(caught[:_SHOWN]),
    )


def _batches(inbox: Inbox) -> Iterable[list[Entry]]:
    for box in _WAITING:
        entries = inbox.each(View(box=box))
        while batch := list(islice(entries, _BATCH)):
            yield batch


def _keys(entries: Iterable[Entry]) -> tuple[CommentKey, ...]:
    return tuple(entry.key for entry in entries)


def apply(inbox: Inbox, rule: Rule, progress: Progress = silent) -> Act:
    """Let the rule decide about all that waits, as one act; allowed people are left out."""
    found = preview(inbox, rule, progress)
    return inbox.decide(rule.action, Selection(keys=found.caught), BY_RULE + rule.name)


def apply_to(
    inbox: Inbox, rules: Sequence[Rule], keys: Sequence[CommentKey], progress: Progress = silent
) -> tuple[Act, ...]:
    """Let rules decide about some comments, such as those of an import; the first that fits does.

    What is decided already, the creator's own comments and allowed people are left alone.
    """
    matchers = [Matcher(rule) for rule in rules]
    allowed = inbox.book.allowed()
    caught: list[list[CommentKey]] = [[] for _ in rules]
    for at in range(0, len(keys) if rules else 0, _BATCH):
        progress(at, len(keys), "Applying your rules")
        open_ = [
            e
            for e in inbox.entries(keys[at : at + _BATCH])
            if e.state is State.WAITING and not e.comment.own and e.author_key not in allowed
        ]
        for matcher, found in zip(matchers, caught, strict=True):
            new = _keys(matcher.matching(open_))
            found.extend(new)
            open_ = [e for e in open_ if e.key not in set(new)]
    return tuple(
        inbox.decide(rule.action, Selection(keys=tuple(found)), BY_RULE + rule.name)
        for rule, found in zip(rules, caught, strict=True)
        if found
    )


def platform_list(words: Iterable[str], platform: Platform) -> str:
    """The words as the platform's own filter takes them when pasted."""
    unique = list(dict.fromkeys(word.strip() for word in words if word.strip()))
    return ("\n" if platform is Platform.TIKTOK else ", ").join(unique)
