"""How Telegram brings updates: by webhook, in order, again and again; or when asked."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict


async def until(question, seconds: float = 3.0) -> None:
    async with asyncio.timeout(seconds):
        while not question():  # noqa: ASYNC110 - there is nothing to be told by
            await asyncio.sleep(0.005)


def texts(updates):
    return [update["message"]["text"] for update in updates if "message" in update]


class TestByWebhook:
    async def test_updates_carry_the_secret(self, desk, bot):
        await desk.add_phone("Tom", "telegram").open()
        assert bot.heard[0].headers["x-telegram-bot-api-secret-token"] == "simulator-telegram-secret"

    async def test_every_update_parses(self, desk, bot, telegram):
        phone = desk.add_phone("Tom", "telegram", "en")
        await phone.open("k-7f3a")
        for content in ("sticker", "image", "video", "audio", "file", "location"):
            await phone.send(content)
        await phone.block()
        await phone.unblock()
        updates = [Update.de_json(update, telegram) for update in bot.updates]
        start = updates[0].message
        assert (start.text, start.from_user.language_code, start.chat.type) == ("/start k-7f3a", "en", "private")
        assert list(start.parse_entities().values()) == ["/start"]
        kinds = [update.message.effective_attachment is not None for update in updates[1:7]]
        assert all(kinds)
        statuses = [
            (u.my_chat_member.old_chat_member.status, u.my_chat_member.new_chat_member.status) for u in updates[7:]
        ]
        assert statuses == [("member", "kicked"), ("kicked", "member")]
        ids = [update.update_id for update in updates]
        assert ids == sorted(set(ids))

    async def test_starting_again_after_blocking_unblocks_first(self, desk, bot):
        phone = desk.add_phone("Tom", "telegram")
        await phone.open()
        await phone.block()
        await phone.open()
        assert [next(key for key in update if key != "update_id") for update in bot.updates] == [
            "message",
            "my_chat_member",
            "my_chat_member",
            "message",
        ]

    async def test_a_refused_update_holds_back_its_chat_but_no_other(self, desk, bot):
        tom, ann = desk.add_phone("Tom", "telegram"), desk.add_phone("Ann", "telegram")
        desk.settings.telegram_backoff = 0.1
        bot.answers.extend([500, 200, 200])
        await tom.say("one")
        await tom.say("two")
        await ann.say("hello")
        assert texts(bot.updates) == ["one", "hello"]
        await bot.hears(4)
        assert texts(bot.updates) == ["one", "hello", "one", "two"]
        assert bot.updates[0] == bot.updates[2]

    async def test_waiting_longer_each_time_or_as_long_as_asked(self, desk, bot):
        bot.answers.extend([500, 500, web.Response(status=503, headers={"Retry-After": "0.3"})])
        await desk.add_phone("Tom", "telegram").say("hi")
        await bot.hears(3)
        await asyncio.sleep(0.15)
        assert len(bot.heard) == 3
        await bot.hears(4)
        await until(lambda: not desk.telegram.updates.pending)

    async def test_one_update_of_a_chat_at_a_time(self, desk, bot):
        phone = desk.add_phone("Tom", "telegram")
        bot.answers.extend([0.05] * 3)
        await asyncio.gather(*(phone.say(str(number)) for number in range(3)))
        assert texts(bot.updates) == ["0", "1", "2"]
        assert bot.most_at_once == 1

    async def test_a_tap_does_not_wait_for_a_message(self, desk, bot, telegram):
        phone = desk.add_phone("Tom", "telegram")
        await phone.open()
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
        await telegram.send_message(phone.address, "?", reply_markup=keys)
        bot.answers.extend([0.1, 0.1])
        await asyncio.gather(phone.say("hi"), phone.tap("Yes"))
        assert bot.most_at_once == 2

    async def test_updates_are_given_up_after_a_day_and_taps_sooner(self, desk, bot, telegram):
        phone = desk.add_phone("Tom", "telegram")
        await phone.open()
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
        await telegram.send_message(phone.address, "?", reply_markup=keys)
        desk.settings.telegram_backoff = 0.1
        bot.answers.append(500)
        await phone.tap("Yes")
        desk.clock.move(timedelta(seconds=151))
        await until(lambda: not desk.telegram.updates.pending)
        assert len(bot.heard) == 2

    async def test_the_bot_sets_its_own_webhook(self, desk, bot, telegram):
        desk.telegram_bot_url = "http://127.0.0.1:1/nobody"
        phone = desk.add_phone("Tom", "telegram")
        await phone.say("while it was down")
        before = await telegram.get_webhook_info()
        assert (before.pending_update_count, bool(before.last_error_message)) == (1, True)
        url = f"http://127.0.0.1:{bot.port}/telegram"
        await telegram.set_webhook(url, secret_token="another-secret", max_connections=7)
        await until(lambda: bot.heard)
        assert bot.heard[0].headers["x-telegram-bot-api-secret-token"] == "another-secret"
        info = await telegram.get_webhook_info()
        assert (info.url, info.max_connections, info.pending_update_count) == (url, 7, 0)

    async def test_pending_updates_can_be_dropped(self, desk, bot, telegram):
        desk.telegram_bot_url = "http://127.0.0.1:1/nobody"
        await desk.add_phone("Tom", "telegram").say("forget this")
        await telegram.set_webhook(f"http://127.0.0.1:{bot.port}/telegram", drop_pending_updates=True)
        await desk.add_phone("Ann", "telegram").say("hi")
        assert texts(bot.updates) == ["hi"]

    async def test_only_allowed_updates_come_and_the_choice_lasts(self, desk, bot, telegram):
        url = f"http://127.0.0.1:{bot.port}/telegram"
        await telegram.set_webhook(url, allowed_updates=["message"])
        await telegram.set_webhook(url)
        phone = desk.add_phone("Tom", "telegram")
        await phone.say("hi")
        await phone.block()
        assert len(bot.updates) == 1

    async def test_a_webhook_needs_https_and_a_plain_secret(self, telegram):
        with pytest.raises(BadRequest, match=r"(?i)An HTTPS URL must be provided for webhook"):
            await telegram.set_webhook("http://example.org/hook")
        with pytest.raises(BadRequest, match=r"(?i)secret token contains unallowed characters"):
            await telegram.set_webhook("https://example.org/hook", secret_token="ช่วย")

    async def test_the_answer_to_a_webhook_may_be_a_call(self, desk, bot):
        phone = desk.add_phone("Tom", "telegram")
        call = {"method": "sendMessage", "chat_id": phone.address, "text": "hello yourself"}
        bot.answers.append(web.json_response(call))
        await phone.say("hi")
        assert (await phone.next()).text == "hello yourself"

    async def test_updates_can_be_repeated_or_carry_a_wrong_secret(self, desk, bot):
        phone = desk.add_phone("Tom", "telegram")
        with desk.telegram.updates.odd(duplicates=1, secret="wrong"):
            await phone.say("hi")
        assert bot.updates[0] == bot.updates[1]
        assert bot.heard[0].headers["x-telegram-bot-api-secret-token"] == "wrong"
        assert await desk.telegram.updates.post(b"{}", secret="") == 200
        assert "x-telegram-bot-api-secret-token" not in bot.heard[2].headers


class TestByAsking:
    @pytest.fixture
    async def asking(self, telegram: Bot) -> Bot:
        await telegram.delete_webhook()
        return telegram

    async def test_asking_conflicts_with_a_webhook(self, telegram):
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await telegram.get_updates()

    async def test_updates_stay_until_confirmed(self, desk, asking):
        phone = desk.add_phone("Tom", "telegram")
        for text in ("one", "two", "three"):
            await phone.say(text)
        first = await asking.get_updates(limit=2)
        assert [update.message.text for update in first] == ["one", "two"]
        assert await asking.get_updates(limit=2) == first
        rest = await asking.get_updates(offset=first[-1].update_id + 1)
        assert [update.message.text for update in rest] == ["three"]
        assert await asking.get_updates(offset=rest[-1].update_id + 1) == ()

    async def test_a_negative_offset_keeps_the_newest(self, desk, asking):
        phone = desk.add_phone("Tom", "telegram")
        for text in ("one", "two", "three"):
            await phone.say(text)
        assert [update.message.text for update in await asking.get_updates(offset=-1)] == ["three"]

    async def test_asking_waits_for_the_next_update(self, desk, asking):
        phone = desk.add_phone("Tom", "telegram")
        waiting = asyncio.create_task(asking.get_updates(timeout=5))
        await asyncio.sleep(0.05)
        await phone.say("hi")
        assert [update.message.text for update in await waiting] == ["hi"]

    async def test_the_second_to_ask_sends_the_first_away(self, desk, asking, http):
        waiting = asyncio.create_task(asking.get_updates(timeout=5))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(http.telegram("getUpdates", timeout=5))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await waiting
        await desk.add_phone("Tom", "telegram").say("hi")
        _, answer = await second
        assert texts(answer["result"]) == ["hi"]

    async def test_updates_are_kept_for_a_day(self, desk, asking):
        await desk.add_phone("Tom", "telegram").say("hi")
        desk.clock.move(timedelta(hours=25))
        assert await asking.get_updates() == ()
