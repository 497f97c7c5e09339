"""An event whose handler fails: tried again later and later, then set aside; everybody concerned is told."""

import asyncio
import time
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.events import MESSAGE_RECEIVED, REMINDER_DUE, Arrival
from flows.engine import Turn
from handlers import HANDLERS
from handlers.turns import MOST_ATTEMPTS
from simulator.demo.network import add_staff
from storage import inbox as events
from storage.schema import inbox
from tests.journeys.world import World, chat_of, said, until


class Broken(Exception):
    """What our mistake looks like."""


@pytest.fixture(autouse=True)
def tried(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Handlers that fail at some texts and echo the others; counts the attempts at each."""
    counted: Counter[str] = Counter()

    def handle(turn: Turn) -> None:
        text = str(turn.event.facts.get("text", "a reminder"))
        counted[text] = turn.event.attempts + 1  # what is undone and done again alone is one attempt
        turn.chat.talk = {"spoilt": True}
        turn.say(text)
        if text.startswith("bad") or text == "a reminder":
            raise Broken(text)
        if text.startswith("twice bad") and counted[text] < 3:
            raise Broken(text)

    monkeypatch.setitem(HANDLERS, MESSAGE_RECEIVED, handle)
    monkeypatch.setitem(HANDLERS, REMINDER_DUE, handle)
    monkeypatch.setattr("bot.dispatcher.IDLE_SECONDS", 0.05)
    return counted


async def pass_the_time(here: World, seconds: int = 20) -> None:
    """Let the bot's clock run ahead, a second at a time."""
    for _ in range(seconds):
        here.clock.move(timedelta(seconds=1))
        await asyncio.sleep(0.06)


async def test_a_failing_event_is_tried_again_then_set_aside_and_the_person_and_staff_are_told(
    anywhere: World, tried: Counter[str]
) -> None:
    phone = await anywhere.phone("line")
    staff = await anywhere.phone("line", "พี่นก")
    make_staff(anywhere, chat_of(staff))
    told_before = len(said(staff))
    await phone.say("bad luck")
    await phone.say("and then?")
    await until(lambda: tried["bad luck"] == 1)
    await pass_the_time(anywhere)
    await anywhere.settled()
    assert tried == {"bad luck": MOST_ATTEMPTS, "and then?": 1}
    assert anywhere.states(inbox) == {"done": 3, "set_aside": 1}
    assert "bad luck" not in said(phone)
    apology, answer = said(phone)[-2:]
    assert apology
    assert answer == "and then?"
    assert len(said(staff)) == told_before + 1
    assert "bad luck" not in said(staff)[-1]


def make_staff(here: World, chat: str) -> None:
    """Make the owner of an open chat staff."""
    from storage import chats

    with here.engine.begin() as tx:
        chats.forget(tx, chat)
        add_staff(tx, chat, "พี่นก", "th", here.clock.now())


async def test_the_waits_between_attempts_grow(here: World, tried: Counter[str]) -> None:
    phone = await here.phone("line")
    began = here.clock.now()
    moments: dict[int, float] = {}
    await phone.say("bad luck")
    for _ in range(200):
        here.clock.move(timedelta(seconds=0.1))
        await asyncio.sleep(0.06)
        moments.setdefault(tried["bad luck"], (here.clock.now() - began).total_seconds())
        if tried["bad luck"] == MOST_ATTEMPTS:
            break
    waits = [moments[number + 1] - moments[number] for number in range(1, MOST_ATTEMPTS)]
    assert waits == pytest.approx([1, 2, 4], abs=0.7)


async def test_what_fails_twice_is_answered_the_third_time_and_in_order(anywhere: World, tried: Counter[str]) -> None:
    phone = await anywhere.phone("telegram")
    await phone.say("twice bad")
    await phone.say("next")
    await pass_the_time(anywhere, 8)
    await anywhere.settled()
    assert said(phone)[-2:] == ["twice bad", "next"]
    assert tried == {"twice bad": 3, "next": 1}
    assert anywhere.states(inbox) == {"done": 3}


async def test_a_failing_chat_does_not_delay_the_others(anywhere: World) -> None:
    unlucky, other = await anywhere.phone("line"), await anywhere.phone("line", "เบน")
    await unlucky.say("bad luck")
    for number in range(5):
        began = time.monotonic()
        await other.say(f"good {number}")
        await other.wait_for(f"good {number}")
        assert time.monotonic() - began < 1.0


async def test_a_failure_leaves_no_trace_in_the_conversation(here: World) -> None:
    phone = await here.phone("line")
    before = talk_of(here, chat_of(phone))
    await phone.say("bad luck")
    await until(lambda: here.states(inbox, inbox.c.failure == "Broken").total())
    assert talk_of(here, chat_of(phone)) == before


def talk_of(here: World, chat: str) -> object:
    from storage.schema import chats

    with here.engine.connect() as tx:
        return tx.execute(select(chats.c.talk).where(chats.c.name == chat)).scalar_one()


async def test_a_failing_reminder_is_no_concern_of_the_persons(here: World) -> None:
    phone = await here.phone("line")
    before = len(said(phone))
    with here.engine.begin() as tx:
        due = Arrival("r1", chat_of(phone), REMINDER_DUE, here.clock.now(), facts={})
        events.keep(tx, [due], here.clock.now())
    await pass_the_time(here)
    await here.settled()
    assert here.states(inbox)["set_aside"] == 1
    assert len(said(phone)) == before
