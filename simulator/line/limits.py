"""LINE's rules for the messages of a call."""

from __future__ import annotations

from collections.abc import Callable

from simulator.checks import (
    Plain,
    Problem,
    Problems,
    at,
    graphemes,
    items,
    kind_of,
    number,
    one_of,
    shaped,
    thing_at,
    things,
    truth,
    url,
    words,
)
from simulator.line.limits_actions import QUICK_REPLY, check_action
from simulator.line.limits_flex import check_flex
from simulator.line.limits_templates import check_template

TEXT = 5000
ALT_TEXT = 1500


def check_sending(body: Plain) -> list[Problem]:
    """What is wrong with a call that sends messages?"""
    messages, problems = items(body, "messages", "", 1, 5)
    problems.extend(truth(body, "notificationDisabled", ""))
    problems.extend(_units(body))
    for place, message in enumerate(messages[:5]):
        problems.extend(check_message(message, f"messages[{place}]"))
    return problems


def check_message(message: object, path: str) -> Problems:
    """What is wrong with one message?"""
    if not isinstance(message, dict):
        yield Problem(path, "May not be empty")
        return
    yield from one_of(message, "type", path, _RULES, needed=True)
    if kind := kind_of(message, _RULES):
        yield from _RULES[kind](message, path)
    if message.get("quickReply") is not None:
        quick, problems = thing_at(message, "quickReply", path)
        yield from problems or _quick_reply(quick, at(path, "quickReply"))
    if message.get("sender") is not None:
        sender, problems = thing_at(message, "sender", path)
        yield from problems or _sender(sender, at(path, "sender"))


def _units(body: Plain) -> Problems:
    if body.get("customAggregationUnits") is None:
        return
    units, problems = items(body, "customAggregationUnits", "", 0, 1)
    yield from problems
    for place, unit in enumerate(units):
        yield from shaped({"unit": unit}, "unit", f"customAggregationUnits[{place}]", "[A-Za-z0-9_]{1,30}")


def _quick_reply(quick: Plain, path: str) -> Problems:
    buttons, problems = things(quick, "items", path, 1, 13)
    yield from problems
    for where, button in buttons:
        yield from one_of(button, "type", where, ("action",))
        yield from url(button, "imageUrl", where, needed=False)
        yield from check_action(button.get("action"), at(where, "action"), QUICK_REPLY)


def _sender(sender: Plain, path: str) -> Problems:
    yield from words(sender, "name", path, 20, graphemes, needed=False)
    yield from url(sender, "iconUrl", path, needed=False)


def _text(message: Plain, path: str) -> Problems:
    yield from words(message, "text", path, TEXT)
    if message.get("emojis") is not None:
        yield from items(message, "emojis", path, 0, 20)[1]


def _sticker(message: Plain, path: str) -> Problems:
    yield from words(message, "packageId", path, 20)
    yield from words(message, "stickerId", path, 20)


def _picture(message: Plain, path: str) -> Problems:
    yield from url(message, "originalContentUrl", path)
    yield from url(message, "previewImageUrl", path)


def _audio(message: Plain, path: str) -> Problems:
    yield from url(message, "originalContentUrl", path)
    yield from number(message, "duration", path, 1, 24 * 3600 * 1000)


def _location(message: Plain, path: str) -> Problems:
    yield from words(message, "title", path, 100, graphemes)
    yield from words(message, "address", path, 100, graphemes)
    yield from number(message, "latitude", path, -90, 90)
    yield from number(message, "longitude", path, -180, 180)


def _imagemap(message: Plain, path: str) -> Problems:
    yield from words(message, "altText", path, ALT_TEXT)
    yield from url(message, "baseUrl", path)
    yield from thing_at(message, "baseSize", path)[1]
    yield from items(message, "actions", path, 0, 50)[1]


def _template(message: Plain, path: str) -> Problems:
    yield from words(message, "altText", path, ALT_TEXT)
    template, problems = thing_at(message, "template", path)
    yield from problems or check_template(template, at(path, "template"))


def _flex(message: Plain, path: str) -> Problems:
    yield from words(message, "altText", path, ALT_TEXT)
    contents, problems = thing_at(message, "contents", path)
    yield from problems or check_flex(contents, at(path, "contents"))


_RULES: dict[str, Callable[[Plain, str], Problems]] = {
    "text": _text,
    "textV2": _text,
    "sticker": _sticker,
    "image": _picture,
    "video": _picture,
    "audio": _audio,
    "location": _location,
    "imagemap": _imagemap,
    "template": _template,
    "flex": _flex,
}
