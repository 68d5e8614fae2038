"""Records out of JSON files of any size, some at a time, without holding the file.

The standard library's own scanner reads each value; only the brackets around the wanted list are
walked here, so a file streams at the scanner's full speed and whole numbers keep all digits. An
importer may bring a quicker decoder for whole records; what that refuses is for the scanner.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from msgspec import MsgspecError

_CHUNK = 1 << 18
_MOST = 1 << 27
_SPACE = re.compile(r"[ \t\n\r\ufeff]*")
_NEXT_RECORD = re.compile(r"\}\s*,\s*(?=\{)")
_ONE_BY_ONE = 200
_ENDS = 50
"""So many closing braces are looked at, from the end, for one between two records."""
_scan = json.JSONDecoder(strict=False).raw_decode

Decode = Callable[[str], list[Any]]
"""A JSON list → its members, in a form of the caller's; a MsgspecError when any does not fit."""


class BrokenJson(ValueError):  # noqa: N818 - a condition the walker meets, shown as a row's reason
    """The text is no JSON at this place."""


class Broken(str):
    """Why a record of the list could not be read; stands in its place."""

    __slots__ = ()


class Walker:
    """Walks one JSON text; keeps only the part it is looking at."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._ended = False
        self._one_by_one = 0
        self.read_so_far = 0

    def _more(self, size: int = _CHUNK) -> bool:
        """Read on; False at the end of the file."""
        if self._ended:
            return False
        piece = self._file.read(size)
        self.read_so_far += len(piece)
        self._ended = not piece
        self._text = self._text[self._at :] + piece
        self._at = 0
        return not self._ended

    def peek(self) -> str:
        """The next character that is no space, "" at the end; it is not consumed."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, expected: str) -> bool:
        """Consume the next character if it is the expected one."""
        if self.peek() != expected:
            return False
        self._at += 1
        return True

    def value(self) -> Any:
        """The whole next value; BrokenJson when there is none."""
        self.peek()
        size = _CHUNK
        while True:
            try:
                value, end = _scan(self._text, self._at)
            except RecursionError:
                raise BrokenJson("nested too deeply") from None
            except ValueError as error:
                size = min(max(size, len(self._text) - self._at), _MOST)
                if len(self._text) - self._at > _MOST or not self._more(size):
                    raise BrokenJson(_reason(error)) from None
                continue
            if end == len(self._text) and not isinstance(value, str | dict | list) and self._more():
                continue  # a number or word may go on in the next piece
            self._at = end
            return value

    def end(self) -> None:
        """BrokenJson when anything follows."""
        if self.peek() not in {"", "\x00"}:
            raise BrokenJson("something follows after the end of it")

    def several(self, decode: Decode | None) -> list[Any]:
        """All records that are whole in the text at hand, scanned in one go; [] when unsure.

        A cut in the middle of a string or of a nested list is no JSON; the next few records are
        then for `value`, one by one.
        """
        if self._one_by_one:
            self._one_by_one -= 1
            return []
        end = _last_record(self._text, self._at)
        if end <= self._at:
            return []
        values = _listed(f"[{self._text[self._at : end]}]", decode)
        if values:
            self._at = end
        else:
            self._one_by_one = _ONE_BY_ONE
        return values

    def key(self) -> str:
        """The next key of an object and its colon."""
        name = self.value()
        if not isinstance(name, str) or not self.take(":"):
            raise BrokenJson("a key is missing")
        return name

    def skip_to_next_record(self) -> bool:
        """Leave a broken record for the next one that looks whole."""
        self._at += 1
        while True:
            found = _NEXT_RECORD.search(self._text, self._at)
            if found:
                self._at = found.end()
                return True
            self._at = max(self._at, len(self._text) - 64)
            if not self._more():
                self._text, self._at = "", 0
                return False


def _last_record(text: str, start: int) -> int:
    """Where the last record ends that another one follows, 0 when none is near the end."""
    end = len(text)
    for _ in range(_ENDS):
        end = text.rfind("}", start, end)
        if end < 0:
            return 0
        if _NEXT_RECORD.match(text, end):
            return end + 1
    return 0


