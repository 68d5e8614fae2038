"""How quick the inbox is at a million comments, beside named references in the same run."""

from __future__ import annotations

import os
import random
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import ijson

from kindreel.comments import bench_files
from kindreel.comments.similar import similar
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Label
from kindreel.model.triage import Box, CommentKey, Selection, Sort, View
from kindreel.store.inbox import Inbox

ROWS = 1_000_000
JSON_BYTES = 300_000_000
BULK = 100_000
_SHELL = (
    "CREATE TABLE c (cid TEXT PRIMARY KEY, text, author, channel, time, likes INT, video, parent)",
    "CREATE INDEX by_channel ON c (channel)",
    "CREATE INDEX by_video ON c (video)",
    "CREATE INDEX by_time ON c (time)",
    "CREATE INDEX by_likes ON c (likes)",
    ".mode csv",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value; must and aim are upper limits."""

    name: str
    value: float
    unit: str
    must: float
    aim: float
    told: str = ""

    def plain(self) -> dict[str, str | float]:
        """The figure as JSON takes it."""
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "must": self.must,
            "aim": self.aim,
            "told": self.told,
        }


@dataclass(frozen=True, slots=True)
class Cost:
    """What one task took: seconds by the clock and of the processors, peak memory in MiB."""

    wall_s: float
    cpu_s: float
    memory_mib: float


def measure(
    progress: Progress = silent, runs: int = 3, rows: int = ROWS, json_bytes: int = JSON_BYTES
) -> list[Figure]:
    """All figures; each import is run in a process of its own, the middle one of `runs` counts."""
    with tempfile.TemporaryDirectory(prefix="kindreel-bench-") as name:
        folder = Path(name)
        steps = iter(range(1, 100))

        def step(doing: str) -> None:
            progress(next(steps), 0, doing)

        step("Writing a million comments")
        text_bytes = bench_files.write_csv(folder / "a.csv", rows)
        bench_files.write_info_json(folder / "a.json", json_bytes)
        figures = [*_imports(folder, runs, step)]
        step("Filling a scored inbox")
        path = folder / "scored.sqlite"
        with Inbox(path) as inbox:
            inbox.import_file(folder / "a.csv", scorer=bench_files.Dealt())
            step("Opening pages")
            figures += [_pages(inbox), _similar(inbox)]
            step("Deciding in bulk")
            figures += _bulk(inbox, min(BULK, rows // 4), runs)
        size = path.stat().st_size / text_bytes
        figures.append(Figure(name="database size ÷ text", value=size, unit="x", must=4, aim=3))
    return figures


def _imports(folder: Path, runs: int, step: Callable[[str], None]) -> Iterator[Figure]:
    """Ours and the references, in turns."""
    ours, shell, ours_json, parsed = [], [], [], []
    for run in range(runs):
        step(f"Importing, run {run + 1} of {runs}")
        ours.append(_apart(_import, folder / "a.csv"))
        if shutil.which("sqlite3"):
            shell.append(_apart(_shell_import, folder / "a.csv"))
        ours_json.append(_apart(_import, folder / "a.json"))
        parsed.append(_apart(_parse, folder / "a.json"))
    if shell:
        yield _ratio("CSV import ÷ sqlite3 shell .import", ours, shell, must=4, aim=2)
    yield _ratio("yt-dlp import ÷ ijson alone", ours_json, parsed, must=3, aim=1.5)
    memory = max(cost.memory_mib for cost in ours + ours_json)
    yield Figure(name="peak memory of an import", value=memory, unit="MiB", must=400, aim=200)


def _ratio(name: str, ours: list[Cost], theirs: list[Cost], *, must: float, aim: float) -> Figure:
    a, b = median(c.wall_s for c in ours), median(c.wall_s for c in theirs)
    cpu = median(c.cpu_s for c in ours) / median(c.cpu_s for c in theirs)
    told = f"{a:.1f} s ÷ {b:.1f} s; {cpu:.2f}x in processor time"
    return Figure(name=name, value=a / b, unit="x", must=must, aim=aim, told=told)


def _apart(task: Callable[[Path], None], file: Path) -> Cost:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_timed, task, file).result()


def _timed(task: Callable[[Path], None], file: Path) -> Cost:
    started = perf_counter()
    task(file)
    wall_s = perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF)
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime
    return Cost(wall_s, cpu_s, own.ru_maxrss / 1024)


def _import(file: Path) -> None:
    with (
        tempfile.TemporaryDirectory(dir=file.parent) as name,
        Inbox(Path(name) / "i.sqlite") as inbox,
    ):
        inbox.import_file(file)


def _shell_import(file: Path) -> None:
    """`sqlite3`'s own import; started without a shell, with nothing of a stranger in its words."""
    with tempfile.TemporaryDirectory(dir=file.parent) as name:
        words = ("sqlite3", f"{name}/r.sqlite", *_SHELL, f".import --skip 1 '{file}' c")
        number = os.posix_spawnp("sqlite3", words, os.environ)
        _, status = os.waitpid(number, 0)
        if status:
            raise RuntimeError("the sqlite3 shell could not import")


def _parse(file: Path) -> None:
    with file.open("rb") as stream:
        for _ in ijson.items(stream, "comments.item"):
            pass


def _pages(inbox: Inbox) -> Figure:
    """First pages of every box in every order, and of filters from rare to common."""
    took = []
    for view in _views(inbox):
        started = perf_counter()
        inbox.page(view, limit=100)
        took.append((perf_counter() - started) * 1000)
    worst = max(took)
    value = quantiles(took, n=20)[-1]
    told = f"{len(took)} views, middle {median(took):.1f} ms, worst {worst:.1f} ms"
    return Figure(name="first page, p95", value=value, unit="ms", must=100, aim=30, told=told)


def _views(inbox: Inbox) -> Iterator[View]:
    videos = inbox.videos()
    people = [p.key for p in inbox.figures.unkind_people(limit=3)]
    since = datetime(2026, 11, 15, tzinfo=UTC)
    for sort in Sort:
        for box in Box:
            yield View(box=box, sort=sort)
        for box in (Box.ALL, Box.TO_REVIEW, Box.KIND):
            for words in ("you", "thank you", "love*", "zq*", "you video thank", "nowhere at all"):
                yield View(box=box, sort=sort, words=words)
            for video in (videos[0], videos[len(videos) // 2], videos[-1]):
                yield View(box=box, sort=sort, video=video.key)
            for label in Label:
                yield View(box=box, sort=sort, label=label)
            yield from (View(box=box, sort=sort, author=person) for person in people)
            yield View(box=box, sort=sort, since=since)
            yield View(box=box, sort=sort, has_link=True)
            yield View(box=box, sort=sort, min_likes=10_000)
            yield View(box=box, sort=sort, words="you", video=videos[-1].key, label=Label.SPAM)


def _similar(inbox: Inbox) -> Figure:
    chance = random.Random(1)
    took = []
    for _ in range(40):
        key = CommentKey(chance.randint(1, inbox.counts().all))
        started = perf_counter()
        similar(inbox, key)
        took.append((perf_counter() - started) * 1000)
    value = quantiles(took, n=20)[-1]
    told = f"middle {median(took):.1f} ms, worst {max(took):.1f} ms"
    return Figure(
        name="select all similar, p95", value=value, unit="ms", must=100, aim=100, told=told
    )


def _bulk(inbox: Inbox, count: int, runs: int) -> Iterator[Figure]:
    keys = inbox.ids(View(box=Box.NEUTRAL))[:count]
    deleting, undoing = [], []
    for _ in range(runs):
        started = perf_counter()
        inbox.decide(Action.DELETE, Selection(keys=keys))
        between = perf_counter()
        inbox.undo()
        deleting.append(between - started)
        undoing.append(perf_counter() - between)
    for name, took in (("delete", deleting), ("undo", undoing)):
        yield Figure(
            name=f"bulk {name} of {len(keys):,}", value=median(took), unit="s", must=2, aim=0.5
        )
