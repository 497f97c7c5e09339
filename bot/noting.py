"""Writes down what came of sending letters: for the letters, and for the people that a broadcast's went to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.channels import (
    CREDENTIALS,
    BadAddress,
    Outcome,
    QuotaSpent,
    Refused,
    ReplySpent,
    Sent,
    TooLate,
    TryLater,
    Unreachable,
)
from domain.messages import from_json
from storage import broadcast_results, chats, outbox, reminders, rooms, session_news
from storage.outbox import REMINDER, Draft, Letter

GIVE_UP_AFTER: Final = timedelta(hours=23)
"""LINE forgets a retry key after 24 hours: later, the same letter could arrive twice."""
LONGEST_WAIT: Final = 300.0
NO_PUSHES: Final = "the month's pushes are used up"
PATIENCE: Final = 3600.0
"""So many seconds later we ask again whether the month has a push for a reminder, unless it would be too late then."""
LEAST_PATIENCE: Final = 60.0
WHY: Final = 200


def note(tx: Connection, notes: Sequence[tuple[Letter, Outcome]], now: datetime) -> None:
    """Write down what came of sending letters."""
    for paid in (False, True):
        numbers = [letter.number for letter, outcome in notes if outcome == Sent(paid=paid)]
        outbox.settle(tx, numbers, now, state="sent", paid=paid)
    bulk = [letter.number for letter, outcome in notes if letter.broadcast and isinstance(outcome, Sent)]
    if bulk:
        broadcast_results.settle(tx, bulk, now, state="sent")
    for letter, outcome in notes:
        note_trouble(tx, letter, outcome, now)


def note_trouble(tx: Connection, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Write down why a letter was not taken; nothing for one that was."""
    match outcome:
        case Sent():
            return
        case Unreachable(why=why):
            unreachable(tx, letter, why, now)
        case Refused(why=why):
            refused(tx, letter, why, now)
        case QuotaSpent():
            quota_spent(tx, letter, now)
        case BadAddress(place=place):
            broadcast_results.without_bad_address(tx, letter, place, now)
            outbox.settle(tx, [letter.number], now, state="refused", why="an address was refused")
        case TooLate():
            too_late(tx, letter, now)
        case ReplySpent():
            reply_spent(tx, letter, now)
        case TryLater():
            try_later(tx, letter, outcome, now)


def quota_spent(tx: Connection, letter: Letter, now: datetime) -> None:
    """Hold a letter that the month has no push for; a reminder waits for one as long as it is true."""
    if letter.can_be_taken_back:
        try_later(tx, letter, TryLater(NO_PUSHES, seconds=patience(letter, now)), now)
        return
    settle(tx, letter, now, state="held", people="held", why=NO_PUSHES)
    if letter.broadcast:
        broadcast_results.hold(tx, letter.broadcast, now)


def patience(letter: Letter, now: datetime) -> float:
    """Seconds until we ask again whether the month has a push: half of what is left until it is no longer true."""
    if letter.good_until is None:
        return PATIENCE
    return min(PATIENCE, max(LEAST_PATIENCE, (letter.good_until - now).total_seconds() / 2))


def refused(tx: Connection, letter: Letter, why: str, now: datetime) -> None:
    """Note that a platform will never take this letter."""
    settle(tx, letter, now, state="refused", people="failed", why=why)
    if letter.broadcast and len(letter.to) > 1:
        broadcast_results.refuse(tx, letter.broadcast, now)


def unreachable(tx: Connection, letter: Letter, why: str, now: datetime) -> None:
    """Note that nothing reaches this chat; what it reminded of is said where else they can be reached.

    In a group that means that we are not in it any more.
    """
    chats.mark_unreachable(tx, letter.chat)
    rooms.leave(tx, letter.chat, now)
    settle(tx, letter, now, state="unreachable", people="unreachable", why=why)
    say_anew(tx, letter, now)
    say_elsewhere(tx, letter, now)


def say_elsewhere(tx: Connection, letter: Letter, now: datetime) -> None:
    """Write what a letter still had to say to another chat of the same person, if one reaches them.

    Not what answers something that was said there, and not what is found out anew (it answers an event).
    """
    if letter.rank == REMINDER and letter.event is None and not letter.broadcast:
        left = tuple(from_json(each) for each in letter.messages[letter.progress :])
        drafts = [Draft(chat.name, left, REMINDER) for chat in chats.others_of(tx, letter.chat)[:1]]
        outbox.write(tx, drafts, now)


def too_late(tx: Connection, letter: Letter, now: datetime) -> None:
    """Close a letter that is no longer true; what is still true of it is said anew."""
    settle(tx, letter, now, state="expired", people="failed", why="no longer true")
    say_anew(tx, letter, now)


def say_anew(tx: Connection, letter: Letter, now: datetime) -> None:
    """Let what a letter told of sessions be said again as it stands, unless it may have arrived."""
    if letter.surely_unsent:
        reminders.unsay(tx, [letter.event])
        session_news.tell_anew(tx, [letter.event], now)


def settle(tx: Connection, letter: Letter, now: datetime, *, state: str, people: str, why: str) -> None:
    """Close a letter; ``people`` is what became of those that a broadcast's letter went to."""
    outbox.settle(tx, [letter.number], now, state=state, why=why[:WHY])
    if letter.broadcast:
        broadcast_results.settle(tx, [letter.number], now, state=people, why=why[:WHY])


def reply_spent(tx: Connection, letter: Letter, now: datetime) -> None:
    """Decide what becomes of a letter whose free reply cannot be used.

    An earlier attempt that nobody knows the outcome of, and a token that is spent before its time: it was taken.
    """
    if letter.in_doubt and not reply_is_over(letter, now):
        outbox.settle(tx, [letter.number], now, state="sent", why="taken by an earlier attempt")
    elif not letter.worth_push:
        outbox.settle(tx, [letter.number], now, state="expired", why="not worth a push")
    elif not outbox.merge_into_next(tx, letter, now):
        outbox.turn_into_push(tx, letter.number, now)


def reply_is_over(letter: Letter, now: datetime) -> bool:
    """Whether the letter's free reply has run out of time."""
    until = (letter.free_reply or {}).get("until")
    return until is not None and now > datetime.fromisoformat(until)


def try_later(tx: Connection, letter: Letter, outcome: TryLater, now: datetime) -> None:
    """Put a letter off, longer each time; after 23 hours a human must look.

    One that only waits for a token that the platform accepts can wait as long as that takes.
    """
    may_repeat = outcome.why != CREDENTIALS or not letter.surely_unsent
    if may_repeat and letter.first_tried_at is not None and now - letter.first_tried_at > GIVE_UP_AFTER:
        settle(tx, letter, now, state="refused", people="failed", why=f"gave up: {outcome.why}")
        say_anew(tx, letter, now)
        return
    wait = outcome.seconds if outcome.seconds is not None else min(LONGEST_WAIT, 0.5 * 2**letter.attempts)
    outbox.put_off(
        tx,
        letter.number,
        now + timedelta(seconds=wait),
        in_doubt=outcome.unknown,
        progress=max(letter.progress, outcome.progress),
        why=outcome.why[:WHY],
    )
