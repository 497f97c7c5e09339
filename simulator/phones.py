"""All the phones on the desk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from simulator.phone import Channel, Phone


class Phones:
    """All the phones on the desk, found by id and by address."""

    def __init__(self) -> None:
        self._by_id: dict[str, Phone] = {}
        self._by_address: dict[str | int, Phone] = {}

    def __iter__(self) -> Iterator[Phone]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def add(self, phone: Phone) -> Phone:
        """Put a phone on the desk."""
        self._by_id[phone.id] = phone
        self._by_address[phone.address] = phone
        return phone

    def get(self, phone_id: str) -> Phone | None:
        """The phone with this id."""
        return self._by_id.get(phone_id)

    def at(self, address: str | int) -> Phone | None:
        """The phone that a platform knows by this user id."""
        return self._by_address.get(address)

    def renumber(self, phone: Phone, address: int) -> None:
        """A platform knows the chat by another number from now on."""
        del self._by_address[phone.address]
        phone.address = address
        self._by_address[address] = phone

    def friends(self) -> list[Phone]:
        """The LINE phones that a broadcast reaches."""
        return [phone for phone in self.people("line") if phone.opened and not phone.blocked]

    def people(self, channel: Channel) -> list[Phone]:
        """The phones of one platform that are a person's."""
        return [phone for phone in self if phone.channel == channel and phone.role != "group"]


def group_address(channel: Channel, phone_id: str, title: str) -> str | int:
    """The id that a platform gives to this group; the same on every run."""
    digest = hashlib.sha256(f"group:{channel}:{phone_id}:{title}".encode()).hexdigest()
    return f"C{digest[:32]}" if channel == "line" else -(10**8) - int(digest[:7], 16)


def address_of(channel: Channel, phone_id: str, name: str) -> str | int:
    """The user id that a platform gives to this person; the same on every run."""
    digest = hashlib.sha256(f"{channel}:{phone_id}:{name}".encode()).hexdigest()
    return f"U{digest[:32]}" if channel == "line" else 10**9 + int(digest[:8], 16)
