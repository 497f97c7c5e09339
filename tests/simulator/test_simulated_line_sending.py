"""How LINE takes messages: reply tokens, retry keys, the month's quota, rates, and who is reached."""

from __future__ import annotations

import asyncio
import uuid
from datetime import timedelta

import pytest
from linebot.v3.messaging import (
    ApiException,
    AsyncMessagingApi,
    BroadcastRequest,
    MulticastRequest,
    PushMessageRequest,
    ReplyMessageRequest,
    TextMessage,
    ValidateMessageRequest,
)

NOBODY = "U" + "0" * 32


def words(text: str = "hi") -> list[TextMessage]:
    return [TextMessage(text=text)]


def plain(text: str = "hi") -> list[dict[str, str]]:
    return [{"type": "text", "text": text}]


async def friend(desk, name: str = "นิด"):
    phone = desk.add_phone(name, "line")
    await phone.open()
    return phone


async def refusal(call) -> ApiException:
    with pytest.raises(ApiException) as refused:
        await call
    return refused.value


def push(line: AsyncMessagingApi, phone, text: str = "hi", key: str | None = None):
    return line.push_message(PushMessageRequest(to=phone.address, messages=words(text)), x_line_retry_key=key)


def reply(line: AsyncMessagingApi, token: str, text: str = "hi", **more):
    return line.reply_message(ReplyMessageRequest(replyToken=token, messages=words(text)), **more)


class TestReplies:
    async def test_a_reply_reaches_the_person_and_is_free(self, desk, bot, line):
        phone = await friend(desk)
        sent = await reply(line, bot.events[0]["replyToken"], "สวัสดีค่ะ")
        assert sent.sent_messages[0].id.isdigit()
        assert (phone.last().text, phone.last().how) == ("สวัสดีค่ะ", "reply")
        assert desk.meter() == {"limit": 300, "used": 0, "free_replies": 1, "telegram_sent": 0}

    async def test_a_reply_token_works_once(self, desk, bot, line):
        phone = await friend(desk)
        await reply(line, bot.events[0]["replyToken"])
        refused = await refusal(reply(line, bot.events[0]["replyToken"]))
        assert (refused.status, refused.body) == (400, '{"message": "Invalid reply token"}')
        assert len(phone.bubbles("bot")) == 1

    async def test_a_reply_token_works_for_a_minute(self, desk, bot, line):
        phone = await friend(desk)
        desk.clock.move(timedelta(seconds=58))
        await reply(line, bot.events[0]["replyToken"])
        await phone.say("again")
        desk.clock.move(timedelta(seconds=61))
        refused = await refusal(reply(line, bot.events[1]["replyToken"]))
        assert "Invalid reply token" in refused.body

    async def test_an_unknown_reply_token_is_refused(self, line):
        assert "Invalid reply token" in (await refusal(reply(line, "f" * 32))).body

    async def test_a_reply_with_a_retry_key_is_refused_and_its_token_kept(self, desk, bot, line):
        await friend(desk)
        token = bot.events[0]["replyToken"]
        refused = await refusal(reply(line, token, _headers={"X-Line-Retry-Key": str(uuid.uuid4())}))
        assert refused.status == 400
        await reply(line, token)

    async def test_a_malformed_reply_keeps_its_token(self, desk, bot, line):
        await friend(desk)
        token = bot.events[0]["replyToken"]
        assert (await refusal(reply(line, token, "x" * 5001))).status == 400
        await reply(line, token)

    async def test_five_messages_are_five_bubbles(self, desk, bot, line):
        phone = await friend(desk)
        messages = [TextMessage(text=str(number)) for number in range(5)]
        await line.reply_message(ReplyMessageRequest(replyToken=bot.events[0]["replyToken"], messages=messages))
        assert [bubble.text for bubble in await phone.answers()] == ["0", "1", "2", "3", "4"]


