"""What LINE's webhooks tell us."""

import base64
import contextlib
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from bot.channels import NotOurs, Unreadable
from bot.channels.line import LineChannel
from domain.events import (
    BUTTON_PRESSED,
    CHAT_CLOSED,
    CHAT_OPENED,
    CONTENT_RECEIVED,
    EVENT_IGNORED,
    MESSAGE_RECEIVED,
    Arrival,
)

SECRET = "8c570fa6dd201bb328f1c1eac23a96d8"
NOW = datetime(2026, 11, 30, 12, 0, 1, tzinfo=UTC)
THEN = datetime(2026, 11, 30, 12, 0, 0, 123000, tzinfo=UTC)
SOMCHAI = "U" + "a1" * 16
US = "U8e742f61d673b39c7fff3cecb7536ef0"


def channel() -> LineChannel:
    return LineChannel(SECRET, "token", "http://127.0.0.1:1")


def signed(body: bytes) -> dict[str, str]:
    return {"x-line-signature": base64.b64encode(hmac.new(SECRET.encode(), body, hashlib.sha256).digest()).decode()}


def read_raw(body: bytes, line: LineChannel | None = None) -> list[Arrival]:
    return (line or channel()).read(body, signed(body), NOW)


def read(*events: Any) -> list[Arrival]:
    return read_raw(json.dumps({"destination": US, "events": events}).encode())


def event(kind: str = "message", **parts: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "mode": "active",
        "timestamp": 1796040000123,
        "source": {"type": "user", "userId": SOMCHAI},
        "webhookEventId": "01HXYZ0000000000000000TEST",
        "deliveryContext": {"isRedelivery": False},
        "replyToken": "b60d432864f44d079f6d8efe86cf404b",
    } | parts


def said(text: Any = "สวัสดี", **parts: Any) -> dict[str, Any]:
    return event(message={"type": "text", "id": "1", "text": text, "quoteToken": "q"}, **parts)


