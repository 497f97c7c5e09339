"""Buttons: stale ones, double taps, ones that nobody made, and those that stay good for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain import events
from domain.messages import Message
from tests.unit.shop import Shop, bodies, labels


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def tap(shop: Shop, value: str, picked: str | None = None) -> list[Message]:
    return shop.phone.new(events.BUTTON_PRESSED, value=value, picked=picked)


def test_a_double_tap_is_answered_once(shop: Shop) -> None:
    [question] = shop.up_to("size")
    assert bodies(tap(shop, question.choices[0].value)) == ["Which fruit?"]
    assert tap(shop, question.choices[0].value) == []
    assert shop.answers()["kept"] == ["small"]


def test_a_button_of_an_earlier_question_changes_nothing_and_says_so(shop: Shop) -> None:
    [size] = shop.up_to("size")
    shop.phone.say("large")
    [answer] = tap(shop, size.choices[0].value)
    assert answer.body == "That button belongs to an earlier message.\n\nWhich fruit?"
    assert shop.answers()["size"] == "large"


def test_the_other_button_of_an_answered_question_changes_nothing(shop: Shop) -> None:
    [size] = shop.up_to("size")
    tap(shop, size.choices[0].value)
    [answer] = tap(shop, size.choices[1].value)
    assert answer.body.startswith("That button belongs to an earlier message.")
    assert shop.answers()["size"] == "small"


def test_a_button_from_before_going_back_is_stale(shop: Shop) -> None:
    shop.up_to("size")
    [fruit] = shop.phone.say("large")
    shop.phone.say("back")
    assert "earlier message" in tap(shop, fruit.choices[0].value)[0].body


def test_an_old_button_after_the_end_leads_to_the_newcomers_welcome(shop: Shop) -> None:
    [size] = shop.up_to("size")
    shop.phone.say("stop")
    assert bodies(tap(shop, size.choices[0].value)) == ["Join us?"]


@pytest.mark.parametrize(
    "value", ["", "nonsense", "a:", "a:x:small", "a:1:", "a:1:small:more", "go:", "go:nowhere", "go::x", "a:999:~"]
)
def test_a_button_that_nobody_made_is_answered_kindly(shop: Shop, value: str) -> None:
    shop.up_to("fruit")
    [answer] = tap(shop, value)
    assert "Which fruit?" in answer.body
    assert "fruit" not in shop.answers()


@pytest.mark.parametrize("value", ["huge", "~", "+", ".", "pick", "kept"])
def test_an_answer_that_was_not_offered_is_refused(shop: Shop, value: str) -> None:
    shop.up_to("size")
    visit = shop.talk()["visits"]
    [answer] = tap(shop, f"a:{visit}:{value}")
    assert "Which size?" in answer.body
    assert "size" not in shop.answers()


def test_a_lasting_button_begins_its_flow_again_and_again(shop: Shop) -> None:
    assert bodies(tap(shop, "go:aside")) == ["Really?"]
    shop.phone.say("yes")
    assert bodies(tap(shop, "go:aside")) == ["Really?"]


def test_a_lasting_button_gives_its_argument(shop: Shop) -> None:
    tap(shop, "go:order:table-7")
    assert shop.answers() == {"about": "table-7"}


def test_a_lasting_button_for_staff_is_refused_to_others(shop: Shop) -> None:
    [answer] = tap(shop, "go:secret")
    assert answer.body == "This is for the network's staff."
    assert labels(answer) == ["Join", "Talk to us"]


def test_who_has_not_joined_is_welcomed_first_and_then_gets_what_they_wanted(shop: Shop) -> None:
    assert bodies(tap(shop, "go:members")) == ["Join us?"]
    assert [each["flow"] for each in shop.talk()["parked"]] == ["members"]


def test_a_tap_on_more_is_no_answer(shop: Shop) -> None:
    shop.up_to("fruit")
    [second] = shop.phone.tap("More")
    assert labels(second)[0] == "Fruit no 12"
    assert "fruit" not in shop.answers()
