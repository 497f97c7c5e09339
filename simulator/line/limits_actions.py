"""LINE's rules for an action: what may be on a button, by where the button is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.checks import Plain, Problem, Problems, at, graphemes, kind_of, one_of, shaped, url, words

EVERYWHERE = frozenset({"postback", "message", "uri", "datetimepicker", "clipboard"})
INPUT_OPTIONS = ("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")
MOMENT = {
    "date": r"(19|20)\d\d-\d\d-\d\d|2100-\d\d-\d\d",
    "time": r"([01]\d|2[0-3]):[0-5]\d",
    "datetime": r"((19|20)\d\d|2100)-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a button is: the kinds of action it may have, and its label."""

    label: int
    label_needed: bool = True
    kinds: frozenset[str] = EVERYWHERE


QUICK_REPLY = Place(20, kinds=EVERYWHERE | {"camera", "cameraRoll", "location"})
TEMPLATE = Place(20)
TEMPLATE_DEFAULT = Place(20, label_needed=False)
IMAGE_CAROUSEL = Place(12, label_needed=False)
FLEX_BUTTON = Place(40)
FLEX_AREA = Place(40, label_needed=False)
RICH_MENU = Place(20, label_needed=False, kinds=EVERYWHERE | {"richmenuswitch"})


def check_action(action: object, path: str, place: Place) -> Problems:
    """What is wrong with an action that stands in this place?"""
    if not isinstance(action, dict):
        yield Problem(path, "May not be empty")
        return
    yield from one_of(action, "type", path, place.kinds, needed=True)
    yield from words(action, "label", path, place.label, graphemes, needed=place.label_needed)
    kind = kind_of(action, place.kinds)
    if kind in _RULES:
        yield from _RULES[kind](action, path)


def _postback(action: Plain, path: str) -> Problems:
    yield from words(action, "data", path, 300)
    for name in ("displayText", "text", "fillInText"):
        yield from words(action, name, path, 300, graphemes, needed=False)
    yield from one_of(action, "inputOption", path, INPUT_OPTIONS)
    if action.get("displayText") and action.get("text"):
        yield Problem(at(path, "text"), "displayText and text can't be used together")
    if action.get("fillInText") and action.get("inputOption") != "openKeyboard":
        yield Problem(at(path, "fillInText"), "fillInText needs inputOption openKeyboard")


def _message(action: Plain, path: str) -> Problems:
    yield from words(action, "text", path, 300, graphemes)


def _uri(action: Plain, path: str) -> Problems:
    yield from url(action, "uri", path, ("http", "https", "line", "tel"), 1000)


def _datetimepicker(action: Plain, path: str) -> Problems:
    yield from words(action, "data", path, 300)
    yield from one_of(action, "mode", path, MOMENT, needed=True)
    for name in ("initial", "min", "max"):
        yield from shaped(action, name, path, MOMENT.get(str(action.get("mode")), ".*"))


def _clipboard(action: Plain, path: str) -> Problems:
    yield from words(action, "clipboardText", path, 1000)


def _richmenuswitch(action: Plain, path: str) -> Problems:
    yield from words(action, "richMenuAliasId", path, 32)
    yield from words(action, "data", path, 300)


_RULES: dict[str, Callable[[Plain, str], Problems]] = {
    "postback": _postback,
    "message": _message,
    "uri": _uri,
    "datetimepicker": _datetimepicker,
    "clipboard": _clipboard,
    "richmenuswitch": _richmenuswitch,
}
