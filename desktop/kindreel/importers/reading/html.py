"""The words of a comment that a platform gave as a piece of HTML."""

from __future__ import annotations

import re
from html import unescape

_SIGNS = re.compile(r"<br\s*/?>|<a\s[^>]*href=|</?[bis]>|&#39;|&quot;|&amp;|&lt;|&gt;")
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"</?(?:a|b|i|s|strong|em|span)(?:\s[^<>]*)?>")


def plain_text(text: str) -> str:
    """The text without tags and entities; as it is when it shows no sign of HTML."""
    if ("<" not in text and "&" not in text) or not _SIGNS.search(text):
        return text
    return unescape(_TAG.sub("", _BREAK.sub("\n", text)))
