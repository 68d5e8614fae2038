"""Captions, timelines and paper say what the board says."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kindreel.export import presets
from kindreel.export.interchange import captions, otio
from kindreel.export.video import export
from kindreel.model.board import Board
from kindreel.model.ids import CaptionId
from kindreel.model.layers import Word
from kindreel.model.sound import Caption, Role
from studio import Studio


def with_captions(board: Board, *made: Caption) -> Board:
    first = replace(board.scenes[0], captions=made)
    bare = tuple(replace(s, captions=()) for s in board.scenes[1:])
    return replace(board, scenes=(first, *bare))


def caption(text: str, start: int = 0, length: int = 15, **more: object) -> Caption:
    return Caption(id=CaptionId(text), text=text, start=start, length=length, **more)


def test_srt_has_numbers_times_and_words(studio: Studio):
    board = with_captions(studio.board(length=60), caption("One"), caption("Two", start=30))
    assert captions.srt(board) == (
        "1\n00:00:00,000 --> 00:00:00,500\nOne\n\n2\n00:00:01,000 --> 00:00:01,500\nTwo\n"
    )


def test_captions_of_later_scenes_come_later(studio: Studio):
    board = studio.board(scenes=3, length=30)
    starts = [cue.start for cue in captions.cues(board)]
    assert starts == [0, 1, 2]


def test_odd_rates_round_to_the_nearest_millisecond(studio: Studio):
    board = studio.board(length=60, rate=Fraction(30000, 1001))
    board = with_captions(board, caption("One", start=30, length=30))
    assert "00:00:01,001 --> 00:00:02,002" in captions.srt(board)


def test_a_caption_ends_with_its_scene(studio: Studio):
    board = with_captions(studio.board(length=30), caption("Long", start=15, length=90))
    (cue,) = captions.cues(board)
    assert (cue.start, cue.end) == (Fraction(1, 2), 1)


def test_a_range_starts_at_zero(studio: Studio):
    board = with_captions(studio.board(length=60), caption("One"), caption("Two", start=30))
    (cue,) = captions.cues(board, range(20, 40))
    assert (cue.start, cue.end) == (Fraction(1, 3), Fraction(2, 3))


def test_long_captions_are_broken_evenly(studio: Studio):
    text = "It takes one kind comment to turn around a day that began badly"
    lines = captions.wrapped(text)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 8
    assert all(len(line) <= 42 for line in lines)
    assert captions.wrapped("kept\nas it is") == ["kept", "as it is"]
    assert captions.wrapped("x" * 90) == ["x" * 30] * 3
    board = with_captions(studio.board(), caption("  \n "))
    assert captions.srt(board) == ""


def test_words_cannot_break_the_file(studio: Studio):
    board = with_captions(studio.board(), caption("a --> b\n\n<i>&</i>"))
    assert captions.srt(board).count("-->") == 1
    told = captions.vtt(board)
    assert told.startswith("WEBVTT\n\n")
    assert told.count("-->") == 1
    assert "&lt;i&gt;&amp;&lt;/i&gt;" in told


def test_vtt_keeps_the_times_of_words(studio: Studio):
    words = (Word(text="Be", start=0, length=15), Word(text="kind", start=15, length=15))
    board = with_captions(studio.board(length=60), caption("Be kind", length=30, words=words))
    assert "Be <00:00:00.500>kind" in captions.vtt(board)


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_caption_files_are_utf_8(studio: Studio, tmp_path: Path, name: str):
    board = with_captions(studio.board(), caption("يا صديقي ❤"))
    out = tmp_path / f"film.{name}"
    export(studio.project(board), board, out, studio.media, presets.preset(name))
    assert "يا صديقي ❤" in out.read_text("utf-8")


def timeline_of(studio: Studio, board: Board) -> dict:
    return json.loads(json.dumps(otio.timeline(studio.project(board), board, studio.media)))


def duration(item: dict) -> float:
    return item["source_range"]["duration"]["value"]


def test_a_timeline_has_every_scene_for_its_length(studio: Studio):
    board = studio.board(scenes=3, length=30)
    picture = timeline_of(studio, board)["tracks"]["children"][0]
    clips = [c for c in picture["children"] if c["OTIO_SCHEMA"] == "Clip.2"]
    assert [duration(c) for c in clips] == [30, 30, 30, 20]
    assert [c["name"] for c in clips] == ["Scene 1", "Scene 2", "Scene 3", "Scene 4"]
    assert clips[0]["markers"][0]["name"] == "Kind words 1"
    fades = [c for c in picture["children"] if c["OTIO_SCHEMA"] == "Transition.1"]
    assert [f["in_offset"]["value"] + f["out_offset"]["value"] for f in fades] == [5]


def test_sounds_stand_at_their_place_and_do_not_overlap(studio: Studio):
    board = studio.board(scenes=3, length=30)
    voice = studio.hear(studio.tone("voice", 1), role=Role.VOICE, start=6, length=12)
    music = studio.hear(studio.tone("bed", 9))
    second = replace(board.scenes[1], sounds=(voice, replace(voice, start=10)))
    board = replace(board, scenes=(board.scenes[0], second, board.scenes[2]), music=(music,))
    tracks = timeline_of(studio, board)["tracks"]["children"]
    assert [t["name"] for t in tracks] == ["Picture", "Voice 1", "Voice 2", "Music 1"]
    gap, clip = tracks[1]["children"]
    assert (gap["OTIO_SCHEMA"], duration(gap), duration(clip)) == ("Gap.1", 36, 12)
    url = clip["media_references"]["DEFAULT_MEDIA"]["target_url"]
    assert url == studio.media(voice.media).as_uri()


def test_a_storyboard_on_paper_has_six_panels_a_page(studio: Studio, tmp_path: Path):
    for scenes, pages in ((5, 1), (6, 2)):
        board = studio.board(scenes=scenes)
        out = tmp_path / f"{scenes}.pdf"
        export(studio.project(board), board, out, studio.media, presets.preset("pdf"))
        data = out.read_bytes()
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") == pages
