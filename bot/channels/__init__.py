"""The interface of a channel: it reads and it sends, and it says why something was not delivered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

from domain.events import Arrival
from domain.messages import Message


class NotOurs(Exception):
    """The request does not prove that it comes from the platform."""


class CredentialsRefused(Exception):
    """The platform does not accept our token."""


class Unreadable(Exception):
    """The request is the platform's, but its body is broken or meant for somebody else."""


CREDENTIALS: Final = "credentials"
"""Why a parcel is to be tried later where the platform does not accept our token: surely nothing of it arrived."""
MOST_ADDRESSES: Final = 500
"""How many people one parcel can be for, where a channel can send to several at once."""

RATE: Final = "rate"
"""Why something is to be tried later: the platform says that we are too fast."""
PACE: Final = "the platform's pace"
"""Why something waits that we did not try to send."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be sent to one chat in one go: at most five messages."""

    id: str
    """A UUID, fixed before the first attempt: the idempotency key of a push."""
    address: str
    """The chat's address on its channel, without the channel's name."""
    messages: tuple[Message, ...]
    free_reply: Mapping[str, Any] | None = None
    """As in :class:`domain.events.Arrival`; with a ``token`` the parcel goes as a reply, otherwise as a push."""
    progress: int = 0
    """How many of the messages an earlier attempt is known to have sent (only where a channel sends one by one)."""
    to: tuple[str, ...] = ()
    """When not empty: the same messages for all of these addresses (:data:`MOST_ADDRESSES` at most), in one call."""
    pause: Callable[[], Awaitable[float]] | None = None
    """Awaited before each call after the first: 0 when it may go, else seconds after which the rest is to be tried."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it."""

    paid: bool = False


@dataclass(frozen=True, slots=True)
class TryLater:
    """Not taken, or nobody knows: try the same parcel again after ``seconds``."""

    why: str
    seconds: float | None = None
    """What the platform asked for, or ``None`` to leave the wait to us."""
    unknown: bool = False
    """The platform may have taken it (a timeout, a cut connection, a 5xx)."""
    everyone: bool = False
    """The whole channel is to wait, not only this chat."""
    silent: bool = False
    """The platform did not answer, or answered that it is broken."""
    progress: int = 0


@dataclass(frozen=True, slots=True)
class ReplySpent:
    """The free reply cannot be used (any more)."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked us, left, or never opened the chat."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform will never take this parcel: our mistake, staff should know."""

    why: str


@dataclass(frozen=True, slots=True)
class QuotaSpent:
    """The month's paid pushes are used up."""


@dataclass(frozen=True, slots=True)
class BadAddress:
    """The platform took the parcel for nobody, because of one of its addresses (of :attr:`Parcel.to`)."""

    place: int | None
    """Which one, from 0; ``None`` where the platform does not say."""


@dataclass(frozen=True, slots=True)
class TooLate:
    """What the parcel says is no longer true; it was not sent."""


Outcome = TooLate | Sent | TryLater | ReplySpent | Unreachable | Refused | QuotaSpent | BadAddress


@dataclass(frozen=True, slots=True)
class Quota:
    """The month's paid messages; ``limit`` is ``None`` where nothing is counted."""

    limit: int | None
    used: int


@dataclass(frozen=True, slots=True)
class Ourselves:
    """Who we are on a platform."""

    address: str
    public_name: str
    """What people find us by (LINE: ``@handup``, Telegram: the bot's username); empty where there is none."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where a platform sends what happens, and how that goes."""

    url: str
    active: bool
    trouble: str = ""
    """What went wrong (last), in the platform's words."""
    since: datetime | None = None
    """When that was; nothing for now."""
    waiting: int = 0
    """How many events the platform has not got rid of yet."""


class Channel(Protocol):
    """One messaging platform."""

    name: str
    """The first part of each of its chats' names: ``line`` or ``telegram``."""
    most_addresses: int
    """How many addresses one parcel can have here (:attr:`Parcel.to`); with 1 each person gets a parcel."""

    async def open(self) -> None:
        """Build the client (inside the running loop). Talks to nobody yet."""

    async def close(self) -> None:
        """Let go of the client's connections."""

    def may_be_ours(self, headers: Mapping[str, str]) -> bool:
        """Whether a webhook may come from the platform, as far as its headers tell; asked before its body is read."""

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Arrival]:
        """Prove and read a webhook's body; raises :class:`NotOurs` or :class:`Unreadable`. Pure, and quick."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one parcel; never raises for what a platform or a network can do."""

    async def fetch(self, content: str) -> bytes | None:
        """The bytes of a picture that somebody sent (``content_id``), or ``None`` when it is gone or too big.

        Raises :class:`OSError` when it is not ready or the platform does not answer, or :class:`CredentialsRefused`.
        """

    async def acknowledge(self, free_reply: Mapping[str, Any]) -> None:
        """Tell the platform that a tap was heard, where it wants to know; failures do not matter."""

    async def whoami(self) -> Ourselves:
        """Who we are on the platform; proves the credentials.

        Raises :class:`CredentialsRefused`, or :class:`OSError` when the platform does not answer.
        """

    async def quota(self) -> Quota:
        """What the platform says of the month's paid messages; raises as :meth:`whoami` does."""

    async def webhook(self) -> Webhook:
        """Where the platform sends, and how that goes; raises as :meth:`whoami` does."""

    async def members(self, address: str) -> int | None:
        """How many people a group has, without us; ``None`` where we are not in it. Raises as :meth:`whoami` does."""
