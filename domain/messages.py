"""What we say, in words that belong to no platform; a channel decides how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

ChoiceKind = Literal["tap", "date", "time", "link"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the person can tap instead of typing."""

    label: str
    """What stands on the button; a channel shortens it (20 graphemes on LINE), so the words that matter come first."""
    value: str = ""
    """What comes back when it is tapped (1 to 60 ASCII bytes), or the address of a link."""
    kind: ChoiceKind = "tap"
    """``date`` and ``time`` open a picker where the channel has one; elsewhere the person types."""


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble: words, the answers it offers, and the ways on beside them."""

    body: str
    title: str = ""
    """A card has a title, shown in bold above the body."""
    choices: tuple[Choice, ...] = ()
    """The answers. Each can also be typed: by its words, or by its number in this order, from 1."""
    ways: tuple[Choice, ...] = ()
    """Back, skip, more …: offered beside the answers, without a number."""
    lasting: bool = False
    """The choices stay tappable in the history (a card of a role), where the channel can do that."""
    picture: str = ""
    """Shown above the words: an https address, or a path under our own public address (``pictures/<id>.png``)."""
    file: str = ""
    """Sent with the words where a channel can: an https address of a PDF, or a path under our own public address.

    The last part of it is the file's name. Elsewhere the words go alone: a choice should lead to it as a link."""


NAMES: Final = tuple(each.name for each in fields(Message))
MOST_TOGETHER: Final = 5
"""What one call to a platform carries."""


def together(messages: Sequence[Message], most: int = MOST_TOGETHER) -> list[Message]:
    """The same words in fewer bubbles, if there are more than ``most``: plain words join the bubble after them."""
    fewer = list(messages)
    place = 0
    while len(fewer) > most and place + 1 < len(fewer):
        first, second = fewer[place : place + 2]
        if first.title or first.choices or first.ways or first.picture or first.file or second.title or second.picture:
            place += 1
        else:
            fewer[place : place + 2] = [replace(second, body=f"{first.body}\n\n{second.body}")]
    return fewer


def to_json(message: Message) -> dict[str, Any]:
    """The message as plain data, without what is empty."""
    plain: dict[str, Any] = {name: value for name in NAMES if (value := getattr(message, name))}
    for name in ("choices", "ways"):
        if name in plain:
            plain[name] = [{"label": each.label, "value": each.value, "kind": each.kind} for each in plain[name]]
    return plain


def from_json(plain: dict[str, Any]) -> Message:
    """The message that ``to_json`` wrote."""
    return Message(
        body=plain.get("body", ""),
        title=plain.get("title", ""),
        choices=tuple(Choice(**choice) for choice in plain.get("choices", ())),
        ways=tuple(Choice(**choice) for choice in plain.get("ways", ())),
        lasting=plain.get("lasting", False),
        picture=plain.get("picture", ""),
        file=plain.get("file", ""),
    )
