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
"""Sessions are near, or just over; which, follows from the state at that moment."""
SESSION_CHANGED: Final = "session_changed"
"""Sessions were planned, moved, changed or called off. Facts: ``sessions`` (each its ``session``, its ``sequence``
then, ``what`` was done (as in :mod:`storage.session_news`), and when it ``was`` or which ``facts`` are others)."""
PLACE_FREED: Final = "place_freed"
"""A person who waited for a place in a session has one. Facts: ``session``."""
ANSWER_WANTED: Final = "answer_wanted"
"""Staff ask a person once more whether they come to a session. Facts: ``session``."""
BOARD_CHANGED: Final = "board_changed"
"""A session's board takes ideas, or votes, now. Facts: ``session``, ``board`` (open or voting)."""
ALARM_RAISED: Final = "alarm_raised"
"""Something that should happen does not; for staff. Facts: ``alarms`` (each its kind and what it is about)."""
PLATFORM_CHANGED: Final = "platform_changed"
"""A platform has been away for a while, or is back; for staff. Facts: ``channel``, ``what`` (away or back), ``since``
(ISO moment)."""
ROOM_OPENED: Final = "room_opened"
"""We were taken into a group. The chat is the group's own."""
ROOM_CLOSED: Final = "room_closed"
"""We were taken out of a group. Facts: ``moved_to``, where the group goes on if it only has a new number."""
ROOM_SPOKEN: Final = "room_spoken"
"""Somebody in a group spoke to us. Facts: ``text`` (without our name)."""
ROOM_MEMBERS_CHANGED: Final = "room_members_changed"
"""People came into a group, or left it. Facts: ``by`` (so many more, or fewer)."""
ROOM_POST_DUE: Final = "room_post_due"
"""A session of a group's project is near, or is not as the group was told. Facts: ``session``."""
ROLE_ANNOUNCED: Final = "role_announced"
"""Staff told the matches of a role about it. Facts: ``role``."""
NEWS_DUE: Final = "news_due"
"""Roles that the person was not to hear of at once can be told now: quiet hours are over, or it is digest day."""
WAVE_DUE: Final = "wave_due"
"""The next people may have to be told of a project's roles; it happens to nobody's chat. Facts: ``project``."""
SEAT_OFFERED: Final = "seat_offered"
"""A seat is kept for the person until they answer. Facts: ``role``."""
SIGN_UP_ANSWERED: Final = "sign_up_answered"
"""Staff, or time, settled the person's sign-up. Facts: ``role``, ``state`` (as in :mod:`domain.sign_ups`)."""
OFFER_ENDING: Final = "offer_ending"
"""Half the time of an offer has passed without an answer. Facts: ``role``."""
SEAT_FREED: Final = "seat_freed"
"""A seat became free; for staff. Facts: ``role``."""
TEAM_COMPLETED: Final = "team_completed"
"""Every role has the people that it needs to begin; for staff. Facts: ``project``."""
APPLICANTS_WAITING: Final = "applicants_waiting"
"""People who asked for roles have waited too long for an answer; for staff."""
HOURS_WANTED: Final = "hours_wanted"
"""A week is over in which the person gave time, and they have logged none of it. Facts: ``week`` (its Monday)."""
ROLE_CHANGED: Final = "role_changed"
"""Staff changed what the person signed up for. Facts: ``project``, ``before`` (of the project's and roles' ids: what
changed, with its old values)."""
LETTER_ISSUED: Final = "letter_issued"
"""A work reference was issued to the person. Facts: ``letter``."""
LETTER_REFUSED: Final = "letter_refused"
"""Staff do not issue the work reference that the person asked for. Facts: ``request``."""
LETTER_REVOKED: Final = "letter_revoked"
"""Staff revoked a work reference of the person. Facts: ``letter``."""
LOOK_BACK_WANTED: Final = "look_back_wanted"
"""A role that the person had is done. Facts: ``role``."""
BROADCAST_CHANGED: Final = "broadcast_changed"
"""A broadcast is done, or cannot go on as it was meant to. Facts: ``broadcast``, ``what`` (done, held, refused)."""
HOURS_ASKED: Final = "hours_asked"
"""Somebody who vouches for the person's hours asked about some. Facts: ``entries``."""
HOURS_REJECTED: Final = "hours_rejected"
"""Somebody who vouches does not take some of the person's hours as they are. Facts: ``entries``."""
VERIFY_WANTED: Final = "verify_wanted"
"""Hours have waited too long for the person to vouch for them. Facts: ``projects``."""
EVENT_IGNORED: Final = "event_ignored"
"""Something that we do nothing about: an unknown type, words in a group that are not for us, a standby channel.
Facts: ``type``, and nothing else: what was said is not kept."""

OF_ROOMS = frozenset({ROOM_OPENED, ROOM_CLOSED, ROOM_SPOKEN, ROOM_MEMBERS_CHANGED})
"""What happens in groups: the chat is nobody's alone, and no conversation is led there."""

UNASKED = frozenset(
    {
        REMINDER_DUE,
        SESSION_CHANGED,
        PLACE_FREED,
        ANSWER_WANTED,
        BOARD_CHANGED,
        ALARM_RAISED,
        PLATFORM_CHANGED,
        ROOM_POST_DUE,
        ROLE_ANNOUNCED,
        SEAT_OFFERED,
        SIGN_UP_ANSWERED,
        OFFER_ENDING,
        SEAT_FREED,
        TEAM_COMPLETED,
        APPLICANTS_WAITING,
        HOURS_WANTED,
        ROLE_CHANGED,
        BROADCAST_CHANGED,
        LETTER_ISSUED,
        LETTER_REFUSED,
        LETTER_REVOKED,
        HOURS_ASKED,
        HOURS_REJECTED,
        VERIFY_WANTED,
        LOOK_BACK_WANTED,
        NEWS_DUE,
        WAVE_DUE,
    }
)
"""What nobody in the chat did: saying something about it is a paid message where messages are paid."""


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
