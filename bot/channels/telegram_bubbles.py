"""How a message looks on Telegram: its text, what of it is bold, and the buttons below, within Telegram's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from bot.channels.fitting import addresses, fit, longer_than, numbered, paragraphs, room_beside, title
from bot.channels.pictures import AddressOf, placed
from bot.channels.text_limits import cut, shorten, units
from domain.messages import Choice, Message

_TEXT_UNITS: Final = 4096
_CAPTION_UNITS: Final = 1024
_LABEL: Final = 40
_SHORT_LABEL: Final = 16
_WAYS: Final = 9
_WAYS_IN_A_ROW: Final = 3
_URL: Final = 500
# Telegram refuses keyboards of about 10 KB, or 100 buttons.
_KEYBOARD_BYTES: Final = 8000
_BUTTON_FRAME: Final = 80


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: it sends ``value`` back, or opens ``url``."""

    label: str
    value: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One Telegram message; the first ``bold`` UTF-16 units of its text are the title."""

    text: str
    bold: int = 0
    rows: tuple[tuple[Button, ...], ...] = ()
    picture: str = ""
    """Shown above the text, which is then its caption."""
    file: str = ""
    """The same of a file."""


def draw(messages: Sequence[Message], address_of: AddressOf = str) -> list[Bubble]:
    """What to send, one by one; raises :class:`ValueError` for a choice that cannot come back."""
    bubbles = [_drawn(message) for message in fit(placed(messages, address_of), _room)]
    return [part for bubble in bubbles for part in _picture_and_words(bubble)]


def _picture_and_words(bubble: Bubble) -> list[Bubble]:
    """The picture (or file) before its words, where these are too long for a caption."""
    if not (bubble.picture or bubble.file) or units(bubble.text) <= _CAPTION_UNITS:
        return [bubble]
    return [Bubble("", picture=bubble.picture, file=bubble.file), replace(bubble, picture="", file="")]


def _drawn(message: Message) -> Bubble:
    head = title(message)
    lead = "\n".join(part for part in (head, message.body) if part.strip())
    text = paragraphs(lead, _after_text(message))
    if message.picture and not lead and not message.choices:
        text = ""
    return Bubble(
        cut(text, _TEXT_UNITS), units(head), _rows(message), message.picture, "" if message.picture else message.file
    )


def _room(message: Message) -> int:
    return room_beside(_TEXT_UNITS, title(message), _after_text(message))


def _after_text(message: Message) -> str:
    """What the buttons cannot hold: labels that are cut, answers that are too many, links that Telegram refuses."""
    choices = message.choices
    listed = len(_answers(message)) < len(_tappable(choices)) or longer_than(_LABEL, choices)
    links = [link for link in (*choices, *message.ways) if link.kind == "link" and not _is_button_link(link)]
    return paragraphs(numbered(choices) if listed else "", addresses(links)) if listed or links else ""


def _rows(message: Message) -> tuple[tuple[Button, ...], ...]:
    """Short answers two by two, longer ones each on its own; the ways on come last."""
    return (*_in_rows(_answers(message), 2), *_in_rows(_ways(message), _WAYS_IN_A_ROW))


def _answers(message: Message) -> list[Choice]:
    """The answers that get a button: as many as the keyboard holds beside the ways."""
    tappable = _tappable(message.choices)
    if sum(_most_weight(choice) for choice in (*tappable, *message.ways)) <= _KEYBOARD_BYTES:
        return tappable
    weight = sum(_weight(way) for way in _ways(message))
    kept = []
    for choice in tappable:
        weight += _weight(choice)
        if weight > _KEYBOARD_BYTES:
            break
        kept.append(choice)
    return kept


def _ways(message: Message) -> list[Choice]:
    return _tappable(message.ways)[:_WAYS]


def _weight(choice: Choice) -> int:
    """About how many bytes of a keyboard a button takes."""
    return len(shorten(choice.label, _LABEL).encode()) + len(choice.value.encode()) + _BUTTON_FRAME


def _most_weight(choice: Choice) -> int:
    """At least :func:`_weight`, without a look at the letters: none has more than four bytes."""
    return 4 * (len(choice.label) + len(choice.value) + 1) + _BUTTON_FRAME


def _in_rows(choices: Sequence[Choice], abreast: int) -> list[tuple[Button, ...]]:
    wide = 1 if longer_than(_SHORT_LABEL, choices) else abreast
    buttons = [_button(choice) for choice in choices]
    return [tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide)]


def _tappable(choices: Sequence[Choice]) -> list[Choice]:
    """Telegram has no picker for a date or a time: the person types it."""
    return [choice for choice in choices if choice.kind == "tap" or _is_button_link(choice)]


def _button(choice: Choice) -> Button:
    label = shorten(choice.label, _LABEL)
    return Button(label, url=choice.value.strip()) if choice.kind == "link" else Button(label, value=choice.value)


def _is_button_link(choice: Choice) -> bool:
    """Is it a link that Telegram takes on a button? It wants http or https, and a host with a dot."""
    if choice.kind != "link" or len(choice.value) > _URL:
        return False
    try:
        parts = urlsplit(choice.value.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".")