def _listed(text: str, decode: Decode | None) -> list[Any]:
    """The members of a list, [] when it is no JSON."""
    for way in (decode, _scan_list):
        try:
            if way:
                return way(text)
        except (ValueError, RecursionError, MsgspecError):
            pass
    return []


def _scan_list(text: str) -> list[Any]:
    values, end = _scan(text, 0)
    return list(values) if end == len(text) else []


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError) and error.pos < len(error.doc):
        return f"no valid JSON ({error.msg.lower()})"
    return "the file ends in the middle of it"


Path = tuple[str, ...]
ITEMS = "[]"
"""The step of a path that means: each member of a list."""


def _elements(walker: Walker, decode: Decode | None) -> Iterator[list[Any]]:
    """The members of the list that comes next; a Broken in place of each that is none."""
    if not walker.take("["):
        raise BrokenJson("no list")
    if walker.take("]"):
        return
    while True:
        try:
            yield walker.several(decode) or [walker.value()]
        except BrokenJson as broken:
            yield [Broken(str(broken))]
            if not walker.skip_to_next_record():
                return
            continue
        if walker.take(","):
            if walker.take("]"):
                return
            continue
        if not walker.take("]"):
            ended = not walker.peek()
            yield [
                Broken("the file ends in the middle of it" if ended else "the list is not closed")
            ]
            if not walker.skip_to_next_record():
                return
            continue
        return


def members(walker: Walker) -> Iterator[str]:
    """The keys of the object that comes next; the caller takes each value before going on."""
    if not walker.take("{"):
        raise BrokenJson("no object")
    if walker.take("}"):
        return
    while True:
        yield walker.key()
        if not walker.take(","):
            if not walker.take("}"):
                raise BrokenJson("an object is not closed")
            return
        if walker.peek() == "}":
            walker.take("}")
            return


def records(walker: Walker, path: Path, beside: dict[str, Any]) -> Iterator[Any]:
    """The members of the list at `path`; small values met on the way go into `beside`.

    path: keys and ITEMS, such as ("data", "comments", ITEMS). A Broken stands for each member
    that is no JSON, and one for the whole when the way there is broken.
    """
    for block in blocks(walker, path, beside, None):
        yield from block


def blocks(
    walker: Walker, path: Path, beside: dict[str, Any], decode: Decode | None
) -> Iterator[list[Any]]:
    """The same, some at a time; the members of one block were all decoded, or none of them."""
    try:
        yield from _walk(walker, path, beside, decode)
        walker.end()
    except BrokenJson as broken:
        yield [Broken(str(broken))]


def _walk(
    walker: Walker, path: Path, beside: dict[str, Any], decode: Decode | None
) -> Iterator[list[Any]]:
    if not path:
        yield [walker.value()]
        return
    step, rest = path[0], path[1:]
    if step == ITEMS:
        if walker.peek() != "[":
            walker.value()  # null, or something else where the list should be
        elif rest:
            yield from _each(walker, rest, beside, decode)
        else:
            yield from _elements(walker, decode)
        return
    if walker.peek() != "{":
        walker.value()
        return
    for key in members(walker):
        if key == step:
            yield from _walk(walker, rest, beside, decode)
        else:
            value = walker.value()
            if not isinstance(value, list):
                beside[key] = value


def _each(
    walker: Walker, rest: Path, beside: dict[str, Any], decode: Decode | None
) -> Iterator[list[Any]]:
    walker.take("[")
    if walker.take("]"):
        return
    while True:
        yield from _walk(walker, rest, beside, decode)
        if walker.take("]"):
            return
        if not walker.take(","):
            raise BrokenJson("the list is not closed")


def lines(file: TextIO) -> Iterator[Any]:
    """One value for each line that is not empty; a Broken for a line that is no JSON."""
    for line in file:
        text = line.strip(" \t\r\n\ufeff\x1e,")
        if not text:
            continue
        try:
            yield json.loads(text, strict=False)
        except RecursionError:
            yield Broken("nested too deeply")
        except ValueError as error:
            yield Broken(_reason(error))
