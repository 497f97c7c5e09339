"""Takes one of a person's chats away from them; the last one that reaches them stays."""

from __future__ import annotations

from typing import Final

from flows import connections
from flows.engine import Ask, Audience, Do, End, Flow, Option, Turn
from storage import connections as joined
from storage import reminders
from storage.chats import Chat


def can_go(chats: list[Chat]) -> list[Chat]:
    """Which of these chats can be taken away, so that another one still reaches the person."""
    return [each for each in chats if any(other.reachable for other in chats if other is not each)]


def look(turn: Turn) -> str | None:
    """Whether there is a chat that can be taken away."""
    return None if can_go(connections.mine(turn)) else "only_one"


def which(turn: Turn) -> list[Option]:
    """The chats that can be taken away, by their platforms."""
    found = [Option(each.name.partition(":")[0], label(turn, each)) for each in can_go(connections.mine(turn))]
    return [*found, Option("none", turn.words("disconnect_chat.none"), also(turn))]


def also(turn: Turn) -> tuple[str, ...]:
    """Other words for taking none away."""
    return tuple(turn.words("disconnect_chat.none.also").split(","))


def label(turn: Turn, chat: Chat) -> str:
    """A chat as it is called here: ``LINE``, ``Telegram (this chat)``."""
    here = "yes" if chat.name == turn.chat.name else "no"
    return turn.words("disconnect_chat.chat", channel=connections.name(turn, chat.channel), here=here)


def disconnect(turn: Turn) -> str | None:
    """Take the chat away, unless it went meanwhile or has become the last one."""
    chats = joined.lock(turn.tx, turn.person.id)
    chosen = next((each for each in can_go(chats) if each.channel == turn.answers["which"]), None)
    if chosen is None:
        return "only_one"
    reminders.begin_anew_for(turn.tx, turn.person.id, turn.now)
    joined.disconnect(turn.tx, chosen.name, turn.now, turn.event.id)
    return leave(turn) if chosen.name == turn.chat.name else None


def leave(turn: Turn) -> str:
    """Know nobody in this chat from now on."""
    turn.talk.parked.clear()
    turn.chat.person, turn.found = None, None
    return "here"


def gone(turn: Turn) -> dict[str, str]:
    """Which chat was taken away, and which are left."""
    return {"channel": connections.name(turn, turn.answers["which"]), "left": connections.named(turn)}


DISCONNECT_CHAT: Final = Flow(
    "disconnect_chat",
    Do("look", look, exits={"only_one": "only_one"}),
    Ask("which", which, exits={"none": "left_alone"}),
    Do("disconnect", disconnect, exits={"only_one": "only_one", "here": "done_here"}, final=True),
    End("done", values=gone, offers=("my_data", "menu")),
    End("done_here", values=gone),
    End("only_one", offers=("connect_chat", "menu")),
    End("left_alone", offers=("my_data", "menu")),
    audience=Audience.ANYONE,
)
