from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from comment_files import Read
from kindreel import importers
from kindreel.errors import ImportFileError, InvalidValueError
from kindreel.importers import Mapping
from kindreel.importers.reading.records import Notes
from kindreel.model.comment import Platform, Precision


def test_a_header_in_any_of_the_usual_words_is_understood(read: Read):
    comments, bad, kind = read(
        "comment_text,user,created_at,like_count,video_title,region\n"
        "I watched this with my sister,kofi.sketches,2026-11-21 18:04,214,Paper boats,GB\n"
    )
    [comment] = comments
    assert (kind, bad) == ("table", [])
    assert comment.text == "I watched this with my sister"
    assert comment.author.handle == "kofi.sketches"
    assert comment.likes == 214
    assert comment.video_title == "Paper boats"
    assert comment.created_at == datetime(2026, 11, 21, 18, 4, tzinfo=UTC)
    assert comment.precision is Precision.SECOND


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nombre,comentario,fecha,me gusta", "es"),
        ("nome,comentário,data,curtidas", "pt"),
        ("nama,komentar,tanggal,suka", "id"),
        ("pangalan,komento,petsa,likes", "tl"),
    ],
)
def test_headers_in_the_five_languages_are_understood(read: Read, header: str, language: str):
    [comment], _, _ = read(f"{header}\nAna,gracias por esto,2026-11-20,7\n")
    assert comment.text == "gracias por esto", language
    assert comment.author.name == "Ana"
    assert comment.likes == 7
    assert comment.precision is Precision.DAY


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_delimiter_will_do(read: Read, mark: str):
    rows = [["author", "text", "likes"], ["mara", "so lovely", "3"], ["ines", "ha ha", "0"]]
    comments, _, _ = read("\n".join(mark.join(row) for row in rows))
    assert [c.text for c in comments] == ["so lovely", "ha ha"]


def test_a_cell_that_may_have_swallowed_rows_is_told(tmp_path: Path):
    swallowed = "".join(f"m{n},so lovely {n},{n},2026-11-20\n" for n in range(5))
    file = tmp_path / "a.csv"
    file.write_text(f'author,text,likes,date\nmara,"one,1,2026\n{swallowed}end",3,2026-11-20\n')
    notes = Notes(datetime.now(UTC))
    [row] = importers.records(file, notes=notes)
    assert "so lovely 4" in row.text
    assert [(f.row, "rows" in f.reason) for f in notes.flaws] == [(2, True)]


