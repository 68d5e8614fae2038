"""The labels and languages in the order the model's numbers have."""

from __future__ import annotations

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
