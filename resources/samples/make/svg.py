"""A small SVG writer that keeps to what Qt's SVG Tiny reader draws: paths, gradients, opacity."""

from __future__ import annotations

from pathlib import Path

Stop = tuple[float, str] | tuple[float, str, float]


class Picture:
    """A picture that grows from the back to the front; coordinates are those of its view box."""

    def __init__(self, left: float, top: float, width: float, height: float) -> None:
        self.box = (left, top, width, height)
        self._defs: list[str] = []
        self._parts: list[str] = []

    def _stops(self, stops: tuple[Stop, ...]) -> str:
        made = []
        for at, colour, *opacity in stops:
            see = f' stop-opacity="{opacity[0]}"' if opacity else ""
            made.append(f'<stop offset="{at}" stop-color="{colour}"{see}/>')
        return "".join(made)

    def linear(self, x1: float, y1: float, x2: float, y2: float, *stops: Stop) -> str:
        """A paint that runs from one point to the other."""
        name = f"g{len(self._defs)}"
        self._defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" '
            f'x2="{x2}" y2="{y2}">{self._stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def radial(self, x: float, y: float, radius: float, *stops: Stop) -> str:
        """A paint that runs outwards from a point."""
        name = f"g{len(self._defs)}"
        self._defs.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" '
            f'r="{radius}" fx="{x}" fy="{y}">{self._stops(stops)}</radialGradient>'
        )
        return f"url(#{name})"

    def path(self, d: str, fill: str = "none", opacity: float = 1.0, more: str = "") -> None:
        """A filled form."""
        see = "" if opacity == 1 else f' opacity="{opacity}"'
        self._parts.append(f'<path d="{d}" fill="{fill}"{see}{more}/>')

    def line(self, d: str, colour: str, width: float, opacity: float = 1.0) -> None:
        """A stroke with round ends."""
        self.path(
            d,
            opacity=opacity,
            more=f' stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
            'stroke-linejoin="round"',
        )

    def inked(self, d: str, fill: str, colour: str, width: float) -> None:
        """A filled form with an outline."""
        self.path(
            d,
            fill,
            more=f' stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
            'stroke-linejoin="round"',
        )

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0
    ) -> None:
        """An ellipse about a point."""
        see = "" if opacity == 1 else f' opacity="{opacity}"'
        self._parts.append(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}"{see}/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> None:
        """A filled circle."""
        self.oval(x, y, radius, radius, fill, opacity)

    def box_of(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        radius: float = 0,
        opacity: float = 1.0,
    ) -> None:
        """A rectangle, its corners rounded by `radius`."""
        see = "" if opacity == 1 else f' opacity="{opacity}"'
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius}" '
            f'fill="{fill}"{see}/>'
        )

    def open(self, transform: str = "", opacity: float = 1.0) -> None:
        """Begin a group that is moved or faded as one."""
        see = "" if opacity == 1 else f' opacity="{opacity}"'
        self._parts.append(f'<g transform="{transform}"{see}>' if transform else f"<g{see}>")

    def close(self) -> None:
        """End the last group begun."""
        self._parts.append("</g>")

    def text(self) -> str:
        """The whole file."""
        left, top, width, height = self.box
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" '
            f'width="{width}" height="{height}">'
        )
        defs = f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""
        return "\n".join([head, defs, *self._parts, "</svg>\n"])

    def save(self, path: Path) -> None:
        """Write the file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(), encoding="utf-8")


def mix(one: str, other: str, share: float) -> str:
    """A colour `share` of the way from one to the other."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def mirror(d: str) -> str:
    """An absolute path of M, L, C, Q and Z turned over about x = 0."""
    turned, is_x = [], True
    for token in d.replace(",", " ").split():
        if token.isalpha():
            turned.append(token)
            is_x = True
        else:
            turned.append(f"{-float(token):g}" if is_x else token)
            is_x = not is_x
    return " ".join(turned)


def heart(x: float, y: float, s: float) -> str:
    """A heart about a point, roughly `2 * s` wide."""

    def at(px: float, py: float) -> str:
        return f"{x + px * s:.1f} {y + py * s:.1f}"

    return (
        f"M {at(0, 0.92)} C {at(-0.5, 0.52)} {at(-1.03, 0.16)} {at(-1.0, -0.34)} "
        f"C {at(-0.98, -0.9)} {at(-0.26, -1.0)} {at(0, -0.42)} "
        f"C {at(0.26, -1.0)} {at(0.98, -0.9)} {at(1.0, -0.34)} "
        f"C {at(1.03, 0.16)} {at(0.5, 0.52)} {at(0, 0.92)} Z"
    )
