"""What LINE tells us of groups (and of rooms, which are groups without a name): only what is meant for us is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from bot.channels.addressed import kept, span, without, words_for_us
from domain.events import ROOM_CLOSED, ROOM_MEMBERS_CHANGED, ROOM_OPENED, ROOM_SPOKEN

Json = dict[str, Any]
Reading = tuple[str, Json]

_ADDRESSES: Final = {"group": "groupId", "room": "roomId"}
"""Where the address of each kind of group stands."""


def address(source: Json) -> Any:
    """The address of the group that an event comes from; ``None`` if it comes from none."""
    kind = source.get("type")
    return source.get(_ADDRESSES[kind]) if isinstance(kind, str) and kind in _ADDRESSES else None


def read(event: Json, names: Iterable[str]) -> Reading | None:
    """The event's kind and facts; ``None`` for all that is not for us."""
    kind = event.get("type")
    if kind == "message":
        return _message(event.get("message"), names)
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    return reader(event) if reader else None


def _message(message: Any, names: Iterable[str]) -> Reading | None:
    """Words that mention us, or begin with our name."""
    text = message.get("text") if isinstance(message, dict) and message.get("type") == "text" else None
    if not isinstance(text, str):
        return None
    spans = _mentions_of_us(message.get("mention"))
    said = without(text, spans)
    found = words_for_us(said, names)
    if found is None and spans:
        found = kept(said)
    return None if found is None else (ROOM_SPOKEN, {"text": found})


def _mentions_of_us(mention: Any) -> list[tuple[int, int]]:
    """Where the text mentions us."""
    told = mention.get("mentionees") if isinstance(mention, dict) else None
    listed = told if isinstance(told, list) else []
    ours = [each for each in listed if isinstance(each, dict) and each.get("isSelf") is True]
    return [found for each in ours if (found := span(each.get("index"), each.get("length")))]


def _join(_event: Json) -> Reading:
    return ROOM_OPENED, {}


def _leave(_event: Json) -> Reading:
    return ROOM_CLOSED, {}


def _joined(event: Json) -> Reading | None:
    return _changed(event.get("joined"), 1)


def _left(event: Json) -> Reading | None:
    return _changed(event.get("left"), -1)


def _changed(told: Any, sign: int) -> Reading | None:
    """How many came or left; who they are is not kept."""
    members = told.get("members") if isinstance(told, dict) else None
    count = len(members) if isinstance(members, list) else 0
    return (ROOM_MEMBERS_CHANGED, {"by": sign * count}) if count else None


_READERS: Final[dict[str, Callable[[Json], Reading | None]]] = {
    "join": _join,
    "leave": _leave,
    "memberJoined": _joined,
    "memberLeft": _left,
}
