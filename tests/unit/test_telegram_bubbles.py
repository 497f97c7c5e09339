"""How messages look on Telegram."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_bubbles import Bubble, Button, draw
from bot.channels.text_limits import units
from domain.messages import Choice, Message

YES, NO = Choice("ตกลง", "yes"), Choice("ไม่ตกลง", "no")
BACK, SKIP = Choice("ย้อนกลับ", "back"), Choice("ข้าม", "skip")


def one(message: Message) -> Bubble:
    (bubble,) = draw([message])
    return bubble


def labels(bubble: Bubble) -> list[list[str]]:
    return [[button.label for button in row] for row in bubble.rows]


def test_a_plain_message_is_its_words() -> None:
    assert one(Message("สวัสดีค่ะ")) == Bubble("สวัสดีค่ะ")


def test_a_title_is_bold_and_stands_first() -> None:
    bubble = one(Message("Saturday at 9", title="🍎 Teach English"))
    assert bubble.text == "🍎 Teach English\nSaturday at 9"
    assert bubble.bold == len("🍎 Teach English") + 1


def test_short_answers_stand_two_by_two_and_ways_come_last() -> None:
    third = Choice("ขอคิดก่อน", "later")
    assert labels(one(Message("?", choices=(YES, NO, third), ways=(BACK, SKIP)))) == [
        ["ตกลง", "ไม่ตกลง"],
        ["ขอคิดก่อน"],
        ["ย้อนกลับ", "ข้าม"],
    ]


def test_a_long_answer_gives_each_its_own_row() -> None:
    long = Choice("Teaching English at a school", "teach")
    assert labels(one(Message("?", choices=(YES, long)))) == [["ตกลง"], ["Teaching English at a school"]]


def test_a_tap_sends_its_value_back() -> None:
    assert one(Message("?", choices=(YES,))).rows == ((Button("ตกลง", value="yes"),),)


def test_dates_and_times_are_typed() -> None:
    choices = (Choice("Pick a date", "d", "date"), Choice("Pick a time", "t", "time"), Choice("Any day", "any"))
    assert labels(one(Message("?", choices=choices))) == [["Any day"]]


def test_a_public_link_is_a_button() -> None:
    link = Choice("Map", "https://maps.example.org/x", "link")
    assert one(Message("here", choices=(link,))).rows == ((Button("Map", url="https://maps.example.org/x"),),)


@pytest.mark.parametrize(
    "address", ["http://localhost:8000/x", "ftp://example.org", "example.org", "", "https://[", "javascript:alert(1)"]
)
def test_a_link_that_telegram_refuses_is_text(address: str) -> None:
    bubble = one(Message("here", ways=(Choice("Map", address, "link"),)))
    assert bubble == Bubble(f"here\n\nMap: {address}")


def test_labels_that_are_cut_are_listed_in_full() -> None:
    long = Choice("Help at the front desk of the children's hospital on Sundays", "desk")
    bubble = one(Message("?", choices=(YES, long)))
    assert "2. Help at the front desk of the children's hospital on Sundays" in bubble.text
    assert labels(bubble)[1][0].endswith("…")


def test_a_long_body_is_split_and_the_last_piece_has_the_buttons() -> None:
    first, second = draw([Message("ก" * 4000 + "\n\n" + "ข" * 500, title="T", choices=(YES,))])
    assert (first.bold, first.rows) == (1, ())
    assert second.text.endswith("ข" * 500)
    assert second.rows


def test_more_than_five_messages_hold_is_cut() -> None:
    bubbles = draw([Message("a " * 20_000), Message("the end", choices=(YES,))])
    assert len(bubbles) == 5
    assert bubbles[3].text.endswith("…")
    assert bubbles[4].text == "the end"


def test_answers_that_the_keyboard_cannot_hold_are_listed_in_full() -> None:
    many = tuple(Choice(f"ความถนัดที่ {number}", f"skill:{number}") for number in range(1, 101))
    bubble = one(Message("?", choices=many, ways=(BACK,)))
    assert "100. ความถนัดที่ 100" in bubble.text
    assert len([button for row in bubble.rows for button in row]) < 100
    assert labels(bubble)[-1] == ["ย้อนกลับ"]


@pytest.mark.parametrize("value", ["", "x" * 61, "ใช่"])
def test_a_choice_that_cannot_come_back_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="value"):
        draw([Message("?", choices=(Choice("Yes", value),))])


CHOICE = st.builds(
    Choice,
    st.text(st.characters(), max_size=60),
    st.text("abc:_1", min_size=1, max_size=60),
    st.sampled_from(("tap", "date", "time")),
) | st.builds(Choice, st.text(max_size=30), st.text(max_size=60).map("https://example.org/".__add__), st.just("link"))
MESSAGE = st.builds(
    Message,
    body=st.text(st.characters(), max_size=60).map(lambda text: text * 90) | st.text(max_size=100),
    title=st.text(st.characters(), max_size=130),
    choices=st.lists(CHOICE, max_size=50).map(tuple),
    ways=st.lists(CHOICE, max_size=15).map(tuple),
    lasting=st.booleans(),
)


@given(st.lists(MESSAGE, min_size=1, max_size=5))
def test_telegrams_limits_always_hold(messages: list[Message]) -> None:
    bubbles = draw(messages)
    assert len(messages) <= len(bubbles) <= 5
    for bubble in bubbles:
        assert bubble.text.strip()
        assert units(bubble.text) <= 4096
        assert bubble.bold <= units(bubble.text)
        buttons = [button for row in bubble.rows for button in row]
        assert len(buttons) <= 100
        assert sum(len(f"{button.label}{button.value}{button.url}".encode()) for button in buttons) <= 9000
        assert all(button.label.strip() and (button.value or button.url) for button in buttons)
        assert all(len(button.value.encode()) <= 64 for button in buttons)
        bubble.text.encode()


PHOTO = "https://bot.example.org/pictures/" + "ab" * 16 + ".jpg"


def test_a_picture_has_its_words_below_it() -> None:
    bubble = one(Message("Saturday at 9", title="Teach", picture=PHOTO, choices=(YES, NO)))
    assert (bubble.picture, bubble.text, bubble.bold) == (PHOTO, "Teach\nSaturday at 9", 5)
    assert labels(bubble) == [["ตกลง", "ไม่ตกลง"]]


def test_words_too_long_for_a_caption_follow_the_picture() -> None:
    picture, words = draw([Message("ก" * 1025, picture=PHOTO, choices=(YES,))])
    assert (picture, words.picture) == (Bubble("", picture=PHOTO), "")
    assert words.text == "ก" * 1025
    assert labels(words) == [["ตกลง"]]


LETTER = "https://bot.example.org/letters/x/letter.pdf"


def test_a_file_has_its_words_and_buttons_below_it() -> None:
    bubble = one(Message("Here it is", file=LETTER, choices=(YES, NO)))
    assert (bubble.file, bubble.picture, bubble.text) == (LETTER, "", "Here it is")
    assert labels(bubble) == [["ตกลง", "ไม่ตกลง"]]


def test_words_too_long_for_a_caption_follow_the_file() -> None:
    file, words = draw([Message("ก" * 1025, file=LETTER, choices=(YES,))])
    assert file == Bubble("", file=LETTER)
    assert (words.file, labels(words)) == ("", [["ตกลง"]])


def test_a_file_that_telegram_could_not_fetch_is_left_out_and_the_link_stays() -> None:
    link = Choice("Open", LETTER, "link")
    assert draw([Message("Here", file="letters/x/letter.pdf", choices=(link,))], lambda _: "") == [
        Bubble("Here", rows=((Button("Open", url=LETTER),),))
    ]


def test_a_picture_alone_needs_no_words() -> None:
    assert one(Message("", picture=PHOTO)) == Bubble("", picture=PHOTO)


def test_a_picture_that_telegram_could_not_fetch_is_left_out_and_the_words_stay() -> None:
    assert draw([Message("ดูสิ", picture="pictures/x.png")], lambda _: "") == [Bubble("ดูสิ")]
