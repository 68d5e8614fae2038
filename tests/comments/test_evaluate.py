import json
import random
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from kindreel.comments import charts, disguise, evaluate, figures, probes
from kindreel.comments.classify import Classifier
from kindreel.errors import ImportFileError


def test_the_area_under_the_curve_counts_ties_half():
    truth = np.array([True, False, True, False])
    assert figures.area_under_curve(np.array([0.9, 0.1, 0.8, 0.2]), truth) == 1.0
    assert figures.area_under_curve(np.array([0.5, 0.5, 0.5, 0.5]), truth) == 0.5


def test_an_honest_likelihood_has_no_calibration_error():
    truth = np.array([True, False] * 50)
    assert figures.calibration_error(np.full(100, 0.5), truth) == 0.0
    assert figures.calibration_error(np.full(100, 0.9), truth) == pytest.approx(0.4)


def test_precision_at_the_top_looks_at_the_highest_scores():
    scores = np.linspace(0, 1, 100)
    assert figures.precision_at_top(scores, scores > 0.97) == pytest.approx(0.6)


@pytest.mark.parametrize("name", disguise.DISGUISES)
def test_a_disguise_changes_the_text(name: str):
    text = "stupid ostrich opinions"
    assert disguise.disguised(text, disguise.DISGUISES[name], random.Random(1)) != text


def test_charts_are_drawings():
    ET.fromstring(charts.bars("A & B", [("one <set>", 0.5), ("two", 1.2)]))  # noqa: S314 - our own
    ET.fromstring(charts.reliability("R", [(0.1, 0.2, 5)]))  # noqa: S314 - our own


def test_an_empty_folder_is_named(tmp_path: Path, classifier: Classifier):
    with pytest.raises(ImportFileError):
        evaluate.evaluate([tmp_path], classifier)


def test_an_evaluation_is_a_table_json_and_charts(
    tmp_path: Path, classifier: Classifier, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(probes, "TIMED", 100)
    pandas = pytest.importorskip("pandas")
    bad, good = "you are a stupid pathetic idiot number", "what a lovely calm video part"
    texts = [f"{bad} {i}" for i in range(30)] + [f"{good} {i}" for i in range(30)]
    frame = pandas.DataFrame({"text": texts, "lang": "en", "source": "made"})
    for label in evaluate.LABEL_NAMES:
        frame[label] = pandas.array([None] * 60, dtype="Int8")
    frame["unkind"] = [1] * 30 + [0] * 30
    frame.to_parquet(tmp_path / "natural.parquet")
    frame.assign(func="insult_h").to_parquet(tmp_path / "hatecheck.parquet")
    result = evaluate.evaluate([tmp_path], classifier)
    tables = json.loads(result.to_json())["tables"]
    first = tables["Labels on each set"][1]
    assert first["set"] == "natural"
    assert first["AUC"] > 0.95
    assert "hatecheck" in result.to_table()
    assert {p.suffix for p in result.write_charts(tmp_path / "out")} == {".svg"}


def test_a_comment_that_counts_more_moves_the_calibration_error_more():
    scores, truth = np.array([0.95, 0.95]), np.array([True, False])
    assert figures.calibration_error(scores, truth, np.array([3.0, 1.0])) == pytest.approx(0.2)
    assert figures.calibration_error(scores, truth) == pytest.approx(0.45)
