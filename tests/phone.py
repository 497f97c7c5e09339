"""A volunteer's phone without a platform: says, taps, sees. Turns run on a real database; nothing is sent.

For conversations as people read them; the journeys go over HTTP.
"""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, select

from domain import events, qr
from domain.events import Arrival
from domain.messages import Choice, Message, from_json
from domain.signing import new_key, read_keys
from flows import FLOWS
from flows.engine import Network
from handlers.turns import take_turns
from storage import fetches, inbox, pictures
from storage.schema import broadcast_people, outbox
from texts import all_texts

SQUARE = qr.png("a picture")


class Desk:
    """The bot without its shell, at a moment that the test chooses."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        self.engine = engine
        self.now = now
        signing = read_keys(new_key()[0])
        self.network = Network(FLOWS, all_texts(), public_url="https://handup.example", keys=signing)
        self.keys = itertools.count(1)
        self.seen = 0
        self.phones: dict[str, Phone] = {}

    def phone(self, name: str) -> Phone:
        """A phone with a chat of this name, such as ``line:Umali``."""
        return self.phones.setdefault(name, Phone(self, name))

    def happen(self, chat: str, kind: str, **facts: Any) -> None:
        """Let something happen to a chat, and let the bot answer everything that waits."""
        reply = free_reply(chat, kind, self.now)
        arrival = Arrival(str(next(self.keys)), chat, kind, self.now, facts=facts, free_reply=reply)
        with self.engine.begin() as tx:
            inbox.keep(tx, [arrival], self.now)
        self.settle()

    def settle(self) -> None:
        """Answer everything that waits; a failure fails the test."""
        while True:
            with self.engine.begin() as tx:
                done = take_turns(tx, self.network, self.now, 50)
                fetched = self.fetch(tx)
            assert all(each.outcome == "answered" for each in done), done
            if not done and not fetched:
                break
        self.now += timedelta(seconds=1)
        with self.engine.begin() as tx:
            self.deliver(tx)

    def fetch(self, tx: Connection) -> int:
        """Fetch the pictures that conversations wait for: each is the same small square."""
        wanted = fetches.claim(tx, self.now, timedelta(seconds=1), 10)
        for each in wanted:
            kept = pictures.keep(tx, SQUARE, "image/png", self.now)
            fetches.settle(tx, each, self.now, picture=kept)
        return len(wanted)

    def deliver(self, tx: Connection) -> None:
        """Put what was written to the outbox on the phones: a letter for many on each of theirs."""
        rows = tx.execute(select(outbox).where(outbox.c.number > self.seen).order_by(outbox.c.number)).all()
        for row in rows:
            self.seen = row.number
            many = select(broadcast_people.c.chat).where(broadcast_people.c.letter == row.number)
            to = tx.execute(many.order_by(broadcast_people.c.place)).scalars().all()
            for chat in to or [row.chat]:
                self.phone(chat).messages.extend(from_json(message) for message in row.messages)


def free_reply(chat: str, kind: str, now: datetime) -> dict[str, str] | None:
    """How LINE lets us answer in a group, where we answer only for free."""
    wanted = chat.startswith("line:") and kind in events.OF_ROOMS
    return {"token": "t", "until": (now + timedelta(seconds=50)).isoformat()} if wanted else None


def sent(content: str) -> dict[str, str]:
    """The facts of something sent that is not text; an image can be fetched."""
    return {"content": content, "content_id": "4711"} if content == "image" else {"content": content}


class Phone:
    """One person's chat."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.name = name
        self.messages: list[Message] = []

    def open(self) -> list[Message]:
        """Add the bot as a friend."""
        return self.new(events.CHAT_OPENED)

    def say(self, text: str) -> list[Message]:
        """Type something; gives what the bot answers here."""
        return self.new(events.MESSAGE_RECEIVED, text=text)

    def tap(self, label: str, picked: str | None = None) -> list[Message]:
        """Tap the newest button with this label."""
        return self.new(events.BUTTON_PRESSED, value=self.button(label).value, picked=picked)

    def send(self, content: str) -> list[Message]:
        """Send a sticker, an image …"""
        return self.new(events.CONTENT_RECEIVED, **sent(content))

    def new(self, kind: str, **facts: Any) -> list[Message]:
        """Let it happen, and give the new messages."""
        before = len(self.messages)
        self.desk.happen(self.name, kind, **facts)
        return self.messages[before:]

    def button(self, label: str) -> Choice:
        """The newest button with this label (a tick before it does not matter), or ``label @ title`` of its card."""
        label, _, title = label.partition(" @ ")
        for message in reversed(self.messages):
            if not message.title.endswith(title):
                continue
            for choice in (*message.choices, *message.ways):
                if choice.label.removeprefix("✓ ") == label:
                    return choice
        raise AssertionError(
            f"no button “{label}”; the last message was: {self.messages[-1] if self.messages else None}"
        )

    @property
    def last(self) -> Message:
        """The newest message."""
        return self.messages[-1]
