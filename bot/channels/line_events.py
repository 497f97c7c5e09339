"""What LINE's webhook says, event by event; one odd event never spoils the others of its batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.channels import Unreadable, line_rooms
from bot.channels.text_limits import clean
from domain import quick_json
from domain.events import (
    BUTTON_PRESSED,
    CHAT_CLOSED,
    CHAT_OPENED,
    CONTENT_RECEIVED,
    EVENT_IGNORED,
    MESSAGE_RECEIVED,
    ROOM_CLOSED,
    ROOM_MEMBERS_CHANGED,
    Arrival,
)

Json = dict[str, Any]

FREE_REPLY_LASTS: Final = timedelta(seconds=50)
"""LINE promises a minute; the rest is for the way there."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NOBODY: Final = "line:unknown"
_NAME: Final = 64
_OLD_TEST_TOKENS: Final = frozenset({"0" * 32, "f" * 32})
_SAYS_NOTHING: Final = frozenset({EVENT_IGNORED, CHAT_CLOSED, ROOM_CLOSED, ROOM_MEMBERS_CHANGED})
"""What is never answered."""


def arrivals(body: bytes, our_address: str | None, now: datetime, our_names: Iterable[str] = ()) -> list[Arrival]:
    """Everything that a proven webhook body tells; raises :class:`Unreadable` when the body as a whole is broken."""
    events = _events(body, our_address)
    until = (now + FREE_REPLY_LASTS).isoformat()
    return [_arrival(event, place, now, until, our_names) for place, event in enumerate(events)]


def _events(body: bytes, our_address: str | None) -> list[Any]:
    try:
        told = quick_json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("the body is not JSON") from error
    if not isinstance(told, dict) or not isinstance(told.get("events"), list):
        raise Unreadable("the body has no list of events")
    destination = told.get("destination")
    if our_address and isinstance(destination, str) and destination != our_address:
        raise Unreadable("the body is meant for another account")
    events: list[Any] = told["events"]
    return events


def _arrival(event: Any, place: int, now: datetime, until: str, our_names: Iterable[str]) -> Arrival:
    if not isinstance(event, dict):
        return Arrival(_fingerprint(event), _NOBODY, EVENT_IGNORED, now, place, {"type": "unknown"})
    chat, where = _chat(event)
    kind, facts = _read(event, where, our_names) or (EVENT_IGNORED, _type(event))
    free_reply = None if kind in _SAYS_NOTHING else _free_reply(event, until)
    return Arrival(_key(event), chat, kind, _moment(event.get("timestamp"), now), place, facts, free_reply)


def _read(event: Json, where: str, our_names: Iterable[str]) -> tuple[str, Json] | None:
    """The event's kind and facts; nothing for what is ignored."""
    kind = event.get("type")
    # Somebody else answers while we stand by, but being blocked or put out is true for everybody.
    gone = kind == "unfollow" or kind == "leave"  # noqa: PLR1714 - it may be anything, also what no set takes
    if not gone and (event.get("mode", "active") != "active" or _is_old_test(event)):
        return None
    if where == GROUP:
        return line_rooms.read(event, our_names)
    reader = _READERS.get(kind) if isinstance(kind, str) and where == PRIVATE else None
    return reader(event) if reader else None


def _message(event: Json) -> tuple[str, Json] | None:
    message = event.get("message")
    kind = message.get("type") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(kind, str):
        return None
    if kind != "text":
        return CONTENT_RECEIVED, {"content": clean(kind[:_NAME])} | _content(message)
    text = message.get("text")
    return (MESSAGE_RECEIVED, {"text": clean(text)}) if isinstance(text, str) else None


def _content(message: Json) -> Json:
    """By which name an image can be fetched; another's address is none of ours to call."""
    provider, name = message.get("contentProvider"), message.get("id")
    ours = isinstance(provider, dict) and provider.get("type") == "line"
    return {"content_id": name} if message.get("type") == "image" and ours and _is_name(name) else {}


def _postback(event: Json) -> tuple[str, Json] | None:
    postback = event.get("postback")
    value = postback.get("data") if isinstance(postback, dict) else None
    if not isinstance(postback, dict) or not isinstance(value, str):
        return None
    return BUTTON_PRESSED, {"value": clean(value)} | _picked(postback.get("params"))


def _picked(params: Any) -> Json:
    given = [params.get(name) for name in ("date", "time", "datetime")] if isinstance(params, dict) else []
    return next(({"picked": clean(value)} for value in given if isinstance(value, str)), {})


def _follow(_event: Json) -> tuple[str, Json]:
    return CHAT_OPENED, {}


def _unfollow(_event: Json) -> tuple[str, Json]:
    return CHAT_CLOSED, {}


_READERS: Final[dict[str, Callable[[Json], tuple[str, Json] | None]]] = {
    "message": _message,
    "postback": _postback,
    "follow": _follow,
    "unfollow": _unfollow,
}


def _type(event: Json) -> Json:
    kind = event.get("type")
    return {"type": clean(kind[:_NAME]) if isinstance(kind, str) else "unknown"}


PRIVATE, GROUP, NOWHERE = "private", "group", "nowhere"


def _chat(event: Json) -> tuple[str, str]:
    """The chat, and whether it is one person's alone, a group's, or neither; who speaks in a group is not kept."""
    source = event.get("source")
    if not isinstance(source, dict):
        return _NOBODY, NOWHERE
    group = line_rooms.address(source)
    if _is_name(group):
        return f"line:{group}", GROUP
    if group is not None or not _is_name(source.get("userId")):
        return _NOBODY, NOWHERE
    return f"line:{source['userId']}", PRIVATE if source.get("type") == "user" else NOWHERE


def _is_name(value: Any) -> bool:
    """Is it a name that we could have been given by LINE, and can keep?"""
    return isinstance(value, str) and 0 < len(value) <= _NAME and value.isascii() and value.isalnum()


def _free_reply(event: Json, until: str) -> Json | None:
    token = event.get("replyToken")
    usable = isinstance(token, str) and token.isascii() and token.isprintable() and token
    return {"token": token, "until": until} if usable else None


def _is_old_test(event: Json) -> bool:
    """The console's Verify button once sent made-up events with such tokens; nobody is there to answer."""
    token = event.get("replyToken")
    return isinstance(token, str) and token in _OLD_TEST_TOKENS


def _key(event: Json) -> str:
    key = event.get("webhookEventId")
    return str(key) if _is_name(key) else _fingerprint(event)


def _fingerprint(event: Any) -> str:
    """A key made of what happened: the same when it is told again, whatever LINE says about this delivery."""
    if isinstance(event, dict):
        event = {name: value for name, value in event.items() if name != "deliveryContext"}
    try:
        canonical = json.dumps(event, sort_keys=True)
    except RecursionError:
        canonical = str(sorted(event)) + str(event.get("timestamp")) if isinstance(event, dict) else "deep"
    return hashlib.sha256(canonical.encode()).hexdigest()


def _moment(timestamp: Any, now: datetime) -> datetime:
    """The event's own time (milliseconds since 1970), or ``now`` when it is none."""
    if isinstance(timestamp, bool) or not isinstance(timestamp, int | float):
        return now
    try:
        return _EPOCH + timedelta(milliseconds=timestamp)
    except (OverflowError, ValueError):
        return now
