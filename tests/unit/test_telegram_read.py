"""What Telegram's updates tell us."""

import contextlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from bot.channels import NotOurs, Unreadable
from bot.channels.telegram import TelegramChannel
from domain.events import (
    BUTTON_PRESSED,
    CHAT_CLOSED,
    CHAT_OPENED,
    CONTENT_RECEIVED,
    EVENT_IGNORED,
    MESSAGE_RECEIVED,
    Arrival,
)

NOW = datetime(2026, 11, 30, 12, 0, 1, 500000, tzinfo=UTC)
FLOORED = datetime(2026, 11, 30, 12, 0, 1, tzinfo=UTC)
THEN = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
SECRET = "not-a-real_secret"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
CHAT = {"id": 4711, "type": "private", "first_name": "Malee"}
FROM = {"id": 4711, "is_bot": False, "first_name": "Malee", "language_code": "th"}


def channel(secret: str = SECRET) -> TelegramChannel:
    return TelegramChannel("1:token", secret, "http://127.0.0.1:1")


def read(update: Any) -> Arrival:
    (arrival,) = channel().read(json.dumps(update).encode(), HEADERS, NOW)
    return arrival


def update(kind: str, told: Any, number: Any = 99) -> dict[str, Any]:
    return {"update_id": number, kind: told}


def message(**parts: Any) -> dict[str, Any]:
    return update("message", {"message_id": 5, "date": 1796040000, "chat": CHAT, "from": FROM} | parts)


def query(**parts: Any) -> dict[str, Any]:
    told = {"id": "77", "from": FROM, "chat_instance": "1", "data": "yes"}
    return update("callback_query", told | {"message": {"message_id": 5, "date": 0, "chat": CHAT}} | parts)


def member(status: Any, **parts: Any) -> dict[str, Any]:
    change = {"date": 1796040000, "chat": CHAT, "from": FROM, "new_chat_member": {"status": status, "user": {"id": 1}}}
    return update("my_chat_member", change | parts)


def test_the_secret_proves_the_request() -> None:
    body = json.dumps(message(text="hi")).encode()
    assert len(channel().read(body, CIMultiDict(HEADERS), NOW)) == 1
    assert len(channel().read(body, {name.lower(): value for name, value in HEADERS.items()}, NOW)) == 1


@pytest.mark.parametrize("given_secret", [None, "", "not-a-real_secre", "ความลับ", "\udcff"])
def test_any_other_secret_is_not_ours(given_secret: str | None) -> None:
    headers = {} if given_secret is None else {"X-Telegram-Bot-Api-Secret-Token": given_secret}
    with pytest.raises(NotOurs):
        channel().read(b"{}", headers, NOW)


def test_without_a_secret_of_our_own_nothing_is_proven() -> None:
    with pytest.raises(NotOurs):
        channel("").read(b"{}", {"X-Telegram-Bot-Api-Secret-Token": ""}, NOW)