class TestPushes:
    async def test_a_push_reaches_a_friend_and_is_counted(self, desk, line):
        phone = await friend(desk)
        sent = await push(line, phone)
        assert len(sent.sent_messages) == 1
        assert phone.last().how == "push"
        assert desk.counters.pushes_to == {phone.id: 1}
        assert (await line.get_message_quota_consumption()).total_usage == 1

    async def test_five_bubbles_to_one_person_count_once(self, desk, line):
        phone = await friend(desk)
        await line.push_message(PushMessageRequest(to=phone.address, messages=words() * 5))
        assert (await line.get_message_quota_consumption()).total_usage == 1

    async def test_a_push_to_someone_who_blocked_is_accepted_but_neither_shown_nor_counted(self, desk, line):
        phone = await friend(desk)
        await phone.block()
        await push(line, phone)
        assert phone.bubbles("bot") == []
        assert desk.meter()["used"] == 0
        assert desk.counters.undelivered == 1

    async def test_a_push_to_a_stranger_is_accepted_but_not_shown(self, desk, line):
        phone = desk.add_phone("แอน", "line")
        await push(line, phone)
        assert phone.bubbles("bot") == []

    async def test_a_stranger_who_wrote_is_reached_for_a_week(self, desk, line):
        phone = desk.add_phone("แอน", "line")
        await phone.say("hi")
        await push(line, phone, "one")
        desk.clock.move(timedelta(days=8))
        await push(line, phone, "two")
        assert [bubble.text for bubble in phone.bubbles("bot")] == ["one"]

    async def test_an_unknown_person_is_refused(self, line):
        refused = await refusal(line.push_message(PushMessageRequest(to=NOBODY, messages=words())))
        assert (refused.status, refused.body) == (400, '{"message": "Failed to send messages"}')

    async def test_a_malformed_address_is_refused(self, line):
        refused = await refusal(line.push_message(PushMessageRequest(to="somebody", messages=words())))
        assert "The property, to, in the request body is invalid" in refused.body


class TestRetryKeys:
    async def test_the_same_key_is_accepted_once(self, desk, line):
        phone, key = await friend(desk), str(uuid.uuid4())
        first = await line.push_message_with_http_info(
            PushMessageRequest(to=phone.address, messages=words()), x_line_retry_key=key
        )
        refused = await refusal(push(line, phone, key=key))
        assert refused.status == 409
        assert "The retry key is already accepted" in refused.body
        assert first.data.sent_messages[0].id in refused.body
        assert refused.headers["x-line-accepted-request-id"] == first.headers["x-line-request-id"]
        assert refused.headers["x-line-request-id"] != first.headers["x-line-request-id"]
        assert len(phone.bubbles("bot")) == 1
        assert desk.counters.repeats == 1

    async def test_a_key_is_forgotten_after_a_day_and_the_message_comes_twice(self, desk, line):
        phone, key = await friend(desk), str(uuid.uuid4())
        await push(line, phone, key=key)
        desk.clock.move(timedelta(hours=23, minutes=59))
        assert (await refusal(push(line, phone, key=key))).status == 409
        desk.clock.move(timedelta(minutes=2))
        await push(line, phone, key=key)
        assert len(phone.bubbles("bot")) == 2

    async def test_a_refused_request_does_not_use_its_key(self, desk, line):
        phone, key = await friend(desk), str(uuid.uuid4())
        assert (await refusal(push(line, phone, "x" * 5001, key))).status == 400
        await push(line, phone, "short", key)

    async def test_a_key_that_is_no_uuid_is_refused(self, desk, line):
        assert (await refusal(push(line, await friend(desk), key="again-please"))).status == 400

    async def test_of_two_at_once_with_one_key_one_is_accepted(self, desk, line):
        phone, key = await friend(desk), str(uuid.uuid4())
        outcomes = await asyncio.gather(*(push(line, phone, key=key) for _ in range(5)), return_exceptions=True)
        assert sum(isinstance(outcome, ApiException) and outcome.status == 409 for outcome in outcomes) == 4
        assert len(phone.bubbles("bot")) == 1

    async def test_multicasts_and_broadcasts_have_keys_too(self, desk, line):
        phone = await friend(desk)
        for send in (
            lambda key: line.multicast(MulticastRequest(to=[phone.address], messages=words()), x_line_retry_key=key),
            lambda key: line.broadcast(BroadcastRequest(messages=words()), x_line_retry_key=key),
        ):
            key = str(uuid.uuid4())
            await send(key)
            refused = await refusal(send(key))
            assert refused.status == 409
            assert "sentMessages" not in refused.body
        assert len(phone.bubbles("bot")) == 2


