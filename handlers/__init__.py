"""WHAT WE DO WHEN: one file for each thing that can happen to a chat, and the table of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain import events
from flows.engine import Turn
from handlers import (
    button_pressed,
    chat_closed,
    chat_opened,
    content_received,
    message_received,
    picture_kept,
    reminder_due,
    role_announced,
)

Handler = Callable[[Turn], None]

HANDLERS: Final[dict[str, Handler]] = {
    events.MESSAGE_RECEIVED: message_received.handle,
    events.CONTENT_RECEIVED: content_received.handle,
    events.BUTTON_PRESSED: button_pressed.handle,
    events.PICTURE_KEPT: picture_kept.handle,
    events.CHAT_OPENED: chat_opened.handle,
    events.CHAT_CLOSED: chat_closed.handle,
    events.REMINDER_DUE: reminder_due.handle,
    events.ROLE_ANNOUNCED: role_announced.handle,
}
