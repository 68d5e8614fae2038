"""What ffmpeg's last words mean, as a sentence a creator understands."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Meaning:
    """pattern: found in ffmpeg's words; its first group, if any, fills the sentence."""

    pattern: re.Pattern[str]
    sentence: str
    advice: str


def _meaning(pattern: str, sentence: str, advice: str) -> _Meaning:
    return _Meaning(re.compile(pattern, re.IGNORECASE), sentence, advice)


_MEANINGS = (
    _meaning(
        r"no space left on device|disk quota exceeded|error code: -28\b",
        "There is no room left on the disk.",
        "Your project is saved. Free some space or choose another folder.",
    ),
    _meaning(
        r"file too large",
        "The disk cannot hold a file of this size.",
        "Your project is saved. Choose another disk or a shorter range.",
    ),
    _meaning(
        r"read-only file system",
        "The folder is on a disk that cannot be written to.",
        "Your project is saved. Choose another folder.",
    ),
    _meaning(
        r"permission denied|operation not permitted|access is denied",
        "Kindreel may not write there.",
        "Your project is saved. Choose another folder.",
    ),
    _meaning(
        r"unknown encoder '?([\w-]+)|(?:automatic encoder selection failed)",
        "This ffmpeg cannot write that kind of file{0}.",
        "Unset KINDREEL_FFMPEG to use the one that ships with Kindreel.",
    ),
    _meaning(
        r"unrecognized option '?([\w-]+)|no such filter: '?([\w-]+)|unknown decoder '?([\w-]+)",
        "This ffmpeg is too old or was built without something Kindreel needs{0}.",
        "Unset KINDREEL_FFMPEG to use the one that ships with Kindreel.",
    ),
    _meaning(
        r"cannot allocate memory|out of memory",
        "There is not enough memory.",
        "Your project is saved. Close other programs, or export a shorter range.",
    ),
    _meaning(
        r"moov atom not found|invalid data found when processing input|could not find codec"
        r"|failed to read frame size|error opening input.*invalid",
        "A sound or clip is damaged or of no kind that can be read.",
        "Replace it, or save it again in another program.",
    ),
    _meaning(
        r"does not contain any stream|matches no streams|output file does not contain",
        "A file holds no picture or sound that can be read.",
        "Replace it with another one.",
    ),
    _meaning(
        r"no such file or directory",
        "A file or folder is no longer where it was.",
        "Your project is saved. Put it back, or choose another one.",
    ),
    _meaning(
        r"input/output error|device or resource busy|stale file handle",
        "The disk stopped answering.",
        "Your project is saved. Check the disk and try again.",
    ),
)

_DETAIL_LINES = 12


def explain(stderr: str, code: int) -> tuple[str, str, str]:
    """Sentence, advice and details of a failed run.

    stderr: ffmpeg's last words. code: how it ended; negative is the signal that ended it.
    """
    details = "\n".join(stderr.splitlines()[-_DETAIL_LINES:])
    for meaning in _MEANINGS:
        found = meaning.pattern.search(stderr)
        if found:
            name = next((group for group in found.groups() if group), "")
            return meaning.sentence.format(f" ({name})" if name else ""), meaning.advice, details
    if code < 0:
        return (
            "The system stopped ffmpeg in the middle of its work.",
            "Your project is saved. If memory is short, close other programs and try again.",
            f"signal {-code}\n{details}",
        )
    return (
        "ffmpeg could not finish its work.",
        "Your project is saved. Try again; the report has ffmpeg's own words.",
        details,
    )
