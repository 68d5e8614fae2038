"""The labels and languages in the order the model's numbers have."""

from __future__ import annotations

import numpy as np

from kindreel.model.comment import Label

LABELS = tuple(Label)
LABEL_NAMES = tuple(label.value for label in LABELS)
LANGUAGES = ("en", "es", "pt", "id", "tl")

ATTACKS = (Label.HARASSMENT, Label.HATE, Label.THREAT, Label.SEXUAL, Label.SELFHARM)
"""Labels that make a comment unkind."""

UNKIND_LABELS = (
    Label.UNKIND,
    Label.HARASSMENT,
    Label.HATE,
    Label.THREAT,
    Label.SEXUAL,
    Label.SELFHARM,
    Label.PROFANITY,
)
"""Labels that one sentence is enough for: friendly words around it take nothing back."""

COLUMN = {label: column for column, label in enumerate(LABELS)}

EXPERTS = (("en",), ("es", "pt"), ("id", "tl"))
"""Languages near to each other: each of these families has an expert of its own for unkind."""

_MORE = len(LABELS) + len(LANGUAGES)
_UNKIND = (COLUMN[Label.UNKIND], *range(_MORE, _MORE + len(EXPERTS) - 1))
COLUMNS = {label: (COLUMN[label],) for label in LABELS} | {Label.UNKIND: _UNKIND}
"""All columns of a label: unkind has one for each family, the first at the label's place."""

EXPERT = np.array(
    [
        next(column for column, family in zip(_UNKIND, EXPERTS, strict=True) if name in family)
        for name in LANGUAGES
    ]
)
"""For each language the column of unkind that answers for it."""
