"""What LINE's webhooks tell us of groups: what is meant for us, and of all else only that it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from domain.events import (
    EVENT_IGNORED,
    ROOM_CLOSED,
    ROOM_MEMBERS_CHANGED,
    ROOM_OPENED,
    ROOM_SPOKEN,
    Arrival,
)
from tests.unit.test_line_read import SOMCHAI, channel, event, read_raw

GROUP = {"type": "group", "groupId": "C" + "4a" * 16, "userId": SOMCHAI}
ROOM = {"type": "room", "roomId": "R" + "4a" * 16}
CHAT = f"line:{GROUP['groupId']}"


def told(kind: str, **parts: Any) -> Arrival:
    line = channel()
    line.our_names = ("เพื่อนอาสา", "@4711abcd")
    body = {"destination": "U1", "events": [event(kind, **{"source": GROUP} | parts)]}
    (arrival,) = read_raw(json.dumps(body).encode(), line)
    return arrival


def said(text: Any, *mentionees: Any, **parts: Any) -> Arrival:
    message = {"id": "1", "type": "text", "text": text, "quoteToken": "q"}
    return told(
        "message", message=message | ({"mention": {"mentionees": list(mentionees)}} if mentionees else {}), **parts
    )


def us(index: Any, length: Any) -> dict[str, Any]:
    return {"index": index, "length": length, "type": "user", "userId": "Uus", "isSelf": True}


@pytest.mark.parametrize(
    ("text", "mentionees", "understood"),
    [
        ("@HandUp 482193", [us(0, 7)], "482193"),
        ("ทุกคน @HandUp นัดต่อไป", [us(6, 7)], "ทุกคน นัดต่อไป"),
        ("🙌🙌 @HandUp นัดต่อไป", [us(5, 7)], "🙌🙌 นัดต่อไป"),
        ("@HandUp", [us(0, 7)], ""),
        ("@อื่น @HandUp ทีม", [{"index": 0, "length": 5, "type": "user", "userId": "U2"}, us(6, 7)], "@อื่น ทีม"),
        ("HandUp 482193", [], "482193"),
        ("handup: นัดต่อไป", [], "นัดต่อไป"),
        ("@handupนัดต่อไป", [], "นัดต่อไป"),
        ("@4711abcd ทีม", [], "ทีม"),
        ("เพื่อนอาสา ทีม", [], "ทีม"),
        ("  HandUp", [], ""),
        ("HandUp " + "ก" * 300, [], "ก" * 100),
    ],
)
def test_words_for_us_are_read_without_our_name(text: str, mentionees: list[Any], understood: str) -> None:
    arrival = said(text, *mentionees)
    assert (arrival.kind, arrival.chat, arrival.facts) == (ROOM_SPOKEN, CHAT, {"text": understood})
    assert arrival.free_reply is not None


@pytest.mark.parametrize(
    ("text", "mentionees"),
    [
        ("พรุ่งนี้เจอกันกี่โมง", []),
        ("เห็น HandUp ในข่าว", []),
        ("handupper นัดต่อไป", []),
        ("@all ประชุม", [{"index": 0, "length": 4, "type": "all"}]),
        ("@มะลิ นัดต่อไป", [{"index": 0, "length": 5, "type": "user", "userId": "U2", "isSelf": False}]),
        ("@มะลิ นัดต่อไป", [{"index": 0, "length": 5, "isSelf": "true"}, 7, None]),
        ("นัดต่อไป", [us("0", 4), us(True, 4), us(-1, 4), us(0, None)]),
        (["HandUp"], []),
        (None, []),
    ],
)
def test_of_words_that_are_not_for_us_only_the_type_is_kept(text: Any, mentionees: list[Any]) -> None:
    arrival = said(text, *mentionees)
    assert (arrival.kind, arrival.chat, arrival.facts) == (EVENT_IGNORED, CHAT, {"type": "message"})
    assert arrival.free_reply is None


@pytest.mark.parametrize(
    ("kind", "parts", "understood"),
    [
        ("join", {}, (ROOM_OPENED, {})),
        ("leave", {}, (ROOM_CLOSED, {})),
        ("leave", {"mode": "standby"}, (ROOM_CLOSED, {})),
        ("join", {"mode": "standby"}, (EVENT_IGNORED, {"type": "join"})),
        ("memberJoined", {"joined": {"members": [{"type": "user"}] * 2}}, (ROOM_MEMBERS_CHANGED, {"by": 2})),
        ("memberLeft", {"left": {"members": [{"type": "user"}]}}, (ROOM_MEMBERS_CHANGED, {"by": -1})),
        ("memberLeft", {"left": {}}, (EVENT_IGNORED, {"type": "memberLeft"})),
        ("memberJoined", {"joined": []}, (EVENT_IGNORED, {"type": "memberJoined"})),
        (
            "messageEdited",
            {"message": {"type": "text", "text": "HandUp ทีม"}},
            (EVENT_IGNORED, {"type": "messageEdited"}),
        ),
        ("postback", {"postback": {"data": "go:menu"}}, (EVENT_IGNORED, {"type": "postback"})),
        ("message", {"message": {"type": "sticker"}}, (EVENT_IGNORED, {"type": "message"})),
        ("message", {"message": "HandUp"}, (EVENT_IGNORED, {"type": "message"})),
    ],
)
def test_what_happens_to_a_group(kind: str, parts: dict[str, Any], understood: tuple[str, dict[str, Any]]) -> None:
    arrival = told(kind, **parts)
    assert (arrival.kind, arrival.facts, arrival.chat) == (*understood, CHAT)


def test_a_room_is_a_group_without_a_name() -> None:
    arrival = told("join", source=ROOM)
    assert (arrival.kind, arrival.chat) == (ROOM_OPENED, f"line:{ROOM['roomId']}")


def test_who_speaks_in_a_group_is_kept_nowhere() -> None:
    for arrival in (said("HandUp ทีม"), said("เจอกันพรุ่งนี้"), told("memberJoined", joined={"members": [GROUP]})):
        assert SOMCHAI not in json.dumps([arrival.chat, arrival.facts, arrival.free_reply, arrival.key])