class TestManyAtOnce:
    async def test_a_multicast_reaches_those_it_can(self, desk, line):
        one, two = await friend(desk, "one"), await friend(desk, "two")
        await two.block()
        await line.multicast(MulticastRequest(to=[one.address, two.address, NOBODY, one.address], messages=words()))
        assert len(one.bubbles("bot")) == 1
        assert two.bubbles("bot") == []
        assert desk.meter()["used"] == 1

    async def test_a_strict_desk_refuses_a_multicast_that_names_a_stranger(self, desk, line):
        desk.settings.line_strict_multicast = True
        phone = await friend(desk)
        refused = await refusal(line.multicast(MulticastRequest(to=[phone.address, NOBODY], messages=words())))
        assert "The property, to[1], in the request body is invalid (line: -, column: -)" in refused.body
        assert phone.bubbles("bot") == []

    async def test_a_multicast_has_at_most_500_and_well_formed_addresses(self, http):
        many = {"to": [NOBODY] * 501, "messages": plain()}
        assert (await http.line("/v2/bot/message/multicast", many))[0] == 400
        status, body, _ = await http.line("/v2/bot/message/multicast", {"to": [NOBODY, "x"], "messages": plain()})
        assert (status, body["message"]) == (
            400,
            "The property, to[1], in the request body is invalid (line: -, column: -)",
        )

    async def test_a_broadcast_reaches_every_friend(self, desk, line):
        phones = [await friend(desk, str(number)) for number in range(3)]
        desk.add_phone("stranger", "line")
        await line.broadcast(BroadcastRequest(messages=words()))
        assert all(phone.last().text == "hi" for phone in phones)
        assert desk.meter()["used"] == 3


class TestTheMonth:
    async def test_beyond_the_limit_nothing_is_delivered(self, desk, line):
        desk.settings.line_quota = 2
        phones = [await friend(desk, str(number)) for number in range(3)]
        refused = await refusal(line.broadcast(BroadcastRequest(messages=words())))
        assert (refused.status, refused.body) == (429, '{"message": "You have reached your monthly limit."}')
        assert all(phone.bubbles("bot") == [] for phone in phones)
        await push(line, phones[0])
        await push(line, phones[1])
        assert (await refusal(push(line, phones[2]))).status == 429

    async def test_replies_go_on_beyond_the_limit(self, desk, bot, line):
        desk.settings.line_quota = 0
        phone = await friend(desk)
        await reply(line, bot.events[0]["replyToken"])
        assert phone.last().text == "hi"

    async def test_a_new_month_starts_at_nothing(self, desk, line):
        desk.settings.line_quota = 1
        phone = await friend(desk)
        await push(line, phone)
        desk.clock.move(timedelta(days=32))
        await push(line, phone)
        assert desk.meter()["used"] == 1

    async def test_messages_sent_elsewhere_use_the_quota_too(self, desk, line):
        desk.line.quota.use(120, desk.clock.now())
        assert (await line.get_message_quota_consumption()).total_usage == 120

    async def test_a_plan_may_have_no_limit(self, desk, line):
        assert (await line.get_message_quota()).value == 300
        desk.settings.line_quota = None
        assert (await line.get_message_quota()).type == "none"

    async def test_a_day_is_counted_on_the_next(self, desk, line):
        phone = await friend(desk)
        await push(line, phone)
        today = (desk.clock.now() + timedelta(hours=9)).strftime("%Y%m%d")
        assert (await line.get_number_of_sent_push_messages(today)).status == "unready"
        desk.clock.move(timedelta(days=1))
        counted = await line.get_number_of_sent_push_messages(today)
        assert (counted.status, counted.success) == ("ready", 1)


