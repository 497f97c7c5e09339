"""Takes the turns of the chats that wait: their events in order, one transaction, what is said into the outbox."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, repeat
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
from storage.posting import Handing, Post

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


AnswerChat = Callable[[Post, Network, Chat, list[Event]], list[Done]]


def take_turns(
    tx: Connection, network: Network, now: datetime, limit: int, handing: Handing | None = None
) -> list[Done]:
    """Answer what waits in the chats that have waited longest; gives every event's fate.

    All of it together, if nothing among it failed before. When something does, all is undone and done again one by one,
    so that only what fails fails. What is said goes out by ``handing``, if there is one; the rest waits in the outbox.
    """
    names = inbox.chats_waiting(tx, now, limit)
    if not names:
        return []
    post = Post(tx, now, handing or Handing())
    taken, waiting = take(tx, names)
    if is_smooth(waiting):
        try:
            with tx.begin_nested():
                return answer_all(post, network, taken, waiting, answer_together)
        except Exception as error:
            if is_clash(error):
                raise
            post.undo()
            taken, waiting = take(tx, names)
    return answer_all(post, network, taken, waiting, answer_one_by_one)


def take(tx: Connection, names: list[str]) -> tuple[dict[str, Chat], list[Event]]:
    """Those of the chats that nobody else holds, and what waits in them, in order."""
    taken = chats.take(tx, names)
    return taken, inbox.waiting(tx, list(taken)) if taken else []


def is_smooth(waiting: list[Event]) -> bool:
    """Whether several events are likely to be answered without trouble."""
    return len(waiting) > 1 and not any(event.attempts for event in waiting)


def answer_all(
    post: Post, network: Network, taken: dict[str, Chat], waiting: list[Event], answer_chat: AnswerChat
) -> list[Done]:
    """Answer all that waits in these chats."""
    of_chat: dict[str, list[Event]] = {}
    for event in waiting:
        of_chat.setdefault(event.chat, []).append(event)
    done: list[Done] = []
    for name, in_order in of_chat.items():
        share = flooding.share_of(taken[name], in_order, post.now)
        done += answer_chat(post, network, taken[name], share.events)
        share.pause(taken[name], post.now)
    post.write()
    chats.save(post.tx, list(taken.values()))
    inbox.mark_done(post.tx, [each.event for each in done if each.outcome == "answered"])
    return done


def answer_together(post: Post, network: Network, chat: Chat, waiting: list[Event]) -> list[Done]:
    """Answer one chat's events; a failure is everybody's."""
    for event in waiting:
        chat.reachable = chat.reachable or event.kind in FROM_THE_PERSON
        answer(post, network, chat, event)
        chat.held_until = None
        if len(waiting) > 1:
            post.write()
    return [Done(event.id, event.kind, chat.name, "answered") for event in waiting]


def answer_one_by_one(post: Post, network: Network, chat: Chat, waiting: list[Event]) -> list[Done]:
    """Answer one chat's events, each by itself; stop at one that fails, so that order is kept."""
    done: list[Done] = []
    for event in waiting:
        chat.reachable = chat.reachable or event.kind in FROM_THE_PERSON
        before = deepcopy((chat.talk, chat.person, chat.language, chat.language_chosen, chat.reachable))
        try:
            with post.tx.begin_nested():
                answer(post, network, chat, event)
                post.write()
        except Exception as error:
            if is_clash(error):
                raise
            post.drafts.clear()
            chat.talk, chat.person, chat.language, chat.language_chosen, chat.reachable = before
            done.append(put_off(post, network, chat, event, error))
            post.write()
            if done[-1].outcome == "failed":
                break
        else:
            chat.held_until = None
            done.append(Done(event.id, event.kind, chat.name, "answered"))
    return done


def answer(post: Post, network: Network, chat: Chat, event: Event) -> None:
    """Let the event's handler answer it, and post what it says."""
    tx, now = post.tx, post.now
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
    post.add(answers_of(turn) + turn.letters)
    if turn.letters or event.kind not in FROM_THE_PERSON:
        post.write()  # what others do next may concern it


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


def put_off(post: Post, network: Network, chat: Chat, event: Event, error: Exception) -> Done:
    """Try a failed event again later; after the last attempt set it aside, tell the person kindly, and tell staff."""
    tx, now = post.tx, post.now
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
        post.add([Draft(chat.name, tuple(turn.said), REPLY, event.free_reply, worth_push)])
    turn.tell_staff("engine.set_aside_staff", {"number": event.id})
    post.add(turn.letters)
    return Done(event.id, event.kind, chat.name, "set_aside", failure)
