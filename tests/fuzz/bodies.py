"""Bodies of webhooks as the platforms write them, changed here and there; and what people may type and press."""

from __future__ import annotations

import itertools
import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as some

from flows import FLOWS
from texts import LANGUAGES, all_texts

NUMBERS = itertools.count(1)
Body = dict[str, Any]

ODD_TEXTS = (
    "",
    " ",
    "\x00",
    "\u202e",
    "ก็ำ" * 50,
    "🏳️‍🌈" * 30,
    "x" * 6000,
    "{ $name }",
    "%s%n",
    "'; --",
    "\ud800",
    "๓",
    "²",
    "-1",
)
"""What stumbles most easily."""
JSON = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.text(max_size=20)
    | some.sampled_from(ODD_TEXTS),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


# ---------------------------------------------------------------- what people do


def commands() -> list[str]:
    """Every word that begins a flow, and every word of the engine's."""
    engine = ("back_words", "skip_words", "cancel_words", "start_over_words", "help_words", "greetings", "done_words")
    listed = [all_texts().say(language, f"engine.{each}") for language in LANGUAGES for each in engine]
    return sorted({*FLOWS.words, *(word.strip() for words in listed for word in words.split(","))})


LINES = ("2 ชม. เมื่อวาน", "log 2.5h yesterday", "เสาร์เช้า", "1", "9", "1,3", "ใช่", "ไม่", "มะลิ", "เช็คอิน 482193", "25:99",
         "/start role_k3f9m2x9p4qr", "staff-k3f9-m2xw-p4qr", "with-k3f9m2xw", "100 ชม.", "31/2/2569")  # fmt: skip
TEXTS = (
    some.sampled_from(commands())
    | some.sampled_from((*LINES, *ODD_TEXTS))
    | some.text(max_size=80)
    | some.tuples(some.sampled_from(commands()), some.text(max_size=20)).map(" ".join)
)
NAMED = ("", "no", "k3f9m2x9p4qr", "list:1", "yes:k3f9m2x9p4qr", "en.given", "²", "9" * 30, "a.b.7", ":")
ARGUMENTS = some.sampled_from(NAMED)
TAPS = (
    some.tuples(some.sampled_from(sorted(FLOWS.by_name)), ARGUMENTS).map(lambda both: f"go:{both[0]}:{both[1]}")
    | some.sampled_from(sorted(FLOWS.by_name)).map(lambda name: f"go:{name}")
    | some.tuples(
        some.integers(0, 40),
        some.sampled_from(("yes", "no", "back", "skip", "more", "done", "right", "change", "1", "")),
    ).map(lambda both: f"a:{both[0]}:{both[1]}")
    | some.text(max_size=60)
)


# ---------------------------------------------------------------- what LINE and Telegram write


def line_event(user: str, happened: int, kind: str, said: str) -> Body:
    """One event of LINE's."""
    number = next(NUMBERS)
    parts: dict[str, Body] = {
        "text": {"type": "message", "message": {"id": str(number), "type": "text", "quoteToken": "q", "text": said}},
        "tap": {"type": "postback", "postback": {"data": said[:300]}},
        "picked": {"type": "postback", "postback": {"data": said[:300], "params": {"date": "2026-12-24"}}},
        "follow": {"type": "follow", "follow": {"isUnblocked": False}},
        "unfollow": {"type": "unfollow"},
        "image": {
            "type": "message",
            "message": {"id": str(number), "type": "image", "contentProvider": {"type": "line"}, "quoteToken": "q"},
        },
        "sticker": {"type": "message", "message": {"id": str(number), "type": "sticker", "stickerId": "1"}},
        "join": {"type": "join", "source": {"type": "group", "groupId": "C" + user[1:]}},
        "leave": {"type": "leave", "source": {"type": "group", "groupId": "C" + user[1:]}},
        "members": {
            "type": "memberJoined",
            "source": {"type": "group", "groupId": "C" + user[1:]},
            "joined": {"members": [{"type": "user", "userId": user}]},
        },
        "mention": {
            "type": "message",
            "source": {"type": "group", "groupId": "C" + user[1:], "userId": user},
            "message": {
                "id": str(number),
                "type": "text",
                "text": f"@HandUp {said}",
                "mention": {"mentionees": [{"index": 0, "length": 7, "type": "user", "isSelf": True}]},
            },
        },
    }
    return {
        "webhookEventId": f"01FUZZ{number:020d}",
        "deliveryContext": {"isRedelivery": False},
        "timestamp": happened,
        "source": {"type": "user", "userId": user},
        "replyToken": f"{number:032x}",
        "mode": "active",
        **parts[kind],
    }


