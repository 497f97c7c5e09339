"""What Telegram's updates tell us of groups: what is meant for us, and of all else only that it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.telegram_rooms import Us
from domain.events import EVENT_IGNORED, ROOM_CLOSED, ROOM_MEMBERS_CHANGED, ROOM_OPENED, ROOM_SPOKEN, Arrival
from tests.unit.test_telegram_read import FROM, HEADERS, NOW, channel

CHAT = {"id": -1001234, "type": "supergroup", "title": "ทีมเพจใหม่"}
US = {"id": 1, "is_bot": True, "first_name": "HandUp", "username": "handup_bot"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "Other", "username": "other_bot"}


def told(kind: str, **body: Any) -> Arrival:
    telegram = channel()
    telegram.us = Us(1, "handup_bot")
    update = {"update_id": 7, kind: {"chat": CHAT, "from": FROM, "date": 1796040000} | body}
    (arrival,) = telegram.read(json.dumps(update).encode(), HEADERS, NOW)
    return arrival


def mention(text: str, name: str) -> dict[str, Any]:
    before = text[: text.index(name)]
    return {"type": "mention", "offset": len(before.encode("utf-16-le")) // 2, "length": len(name)}


@pytest.mark.parametrize(
    ("text", "more", "understood"),
    [
        ("@handup_bot 482193", {"entities": [mention("@handup_bot 482193", "@handup_bot")]}, "482193"),
        ("@HandUp_Bot 482193", {}, "482193"),
        ("🙌 @handup_bot ทีม", {"entities": [mention("🙌 @handup_bot ทีม", "@handup_bot")]}, "🙌 ทีม"),
        ("ฝากถาม ทีม", {"entities": [{"type": "text_mention", "offset": 0, "length": 6, "user": US}]}, "ทีม"),
        ("/next@handup_bot", {}, "next"),
        ("/link@handup_bot 482193", {}, "link 482193"),
        ("/start@handup_bot 482193", {}, "start 482193"),
        ("/link 482193", {}, "link 482193"),
        ("/team", {}, "team"),
        ("นัดต่อไป", {"reply_to_message": {"message_id": 5, "from": US}}, "นัดต่อไป"),
        ("HandUp นัดต่อไป", {}, "นัดต่อไป"),
        ("@handup_bot", {}, ""),
    ],
)
def test_words_for_us_are_read_without_our_name(text: str, more: dict[str, Any], understood: str) -> None:
    arrival = told("message", message_id=9, text=text, **more)
    assert (arrival.kind, arrival.chat, arrival.facts) == (ROOM_SPOKEN, "telegram:-1001234", {"text": understood})


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("พรุ่งนี้เจอกันกี่โมง", {}),
        ("ถาม @handup_bots ดู", {"entities": [mention("ถาม @handup_bots ดู", "@handup_bots")]}),
        ("/next@other_bot", {}),
        ("/help", {}),
        ("/start", {}),
        ("นัดต่อไป", {"reply_to_message": {"message_id": 5, "from": OTHER_BOT}}),
        ("ทีม", {"reply_to_message": {"message_id": 5, "from": FROM}}),
        ("ทีม", {"entities": [{"type": "mention", "offset": "0", "length": 3}, 7]}),
        ("ทีม", {"entities": {"type": "mention"}}),
    ],
)
def test_of_words_that_are_not_for_us_only_the_type_is_kept(text: str, more: dict[str, Any]) -> None:
    arrival = told("message", message_id=9, text=text, **more)
    assert (arrival.kind, arrival.chat, arrival.facts) == (EVENT_IGNORED, "telegram:-1001234", {"type": "message"})


@pytest.mark.parametrize(
    ("before", "after", "understood"),
    [
        ("left", "member", ROOM_OPENED),
        ("kicked", "administrator", ROOM_OPENED),
        ("member", "administrator", EVENT_IGNORED),
        ("administrator", "restricted", EVENT_IGNORED),
        ("member", "left", ROOM_CLOSED),
        ("member", "kicked", ROOM_CLOSED),
        ("member", "new_status", EVENT_IGNORED),
    ],
)
def test_being_taken_in_and_put_out(before: str, after: str, understood: str) -> None:
    arrival = told("my_chat_member", old_chat_member={"status": before}, new_chat_member={"status": after})
    assert (arrival.kind, arrival.chat) == (understood, "telegram:-1001234")


@pytest.mark.parametrize(
    ("body", "understood"),
    [
        ({"migrate_to_chat_id": -1009}, (ROOM_CLOSED, {"moved_to": "telegram:-1009"})),
        ({"migrate_from_chat_id": -5}, (EVENT_IGNORED, {"type": "message"})),
        ({"new_chat_members": [FROM, FROM]}, (ROOM_MEMBERS_CHANGED, {"by": 2})),
        ({"new_chat_members": [US]}, (EVENT_IGNORED, {"type": "message"})),
        ({"left_chat_member": FROM}, (ROOM_MEMBERS_CHANGED, {"by": -1})),
        ({"left_chat_member": US}, (EVENT_IGNORED, {"type": "message"})),
        ({"sticker": {}}, (EVENT_IGNORED, {"type": "message"})),
    ],
)
def test_what_else_happens_to_a_group(body: dict[str, Any], understood: tuple[str, dict[str, Any]]) -> None:
    arrival = told("message", message_id=9, **body)
    assert (arrival.kind, arrival.facts) == understood


def test_a_tap_in_a_group_is_nobodys() -> None:
    arrival = told("callback_query", id="5", data="go:menu", message={"message_id": 1, "chat": CHAT})
    assert (arrival.kind, arrival.facts) == (EVENT_IGNORED, {"type": "callback_query"})


def test_before_telegram_has_told_us_our_name_a_command_with_a_name_is_for_somebody_else() -> None:
    telegram = channel()
    body = {"chat": CHAT, "from": FROM, "date": 1, "text": "/next@handup_bot"}
    (arrival,) = telegram.read(json.dumps({"update_id": 7, "message": body}).encode(), HEADERS, NOW)
    assert arrival.kind == EVENT_IGNORED
