"""When who is reminded of a session: never before its time, never after the start, never twice, and not at night.

Everything here follows from how things stand at one moment; nothing is planned ahead, so nothing can be out of date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from typing import Final

from domain.work import Session

WEEK, DAY, SOON, AFTER = "week", "day", "soon", "after"
BEFORE: Final = (WEEK, DAY, SOON)
"""The reminders before a session, in their order: a later one takes over from an earlier one."""
PLANNED_AHEAD: Final = timedelta(days=10)
"""A week before, only what was planned longer ahead than this is reminded of."""
AFTER_LASTS: Final = timedelta(hours=24)
"""So long after a session we still ask how it was."""
LONGEST_SESSION: Final = timedelta(days=2)
"""A session that began longer ago than this, and :data:`AFTER_LASTS`, is over for good."""
SAID_WITHIN: Final = timedelta(minutes=10)
"""Who is due a reminder has it by then, or is found due again."""
MADE_UP_FOR: Final = timedelta(hours=3)
"""A reminder that is late is left out when the next one comes within this time."""
LATEST_LOOK: Final = timedelta(hours=1)
"""A session that people are being reminded of is looked at again at least so often, whatever has changed meanwhile."""
LONGEST_QUIET: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Between which times of day somebody is not to be disturbed."""

    begins: time
    ends: time
    zone: tzinfo

    def covers(self, moment: datetime) -> bool:
        """Whether a moment lies within the quiet hours."""
        clock = moment.astimezone(self.zone).time()
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def begin_before(self, moment: datetime) -> datetime:
        """When the quiet hours around this moment began."""
        there = moment.astimezone(self.zone)
        days = 1 if there.time() < self.begins else 0
        begin = datetime.combine(there.date() - timedelta(days=days), self.begins, self.zone)
        return begin.astimezone(moment.tzinfo)

    def begin_after(self, moment: datetime) -> datetime:
        """When quiet hours begin next."""
        return self.next(self.begins, moment)

    def end_after(self, moment: datetime) -> datetime:
        """When the quiet hours around this moment end."""
        return self.next(self.ends, moment)

    def next(self, clock: time, moment: datetime) -> datetime:
        """When it is this time of day next."""
        there = moment.astimezone(self.zone)
        days = 1 if there.time() >= clock else 0
        found = datetime.combine(there.date() + timedelta(days=days), clock, self.zone)
        return found.astimezone(moment.tzinfo)


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who is invited to a session, as far as reminders care."""

    person: str
    answer: str | None
    """yes, no, maybe or waiting; ``None``: silent"""
    said: frozenset[str]
    """The reminders that they have had of the session as it is planned now."""
    quiet: Quiet | None = None
    came: bool | None = None
    """Whether they were seen there; ``None``: nobody knows."""
    logged: bool = False
    """Whether their hours of the session are written down."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a session has to say to its people at one moment."""

    due: tuple[tuple[str, str], ...]
    """Who is due which reminder."""
    next_look: datetime
    """Before this moment nothing more becomes due by itself."""


def offsets(session: Session, usual: Mapping[str, int]) -> dict[str, timedelta]:
    """How long before its start a session is reminded of (``after``: behind its end), what is switched off left out.

    ``usual`` are the network's minutes, by lead.
    """
    own = {lead: getattr(session, f"{lead}_minutes") for lead in (*BEFORE, AFTER)}
    minutes = {lead: usual[lead] if own[lead] is None else own[lead] for lead in own}
    found = {lead: timedelta(minutes=each) for lead, each in minutes.items() if each > 0}
    if WEEK in found and not was_planned_ahead(session):
        del found[WEEK]
    return found


def was_planned_ahead(session: Session) -> bool:
    """Whether there were more than ten days between planning a session and its start."""
    return session.planned_at is not None and session.starts_at - session.planned_at > PLANNED_AHEAD


