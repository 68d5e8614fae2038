"""ffmpeg: found, asked and fed; the only place that starts another program."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import which
from threading import Thread
from types import TracebackType
from typing import IO, Self

import ffmpeg as graph
import imageio_ffmpeg

from kindreel.errors import ExportError
from kindreel.export.explain import explain

Option = str | int | float | list[str] | None
Options = Mapping[str, Option]
Frame = bytes | memoryview

_PIPE_SIZE = 1 << 20
_F_SETPIPE_SZ = 1031  # Linux only; Python 3.11 knows no name for it on every build
_KEPT_LINES = 400


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or "pipe:" for what is fed, with the options that stand before it.

    take: "v" or "a" for its picture or sound alone, empty for what ffmpeg chooses.
    """

    file: str
    options: Options = field(default_factory=dict)
    take: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """What a finished run gave back."""

    stdout: bytes
    stderr: str


def file(path: Path) -> str:
    """The path as ffmpeg takes it whatever is in its name."""
    return f"file:{path}"


@cache
def find() -> str:
    """The ffmpeg to use: KINDREEL_FFMPEG, the one that ships along, or the system's."""
    chosen = os.environ.get("KINDREEL_FFMPEG")
    if chosen:
        return chosen
    with contextlib.suppress(RuntimeError):
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    installed = which("ffmpeg")
    if installed:
        return installed
    raise ExportError(
        "Kindreel's video tool ffmpeg was not found.",
        "Your project is safe. Install ffmpeg, or set KINDREEL_FFMPEG to where it is.",
    )


def _stream(source: Input) -> graph.nodes.Stream:
    stream = graph.input(source.file, **source.options)
    return stream[source.take] if source.take else stream


def command(
    inputs: Sequence[Input], output: str, options: Options, joined_by: str = ""
) -> list[str]:
    """The words of one call that writes one output from some inputs.

    joined_by: a filter that makes one picture of all inputs.
    """
    streams = [_stream(i) for i in inputs]
    if joined_by:
        streams = [graph.filter(streams, joined_by)]
    # The graph library writes a repeated option as one; those are put in by hand.
    once = {name: v for name, v in options.items() if not isinstance(v, list)}
    often = [w for name, v in options.items() if isinstance(v, list) for w in _each(name, v)]
    words: list[str] = graph.output(*streams, output, **once).compile(cmd=find())
    first, *rest, last = words
    return [first, "-hide_banner", "-nostdin", "-nostats", "-y", *rest, *often, last]


def _each(name: str, values: list[str]) -> Iterator[str]:
    for value in values:
        yield from (f"-{name}", value)


def _widen(pipe: IO[bytes]) -> None:
    """Let the pipe hold a third of a frame, so that the two sides rarely wait on each other."""
    if sys.platform.startswith("linux"):
        import fcntl  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), _F_SETPIPE_SZ, _PIPE_SIZE)


def _quietly() -> int:
    """No console window flashing up on Windows."""
    return getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Process:
    """One running ffmpeg, fed frame by frame; leaving the block without finish() ends it.

    Its messages are read by a thread all the time, so it never blocks on them.
    """

    def __init__(self, words: Sequence[str], *, fed: bool = True, listened: bool = False) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a list of words, no shell
                words,
                stdin=subprocess.PIPE if fed else subprocess.DEVNULL,
                stdout=subprocess.PIPE if listened else subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                bufsize=0,
                creationflags=_quietly(),
            )
        except OSError as error:
            raise ExportError(
                "Kindreel's video tool ffmpeg could not be started.",
                "Your project is safe. Check KINDREEL_FFMPEG, or install Kindreel again.",
                str(error),
            ) from error
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._heard: list[bytes] = []
        self._readers = [Thread(target=self._drain, daemon=True)]
        if listened:
            self._readers.append(Thread(target=self._listen, daemon=True))
        for reader in self._readers:
            reader.start()
        if self._process.stdin is not None:
            _widen(self._process.stdin)

    def _drain(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._lines.append(line.decode("utf-8", "replace").rstrip())

    def _listen(self) -> None:
        assert self._process.stdout is not None
        self._heard.append(self._process.stdout.read())

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def write(self, frame: Frame) -> None:
        """Feed all of `frame`; ExportError tells why when ffmpeg has stopped listening."""
        assert self._process.stdin is not None
        rest = memoryview(frame).cast("B")
        try:
            while rest:
                rest = rest[self._process.stdin.write(rest) :]
        except (BrokenPipeError, OSError):
            self.finish()
            raise ExportError(*explain(self.stderr, 1)) from None

    @property
    def stderr(self) -> str:
        """The last lines ffmpeg has said."""
        return "\n".join(self._lines)

    def finish(self, tick: Callable[[], None] | None = None) -> Output:
        """Wait for the end of the work; ExportError explains a failure.

        tick: called ten times a second while waiting; what it raises ends the process.
        """
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._wait(tick)
        self._close()
        code = self._process.returncode
        if code:
            raise ExportError(*explain(self.stderr, code))
        return Output(b"".join(self._heard), self.stderr)

    def _wait(self, tick: Callable[[], None] | None) -> None:
        # A pipe that closes wakes its reader at once; wait(timeout) would look now and then.
        for reader in self._readers:
            while reader.is_alive():
                reader.join(None if tick is None else 0.1)
                if tick is not None and reader.is_alive():
                    tick()
        self._process.wait()

    def _close(self) -> None:
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def stop(self) -> None:
        """End the process now, whatever it was doing."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        for reader in self._readers:
            reader.join()
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def run(
    words: Sequence[str], feed: Frame | None = None, tick: Callable[[], None] | None = None
) -> Output:
    """One call from start to end; ExportError explains a failure.

    feed: what goes to its standard input. tick: see Process.finish.
    """
    with Process(words, fed=feed is not None, listened=True) as process:
        if feed is not None:
            process.write(feed)
        return process.finish(tick)


@cache
def encoders() -> frozenset[str]:
    """The names of all encoders this ffmpeg was built with."""
    listing = run([find(), "-hide_banner", "-encoders"]).stdout.decode("utf-8", "replace")
    rows = (line.split() for line in listing.splitlines())
    return frozenset(row[1] for row in rows if len(row) > 1 and len(row[0]) == 6)


@cache
def version() -> str:
    """The version of ffmpeg, such as “n9.0.2”."""
    first = run([find(), "-version"]).stdout.decode("utf-8", "replace").split("\n", 1)[0]
    words = first.split()
    return words[2] if len(words) > 2 else "unknown"
