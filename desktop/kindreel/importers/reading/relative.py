"""“2 months ago” in the languages the platforms write it in."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_UNITS = {
    timedelta(
        seconds=1
    ): "s sec secs second seconds seg segundo segundos detik dtk sekunde sekunden seconde secondes",
    timedelta(minutes=1): "m min mins minute minutes minuto minutos menit mnt minuto minuten",
    timedelta(hours=1): "h hr hrs hour hours hora horas jam oras stunde stunden std heure heures",
    timedelta(days=1): "d day days día días dia dias hari araw tag tage tagen jour jours j",
    timedelta(
        weeks=1
    ): "w wk wks week weeks sem semana semanas minggu mgg linggo woche wochen semaine semaines",
    timedelta(
        days=30.44
    ): "mo mos mon month months mes meses mês bulan bln buwan monat monate monaten mois",
    timedelta(
        days=365.25
    ): "y yr yrs year years año años ano anos a tahun thn taon jahr jahre jahren an ans",
}
_LENGTH = {word: length for length, words in _UNITS.items() for word in words.split()}
_LENGTH |= {
    "秒": timedelta(seconds=1), "分": timedelta(minutes=1), "分钟": timedelta(minutes=1),
    "时": timedelta(hours=1), "小时": timedelta(hours=1), "時間": timedelta(hours=1),
    "天": timedelta(days=1), "日": timedelta(days=1), "周": timedelta(weeks=1),
    "週間": timedelta(weeks=1), "个月": timedelta(days=30.44), "か月": timedelta(days=30.44),
    "月": timedelta(days=30.44), "年": timedelta(days=365.25),
}  # fmt: skip
_WORDS_FOR_NOW = {
    "now",
    "just now",
    "ahora",
    "agora",
    "baru saja",
    "ngayon",
    "à l’instant",
    "gerade eben",
}
_WORDS_FOR_YESTERDAY = {"yesterday", "ayer", "ontem", "kemarin", "kahapon", "hier", "gestern"}
_ONE = {
    "a",
    "an",
    "one",
    "un",
    "una",
    "um",
    "uma",
    "eine",
    "einer",
    "einem",
    "einen",
    "une",
    "isang",
    "se",
}
_EDITED = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_PHRASE = re.compile(
    r"(?:hace|há|ha|vor|il y a|about|circa|≈|~)?\s*"
    r"(\d{1,4}|[^\W\d]{1,6})\s*(?:na\s+)?([^\W\d]+)\.?"
    r"\s*(?:ago|atrás|atras|yang lalu|lalu|ang nakalipas|nakalipas|前)?$"
)


def ago(plain: str, anchor: datetime) -> datetime | None:
    """The moment a casefolded phrase means, counted back from the anchor; None for other texts."""
    phrase = _EDITED.sub("", plain).strip()
    if phrase in _WORDS_FOR_NOW:
        return anchor
    if phrase in _WORDS_FOR_YESTERDAY:
        return anchor - timedelta(days=1)
    found = _PHRASE.match(phrase)
    if found is None:
        return None
    amount, unit = found.group(1), found.group(2)
    length = _LENGTH.get(unit) or _LENGTH.get(unit.removesuffix("前"))
    if length is None or not (amount.isdecimal() or amount in _ONE):
        return None
    number = int(amount) if amount.isdecimal() else 1
    try:
        return anchor - number * length
    except OverflowError:
        return None
