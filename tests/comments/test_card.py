import importlib.util
import json
from types import ModuleType

import pytest

from kindreel import paths
from kindreel.comments.classify import Classifier


@pytest.fixture(scope="module")
def card() -> ModuleType:
    spec = importlib.util.spec_from_file_location("card", paths.resource("training", "card.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_figures_are_those_of_the_shipped_model(card: ModuleType, classifier: Classifier):
    assert json.loads(card.FIGURES.read_text("utf-8"))["version"] == classifier.version


def test_the_card_says_what_was_measured(card: ModuleType):
    figures = json.loads(card.FIGURES.read_text("utf-8"))
    told = card.CARD.read_text("utf-8")
    assert card.filled(told, figures) == told
    assert f"Version {figures['version']}." in told
