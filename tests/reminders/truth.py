"""What may be said and what has to be: the promises, reckoned in the plainest way, apart from the code under test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from storage import invitations, sessions, settings
from storage.schema import attendances, chats, hours, people, projects, reminders, session_answers

ZONE: Final = ZoneInfo("Asia/Bangkok")
MINUTE: Final = timedelta(minutes=1)
DAY: Final = timedelta(days=1)
NEVER: Final = datetime.max.replace(tzinfo=ZONE)
BEFORE: Final = ("week", "day", "soon")
SETTINGS: Final = {"week": ("week_hours", 60), "day": ("day_hours", 60), "soon": ("soon_minutes", 1)}
SETTINGS_AFTER: Final = ("after_minutes", 1)
MADE_UP_FOR: Final = timedelta(hours=3)
"""What is late need not be said so shortly before the next reminder."""
PATIENCE: Final = timedelta(minutes=15)
"""A reminder that could be said for less than this need not have been."""


@dataclass(frozen=True)
class Stand:
    """How somebody stands to a session right now."""

    session: Any
    invited: bool
    published: bool
    answer: str | None
    came: bool | None
    logged: bool
    quiet: tuple[str, str] | None
    reachable: bool

    def is_quiet(self, moment: datetime) -> bool:
        """Whether they are not to be disturbed then."""
        if self.quiet is None:
            return False
        clock, (begins, ends) = f"{moment.astimezone(ZONE):%H:%M}", self.quiet
        return begins <= clock < ends if begins < ends else begins != ends and (clock >= begins or clock < ends)

    def due_at(self, before: timedelta) -> datetime:
        """When a reminder is due: the last minute before it that is not quiet, if its own is."""
        moment = self.session.starts_at - before
        if not self.is_quiet(moment):
            return moment
        whole = moment.replace(second=0, microsecond=0)
        while self.is_quiet(whole):
            whole -= MINUTE
        return whole


def stand(tx: Connection, session: str, person: str) -> Stand:
    """How does this person stand to this session?"""
    found = sessions.find(tx, session)
    assert found is not None
    mine = {"session": session, "person": person}
    row = tx.execute(select(people.c.quiet_from, people.c.quiet_until).where(people.c.id == person)).one()
    return Stand(
        found,
        invitations.is_invited(tx, found, person),
        tx.execute(select(projects.c.state).where(projects.c.id == found.project)).scalar_one() == "published",
        one(tx, session_answers.c.answer, **mine),
        one(tx, attendances.c.came, **mine),
        one(tx, hours.c.person, **mine) is not None,
        (row[0], row[1]) if row[0] else None,
        one(tx, chats.c.name, person=person, reachable=True) is not None,
    )


def one(tx: Connection, column: Any, **where: Any) -> Any:
    """The first value of a column where all this is so."""
    return tx.execute(select(column).filter_by(**where).limit(1)).scalar()


def offset(tx: Connection, session: Any, lead: str) -> timedelta | None:
    """How long before its start (after: behind its end) this session is reminded of, if it is."""
    name, unit = SETTINGS_AFTER if lead == "after" else SETTINGS[lead]
    own = getattr(session, f"{lead}_minutes")
    minutes = settings.number(tx, f"remind_{name}") * unit if own is None else own
    long_ahead = session.starts_at - session.planned_at > 10 * DAY
    return timedelta(minutes=minutes) if minutes and (lead != "week" or long_ahead) else None


# ---------------------------------------------------------------- what may be said


def check(tx: Connection, key: tuple[str, str, str, datetime], said: str, now: datetime) -> None:
    """Everything that must be so at the moment at which a reminder leaves."""
    session, person, lead, starts_at = key
    now_so = stand(tx, session, person)
    planned = now_so.session
    assert planned.state == "planned", f"said of a dead session: {key}"
    assert planned.starts_at == starts_at, f"said of a session that was moved: {key}"
    assert now_so.published, f"said of a project at rest: {key}"
    assert now_so.invited, f"said to who is not invited: {key}"
    assert not now_so.is_quiet(now), f"said at night: {key}"
    assert planned.where in said or lead == "after", f"said with an old place: {key}"
    assert f"{starts_at.astimezone(ZONE):%H:%M}" in said, f"said with an old time: {key}"
    before = offset(tx, planned, lead)
    assert before is not None, f"said though it is switched off: {key}"
    if lead == "after":
        assert now_so.answer == "yes" or now_so.came, f"asked who was not there: {key}"
        assert planned.ends_at + before <= now < planned.ends_at + DAY, f"asked at the wrong time: {key}"
        return
    assert now < starts_at, f"said after the start: {key}"
    assert now >= now_so.due_at(before), f"said before its time: {key}"
    assert now_so.answer not in {"no", "waiting"}, f"said to who does not come: {key}"
    assert lead != "soon" or now_so.answer == "yes", f"said to who did not say yes: {key}"


# ---------------------------------------------------------------- what has to be said


def wanted(tx: Connection, session: str, person: str, since: datetime) -> dict[str, datetime]:
    """Which reminders must this person have, and by when, if time runs normally since then?"""
    found = stand(tx, session, person)
    planned = found.session
    if planned.state != "planned" or not (found.published and found.invited and found.reachable):
        return {}
    leads = [lead for lead in BEFORE if found.answer == "yes" or (lead != "soon" and found.answer in {None, "maybe"})]
    known = {lead: before for lead in leads if (before := offset(tx, planned, lead)) is not None}
    opens = {lead: max(since, found.due_at(before)) for lead, before in known.items()}
    due = {}
    for place, lead in enumerate(opens):
        following = list(opens.values())[place + 1 :]
        closes = min([planned.starts_at, *following])
        in_time = opens[lead] > since and free_by(found, opens[lead], min(closes, opens[lead] + PATIENCE))
        late = free_by(found, opens[lead], closes - MADE_UP_FOR if following else closes)
        if by := in_time or late:
            due[lead] = by
    return due | wanted_after(tx, found, since)


def wanted_after(tx: Connection, found: Stand, since: datetime) -> dict[str, datetime]:
    """Whether, and by when, this person must be asked how it was."""
    behind = offset(tx, found.session, "after")
    if behind is None or found.logged or found.came is False or not (found.came or found.answer == "yes"):
        return {}
    ends = found.session.ends_at
    by = free_by(found, max(since, ends + behind), ends + DAY)
    return {"after": by} if by else {}


def free_by(found: Stand, opens: datetime, closes: datetime) -> datetime | None:
    """When somebody could be disturbed long enough between these moments, if they could."""
    moment, free = opens, timedelta()
    while moment < closes and free < PATIENCE:
        free = timedelta() if found.is_quiet(moment) else free + MINUTE
        moment += MINUTE
    return moment if free >= PATIENCE else None


def spared(tx: Connection, session: str, person: str) -> set[str]:
    """Which reminders count as said though nobody said them: the person had told us the same that day?"""
    query = select(reminders.c.lead).where(
        reminders.c.session == session, reminders.c.person == person, reminders.c.event.is_(None)
    )
    return set(tx.execute(query).scalars())
