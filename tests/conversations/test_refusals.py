"""What staff and volunteers hear when a step cannot be taken: each refusal in words, in their own language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from domain import events
from domain.sign_ups import MOVES, Refusal
from flows.roster import AFTER
from storage import seats, sign_ups
from tests.conversations import seeds
from tests.phone import Desk
from texts import LANGUAGES, all_texts

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
OFFERED = {"expires_at": NOW + timedelta(days=2)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_its_words(language: str, refusal: Refusal) -> None:
    said = all_texts().say(language, f"roster.refused-{refusal}", name="มะลิ", state="…")
    assert said.startswith("มะลิ: ")


def answered(verb: str, desk: Desk, about: str) -> list[str]:
    """Tap the button that does this, and answer what is asked first; gives what was said."""
    nok = desk.phone("telegram:4001")
    said = nok.new(events.BUTTON_PRESSED, value=f"go:decide:{verb}:{about}")
    if verb == "turn_down":
        said = nok.tap(said[-1].choices[0].label)
    elif verb == "release":
        said = nok.say("no answer for two weeks")
    elif verb == "train" and not said[-1].choices:
        said = nok.say("trained with an earlier project")
    return [message.body for message in said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", AFTER)
def test_a_button_of_staff_does_it_or_says_why_not_from_every_state(engine: Engine, language: str, verb: str) -> None:
    desk = Desk(engine, NOW)
    with engine.begin() as tx:
        seeds.library(tx, NOW)
        seeds.somebody(tx, NOW, "telegram:4001", f"name=Nok staff=yes language={language}")
        role = seeds.role_called(tx, "นักวาดภาพประกอบ")
    for number, before in enumerate(MOVES):
        with engine.begin() as tx:
            who = seeds.somebody(tx, NOW, f"telegram:{5000 + number}", "name=มะลิ")
            if before:
                seats.write(tx, role, who, before, NOW, **(OFFERED if before == "offered" else {}))
        said = answered(verb, desk, f"{role}:{who}")
        with engine.begin() as tx:
            after = sign_ups.state_of(tx, role, who)
            seats.withdraw(tx, role, who, NOW)
        taken = before is not None and AFTER[verb] in MOVES[before] and after == AFTER[verb]
        assert (after == before) != taken or before == AFTER[verb]
        assert any("มะลิ" in each and each.startswith("•") != taken for each in said), (before, said)
