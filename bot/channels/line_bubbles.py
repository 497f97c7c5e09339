"""How a message looks on LINE: as plain JSON, within LINE's limits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote

from bot.channels.fitting import MOST, addresses, fit, longer_than, numbered, paragraphs, room_beside, title
from bot.channels.pictures import AddressOf, placed, small
from bot.channels.text_limits import cut, shorten
from domain import quick_json
from domain.messages import Choice, Message

Json = dict[str, Any]

_TEXT_UNITS: Final = 5000
_CARD_UNITS: Final = 2000
_ALT_UNITS: Final = 400
_CARD_BYTES: Final = 25_000
_CARD_BUTTONS: Final = 10
_CAROUSEL: Final = 12
_CAROUSEL_BYTES: Final = 45_000
_QUICK_REPLIES: Final = 13
_QUICK_LABEL: Final = 20
_BUTTON_LABEL: Final = 40
_SIDE_BY_SIDE: Final = 14
_DISPLAY_TEXT: Final = 100
_URI: Final = 1000
_ACCENT: Final = "#06705E"
_INK: Final = "#1F2937"
_QUIET: Final = "#6B7280"


class Look(Enum):
    """The ways a message can look."""

    TEXT = auto()
    PAIR = auto()
    CARD = auto()
    PICTURE = auto()


def draw(messages: Sequence[Message], address_of: AddressOf = str) -> list[Json]:
    """The LINE message objects, five at most; raises :class:`ValueError` for a choice that cannot come back."""
    drawn: list[Json] = []
    fitted = fit(_apart(placed(messages, address_of)), _room)
    for titled, group in groupby(fitted, key=lambda message: bool(title(message))):
        bubbles = [_drawn(message) for message in group]
        drawn += _side_by_side(bubbles) if titled else bubbles
    return _answers_in_sight(drawn)


def _side_by_side(cards: list[Json]) -> list[Json]:
    """Cards that follow each other as one that can be swiped: the first, and best, stays in sight."""
    bubbles = [card["contents"] for card in cards if card["type"] == "flex"]
    if not 2 <= len(bubbles) == len(cards) <= _CAROUSEL or len(json.dumps(bubbles)) > _CAROUSEL_BYTES:
        return cards
    alt = cut("\n".join(card["altText"] for card in cards), _ALT_UNITS)
    swiped: Json = {"type": "flex", "altText": alt, "contents": {"type": "carousel", "contents": bubbles}}
    quick = [{"quickReply": card["quickReply"]} for card in cards if "quickReply" in card]
    return [swiped | (quick[-1] if quick else {})]


def _apart(messages: Sequence[Message]) -> list[Message]:
    """Pictures above plain words in a bubble of their own, to be opened and saved; as cards where there is no room."""
    parts = [part for message in messages for part in _picture_and_words(message)]
    return parts if len(parts) <= MOST else list(messages)


def _picture_and_words(message: Message) -> list[Message]:
    if not message.picture or look(message) is Look.PICTURE:
        return [message]
    words = replace(message, picture="")
    if look(words) is not Look.TEXT:
        return [message]
    on_a_card = title(message) and len(_buttons(message)) <= _CARD_BUTTONS
    return [message] if on_a_card else [Message("", picture=message.picture), words]


def look(message: Message) -> Look:
    """How a message looks: two answers are two equal buttons, a titled or lasting one a card, the rest is text."""
    if _is_pair(message):
        return Look.PAIR
    if message.picture and not (message.title + message.body).strip() and not message.choices and not message.ways:
        return Look.PICTURE
    buttons = _buttons(message)
    if len(buttons) > _CARD_BUTTONS:
        return Look.TEXT
    if message.picture:
        return Look.CARD
    if message.lasting or (message.title and message.choices) or any(choice.kind == "link" for choice in buttons):
        return Look.CARD
    return Look.TEXT


def _is_pair(message: Message) -> bool:
    taps = [choice for choice in message.choices if choice.kind == "tap"]
    fits = not message.lasting and len(taps) == len(message.choices) == 2 and not _links(message.ways)
    return fits and not longer_than(_BUTTON_LABEL, taps)


def _answers_in_sight(drawn: list[Json]) -> list[Json]:
    """LINE shows only the last message's quick replies: without its own it takes those of the one before."""
    quick = [message.pop("quickReply") for message in drawn if "quickReply" in message]
    if quick:
        drawn[-1]["quickReply"] = quick[-1]
    return drawn


def _room(message: Message) -> int:
    if look(message) is Look.TEXT:
        return room_beside(_TEXT_UNITS, title(message), _after_text(message))
    return _CARD_UNITS


def _drawn(message: Message) -> Json:
    looks = look(message)
    if looks is Look.PICTURE:
        return {"type": "image", "originalContentUrl": message.picture, "previewImageUrl": small(message.picture)}
    return _text(message) if looks is Look.TEXT else _flex(message, looks) or _text(message)


def _text(message: Message) -> Json:
    text = paragraphs(title(message), message.body, _after_text(message))
    return {"type": "text", "text": cut(text, _TEXT_UNITS)} | _quick_replies(message.choices, message.ways)


