"""A group chat on the desk: several people read the same, one of them writes at a time, and the bot may be let in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from simulator.bubbles import Bubble, Plain
from simulator.phone import Acts, Channel, NotPossibleError, Phone


class GroupActs(Acts, Protocol):
    """What can be done in a group on one platform, beside writing: ``open`` lets the bot in, ``block`` puts it out."""

    async def came(self, group: Group, who: Phone) -> None:
        """Somebody came into the group."""

    async def left(self, group: Group, who: Phone) -> None:
        """Somebody left the group."""


class Group(Phone):
    """A group with its people; all that it shows is seen by all of them."""

    def __init__(
        self, phone_id: str, address: str | int, title: str, *, channel: Channel, members: Sequence[Phone], kept: int
    ) -> None:
        super().__init__(phone_id, address, title, channel=channel, language="th", role="group", kept=kept)
        self.members = list(members)
        self.writer = self.members[0]
        """Who writes what is said next."""
        self.private = True
        """On Telegram: the bot is told only what is meant for it, as bots are unless they ask for more."""

    @property
    def people(self) -> int:
        """Everybody in the group is reached."""
        return len(self.members)

    @property
    def acts(self) -> GroupActs:
        """What can be done in a group on this platform."""
        return self._acts  # type: ignore[return-value]

    async def take_in(self) -> None:
        """Let the bot in."""
        await self.open()

    async def put_out(self) -> None:
        """Put the bot out."""
        await self.block()

    async def write(self, who: Phone, text: str) -> None:
        """Somebody writes a text, which mentions the bot where its name stands behind an @."""
        self.choose(who.id)
        await self.say(text)

    async def let_in(self, who: Phone) -> None:
        """One more person comes into the group."""
        self.members.append(who)
        await self.acts.came(self, who)
        self.tell()

    async def let_go(self, who: Phone) -> None:
        """A person leaves the group."""
        self.members.remove(who)
        await self.acts.left(self, who)
        self.tell()

    def choose(self, phone_id: str) -> None:
        """Let this person write what is said next; NotPossibleError if they are not in the group."""
        found = next((member for member in self.members if member.id == phone_id), None)
        if found is None:
            raise NotPossibleError("nobody of that name is in the group")
        self.writer = found

    def show_written(self, text: str) -> Bubble:
        """Show what the one who writes has written, under their name."""
        bubble = self.bubble("person", [{"kind": "text", "text": text, "entities": []}])
        bubble.author = self.writer.name
        return self.add(bubble)

    def to_json(self) -> Plain:
        """The group for the page, with its people."""
        people = [{"id": member.id, "name": member.name} for member in self.members]
        return {**super().to_json(), "group": {"people": people}}


def group_of(phone: Phone) -> Group:
    """The group that this is."""
    if not isinstance(phone, Group):
        raise TypeError("this is no group")
    return phone
