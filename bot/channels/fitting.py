"""What both channels do with messages before drawing them: check them, and fit them into the room there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.channels.text_limits import clean, cut, graphemes, shorten, split, units
from domain.messages import Choice, Message

MOST = 5
"""Messages in one parcel."""
_LABEL_IN_A_LIST = 80
_LIST_UNITS = 2000
_TITLE = 100
_OWN_NUMBER = re.compile(r"\d+\. ")
_VALUE_BYTES = 60


def check(messages: Sequence[Message]) -> None:
    """Refuse, with :class:`ValueError`, messages that a channel could not carry home: our mistake, not the person's."""
    if not 1 <= len(messages) <= MOST:
        raise ValueError(f"a parcel has 1 to {MOST} messages, not {len(messages)}")
    for choice in (choice for message in messages for choice in (*message.choices, *message.ways)):
        value = choice.value
        if choice.kind != "link" and not (value.isascii() and 1 <= len(value) <= _VALUE_BYTES):
            raise ValueError(f"a choice's value has 1 to {_VALUE_BYTES} ASCII bytes")


def fit(messages: Sequence[Message], room: Callable[[Message], int]) -> list[Message]:
    """At most five messages, none with more body than its ``room`` in UTF-16 units.

    A long body goes in several pieces: the first has the picture and the title, the last the choices. What five
    messages cannot hold is cut, with ``…`` where it was.
    """
    check(messages)
    fitted: list[Message] = []
    for place, message in enumerate(messages):
        space = room(message)
        allowed = MOST - len(fitted) - (len(messages) - place - 1)
        pieces = split(message.body, space)
        if len(pieces) > allowed:
            pieces[allowed - 1] = cut(pieces[allowed - 1], space - 1).removesuffix("…") + "…"
        fitted += _continued(message, pieces[:allowed])
    return fitted


def _continued(message: Message, pieces: list[str]) -> list[Message]:
    if len(pieces) == 1:
        return [message if pieces[0] == message.body else replace(message, body=pieces[0])]
    first = Message(body=pieces[0], title=message.title, picture=message.picture)
    middle = [Message(body=piece) for piece in pieces[1:-1]]
    last = replace(message, body=pieces[-1], title=message.title if message.choices else "", picture="")
    return [first, *middle, last]


def title(message: Message) -> str:
    """The message's title on one line, or an empty text."""
    return shorten(message.title, _TITLE) if message.title.strip() else ""


def longer_than(most: int, choices: Iterable[Choice]) -> bool:
    """Does a label have more than ``most`` graphemes?"""
    return any(len(choice.label) > most and graphemes(choice.label) > most for choice in choices)


def numbered(choices: Sequence[Choice]) -> str:
    """The answers as a list to read, one a line, numbered from 1 as they can be typed.

    Where some have a number of their own, that is the one to type, and the others have none.
    """
    labels = [shorten(choice.label, _LABEL_IN_A_LIST) for choice in choices]
    if any(_OWN_NUMBER.match(label) for label in labels):
        lines = [label if _OWN_NUMBER.match(label) else f"• {label}" for label in labels]
    else:
        lines = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    return cut("\n".join(lines), _LIST_UNITS)


def addresses(links: Iterable[Choice]) -> str:
    """Links that cannot be buttons, as lines of text."""
    return cut(
        "\n".join(f"{shorten(link.label, _LABEL_IN_A_LIST)}: {clean(link.value)}" for link in links), _LIST_UNITS // 2
    )


def paragraphs(*parts: str) -> str:
    """The parts that say something, with an empty line between them; ``…`` when none does."""
    return "\n\n".join(part for part in parts if part.strip()) or "…"


def room_beside(limit: int, *parts: str) -> int:
    """How many of ``limit`` UTF-16 units are left for a body that stands in paragraphs with ``parts``."""
    return limit - sum(units(part) + 2 for part in parts if part)
