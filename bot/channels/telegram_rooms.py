"""What Telegram tells us of groups: only what is meant for us is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from bot.channels.addressed import kept, span, without, words_for_us
from domain.events import ROOM_CLOSED, ROOM_MEMBERS_CHANGED, ROOM_OPENED, ROOM_SPOKEN

Json = dict[str, Any]
Reading = tuple[str, Json]

GROUPS: Final = frozenset({"group", "supergroup"})
_THERE: Final = frozenset({"member", "administrator", "creator", "restricted"})
_GONE: Final = frozenset({"left", "kicked"})
_COMMAND: Final = re.compile(r"/(\w{1,32})(?:@(\w{1,64}))?(?![\w@])\s*", re.ASCII)
_OURS: Final = frozenset({"link", "next", "team", "handup"})
"""Commands that are for us without our name, too: no other bot's are called so."""
_BIGGEST: Final = 2**53


@dataclass(frozen=True, slots=True)
class Us:
    """What we are known by."""

    number: int
    username: str = ""
    """Empty until Telegram has told us."""


def read(kind: str, told: Json, us: Us) -> Reading | None:
    """The kind and facts of what an update tells of a group; ``None`` for all that is not for us."""
    reader = _READERS.get(kind)
    return reader(told, us) if reader else None


def _my_chat_member(change: Json, _us: Us) -> Reading | None:
    """We were taken in, or put out."""
    before, after = (_status(change.get(name)) for name in ("old_chat_member", "new_chat_member"))
    if after in _GONE:
        return ROOM_CLOSED, {}
    return (ROOM_OPENED, {}) if after in _THERE and before not in _THERE else None


def _status(member: Any) -> str:
    status = member.get("status") if isinstance(member, dict) else None
    return status if isinstance(status, str) else ""


def _message(message: Json, us: Us) -> Reading | None:
    number = message.get("migrate_to_chat_id")
    if _is_number(number):
        return ROOM_CLOSED, {"moved_to": f"telegram:{number}"}
    if by := _came(message.get("new_chat_members"), us) - _left(message.get("left_chat_member"), us):
        return ROOM_MEMBERS_CHANGED, {"by": by}
    text = message.get("text")
    found = _for_us(text, message, us) if isinstance(text, str) else None
    return None if found is None else (ROOM_SPOKEN, {"text": found})


def _came(members: Any, us: Us) -> int:
    """How many came, not counting us."""
    return sum(not _is_us(each, us) for each in members) if isinstance(members, list) else 0


def _left(member: Any, us: Us) -> int:
    """How many left, not counting us."""
    return int(isinstance(member, dict) and not _is_us(member, us))


def _for_us(text: str, message: Json, us: Us) -> str | None:
    """What the words say, if they are a command for us, mention us, begin with our name, or answer us."""
    if command := _COMMAND.match(text):
        return _command(text, command, us)
    spans = _mentions_of_us(text, message.get("entities"), us)
    said = without(text, spans)
    found = words_for_us(said, (us.username,))
    if found is None and (spans or _answers_us(message.get("reply_to_message"), us)):
        found = kept(said)
    return found


def _command(text: str, command: re.Match[str], us: Us) -> str | None:
    """A command as words, if it is for us: ``/link@handup_bot 482193`` is ``link 482193``."""
    name, whose = command[1], command[2] or ""
    ours = _same(whose, us.username) if whose else name.lower() in _OURS
    return kept(f"{name} {text[command.end() :]}") if ours else None


def _mentions_of_us(text: str, entities: Any, us: Us) -> list[tuple[int, int]]:
    """Where the text mentions us."""
    listed = [each for each in entities if isinstance(each, dict)] if isinstance(entities, list) else []
    placed = [(each, span(each.get("offset"), each.get("length"))) for each in listed]
    return [place for each, place in placed if place and _names_us(text, each, place, us)]


def _names_us(text: str, entity: Json, place: tuple[int, int], us: Us) -> bool:
    if entity.get("type") == "text_mention":
        return _is_us(entity.get("user"), us)
    units = text.encode("utf-16-le", "surrogatepass")[2 * place[0] : 2 * sum(place)]
    name = units.decode("utf-16-le", "replace").removeprefix("@")
    return entity.get("type") == "mention" and _same(name, us.username)


def _answers_us(replied_to: Any, us: Us) -> bool:
    return isinstance(replied_to, dict) and _is_us(replied_to.get("from"), us)


def _is_us(user: Any, us: Us) -> bool:
    return isinstance(user, dict) and user.get("id") == us.number


def _same(name: str, ours: str) -> bool:
    return bool(ours) and name.casefold() == ours.casefold()


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_BIGGEST < value < _BIGGEST


_READERS: Final[dict[str, Callable[[Json, Us], Reading | None]]] = {
    "message": _message,
    "my_chat_member": _my_chat_member,
}