class TestTheDoor:
    async def test_a_wrong_token_is_refused(self, http):
        status, body, headers = await http.line("/v2/bot/message/push", {}, token="stolen")
        assert status == 401
        assert body["message"].startswith("Authentication failed due to the following reason: ")
        assert headers["x-line-request-id"]

    async def test_a_token_is_issued_for_the_channels_secret_and_lasts_a_quarter_hour(self, desk, http):
        form = {"grant_type": "client_credentials", "client_id": "1657000000", "client_secret": "simulator-secret"}
        _, issued, _ = await http.ask("POST", "/oauth2/v3/token", data=form)
        assert (issued["token_type"], issued["expires_in"]) == ("Bearer", 900)
        bearer = {"Authorization": f"Bearer {issued['access_token']}"}
        assert (await http.ask("GET", "/v2/bot/info", headers=bearer))[0] == 200
        desk.clock.move(timedelta(seconds=901))
        assert (await http.ask("GET", "/v2/bot/info", headers=bearer))[0] == 401
        status, body, _ = await http.ask("POST", "/oauth2/v3/token", data=form | {"client_secret": "guess"})
        assert (status, body["error"]) == (400, "invalid_client")

    async def test_every_answer_has_its_own_request_id(self, http):
        ids = {(await http.line(path, {}))[2]["x-line-request-id"] for path in ("/v2/bot/message/push", "/v2/nowhere")}
        assert len(ids) == 2

    async def test_calls_beyond_the_rate_are_refused_without_a_hint_when(self, desk, line, http):
        for _ in range(60):
            await line.broadcast(BroadcastRequest(messages=words()))
        status, body, headers = await http.line("/v2/bot/message/broadcast", {"messages": plain()})
        assert (status, body) == (429, {"message": "The API rate limit has been exceeded. Try again later."})
        assert "retry-after" not in headers
        desk.clock.move(timedelta(minutes=1))
        await line.broadcast(BroadcastRequest(messages=words()))

    async def test_rates_can_be_scaled_and_switched_off(self, desk, line):
        desk.settings.rate_scale = 0.05
        for _ in range(3):
            await line.broadcast(BroadcastRequest(messages=words()))
        assert (await refusal(line.broadcast(BroadcastRequest(messages=words())))).status == 429
        desk.settings.rate_scale = 0
        for _ in range(70):
            await line.broadcast(BroadcastRequest(messages=words()))

    async def test_two_megabytes_are_too_much(self, http):
        status, body, headers = await http.line("/v2/bot/message/push", {"to": NOBODY, "x": "x" * 2**21})
        assert (status, list(body)) == (413, ["message"])
        assert headers["x-line-request-id"]

    async def test_the_body_must_be_json(self, http):
        bearer = {"Authorization": "Bearer simulator-token"}
        json = bearer | {"content-type": "application/json"}
        push = "/v2/bot/message/push"
        assert (await http.ask("POST", push, data=b"to=me", headers=bearer))[0] == 415
        status, body, _ = await http.ask("POST", push, data=b'{"to":\n "x",,}', headers=json)
        assert (status, body["message"]) == (
            400,
            "The request body could not be parsed as JSON (line: 2, column: 6)",
        )
        assert (await http.ask("POST", push, data=b"[]", headers=json))[0] == 400
        assert (await http.ask("POST", push, data=b"\xff\xfe", headers=json))[0] == 400

    async def test_validating_sends_nothing(self, desk, line):
        phone = await friend(desk)
        await line.validate_push(ValidateMessageRequest(messages=words()))
        refused = await refusal(line.validate_reply(ValidateMessageRequest(messages=words("x" * 5001))))
        assert refused.status == 400
        assert phone.bubbles("bot") == []
