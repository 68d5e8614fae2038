"""Every command does what the window does, tells it in JSON, and errs in one sentence."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comment_files import SAID
from kindreel.cli import FINDINGS, OK, PROBLEM, main
from kindreel.model.comment import Label

Answer = tuple[int, Any]
Ask = Callable[..., Answer]


def test_a_project_is_made_from_a_template_and_described(project: Path, ask: Ask) -> None:
    assert project.suffix == ".kindreel"
    code, answer = ask("info", project)
    assert code == OK
    assert answer["boards"][0]["scenes"][-1]["beat"] == "reveal"
    assert answer["creators"][0]["name"] == "Amara"


def test_a_place_that_is_taken_is_left_alone(project: Path, ask: Ask) -> None:
    before = sorted(project.rglob("*"))
    code, answer = ask("new", "blank", project)
    assert code == PROBLEM
    assert "already" in answer["error"]
    assert sorted(project.rglob("*")) == before


def test_templates_are_listed(ask: Ask) -> None:
    code, answer = ask("new", "--list")
    assert code == OK
    names = {t["name"] for t in answer["templates"]}
    assert {"blank", "walk_away", "power_of_words"} <= names


def test_an_unknown_template_names_the_known_ones(tmp_path: Path, ask: Ask) -> None:
    code, answer = ask("new", "nonsense", tmp_path / "x")
    assert code == PROBLEM
    assert "walk_away" in answer["advice"]


def test_a_check_tells_that_consent_is_missing(project: Path, ask: Ask) -> None:
    code, answer = ask("check", project)
    assert code == FINDINGS
    assert any(f["severity"] == "block" for f in answer["findings"])


def test_some_frames_are_exported_exactly(project: Path, tmp_path: Path, ask: Ask) -> None:
    out = tmp_path / "few.y4m"
    code, answer = ask("export", project, "-o", out, "--from", 3, "--to", 5)
    assert code == OK
    assert answer["frames"] == 2
    frame = 1080 * 1920 * 3 // 2 + len("FRAME\n")
    head = out.read_bytes().index(b"\n") + 1
    assert out.stat().st_size == head + 2 * frame


def test_a_series_becomes_a_file_for_each_board(project: Path, tmp_path: Path, ask: Ask) -> None:
    code, answer = ask("export", project, "-o", tmp_path / "out", "--series", "--preset", "srt")
    assert code == OK
    assert [Path(f["file"]).suffix for f in answer["files"]] == [".srt"]


def test_an_ending_that_says_nothing_is_refused(project: Path, ask: Ask) -> None:
    code, answer = ask("export", project, "-o", "film.xyz")
    assert code == PROBLEM
    assert ".mp4" in answer["advice"]


@pytest.mark.parametrize("command", ["info", "check"])
def test_a_missing_project_is_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path / "Nowhere.kindreel")]) == PROBLEM
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kindreel: ")
    assert "Traceback" not in told.err


def test_unknown_words_exit_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["frobnicate"])
    assert left.value.code == PROBLEM
    assert "frobnicate" in capsys.readouterr().err


def test_a_queue_is_decided_and_taken_back(inbox: Path, ask: Ask) -> None:
    place = ("--inbox", inbox)
    _, dry = ask("decide", "delete", "--queue", "spam", "--dry-run", *place)
    assert dry["changed"] == 1
    assert ask("comments", *place)[1]["deleted"] == 0
    ask("decide", "delete", "--queue", "spam", *place)
    assert ask("comments", *place)[1]["deleted"] == 1
    code, answer = ask("undo", *place)
    assert (code, answer["undone"]["changed"]) == (OK, 1)
    assert ask("comments", *place)[1]["deleted"] == 0


@pytest.mark.parametrize(
    "which", [("--author", "@zed"), ("--ids", "740000000000000002"), ("--match", "idiot nobody")]
)
def test_a_selection_finds_its_comments(inbox: Path, ask: Ask, which: tuple[str, str]) -> None:
    _, answer = ask("decide", "block", *which, "--inbox", inbox)
    assert (answer["changed"], answer["people"]) == (1, 1)


def test_nobody_of_that_name_changes_nothing(inbox: Path, ask: Ask) -> None:
    code, answer = ask("decide", "block", "--author", "@nobody", "--inbox", inbox)
    assert code == PROBLEM
    assert answer["advice"] == "Nothing was changed."


def test_an_import_again_finds_everything_here(inbox: Path, tmp_path: Path, ask: Ask) -> None:
    _, answer = ask("import", tmp_path / "comments.csv", "--inbox", inbox)
    assert answer["files"][0]["already_here"] == 3


def test_a_damaged_file_does_not_keep_the_others_out(
    tmp_path: Path, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(bytes(range(32)) * 200)
    good = tmp_path / "good.csv"
    good.write_text(SAID, "utf-8")
    place = tmp_path / "i.sqlite"
    assert main(["import", str(bad), str(good), "--inbox", str(place)]) == PROBLEM
    assert "bad.bin" in capsys.readouterr().err
    assert ask("comments", "--inbox", place)[1]["all"] == 3


def test_columns_can_be_named(tmp_path: Path, ask: Ask) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("q1,q2\nlovely boats,ana\n", "utf-8")
    place = tmp_path / "i.sqlite"
    code, answer = ask("import", odd, "--map", "text=q1,author=q2", "--inbox", place)
    assert (code, answer["files"][0]["new"]) == (OK, 1)


def test_decisions_are_handed_over_and_reported(inbox: Path, tmp_path: Path, ask: Ask) -> None:
    ask("decide", "report", "--match", "idiot", "--inbox", inbox)
    code, answer = ask("report", "-o", tmp_path / "proof.pdf", "--inbox", inbox)
    assert (code, answer["comments"]) == (OK, 1)
    assert (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF")
    assert b"idiot" not in (tmp_path / "proof.csv").read_bytes()


def test_scores_keep_the_order_of_their_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '{"text": "you are an idiot"}\nyou made my day, thank you\n\n{not json\n'
    stdin = io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["score"]) == OK
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(answers) == 4
    assert set(answers[0]) == {label.value for label in Label} | {"queue", "why"}
    assert answers[0]["unkind"] > answers[1]["unkind"]
    assert answers[1]["kind"] > answers[0]["kind"]
    start, end, label, weight = answers[0]["why"][0]
    assert "idiot" in "you are an idiot"[start:end]
    assert isinstance(label, str)
    assert weight > 0


def test_a_json_line_without_text_is_told_by_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"text": "hi"}\n{"txet": "hi"}\n', "utf-8")
    assert main(["score", str(file)]) == PROBLEM
    assert "Line 2" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("train", "-o", "m.kmodel"), ("evaluate",)])
def test_a_folder_without_data_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, ask: Ask
) -> None:
    (tmp_path / "notes.md").write_text("no table", "utf-8")
    code, answer = ask(command[0], tmp_path, *command[1:])
    assert code == PROBLEM
    assert "parquet" in answer["error"] + answer["advice"]
