"""A letter on its way out: what will come of it where that is plain already, and how its channel takes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from bot.channels import Outcome, Parcel, ReplySpent, Sent, TooLate, Unreachable
from bot.noting import reply_is_over
from domain.messages import from_json
from storage.outbox import Letter

SAID_ONCE: Final = frozenset({"telegram"})
"""Where nobody can tell a second attempt from the first: a reminder that somebody died over counts as sent there."""


def plain_already(letter: Letter, now: datetime) -> Outcome | None:
    """What will come of a letter, where that is known without trying; else nothing."""
    if not letter.reachable:
        return Unreachable("blocked")
    if letter.good_until is not None and letter.good_until <= now:
        return TooLate()
    if letter.abandoned and letter.can_be_taken_back and letter.channel in SAID_ONCE:
        return Sent()
    if reply_is_over(letter, now):
        return ReplySpent()
    return Unreachable("everybody has left") if letter.is_for_many and not letter.to else None


def parcel(letter: Letter, address: str, pause: Callable[[], Awaitable[float]] | None = None) -> Parcel:
    """The letter as its channel takes it."""
    messages = letter.said or tuple(from_json(message) for message in letter.messages)
    to = tuple(chat.partition(":")[2] for chat in letter.to)
    return Parcel(letter.id, address, messages, letter.free_reply, letter.progress, to, pause)
