"""Back, skip, stop, help and start over work at every kind of step, typed in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.shop import Shop, bodies, labels, ways

STEPS = {
    "size": "Which size?",
    "fruit": "Which fruit?",
    "extras": "What else?",
    "rating": "How is Ice?",
    "rating again": "How is Milk?",
    "note": "Any note?",
    "day": "Which day?",
    "check": "• Size: Large",
}
BEFORE = {
    "fruit": "Which size?",
    "extras": "Which fruit?",
    "rating": "What else?",
    "rating again": "How is Ice?",
    "note": "How is Ice?",
    "day": "Any note?",
    "check": "Which day?",
}
both = pytest.mark.parametrize


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


@both("step", STEPS)
@both("word", ["help", "ช่วยด้วย", "?"])
def test_help_says_what_can_be_typed_and_puts_the_question_again(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert "You can always type" in answer.body
    assert STEPS[step] in answer.body


def test_help_of_a_step_comes_first(shop: Shop) -> None:
    shop.up_to("size")
    assert shop.phone.say("help")[0].body.startswith("There are two sizes.")


@both("step", STEPS)
@both("word", ["stop", "หยุดก่อน", "ยกเลิก"])
def test_stop_ends_the_conversation(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert "stopped" in answer.body
    assert "now" not in {name for name, value in shop.talk().items() if value}


@both("step", STEPS)
@both("word", ["start over", "เริ่มใหม่"])
def test_start_over_puts_the_first_question_and_forgets_the_answers(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert answer.body == "Which size?"
    assert "fruit" not in shop.answers()


@both("step", BEFORE)
@both("word", ["back", "ย้อนกลับ", "กลับค่ะ"])
def test_back_puts_the_question_before(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert BEFORE[step] in answer.body


def test_back_at_the_first_question_says_that_it_is_the_first(shop: Shop) -> None:
    shop.up_to("size")
    [answer] = shop.phone.say("back")
    assert answer.body == "This is the first question.\n\nWhich size?"


def test_back_can_be_tapped_and_the_other_answers_stay(shop: Shop) -> None:
    shop.up_to("extras")
    shop.phone.tap("Back")
    [answer] = shop.phone.say("Fruit no 2")
    assert answer.body == "What else?"
    assert shop.answers()["size"] == "large"
    assert shop.answers()["fruit"] == "fruit_2"


def test_going_back_all_the_way_and_forth_again(shop: Shop) -> None:
    shop.up_to("note")
    for question in ("How is Ice?", "What else?", "Which fruit?", "Which size?"):
        assert bodies(shop.phone.say("ย้อนกลับ")) == [question]
    shop.phone.say("small")
    shop.phone.say("1")
    [answer] = shop.phone.say("sugar")
    assert answer.body == "How is Sugar?"


@both("step", ["extras", "rating", "note"])
@both("word", ["skip", "ข้าม", "ข้ามค่ะ"])
def test_skip_goes_on_where_it_may(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert answer.body in {"Any note?", "How is Milk?", "Which day?"}


@both("step", ["size", "fruit", "day", "check"])
@both("word", ["skip", "ข้าม"])
def test_skip_is_refused_kindly_where_an_answer_is_needed(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert "This one is needed" in answer.body
    assert STEPS[step] in answer.body


def test_what_was_skipped_is_read_back_as_nothing(shop: Shop) -> None:
    shop.up_to("extras")
    shop.phone.tap("Skip")
    shop.phone.tap("Skip")
    [answer] = shop.phone.say("today")
    assert answer.body == "• Size: Large\n• Fruit: Fruit no 15\n• Extras: –\n• Note: –\n• Day: Today"


@both("step", STEPS)
@both("word", ["hello", "สวัสดีค่ะ", "Hi!"])
def test_a_greeting_is_greeted_and_answers_nothing(shop: Shop, step: str, word: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say(word)
    assert answer.body.startswith("Hello!\n\n")
    assert STEPS[step] in answer.body


@both("step", STEPS)
def test_a_text_that_is_too_long_is_answered_kindly(shop: Shop, step: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.say("ก" * 2001)
    assert "too long" in answer.body
    assert STEPS[step] in answer.body


@both("step", STEPS)
@both("content", ["sticker", "image", "audio", "video", "file", "location"])
def test_what_is_no_text_is_thanked_for_and_the_question_put_again(shop: Shop, step: str, content: str) -> None:
    shop.up_to(step)
    [answer] = shop.phone.send(content)
    assert answer.body.startswith("Thank")
    assert STEPS[step] in answer.body


def test_ways_are_offered_only_where_they_lead_somewhere(shop: Shop) -> None:
    [size] = shop.up_to("size")
    assert ways(size) == []
    [fruit] = shop.phone.say("small")
    assert ways(fruit) == ["More", "Back"]
    [extras] = shop.phone.say("1")
    assert ways(extras) == ["Skip", "Back"]
    [ticked] = shop.phone.tap("Ice")
    assert (labels(ticked), ways(ticked)) == (["✓ Ice", "Milk", "Sugar"], ["Done", "Back"])


def test_a_thai_chat_is_answered_in_thai(tmp_path: Path) -> None:
    shop = Shop(tmp_path, "th")
    assert bodies(shop.phone.say("ซื้อ")) == ["แก้วไหน"]
    assert bodies(shop.phone.say("BACK")) == ["ข้อนี้เป็นข้อแรกแล้ว\n\nแก้วไหน"]
    assert bodies(shop.phone.say("Large")) == ["ผลไม้อะไร"]
    assert bodies(shop.phone.say("ข้าม")) == ["ขอคำตอบข้อนี้หน่อยนะ ข้ามไม่ได้\n\nผลไม้อะไร"]