def test_the_documented_signature_is_accepted() -> None:
    body = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    given_headers = {"X-Line-Signature": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="}
    assert channel().read(body, given_headers, NOW) == []
    assert channel().read(body, CIMultiDict(given_headers), NOW) == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-line-signature": ""},
        {"x-line-signature": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs"},
        {"x-line-signature": "ลายเซ็น"},
        {"x-line-signature": "\udcff\udcfe"},
        {"authorization": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="},
    ],
)
def test_any_other_signature_is_not_ours(headers: dict[str, str]) -> None:
    with pytest.raises(NotOurs):
        channel().read(b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}', headers, NOW)


def test_a_body_changed_on_the_way_is_not_ours() -> None:
    body = json.dumps({"events": [said()]}).encode()
    with pytest.raises(NotOurs):
        channel().read(body + b" ", signed(body), NOW)


@pytest.mark.parametrize("secret", ["", None])
def test_no_channel_is_built_without_a_secret(secret: Any) -> None:
    with pytest.raises(ValueError, match="secret"):
        LineChannel(secret, "token", "http://127.0.0.1:1")


@pytest.mark.parametrize("token", ["", " ", "two\nlines", "ที่"])
def test_no_channel_is_built_with_a_broken_token(token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        LineChannel(SECRET, token, "http://127.0.0.1:1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'"events"',
        b"{}",
        b'{"events": {}}',
        b'{"events": null}',
        b"[" * 100_000,
        b'{"events": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"events": [' + b"9" * 5000 + b"]}",
    ],
)
def test_a_broken_body_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_raw(body)


def test_a_body_for_another_account_is_unreadable_once_we_know_ours() -> None:
    line, body = channel(), json.dumps({"destination": US, "events": [said()]}).encode()
    line.our_address = US
    assert len(read_raw(body, line)) == 1
    line.our_address = "U" + "0" * 32
    with pytest.raises(Unreadable):
        read_raw(body, line)
    assert read_raw(b'{"events": []}', line) == []


def test_a_text_is_read_whole() -> None:
    assert read(said("สวัสดีค่ะ 🙏")) == [
        Arrival(
            key="01HXYZ0000000000000000TEST",
            chat=f"line:{SOMCHAI}",
            kind=MESSAGE_RECEIVED,
            happened_at=THEN,
            sequence=0,
            facts={"text": "สวัสดีค่ะ 🙏"},
            free_reply={
                "token": "b60d432864f44d079f6d8efe86cf404b",
                "until": (NOW + timedelta(seconds=50)).isoformat(),
            },
        )
    ]


def postback(data: Any, **more: Any) -> dict[str, Any]:
    return event("postback", postback={"data": data} | more)


CASES = [
    (said("x\0y"), MESSAGE_RECEIVED, {"text": "xy"}),
    (said("half \ud83d"), MESSAGE_RECEIVED, {"text": "half ?"}),
    (said(""), MESSAGE_RECEIVED, {"text": ""}),
    (event(message={"type": "sticker", "id": "1"}), CONTENT_RECEIVED, {"content": "sticker"}),
    (event(message={"type": "image", "contentProvider": {"type": "line"}}), CONTENT_RECEIVED, {"content": "image"}),
    (
        event(message={"type": "image", "id": "468", "contentProvider": {"type": "line"}}),
        CONTENT_RECEIVED,
        {"content": "image", "content_id": "468"},
    ),
    (
        event(message={"type": "image", "id": "468", "contentProvider": {"type": "external"}}),
        CONTENT_RECEIVED,
        {"content": "image"},
    ),
    (event(message={"type": "image", "id": "../x", "contentProvider": 7}), CONTENT_RECEIVED, {"content": "image"}),
    (event(message={"type": "video"}), CONTENT_RECEIVED, {"content": "video"}),
    (event(message={"type": "audio"}), CONTENT_RECEIVED, {"content": "audio"}),
    (event(message={"type": "file"}), CONTENT_RECEIVED, {"content": "file"}),
    (event(message={"type": "location"}), CONTENT_RECEIVED, {"content": "location"}),
    (event(message={"type": "hologram"}), CONTENT_RECEIVED, {"content": "hologram"}),
    (postback("yes"), BUTTON_PRESSED, {"value": "yes"}),
    (postback("d", params={"date": "2026-12-05"}), BUTTON_PRESSED, {"value": "d", "picked": "2026-12-05"}),
    (postback("t", params={"time": "18:00"}), BUTTON_PRESSED, {"value": "t", "picked": "18:00"}),
    (
        postback("m", params={"datetime": "2026-12-05T18:00"}),
        BUTTON_PRESSED,
        {"value": "m", "picked": "2026-12-05T18:00"},
    ),
    (postback("r", params={"newRichMenuAliasId": "b", "status": "SUCCESS"}), BUTTON_PRESSED, {"value": "r"}),
    (postback("p", params={"date": 5}), BUTTON_PRESSED, {"value": "p"}),
    (postback("p", params=[1]), BUTTON_PRESSED, {"value": "p"}),
    (event("follow", follow={"isUnblocked": True}), CHAT_OPENED, {}),
    (event("follow"), CHAT_OPENED, {}),
    (event("unfollow"), CHAT_CLOSED, {}),
    (event("unfollow", mode="standby"), CHAT_CLOSED, {}),
    (said(mode="standby"), EVENT_IGNORED, {"type": "message"}),
    (said(mode="dreaming"), EVENT_IGNORED, {"type": "message"}),
    (event("follow", mode="standby"), EVENT_IGNORED, {"type": "follow"}),
    (event("unsend", unsend={"messageId": "1"}), EVENT_IGNORED, {"type": "unsend"}),
    (event("messageEdited"), EVENT_IGNORED, {"type": "messageEdited"}),
    (event("join"), EVENT_IGNORED, {"type": "join"}),
    (event("memberJoined"), EVENT_IGNORED, {"type": "memberJoined"}),
    (event("accountLink", link={"result": "ok", "nonce": "n"}), EVENT_IGNORED, {"type": "accountLink"}),
    (event("videoPlayComplete"), EVENT_IGNORED, {"type": "videoPlayComplete"}),
    (event("beacon"), EVENT_IGNORED, {"type": "beacon"}),
    (event("membership"), EVENT_IGNORED, {"type": "membership"}),
    (event("somethingNew"), EVENT_IGNORED, {"type": "somethingNew"}),
    (event(message=None), EVENT_IGNORED, {"type": "message"}),
    (event(message={"type": 7}), EVENT_IGNORED, {"type": "message"}),
    (said(None), EVENT_IGNORED, {"type": "message"}),
    (postback(5), EVENT_IGNORED, {"type": "postback"}),
    (event("postback", postback=[]), EVENT_IGNORED, {"type": "postback"}),
    (event(type=["message"]), EVENT_IGNORED, {"type": "unknown"}),
    (event(type=None), EVENT_IGNORED, {"type": "unknown"}),
    (said(replyToken="0" * 32), EVENT_IGNORED, {"type": "message"}),
    (said(replyToken="f" * 32), EVENT_IGNORED, {"type": "message"}),
]


@pytest.mark.parametrize(("told", "kind", "facts"), CASES)
def test_every_event_has_its_kind_and_facts(told: dict[str, Any], kind: str, facts: dict[str, Any]) -> None:
    (arrival,) = read(told)
    assert (arrival.kind, arrival.facts, arrival.chat) == (kind, facts, f"line:{SOMCHAI}")


@pytest.mark.parametrize(
    ("source", "chat"),
    [
        ({"type": "group", "groupId": "C1", "userId": SOMCHAI}, "line:C1"),
        ({"type": "room", "roomId": "R1"}, "line:R1"),
        ({"type": "group", "groupId": 1, "userId": SOMCHAI}, "line:unknown"),
        ({"type": "user", "userId": 7}, "line:unknown"),
        ({"type": "user", "userId": "U" * 500}, "line:unknown"),
        ({"type": "user", "userId": "ก"}, "line:unknown"),
        ({"type": "user"}, "line:unknown"),
        ({"userId": SOMCHAI}, f"line:{SOMCHAI}"),
        (None, "line:unknown"),
        ([], "line:unknown"),
    ],
)
def test_what_is_not_one_persons_chat_is_ignored(source: Any, chat: str) -> None:
    (arrival,) = read(said(source=source))
    assert (arrival.kind, arrival.chat, arrival.free_reply) == (EVENT_IGNORED, chat, None)


@pytest.mark.parametrize("token", [None, "", 5, "a\nb", "ที่"])
def test_without_a_usable_token_there_is_no_free_reply(token: Any) -> None:
    (arrival,) = read(said(replyToken=token))
    assert (arrival.kind, arrival.free_reply) == (MESSAGE_RECEIVED, None)


@pytest.mark.parametrize("timestamp", [None, "1796040000123", True, 1e400, -1e400, 10**30, {}, float("nan")])
def test_without_a_usable_time_it_happened_now(timestamp: Any) -> None:
    assert read(said(timestamp=timestamp))[0].happened_at == NOW


def test_a_time_with_a_fraction_is_a_time() -> None:
    assert read(said(timestamp=1796040000123.0))[0].happened_at == THEN


def test_an_odd_event_does_not_spoil_the_others() -> None:
    arrivals = read("text", None, [[]], 7, {}, said("one"), {"type": "message"}, said("two", webhookEventId="02X"))
    assert [arrival.sequence for arrival in arrivals] == list(range(8))
    assert [arrival.facts["text"] for arrival in arrivals if arrival.kind == MESSAGE_RECEIVED] == ["one", "two"]
    assert {arrival.kind for arrival in arrivals} == {MESSAGE_RECEIVED, EVENT_IGNORED}


def test_without_its_id_a_repeated_event_still_has_one_key() -> None:
    told = said()
    del told["webhookEventId"]
    (once,) = read(told)
    (again,) = read(told | {"deliveryContext": {"isRedelivery": True}})
    (other,) = read(told | {"timestamp": 1796040000124})
    assert once.key == again.key != other.key
    assert len(once.key) == 64


@pytest.mark.parametrize("key", [None, 5, "", "x" * 500, "ที่", "a b", {}])
def test_an_id_that_cannot_be_kept_is_replaced(key: Any) -> None:
    assert len(read(said(webhookEventId=key))[0].key) == 64


def test_an_event_as_deep_as_json_can_be_read_is_ignored_in_peace() -> None:
    for depth in (500, 900, 940, 980):
        deep = b'{"type":"message","x":' + b"[" * depth + b"]" * depth + b"}"
        try:
            (arrival,) = read_raw(b'{"events":[' + deep + b"]}")
        except Unreadable:
            continue
        assert arrival.kind == EVENT_IGNORED


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ("type", "mode", "timestamp", "source", "webhookEventId", "deliveryContext", "replyToken", "message", "postback")
ODD = JSON | st.dictionaries(st.sampled_from(("type", "userId", "text", "data", "params")), JSON)
SHAKEN = st.builds(
    lambda told, changes: told | changes,
    st.sampled_from([told for told, _, _ in CASES]),
    st.dictionaries(st.sampled_from(KEYS), ODD, max_size=4),
)


@given(st.lists(SHAKEN | JSON, max_size=5))
def test_no_event_breaks_the_reading(events: list[Any]) -> None:
    arrivals = read(*events)
    assert len(arrivals) == len(events)
    for arrival in arrivals:
        assert arrival.chat.startswith("line:")
        assert 0 < len(arrival.key) <= 64
        json.dumps([arrival.facts, arrival.free_reply], ensure_ascii=False).encode()


@given(st.binary(max_size=200) | JSON.map(lambda told: json.dumps(told).encode()))
def test_no_body_breaks_the_reading(body: bytes) -> None:
    with contextlib.suppress(Unreadable):
        read_raw(body)
    with pytest.raises(NotOurs):
        channel().read(body, {"x-line-signature": "no"}, NOW)
