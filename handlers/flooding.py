"""Which of a chat's events are answered now: all of them, unless somebody writes faster than anybody can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from domain import events, flood
from domain.messages import MOST_TOGETHER, Message
from flows.engine import Turn
from storage.chats import Chat
from storage.inbox import Event
from storage.outbox import Draft

COUNTED: Final = frozenset(
    {
        events.MESSAGE_RECEIVED,
        events.CONTENT_RECEIVED,
        events.BUTTON_PRESSED,
        events.CHAT_OPENED,
        events.ROOM_SPOKEN,
    }
)
"""What somebody does, and may do too fast."""


@dataclass(slots=True)
class Together:
    """What is said in answer to several events at once: the newest of it, on the newest free reply, never paid for."""

    first: bool
    """Whether the person is to be told, too."""
    last: int = 0
    """The event with whose answer it is said."""
    said: list[Message] = field(default_factory=list)
    free_reply: dict[str, Any] | None = None

    def answers(self, turn: Turn) -> list[Draft]:
        """Nothing yet; with the last event everything."""
        self.said += turn.said
        self.free_reply = turn.event.free_reply or self.free_reply
        if turn.event.id != self.last or not self.said:
            return []
        notice = [Message(turn.words("engine.answered_together"))] if self.first else []
        messages = (*notice, *self.said[len(notice) - MOST_TOGETHER :])
        return [Draft(turn.chat.name, messages, free_reply=self.free_reply, worth_push=False, people=turn.people)]


@dataclass(frozen=True, slots=True)
class Share:
    """What of a chat is answered now."""

    events: list[Event]
    pauses: bool = False
    """Whether the rest came too fast, and has to wait a little."""

    def pause(self, chat: Chat, now: datetime) -> None:
        """Let the chat rest, if it has to; what failed has its own time."""
        if self.pauses and chat.held_until is None:
            chat.held_until = now + flood.PAUSE


def share_of(chat: Chat, waiting: Sequence[Event], now: datetime) -> Share:
    """What is answered now, of all that waits: each by itself as long as it does not come too fast.

    The chat pauses before what does, and then answers it together; nothing is left out.
    """
    some = waiting[: flood.MOST]
    calm = list(calm_ones(chat, some))
    hasty = some[len(calm) :]
    if not hasty:
        return Share(calm)
    if calm or chat.held_until is None:
        return Share(calm, pauses=True)
    together = Together(flood.is_worth_saying(chat.slowed_at, now))
    chat.slowed_at = now
    mine = [replace(each, together=together) if each.kind in COUNTED else each for each in hasty]
    together.last = next(each.id for each in reversed(mine) if each.together)
    return Share(mine, pauses=len(waiting) > len(some))


def calm_ones(chat: Chat, waiting: Sequence[Event]) -> Iterator[Event]:
    """Those before the first that comes too fast; the chat counts them. What failed before was counted then."""
    for event in waiting:
        if event.kind in COUNTED and not event.attempts:
            if flood.is_too_fast(chat.said_until, event.happened_at):
                return
            chat.said_until = flood.after(chat.said_until, event.happened_at)
        yield event