def test_rows_that_end_early_do_not_change_the_delimiter(read: Read):
    comments, bad, _ = read("author;comment;likes\nmara;so lovely, said a friend;0\nines\nkofi\n")
    assert [c.text for c in comments] == ["so lovely, said a friend"]
    assert [b.reason for b in bad] == ["no text", "no text"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_any_unicode_encoding_is_read(read: Read, encoding: str):
    text = "author,text\n" + "mara,Que lindo 💛 ñandú\n" * 3
    comments, _, _ = read(text.encode(encoding))
    assert [c.text for c in comments] == ["Que lindo 💛 ñandú"] * 3


def test_windows_1252_is_read(read: Read):
    [comment], _, _ = read("author,text\nmara,C’est très beau – merci\n".encode("cp1252"))
    assert comment.text == "C’est très beau – merci"


def test_text_that_was_decoded_wrongly_is_repaired(read: Read):
    broken = "Que lindo 💛 é".encode().decode("latin-1")
    [comment], _, _ = read(f"author,text\nmara,{broken}\n")
    assert comment.text == "Que lindo 💛 é"


def test_line_breaks_inside_a_comment_stay(read: Read):
    comments, _, _ = read('author,text\nmara,"one\ntwo, ""three"""\nines,four\n')
    assert [c.text for c in comments] == ['one\ntwo, "three"', "four"]


def test_each_row_without_text_is_told_with_its_number(read: Read):
    comments, bad, _ = read(
        "author,text,likes\nmara,hi there,1\nines,,2\nkofi,   ,3\nana,bye now,4\n"
    )
    assert [c.text for c in comments] == ["hi there", "bye now"]
    assert [(b.row, b.field) for b in bad] == [(3, "text"), (4, "text")]


def test_short_rows_are_read_as_far_as_they_go(read: Read):
    comments, bad, _ = read("text,author,likes\nhello you,mara,1\nbye,ines\n\nstill here\n")
    assert [c.text for c in comments] == ["hello you", "bye", "still here"]
    assert not bad


def test_nineteen_digits_stay_nineteen_digits(read: Read):
    [comment], _, _ = read("cid,text,uid\n7487190662442912590,hello you,6812345678901234567\n")
    assert comment.id == "7487190662442912590"
    assert comment.platform is Platform.TIKTOK


def test_an_id_that_a_spreadsheet_rounded_is_told_and_not_used(tmp_path: Path):
    path = tmp_path / "damaged.csv"
    path.write_text("comment_id,text\n7.48719E+18,hello you\n7.48719E+18,another one\n")
    notes = Notes(datetime.now(UTC))
    ids = {record.id for record in importers.records(path, notes=notes)}  # type: ignore[union-attr]
    assert ids == {""}
    assert notes.flawed == 2
    assert "rounded" in notes.flaws[0].reason


def test_row_numbers_are_not_taken_for_ids(read: Read):
    comments, _, _ = read("id,text\n1,hello you\n2,another one\n")
    assert all(c.id.startswith("made-") for c in comments)


def test_made_ids_are_the_same_for_the_same_content(read: Read):
    content = "author,text\nmara,hello you\nines,hello you\nmara,hello you\n"
    comments, _, _ = read(content)
    again, _, _ = read(content)
    assert [c.id for c in comments] == [c.id for c in again]
    assert comments[0].id == comments[2].id != comments[1].id


def test_a_persons_mapping_wins(read: Read):
    mapping = Mapping.parse("text=B,author=A")
    comments, _, _ = read("A,B,text\nmara,the words,not these\n", mapping=mapping)
    assert [(c.text, c.author.handle) for c in comments] == [("the words", "mara")]


def test_a_mapping_to_a_missing_column_is_refused(read: Read):
    with pytest.raises(InvalidValueError, match="no column"):
        read("A,B\nmara,the words\n", mapping=Mapping.parse("text=C"))


def test_a_mapping_of_an_unknown_field_is_refused():
    with pytest.raises(InvalidValueError, match="says of no column"):
        Mapping.parse("words=B")


def test_without_a_header_the_content_tells(read: Read):
    comments, _, _ = read(
        "@mara.v,your lanterns got me through a hard week,2026-11-20\n"
        "@ines,the reveal made me cry in the best way,2026-11-19\n"
        "@kofi,teaching my class with this tomorrow,2026-11-18\n"
    )
    assert comments[0].text.startswith("your lanterns")
    assert comments[0].author.handle == "mara.v"
    assert comments[0].created_at == datetime(2026, 11, 20, tzinfo=UTC)
    assert len(comments) == 3


def test_the_wizard_sees_columns_samples_and_guesses(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("comment_text,user,region\nso lovely to see,mara,GB\n")
    guess = importers.guess_mapping(path)
    assert guess.columns == ("comment_text", "user", "region")
    assert guess.samples == (("so lovely to see", "mara", "GB"),)
    assert dict(guess.fields) == {"text": "comment_text", "author": "user"}
    assert guess.sure == {"text", "author"}


def test_a_workbooks_sheets_are_all_read(tmp_path: Path):
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("two")
    assert first is not None
    for sheet, word in ((first, "lovely"), (second, "kind")):
        sheet.append(["name", "comment", "date", "likes"])
        sheet.append(["mara", f"so {word} of you", datetime(2026, 11, 20, 9, 30), 12])  # noqa: DTZ001 - as XLSX has it
    path = tmp_path / "book.bin"
    book.save(path)
    comments = list(importers.read(path))
    assert [c.text for c in comments] == ["so lovely of you", "so kind of you"]  # type: ignore[union-attr]
    assert comments[0].likes == 12  # type: ignore[union-attr]
    assert comments[0].created_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # type: ignore[union-attr]


def test_html_of_a_web_page_becomes_plain_words(read: Read):
    [comment], _, _ = read('author,text\nmara,"I&#39;m so <b>happy</b><br />really"\n')
    assert comment.text == "I'm so happy\nreally"


def test_an_open_quotation_mark_swallows_no_rows_where_the_header_is_damaged_too(read: Read):
    comments, bad, _ = read(
        "author,comment,hor,comment,likes,date\n"
        'mara,first words,0,"2025-11-21\nines,second words,1,2025-11-21\n'
        "kofi,third words,2,2025-11-21\n"
        'juno,"fourth words",3,2025-11-21\n'
    )
    assert len(comments) + len(bad) == 4
    assert "third words" in {comment.text for comment in comments}


def test_the_guard_against_formulas_is_taken_off_again(read: Read):
    comments, _, _ = read("author,text\nmara,'=1+1 is two\nines,'quoted' words\n")
    assert [c.text for c in comments] == ["=1+1 is two", "'quoted' words"]


def test_what_a_database_cannot_keep_is_shown_as_such(read: Read):
    [comment], _, _ = read("author,text\nmara,nul \x00 here\n")
    assert comment.text == "nul � here"


def test_the_order_of_day_and_month_follows_the_column(read: Read):
    comments, _, _ = read("text,date\nhello you,03/04/2026\nhello me,03/25/2026\n")
    assert [c.created_at.month for c in comments if c.created_at] == [3, 3]


def test_links_tell_the_platform_and_the_video(read: Read):
    [comment], _, _ = read(
        "text,videoWebUrl\nhello you,https://www.tiktok.com/@a/video/7413665120934000021\n"
    )
    assert (comment.platform, comment.video) == (Platform.TIKTOK, "7413665120934000021")


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(read: Read, content: bytes):
    with pytest.raises(ImportFileError, match="is empty"):
        read(content)


def test_a_file_without_comments_is_refused(read: Read):
    with pytest.raises(ImportFileError):
        read("1,2,3\n4,5,6\n")


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(ImportFileError, match="cannot be opened"):
        importers.detect(tmp_path / "nowhere.csv")
