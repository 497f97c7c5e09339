"""How messages look on LINE."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linebot.v3 import messaging

from bot.channels.line_bubbles import Look, draw, look
from bot.channels.text_limits import graphemes, units
from domain.messages import Choice, Message

YES, NO = Choice("ตกลง", "yes"), Choice("ไม่ตกลง", "no")
BACK, SKIP = Choice("ย้อนกลับ", "back"), Choice("ข้าม", "skip")
MAP = Choice("แผนที่", "https://maps.example.org/?q=โรงเรียน", "link")
THREE = tuple(Choice(label, label.lower()) for label in ("English", "Law", "Design"))


def one(message: Message) -> dict[str, Any]:
    (drawn,) = draw([message])
    return drawn


def quick(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return [item["action"] for item in drawn.get("quickReply", {"items": []})["items"]]


def footer(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    contents: list[dict[str, Any]] = drawn["contents"]["footer"]["contents"]
    return contents


def words(drawn: dict[str, Any]) -> list[str]:
    return [part["text"] for part in drawn["contents"]["body"]["contents"]]


def test_a_plain_message_is_text() -> None:
    assert one(Message("สวัสดีค่ะ")) == {"type": "text", "text": "สวัสดีค่ะ"}


def test_a_title_without_answers_stands_above_the_text() -> None:
    assert one(Message("two hours", title="Your record")) == {"type": "text", "text": "Your record\n\ntwo hours"}


def test_ways_are_quick_replies() -> None:
    drawn = one(Message("How many hours?", ways=(BACK, SKIP)))
    assert quick(drawn) == [
        {"type": "postback", "label": "ย้อนกลับ", "data": "back", "displayText": "ย้อนกลับ"},
        {"type": "postback", "label": "ข้าม", "data": "skip", "displayText": "ข้าม"},
    ]


def test_two_answers_are_two_equal_buttons_side_by_side() -> None:
    drawn = one(Message("ยินยอมไหมคะ", choices=(YES, NO), ways=(BACK,)))
    left, right = footer(drawn)
    assert drawn["contents"]["footer"]["layout"] == "horizontal"
    assert [left.pop("action")["label"], right.pop("action")["label"]] == ["ตกลง", "ไม่ตกลง"]
    assert left == right
    assert words(drawn) == ["ยินยอมไหมคะ"]
    assert [action["data"] for action in quick(drawn)] == ["back"]


def test_two_longer_answers_are_two_equal_buttons_one_above_the_other() -> None:
    drawn = one(Message("?", title="Consent", choices=(Choice("Yes, keep what I told you", "yes"), NO)))
    assert drawn["contents"]["footer"]["layout"] == "vertical"
    assert len({json.dumps(button | {"action": 0}) for button in footer(drawn)}) == 1
    assert words(drawn) == ["Consent", "?"]


def test_three_answers_are_quick_replies_and_a_list_that_stays() -> None:
    drawn = one(Message("Which skill?", choices=THREE, ways=(BACK,)))
    assert drawn["text"] == "Which skill?\n\n1. English\n2. Law\n3. Design"
    assert [action["data"] for action in quick(drawn)] == ["english", "law", "design", "back"]


def test_answers_with_a_number_of_their_own_are_listed_under_it() -> None:
    choices = (Choice("9. 3 h Mali", "nine"), Choice("10. 2 h Pim", "ten"), Choice("That is all", "done"))
    assert one(Message("Which?", choices=choices))["text"] == "Which?\n\n9. 3 h Mali\n10. 2 h Pim\n• That is all"


def test_a_cut_label_shows_in_full_in_the_list_and_when_tapped() -> None:
    long = Choice("Teaching English conversation to children", "teach")
    drawn = one(Message("?", choices=(long, *THREE)))
    assert quick(drawn)[0]["label"] == "Teaching English co…"
    assert quick(drawn)[0]["displayText"] == long.label
    assert "1. Teaching English conversation to children" in drawn["text"]


def test_dates_and_times_open_pickers() -> None:
    drawn = one(Message("When?", choices=(Choice("Pick a day", "day", "date"), Choice("Any", "any"))))
    assert quick(drawn)[0] == {"type": "datetimepicker", "label": "Pick a day", "data": "day", "mode": "date"}
    drawn = one(Message("When?", ways=(Choice("Pick a time", "time", "time"),)))
    assert quick(drawn)[0]["mode"] == "time"


def test_more_answers_than_quick_replies_keep_the_ways() -> None:
    many = tuple(Choice(f"Skill {number}", f"s:{number}") for number in range(1, 31))
    drawn = one(Message("?", choices=many, ways=(BACK, SKIP)))
    assert [action["data"] for action in quick(drawn)] == [f"s:{number}" for number in range(1, 12)] + ["back", "skip"]
    assert "30. Skill 30" in drawn["text"]


def test_a_lasting_card_has_its_first_answer_stand_out() -> None:
    drawn = one(Message("Saturday 9:00", title="ครูอาสา", choices=(*THREE, MAP), ways=(BACK,), lasting=True))
    assert (drawn["type"], drawn["altText"]) == ("flex", "ครูอาสา\nSaturday 9:00")
    assert [button["style"] for button in footer(drawn)] == ["primary", "secondary", "secondary", "link"]
    assert [button.get("color") for button in footer(drawn)] == ["#06705E", None, None, "#06705E"]
    assert footer(drawn)[3]["action"]["uri"].isascii()
    assert [action["data"] for action in quick(drawn)] == ["back"]


def test_the_answers_to_a_titled_question_look_the_same() -> None:
    drawn = one(Message("Which?", title="Skills", choices=THREE))
    assert {button["style"] for button in footer(drawn)} == {"secondary"}


def test_a_lasting_card_needs_no_button() -> None:
    drawn = one(Message("two hours", title="Your record", lasting=True))
    assert drawn["type"] == "flex"
    assert "footer" not in drawn["contents"]


def test_a_link_makes_a_card_even_when_it_is_a_way_on() -> None:
    drawn = one(Message("Where", ways=(MAP, BACK)))
    assert footer(drawn)[0]["action"]["type"] == "uri"
    assert [action["data"] for action in quick(drawn)] == ["back"]


@pytest.mark.parametrize("address", ["", "ftp://example.org", "example.org", "https://example.org/" + "x" * 1000])
def test_a_link_that_line_refuses_is_text(address: str) -> None:
    message = Message("Where", ways=(Choice("Map", address, "link"),))
    assert look(message) is Look.TEXT
    assert one(message)["text"].startswith(f"Where\n\nMap: {address[:900]}")


def test_a_card_with_too_many_buttons_is_text() -> None:
    many = tuple(Choice(f"Skill {number}", f"s:{number}") for number in range(20))
    assert one(Message("?", title="Skills", choices=many, lasting=True))["type"] == "text"


def test_a_long_body_is_split_and_the_last_piece_has_the_answers() -> None:
    first, second = draw([Message("ก" * 4800 + "\n\n" + "ข" * 400, title="T", choices=(), ways=(BACK,))])
    assert first["text"].startswith("T\n\nก")
    assert second["text"] == "ข" * 400
    assert quick(second)


def test_a_long_card_goes_on_from_text_to_card() -> None:
    first, second = draw([Message("ก" * 1900 + "\n" + "ข" * 400, title="T", choices=THREE)])
    assert (first["type"], second["type"]) == ("text", "flex")
    assert words(second) == ["T", "ข" * 400]


def test_quick_replies_move_to_the_last_message_where_they_show() -> None:
    question, after = draw([Message("Which?", choices=THREE), Message("No hurry.")])
    assert "quickReply" not in question
    assert [action["data"] for action in quick(after)] == ["english", "law", "design"]


def test_what_five_messages_cannot_hold_is_cut() -> None:
    drawn = draw([Message("a " * 30_000), Message("the end", ways=(BACK,))])
    assert len(drawn) == 5
    assert drawn[3]["text"].endswith("…")
    assert drawn[4]["text"] == "the end"


@pytest.mark.parametrize("value", ["", "x" * 61, "ใช่"])
def test_a_choice_that_cannot_come_back_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="value"):
        draw([Message("?", ways=(Choice("Yes", value),))])


@pytest.mark.parametrize("count", [0, 6])
def test_a_parcel_has_one_to_five_messages(count: int) -> None:
    with pytest.raises(ValueError, match="parcel"):
        draw([Message("x")] * count)


CHOICE = st.builds(
    Choice,
    st.text(st.characters(), max_size=60) | st.just("ก" + "\u0e48" * 900),
    st.text("abc:_1", min_size=1, max_size=60),
    st.sampled_from(("tap", "tap", "date", "time")),
) | st.builds(
    Choice, st.text(max_size=30), st.text(st.characters()).map("https://example.org/".__add__), st.just("link")
)
MESSAGE = st.builds(
    Message,
    body=st.text(st.characters(), max_size=60).map(lambda text: text * 100) | st.text(max_size=100),
    title=st.text(st.characters(), max_size=130),
    choices=st.lists(CHOICE, max_size=20).map(tuple),
    ways=st.lists(CHOICE, max_size=15).map(tuple),
    lasting=st.booleans(),
)


def actions(plain: Any) -> list[tuple[dict[str, Any], int]]:
    """Every action of a drawn message, with the most graphemes its label may have."""
    if isinstance(plain, list):
        return [found for part in plain for found in actions(part)]
    if not isinstance(plain, dict):
        return []
    own = [(plain["action"], 40 if plain["type"] == "button" else 20)] if "action" in plain else []
    return own + [found for part in plain.values() for found in actions(part)]


def bubbles_of(message: dict[str, Any]) -> list[dict[str, Any]]:
    """The bubbles of a drawn message: one, or those of a carousel."""
    contents: dict[str, Any] = message.get("contents", {})
    return contents["contents"] if contents.get("type") == "carousel" else [contents]


@given(st.lists(MESSAGE, min_size=1, max_size=5))
def test_lines_limits_always_hold(messages: list[Message]) -> None:
    drawn = draw(messages)
    assert len(messages) <= sum(len(bubbles_of(message)) for message in drawn) <= 5
    assert all(len(json.dumps(message.get("contents", {}))) <= 50_000 for message in drawn)
    for message in drawn:
        assert 1 <= units(message.get("text") or message["altText"]) <= (5000 if message["type"] == "text" else 1500)
        assert (message.get("text") or message["altText"]).strip()
        assert all(len(json.dumps(bubble)) <= 25_000 for bubble in bubbles_of(message))
        assert message is drawn[-1] or "quickReply" not in message
        assert len(quick(message)) <= 13
        for action, most in actions(message):
            assert 1 <= graphemes(action["label"]) <= most
            assert len(action.get("data", "")) <= 300
            assert graphemes(action.get("displayText", "")) <= 300
            assert len(action.get("uri", "")) <= 1000
            assert action.get("uri", "").isascii()


@given(st.lists(MESSAGE, min_size=1, max_size=5))
def test_the_sdk_loses_nothing_of_what_we_draw(messages: list[Message]) -> None:
    drawn = draw(messages)
    assert [messaging.Message.from_dict(message).to_dict() for message in drawn] == drawn


def test_cards_that_follow_each_other_are_swiped_and_the_words_before_stay_apart() -> None:
    cards = [
        Message(f"role {n}", title=f"Role {n}", choices=(Choice("Sign up", f"go:sign_up:{n}"),), lasting=True)
        for n in range(3)
    ]
    more = Message("More?", choices=(Choice("Yes", "a:1:y"), Choice("No", "a:1:n"), Choice("Later", "a:1:l")))
    drawn = draw([Message("The best three:"), *cards, more])
    assert [message["type"] for message in drawn] == ["text", "flex", "text"]
    swiped = drawn[1]["contents"]
    assert swiped["type"] == "carousel"
    assert [bubble["body"]["contents"][0]["text"] for bubble in swiped["contents"]] == ["Role 0", "Role 1", "Role 2"]
    assert "Role 0" in drawn[1]["altText"]
    assert "Role 2" in drawn[1]["altText"]


PHOTO = "https://bot.example.org/pictures/" + "ab" * 16 + ".jpg"
DRAWING = PHOTO.replace(".jpg", ".png")


def test_a_picture_stands_above_its_plain_words_and_can_be_opened() -> None:
    picture, words = draw([Message("แผนที่ไปโรงเรียน", picture=PHOTO, ways=(BACK,))])
    assert picture == {
        "type": "image",
        "originalContentUrl": PHOTO,
        "previewImageUrl": PHOTO.replace(".jpg", "-small.jpg"),
    }
    assert words["text"] == "แผนที่ไปโรงเรียน"
    assert [action["label"] for action in quick(words)] == ["ย้อนกลับ"]


def test_a_picture_without_words_is_only_a_picture() -> None:
    assert one(Message("", picture="https://example.org/x.jpg"))["previewImageUrl"] == "https://example.org/x.jpg"


@pytest.mark.parametrize(("picture", "mode"), [(PHOTO, "cover"), (DRAWING, "fit")])
def test_a_picture_on_a_card_is_its_head_and_a_drawing_is_shown_whole(picture: str, mode: str) -> None:
    for message in (
        Message("เสาร์นี้", title="สอนภาษาอังกฤษ", picture=picture),
        Message("เสาร์นี้", picture=picture, choices=(YES, NO)),
        Message("เสาร์นี้", picture=picture, choices=(YES,), lasting=True),
    ):
        hero = one(message)["contents"]["hero"]
        assert (hero["url"], hero["aspectMode"]) == (picture, mode)


def test_pictures_never_make_more_than_five_bubbles() -> None:
    drawn = draw([Message(f"ข้อ {number}", picture=PHOTO) for number in range(5)])
    assert len(drawn) == 5
    assert all(each["contents"]["hero"]["url"] == PHOTO for each in drawn)


def test_a_picture_that_line_could_not_fetch_is_left_out_and_the_words_stay() -> None:
    (drawn,) = draw([Message("แผนที่ไปโรงเรียน", picture="pictures/x.png")], lambda _: "")
    assert drawn == {"type": "text", "text": "แผนที่ไปโรงเรียน"}


def test_a_long_text_below_a_picture_keeps_both() -> None:
    drawn = draw([Message("ก " * 4000, picture=PHOTO)])
    assert [each["type"] for each in drawn] == ["image", "text", "text"]
