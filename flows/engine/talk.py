"""Where a chat's conversation stands: kept as plain data with the chat, so it survives days, restarts and deploys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

MOST_PARKED: Final = 3


@dataclass(slots=True)
class Conversation:
    """One flow under way."""

    flow: str
    step: str = ""
    """The question that waits for its answer."""
    answers: dict[str, Any] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)
    """The questions answered so far, for the way back."""
    again: list[str] = field(default_factory=list)
    """Questions to put although the record knows their answer: the person wants to change it."""
    picked: list[str] = field(default_factory=list)
    """What is ticked in a question with several answers."""
    offered: list[str] = field(default_factory=list)
    """What the last message offered, in its order: a typed number counts from its first."""
    page: int = 0
    tries: int = 0
    changing: bool = False
    """The person is choosing which answer to change."""
    unchanged: dict[str, Any] = field(default_factory=dict)
    """While an answer is being changed: the read-back that it was chosen in, and the answers as they were."""


NAMES: Final = tuple(each.name for each in fields(Conversation))
KNOWN: Final = frozenset(NAMES)


@dataclass(slots=True)
class Talk:
    """A chat's conversations: the one under way, and those put aside for it."""

    now: Conversation | None = None
    parked: list[Conversation] = field(default_factory=list)
    visits: int = 0
    """Counts every question put: a button names the visit that it belongs to."""
    last_tap: str = ""

    def to_json(self) -> dict[str, Any]:
        """The talk as plain data, without what is empty."""
        return {
            "now": compact(self.now) if self.now else None,
            "parked": [compact(each) for each in self.parked],
            "visits": self.visits,
            "last_tap": self.last_tap,
        }

    def park(self) -> None:
        """Put the conversation under way aside, unless the same flow is parked already."""
        if self.now and self.now.step:
            self.parked = [each for each in self.parked if each.flow != self.now.flow][-MOST_PARKED + 1 :]
            self.parked.append(self.now)
        self.now = None


def compact(conversation: Conversation) -> dict[str, Any]:
    """A conversation as plain data, without what is empty."""
    return {name: value for name in NAMES if (value := getattr(conversation, name)) or name == "flow"}


def conversation_of(plain: Mapping[str, Any]) -> Conversation:
    """The conversation that was saved; what only a newer version of this program knows is left out."""
    return Conversation(**{name: value for name, value in plain.items() if name in KNOWN})


def talk_of(plain: Mapping[str, Any]) -> Talk:
    """The talk that :meth:`Talk.to_json` wrote."""
    now = plain.get("now")
    return Talk(
        now=conversation_of(now) if now else None,
        parked=[conversation_of(each) for each in plain.get("parked", [])],
        visits=plain.get("visits", 0),
        last_tap=plain.get("last_tap", ""),
    )
