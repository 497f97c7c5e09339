"""What telling people that a board takes ideas, or votes, would cost, and telling them."""

from __future__ import annotations

from typing import Any

from domain.events import BOARD_CHANGED
from domain.push_budget import FREE_CHANNELS, Cost, weigh
from flows import boards, telling
from flows.engine import Option, Turn
from storage import notices, workshops

TELL, FREE, ROOM = "tell", "free", "room"
"""Everybody, those whom it costs nothing to tell, or nobody: they use the word that is said in the room."""


def reached(turn: Turn) -> dict[str, str]:
    """Who would be told, each in which channel; not who does it."""
    hearers = workshops.hearers(turn.tx, boards.session(turn))
    return workshops.channels_of(turn.tx, [each for each in hearers if each != turn.person.id])


def cost(turn: Turn) -> Cost:
    """What telling all of them takes."""
    channels = list(reached(turn).values())
    return weigh({channel: channels.count(channel) for channel in dict.fromkeys(channels)}, telling.month(turn))


def ways(turn: Turn) -> list[Option]:
    """Tell all of them if the month allows it, those who cost nothing, or nobody."""
    price = cost(turn)
    possible = {
        TELL: price.told > 0 and not price.held_back,
        FREE: price.free > 0 and price.told + price.held_back > price.free,
    }
    return [way(turn, each, price) for each in (TELL, FREE) if possible[each]] + [way(turn, ROOM, price)]


def way(turn: Turn, value: str, price: Cost) -> Option:
    """One of the ways, with how many it tells."""
    told = {TELL: price.told, FREE: price.free}.get(value, 0)
    also = tuple(turn.words(f"session_board.how-{value}.also").split(","))
    return Option(value, turn.words(f"session_board.how-{value}", count=told), also)


def facts(turn: Turn) -> dict[str, Any]:
    """How many would be told, for free and by paid messages, and what the month has left."""
    price, month = cost(turn), telling.month(turn)
    return {
        "free": price.free,
        "paid": price.paid + price.held_back,
        "left": "unlimited" if month.spendable is None else month.spendable,
        "fits": "no" if price.held_back else "yes",
    }


def tell(turn: Turn, way: str, board: str) -> int:
    """Let the board's news reach those who are to be told; gives how many those are."""
    telling.lock(turn)
    channels = reached(turn)
    free_only = way == FREE or (way == TELL and cost(turn).held_back)
    people = [each for each, channel in channels.items() if channel in FREE_CHANNELS or not free_only]
    if way == ROOM:
        return 0
    session = boards.session_id(turn)
    key = f"{session}:{board}:{turn.event.id}"
    return notices.tell_all(turn.tx, people, BOARD_CHANGED, key, turn.now, session=session, board=board)
