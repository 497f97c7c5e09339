"""What can happen to a chat, in words that belong to no platform."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

MESSAGE_RECEIVED: Final = "message_received"
"""The person wrote text. Facts: ``text``."""
CONTENT_RECEIVED: Final = "content_received"
"""The person sent something that is not text. Facts: ``content`` (sticker, image, video, audio, file, location, …),
and for an image ``content_id``, by which its channel fetches it."""
PICTURE_KEPT: Final = "picture_kept"
"""A picture that the conversation waits for was fetched. Facts: ``picture`` (its id), or ``why`` there is none (gone,
not_a_picture)."""
BUTTON_PRESSED: Final = "button_pressed"
"""The person tapped. Facts: ``value`` (the choice's own), and ``picked`` (ISO date, time or moment) from a picker."""
CHAT_OPENED: Final = "chat_opened"
"""The person added, unblocked or started us. Facts: ``payload`` (Telegram's start parameter) if there was one."""
CHAT_CLOSED: Final = "chat_closed"
"""The person blocked us; nothing reaches them until they return."""
REMINDER_DUE: Final = "reminder_due"
"""A session is near. Facts: ``session``, ``person``, ``lead`` (which reminder)."""
ROLE_ANNOUNCED: Final = "role_announced"
"""Staff told the matches of a role about it. Facts: ``role``."""
SEAT_OFFERED: Final = "seat_offered"
"""A seat is kept for the person until they answer. Facts: ``role``."""
SIGN_UP_ANSWERED: Final = "sign_up_answered"
"""Staff, or time, settled the person's sign-up. Facts: ``role``, ``state`` (as in :mod:`domain.sign_ups`)."""
EVENT_IGNORED: Final = "event_ignored"
"""Something that we keep and do nothing about: an unknown type, a group, a standby channel. Facts: ``type``."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that happened, as its channel read it."""

    key: str
    """The idempotency key: the same thing told twice has the same key, and no two things share one (per channel)."""
    chat: str
    """Whose chat: ``<channel>:<address>``, such as ``line:U0123…`` or ``telegram:4711``."""
    kind: str
    happened_at: datetime
    sequence: int = 0
    """Orders what happened at the same moment in one chat."""
    facts: dict[str, Any] = field(default_factory=dict)
    free_reply: dict[str, Any] | None = None
    """How the channel may answer this for free (``token``, ``until`` as ISO moment), or acknowledge it (``tap``)."""
