import re

import pytest

from kindreel.comments import alternatives

PHRASES = r"""
kill\ (yo)?ur\ ?self\b | (neck|hang)\ it\b | (very\ )?(bad|evil)\ idea
| (?<=^\ )se\ mata\b | a?gain\ [xy] | (i'?ll|we\ (will|shall))\ (go|come)[ ]
  home
"""
TEXTS = [
    "go kill yourself",
    "kill ur self now",
    "neck it, hang it",
    "a very bad idea, an evil idea",
    " se mata",
    "vai se mata",
    "again x gain y",
    "ill go home, we shall come home, i'll come home",
    "nothing of the sort",
]


@pytest.mark.parametrize("text", TEXTS)
def test_rearranged_phrases_find_the_same(text: str):
    plain = re.compile(rf"\b(?:{PHRASES})", re.VERBOSE)
    quick = alternatives.compiled(PHRASES)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
