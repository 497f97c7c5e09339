"""Telegram's keyboards: what is allowed on them, and their buttons as the page shows them."""

from __future__ import annotations

import itertools
import json
from typing import Any

from simulator.bubbles import Button, Plain
from simulator.checks import scheme_of
from simulator.telegram.calls import Parameters, bad

CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_BYTES = 10_000
SCHEMES = frozenset({"http", "https", "tg", "tel", "mailto"})
LINKS = ("url", "web_app", "login_url")
ACTIONS = (
    *LINKS,
    "callback_data",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)


def read_markup(parameters: Parameters) -> Plain | None:
    """The reply markup of a call, checked; ``None`` when there is none."""
    markup = parameters.thing("reply_markup")
    if markup is not None and "inline_keyboard" in markup:
        _check_inline(_rows(markup, "inline_keyboard"))
    if markup is not None and "keyboard" in markup:
        for key in itertools.chain(*_rows(markup, "keyboard")):
            _check_text({"text": key} if isinstance(key, str) else key)
    return markup


def inline_rows(markup: Plain | None) -> list[list[Plain]]:
    """The rows of an inline keyboard; empty when there is none."""
    return [row for row in (markup or {}).get("inline_keyboard", ()) if row]


def keyboard_of(markup: Plain | None) -> list[list[Button]]:
    """The inline keyboard as the page shows it."""
    rows, number, keyboard = inline_rows(markup), 0, []
    for row in rows:
        keyboard.append([_button(number + place, key) for place, key in enumerate(row, 1)])
        number += len(row)
    return keyboard


def quick_of(markup: Plain | None) -> list[Button]:
    """A reply keyboard, shown as quick replies: a tap sends its words."""
    keys = [key for row in (markup or {}).get("keyboard", ()) for key in row]
    texts = [key if isinstance(key, str) else key["text"] for key in keys]
    return [Button(f"b{number}", text, {"say": text}) for number, text in enumerate(texts, 1)]


def _button(number: int, key: Plain) -> Button:
    for link in LINKS:
        if link in key:
            return Button(f"b{number}", key["text"], key, "link", {"url": _address(key, link)})
    return Button(f"b{number}", key["text"], key)


def _rows(markup: Plain, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" of the reply markup must be an Array of Arrays')
    return rows


def _check_text(key: Any) -> None:
    if not isinstance(key, dict) or not isinstance(key.get("text"), str) or not key["text"]:
        raise bad("can't parse keyboard button: Can't find field \"text\"")


def _check_inline(rows: list[list[Any]]) -> None:
    for key in itertools.chain(*rows):
        _check_key(key)
    count = sum(map(len, rows))
    if count > MOST_BUTTONS or len(json.dumps(rows, ensure_ascii=False).encode()) > MOST_BYTES:
        raise bad("reply markup is too long")


def _check_key(key: Any) -> None:
    _check_text(key)
    if not any(action in key for action in ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in key and not 1 <= len(str(key["callback_data"]).encode()) <= CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    for link in LINKS:
        if link in key and scheme_of(_address(key, link)) not in SCHEMES:
            raise bad(f"inline keyboard button URL '{_address(key, link)}' is invalid: Unsupported URL protocol")


def _address(key: Plain, link: str) -> str:
    address = key[link].get("url") if isinstance(key[link], dict) else key[link]
    return str(address)
