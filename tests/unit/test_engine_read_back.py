"""Reading back: right, change one answer, and what a change takes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.shop import Shop, bodies, labels, ways

SUMMARY = (
    "• Size: Large\n• Fruit: Fruit no 15\n• Extras: Ice, Milk\n• Rating: Ice (Good), Milk (Bad)\n"
    "• Note: no straw please\n• Day: Today"
)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    shop = Shop(tmp_path)
    shop.up_to("check")
    return shop


def test_reads_every_answer_back(shop: Shop) -> None:
    assert shop.phone.last.body == SUMMARY
    assert labels(shop.phone.last) == ["Right", "Change"]


@pytest.mark.parametrize("word", ["right", "yes", "ถูกต้อง", "ใช่ค่ะ", "1", "ok"])
def test_right_ends_it(shop: Shop, word: str) -> None:
    [answer] = shop.phone.say(word)
    assert answer.body == "Ordered."
    assert labels(answer) == ["Menu"]


@pytest.mark.parametrize("word", ["change", "no", "ขอแก้", "แก้", "ไม่ใช่", "2"])
def test_change_asks_which_one(shop: Shop, word: str) -> None:
    [answer] = shop.phone.say(word)
    assert answer.body == "Which one shall we change?"
    assert labels(answer) == ["Size", "Fruit", "Extras", "Rating", "Note", "Day"]
    assert ways(answer) == ["Back"]


def test_one_answer_is_changed_and_the_others_stay(shop: Shop) -> None:
    shop.phone.tap("Change")
    assert bodies(shop.phone.tap("Note")) == ["Any note?"]
    [answer] = shop.phone.say("very sweet")
    assert answer.body == SUMMARY.replace("no straw please", "very sweet")


@pytest.mark.parametrize("words", ["change note", "แก้ Note", "แก้Note", "note"])
def test_which_one_can_be_said_at_once(shop: Shop, words: str) -> None:
    assert bodies(shop.phone.say(words)) == ["Any note?"]


def test_what_is_to_be_changed_can_be_numbered(shop: Shop) -> None:
    shop.phone.say("change")
    assert bodies(shop.phone.say("5")) == ["Any note?"]


def test_a_change_asks_again_what_loses_its_meaning(shop: Shop) -> None:
    shop.phone.tap("Change")
    shop.phone.tap("Size")
    assert bodies(shop.phone.tap("Small")) == ["Which fruit?"]
    [answer] = shop.phone.say("Fruit no 1")
    assert answer.body.startswith("• Size: Small\n• Fruit: Fruit no 1\n• Extras: Ice, Milk")


def test_a_change_of_several_asks_only_for_the_new_ones(shop: Shop) -> None:
    shop.phone.tap("Change")
    shop.phone.tap("Extras")
    assert bodies(shop.phone.say("milk, sugar")) == ["How is Sugar?"]
    [answer] = shop.phone.say("good")
    assert "• Extras: Milk, Sugar\n• Rating: Milk (Bad), Sugar (Good)" in answer.body


def test_back_from_choosing_what_to_change_reads_back_again(shop: Shop) -> None:
    shop.phone.tap("Change")
    assert bodies(shop.phone.tap("Back")) == [SUMMARY]


def test_something_else_is_not_taken_for_a_yes(shop: Shop) -> None:
    [answer] = shop.phone.say("maybe tomorrow")
    assert answer.body == f"Sorry, I did not understand that.\n\n{SUMMARY}"


def test_a_changed_answer_is_written_down_again(shop: Shop) -> None:
    shop.phone.tap("Change")
    shop.phone.tap("Size")
    shop.phone.tap("Small")
    assert shop.answers()["kept"] == ["large", "small"]


@pytest.mark.parametrize("question", ["Size", "Fruit", "Extras", "Rating", "Note", "Day"])
def test_back_from_a_change_leaves_everything_as_it_was(shop: Shop, question: str) -> None:
    shop.phone.tap("Change")
    assert "Back" in ways(shop.phone.tap(question)[0])
    assert bodies(shop.phone.tap("Back")) == [SUMMARY]
    assert shop.answers()["kept"] == ["large"]
    assert bodies(shop.phone.tap("Right")) == ["Ordered."]


def test_back_after_a_change_leads_to_the_question_before(shop: Shop) -> None:
    shop.phone.tap("Change")
    shop.phone.tap("Size")
    shop.phone.tap("Small")
    assert bodies(shop.phone.say("back")) == ["Which size?"]
