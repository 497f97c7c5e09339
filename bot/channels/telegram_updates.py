"""What one Telegram update says, read from plain JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeGuard

from bot.channels import Unreadable, telegram_rooms
from bot.channels.telegram_rooms import Us
from bot.channels.text_limits import clean
from domain import quick_json
from domain.events import (
    BUTTON_PRESSED,
    CHAT_CLOSED,
    CHAT_OPENED,
    CONTENT_RECEIVED,
    EVENT_IGNORED,
    MESSAGE_RECEIVED,
    Arrival,
)

Json = dict[str, Any]
Reading = tuple[str, datetime, Json, Json | None]
"""Kind, moment, facts and free reply."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_BIGGEST: Final = 2**53
_NAME: Final = 64
_START: Final = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_FILE: Final = re.compile(r"[A-Za-z0-9_-]{1,200}")
_CONTENTS: Final = {
    "sticker": "sticker",
    "photo": "image",
    "voice": "audio",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "file",
    "location": "location",
    "contact": "contact",
    "poll": "poll",
    "dice": "dice",
    "story": "story",
}
"""What a message can hold besides text, under the names that both channels share; the first found counts."""


def parsed(body: bytes) -> Json:
    """The update as plain data; raises :class:`Unreadable` when the body is no JSON object."""
    try:
        update = quick_json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("the body is not JSON") from error
    if not isinstance(update, dict):
        raise Unreadable("the body is not an update")
    return update


NOBODY: Final = Us(0)


def arrival(update: Json, now: datetime, us: Us = NOBODY) -> Arrival:
    """The one thing that an update tells; raises :class:`Unreadable` when it has no number."""
    number = update.get("update_id")
    if not _is_number(number) or number < 0:
        raise Unreadable("the update has no number")
    kind = next((name for name in update if name != "update_id"), "unknown")
    told = update.get(kind)
    chat, where = _chat(told)
    reading = _read(kind, told, where, now, us) if isinstance(told, dict) else None
    what, moment, facts, free_reply = reading or (EVENT_IGNORED, now, {"type": clean(kind[:_NAME])}, None)
    return Arrival(str(number), chat, what, moment, number, facts, free_reply)


def _read(kind: str, told: Json, where: str, now: datetime, us: Us) -> Reading | None:
    """What an update tells; nothing for what is ignored."""
    if where == GROUP:
        found = telegram_rooms.read(kind, told, us)
        return (found[0], _moment(told.get("date"), now), found[1], None) if found else None
    reader = _READERS.get(kind) if where == PRIVATE else None
    return reader(told, now) if reader else None


def _message(message: Json, now: datetime) -> Reading | None:
    moment = _moment(message.get("date"), now)
    text = message.get("text")
    if isinstance(text, str):
        return _text(clean(text), moment)
    content = next((name for field, name in _CONTENTS.items() if field in message), None)
    if content is None:
        return None
    return CONTENT_RECEIVED, moment, {"content": content} | _photo(message.get("photo")), None


def _photo(sizes: Any) -> Json:
    """By which name the largest size of a photo can be fetched."""
    known = [size for size in sizes if isinstance(size, dict)] if isinstance(sizes, list) else []
    widest = max(known, key=lambda size: size["width"] if _is_number(size.get("width")) else 0, default={})
    name = widest.get("file_id")
    return {"content_id": name} if isinstance(name, str) and _FILE.fullmatch(name) else {}


def _text(text: str, moment: datetime) -> Reading:
    start = _START.fullmatch(text)
    if start is None:
        return MESSAGE_RECEIVED, moment, {"text": text}, None
    payload = (start[1] or "").strip()
    return CHAT_OPENED, moment, {"payload": payload} if _PAYLOAD.fullmatch(payload) else {}, None


def _callback_query(query: Json, now: datetime) -> Reading | None:
    """A tap carries no time of its own."""
    value, tap, message = query.get("data"), query.get("id"), query.get("message")
    if not isinstance(value, str) or not isinstance(tap, str):
        return None
    free_reply: Json = {"tap": clean(tap)}
    if isinstance(message, dict) and _is_number(message.get("message_id")):
        free_reply["message"] = message["message_id"]
    return BUTTON_PRESSED, now.replace(microsecond=0), {"value": clean(value)}, free_reply


def _my_chat_member(change: Json, now: datetime) -> Reading | None:
    """Blocked; being unblocked says nothing yet, since the /start that follows it opens the chat."""
    member = change.get("new_chat_member")
    blocked = isinstance(member, dict) and member.get("status") == "kicked"
    return (CHAT_CLOSED, _moment(change.get("date"), now), {}, None) if blocked else None


_READERS: Final[dict[str, Callable[[Json, datetime], Reading | None]]] = {
    "message": _message,
    "callback_query": _callback_query,
    "my_chat_member": _my_chat_member,
}


PRIVATE, GROUP, NOWHERE = "private", "group", "nowhere"
_KINDS: Final = {"private": PRIVATE} | dict.fromkeys(telegram_rooms.GROUPS, GROUP)


def _chat(told: Any) -> tuple[str, str]:
    """The chat's name, and whether it is one person's or a group's; without such a chat the sender's, or nobody's."""
    if not isinstance(told, dict):
        return "telegram:unknown", NOWHERE
    message = told.get("message")
    place = told.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
    if isinstance(place, dict) and _is_number(place.get("id")) and str(place.get("type")) in _KINDS:
        return f"telegram:{place['id']}", _KINDS[str(place["type"])]
    sender = told.get("from")
    if isinstance(sender, dict) and _is_number(sender.get("id")):
        return f"telegram:{sender['id']}", NOWHERE
    return "telegram:unknown", NOWHERE


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and -_BIGGEST < value < _BIGGEST


def _moment(date: Any, now: datetime) -> datetime:
    """Telegram's time (seconds since 1970), or ``now`` when it is none."""
    if not _is_number(date):
        return now
    try:
        return _EPOCH + timedelta(seconds=date)
    except OverflowError:
        return now
