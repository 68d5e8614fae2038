"""The command line does all of what the Comments workspace does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kindreel.cli import FINDINGS, OK, PROBLEM

Ask = Callable[..., tuple[int, Any]]
Lines = Callable[..., list[str]]
SPAM, RUDE, KIND = "740000000000000003", "740000000000000002", "740000000000000001"
MORE = """id,comment_text,user,created_at,video_title,likes
740000000000000009,FREE followers click my bio link http://x.example/go,other,2026-11-21,Cats,7
"""


@pytest.fixture
def on(inbox: Path, ask: Ask) -> Ask:
    """Runs a command on the inbox."""
    return lambda *words: ask(*words, "--inbox", inbox)


def test_a_rule_is_tried_saved_and_applied_to_what_comes(on: Ask, tmp_path: Path):
    spelt = ("--words", "bio link", "--action", "hide")
    code, told = on("rules", "try", *spelt)
    assert (code, told["caught"], told["kind"]) == (OK, 1, 0)
    assert on("rules")[1]["rules"] == []
    on("rules", "save", "ads", *spelt)
    (tmp_path / "more.csv").write_text(MORE, "utf-8")
    _, answer = on("import", tmp_path / "more.csv")
    assert answer["files"][0]["acts"] == [{"id": 1, "action": "hide", "changed": 1}]
    _, why = on("why", "740000000000000009")
    assert why["act"]["why"] == "Your rule “ads” did this."
    assert on("rules", "apply", "ads")[1]["changed"] == 1
    assert on("rules", "words", "ads", "--platform", "tiktok")[1]["words"] == "bio link"
    on("rules", "remove", "ads")
    assert on("rules")[1]["rules"] == []


def test_a_saved_rule_can_be_decided_by(on: Ask):
    on("rules", "save", "ads", "--pattern", "https?://", "--only-when-asked")
    assert on("decide", "delete", "--rule", "ads")[1]["changed"] == 1
    assert on("acts")[1]["acts"][0]["reason"] == "rule:ads"
    code, answer = on("decide", "delete", "--rule", "nothing")
    assert (code, "no rule called" in answer["error"]) == (PROBLEM, True)


@pytest.mark.parametrize("least", ["rude=0.5", "unkind", "unkind=x"])
def test_a_label_that_is_none_is_refused(on: Ask, least: str):
    code, answer = on("rules", "try", "--at-least", least)
    assert code == PROBLEM
    assert "no label and likelihood" in answer["error"]


def test_what_is_undone_can_be_done_again(on: Ask):
    on("decide", "delete", "--ids", RUDE)
    on("undo")
    code, answer = on("redo")
    assert (code, answer["redone"]["changed"]) == (OK, 1)
    assert on("redo")[0] == FINDINGS


def test_hidden_comments_are_shown_again(on: Ask):
    on("decide", "hide", "--ids", RUDE)
    assert on("comments")[1]["hidden"] == 1
    on("decide", "show", "--ids", RUDE)
    assert on("comments")[1]["hidden"] == 0


def test_filters_narrow_the_list(on: Ask, tmp_path: Path):
    (tmp_path / "more.csv").write_text(MORE, "utf-8")
    on("import", tmp_path / "more.csv")
    for options, count in (
        (("--author", "zed"), 1),
        (("--video", "Cats"), 1),
        (("--links",), 2),
        (("--no-links",), 2),
        (("--since", "2026-11-21"), 1),
        (("--until", "2026-11-21"), 3),
        (("--min-likes", "5"), 1),
        (("--platform", "youtube"), 0),
        (("--search", "followers", "--sort", "oldest"), 2),
    ):
        assert on("comments", *options)[1]["total"] == count, options


def test_copies_are_found_and_decided_together(on: Ask, tmp_path: Path):
    (tmp_path / "more.csv").write_text(MORE, "utf-8")
    on("import", tmp_path / "more.csv")
    assert set(on("similar", SPAM)[1]["ids"]) == {SPAM, "740000000000000009"}
    assert on("decide", "report", "--similar-to", SPAM)[1]["changed"] == 2


def test_blocked_peoples_comments_follow_the_policy(on: Ask):
    assert on("blocked")[1] == {"people": 0, "policy": "ask", "changed": 0}
    on("blocked", "--policy", "hide")
    on("decide", "block", "--ids", RUDE)
    assert on("blocked")[1]["policy"] == "hide"
    assert on("allow", "mara")[1]["allowed"] == ["@mara"]
    assert on("allow", "mara", "--remove")[1]["allowed"] == []


def test_batches_are_ticked_off_and_opened_again(on: Ask):
    on("decide", "delete", "--ids", RUDE)
    platform = on("comments", "--search", "idiot")[1]["comments"][0]["platform"]
    assert on("batches", platform)[1]["batches"] == [{"number": 1, "size": 1, "status": "pending"}]
    assert on("batches", platform, "--done", 1)[1]["batches"][0]["status"] == "done"
    assert on("undo")[0] == PROBLEM
    on("batches", platform, "--reopen", 1)
    assert on("undo")[0] == OK
    assert on("batches", platform, "--done", 9)[0] == PROBLEM


def test_old_comments_go_only_when_that_is_confirmed(on: Ask, lines: Lines, inbox: Path):
    words = ("forget", "--older-than", 1)
    code, answer = on(*words, "--dry-run")
    assert (code, answer["dry_run"]) == (OK, True)
    assert any("Nothing brings them back" in t for t in lines(*words, "--inbox", inbox)) == bool(
        answer["comments"]
    )
    on(*words, "--yes")
    assert on("comments")[1]["all"] == 3 - answer["comments"]
    assert on("purge")[0] == FINDINGS
    assert on("purge", "--yes")[0] == OK
    assert on("comments")[1]["all"] == 0


def test_an_export_without_names(on: Ask, tmp_path: Path):
    out = tmp_path / "open.jsonl"
    assert on("anonymise", "-o", out)[1]["comments"] == 3
    text = out.read_text("utf-8")
    assert "zed" not in text
    assert RUDE not in text
    assert [json.loads(line)["number"] for line in text.splitlines()] == [1, 2, 3]


def test_the_kind_wall_names_people_only_when_asked(on: Ask):
    assert on("kind-wall")[1]["comments"][0]["author"] is None
    assert on("kind-wall", "--names")[1]["comments"][0]["author"] == "@mara"


def test_insights_and_checks_answer(on: Ask):
    assert on("insights")[1]["counts"]["all"] == 3
    assert on("check-inbox") == (OK, {"findings": []})
    assert on("check-inbox", "--repair") == (OK, {"findings": []})


def test_a_nudge_asks_and_counts_only_the_month(on: Ask):
    code, answer = on("nudge", "you are such an idiot, nobody likes you")
    assert (code, answer["asks"], len(answer["ways"])) == (FINDINGS, True, 3)
    assert on("nudge", "thank you, that means a lot") == (
        OK,
        on("nudge", "thank you, that means a lot")[1],
    )


def test_a_comment_of_many_lines_stays_on_one(tmp_path: Path, lines: Lines):
    place, file = tmp_path / "i.sqlite", tmp_path / "a.csv"
    file.write_text(
        'author,comment\nmara,"so lovely\nto see\r\n\x1b[31mred\u202e this"\nines,thanks\n', "utf-8"
    )
    lines("import", file, "--inbox", place)
    shown = lines("comments", "--queue", "all", "--inbox", place)
    assert len(shown) == 3
    assert any("so lovely to see [31mred this" in line for line in shown)


def test_youtube_is_asked_nothing_before_the_person_signs_in(on: Ask):
    assert on("youtube")[1]["comments"] == 0
    code, answer = on("youtube", "send")
    assert (code, "not signed in" in answer["error"]) == (PROBLEM, True)
    assert on("youtube", "sign-in")[0] == PROBLEM
    assert on("youtube", "sign-out") == (OK, {"signed_in": False})


def test_what_was_learned_is_told_exported_imported_and_forgotten(on: Ask, tmp_path: Path):
    assert on("learned")[1]["corrections"] == 0
    on("decide", "kind", "--ids", RUDE)
    code, told = on("learned", "export", tmp_path / "taught.json")
    assert (code, told["corrections"]) == (OK, 3)
    assert on("learned", "forget")[1]["corrections"] == 0
    assert on("learned", "import", tmp_path / "taught.json")[1]["corrections"] == 3
    for words in (("import",), ("import", tmp_path / "nothing.json"), ("export", tmp_path)):
        code, answer = on("learned", *words)
        assert (code, bool(answer["error"])) == (PROBLEM, True)
    assert on("learned")[1]["corrections"] == 3
