"""Telegram's keyboards: what is allowed on them, and their buttons as the page shows them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from simulator.bubbles import Button, Plain
from simulator.telegram_calls import Parameters, bad

CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_BYTES = 10_000
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
    markup = parameters.json("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
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
            url = key[link] if isinstance(key[link], str) else key[link]["url"]
            return Button(f"b{number}", key["text"], key, "link", {"url": url})
    return Button(f"b{number}", key["text"], key)


def _check_inline(rows: Any) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    for row in rows:
        for key in row:
            _check_key(key)
    count = sum(map(len, rows))
    if count > MOST_BUTTONS or len(json.dumps(rows, ensure_ascii=False).encode()) > MOST_BYTES:
        raise bad("reply markup is too long")


def _check_key(key: Any) -> None:
    if not isinstance(key, dict) or not isinstance(key.get("text"), str) or not key["text"]:
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not any(action in key for action in ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in key and not 1 <= len(str(key["callback_data"]).encode()) <= CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in key and urlsplit(str(key["url"])).scheme.lower() not in {"http", "https", "tg", "tel", "mailto"}:
        raise bad(f"inline keyboard button URL '{key['url']}' is invalid: Unsupported URL protocol")
