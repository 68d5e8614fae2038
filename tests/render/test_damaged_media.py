"""Files that are cut off or garbled give a picture or a placeholder, never a crash or a hang."""

from __future__ import annotations

import random
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import process_time
from zlib import crc32

import cv2
import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image
from psd_tools import PSDImage

from kindreel.errors import MediaError
from kindreel.export.decode import decode
from kindreel.export.listening import levels
from kindreel.model.ids import LayerId, MediaId
from kindreel.model.layers import ClipLayer, ImageLayer, Layer
from kindreel.render.frame import Stage
from kindreel.render.layered import import_layers, merged
from stage_examples import at, project, scene

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60"><defs>'
    b'<linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs>'
    b'<rect width="90" height="60" fill="url(#g)"/><path d="M3 4C5 6 7 8 9 9Z"/></svg>'
)
CASES = 14
SLOW_S = 8.0


def picture() -> np.ndarray:
    return np.random.default_rng(3).integers(0, 255, (60, 90, 3), np.uint8)


def media(*words: str, ending: str, folder: Path) -> bytes:
    path = folder / f"whole{ending}"
    command = [get_ffmpeg_exe(), "-v", "error", "-y", "-f", "lavfi", "-i", *words, str(path)]
    subprocess.run(command, check=True)
    return path.read_bytes()


def layered(ending: str, folder: Path) -> bytes:
    path = folder / f"whole{ending}"
    if ending == ".psd":
        made = PSDImage.new("RGB", (90, 60))
        made.create_pixel_layer(Image.fromarray(picture()), name="a")
        made.save(path)
        return path.read_bytes()
    png = cv2.imencode(".png", picture())[1].tobytes()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "stack.xml", '<image w="90" h="60"><stack><layer src="a.png"/></stack></image>'
        )
        packed.writestr("a.png", png)
        packed.writestr("mergedimage.png", png)
    return path.read_bytes()


STILLS = (".png", ".jpg", ".webp", ".gif", ".bmp", ".tiff", ".heic", ".svg")
CLIPS = {
    ".mp4": "testsrc2=s=96x64:r=30:d=1",
    ".mov": "testsrc2=s=96x64:r=30:d=1",
    ".webm": "testsrc2=s=96x64:r=30:d=1",
    ".gif": "testsrc2=s=96x64:r=10:d=1",
}
SOUNDS = (".wav", ".mp3", ".m4a", ".ogg", ".flac")


def damaged(whole: bytes, seed: int, cases: int = CASES) -> Iterator[bytes]:
    """Cut off at many places, and with bytes changed, taken out and put in."""
    draw = random.Random(seed)
    for number in range(cases):
        yield whole[: len(whole) * number // cases]
        garbled = bytearray(whole)
        for _ in range(draw.choice((1, 4, 40))):
            garbled[draw.randrange(len(garbled))] = draw.randrange(256)
        if number % 3 == 1:
            place = draw.randrange(len(garbled))
            del garbled[place : place + draw.randrange(1, 64)]
        if number % 3 == 2:
            garbled[draw.randrange(len(garbled)) :] = bytes(100)
        yield bytes(garbled)


def survives(folder: Path, name: str, data: bytes) -> None:
    """A frame comes out, and what is not shown has a sentence."""
    (folder / name).write_bytes(data)
    stage, one = Stage(lambda m: folder / m), MediaId(name)
    size, place = (900.0, 600.0), at(540, 960)
    still: Layer = ImageLayer(id=LayerId("i"), media=one, size=size, transform=place)
    clip: Layer = ClipLayer(id=LayerId("c"), media=(one,), size=size, transform=place)
    made = project(scene(still, clip))
    started = process_time()
    for frame in (0, 20, 3):
        pixels = stage.render(made, made.board(), frame, (54, 96))
        assert pixels.shape == (96, 54, 4)
        assert (pixels[..., 3] == 255).all()
    assert process_time() - started < SLOW_S
    assert all(name in problem for problem in stage.problems())


@pytest.mark.qt_log_ignore(".")
@pytest.mark.parametrize("ending", STILLS)
def test_pictures(tmp_path: Path, ending: str):
    if ending == ".heic":
        whole = (Path(__file__).parent / "photos" / "clear.heic").read_bytes()
    else:
        whole = SVG if ending == ".svg" else cv2.imencode(ending, picture())[1].tobytes()
    for number, data in enumerate(damaged(whole, 1)):
        survives(tmp_path, f"{number}{ending}", data)


@pytest.mark.slow
@pytest.mark.parametrize("ending", CLIPS)
def test_clips(tmp_path: Path, ending: str):
    whole = media(CLIPS[ending], "-pix_fmt", "yuv420p" if ending != ".gif" else "rgb8",
                  ending=ending, folder=tmp_path)  # fmt: skip
    for number, data in enumerate(damaged(whole, 2)):
        survives(tmp_path, f"{number}{ending}", data)


@pytest.mark.slow
@pytest.mark.parametrize("ending", SOUNDS)
def test_sounds(tmp_path: Path, ending: str):
    whole = media("sine=d=1", ending=ending, folder=tmp_path)
    for number, data in enumerate(damaged(whole, 3, 6)):
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(data)
        with suppress(MediaError):
            assert decode(path).shape[1] == 2
            assert levels(path)


@pytest.mark.parametrize("ending", [".psd", ".ora"])
def test_layered_pictures(tmp_path: Path, ending: str):
    whole = layered(ending, tmp_path)
    kept: list[bytes] = []

    def keep(data: bytes, _ending: str) -> MediaId:
        kept.append(data)
        return MediaId(f"{len(kept)}.png")

    for number, data in enumerate(damaged(whole, 4)):
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(data)
        for read in (lambda p: import_layers(p, (1080, 1920), keep), merged):
            started = process_time()
            with suppress(MediaError):
                read(path)
            assert process_time() - started < SLOW_S


def test_a_picture_that_claims_to_be_enormous_is_refused(tmp_path: Path):
    """A few bytes must not take all memory: 60,000 × 60,000 pixels would be 14 GB."""
    head = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big")
    chunk = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x06\x00\x00\x00"
    survives(tmp_path, "a.png", head + chunk + crc32(chunk).to_bytes(4, "big") + bytes(40))
    survives(
        tmp_path, "b.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9e9" height="9e9"/>'
    )
