"""The one door to the inbox file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kindreel.errors import DocumentError, NotFoundError
from kindreel.importers.reading.mapping import Mapping
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Batch, BatchStatus, Platform
from kindreel.model.triage import (
    Act,
    AuthorKey,
    Box,
    CommentKey,
    Counts,
    Cursor,
    Entry,
    ImportAccount,
    Page,
    Rescored,
    Selection,
    Sort,
    Video,
    View,
)
from kindreel.store.inbox import (
    acts,
    handover,
    importing,
    indexing,
    listing,
    pages,
    scoring,
    tallies,
    upkeep,
)
from kindreel.store.inbox.arrivals import Arrivals
from kindreel.store.inbox.book import Book
from kindreel.store.inbox.database import Database, raw
from kindreel.store.inbox.figures import Figures
from kindreel.store.inbox.keeping import Keeping
from kindreel.store.inbox.search import Search
from kindreel.store.inbox.teaching import Teaching
from kindreel.store.inbox.verdicts import Scorer


class Inbox:
    """An open inbox; safe to use from several threads, reading goes on while an import writes.

    figures: counts for charts. book: rules, allowed people, mappings, monthly counts.
    arrivals: what came since the rules looked last, and why a comment is where it is.
    keeping: how long comments are kept. teaching: what decisions say about single comments.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        with suppress(DocumentError):  # a full disk: lists are right without, only slower
            indexing.catch_up(self._database)
        self._search = Search()
        self.path = path
        self.figures = Figures(self._database)
        self.book = Book(self._database)
        self.arrivals = Arrivals(self._database)
        self.keeping = Keeping(self._database)
        self.teaching = Teaching(self._database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything was committed when it was done."""
        self._database.close()

    def import_file(
        self,
        path: Path,
        kind: str | None = None,
        mapping: Mapping | None = None,
        scorer: Scorer | None = None,
        progress: Progress = silent,
    ) -> ImportAccount:
        """Store a file's comments and account for each row; scored at once with a scorer.

        A cancel or a kill leaves whole committed rows; importing the file again completes it.
        """
        return importing.import_file(self._database, path, kind, mapping, scorer, progress)

    def score_pending(self, scorer: Scorer, progress: Progress = silent) -> Rescored:
        """Score what has no score of this model, and tell what came of it."""
        return scoring.score_pending(self._database, scorer, progress)

    def counts(self) -> Counts:
        """How many comments each box holds."""
        with self._database.read() as connection:
            return tallies.counts(raw(connection))

    def page(self, view: View, after: Cursor | None = None, limit: int = 100) -> Page:
        """Up to `limit` comments of a view, from after the cursor on."""
        with self._database.read() as connection:
            return pages.page(raw(connection), self._search, view, after, limit)

    def count(self, view: View) -> int:
        """How many comments a view shows."""
        with self._database.read() as connection:
            return listing.count(raw(connection), self._search, view)

    def ids(self, view: View) -> tuple[CommentKey, ...]:
        """The keys of all comments of a view, in its order."""
        with self._database.read() as connection:
            found = listing.every_key(raw(connection), self._search, view)
        return tuple(CommentKey(key) for key in found)

    def each(self, view: View, size: int = 2_000) -> Iterator[Entry]:
        """Every comment of a view, one page in memory at a time."""
        after: Cursor | None = None
        while True:
            page = self.page(view, after, size)
            yield from page.entries
            after = page.after
            if after is None:
                return

    def sharing(self, key: CommentKey, words: Sequence[str], limit: int) -> list[pages.Said]:
        """Other comments in which at least two of these words occur, or the only one."""
        with self._database.read() as connection:
            return pages.sharing(raw(connection), key, words, limit)

    def comment(self, key: CommentKey) -> Entry:
        """One comment; NotFoundError when it is not there."""
        with self._database.read() as connection:
            found = pages.entries(raw(connection), [key])
        if not found:
            raise NotFoundError("This comment is no longer in the inbox.")
        return found[0]

    def entries(self, keys: Sequence[CommentKey]) -> tuple[Entry, ...]:
        """The comments of these keys, in their order."""
        with self._database.read() as connection:
            return pages.entries(raw(connection), keys)

    def keys(self, ids: Iterable[str]) -> tuple[CommentKey, ...]:
        """The keys of comments by the platforms' own ids; unknown ids are left out."""
        with self._database.read() as connection:
            found = raw(connection).execute(
                "SELECT key FROM comments WHERE id IN (SELECT value FROM json_each(?)) "
                "ORDER BY key",
                (json.dumps(list(ids)),),
            )
            return tuple(CommentKey(key) for (key,) in found)

    def author_keys(self, name: str) -> tuple[AuthorKey, ...]:
        """The people with this id, @handle or display name."""
        bare = name.strip().removeprefix("@")
        with self._database.read() as connection:
            found = raw(connection).execute(
                "SELECT key FROM authors WHERE key > 0 AND "
                "(identity IN (:bare, '@' || :folded, '~' || :bare) "
                "OR handle = :bare COLLATE NOCASE OR name = :bare)",
                {"bare": bare, "folded": bare.casefold()},
            )
            return tuple(AuthorKey(key) for (key,) in found)

    def author_history(self, author: AuthorKey, limit: int = 500) -> tuple[Entry, ...]:
        """The person's comments, newest first."""
        with self._database.read() as connection:
            return pages.author_history(raw(connection), author, limit)

    def videos(self) -> tuple[Video, ...]:
        """The videos that have comments, most comments first."""
        with self._database.read() as connection:
            return pages.videos(raw(connection))

    def kind_wall(self, limit: int = 30) -> tuple[Entry, ...]:
        """The kindest comments."""
        return self.page(View(box=Box.KIND, sort=Sort.KINDEST), limit=limit).entries

    def decide(
        self, action: Action, selection: Selection, reason: str = "", *, dry_run: bool = False
    ) -> Act:
        """Decide about all selected comments as one act; a dry run only tells how many."""
        with self._database.write(roomy=True) as connection:
            return acts.decide(raw(connection), action, selection, reason, dry_run=dry_run)

    def undo(self) -> Act | None:
        """Take back the latest act, None when there is none."""
        with self._database.write(roomy=True) as connection:
            return acts.undo(raw(connection))

    def redo(self) -> Act | None:
        """Do again what was undone last, None when there is nothing."""
        with self._database.write(roomy=True) as connection:
            return acts.redo(raw(connection))

    def turns(self) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to redo."""
        with self._database.read() as connection:
            return acts.turns(raw(connection))

    def acts(self, limit: int = 100) -> tuple[Act, ...]:
        """The ledger's acts, newest first."""
        with self._database.read() as connection:
            return acts.latest(raw(connection), limit)

    def batches(self, platform: Platform) -> tuple[Batch, ...]:
        """What is to be done on a platform, in batches of its size, finished ones among them."""
        with self._database.read() as connection:
            return handover.batches(raw(connection), platform)

    def open_decisions(self) -> int:
        """How many decisions wait to be handed over, on all platforms."""
        with self._database.read() as connection:
            return handover.open_decisions(raw(connection))

    def mark_batch(
        self, batch: Batch, status: BatchStatus, keys: Sequence[int] | None = None
    ) -> None:
        """Note how far a batch, or some comments of it, are; PENDING opens it again."""
        with self._database.write() as connection:
            handover.mark(raw(connection), batch, status, keys)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in sentences; nothing when it is sound."""
        with self._database.write() as connection:
            return upkeep.check(raw(connection))

    def repair(self) -> tuple[str, ...]:
        """Mend what can be counted and indexed anew; give back what is wrong still."""
        with self._database.write() as connection:
            upkeep.repair(raw(connection))
        return self.check()

    def purge(self) -> None:
        """Take out every comment, person and decision, and give the space back."""
        with self._database.write() as connection:
            upkeep.empty(raw(connection))
        self._database.compact()