def _after_text(message: Message) -> str:
    """Quick replies vanish, and a computer never shows them; a list stays."""
    choices = message.choices
    listed = len(choices) > 2 or longer_than(_QUICK_LABEL, choices)
    unusable = _unusable(message)
    return paragraphs(numbered(choices) if listed else "", addresses(unusable)) if listed or unusable else ""


def _flex(message: Message, looks: Look) -> Json | None:
    """The card, or nothing when it would weigh more than LINE takes."""
    bubble = _bubble(message, looks)
    # No letter weighs more than twice its UTF-8 when it is escaped; only what comes near the limit is weighed exactly.
    if 3 * len(quick_json.to_bytes(bubble)) > _CARD_BYTES and len(json.dumps(bubble)) > _CARD_BYTES:
        return None
    alt = cut("\n".join(part for part in (title(message), message.body) if part) or "…", _ALT_UNITS)
    ways = [way for way in message.ways if way.kind != "link"]
    return {"type": "flex", "altText": alt, "contents": bubble} | _quick_replies((), ways)


def _bubble(message: Message, looks: Look) -> Json:
    bubble: Json = {"type": "bubble", "size": "mega", "body": _box("vertical", _words(message), "md")}
    if message.picture:
        bubble["hero"] = _hero(message.picture)
    if looks is Look.PAIR:
        bubble["footer"] = _pair(message.choices)
    elif buttons := _buttons(message):
        bubble["footer"] = _box("vertical", [_card_button(message, button) for button in buttons], "sm")
    return bubble


def _hero(picture: str) -> Json:
    """A drawing (PNG) is shown whole; a photograph fills the card's width."""
    mode = "fit" if picture.endswith(".png") else "cover"
    return {"type": "image", "url": picture, "size": "full", "aspectRatio": "20:13", "aspectMode": mode}


def _words(message: Message) -> list[Json]:
    choices = message.choices
    cut_labels = numbered(choices) if longer_than(_BUTTON_LABEL, choices) else ""
    words = [_line(title(message), _INK, weight="bold", size="lg"), _line(message.body, _INK, size="md")]
    words += [_line(cut_labels, _QUIET, size="sm"), _line(addresses(_unusable(message)), _QUIET, size="sm")]
    return [word for word in words if word["text"].strip()] or [_line("…", _INK, size="md")]


def _line(text: str, colour: str, **look_of_it: str) -> Json:
    return {"type": "text", "text": text, "wrap": True, "scaling": True, "color": colour} | look_of_it


def _box(layout: str, contents: list[Json], spacing: str) -> Json:
    return {"type": "box", "layout": layout, "spacing": spacing, "contents": contents}


def _pair(choices: Sequence[Choice]) -> Json:
    """Two buttons that look the same, so that neither answer is pushed."""
    narrow = not longer_than(_SIDE_BY_SIDE, choices)
    buttons = [_button(choice, "secondary") | {"flex": 1} for choice in choices]
    return _box("horizontal" if narrow else "vertical", buttons, "sm")


def _card_button(message: Message, choice: Choice) -> Json:
    """The first answer of a lasting card stands out; the answers to a question do not."""
    if choice.kind == "link":
        return _button(choice, "link") | {"color": _ACCENT}
    if message.lasting and choice is message.choices[0]:
        return _button(choice, "primary") | {"color": _ACCENT}
    return _button(choice, "secondary")


def _button(choice: Choice, style: str) -> Json:
    look_of_it = {"style": style, "height": "sm", "adjustMode": "shrink-to-fit", "scaling": True}
    return {"type": "button", "action": _action(choice, _BUTTON_LABEL)} | look_of_it


def _buttons(message: Message) -> list[Choice]:
    """What stands in a card's footer: the answers, and every link."""
    answers = [choice for choice in message.choices if choice.kind != "link" or _address(choice)]
    return answers + [link for link in _links(message.ways) if _address(link)]


def _links(choices: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in choices if choice.kind == "link"]


def _unusable(message: Message) -> list[Choice]:
    return [link for link in _links((*message.choices, *message.ways)) if not _address(link)]


def _quick_replies(choices: Sequence[Choice], ways: Sequence[Choice]) -> Json:
    """Answers and ways as quick replies; where there are too many the later answers go, and the ways on stay."""
    kept = (*choices[: max(0, _QUICK_REPLIES - len(ways))], *ways[:_QUICK_REPLIES])
    tappable = [choice for choice in kept if choice.kind != "link" or _address(choice)]
    items = [{"type": "action", "action": _action(choice, _QUICK_LABEL)} for choice in tappable]
    return {"quickReply": {"items": items}} if items else {}


def _action(choice: Choice, most: int) -> Json:
    shown = shorten(choice.label, _DISPLAY_TEXT)
    label = shown if len(shown) <= most else shorten(choice.label, most)
    if choice.kind == "link":
        return {"type": "uri", "label": label, "uri": _address(choice)}
    if choice.kind == "tap":
        return {"type": "postback", "label": label, "data": choice.value, "displayText": shown}
    return {"type": "datetimepicker", "label": label, "data": choice.value, "mode": choice.kind}


def _address(link: Choice) -> str:
    """The link percent-encoded as LINE wants it, or an empty text when LINE would not take it."""
    encoded = quote(link.value.strip(), safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")
    usable = encoded.lower().startswith(("https://", "http://", "line://", "tel:")) and len(encoded) <= _URI
    return encoded if usable else ""
