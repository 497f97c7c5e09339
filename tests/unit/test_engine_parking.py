"""Conversations put aside and taken up again: by another wish, days later, and after a deploy that changed the flow."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.engine import Ask, Audience, End, Flow
from tests.unit.shop import ALL, ORDER, Shop, bodies


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def test_another_flow_comes_first_and_then_we_go_on(shop: Shop) -> None:
    shop.up_to("note")
    assert bodies(shop.phone.say("by the way")) == ["Really?"]
    assert bodies(shop.phone.say("yes")) == ["All right.", "Now back to where we were.\n\nAny note?"]
    assert shop.answers()["fruit"] == "fruit_15"


def test_a_flow_that_asks_nothing_leaves_us_where_we_were(shop: Shop) -> None:
    shop.up_to("fruit")
    assert bodies(shop.phone.say("menu")) == ["We sell things.", "Now back to where we were.\n\nWhich fruit?"]


def test_a_flow_inside_a_flow_inside_a_flow(shop: Shop) -> None:
    shop.up_to("fruit")
    shop.phone.say("by the way")
    assert bodies(shop.phone.say("menu"))[-1].endswith("Really?")
    assert bodies(shop.phone.say("no"))[-1].endswith("Which fruit?")


def test_stopping_the_one_goes_on_with_the_other(shop: Shop) -> None:
    shop.up_to("fruit")
    shop.phone.say("by the way")
    assert bodies(shop.phone.say("stop"))[-1] == "Now back to where we were.\n\nWhich fruit?"


def test_who_stops_joining_is_not_asked_again_for_what_they_wanted(shop: Shop) -> None:
    shop.phone.say("go in")
    said = shop.phone.say("stop")
    assert len(said) == 1
    assert "stopped" in said[0].body


def test_asking_for_the_flow_one_is_in_puts_its_question_again(shop: Shop) -> None:
    shop.up_to("note")
    assert bodies(shop.phone.say("buy")) == ["Any note?"]
    assert shop.answers()["size"] == "large"


def test_one_flow_that_leads_to_another(shop: Shop) -> None:
    assert bodies(shop.phone.say("greet me")) == ["Hi there.", "Really?"]


def test_days_later_the_question_is_still_there(shop: Shop) -> None:
    shop.up_to("day")
    shop.desk.now += timedelta(days=40)
    assert shop.phone.say("today")[0].body.startswith("• Size: Large")


# ---------------------------------------------------------------- a deploy in mid-conversation


def without(*names: str) -> tuple[Flow, ...]:
    """The flows, the order without some of its questions."""
    steps = [step for step in ORDER.steps if step.name not in {*names, "check"}]
    return (Flow("order", *steps, audience=Audience.ANYONE), *ALL[1:])


def test_a_question_that_is_gone_is_passed_by(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.up_to("note")
    shop.serve(without("note"))
    [answer] = shop.phone.say("no straw please")
    assert answer.body.startswith("This conversation was improved meanwhile.")
    assert answer.body.endswith("Which day?")
    assert shop.answers()["fruit"] == "fruit_15"


def test_a_tap_on_a_question_that_is_gone(shop: Shop) -> None:
    shop.up_to("extras")
    shop.serve(without("extras", "rating"))
    assert shop.phone.tap("Ice")[0].body.endswith("Any note?")


def test_a_question_that_is_new_is_put(shop: Shop) -> None:
    shop.serve(without("size"))
    shop.phone.say("buy")
    shop.phone.say("1")
    shop.serve(ALL)
    assert bodies(shop.phone.say("skip")) == ["Any note?"]


def test_a_flow_that_is_gone_ends_kindly(shop: Shop) -> None:
    shop.up_to("note")
    shop.serve(ALL[1:])
    said = shop.phone.say("no straw please")
    assert said[-1].body == "Join us?"


def test_a_parked_flow_that_is_gone_is_not_missed(shop: Shop) -> None:
    shop.up_to("note")
    shop.phone.say("by the way")
    shop.serve(ALL[1:])
    said = shop.phone.say("yes")
    assert said[0].body == "All right."
    assert shop.phone.say("by the way")[-1].body == "Really?"


def test_an_option_that_is_gone_can_no_longer_be_chosen(shop: Shop) -> None:
    shop.up_to("size")
    only_large = Flow("order", Ask("size", ("large",)), End("done"), audience=Audience.ANYONE)
    shop.serve((only_large, *ALL[1:]))
    assert "Which size?" in shop.phone.tap("Small")[0].body


def test_what_an_older_version_saved_is_still_understood(shop: Shop) -> None:
    shop.up_to("fruit")

    def as_it_was(talk: dict[str, Any]) -> None:
        talk["now"] = {"flow": "order", "step": "fruit", "answers": {"size": "large"}}

    shop.change(as_it_was)
    assert bodies(shop.phone.say("Fruit no 3")) == ["What else?"]


def test_what_a_newer_version_saved_is_still_understood(shop: Shop) -> None:
    shop.up_to("fruit")
    shop.change(lambda talk: talk["now"].update(a_word_of_the_future=1))
    assert bodies(shop.phone.say("Fruit no 3")) == ["What else?"]
