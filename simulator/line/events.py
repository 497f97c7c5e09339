"""LINE's webhook events, as LINE writes them."""

from __future__ import annotations

import itertools
import secrets
from datetime import datetime
from typing import Any

from bot.clock import Clock
from simulator.bubbles import Plain
from simulator.phone import Phone
from simulator.samples import Sample

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ANSWERABLE = frozenset({"message", "follow", "postback", "join", "memberJoined"})


class LineEvents:
    """Writes an event for each thing a person does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(milliseconds(clock.now()) * 1000)

    def message_id(self) -> str:
        """The id of a new message, from either side."""
        return str(next(self._numbers))

    def event(self, phone: Phone, kind: str, **body: Any) -> Plain:
        """An event of any kind from this person, now."""
        now = self._clock.now()
        token = {"replyToken": secrets.token_hex(16)} if kind in _ANSWERABLE else {}
        return {
            "type": kind,
            **body,
            "webhookEventId": ulid(now),
            "deliveryContext": {"isRedelivery": False},
            "timestamp": milliseconds(now),
            "source": {"type": "user", "userId": phone.address},
            **token,
            "mode": "active",
        }

    def follow(self, phone: Phone, *, unblocked: bool) -> Plain:
        """The person added the account, or unblocked it."""
        return self.event(phone, "follow", follow={"isUnblocked": unblocked})

    def unfollow(self, phone: Phone) -> Plain:
        """The person blocked the account."""
        return self.event(phone, "unfollow")

    def text(self, phone: Phone, text: str) -> Plain:
        """The person typed a text."""
        return self._message(phone, "text", text=text, quoteToken=secrets.token_urlsafe(48))

    def sticker(self, phone: Phone) -> Plain:
        """The person sent a sticker."""
        return self._message(
            phone,
            "sticker",
            quoteToken=secrets.token_urlsafe(48),
            stickerId="52002734",
            packageId="11537",
            stickerResourceType="ANIMATION",
            keywords=["OK", "Thumbs up"],
        )

    def location(self, phone: Phone) -> Plain:
        """The person sent a place: Victory Monument, Bangkok."""
        return self._message(
            phone, "location", title="อนุสาวรีย์ชัย", address="ราชเทวี กรุงเทพฯ", latitude=13.7649, longitude=100.5383
        )

    def content(self, phone: Phone, kind: str, sample: Sample) -> Plain:
        """The person sent an image, a video, an audio or a file; fetch it by the message id."""
        if kind == "file":
            return self._message(phone, kind, fileName=sample.name, fileSize=len(sample.content))
        body: Plain = {"contentProvider": {"type": "line"}}
        if kind in {"image", "video"}:
            body["quoteToken"] = secrets.token_urlsafe(48)
        if kind in {"video", "audio"}:
            body["duration"] = 4000
        return self._message(phone, kind, **body)

    def postback(self, phone: Phone, data: str, params: Plain | None = None) -> Plain:
        """The person tapped a button; ``params`` carries a picked moment or a menu's switch."""
        return self.event(phone, "postback", postback={"data": data, **({"params": params} if params else {})})

    def _message(self, phone: Phone, kind: str, **body: Any) -> Plain:
        message = {"id": self.message_id(), "type": kind, **body, "markAsReadToken": mark_as_read_token(phone)}
        return self.event(phone, "message", message=message)


def mark_as_read_token(phone: Phone) -> str:
    """A token that says this person's messages were read."""
    return f"{phone.address}.{secrets.token_urlsafe(12)}"


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


def ulid(moment: datetime) -> str:
    """A new ULID of this moment."""
    number = (milliseconds(moment) << 80) | secrets.randbits(80)
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))
