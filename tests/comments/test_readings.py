"""Natural comments that we labelled by reading: known by their hash, never stored as text."""

from pathlib import Path

import numpy as np
import pytest

from kindreel.comments import corpus, readings
from kindreel.comments.labels import COLUMN, LABEL_NAMES
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label

UNKIND, HATE, KIND = COLUMN[Label.UNKIND], COLUMN[Label.HATE], COLUMN[Label.KIND]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Readings of four made-up comments."""
    readings._read.cache_clear()
    monkeypatch.setattr(readings, "_folder", lambda: tmp_path)
    lines = {"an insult": "u", "about a group": "h", "so good": "k", "where is this?": "-"}
    (tmp_path / "es.txt").write_text(
        "".join(f"{readings.key(text)} {letter}\n" for text, letter in lines.items()), "utf-8"
    )
    yield tmp_path
    readings._read.cache_clear()


@pytest.mark.usefixtures("folder")
def test_only_what_nobody_said_is_filled_in():
    labels = np.full((4, len(LABEL_NAMES)), np.nan, np.float32)
    labels[1, KIND] = 1
    known = readings.fill(["an insult", "so good", "never read", " about a group\n"], labels)
    assert known.tolist() == [True, True, False, True]
    assert labels[:2, UNKIND].tolist() == [1, 0]
    assert labels[1, KIND] == 1
    assert np.isnan(labels[2]).all()
    assert (labels[3, HATE], labels[3, UNKIND]) == (1, 1)


def test_a_reading_may_say_only_whether_it_is_unkind(folder: Path):
    lines = {"so proud of them": "0", "nobody asked you": "1"}
    (folder / "tl.txt").write_text(
        "".join(f"{readings.key(text)} {letter}\n" for text, letter in lines.items()), "utf-8"
    )
    readings._read.cache_clear()
    labels = np.full((2, len(LABEL_NAMES)), np.nan, np.float32)
    readings.fill([*lines], labels)
    assert labels[:, UNKIND].tolist() == [0, 1]
    assert np.isnan(labels[:, KIND]).all()
    assert readings.language("nobody asked you") == "tl"


@pytest.mark.usefixtures("folder")
def test_of_an_export_only_read_comments_count_and_each_once(tmp_path: Path):
    pytest.importorskip("pandas")
    table = tmp_path / "export.csv"
    table.write_text("cid,text\n1,so good\n2,so good\n3,unread\n4,where is this?\n", "utf-8")
    found = corpus.export(table)
    assert found.texts == ["so good", "where is this?"]
    assert found.labels[:, KIND].tolist() == [1, 0]
    assert found.language.tolist() == [1, 1]


def test_a_line_that_says_nothing_is_named(folder: Path):
    (folder / "es.txt").write_text("0123 z\n", "utf-8")
    readings._read.cache_clear()
    with pytest.raises(ImportFileError, match="0123 z"):
        readings.language("anything")


def test_the_readings_we_ship_hold_no_text():
    for path in readings._folder().glob("*.txt"):
        for line in path.read_text("utf-8").splitlines():
            name, letter = line.split(" ")
            assert (len(bytes.fromhex(name)), letter) in {(8, c) for c in "uhk-10"}


def test_of_a_labelled_export_all_labelled_comments_count_and_each_once(tmp_path: Path):
    pytest.importorskip("pandas")
    table = tmp_path / "outside.csv"
    lines = [
        "fool,en,1",
        "fool,en,1",
        "qué tal,es,0",
        "so?,en,",
        "both,en,1",
        "both,en,0",
        "NA,en,0",
    ]
    table.write_text("\n".join(["text,lang,unkind", *lines]), "utf-8")
    found = corpus.export(table)
    assert found.texts == ["fool", "qué tal", "NA"]
    assert found.labels[:, UNKIND].tolist() == [1, 0, 0]
    assert np.isnan(found.labels[:, KIND]).all()


@pytest.mark.parametrize("line", ["fool,klingon,1", "fool,en,yes", "fool,en,2", "fool,,1"])
def test_a_labelled_export_with_strange_labels_is_refused(tmp_path: Path, line: str):
    pytest.importorskip("pandas")
    table = tmp_path / "outside.csv"
    table.write_text(f"text,lang,unkind\n{line}\n", "utf-8")
    with pytest.raises(ImportFileError, match=r"The column “(lang|unkind)” holds"):
        corpus.export(table)
