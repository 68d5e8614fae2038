"""How quick the inbox is at a million comments, beside named references in the same run."""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

import ijson

from kindreel.comments import bench_files
from kindreel.comments.similar import similar
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Label
from kindreel.model.triage import Box, CommentKey, Selection, Sort, View
from kindreel.store.inbox import Inbox

ROWS = 1_000_000
JSON_BYTES_A_ROW = 300
"""A million comments stand beside a yt-dlp file of 300 MB."""
BULK = 100_000
_SHELL = """
CREATE TABLE c (cid TEXT PRIMARY KEY, text, author, channel, time, likes INT, video, parent);
CREATE INDEX by_channel ON c (channel);
CREATE INDEX by_video ON c (video);
CREATE INDEX by_time ON c (time);
CREATE INDEX by_likes ON c (likes);
.mode csv
.import --skip 1 '{file}' c
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value, the middle one of several runs; must and aim are upper limits.

    least, most: of the runs.
    """

    name: str
    value: float
    least: float
    most: float
    unit: str
    must: float
    aim: float
    told: str = ""

    def plain(self) -> dict[str, str | float]:
        """The figure as JSON takes it."""
        return {k: round(v, 3) if isinstance(v, float) else v for k, v in asdict(self).items()}

    def verdict(self) -> str:
        """Whether it is within its limits, in a word."""
        if self.value <= self.aim:
            return "aim met"
        return "met" if self.value <= self.must else "NOT MET"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one task took: seconds by the clock and of the processors, peak memory in MiB.

    On Windows nobody tells the processor time of children, nor the memory: those are 0.
    """

    wall_s: float
    cpu_s: float
    memory_mib: float


def measure(
    progress: Progress = silent, runs: int = 3, rows: int = ROWS, keep: Path | None = None
) -> list[Figure]:
    """All figures; each import is run in a process of its own, ours and the reference in turns.

    keep: a folder whose files are used when they are there, and left for the next time.
    """
    with tempfile.TemporaryDirectory(prefix="kindreel-bench-") as name:
        folder = keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        steps = iter(range(1, 100))

        def step(doing: str) -> None:
            progress(next(steps), 0, doing)

        step(f"Writing {rows:,} comments")
        files = _files(folder, rows)
        figures = [*_imports(files, runs, step)]
        step("Filling a scored inbox")
        path = files.table.with_suffix(".sqlite")
        if not path.exists():
            with Inbox(path) as inbox:
                inbox.import_file(files.table, scorer=bench_files.Dealt())
        size = path.stat().st_size / files.text_bytes
        figures.append(_figure("database size ÷ text", [size], "x", must=4, aim=3))
        with Inbox(path) as inbox:
            step("Opening pages")
            figures += [_pages(inbox), _similar(inbox)]
            step("Deciding in bulk")
            figures += _bulk(inbox, min(BULK, rows // 4), max(runs, 3))
    return figures


@dataclass(frozen=True, slots=True)
class _Files:
    """The files to import, and the bytes of the table's comments in UTF-8."""

    table: Path
    info: Path
    text_bytes: int


def _files(folder: Path, rows: int) -> _Files:
    table, info = folder / f"{rows}.csv", folder / f"{rows}.json"
    noted = folder / f"{rows}.bytes"
    if not noted.exists():
        text_bytes = bench_files.write_csv(table, rows)
        bench_files.write_info_json(info, rows * JSON_BYTES_A_ROW)
        noted.write_text(json.dumps(text_bytes))
    return _Files(table, info, json.loads(noted.read_text()))


def _figure(
    name: str, values: Sequence[float], unit: str, *, must: float, aim: float, told: str = ""
) -> Figure:
    return Figure(
        name=name, value=median(values), least=min(values), most=max(values), unit=unit,
        must=must, aim=aim, told=told,
    )  # fmt: skip


def _imports(files: _Files, runs: int, step: Callable[[str], None]) -> Iterator[Figure]:
    """Ours and the references, in turns."""
    ours, shell, ours_json, parsed = [], [], [], []
    for run in range(runs):
        step(f"Importing, run {run + 1} of {runs}")
        ours.append(_apart(_import, files.table))
        if shutil.which("sqlite3"):
            shell.append(_apart(_shell_import, files.table))
        ours_json.append(_apart(_import, files.info))
        parsed.append(_apart(_parse, files.info))
    if shell:
        yield _ratio("CSV import ÷ sqlite3 shell .import", ours, shell, must=4, aim=2)
    yield _ratio("yt-dlp import ÷ ijson alone", ours_json, parsed, must=3, aim=1.5)
    for name, costs in (("CSV", ours), ("yt-dlp", ours_json)):
        peaks = [cost.memory_mib for cost in costs]
        yield _figure(f"peak memory, {name} import", peaks, "MiB", must=400, aim=200)


