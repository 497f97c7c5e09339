"""A turn: one event of one chat, in one transaction. Handlers and flows read it, and change only it and its chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from domain.duties import ADMIN
from domain.messages import Choice, Message
from domain.people import Person
from domain.signing import Keys
from flows.engine.flow import Flows
from flows.engine.talk import Conversation, Talk, talk_of
from storage import organisation_people, people, staff
from storage.chats import Chat
from storage.inbox import Event
from storage.outbox import BULK, REPLY, Draft
from texts import Texts
from texts.dates import local


@dataclass(frozen=True, slots=True)
class Network:
    """What is the same in every turn: the flows, the words, and the network's settings."""

    flows: Flows
    texts: Texts
    timezone: str = "Asia/Bangkok"
    public_url: str = ""
    name: str = "HandUp Network"
    """Who issues letters and reports."""
    keys: Keys = field(default_factory=Keys)
    """What signs letters."""
    contact: str = ""
    """Where a human who answers for people's data can be reached: an address or a number; empty: in the chat."""


@dataclass(slots=True)
class Turn:
    """One chat's turn."""

    tx: Connection
    now: datetime
    chat: Chat
    event: Event
    network: Network
    said: list[Message] = field(default_factory=list)
    letters: list[Draft] = field(default_factory=list)
    """What other chats are told."""
    worth_push: bool = True
    """Whether the answer is worth a paid push if the free reply is spent."""
    people: int = 1
    """How many people hear what is said here: in a group, each of them is paid for."""
    good_until: datetime | None = None
    """After this moment what is said here is no longer true: then it is not sent."""
    found: Person | None = None
    talk: Talk = field(init=False)

    def __post_init__(self) -> None:
        """Read where the conversation stands."""
        self.talk = talk_of(self.chat.talk)

    # ------------------------------------------------------------ who

    @property
    def person(self) -> Person:
        """The person in this chat; only in flows for those who are known."""
        if self.found is None and self.chat.person:
            self.found = people.find(self.tx, self.chat.person)
        if self.found is None:
            raise LookupError("nobody has joined in this chat")
        return self.found

    @property
    def known(self) -> bool:
        """Whether the person in this chat has joined."""
        return self.chat.person is not None

    @property
    def welcomed(self) -> bool:
        """Whether the person may use what volunteers use."""
        return self.known and self.person.welcomed

    @property
    def duty(self) -> str | None:
        """The duty of the person in this chat, if they are staff now."""
        return staff.duty_of(self.tx, self.person.id) if self.known else None

    @property
    def is_staff(self) -> bool:
        """Whether the person in this chat is staff now."""
        return self.duty is not None

    @property
    def is_admin(self) -> bool:
        """Whether the person in this chat is an admin now."""
        return self.duty == ADMIN

    @property
    def speaks(self) -> bool:
        """Whether the person in this chat speaks for an organisation."""
        return self.known and organisation_people.speaks_for_any(self.tx, self.person.id)

    def learn(self, **facts: Any) -> None:
        """Write down what the person says of themselves."""
        people.learn(self.tx, self.person.id, **facts)
        self.found = None

    # ------------------------------------------------------------ what was said before

    @property
    def conversation(self) -> Conversation:
        """The conversation under way."""
        if self.talk.now is None:
            raise LookupError("no conversation is under way")
        return self.talk.now

    @property
    def answers(self) -> dict[str, Any]:
        """The answers given so far in this conversation."""
        return self.conversation.answers

    @property
    def today(self) -> date:
        """Today, on the network's calendar."""
        return local(self.now, self.network.timezone).date()

    @property
    def heard_at(self) -> datetime:
        """When the event happened, on the network's clock: "yesterday" counts from here."""
        return local(self.event.happened_at, self.network.timezone)

    # ------------------------------------------------------------ what we say

    def words(self, key: str, **values: Any) -> str:
        """The words of an entry, in the chat's language."""
        return self.network.texts.say(self.chat.language, key, **values)

    def has(self, key: str) -> bool:
        """Whether there is such an entry."""
        return self.network.texts.has(key)

    def say(self, body: str, choices: Sequence[Choice] = (), ways: Sequence[Choice] = (), **more: Any) -> None:
        """Say something in this chat."""
        self.said.append(Message(body, choices=tuple(choices), ways=tuple(ways), **more))

    def tell(
        self,
        chat: Chat,
        key: str,
        values: Mapping[str, Any],
        buttons: Sequence[str] = (),
        rank: int = REPLY,
        **more: Any,
    ) -> None:
        """Say something in another chat, in its language; ``buttons`` are ``flow`` or ``flow:argument``."""
        if not chat.reachable:
            return
        body = self.network.texts.say(chat.language, key, **values)
        choices = tuple(self.button(button, chat.language) for button in buttons)
        message = Message(body, choices=choices, lasting=True, **more)
        self.letters.append(Draft(chat.name, (message,), rank))

    def tell_staff(self, key: str, values: Mapping[str, Any], buttons: Sequence[str] = ()) -> None:
        """Tell every other member of staff something."""
        for chat in staff.chats_of_staff(self.tx):
            if chat.person != self.chat.person:
                self.tell(chat, key, values, buttons)

    def button(self, target: str, language: str | None = None) -> Choice:
        """A button that begins a flow, and stays good for ever: ``flow`` or ``flow:argument``."""
        flow = target.partition(":")[0]
        return Choice(self.network.texts.say(language or self.chat.language, f"{flow}.called"), f"go:{target}")


__all__ = ["BULK", "REPLY", "Network", "Turn"]
