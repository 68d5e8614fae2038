"""Any file may be odd, damaged or missing; a frame always comes out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image

from kindreel.model.ids import LayerId, MediaId
from kindreel.model.layers import ClipLayer, ImageLayer
from kindreel.render import heic
from kindreel.render.clips import Clip
from kindreel.render.frame import Stage
from kindreel.render.raster import Pixels
from kindreel.render.sources import Sources
from stage_examples import at, project, scene

PHOTOS = Path(__file__).parent / "photos"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" width="4" height="2">'
    b'<rect width="4" height="2" fill="#00FF00"/></svg>'
)


def halves(width: int = 40, height: int = 20) -> np.ndarray:
    """Left red, right blue."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, : width // 2] = (0, 0, 255)
    picture[:, width // 2 :] = (255, 0, 0)
    return picture


def encoded(ending: str) -> bytes:
    if ending == ".svg":
        return SVG
    done, data = cv2.imencode(ending, halves())
    assert done
    return data.tobytes()


def frame_with(folder: Path, name: str, size: tuple[float, float] = (800.0, 400.0)) -> Stage:
    stage = Stage(lambda media: folder / media)
    layer = ImageLayer(id=LayerId("i"), media=MediaId(name), size=size, transform=at(540, 960))
    made = project(scene(layer))
    frame = stage.render(made, made.board(), 0, (108, 192))
    assert (frame[..., 3] == 255).all()
    return stage


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".gif", ".bmp", ".tiff"])
def test_pictures_of_all_kinds_are_read(tmp_path: Path, ending: str):
    (tmp_path / f"a{ending}").write_bytes(encoded(ending))
    pixels = Sources(lambda m: tmp_path / m).still(MediaId(f"a{ending}"))
    assert pixels is not None
    assert pixels.shape == (20, 40, 4)
    assert pixels[10, 5, 2] > 200
    assert pixels[10, 5, 0] < 60
    assert frame_with(tmp_path, f"a{ending}").problems() == ()


def test_vectors_are_drawn_at_the_size_asked_for(tmp_path: Path):
    (tmp_path / "a.svg").write_bytes(SVG)
    sources = Sources(lambda m: tmp_path / m)
    assert sources.natural_size(MediaId("a.svg")) == (4, 2)
    pixels = sources.still(MediaId("a.svg"), (400.0, 200.0))
    assert pixels is not None
    assert pixels.shape == (200, 400, 4)
    assert tuple(pixels[100, 200]) == (0, 255, 0, 255)


def test_a_photo_is_turned_as_its_camera_says(tmp_path: Path):
    done, data = cv2.imencode(".jpg", halves(), [cv2.IMWRITE_JPEG_QUALITY, 95])
    assert done
    tiff = (
        b"MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
        + bytes(4)
    )
    exif = b"Exif\x00\x00" + tiff
    head = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    (tmp_path / "a.jpg").write_bytes(head + data.tobytes()[2:])
    pixels = Sources(lambda m: tmp_path / m).still(MediaId("a.jpg"))
    assert pixels is not None
    assert pixels.shape == (40, 20, 4)
    assert pixels[5, 10, 2] > 200


def test_a_deep_picture_is_read(tmp_path: Path):
    cv2.imwrite(str(tmp_path / "a.png"), np.full((8, 8, 3), 40000, np.uint16))
    pixels = Sources(lambda m: tmp_path / m).still(MediaId("a.png"))
    assert pixels is not None
    assert abs(int(pixels[4, 4, 0]) - 156) <= 1


def test_a_picture_for_print_keeps_its_colours(tmp_path: Path):
    inks = Image.fromarray(halves()[..., ::-1]).convert("CMYK")
    inks.save(tmp_path / "a.jpg", quality=95)
    pixels = Sources(lambda m: tmp_path / m).still(MediaId("a.jpg"))
    assert pixels is not None
    left, right = pixels[10, 5].astype(int), pixels[10, 34].astype(int)
    assert np.abs(left - (0, 0, 255, 255)).max() <= 12
    assert np.abs(right - (255, 0, 0, 255)).max() <= 12


def test_a_deep_picture_that_is_see_through_is_read(tmp_path: Path):
    deep = np.full((8, 8, 4), 65535, np.uint16)
    deep[..., 3] = 32768
    cv2.imwrite(str(tmp_path / "a.png"), deep)
    pixels = Sources(lambda m: tmp_path / m).still(MediaId("a.png"))
    assert pixels is not None
    assert np.abs(pixels[4, 4].astype(int) - 128).max() <= 1


@pytest.mark.parametrize("name", ["halves", "turned", "clear"])
def test_a_telephone_s_photo_is_read(name: str):
    """The photos were made with pillow-heif: left red and right blue, 160×96."""
    sources = Sources(lambda m: PHOTOS / m)
    pixels = sources.still(MediaId(f"{name}.heic"))
    assert pixels is not None
    assert sources.problems == {}
    assert pixels.shape == ((160, 96, 4) if name == "turned" else (96, 160, 4))
    first, last = pixels[8, 8].astype(int), pixels[-8, -8].astype(int)
    assert np.abs(last - (255, 0, 0, 255)).max() <= 3
    wanted = (0, 0, 0, 0) if name == "clear" else (0, 0, 255, 255)
    assert np.abs(first - wanted).max() <= 3


