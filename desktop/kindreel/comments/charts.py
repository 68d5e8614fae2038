"""Small charts as SVG text, drawn without any library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_WIDTH, _ROW, _LEFT, _RIGHT = 640, 22, 220, 60
_NAMESPACE = "http://www.w3.org/2000/svg"
_STYLE = "font-family:sans-serif;font-size:12px"
_INK, _BAR, _FAINT = "#23202b", "#7c5cff", "#d9d5e5"


def _page(height: int, title: str, body: Sequence[str]) -> str:
    return "\n".join(
        (
            f'<svg xmlns="{_NAMESPACE}" width="{_WIDTH}" height="{height}" style="{_STYLE}">',
            _box(0, 0, _WIDTH, height, "white"),
            f'<text x="12" y="22" font-weight="bold" fill="{_INK}">{escape(title)}</text>',
            *body,
            "</svg>\n",
        )
    )


def _box(left: float, top: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{left}" y="{top}" width="{width:.1f}" height="{height}" fill="{fill}"/>'


def bars(title: str, values: Sequence[tuple[str, float]]) -> str:
    """Horizontal bars for values from 0 to 1."""
    body = []
    room = _WIDTH - _LEFT - _RIGHT
    for index, (name, value) in enumerate(values):
        top = 36 + index * _ROW
        body += [
            f'<text x="12" y="{top + 14}" fill="{_INK}">{escape(name)}</text>',
            _box(_LEFT, top + 3, room, _ROW - 8, _FAINT),
            _box(_LEFT, top + 3, room * max(0.0, min(value, 1.0)), _ROW - 8, _BAR),
            f'<text x="{_WIDTH - _RIGHT + 8}" y="{top + 14}" fill="{_INK}">{value:.3f}</text>',
        ]
    return _page(48 + len(values) * _ROW, title, body)


def reliability(title: str, points: Sequence[tuple[float, float, int]]) -> str:
    """Likelihood against what came true; a dot's area grows with its count."""
    side, left, top = 300, 60, 40
    total = max(1, sum(count for _, _, count in points))
    body = [
        _box(left, top, side, side, "#f4f2fa"),
        f'<line x1="{left}" y1="{top + side}" x2="{left + side}" y2="{top}" stroke="{_FAINT}"/>',
        f'<text x="{left}" y="{top + side + 18}" fill="{_INK}">said: 0 to 1</text>',
        f'<text x="12" y="{top + side // 2}" fill="{_INK}">true</text>',
    ]
    body += [
        f'<circle cx="{left + said * side:.1f}" cy="{top + side - came * side:.1f}" '
        f'r="{3 + 14 * (count / total) ** 0.5:.1f}" fill="{_BAR}" fill-opacity="0.7"/>'
        for said, came, count in points
    ]
    return _page(top + side + 36, title, body)
