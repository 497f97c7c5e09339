"""WHAT WE DO WHEN: one file for each thing that can happen to a chat, and the table of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain import events
from flows.engine import Turn
from handlers import (
    alarm_raised,
    answer_wanted,
    applicants_waiting,
    board_changed,
    broadcast_changed,
    button_pressed,
    chat_closed,
    chat_opened,
    content_received,
    look_back_wanted,
    message_received,
    news_due,
    offer_ending,
    picture_kept,
    place_freed,
    reminder_due,
    role_announced,
    role_changed,
    room_closed,
    room_members_changed,
    room_opened,
    room_post_due,
    room_spoken,
    seat_freed,
    seat_offered,
    session_changed,
    sign_up_answered,
    team_completed,
    wave_due,
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
    events.ALARM_RAISED: alarm_raised.handle,
    events.ROOM_OPENED: room_opened.handle,
    events.ROOM_CLOSED: room_closed.handle,
    events.ROOM_SPOKEN: room_spoken.handle,
    events.ROOM_MEMBERS_CHANGED: room_members_changed.handle,
    events.ROOM_POST_DUE: room_post_due.handle,
    events.PLACE_FREED: place_freed.handle,
    events.ANSWER_WANTED: answer_wanted.handle,
    events.SESSION_CHANGED: session_changed.handle,
    events.ROLE_ANNOUNCED: role_announced.handle,
    events.SEAT_OFFERED: seat_offered.handle,
    events.OFFER_ENDING: offer_ending.handle,
    events.SIGN_UP_ANSWERED: sign_up_answered.handle,
    events.SEAT_FREED: seat_freed.handle,
    events.TEAM_COMPLETED: team_completed.handle,
    events.APPLICANTS_WAITING: applicants_waiting.handle,
    events.ROLE_CHANGED: role_changed.handle,
    events.NEWS_DUE: news_due.handle,
    events.WAVE_DUE: wave_due.handle,
    events.BOARD_CHANGED: board_changed.handle,
    events.LOOK_BACK_WANTED: look_back_wanted.handle,
    events.BROADCAST_CHANGED: broadcast_changed.handle,
}