def test_a_telephone_s_photo_is_copied_before_its_memory_is_given_back():
    data = (PHOTOS / "halves.heic").read_bytes()
    for size in range(60):
        pixels = heic.decode(data)
        np.full((96, 160, 4 + size % 5), 255, np.uint8)  # takes what was given back
        assert pixels is not None
        assert np.abs(pixels[-8, -8].astype(int) - (255, 0, 0, 255)).max() <= 3


def test_a_huge_picture_is_made_smaller(tmp_path: Path):
    cv2.imwrite(str(tmp_path / "a.jpg"), np.zeros((600, 9000, 3), np.uint8))
    pixels = Sources(lambda m: tmp_path / m).still(MediaId("a.jpg"))
    assert pixels is not None
    assert max(pixels.shape) == 4096


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".gif", ".svg", ".mp4"])
def test_damaged_files_become_a_placeholder_and_a_sentence(tmp_path: Path, ending: str):
    whole = encoded(ending) if ending != ".mp4" else b"\x00\x00\x00\x18ftypmp42" + bytes(200)
    for number, part in enumerate((0, 1, 7, len(whole) // 3)):
        name = f"{number}{ending}"
        (tmp_path / name).write_bytes(whole[:part])
        problems = frame_with(tmp_path, name).problems()
        assert len(problems) == 1
        assert name in problems[0]


def test_a_missing_file_is_told_once(tmp_path: Path):
    stage = frame_with(tmp_path, "nowhere.png")
    assert stage.problems() == ("The file nowhere.png is missing, so a placeholder stands for it.",)


def counted(path: Path, frames: int = 30, *, extra: tuple[str, ...] = ()) -> None:
    """A clip whose frames grow lighter by 8 levels each, at 30 frames a second."""
    raw = b"".join(np.full((48, 64), 8 * i, np.uint8).tobytes() for i in range(frames))
    command = [get_ffmpeg_exe(), "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray"]
    command += ["-s", "64x48", "-r", "30", "-i", "-", "-c:v", "libx264", "-crf", "6", "-g", "12"]
    subprocess.run(
        [*command, "-bf", "2", "-pix_fmt", "yuv420p", *extra, str(path)], input=raw, check=True
    )


def level(pixels: Pixels | None) -> int:
    assert pixels is not None
    return round(float(pixels[..., 1].mean()) / 8)


def test_every_frame_of_a_clip_is_found_in_any_order(tmp_path: Path):
    path = tmp_path / "c.mp4"
    counted(path)
    clip = Clip(path)
    order = [0, 1, 2, 9, 3, 28, 27, 29, 0, 14, 13, 5]
    assert [level(clip.at(n / 30)) for n in order] == order


def test_a_clip_holds_its_last_frame_or_starts_again(tmp_path: Path):
    path = tmp_path / "c.mp4"
    counted(path)
    clip = Clip(path)
    assert level(clip.at(5.0)) == 29
    assert level(clip.at(1.0 + 4 / 30, loop=True)) == 4


def test_a_clip_is_turned_as_its_file_says(tmp_path: Path):
    plain, turned = tmp_path / "c.mp4", tmp_path / "t.mp4"
    counted(plain)
    command = [get_ffmpeg_exe(), "-v", "error", "-y", "-display_rotation", "90", "-i", str(plain)]
    subprocess.run([*command, "-c", "copy", str(turned)], check=True)
    assert Clip(plain).size == (64, 48)
    assert Clip(turned).size == (48, 64)


def test_frames_of_uneven_length_are_shown_when_they_should_be(tmp_path: Path):
    path = tmp_path / "v.mp4"
    every_other_later = "setpts='if(lt(N,10),N,10+(N-10)*3)/30/TB'"
    counted(path, 20, extra=("-vf", every_other_later, "-fps_mode", "vfr"))
    clip = Clip(path)
    assert level(clip.at(9 / 30)) == 9
    assert level(clip.at(14 / 30)) == 11
    assert level(clip.at(13 / 30)) == 11


def test_a_clip_layer_shows_its_frames_in_time(tmp_path: Path):
    counted(tmp_path / "c.mp4")
    clip = ClipLayer(
        id=LayerId("c"), media=(MediaId("c.mp4"),), size=(1080.0, 1920.0), transform=at(540, 960)
    )
    made = project(scene(clip))
    stage = Stage(lambda m: tmp_path / m)
    levels = [level(stage.render(made, made.board(), n, (54, 96))) for n in (0, 4, 11, 2)]
    assert levels == [0, 4, 11, 2]


def test_a_row_of_pictures_is_a_clip_too(tmp_path: Path):
    names = []
    for number in range(3):
        name = MediaId(f"{number}.png")
        cv2.imwrite(str(tmp_path / name), np.full((20, 20, 3), 80 * number, np.uint8))
        names.append(name)
    row = ClipLayer(id=LayerId("r"), media=tuple(names), size=(1080.0, 1920.0), loop=True)
    made = project(scene(row))
    stage = Stage(lambda m: tmp_path / m)
    levels = [stage.render(made, made.board(), n, (54, 96))[48, 27, 0] for n in range(4)]
    assert levels == [0, 80, 160, 0]
