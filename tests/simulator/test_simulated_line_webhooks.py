"""What LINE tells a bot, and how."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from datetime import timedelta

import pytest
from linebot.v3 import WebhookParser
from linebot.v3.messaging import AsyncMessagingApi, AsyncMessagingApiBlob, ReplyMessageRequest, TextMessage
from linebot.v3.webhooks import FollowEvent, MessageEvent, PostbackEvent, StickerMessageContent, UnfollowEvent

from simulator import NotPossibleError, Simulator


def buttons(*actions):
    return {"type": "template", "altText": "?", "template": {"type": "buttons", "text": "?", "actions": list(actions)}}


async def push(http, phone, *messages):
    status, body, _ = await http.line("/v2/bot/message/push", {"to": phone.address, "messages": list(messages)})
    assert status == 200, body


async def test_the_signature_is_over_the_exact_bytes(desk, bot):
    await desk.add_phone("นิด", "line").say("สวัสดี 🍎")
    heard = bot.heard[0]
    digest = hmac.new(b"simulator-secret", heard.body, hashlib.sha256).digest()
    assert heard.headers["x-line-signature"] == base64.b64encode(digest).decode()


async def test_the_sdk_parses_every_event(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await phone.say("hi")
    for content in ("sticker", "image", "video", "audio", "file", "location"):
        await phone.send(content)
    await push(http, phone, buttons({"type": "postback", "label": "Yes", "data": "yes"}))
    await phone.tap("Yes")
    await phone.block()
    parser = WebhookParser("simulator-secret")
    events = [
        event for heard in bot.heard for event in parser.parse(heard.body.decode(), heard.headers["x-line-signature"])
    ]
    kinds = [FollowEvent, *[MessageEvent] * 7, PostbackEvent, UnfollowEvent]
    assert [type(event) for event in events] == kinds
    assert isinstance(events[2].message, StickerMessageContent)
    assert events[1].source.user_id == phone.address
    assert events[1].timestamp == bot.events[1]["timestamp"]


async def test_an_event_has_what_the_platform_promises(desk, bot):
    phone = desk.add_phone("นิด", "line")
    await phone.say("hi")
    event = bot.events[0]
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", event["webhookEventId"])
    assert event["deliveryContext"] == {"isRedelivery": False}
    assert event["mode"] == "active"
    assert abs(event["timestamp"] - desk.clock.now().timestamp() * 1000) < 5000
    assert event["message"]["quoteToken"]
    assert event["message"]["markAsReadToken"]
    assert bot.heard[0].json["destination"] == desk.settings.line_destination


async def test_following_blocking_and_unblocking(desk, bot):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await phone.open()
    await phone.block()
    await phone.unblock()
    assert [event["type"] for event in bot.events] == ["follow", "unfollow", "follow"]
    assert [event.get("follow") for event in bot.events] == [{"isUnblocked": False}, None, {"isUnblocked": True}]
    assert "replyToken" not in bot.events[1]


async def test_someone_who_blocked_the_account_cannot_write(desk):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await phone.block()
    with pytest.raises(NotPossibleError):
        await phone.say("hi")


async def test_a_postback_button_shows_its_display_text(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await push(http, phone, buttons({"type": "postback", "label": "ไป", "data": "go", "displayText": "ไปค่ะ"}))
    await phone.tap("ไป")
    assert bot.events[-1]["postback"] == {"data": "go"}
    assert phone.last("person").text == "ไปค่ะ"


async def test_a_postback_button_without_display_text_shows_nothing(desk, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await push(http, phone, buttons({"type": "postback", "label": "ไป", "data": "go"}))
    await phone.tap("ไป")
    assert phone.last("person") is None


async def test_a_message_button_types_for_the_person(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await push(http, phone, buttons({"type": "message", "label": "ไป", "text": "ไปค่ะ"}))
    await phone.tap("ไป")
    assert bot.events[-1]["message"]["text"] == "ไปค่ะ"
    assert phone.last("person").text == "ไปค่ะ"


@pytest.mark.parametrize(
    ("mode", "picked"), [("date", "2026-11-30"), ("time", "18:00"), ("datetime", "2026-11-30T18:00")]
)
async def test_a_picker_tells_what_was_picked(desk, bot, http, mode, picked):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await push(http, phone, buttons({"type": "datetimepicker", "label": "When", "data": "when", "mode": mode}))
    await phone.pick("When", picked)
    assert bot.events[-1]["postback"] == {"data": "when", "params": {mode: picked}}


async def test_a_picker_refuses_what_is_out_of_bounds(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    action = {"type": "datetimepicker", "label": "When", "data": "when", "mode": "date", "min": "2026-11-01"}
    await push(http, phone, buttons(action))
    for picked in ("2026-10-31", "tomorrow", ""):
        with pytest.raises(NotPossibleError):
            await phone.pick("When", picked)
    assert len(bot.events) == 1


async def test_a_link_tells_the_bot_nothing(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    await push(http, phone, buttons({"type": "uri", "label": "More", "uri": "https://example.org/"}))
    await phone.tap("More")
    assert len(bot.events) == 1


async def test_quick_replies_go_when_something_newer_comes(desk, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    quick = {"items": [{"type": "action", "action": {"type": "message", "label": "Yes", "text": "Yes"}}]}
    await push(http, phone, {"type": "text", "text": "one", "quickReply": quick})
    assert phone.labels() == ["Yes"]
    await push(http, phone, {"type": "text", "text": "two"})
    with pytest.raises(NotPossibleError):
        await phone.tap("Yes")


async def test_quick_replies_go_when_one_is_tapped(desk, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    quick = {"items": [{"type": "action", "action": {"type": "postback", "label": "Yes", "data": "y"}}]}
    await push(http, phone, {"type": "text", "text": "one", "quickReply": quick})
    await phone.tap("Yes")
    assert phone.labels() == []


async def test_buttons_of_a_flex_card_stay_tappable(desk, bot, http):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    button = {"type": "button", "action": {"type": "postback", "label": "Join", "data": "join"}}
    bubble = {"type": "bubble", "body": {"type": "box", "layout": "vertical", "contents": [button]}}
    await push(http, phone, {"type": "flex", "altText": "card", "contents": bubble})
    await push(http, phone, {"type": "text", "text": "newer"})
    await phone.tap("Join")
    assert bot.events[-1]["postback"] == {"data": "join"}
    part = phone.bubbles("bot")[0].parts[0]
    shown = part["contents"]["body"]["contents"][0]["action"]
    assert shown["_button"] == {"id": "b1", "label": "Join", "does": "tap"}


async def test_the_bot_fetches_what_people_send(desk, bot, line_blob: AsyncMessagingApiBlob):
    phone = desk.add_phone("นิด", "line")
    await phone.send("image")
    message_id = bot.events[0]["message"]["id"]
    assert (await line_blob.get_message_content(message_id)).startswith(b"\x89PNG")
    desk.line.contents.get(message_id).state = "preparing"
    assert await line_blob.get_message_content(message_id) is None
    assert (await line_blob.get_message_content_transcoding_by_message_id(message_id)).status == "processing"


# Deliveries that go wrong, and odd ones.


async def test_without_redelivery_a_failed_webhook_is_lost(desk, bot):
    bot.answers.append(500)
    await desk.add_phone("นิด", "line").say("hi")
    assert (await desk.line.webhook.verify()).accepted
    assert len(bot.events) == 1


async def test_with_redelivery_a_failed_webhook_comes_again_with_the_same_token(desk, bot):
    desk.settings.redelivery = True
    bot.answers.extend([500, 503])
    await desk.add_phone("นิด", "line").say("hi")
    await bot.hears(3)
    first, second, third = bot.events
    assert [event["deliveryContext"]["isRedelivery"] for event in bot.events] == [False, True, True]
    assert first["replyToken"] == second["replyToken"] == third["replyToken"]
    assert first["webhookEventId"] == third["webhookEventId"]
    assert first["timestamp"] == third["timestamp"]


async def test_line_does_not_wait_longer_than_its_timeout(desk, bot):
    bot.answers.append(1.0)
    await desk.add_phone("นิด", "line").say("hi")
    assert desk.line.webhook.deliveries[-1].outcome == "timeout"


async def test_a_bot_that_is_down_does_not_stop_people(desk: Simulator):
    desk.line_bot_url = "http://127.0.0.1:1/nobody"
    await desk.add_phone("นิด", "line").say("hi")
    assert desk.line.webhook.deliveries[-1].outcome == "could_not_connect"


async def test_a_delivery_can_be_repeated(desk, bot):
    with desk.line.webhook.odd(duplicates=1):
        await desk.add_phone("นิด", "line").say("hi")
    first, second = bot.events
    assert first == second


async def test_several_people_can_come_in_one_request(desk, bot):
    one, two = desk.add_phone("นิด", "line"), desk.add_phone("แอน", "line")
    async with desk.line.webhook.together():
        await one.say("hi")
        await two.say("hello")
    assert len(bot.heard) == 1
    assert [event["source"]["userId"] for event in bot.events] == [one.address, two.address]


async def test_events_can_come_in_the_wrong_order(desk, bot):
    phone = desk.add_phone("นิด", "line")
    async with desk.line.webhook.backwards():
        await phone.say("one")
        desk.clock.move(timedelta(seconds=1))
        await phone.say("two")
    assert [event["message"]["text"] for event in bot.events] == ["two", "one"]
    assert bot.events[0]["timestamp"] > bot.events[1]["timestamp"]


async def test_signatures_can_be_wrong_or_missing(desk, bot):
    phone = desk.add_phone("นิด", "line")
    with desk.line.webhook.odd(signature="bad"):
        await phone.say("hi")
    with desk.line.webhook.odd(signature="missing"):
        await phone.say("hi")
    assert bot.heard[0].headers["x-line-signature"] != desk.line.webhook.sign(bot.heard[0].body)
    assert "x-line-signature" not in bot.heard[1].headers


async def test_verifying_sends_no_events(desk, bot):
    assert (await desk.line.webhook.verify()).accepted
    assert bot.heard[0].json == {"destination": desk.settings.line_destination, "events": []}


async def test_in_standby_there_is_no_reply_token(desk, bot):
    with desk.line.webhook.odd(mode="standby", destination="U" + "9" * 32, extra={"news": 1}):
        await desk.add_phone("นิด", "line").say("hi")
    event = bot.events[0]
    assert event["mode"] == "standby"
    assert event["news"] == 1
    assert "replyToken" not in event
    assert bot.heard[0].json["destination"] == "U" + "9" * 32


async def test_unknown_kinds_of_event_and_any_bytes_can_be_sent(desk, bot):
    phone = desk.add_phone("นิด", "line")
    await desk.line.webhook.deliver([desk.line.events.event(phone, "levitation", levitation={"height": 3})])
    await desk.line.webhook.post(b"{not json")
    assert bot.heard[0].json["events"][0]["type"] == "levitation"
    assert bot.heard[1].body == b"{not json"
    assert bot.heard[1].headers["x-line-signature"] == desk.line.webhook.sign(b"{not json")


async def test_a_redelivery_gives_its_reply_token_another_minute(desk, bot, line: AsyncMessagingApi):
    desk.settings.redelivery = True
    desk.settings.redelivery_after = 0.1
    bot.answers.append(500)
    phone = desk.add_phone("นิด", "line")
    await phone.say("hi")
    desk.clock.move(timedelta(seconds=90))
    await bot.hears(2)
    token = bot.events[0]["replyToken"]
    await line.reply_message(ReplyMessageRequest(replyToken=token, messages=[TextMessage(text="late but welcome")]))
    assert phone.last().text == "late but welcome"
