"""Plug-ins are found by kind and describe their own form."""

from __future__ import annotations

import importlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest

from kindreel.errors import NotFoundError
from kindreel.registry import Choice, Range, Registry, Unit, form, title


@dataclass(frozen=True, slots=True)
class Wobble:
    amount: Annotated[float, Range(0, 1), Unit("px")] = 0.5
    side: Annotated[str, Choice(("left", "right"))] = "left"


def shelf() -> Registry[object]:
    made: Registry[object] = Registry("wobble", "kindreel.model.edits")
    made.register("wobble")(Wobble)
    return made


def test_a_plugin_is_found_by_its_kind() -> None:
    assert shelf().get("wobble") is Wobble
    assert shelf().kind_of(Wobble()) == "wobble"
    assert shelf().defaults() == (Wobble(),)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="Choose one of: wobble"):
        shelf().get("wabble")


def test_two_plugins_cannot_share_a_kind() -> None:
    made = shelf()
    with pytest.raises(ValueError, match="two wobbles"):
        made.register("wobble")(Wobble)


def test_two_threads_that_ask_first_at_once_both_see_the_whole_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "slow_shelf"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from kindreel.registry import Registry\nshelf = Registry('toy', __name__)\n"
    )
    slow = "import time\ntime.sleep(0.05)\n"
    plugin = "from slow_shelf import shelf\n@shelf.register('{0}')\nclass Toy: pass\n"
    for name in ("ball", "kite"):
        (package / f"{name}.py").write_text(slow + plugin.format(name))
    monkeypatch.syspath_prepend(str(tmp_path))
    made: Registry[object] = importlib.import_module("slow_shelf").shelf
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(made.kinds) for _ in range(2)]
    assert [future.result() for future in asked] == [("ball", "kite")] * 2


def test_marks_make_a_form() -> None:
    amount, side = form(Wobble(0.7))
    assert (amount.name, amount.default, amount.type) == ("amount", 0.7, float)
    assert amount.range == Range(0, 1)
    assert amount.unit == Unit("px")
    assert side.choice == Choice(("left", "right"))


def test_a_kind_reads_as_a_title() -> None:
    assert title("heart_iris") == "Heart iris"
