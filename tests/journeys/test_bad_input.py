"""What bad input gets: a clear status and nothing written, or a kind answer."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from storage.schema import inbox
from tests.journeys.world import World, chat_of, said, until

BOTH = pytest.mark.parametrize("channel", ["line", "telegram"])
BROKEN = (b"", b"{", b"[]", b"nothing", b'"events"', b"\xff\xfe", b"[" * 100_000, b'{"events": 5}', b"null", b"5")
TOO_LONG = b'{"events": ["' + b"a" * (2 * 1024 * 1024) + b'"]}'


async def test_a_broken_body_is_refused_with_400_and_nothing_is_written(here: World) -> None:
    for body in BROKEN:
        assert (await here.simulator.line.webhook.post(body)).outcome == 400, body[:20]
        assert await here.simulator.telegram.updates.post(body) == 400, body[:20]
    assert here.states() == {}


async def test_a_body_over_two_megabytes_is_refused_with_413_and_nothing_is_written(here: World) -> None:
    assert (await here.simulator.line.webhook.post(TOO_LONG)).outcome == 413
    assert await here.simulator.telegram.updates.post(TOO_LONG) == 413
    assert here.states() == {}


async def test_a_line_webhook_without_a_good_signature_is_refused_with_401_and_nothing_is_written(here: World) -> None:
    for signature in ("bad", "missing"):
        with here.simulator.line.webhook.odd(signature=signature):
            await here.simulator.add_phone("มะลิ", "line").open()
        assert here.simulator.line.webhook.deliveries[-1].outcome == 401
    assert here.states() == {}


async def test_one_changed_byte_spoils_the_signature(here: World) -> None:
    webhook = here.simulator.line.webhook
    body = json.dumps({"destination": here.simulator.settings.line_destination, "events": []}).encode()
    good = webhook.sign(body)
    assert (await webhook.post(body, good)).outcome == 200
    assert (await webhook.post(body + b" ", good)).outcome == 401


async def test_a_telegram_update_without_our_secret_is_refused_with_401_and_nothing_is_written(here: World) -> None:
    for secret in ("", "guessed", "simulator-telegram-secreT"):
        assert await here.simulator.telegram.updates.post(b'{"update_id": 1}', secret) == 401
    assert here.states() == {}


async def test_a_webhook_for_another_account_is_refused_with_400_and_nothing_is_written(here: World) -> None:
    await until(lambda: here.bot.channels["line"].our_address)  # type: ignore[attr-defined]
    phone = here.simulator.add_phone("มะลิ", "line")
    with here.simulator.line.webhook.odd(destination="U" + "9" * 32):
        await phone.open()
    assert here.simulator.line.webhook.deliveries[-1].outcome == 400
    assert here.states() == {}


async def test_the_consoles_verify_button_gets_200(here: World) -> None:
    assert (await here.simulator.line.webhook.verify()).outcome == 200
    assert here.states() == {}


UNKNOWN_TO_LINE: tuple[dict[str, Any], ...] = (
    {"type": "somethingNew", "novelty": {"deep": [1, 2]}},
    {"type": "beacon", "beacon": {"hwid": "d41d8cd98f", "type": "enter"}},
    {"type": "unsend", "unsend": {"messageId": "1"}},
    {"type": "message", "source": {"type": "group", "groupId": "C1", "userId": "U1"}},
    {"type": None},
    {"type": {}},
)


async def test_line_events_that_we_do_not_know_get_200_and_are_kept_and_nothing_is_sent(here: World) -> None:
    phone = await here.phone("line")
    before, kept = len(said(phone)), here.states().total()
    for event in UNKNOWN_TO_LINE:
        full = here.simulator.line.events.event(phone, "new") | event
        for _ in range(2):
            assert (await here.simulator.line.webhook._attempt([full], redelivery=False)).outcome == 200
    await here.settled()
    assert here.states() == {"done": kept + len(UNKNOWN_TO_LINE)}
    assert len(said(phone)) == before


UNKNOWN_TO_TELEGRAM: tuple[dict[str, Any], ...] = (
    {"something_new": {"chat": {"id": 5, "type": "private"}}},
    {"message": {"date": 1, "chat": {"id": -100, "type": "supergroup"}, "text": "hello group"}},
    {"edited_message": {"date": 1, "chat": {"id": 5, "type": "private"}, "text": "hi"}},
    {"message": None},
    {"callback_query": {"id": "1", "from": {"id": 5}, "inline_message_id": "x", "data": "go:menu"}},
    {},
)


async def test_telegram_updates_that_we_do_not_know_get_200_and_are_kept_and_nothing_is_sent(here: World) -> None:
    for number, update in enumerate(UNKNOWN_TO_TELEGRAM, 77):
        body = json.dumps({"update_id": number} | update).encode()
        for _ in range(2):
            assert await here.simulator.telegram.updates.post(body) == 200
    await here.settled()
    assert here.states() == {"done": len(UNKNOWN_TO_TELEGRAM)}
    assert here.simulator.counters.telegram_sent == 0


@pytest.mark.usefixtures("echo")
async def test_one_odd_event_does_not_spoil_the_others_of_its_post(here: World) -> None:
    phone = await here.phone("line")
    events = here.simulator.line.events
    odd: list[Any] = [{"type": "message"}, 5, None, events.event(phone, "message", message={"type": "text"})]
    webhook = here.simulator.line.webhook
    said_last = events.text(phone, "and me")
    body = {"destination": here.simulator.settings.line_destination, "events": [*odd, said_last]}
    webhook._hand_out_tokens([said_last])
    assert (await webhook.post(json.dumps(body).encode())).outcome == 200
    await here.settled()
    assert said(phone)[-1] == "and me"


@pytest.mark.usefixtures("echo")
async def test_properties_that_we_do_not_know_change_nothing(here: World) -> None:
    phone = await here.phone("line")
    with here.simulator.line.webhook.odd(extra={"brandNew": {"a": [1]}, "markAsReadToken": 5}):
        await phone.say("as ever")
    await here.settled()
    assert said(phone)[-1] == "as ever"


async def test_in_standby_everything_is_kept_and_nothing_is_sent(here: World) -> None:
    phone = await here.phone("line")
    before, kept = len(said(phone)), here.states().total()
    with here.simulator.line.webhook.odd(mode="standby"):
        await phone.say("to the human at the desk")
        await phone.send("sticker")
    await here.settled()
    assert len(said(phone)) == before
    assert here.states() == {"done": kept + 2}


@BOTH
async def test_what_is_no_text_gets_a_kind_answer(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    for content in ("sticker", "image", "audio", "video", "file", "location"):
        await phone.send(content)
        assert all(answer.text.strip() for answer in await phone.answers()), content
    await here.settled()
    assert here.states() == {"done": 7}


ODD_TEXTS = (
    "\u200b",
    "🙏🏽",
    "\u200b  \n",
    "ก็ำำำ" * 40,
    "\u202eabc",
    "'; DROP TABLE chats; --",
    "\x00",
    "{ $name }",
    "<b>&",
)


@BOTH
async def test_a_text_of_any_length_and_with_any_letters_gets_an_answer(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    texts = ["ก", "ข" * 5_000, "x" * 10_000, *ODD_TEXTS]
    for text in texts:
        await phone.say(text)
        assert await phone.answers(), text[:20]
    await here.settled()
    assert here.states() == {"done": 1 + len(texts)}
    assert set(here.letters()) == {"sent"}


ODD_BUTTONS = ("a:999:yes", "a:1:yes", "go:no_such_flow", "go:", "?", "a::", "go:menu:5", "ก" * 100, "go:sign_up:x")


async def test_a_button_that_we_do_not_know_gets_a_kind_answer(here: World) -> None:
    phone = await here.phone("line")
    for value in ODD_BUTTONS:
        await here.simulator.line.webhook.deliver([here.simulator.line.events.postback(phone, value)])
        assert await phone.answers(), value
    await here.settled()
    assert here.states(inbox) == {"done": 1 + len(ODD_BUTTONS)}


async def test_a_tap_on_yesterdays_button_gets_an_answer_even_after_a_restart(here: World) -> None:
    phone = await here.phone("line")
    await phone.say("menu")
    await phone.answers()
    await here.stop_bot()
    here.clock.move(timedelta(days=1))
    await here.start_bot()
    await here.simulator.line.webhook.deliver([here.simulator.line.events.postback(phone, "a:1:back")])
    assert await phone.answers()
    await here.settled()
    assert here.states(inbox)["set_aside"] == 0


@pytest.mark.usefixtures("echo")
async def test_a_flood_of_broken_webhooks_does_not_stop_a_good_one(here: World) -> None:
    phone = await here.phone("line")
    webhook = here.simulator.line.webhook
    await asyncio.gather(*(webhook.post(body) for body in BROKEN * 10), phone.say("still there?"))
    await here.settled()
    assert said(phone)[-1] == "still there?"
    assert here.letters()[-1] == "sent"
    assert chat_of(phone).startswith("line:U")
