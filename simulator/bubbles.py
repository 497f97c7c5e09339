"""Bubbles and the buttons on them, as the page shows them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

Plain = dict[str, Any]
Sender = Literal["bot", "person", "system"]
How = Literal["reply", "push", "telegram"]
Does = Literal["tap", "date", "time", "datetime", "link"]

THAILAND = ZoneInfo("Asia/Bangkok")


@dataclass(frozen=True, slots=True)
class Button:
    """Something tappable; what it means to the platform stays in ``action``."""

    id: str
    label: str
    action: Plain
    does: Does = "tap"
    extras: Plain = field(default_factory=dict)
    """``url``, ``initial``, ``min`` and ``max``, where they apply."""

    def to_json(self) -> Plain:
        """The button for the page."""
        return {"id": self.id, "label": self.label, "does": self.does, **self.extras}


@dataclass(slots=True)
class Bubble:
    """One message in a chat, from either side."""

    id: str
    at: datetime
    sender: Sender
    parts: list[Plain]
    how: How | None = None
    quick: list[Button] = field(default_factory=list)
    keyboard: list[list[Button]] = field(default_factory=list)
    inside: list[Button] = field(default_factory=list)
    """The buttons that sit within a card."""
    author: str = ""
    """Who wrote it, where several people write."""
    quick_used: bool = False
    deleted: bool = False

    @property
    def text(self) -> str:
        """The words of the bubble: a text, a card's texts, or its kind in brackets."""
        return "\n".join(words_of(part) for part in self.parts)

    @property
    def labels(self) -> list[str]:
        """The words on its buttons, top to bottom."""
        return [button.label for button in self.buttons()]

    def buttons(self) -> Iterator[Button]:
        """Every button on or under the bubble."""
        yield from self.inside
        for row in self.keyboard:
            yield from row
        yield from self.quick

    def to_json(self) -> Plain:
        """The bubble for the page."""
        return {
            "id": self.id,
            "at": self.at.astimezone(THAILAND).isoformat(timespec="milliseconds"),
            "from": self.sender,
            "how": self.how,
            "parts": self.parts,
            "quick": [] if self.quick_used else [button.to_json() for button in self.quick],
            "keyboard": [[button.to_json() for button in row] for row in self.keyboard],
            **({"author": self.author} if self.author else {}),
            **({"deleted": True} if self.deleted else {}),
        }


def words_of(part: Plain) -> str:
    """What a part says in words."""
    match part["kind"]:
        case "text":
            return str(part["text"])
        case "template":
            return "\n".join(filter(None, (part.get("title"), part.get("text")))) or str(part.get("alt", ""))
        case "flex":
            return "\n".join(_texts_within(part["contents"])) or str(part["alt"])
        case "file":
            return f"[{part.get('name', 'file')}]"
        case kind:
            return f"[{kind}]"


def _texts_within(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _texts_within(child)
    elif isinstance(node, dict):
        if node.get("type") == "text":
            yield str(node.get("text") or "".join(span.get("text", "") for span in node.get("contents", ())))
        else:
            for child in node.values():
                yield from _texts_within(child)


@dataclass(frozen=True, slots=True)
class Menu:
    """The rich menu that a phone shows."""

    image: str
    width: int
    height: int
    areas: tuple[tuple[Plain, Button], ...]
    """Bounds (x, y, width, height in pixels of the image) and what a tap there does."""

    def to_json(self) -> Plain:
        """The menu for the page."""
        areas = [{**bounds, "button": button.id, "label": button.label} for bounds, button in self.areas]
        return {"image": self.image, "areas": areas, "size": {"width": self.width, "height": self.height}}


class History:
    """A chat's bubbles, oldest first; the oldest are forgotten beyond the limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._order: deque[Bubble] = deque()
        self._by_id: dict[str, Bubble] = {}

    def __iter__(self) -> Iterator[Bubble]:
        return iter(self._order)

    def __reversed__(self) -> Iterator[Bubble]:
        return reversed(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def add(self, bubble: Bubble) -> None:
        """Put a bubble at the end."""
        self._order.append(bubble)
        self._by_id[bubble.id] = bubble
        if len(self._order) > self._limit:
            del self._by_id[self._order.popleft().id]

    def get(self, bubble_id: str) -> Bubble | None:
        """The bubble with this id, if it is remembered."""
        return self._by_id.get(bubble_id)

    @property
    def last(self) -> Bubble | None:
        """The newest bubble."""
        return self._order[-1] if self._order else None