def _ratio(name: str, ours: list[Cost], theirs: list[Cost], *, must: float, aim: float) -> Figure:
    """Ours ÷ theirs, run by run, in processor time where that is known."""
    known = all(cost.cpu_s for cost in theirs)
    pairs = list(zip(ours, theirs, strict=True))
    wall = [a.wall_s / b.wall_s for a, b in pairs]
    clock = f"{median(c.wall_s for c in ours):.1f} s ÷ {median(c.wall_s for c in theirs):.1f} s"
    cpu = f"{median(c.cpu_s for c in ours):.1f} s ÷ {median(c.cpu_s for c in theirs):.1f} s"
    told = f"by the clock: {clock}, {median(wall):.2f}x"
    if known:
        told = f"by processor time: {cpu}; {told}"
    values = [a.cpu_s / b.cpu_s for a, b in pairs] if known else wall
    return _figure(name, values, "x", must=must, aim=aim, told=told)


def _apart(task: Callable[[Path], None], file: Path) -> Cost:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_timed, task, file).result()


def _timed(task: Callable[[Path], None], file: Path) -> Cost:
    started, before = perf_counter(), os.times()
    task(file)
    wall_s, now = perf_counter() - started, os.times()
    cpu_s = sum(now[:4]) - sum(before[:4])
    return Cost(wall_s, cpu_s, _peak_mib())


def _peak_mib() -> float:
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return 0.0


def _import(file: Path) -> None:
    with (
        tempfile.TemporaryDirectory(dir=file.parent) as name,
        Inbox(Path(name) / "i.sqlite") as inbox,
    ):
        inbox.import_file(file)


def _shell_import(file: Path) -> None:
    """`sqlite3`'s own import, by a script; nothing of a stranger is in its words."""
    program = shutil.which("sqlite3")
    assert program is not None
    with tempfile.TemporaryDirectory(dir=file.parent) as name:
        script, made = Path(name) / "import.sql", Path(name) / "r.sqlite"
        script.write_text(_SHELL.format(file=file.as_posix()), "utf-8")
        status = os.spawnv(  # noqa: S606 - no shell is wanted
            os.P_WAIT, program, ["sqlite3", "-batch", "-init", str(script), str(made), ".exit"]
        )
        if status or not made.stat().st_size:
            raise RuntimeError("the sqlite3 shell could not import")


def _parse(file: Path) -> None:
    with file.open("rb") as stream:
        for _ in ijson.items(stream, "comments.item"):
            pass


def _pages(inbox: Inbox) -> Figure:
    """First pages of every box in every order, and of filters from rare to common."""
    wall, cpu = [], []
    for view in _views(inbox):
        started, before = perf_counter(), thread_time()
        inbox.page(view, limit=100)
        wall.append((perf_counter() - started) * 1000)
        cpu.append((thread_time() - before) * 1000)
    told = f"{len(wall)} views, the first {wall[0]:.1f}, middle {median(wall):.1f}; {_told(cpu)}"
    return _p95("first page, p95", wall, must=100, aim=30, told=told)


def _told(cpu: Sequence[float]) -> str:
    return f"p95 {quantiles(cpu, n=20)[-1]:.1f}, worst {max(cpu):.1f} ms of processor"


def _p95(name: str, took: Sequence[float], *, must: float, aim: float, told: str) -> Figure:
    return Figure(
        name=name, value=quantiles(took, n=20)[-1], least=min(took), most=max(took), unit="ms",
        must=must, aim=aim, told=told,
    )  # fmt: skip


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
    wall, cpu = [], []
    for _ in range(100):
        key = CommentKey(chance.randint(1, inbox.counts().all))
        started, before = perf_counter(), thread_time()
        similar(inbox, key)
        wall.append((perf_counter() - started) * 1000)
        cpu.append((thread_time() - before) * 1000)
    told = f"the first {wall[0]:.1f}, middle {median(wall):.1f}; {_told(cpu)}"
    return _p95("select all similar, p95", wall, must=100, aim=100, told=told)


def _bulk(inbox: Inbox, count: int, runs: int) -> Iterator[Figure]:
    view = View(box=Box.NEUTRAL)
    keys = inbox.ids(view)[:count]
    deleting, undoing, after = [], [], []
    for _ in range(runs):
        deleting.append(_spent(lambda: inbox.decide(Action.DELETE, Selection(keys=keys))))
        after.append(_spent(lambda: inbox.page(view)).wall_s * 1000)
        undoing.append(_spent(inbox.undo))
    told = f"the queue's first page after that: {median(after):.1f} ms"
    for name, took, more in (("delete", deleting, told), ("undo", undoing, "")):
        cpu = f"{median(c.cpu_s for c in took):.2f} s of processor; {more}".rstrip("; ")
        walls = [cost.wall_s for cost in took]
        yield _figure(f"bulk {name} of {len(keys):,}", walls, "s", must=2, aim=0.5, told=cpu)


def _spent(act: Callable[[], object]) -> Cost:
    started, before = perf_counter(), thread_time()
    act()
    return Cost(perf_counter() - started, thread_time() - before, 0)
