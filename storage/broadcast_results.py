"""What came of a broadcast's letters, for each of the people that they went to."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, update

from domain.messages import from_json
from storage import broadcasts, chats, fanning_out, outbox
from storage.outbox import MANY, Draft, Letter
from storage.schema import broadcast_people

mine = broadcast_people.c


def settle(tx: Connection, numbers: Iterable[int], now: datetime, *, state: str, why: str | None = None) -> None:
    """Note for each person what became of their letter."""
    theirs = mine.letter.in_(list(numbers)) & (mine.state == "written")
    tx.execute(update(broadcast_people).where(theirs).values(state=state, why=why, settled_at=now))


def hold(tx: Connection, broadcast: str, now: datetime) -> None:
    """The month's pushes are used up: those on LINE wait for staff's word, the others go on; staff hear of it."""
    broadcasts.take_back(tx, broadcast)
    fanning_out.set_aside(tx, broadcast, "held", beyond=-1)
    fanning_out.tell_staff(tx, broadcast, "held", now)


def refuse(tx: Connection, broadcast: str, now: datetime) -> None:
    """The platform will not take what we say: stop before everybody is refused; staff hear of it."""
    if broadcasts.pause(tx, broadcast):
        fanning_out.tell_staff(tx, broadcast, "refused", now)


BAD_ADDRESS: Final = "LINE does not know this address"


def without_bad_address(tx: Connection, letter: Letter, place: int | None, now: datetime) -> None:
    """Send a letter again, as a new one, to all but the address that was refused; unnamed, look for it by halves."""
    if len(letter.to) == 1:
        place = 0
    if place is not None and 0 <= place < len(letter.to):
        fail_address(tx, letter, letter.to[place], now)
        again(tx, letter, letter.to[:place] + letter.to[place + 1 :], now)
    else:
        half = len(letter.to) // 2
        again(tx, letter, letter.to[:half], now)
        again(tx, letter, letter.to[half:], now)


def fail_address(tx: Connection, letter: Letter, chat: str, now: datetime) -> None:
    """Note that nothing reaches this chat."""
    this = (mine.letter == letter.number) & (mine.chat == chat)
    tx.execute(update(broadcast_people).where(this).values(state="failed", why=BAD_ADDRESS, settled_at=now))
    chats.mark_unreachable(tx, chat)


def again(tx: Connection, letter: Letter, to: Sequence[str], now: datetime) -> None:
    """Write a letter anew for these of its people, with a retry key of its own."""
    if not to:
        return
    said = tuple(from_json(message) for message in letter.messages)
    chat = f"{letter.channel}:{MANY}:{uuid.uuid4()}"
    number = outbox.post(tx, [Draft(chat, said, letter.rank, broadcast=letter.broadcast, people=len(to))], now)[0]
    these = (mine.letter == letter.number) & mine.chat.in_(to)
    tx.execute(update(broadcast_people).where(these).values(letter=number))
