"""Broadcasts: whom staff write to, what they say, which way it goes, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.messages import Choice, Message
from domain.push_budget import FREE_CHANNELS, Cost, Month, weigh

UNDO: Final = timedelta(seconds=60)
"""So long a broadcast waits before it begins, and can be undone as if it had never been."""
FALLBACK: Final = "th"
"""Who chose another language reads this one where nothing is written in theirs."""


class To(StrEnum):
    """Whom a broadcast is for."""

    ROLE = "role"
    """Those whom a role suits, the best first."""
    SEGMENT = "segment"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a broadcast is for; what is empty does not narrow it, and several of a kind mean any of them."""

    to: str
    role: str | None = None
    skills: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    company: str | None = None
    never_placed: bool = False
    language: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a broadcast says: words by language, a picture above them, a button below."""

    kind: str
    """text, card or picture"""
    text: Mapping[str, str] = field(default_factory=dict)
    title: Mapping[str, str] = field(default_factory=dict)
    label: Mapping[str, str] = field(default_factory=dict)
    """The button's words; empty where there is none."""
    link: str = ""
    """Where the button leads, if it is not to a role."""
    picture: str = ""


class Way(StrEnum):
    """How a broadcast reaches those who would have to be paid for."""

    ALL = "all"
    """Everybody is told."""
    BEST = "best"
    """As many as the month allows, the best first; the others are left out."""
    TELEGRAM = "telegram"
    """Free channels now; the others read it on their next free reply."""
    TRAY = "tray"
    """Nobody is rung up: everybody reads it on their next free reply."""


FREE_WAYS: Final = frozenset({Way.TELEGRAM, Way.TRAY})


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Something that staff say to many."""

    id: str
    state: str
    """draft, planned, running, paused, done or undone"""
    audience: Audience
    contents: Contents
    role: str | None
    """The role that its button leads to."""
    way: str
    written_by: str | None
    written_at: datetime
    starts_at: datetime | None
    begun_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """What came of a broadcast, in people."""

    states: Mapping[str, int]
    """How many are in each state: queued, written, sent, failed, unreachable, held, tray, left_out."""
    tapped: int = 0
    signed_up: int = 0
    why: tuple[tuple[str, int], ...] = ()
    """The reasons of those that failed, the commonest first."""
    resting_until: datetime | None = None
    """When the next of those comes due who do not want to be disturbed now; nothing if nobody rests."""

    def of(self, *states: str) -> int:
        """How many people are in one of these states."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def all(self) -> int:
        """For how many people it is."""
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        """How many are still to be told."""
        return self.of("queued", "written")


def audience_of(plain: Mapping[str, Any]) -> Audience:
    """The audience that :func:`audience_json` wrote."""
    known: dict[str, Any] = {name: plain[name] for name in Audience.__dataclass_fields__ if name in plain}
    known |= {name: tuple(known[name]) for name in ("skills", "provinces", "causes") if name in known}
    return Audience(**known)


def audience_json(audience: Audience) -> dict[str, Any]:
    """The audience as plain data, without what is empty."""
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(audience).items()}
    return {name: value for name, value in plain.items() if value}


def contents_of(plain: Mapping[str, Any]) -> Contents:
    """The contents that :func:`contents_json` wrote."""
    return Contents(**{name: plain[name] for name in Contents.__dataclass_fields__ if name in plain})


def contents_json(contents: Contents) -> dict[str, Any]:
    """The contents as plain data, without what is empty."""
    return {name: value for name, value in asdict(contents).items() if value}


def languages_of(contents: Contents) -> list[str]:
    """The languages that it is written in, the one that everybody gets first."""
    return [FALLBACK, *sorted(set(contents.text) - {FALLBACK})]


def messages(broadcast: Broadcast, language: str) -> tuple[Message, ...]:
    """What somebody with this language reads."""
    said = broadcast.contents
    choices = (button(broadcast, language),) if said.label else ()
    return (
        Message(
            in_language(said.text, language),
            in_language(said.title, language),
            choices,
            lasting=bool(choices),
            picture=said.picture,
        ),
    )


def button(broadcast: Broadcast, language: str) -> Choice:
    """The button below: to a page elsewhere, or to what we note and answer ourselves."""
    label = in_language(broadcast.contents.label, language)
    if broadcast.contents.link:
        return Choice(label, broadcast.contents.link, "link")
    return Choice(label, f"go:heard:{broadcast.id}")


def in_language(words: Mapping[str, str], language: str) -> str:
    """The words in a language, or in the one that everybody gets."""
    return words.get(language) or words.get(FALLBACK, "")


# ---------------------------------------------------------------- what it costs


def price(people: Mapping[str, int], month: Month, way: str) -> Cost:
    """What telling so many people in each channel takes, this way."""
    if way in FREE_WAYS:
        return weigh({channel: count for channel, count in people.items() if channel in FREE_CHANNELS}, month)
    return weigh(people, month)


def ways_out(people: Mapping[str, int], month: Month) -> list[Way]:
    """What can be done when the month does not allow to tell everybody; nothing when it does."""
    cost = weigh(people, month)
    if not cost.held_back:
        return []
    free = Way.TELEGRAM if cost.free else Way.TRAY
    return [Way.BEST, free] if cost.paid else [free]


# ---------------------------------------------------------------- when it is heard


def rests_until(starts: str | None, ends: str | None, here: datetime) -> datetime | None:
    """When somebody's quiet hours (``HH:MM``, they may span midnight) end, if ``here`` (local) is in them."""
    if not starts or not ends or starts == ends:
        return None
    clock = f"{here:%H:%M}"
    quiet = starts <= clock < ends if starts < ends else clock >= starts or clock < ends
    if not quiet:
        return None
    day = here.date() if clock < ends else here.date() + timedelta(days=1)
    return datetime.combine(day, time.fromisoformat(ends), here.tzinfo)
