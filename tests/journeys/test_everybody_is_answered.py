"""A message is answered once, for free, in order: whoever else writes, and however it is delivered."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from domain.events import MESSAGE_RECEIVED
from simulator.phone import Phone
from storage.schema import inbox, outbox
from tests.journeys.world import World, chat_of, said, ways

TEN = [f"line {number}" for number in range(10)]
BOTH = pytest.mark.parametrize("channel", ["line", "telegram"])


async def test_a_line_message_is_answered_by_a_free_reply(anywhere: World) -> None:
    phone = await anywhere.phone("line")
    await phone.say("menu")
    await phone.answers()
    await anywhere.settled()
    counters = anywhere.simulator.counters
    assert (counters.pushes, set(ways(phone))) == (0, {"reply"})
    assert anywhere.states(inbox) == {"done": 2}
    assert set(anywhere.states(outbox)) == {"sent"}


async def test_a_telegram_message_is_answered(anywhere: World) -> None:
    phone = await anywhere.phone("telegram")
    await phone.say("menu")
    await phone.answers()
    await anywhere.settled()
    assert anywhere.states(inbox) == {"done": 2}
    assert set(anywhere.states(outbox)) == {"sent"}


@pytest.mark.usefixtures("echo")
@BOTH
async def test_a_webhook_that_comes_three_times_is_answered_once(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    way = here.simulator.line.webhook if channel == "line" else here.simulator.telegram.updates
    with way.odd(duplicates=2):
        await phone.say("once, please")
    await here.settled()
    assert said(phone).count("once, please") == 1
    assert here.states(inbox, inbox.c.kind == MESSAGE_RECEIVED) == {"done": 1}


@pytest.mark.usefixtures("echo")
async def test_a_redelivered_message_is_answered_once(here: World) -> None:
    phone = await here.phone("line")
    webhook = here.simulator.line.webhook
    event = here.simulator.line.events.text(phone, "again")
    again = {**event, "deliveryContext": {"isRedelivery": True}}
    assert (await webhook._attempt([event], redelivery=False)).outcome == 200
    assert (await webhook._attempt([again], redelivery=True)).outcome == 200
    await here.settled()
    assert (await webhook._attempt([again], redelivery=True)).outcome == 200
    await here.settled()
    assert said(phone).count("again") == 1


@pytest.mark.usefixtures("echo")
@BOTH
async def test_repeated_webhooks_at_the_same_moment_are_answered_once(anywhere: World, channel: Any) -> None:
    phone = await anywhere.phone(channel)
    await asyncio.gather(*(post_again(anywhere, phone, "at once") for _ in range(8)))
    await anywhere.settled()
    assert said(phone).count("at once") == 1


async def post_again(here: World, phone: Phone, text: str, number: int = 99_999_999) -> None:
    """The very same event, as the platform would repeat it."""
    if phone.channel == "line":
        event = here.simulator.line.events.text(phone, text) | {"webhookEventId": f"01{number:024d}"}
        assert (await here.simulator.line.webhook._attempt([event], redelivery=False)).outcome == 200
        return
    message = {"message_id": 7, "date": 1, "text": text, "chat": {"id": phone.address, "type": "private"}}
    body = f'{{"update_id": {number}, "message": {message}}}'.replace("'", '"')
    assert await here.simulator.telegram.updates.post(body.encode()) == 200


@pytest.mark.usefixtures("echo")
async def test_several_peoples_events_in_one_post_are_all_answered(anywhere: World) -> None:
    phones = [await anywhere.phone("line", f"อาสา {number}") for number in range(5)]
    before = len(anywhere.simulator.line.webhook.deliveries)
    async with anywhere.simulator.line.webhook.together():
        for phone in phones:
            await phone.say(f"from {phone.id}")
    assert len(anywhere.simulator.line.webhook.deliveries) == before + 1
    await anywhere.settled()
    assert [said(phone)[-1] for phone in phones] == [f"from {phone.id}" for phone in phones]


@pytest.mark.usefixtures("echo")
@BOTH
async def test_ten_messages_at_once_are_all_answered_in_order(anywhere: World, channel: Any) -> None:
    phone = await anywhere.phone(channel)
    await say_all(phone)
    await anywhere.settled(20)
    assert [text for text in said(phone) if text in TEN] == TEN
    assert set(ways(phone)) == ({"reply"} if channel == "line" else {"telegram"})


async def say_all(phone: Phone) -> None:
    """Say ten things without waiting for an answer."""
    for text in TEN:
        await phone.say(text)


@pytest.mark.usefixtures("echo")
async def test_ten_messages_in_one_post_are_answered_in_order(here: World) -> None:
    phone = await here.phone("line")
    async with here.simulator.line.webhook.together():
        for text in TEN:
            await phone.say(text)
    await here.settled()
    assert [text for text in said(phone) if text in TEN] == TEN


@pytest.mark.usefixtures("echo")
async def test_messages_that_were_reordered_on_the_way_are_answered_as_they_were_written(anywhere: World) -> None:
    phone = await anywhere.phone("line")
    anywhere.bot.dispatcher.take, take = nothing_yet, anywhere.bot.dispatcher.take  # type: ignore[method-assign]
    async with anywhere.simulator.line.webhook.backwards():
        for text in TEN:
            await phone.say(text)
            await asyncio.sleep(0.002)
    assert anywhere.states(inbox, inbox.c.state == "waiting") == {"waiting": 10}
    anywhere.bot.dispatcher.take = take  # type: ignore[method-assign]
    await anywhere.settled()
    assert [text for text in said(phone) if text in TEN] == TEN


async def nothing_yet() -> list[Any]:
    """A dispatcher that is busy elsewhere."""
    return []


@pytest.mark.usefixtures("echo")
async def test_many_chats_are_answered_side_by_side(anywhere: World) -> None:
    phones = [anywhere.simulator.add_phone(f"อาสา {place}", "line" if place % 2 else "telegram") for place in range(40)]
    await asyncio.gather(*(phone.open() for phone in phones))
    await asyncio.gather(*(phone.say(f"{chat_of(phone)} {part}") for phone in phones for part in "abc"))
    await anywhere.settled(20)
    for phone in phones:
        mine = Counter(text for text in said(phone) if text.startswith(chat_of(phone)))
        assert mine == {f"{chat_of(phone)} {part}": 1 for part in "abc"}
    assert anywhere.simulator.counters.pushes == 0


@pytest.mark.usefixtures("echo")
async def test_two_processes_share_the_work_and_answer_everything_once(anywhere: World) -> None:
    await anywhere.start_bot()
    phones = [await anywhere.phone("line", f"อาสา {number}") for number in range(6)]
    await asyncio.gather(*(say_all(phone) for phone in phones))
    await anywhere.settled(20)
    for phone in phones:
        assert [text for text in said(phone) if text in TEN] == TEN
    assert anywhere.simulator.counters.pushes == 0


async def test_a_tap_is_acknowledged_and_answered(here: World) -> None:
    phone = await here.phone("telegram")
    here.tell(phone, "old words")
    await here.settled()
    last = phone.last()
    assert last is not None
    message = here.simulator.telegram.shown[last.id].message
    query = {
        "id": here.simulator.telegram.ask(phone),
        "from": {"id": phone.address, "is_bot": False, "first_name": phone.name},
        "message": message,
        "chat_instance": "1",
        "data": "go:menu",
    }
    await here.simulator.telegram.updates.tell("callback_query", query, ("callback", int(phone.address)))
    await phone.answers()
    await here.settled()
    assert len(here.simulator.calls.matching("answerCallbackQuery")) == 1