LINE_KINDS = ("text", "tap", "picked", "follow", "unfollow", "image", "sticker", "join", "leave", "members", "mention")


def telegram_update(user: int, happened: int, kind: str, said: str) -> Body:
    """One update of Telegram's."""
    number = 1_000_000_000 + next(NUMBERS)
    sender: Body = {"id": user, "is_bot": False, "first_name": "Mali", "language_code": "th"}
    private: Body = {"id": user, "type": "private", "first_name": "Mali"}
    group: Body = {"id": -user, "type": "supergroup", "title": "Team"}
    message: Body = {"message_id": number, "from": sender, "chat": private, "date": happened // 1000}
    parts: dict[str, Body] = {
        "text": {"message": message | {"text": said}},
        "tap": {"callback_query": {"id": str(number), "from": sender, "message": message, "data": said[:60]}},
        "start": {"message": message | {"text": f"/start {said[:64]}"}},
        "photo": {
            "message": message | {"photo": [{"file_id": "AgAC", "file_unique_id": "u", "width": 9, "height": 9}]}
        },
        "sticker": {"message": message | {"sticker": {"file_id": "s", "file_unique_id": "u"}}},
        "blocked": {
            "my_chat_member": {
                "chat": private,
                "from": sender,
                "date": happened // 1000,
                "old_chat_member": {"status": "member", "user": sender},
                "new_chat_member": {"status": "kicked", "user": sender},
            }
        },
        "group": {"message": message | {"chat": group, "text": f"/team {said}"}},
        "migrated": {"message": message | {"chat": group, "migrate_to_chat_id": -user * 10}},
    }
    return {"update_id": number, **parts[kind]}


TELEGRAM_KINDS = ("text", "tap", "start", "photo", "sticker", "blocked", "group", "migrated")


# ---------------------------------------------------------------- changed here and there


@some.composite
def changed(draw: some.DrawFn, body: Any) -> Any:
    """The body with up to three of its parts left out, replaced, wrapped or repeated."""
    body = deepcopy(body)
    for _ in range(draw(some.integers(1, 3))):
        places = list(inner(body))
        if not places:
            break
        holder, key = draw(some.sampled_from(places))
        match draw(some.sampled_from(("leave out", "replace", "wrap", "rename", "odd text"))):
            case "leave out":
                holder.pop(key)
            case "replace":
                holder[key] = draw(JSON)
            case "wrap":
                holder[key] = [holder[key]]
            case "odd text":
                holder[key] = draw(some.sampled_from(ODD_TEXTS))
            case _ if isinstance(holder, dict):
                holder[f"{key}X"] = holder.pop(key)
    return body


def inner(body: Any) -> list[tuple[Any, Any]]:
    """Every place within, as its holder and its key."""
    keys = list(body) if isinstance(body, dict) else range(len(body)) if isinstance(body, list) else ()
    found = [(body, key) for key in keys]
    return found + [place for key in keys for place in inner(body[key])]


def written(body: Any) -> bytes:
    """The body as bytes, lone surrogates and all that is no number included."""
    return json.dumps(body, ensure_ascii=True).encode()
