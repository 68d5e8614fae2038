"""A missing system library is named with its package."""

from __future__ import annotations

from kindreel import libraries


def test_a_missing_library_names_its_package() -> None:
    text = "libEGL.so.1: cannot open shared object file: No such file or directory"
    told = libraries.explained(ImportError(text))
    assert told is not None
    assert "apt-get install libegl1" in str(told)


def test_an_unknown_library_is_still_named() -> None:
    told = libraries.explained(ImportError("libodd.so.7: cannot open shared object file"))
    assert told is not None
    assert "libodd.so.7" in told.sentence


def test_other_import_errors_are_bugs() -> None:
    assert libraries.explained(ImportError("No module named 'nonsense'")) is None
