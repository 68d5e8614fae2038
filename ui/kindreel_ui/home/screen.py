"""The Home screen: what one works on, what one can start, and the comments, kind ones first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

from kindreel.i18n import count, duration, tr
from kindreel.model.triage import Box, Counts, Entry
from kindreel_ui import kit
from kindreel_ui.home.cards import CommentsCard, ImportCard, QuoteCard, SampleCard
from kindreel_ui.home.exports import ExportsSheet
from kindreel_ui.home.offers import Offer, offers, picture_of_sample, picture_of_template
from kindreel_ui.home.summaries import Facts, Summary, summarise
from kindreel_ui.home.tiles import BlankTile, Tile, TileGrid
from kindreel_ui.home.words import ago, greeting, welcome
from kindreel_ui.runner import Newest
from kindreel_ui.screens import ImportFiles, Intent, Screen, ShowBox, Tools

_RECENT = 10
_SIDE = 328


class HomeScreen(Screen):
    """Greets, shows recent projects and templates, and the state of the inbox."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._counting = Newest(tools.runner)
        self._counts = Counts()
        self._drafts = 0
        self._hello = kit.Label("", "display")
        self._line = kit.Label("", "body", tone="text2")
        self._recent = TileGrid(168, 21, one_row=True)
        self._none = kit.EmptyState(
            "board",
            tr("Every story starts with one frame"),
            tr("Your projects will be here. Start with a blank board or a template below."),
        )
        self._templates = TileGrid(120, 14)
        self._comments = CommentsCard()
        self._import = ImportCard()
        self._sample = SampleCard()
        self._quote = QuoteCard()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        open_it = kit.Button(tr("Open…"), step="lg", icon="folder-open")
        open_it.clicked.connect(self._tools.projects.ask_open)
        new = kit.Button(tr("New storyboard"), "primary", step="lg", icon="plus-bold")
        new.clicked.connect(self._tools.projects.new_blank)
        head = kit.row(kit.column(self._hello, self._line, gap=2), None, open_it, new)
        start = kit.row(
            kit.Label(tr("Start from a template"), "heading"),
            kit.Label(tr("Each one ends with a creator reveal"), "caption"),
            None,
            gap=12,
        )
        left = kit.column(
            kit.Label(tr("Recent"), "heading"),
            self._recent,
            self._none,
            24,
            start,
            self._templates,
            None,
            gap=10,
        )
        cards = (self._comments, self._import, self._sample, self._quote)
        side = kit.Box(kit.column(*cards, None, gap=16))
        side.setFixedWidth(_SIDE)
        body = kit.row(gap=36)
        body.addLayout(left, 1)
        body.addWidget(side)
        whole = kit.Box(kit.column(head, body, gap=38, margins=(36, 46, 36, 20)))
        self.setLayout(kit.column(kit.Scroll(whole)))

    def _connect(self) -> None:
        tools = self._tools
        tools.inbox.changed.connect(self._read_inbox)
        tools.preferences.changed.connect(self._prefer)
        tools.session.saved.connect(self._read_recent)
        self._comments.kind_asked.connect(lambda: tools.go("comments", ShowBox(Box.KIND)))
        self._comments.triage_asked.connect(lambda: tools.go("comments", ShowBox(Box.TO_REVIEW)))
        self._import.help_asked.connect(lambda: ExportsSheet(self).open())
        self._sample.opened.connect(tools.projects.open_sample)
        self._import.given.connect(lambda files: tools.go("comments", ImportFiles(files)))

    def arrive(self, _intent: Intent | None) -> None:
        """Read again what may have changed meanwhile."""
        self._greet()
        self._read_recent()
        self._read_inbox()
        self._show_templates()

    def _greet(self) -> None:
        name = self._tools.preferences.value.name
        self._hello.setText(greeting(datetime.now().astimezone(), name))
        self._line.setText(welcome(self._drafts, self._counts.kind))

    def _prefer(self) -> None:
        self._greet()
        self._read_recent()

    # Recent projects ----------------------------------------------------------------------------

    def _read_recent(self) -> None:
        folders = [Path(path) for path in self._tools.preferences.value.recent[:_RECENT]]
        self._drafts = len(folders)
        self._recent.setVisible(bool(folders))
        self._none.setVisible(not folders)
        self._recent.set_tiles([self._recent_tile(folder) for folder in folders])
        self._greet()

    def _recent_tile(self, folder: Path) -> Tile:
        tile = ProjectTile(folder.stem)
        tile.clicked.connect(lambda: self._tools.projects.open(folder))
        task = self._tools.runner.free(lambda _progress: summarise(folder), keep_failure=True)
        task.finished.connect(tile.show_summary)
        task.failed.connect(tile.show_failure)
        return tile

    # Templates and the sample -------------------------------------------------------------------

    def _show_templates(self) -> None:
        if self._templates.tiles:
            return
        self._templates.set_tiles([self._blank_tile()])
        run = self._tools.runner.free
        run(lambda _progress: offers()).finished.connect(self._show_offers)
        run(lambda _progress: picture_of_sample()).finished.connect(self._show_sample)

    def _blank_tile(self) -> Tile:
        blank = BlankTile(tr("Blank board"), tr("9:16 · reveal ready"))
        blank.clicked.connect(self._tools.projects.new_blank)
        return blank

    def _show_offers(self, found: tuple[Offer, ...]) -> None:
        tiles = [self._offer_tile(offer) for offer in found]
        self._templates.set_tiles([self._blank_tile(), *tiles])

    def _offer_tile(self, offer: Offer) -> Tile:
        scenes = count(offer.panels, tr("scene"), tr("scenes"))
        tile = Tile(tr(offer.title), f"{scenes} · {duration(offer.seconds)}")
        tile.setToolTip(tr(offer.description))
        tile.clicked.connect(lambda: self._tools.projects.new_from(offer.name, tr(offer.title)))
        task = self._tools.runner.free(lambda _progress: picture_of_template(offer.name))
        task.finished.connect(tile.set_picture)
        return tile

    def _show_sample(self, found: tuple[Facts, QImage]) -> None:
        facts, picture = found
        self._sample.show_length(facts.seconds)
        self._sample.set_picture(picture)

    # Comments -----------------------------------------------------------------------------------

    def _read_inbox(self) -> None:
        door = self._tools.inbox

        def read(_progress: object) -> tuple[Counts, Entry | None]:
            inbox = door.open()
            short = (e for e in inbox.kind_wall(30) if 20 <= len(e.comment.text) <= 90)
            return inbox.counts(), next(short, None)

        task = self._counting.free(read)
        task.finished.connect(self._show_inbox)

    def _show_inbox(self, found: tuple[Counts, Entry | None]) -> None:
        self._counts, entry = found
        self._comments.show_counts(self._counts)
        self._quote.show_entry(entry)
        self._greet()


class ProjectTile(Tile):
    """The tile of a recent project, filled once it has been read."""

    def show_summary(self, summary: Summary) -> None:
        """Say and show what was found."""
        facts = summary.facts
        now = datetime.now().astimezone()
        edited = tr("Edited {when}").format(when=ago(summary.changed_at.astimezone(), now))
        scenes = count(facts.scenes, tr("scene"), tr("scenes"))
        badge = tr("Draft")
        if facts.open_points:
            badge = count(facts.open_points, tr("check open"), tr("checks open"))
        self.set_words(f"{edited} · {scenes}", badge=badge, length=duration(facts.seconds))
        self.set_picture(summary.picture)

    def show_failure(self, _error: Exception) -> None:
        """Say that it cannot be read; opening it tells why."""
        self.set_words(tr("Cannot be read"))


def build(tools: Tools) -> Screen:
    """The Home screen."""
    return HomeScreen(tools)


__all__ = ["build"]
