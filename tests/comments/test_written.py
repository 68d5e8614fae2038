from pathlib import Path

import pytest

from kindreel import paths
from kindreel.comments import written
from kindreel.comments.labels import LABEL_NAMES, LANGUAGES
from kindreel.errors import ImportFileError


@pytest.fixture(scope="module")
def comments() -> list[written.Written]:
    return written.read_all(paths.resource("training"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_thousands_of_comments_and_some_held_back(
    comments: list[written.Written], language: str
):
    mine = [c for c in comments if c.language == language]
    assert len({c.text for c in mine}) == len(mine) >= 2800
    assert sum(c.dev for c in mine) >= 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", LABEL_NAMES)
def test_every_label_is_there_in_every_language(
    comments: list[written.Written], language: str, label: str
):
    column = LABEL_NAMES.index(label)
    assert sum(c.labels[column] for c in comments if c.language == language) >= 20


def test_no_theme_is_both_learned_and_held_back(comments: list[written.Written]):
    split = {(c.language, c.theme): c.dev for c in comments}
    assert all(split[c.language, c.theme] == c.dev for c in comments)


def test_no_held_back_comment_is_learned(comments: list[written.Written]):
    learned = {c.text for c in comments if not c.dev}
    assert not learned & {c.text for c in comments if c.dev}


def write(folder: Path, text: str) -> Path:
    place = folder / "en"
    place.mkdir()
    (place / "slots.txt").write_text("<thing> = cat; dog\n")
    (place / "a.txt").write_text(text)
    return folder


def test_choices_and_slots_multiply_a_line(tmp_path: Path):
    folder = write(tmp_path, "# theme: pets; split: train\nk {nice|good} <thing>\n")
    texts = {c.text for c in written.read_all(folder)}
    assert texts == {"nice cat", "nice dog", "good cat", "good dog"}


def test_the_same_line_always_gives_the_same_comments():
    slots = {"x": [str(i) for i in range(100)]}
    assert written.expand("<x> and <x>", slots, "") == written.expand("<x> and <x>", slots, "")


@pytest.mark.parametrize(
    "text",
    ["k nice\n", "# theme: a; split: train\nq what\n", "# theme: a; split: train\nk <nothing>\n"],
)
def test_a_mistake_in_a_file_is_named(tmp_path: Path, text: str):
    with pytest.raises(ImportFileError):
        written.read_all(write(tmp_path, text))