@pytest.mark.parametrize("token", ["", "1:a b", "../x", "1:\n"])
def test_no_channel_is_built_with_a_broken_token(token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        TelegramChannel(token, SECRET, "http://127.0.0.1:1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"[]",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b'{"update_id": -1}',
        b'{"update_id": ' + b"9" * 30 + b"}",
        b'{"update_id": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_broken_body_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        channel().read(body, HEADERS, NOW)


def test_a_text_is_read_whole() -> None:
    assert read(message(text="สวัสดีครับ")) == Arrival(
        key="99",
        chat="telegram:4711",
        kind=MESSAGE_RECEIVED,
        happened_at=THEN,
        sequence=99,
        facts={"text": "สวัสดีครับ"},
        free_reply=None,
    )


def test_a_tap_is_read_whole() -> None:
    assert read(query()) == Arrival(
        key="99",
        chat="telegram:4711",
        kind=BUTTON_PRESSED,
        happened_at=FLOORED,
        sequence=99,
        facts={"value": "yes"},
        free_reply={"tap": "77", "message": 5},
    )


CASES = [
    (message(text="/start"), CHAT_OPENED, {}),
    (message(text="/start teach_2026"), CHAT_OPENED, {"payload": "teach_2026"}),
    (message(text="/start@handup_bot x-1"), CHAT_OPENED, {"payload": "x-1"}),
    (message(text="/start สวัสดี"), CHAT_OPENED, {}),
    (message(text="/start " + "x" * 65), CHAT_OPENED, {}),
    (message(text="/startle"), MESSAGE_RECEIVED, {"text": "/startle"}),
    (message(text="/help"), MESSAGE_RECEIVED, {"text": "/help"}),
    (message(text="a\0b \ud83d"), MESSAGE_RECEIVED, {"text": "ab ?"}),
    (message(sticker={}), CONTENT_RECEIVED, {"content": "sticker"}),
    (message(photo=[], caption="look"), CONTENT_RECEIVED, {"content": "image"}),
    (
        message(photo=[{"file_id": "small-1", "width": 90}, {"file_id": "big_2", "width": 800}, {"width": "x"}, 7]),
        CONTENT_RECEIVED,
        {"content": "image", "content_id": "big_2"},
    ),
    (message(photo=[{"file_id": "../x", "width": 90}]), CONTENT_RECEIVED, {"content": "image"}),
    (message(photo=7), CONTENT_RECEIVED, {"content": "image"}),
    (message(voice={}), CONTENT_RECEIVED, {"content": "audio"}),
    (message(audio={}), CONTENT_RECEIVED, {"content": "audio"}),
    (message(video={}), CONTENT_RECEIVED, {"content": "video"}),
    (message(video_note={}), CONTENT_RECEIVED, {"content": "video"}),
    (message(animation={}, document={}), CONTENT_RECEIVED, {"content": "video"}),
    (message(document={}), CONTENT_RECEIVED, {"content": "file"}),
    (message(location={}, venue={}), CONTENT_RECEIVED, {"content": "location"}),
    (message(contact={}), CONTENT_RECEIVED, {"content": "contact"}),
    (message(poll={}), CONTENT_RECEIVED, {"content": "poll"}),
    (message(pinned_message={}), EVENT_IGNORED, {"type": "message"}),
    (message(text=5), EVENT_IGNORED, {"type": "message"}),
    (query(data=None), EVENT_IGNORED, {"type": "callback_query"}),
    (query(id=5), EVENT_IGNORED, {"type": "callback_query"}),
    (member("kicked"), CHAT_CLOSED, {}),
    (member("member"), EVENT_IGNORED, {"type": "my_chat_member"}),
    (member(None), EVENT_IGNORED, {"type": "my_chat_member"}),
    (member("x", new_chat_member=[]), EVENT_IGNORED, {"type": "my_chat_member"}),
    (update("edited_message", message()["message"] | {"text": "x"}), EVENT_IGNORED, {"type": "edited_message"}),
    (update("something_new", {"chat": CHAT}), EVENT_IGNORED, {"type": "something_new"}),
]


@pytest.mark.parametrize(("told", "kind", "facts"), CASES)
def test_every_update_has_its_kind_and_facts(told: dict[str, Any], kind: str, facts: dict[str, Any]) -> None:
    arrival = read(told)
    assert (arrival.kind, arrival.facts, arrival.chat) == (kind, facts, "telegram:4711")


@pytest.mark.parametrize(
    ("told", "chat"),
    [
        (message(text="x", chat={"id": -100123, "type": "supergroup"}), "telegram:-100123"),
        (message(text="x", chat={"id": -100123, "type": "channel"}, **{"from": None}), "telegram:unknown"),
        (message(text="x", chat={"id": "4711", "type": "private"}, **{"from": {}}), "telegram:unknown"),
        (message(text="x", chat={"id": 2**60, "type": "private"}, **{"from": {}}), "telegram:unknown"),
        (query(message={"message_id": 1, "chat": {"id": -5, "type": "group"}}), "telegram:-5"),
        (query(message=None), "telegram:4711"),
        (update("message", None), "telegram:unknown"),
        (update("message", "text"), "telegram:unknown"),
        (update("poll", {"id": "1"}), "telegram:unknown"),
        ({"update_id": 1}, "telegram:unknown"),
    ],
)
def test_what_is_not_one_persons_chat_is_ignored(told: dict[str, Any], chat: str) -> None:
    arrival = read(told)
    assert (arrival.kind, arrival.chat, arrival.free_reply) == (EVENT_IGNORED, chat, None)


@pytest.mark.parametrize("date", [None, "x", True, 2**52, 1.5, {}])
def test_without_a_usable_time_it_happened_now(date: Any) -> None:
    assert read(message(text="x", date=date)).happened_at == NOW


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PARTS = ("chat", "from", "date", "text", "data", "id", "message", "message_id", "new_chat_member", "type", "sticker")
TOLD = st.builds(
    lambda told, changes: {name: value | changes if isinstance(value, dict) else value for name, value in told.items()},
    st.sampled_from([told for told, _, _ in CASES]),
    st.dictionaries(st.sampled_from(PARTS), JSON | st.dictionaries(st.sampled_from(PARTS), JSON), max_size=4),
)


@given(TOLD | JSON)
def test_no_update_breaks_the_reading(told: Any) -> None:
    try:
        arrival = read(told)
    except Unreadable:
        return
    assert arrival.chat.startswith("telegram:")
    json.dumps([arrival.facts, arrival.free_reply], ensure_ascii=False).encode()


@given(st.binary(max_size=200))
def test_no_body_breaks_the_reading(body: bytes) -> None:
    with pytest.raises(NotOurs):
        channel().read(body, {}, NOW)
    with contextlib.suppress(Unreadable):
        channel().read(body, HEADERS, NOW)
