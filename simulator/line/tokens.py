"""What LINE remembers between calls: reply tokens, retry keys and issued access tokens."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

REPLY_WITHIN = timedelta(seconds=60)
REPLY_REFRESHED_WITHIN = timedelta(minutes=20)
RETRY_KEY_KEPT = timedelta(hours=24)
STATELESS_TOKEN_LASTS = timedelta(seconds=900)


@dataclass(slots=True)
class ReplyToken:
    """Where a reply may go, and until when."""

    address: str
    event_at: datetime
    good_until: datetime
    used: bool = False


class ReplyTokens:
    """The reply tokens that were handed to the bot; each works once, within a minute of its delivery."""

    def __init__(self) -> None:
        self._tokens: OrderedDict[str, ReplyToken] = OrderedDict()

    def deliver(self, token: str, address: str, event_at: datetime, now: datetime) -> None:
        """A webhook with this token goes out; a redelivery renews it unless used or older than 20 minutes."""
        known = self._tokens.get(token)
        if known is None:
            self._tokens[token] = ReplyToken(address, event_at, now + REPLY_WITHIN)
            self._forget(now)
        elif now - known.event_at <= REPLY_REFRESHED_WITHIN:
            known.good_until = now + REPLY_WITHIN

    def address(self, token: str, now: datetime) -> str | None:
        """Whom a reply with this token reaches; ``None`` when it is unknown, used or too late."""
        known = self._tokens.get(token)
        if known is None or known.used or now > known.good_until:
            return None
        return known.address

    def use(self, token: str) -> None:
        """The token has done its work."""
        self._tokens[token].used = True

    def _forget(self, now: datetime) -> None:
        while self._tokens:
            oldest = next(iter(self._tokens))
            if now - self._tokens[oldest].event_at <= 2 * REPLY_REFRESHED_WITHIN:
                return
            del self._tokens[oldest]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A request that was accepted under a retry key."""

    request_id: str
    at: datetime
    sent_messages: list[dict[str, str]] | None
    """What a push answered; other calls answer without."""


class RetryKeys:
    """The retry keys of the last 24 hours."""

    def __init__(self) -> None:
        self._keys: OrderedDict[str, Accepted] = OrderedDict()

    def accepted(self, key: str, now: datetime) -> Accepted | None:
        """The request already accepted under this key, within 24 hours."""
        known = self._keys.get(key)
        return known if known and now - known.at <= RETRY_KEY_KEPT else None

    def accept(self, key: str, accepted: Accepted) -> None:
        """Remember an accepted request."""
        self._keys[key] = accepted
        self._keys.move_to_end(key)
        while accepted.at - next(iter(self._keys.values())).at > 2 * RETRY_KEY_KEPT:
            self._keys.popitem(last=False)


class AccessTokens:
    """The access tokens issued by the token endpoint, 15 minutes each."""

    def __init__(self) -> None:
        self._good_until: dict[str, datetime] = {}

    def issue(self, now: datetime) -> str:
        """A new token."""
        self._good_until = {token: until for token, until in self._good_until.items() if until > now}
        token = secrets.token_urlsafe(32)
        self._good_until[token] = now + STATELESS_TOKEN_LASTS
        return token

    def good(self, token: str, now: datetime) -> bool:
        """Was it issued, and has it not expired?"""
        until = self._good_until.get(token)
        return until is not None and now < until
