"""A person's chats in words: which there are, which is missing, and what their platforms are called."""

from __future__ import annotations

from typing import Final

from flows import links
from flows.engine import Turn
from flows.links import Door
from storage import connections
from storage.chats import Chat

CHANNELS: Final = ("line", "telegram")


def name(turn: Turn, channel: str) -> str:
    """What a platform is called."""
    return turn.words(f"connect_chat.channel-{channel}")


def mine(turn: Turn) -> list[Chat]:
    """The chats of the person of the turn."""
    return connections.of_person(turn.tx, turn.person.id) if turn.known else []


def named(turn: Turn) -> str:
    """Where the person has chats: ``LINE, Telegram``."""
    return ", ".join(name(turn, each.channel) for each in mine(turn))


def missing(turn: Turn) -> list[str]:
    """On which platforms the person has no chat."""
    there = {each.channel for each in mine(turn)}
    return [each for each in CHANNELS if each not in there]


def other(turn: Turn) -> str:
    """The platform that can be connected: one without a chat that has told us its name; empty if there is none."""
    known = links.addresses(turn, Door("", ""))
    return next((each for each in missing(turn) if each in known), "")