def outlook(session: Session, people: Iterable[Invitee], usual: Mapping[str, int], now: datetime) -> Outlook:
    """Who is due a reminder of this session now, and when is it worth looking again?"""
    leads = offsets(session, usual)
    found, later = [], [now + LATEST_LOOK]
    for who in people:
        if lead := due_now(session, who, leads, now):
            found.append((who.person, lead))
            later.append(now + SAID_WITHIN)
        later += [moment for moment in moments_of(session, who, leads, now) if moment > now]
    return Outlook(tuple(found), min(later))


def first_look(session: Session, usual: Mapping[str, int]) -> datetime:
    """Before this moment nobody can be due a reminder of a session, whatever their quiet hours."""
    ahead = [each for lead, each in offsets(session, usual).items() if lead != AFTER]
    return session.starts_at - max(ahead, default=timedelta()) - LONGEST_QUIET


def due_now(session: Session, who: Invitee, leads: Mapping[str, timedelta], now: datetime) -> str | None:
    """The one reminder that somebody is due at this moment, if any."""
    if session.state != "planned" or (who.quiet and who.quiet.covers(now)):
        return None
    if now >= session.starts_at:
        return AFTER if is_asked_after(session, who, leads, now) else None
    lead = in_season(session, who, leads, now)
    return lead if lead and not has_had(lead, who.said) else None


def in_season(session: Session, who: Invitee, leads: Mapping[str, timedelta], now: datetime) -> str | None:
    """The last reminder before a session whose time has come, unless it is late and the next one is near."""
    due = [(lead, due_at(session, who, leads[lead])) for lead in wanted(who, leads)]
    come = [place for place, (_, moment) in enumerate(due) if moment <= now]
    if not come:
        return None
    lead, moment = due[come[-1]]
    is_near = any(after <= now + MADE_UP_FOR for _, after in due[come[-1] + 1 :])
    return None if is_near and now - moment > SAID_WITHIN else lead


def wanted(who: Invitee, leads: Collection[str]) -> list[str]:
    """The reminders before a session that this person would have, in their order."""
    if who.answer in {"no", "waiting"}:
        return []
    return [lead for lead in BEFORE if lead in leads and (lead != SOON or who.answer == "yes")]


def has_had(lead: str, said: Collection[str]) -> bool:
    """Whether this reminder was said, or one that comes after it."""
    return any(each in said for each in BEFORE[BEFORE.index(lead) :])


def due_at(session: Session, who: Invitee, before: timedelta) -> datetime:
    """When a reminder is due: so long before the start, or when the quiet hours around that moment begin."""
    moment = session.starts_at - before
    if who.quiet and who.quiet.covers(moment):
        return who.quiet.begin_before(moment) - timedelta(minutes=1)
    return moment


def is_asked_after(session: Session, who: Invitee, leads: Mapping[str, timedelta], now: datetime) -> bool:
    """Whether somebody is to be asked about a session that is over: who was there, or said that they come."""
    if AFTER not in leads or AFTER in who.said or who.logged or who.came is False:
        return False
    was_there = bool(who.came) or who.answer == "yes"
    return was_there and session.ends_at + leads[AFTER] <= now < session.ends_at + AFTER_LASTS


def moments_of(session: Session, who: Invitee, leads: Mapping[str, timedelta], now: datetime) -> list[datetime]:
    """The moments at which something may become due for somebody."""
    moments = [due_at(session, who, each) for lead, each in leads.items() if lead != AFTER]
    if AFTER in leads:
        moments.append(session.ends_at + leads[AFTER])
    ends = [who.quiet.end_after(each) for each in (now, *moments) if who.quiet and who.quiet.covers(each)]
    return [*moments, *ends]


def good_until(session: Session, lead: str, quiet: Quiet | None, now: datetime) -> datetime:
    """Until when a reminder that is said now may still be sent: it would be untrue later, or come at night."""
    over = session.ends_at + AFTER_LASTS if lead == AFTER else session.starts_at
    return min(over, quiet.begin_after(now)) if quiet else over
