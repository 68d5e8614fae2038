import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindreel.comments import veiled
from kindreel.comments.normalise import GROUP, LONGEST, URL, USER, plain, text_of


def read(text: str) -> str:
    return text_of(plain([text]).codes).replace("\x01", "").strip()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1d1ot", "idiot"),
        ("k i l l", "kill"),
        ("i.d.i.o.t", "idiot"),
        ("і\u200bdіоt", "idiot"),
        ("ＳＴＵＰＩＤ", "stupid"),
        ("𝓼𝓽𝓾𝓹𝓲𝓭", "stupid"),
        ("sooooo ugly", "so ugly"),
        ("você é burro", "voce e burro"),
        ("pend3jo", "pendejo"),
        ("put4", "puta"),
        ("a$$hole", "asshole"),
        ("👍🏽", "👍"),
    ],
)
def test_disguises_are_taken_off(written: str, meant: str):
    assert read(written) == meant


@pytest.mark.parametrize("text", ["covid19 in 2020", "top 10", "at 5:30", "9/10"])
def test_numbers_stay_numbers(text: str):
    assert read(text) == text


def test_links_and_mentions_become_single_signs():
    assert read("see www.foo.com/x @user hi") == f"see {chr(URL)} {chr(USER)} hi"


def test_a_group_sign_is_never_written_by_plain_text():
    assert chr(GROUP) not in read("women and men")


def test_a_huge_comment_is_read_in_part():
    assert len(read("ab " * LONGEST)) <= LONGEST


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_every_character_knows_its_place_in_its_own_comment(texts: list[str]):
    batch = plain(texts)
    comment = 0
    for index, code in enumerate(batch.codes[:-1]):
        place = batch.place(comment, index)
        assert -1 <= place <= len(texts[comment]) + 1
        comment += code == 1


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_a_batch_reads_each_comment_as_if_alone(texts: list[str]):
    together = text_of(plain(texts).codes).split("\x01")
    assert [part.strip() for part in together[:-1]] == [read(text) for text in texts]


@pytest.mark.parametrize(
    ("starred", "meant"),
    [
        ("you b*tch", "you bitch"),
        ("b*t*h", "bitch"),
        ("*b*tch*", "bitch"),
        ("b***h", "bitch"),
        ("F*** off", "fuck off"),
        ("n****r", "nigger"),
        ("filho da p*ta", "filho da puta"),
        ("k*nt*l lo", "kontol lo"),
        ("tang*na mo", "tangina mo"),
        ("f*u*c*k", "fuck"),
    ],
)
def test_stars_in_bad_words_are_read_as_the_letters_they_hide(starred: str, meant: str):
    assert read(starred) == meant


@pytest.mark.parametrize(
    "text",
    [
        "i said idiot* sorry",
        "so be** it",
        "h*llo and s*mebody",
        "winner s***8",
        "f***@mail.example is mine",
        "g*** gave it",
        "a*b and x**2",
        "5*3 and 4*2",
        "2*3*4 = 24",
        "dial *123*4#",
        "one * two * three",
    ],
)
def test_other_stars_stay(text: str):
    assert "*" in read(text)
    for bad in ("bego", "shit", "fuck", "gago"):
        assert bad not in read(text)


@pytest.mark.parametrize(
    ("stressed", "plainly"),
    [
        ("*waves* hi **my friend**", "waves hi my friend"),
        ("we hate *you* a lot", "we hate you a lot"),
    ],
)
def test_stars_around_stressed_words_are_left_out(stressed: str, plainly: str):
    assert read(stressed) == plainly


def test_what_is_understood_has_as_many_letters_as_stand_there():
    assert all(len(word) == len(bad) for word, bad in veiled._AGREED.items())


def test_a_word_read_through_stars_lies_where_it_was_written():
    found = plain(["so, you b*tch and f***"])
    codes = text_of(found.codes)
    assert [found.place(0, codes.index(word)) for word in ("bitch", "fuck")] == [8, 18]
