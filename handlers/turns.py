"""Takes the turns of the chats that wait: their events in order, one transaction, what is said into the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, groupby, repeat
from typing import Final

from sqlalchemy import Connection

from domain import events
from domain.messages import MOST_TOGETHER, Message, together
from domain.push_budget import FREE_CHANNELS
from flows import tray
from flows.engine import Network, Turn
from handlers import HANDLERS, flooding
from storage import chats, inbox, notices, outbox
from storage.chats import Chat
from storage.database import is_clash
from storage.inbox import Event
from storage.outbox import REMINDER, REPLY, Draft

MOST_ATTEMPTS: Final = 4
FROM_THE_PERSON: Final = frozenset(
    {
        events.MESSAGE_RECEIVED,
        events.CONTENT_RECEIVED,
        events.BUTTON_PRESSED,
        events.CHAT_OPENED,
        events.ROOM_OPENED,
        events.ROOM_SPOKEN,
    }
)
"""Who does any of these has not blocked us, or put us out (any more)."""
SPOKEN: Final = frozenset({events.MESSAGE_RECEIVED, events.CONTENT_RECEIVED, events.BUTTON_PRESSED})
"""What the person said or did, and is answered for free: news that waits can ride along."""
SILENT: Final = frozenset({events.ROOM_CLOSED, events.ROOM_MEMBERS_CHANGED})
"""What is never answered in its chat."""
UNASKED: Final = events.UNASKED
"""What nobody in the chat did: a failure is staff's concern alone."""
RANKS: Final = dict.fromkeys(UNASKED, REMINDER) | dict.fromkeys((events.ROLE_ANNOUNCED, events.NEWS_DUE), outbox.BULK)


@dataclass(frozen=True, slots=True)
class Done:
    """One event's fate, for the log."""

    event: int
    kind: str
    chat: str
    outcome: str
    """answered, failed or set_aside"""
    failure: str = ""


def take_turns(tx: Connection, network: Network, now: datetime, limit: int) -> list[Done]:
    """Answer what waits in the chats that have waited longest; gives every event's fate."""
    names = inbox.chats_waiting(tx, now, limit)
    taken = chats.take(tx, names) if names else {}
    if not taken:
        return []
    waiting = sorted(inbox.waiting(tx, list(taken)), key=lambda event: event.chat)
    done: list[Done] = []
    for name, in_order in groupby(waiting, key=lambda event: event.chat):
        share = flooding.share_of(taken[name], list(in_order), now)
        done += take_turn(tx, network, taken[name], share.events, now)
        share.pause(taken[name], now)
    chats.save(tx, list(taken.values()))
    inbox.mark_done(tx, [each.event for each in done if each.outcome == "answered"])
    return done


def take_turn(tx: Connection, network: Network, chat: Chat, waiting: list[Event], now: datetime) -> list[Done]:
    """Answer one chat's events, one by one; stop at one that fails, so that order is kept."""
    done: list[Done] = []
    for event in waiting:
        chat.reachable = chat.reachable or event.kind in FROM_THE_PERSON
        before = (dict(chat.talk), chat.person, chat.language, chat.language_chosen, chat.reachable)
        try:
            with tx.begin_nested():
                answer(tx, network, chat, event, now)
        except Exception as error:
            if is_clash(error):
                raise
            chat.talk, chat.person, chat.language, chat.language_chosen, chat.reachable = before
            done.append(put_off(tx, network, chat, event, now, error))
            if done[-1].outcome == "failed":
                break
        else:
            chat.held_until = None
            done.append(Done(event.id, event.kind, chat.name, "answered"))
    return done


def answer(tx: Connection, network: Network, chat: Chat, event: Event, now: datetime) -> None:
    """Let the event's handler answer it, and put what it says into the outbox."""
    handle = HANDLERS.get(event.kind)
    if handle is None:
        return
    if event.kind in UNASKED and not chat.reachable and notices.pass_on(tx, event, now):
        return
    turn = Turn(tx, now, chat, event, network)
    unkept = is_unkept(turn)
    handle(turn)
    if unkept:
        inbox.forget_words(tx, event.id)
    if event.kind in SPOKEN:
        tray.mention(turn)
    chat.talk = turn.talk.to_json()
    outbox.write(tx, answers_of(turn) + turn.letters, now)


def answers_of(turn: Turn) -> list[Draft]:
    """What is said in this chat, as letters."""
    event = turn.event
    if costs_a_room(event):
        return []
    if event.together:
        answers: list[Draft] = event.together.answers(turn)
        return answers
    rank, caused_by = RANKS.get(event.kind, REPLY), event.id if turn.good_until else None
    return [
        Draft(
            turn.chat.name,
            part,
            rank,
            event.free_reply if first else None,
            turn.worth_push if first else True,
            people=turn.people,
            event=caused_by,
            good_until=turn.good_until,
        )
        for first, part in zip(chain([True], repeat(False)), parcels(turn), strict=False)
    ]


def costs_a_room(event: Event) -> bool:
    """Whether an answer in a group could not be free: everybody in it would be paid for, so none is given."""
    is_paid = event.chat.partition(":")[0] not in FREE_CHANNELS
    return event.kind in events.OF_ROOMS and event.free_reply is None and is_paid


def is_unkept(turn: Turn) -> bool:
    """Whether the conversation under way promises that what is said in it is kept nowhere else."""
    flow = turn.network.flows.get(turn.talk.now.flow) if turn.talk.now is not None else None
    return flow is not None and flow.unkept


def parcels(turn: Turn) -> list[tuple[Message, ...]]:
    """What was said, in as few parcels as can be: only the first rides on the free reply."""
    said = together(turn.said)
    return [tuple(said[start : start + MOST_TOGETHER]) for start in range(0, len(said), MOST_TOGETHER)]


def put_off(tx: Connection, network: Network, chat: Chat, event: Event, now: datetime, error: Exception) -> Done:
    """Try a failed event again later; after the last attempt set it aside, tell the person kindly, and tell staff."""
    last = event.attempts + 1 >= MOST_ATTEMPTS
    failure = type(error).__name__
    inbox.mark_failed(tx, event, failure, set_aside=last)
    if not last:
        chat.held_until = now + timedelta(seconds=2**event.attempts)
        return Done(event.id, event.kind, chat.name, "failed", failure)
    chat.held_until = None
    turn = Turn(tx, now, chat, event, network)
    if event.kind not in UNASKED | SILENT and not costs_a_room(event):
        ways_on = [] if event.kind in events.OF_ROOMS else [turn.button("menu"), turn.button("talk_to_person")]
        turn.say(turn.words("engine.set_aside"), ways_on)
        worth_push = event.kind not in events.OF_ROOMS
        outbox.write(tx, [Draft(chat.name, tuple(turn.said), REPLY, event.free_reply, worth_push)], now)
    turn.tell_staff("engine.set_aside_staff", {"number": event.id})
    outbox.write(tx, turn.letters, now)
    return Done(event.id, event.kind, chat.name, "set_aside", failure)
