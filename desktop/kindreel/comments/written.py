"""Our own comments: lines written by hand, some with slots that multiply them.

A line of a .txt file under resources/training/<language>/ is

    labels text with {one|another} choice and a <slot>

Labels are letters, `-` for none: u unkind to a person, h unkind to a group, t threat, s sexual
harassment, x urging self-harm, p profanity, m spam, k kind; a star after them asks for many.
The file's first line names its theme and whether it is held back: `# theme: football; split:
train; weight: 2`; a weight says how much more these count than other lines of their kind. Slots
are lists in slots.txt beside the files: `<insult> = fool; clown; ...`.
"""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kindreel.comments.labels import LABEL_NAMES, LANGUAGES
from kindreel.errors import ImportFileError

VARIANTS = 12
"""How many different comments one line with slots may become."""

GROUP_VARIANTS = 12
"""The same for lines about groups: every group must meet every kind of sentence."""

MANY_VARIANTS = 60
"""The same for lines marked with a star, which carry a whole list of words."""

PLAIN_WEIGHT = {"en": 3.0, "es": 3.0, "pt": 1.5, "id": 3.0, "tl": 3.0}
"""How much a line without slots counts beside a comment of a public set."""

MULTIPLIED_SHARE = 0.9
"""What all multiplied comments of a language weigh together, measured by its plain lines."""

_CODES = {
    "u": ("unkind", "harassment"),
    "h": ("unkind", "hate"),
    "t": ("unkind", "threat"),
    "s": ("unkind", "sexual"),
    "x": ("unkind", "selfharm"),
    "p": ("profanity",),
    "m": ("spam",),
    "k": ("kind",),
}
_HEADER = re.compile(r"# theme: ([^;]+); split: (train|dev)(?:; weight: ([\d.]+))?")
_CHOICE = re.compile(r"\{([^{}]*)\}|<(\w+)>")

Slots = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Written:
    """One comment of ours; line: the one it was made from, as file:number."""

    text: str
    labels: tuple[float, ...]
    language: str
    theme: str
    line: str
    dev: bool
    weight: float


def read_all(folder: Path) -> list[Written]:
    """All our comments, language after language, equal texts once."""
    seen: dict[tuple[str, str], Written] = {}
    for language in LANGUAGES:
        place = folder / language
        if not place.is_dir():
            continue
        slots = _read_slots(place / "slots.txt")
        for path in sorted(place.glob("*.txt")):
            if path.name != "slots.txt":
                for comment in _read_file(path, language, slots):
                    seen.setdefault((language, comment.text), comment)
    return [weighed for language in LANGUAGES for weighed in _weighed(seen.values(), language)]


def _weighed(comments: Iterable[Written], language: str) -> list[Written]:
    """The comments of a language; those learned from weigh so that plain lines lead."""
    mine = [c for c in comments if c.language == language]
    made = Counter(c.line for c in mine)
    plain = sum(c.weight for c in mine if made[c.line] == 1 and not c.dev)
    multiplied = sum(c.weight for c in mine if made[c.line] > 1 and not c.dev)
    one = PLAIN_WEIGHT[language]
    many = MULTIPLIED_SHARE * one * plain / multiplied if plain and multiplied else 1.0
    return [
        c if c.dev else replace(c, weight=c.weight * (one if made[c.line] == 1 else many))
        for c in mine
    ]


def _read_slots(path: Path) -> Slots:
    slots: Slots = {}
    for line in path.read_text("utf-8").splitlines() if path.is_file() else []:
        name, equals, values = line.partition(" = ")
        if equals:
            slots[name.strip("<>")] = [v.strip() for v in values.split(";") if v.strip()]
    return slots


def _read_file(path: Path, language: str, slots: Slots) -> Iterator[Written]:
    lines = path.read_text("utf-8").splitlines()
    header = _HEADER.match(lines[0]) if lines else None
    if header is None:
        raise ImportFileError(f"{path.name} does not begin with its theme and split.")
    for number, line in enumerate(lines[1:], 2):
        codes, _, pattern = line.partition(" ")
        if not pattern or line.startswith("#"):
            continue
        where = f"{language}/{path.name}:{number}"
        labels = _labels(codes, where)
        for text in expand(pattern, slots, where, many="*" in codes):
            yield Written(
                text, labels, language, header[1], where, header[2] == "dev", float(header[3] or 1)
            )


def _labels(codes: str, where: str) -> tuple[float, ...]:
    names: set[str] = set()
    for code in codes.strip("-*"):
        if code not in _CODES:
            raise ImportFileError(f"{where} has the unknown label {code}.")
        names.update(_CODES[code])
    return tuple(float(name in names) for name in LABEL_NAMES)


def expand(pattern: str, slots: Slots, where: str, *, many: bool = False) -> list[str]:
    """Different comments one line becomes; always the same ones."""
    most = GROUP_VARIANTS if "<group" in pattern else VARIANTS
    wanted = min(_count(pattern, slots, where), MANY_VARIANTS if many else most)
    draw = random.Random(zlib.crc32(pattern.encode()))
    found: dict[str, None] = {}
    for _ in range(wanted * 4):
        found.setdefault(_fill(pattern, slots, draw))
        if len(found) == wanted:
            break
    return list(found)


def _options(match: re.Match[str], slots: Slots, where: str = "") -> list[str]:
    if match[2] is None:
        return match[1].split("|")
    if match[2] not in slots:
        raise ImportFileError(f"{where} uses the unknown slot {match[2]}.")
    return slots[match[2]]


def _count(pattern: str, slots: Slots, where: str) -> int:
    count = 1
    for match in _CHOICE.finditer(pattern):
        count *= len(_options(match, slots, where))
    return count


def _fill(pattern: str, slots: Slots, draw: random.Random) -> str:
    while _CHOICE.search(pattern):
        pattern = _CHOICE.sub(lambda m: draw.choice(_options(m, slots)), pattern, count=1)
    return re.sub(r"  +", " ", pattern).strip()
