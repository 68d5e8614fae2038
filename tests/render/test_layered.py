"""Layered pictures become layers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from kindreel.errors import MediaError
from kindreel.model.ids import MediaId
from kindreel.model.layers import Blend
from kindreel.render.frame import Stage
from kindreel.render.layered import import_layers
from stage_examples import project, scene

STACK = """<image w="200" h="400"><stack>
 <layer name="top" src="data/a.png" x="100" y="0" opacity="0.5" composite-op="svg:multiply"/>
 <stack x="10" y="20" visibility="hidden"><layer name="inner" src="data/a.png" x="5" y="5"/></stack>
 <layer name="ground" src="data/b.png" x="0" y="0"/>
</stack></image>"""


def png(width: int, height: int, colour: tuple[int, int, int, int]) -> bytes:
    return cv2.imencode(".png", np.full((height, width, 4), colour, np.uint8))[1].tobytes()


def ora(folder: Path, stack: str = STACK) -> Path:
    path = folder / "a.ora"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("stack.xml", stack)
        packed.writestr("data/a.png", png(100, 100, (0, 0, 255, 255)))
        packed.writestr("data/b.png", png(200, 400, (255, 255, 255, 255)))
    return path


class Shelf:
    """Keeps media in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def keep(self, data: bytes, ending: str) -> MediaId:
        self.count += 1
        (self.folder / f"{self.count}{ending}").write_bytes(data)
        return MediaId(f"{self.count}{ending}")

    def media(self, media: MediaId) -> Path:
        return self.folder / media


def test_each_layer_of_an_ora_is_its_own(tmp_path: Path):
    shelf = Shelf(tmp_path)
    layers = import_layers(ora(tmp_path), (1080, 1920), shelf.keep)
    assert [layer.name for layer in layers] == ["ground", "inner", "top"]
    ground, inner, top = layers
    assert ground.size == pytest.approx((960, 1920))
    assert top.blend is Blend.MULTIPLY
    assert top.transform.opacity.base == 0.5
    assert not inner.visible
    assert inner.transform.x.base == pytest.approx((15 + 50 - 100) * 4.8 + 540)
    made = project(scene(*layers))
    stage = Stage(shelf.media)
    frame = stage.render(made, made.board(), 0, (270, 480))
    assert stage.problems() == ()
    assert frame[60, 190, 2] > frame[60, 190, 0] + 60


def test_each_layer_of_a_psd_is_its_own(tmp_path: Path):
    from PIL import Image
    from psd_tools import PSDImage

    picture = PSDImage.new("RGB", (120, 80))
    picture.create_pixel_layer(
        Image.new("RGBA", (40, 30), (255, 0, 0, 255)), name="red", left=10, top=5
    )
    over = picture.create_pixel_layer(Image.new("RGBA", (20, 20), (0, 0, 255, 255)), name="blue")
    over.opacity = 128
    picture.save(tmp_path / "a.psd")
    layers = import_layers(tmp_path / "a.psd", (120, 80), Shelf(tmp_path).keep)
    assert [layer.name for layer in layers] == ["red", "blue"]
    assert layers[0].size == pytest.approx((40, 30))
    assert layers[0].transform.x.base == pytest.approx(30)
    assert layers[1].transform.opacity.base == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("name", ["a.psd", "a.ora"])
@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"8BPS\x00\x01" + bytes(40), b"PK\x03\x04"]
)
def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MediaError, match="cannot be read"):
        import_layers(tmp_path / name, (1080, 1920), Shelf(tmp_path).keep)


def test_entities_in_a_stack_are_refused(tmp_path: Path):
    bad = '<!DOCTYPE x [<!ENTITY a "b">]><image w="1" h="1"/>'
    with pytest.raises(MediaError, match="usual"):
        import_layers(ora(tmp_path, bad), (1080, 1920), Shelf(tmp_path).keep)
