"""How typed answers are read: by words, by number, several at once; nearly right is only ever suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.engine import Ask, Audience, End, Flow, Go
from tests.unit.shop import ALL, Shop, bodies, labels, ways


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("Small", "small"),
        ("  sMaLL!! ", "small"),
        ("small please", "small"),
        ("เล็ก", "small"),
        ("เล็กค่ะ", "small"),
        ("ใหญ่ ๆ ครับ", None),
        ("ใหญ่นะคะ", "large"),
        ("tiny", "small"),
        ("1", "small"),
        ("2.", "large"),
        ("ข้อ 2", "large"),
        ("๒", "large"),
        ("หมายเลข ๑", "small"),
        ("3", None),
        ("0", None),
        ("small large", None),
        ("smalll", None),
    ],
)
def test_an_option_is_named_by_its_words_or_number(shop: Shop, typed: str, size: str | None) -> None:
    shop.up_to("size")
    shop.phone.say(typed)
    assert shop.answers().get("size") == size


def test_nearly_right_is_suggested_and_not_taken(shop: Shop) -> None:
    shop.up_to("size")
    [answer] = shop.phone.say("smalll")
    assert answer.body == "Sorry, I did not understand that.\nDid you mean one of these?"
    assert labels(answer) == ["Small"]
    assert bodies(shop.phone.tap("Small")) == ["Which fruit?"]


def test_a_number_after_a_suggestion_means_the_suggestion(shop: Shop) -> None:
    shop.up_to("fruit")
    [answer] = shop.phone.say("Fruit no 13x")
    assert labels(answer)[0] == "Fruit no 13"
    shop.phone.say("1")
    assert shop.answers()["fruit"] == "fruit_13"


def test_a_human_is_offered_after_some_tries(shop: Shop) -> None:
    shop.up_to("size")
    said = [shop.phone.say("qqqqqq")[0].body for _ in range(3)]
    assert ["talk to a person" in body for body in said] == [False, False, True]


# ---------------------------------------------------------------- pages


def test_never_more_than_thirteen_buttons(shop: Shop) -> None:
    [page] = shop.up_to("fruit")
    assert len(labels(page)) + len(ways(page)) == 13
    assert labels(page) == [f"Fruit no {number}" for number in range(1, 12)]
    assert ways(page) == ["More", "Back"]


def test_the_pages_go_round(shop: Shop) -> None:
    shop.up_to("fruit")
    [second] = shop.phone.tap("More")
    assert labels(second) == [f"Fruit no {number}" for number in range(12, 21)]
    [first] = shop.phone.tap("More")
    assert labels(first)[0] == "Fruit no 1"


def test_a_number_means_the_option_that_stands_there_on_this_page(shop: Shop) -> None:
    shop.up_to("fruit")
    shop.phone.tap("More")
    shop.phone.say("๒")
    assert shop.answers()["fruit"] == "fruit_13"


def test_an_option_of_another_page_can_be_typed(shop: Shop) -> None:
    shop.up_to("fruit")
    shop.phone.say("ผลที่20")
    assert shop.answers()["fruit"] == "fruit_20"


# ---------------------------------------------------------------- several


@pytest.mark.parametrize(
    ("typed", "extras"),
    [
        ("ice, sugar", ["ice", "sugar"]),
        ("น้ำแข็งกับนม", ["ice", "milk"]),
        ("1 3", ["ice", "sugar"]),
        ("๑,๒", ["ice", "milk"]),
        ("2 และ 1", ["milk", "ice"]),
        ("ice ice", None),
        ("something cold", ["ice"]),
        ("3, something cold", ["sugar", "ice"]),
        ("concrete", None),
    ],
)
def test_several_answers_in_one_line(shop: Shop, typed: str, extras: list[str] | None) -> None:
    shop.up_to("extras")
    shop.phone.say(typed)
    assert shop.answers().get("extras") == extras


def test_ticking_and_unticking(shop: Shop) -> None:
    shop.up_to("extras")
    [answer] = shop.phone.tap("Ice")
    assert "Chosen: Ice" in answer.body
    [answer] = shop.phone.tap("Ice")
    assert labels(answer) == ["Ice", "Milk", "Sugar"]
    shop.phone.tap("Sugar")
    shop.phone.tap("Done")
    assert shop.answers()["extras"] == ["sugar"]


def test_the_last_that_may_be_ticked_is_taken_at_once(shop: Shop) -> None:
    shop.up_to("extras")
    shop.phone.tap("Ice")
    assert bodies(shop.phone.tap("Sugar")) == ["How is Ice?"]


def test_done_can_be_typed(shop: Shop) -> None:
    shop.up_to("extras")
    shop.phone.tap("Ice")
    shop.phone.say("พอแล้ว")
    assert shop.answers()["extras"] == ["ice"]


def test_too_many_are_not_taken_but_ticked_as_far_as_they_go(shop: Shop) -> None:
    shop.up_to("extras")
    [answer] = shop.phone.say("ice, milk, sugar")
    assert answer.body.startswith("2 at most, please.")
    assert "Chosen: Ice, Milk" in answer.body
    assert "extras" not in shop.answers()


def test_when_a_reader_reads_the_line_only_the_reader_counts(shop: Shop) -> None:
    shop.up_to("extras")
    shop.phone.say("sugar, or rather white")
    assert shop.answers()["extras"] == ["milk"]


# ---------------------------------------------------------------- one for each


def test_a_question_is_put_for_each(shop: Shop) -> None:
    assert bodies(shop.up_to("rating")) == ["How is Ice?"]
    assert bodies(shop.phone.tap("Good")) == ["How is Milk?"]
    assert bodies(shop.phone.tap("Bad")) == ["Any note?"]
    assert shop.answers()["rating"] == {"ice": "good", "milk": "bad"}


def test_a_question_for_each_of_nothing_is_not_put(shop: Shop) -> None:
    shop.up_to("extras")
    assert bodies(shop.phone.say("skip")) == ["Any note?"]


def test_one_of_each_can_be_skipped(shop: Shop) -> None:
    shop.up_to("rating")
    shop.phone.say("skip")
    shop.phone.say("bad")
    assert shop.answers()["rating"] == {"ice": None, "milk": "bad"}


def test_a_word_that_is_a_greeting_elsewhere_can_be_an_answer(shop: Shop) -> None:
    shop.up_to("rating")
    shop.phone.say("ดี")
    assert shop.answers()["rating"] == {"ice": "good"}


# ---------------------------------------------------------------- free words


def test_free_words_are_read_by_the_step(shop: Shop) -> None:
    shop.up_to("note")
    assert bodies(shop.phone.say("Uh")) == ["“Uh” is too short.\n\nAny note?"]
    assert bodies(shop.phone.say("not too sweet")) == ["Which day?"]


def test_a_picked_date_is_read_by_the_step(shop: Shop) -> None:
    [question] = shop.up_to("day")
    assert [choice.kind for choice in question.choices] == ["tap", "date"]
    shop.phone.tap("Pick a date", picked="2026-12-01 morning")
    assert shop.answers()["day"] == "2026-12-01 morning"


def test_only_marks_and_pictures_are_no_answer(shop: Shop) -> None:
    shop.up_to("size")
    for typed in ("...", "😀", "\u200b", "   "):
        assert "Which size?" in shop.phone.say(typed)[0].body
    assert shop.answers() == {}


def test_an_answer_that_makes_its_question_needless_still_leads_where_it_says(shop: Shop) -> None:
    asked = Ask(
        "really",
        ("yes", "no"),
        when=lambda turn: "asked" not in turn.answers,
        keep=lambda turn, _value: turn.answers.update(asked=True),
        exits={"no": "said"},
    )
    flow = Flow("aside", asked, Go("on", "order"), End("said"), audience=Audience.ANYONE)
    shop.serve(tuple(flow if each.name == "aside" else each for each in ALL))
    shop.phone.say("by the way")
    assert bodies(shop.phone.say("no")) == ["All right."]
