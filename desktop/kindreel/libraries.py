"""Names the system package behind a shared library that is missing."""

from __future__ import annotations

import re

from kindreel.errors import KindreelError

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXrandr.so.2": "libxrandr2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libpulse-mainloop-glib.so.0": "libpulse-mainloop-glib0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def explained(error: ImportError) -> KindreelError | None:
    """The sentence for a shared library that could not be loaded; None for other import errors."""
    found = re.search(r"(lib[\w.+-]+\.so(?:\.\d+)*)", str(error))
    if found is None:
        return None
    library = found.group(1)
    package = _PACKAGES.get(library)
    how = f"On Debian or Ubuntu: apt-get install {package}." if package else "Install it."
    return KindreelError(
        f"A part of your system that Kindreel paints with is missing: {library}.",
        f"Your files were not touched. {how} Then start again.",
        str(error),
    )
