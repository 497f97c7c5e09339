"""An invented network at work: teams that meet weekly, answers, hours, searches, and what may fall due in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from storage import staff
from storage.schema import (
    announcements,
    attendances,
    changes,
    hours,
    projects,
    roles,
    searches,
    session_answers,
    sessions,
    sign_ups,
    sweep_runs,
)
from storage.schema import people as people_table
from tests.matching.networks import add_people

TEAM: Final = 8
WEEKS: Final = 13
WEEKS_BEHIND: Final = 2
TOGETHER: Final = 2000
DUE: Final = 500


@dataclass(frozen=True, slots=True)
class Size:
    """How big the network is."""

    people: int
    sessions: int
    """In the coming weeks."""

    @property
    def projects(self) -> int:
        """How many teams meet weekly."""
        return -(-self.sessions // WEEKS)


def build(tx: Connection, size: Size, now: datetime) -> None:
    """Fill a database."""
    random = Random(5)
    add_people(tx, random, size.people, now)
    put(tx, projects, (project(number, now) for number in range(size.projects)))
    put(tx, roles, (role(number) for number in range(2 * size.projects)))
    put(tx, sign_ups, sign_ups_of(random, size, now))
    planned = list(sessions_of(random, size, now))
    put(tx, sessions, planned)
    near = [each for each in planned if each["starts_at"] < now + timedelta(weeks=3)]
    put(tx, session_answers, (row for each in near for row in answers_to(random, each, size, now)))
    over = [each for each in planned if each["ends_at"] < now]
    put(tx, attendances, (row for each in over for row in attendances_of(each, size)))
    put(tx, hours, (entry(number, now) for number in range(TEAM * size.projects)))
    put(tx, announcements, told(random, size, now))
    put(tx, searches, (search(number, now) for number in range(2 * size.projects)))
    for number in range(6):
        staff.join(tx, f"{number:012x}", now, "admin" if number < 2 else "coordinator")


def put(tx: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, many at a time."""
    more = iter(rows)
    while some := list(islice(more, TOGETHER)):
        tx.execute(insert(table), some)


def project(number: int, now: datetime) -> dict[str, Any]:
    """A project whose team is complete and has been at work for a month."""
    facts = {"organisation": f"องค์กร {number % 40}", "title": f"โครงการ {number}", "aim": "ช่วยกัน", "cause": "education"}
    times = {"written_at": now - timedelta(days=90), "published_at": now - timedelta(days=80)}
    return {"id": project_id(number), "state": "published", "teamed_at": now - timedelta(days=30), **facts, **times}


def project_id(number: int) -> str:
    """The id of a project."""
    return f"p{number:011d}"


def role_id(number: int) -> str:
    """The id of a role; each project has two."""
    return f"r{number:011d}"


def role(number: int) -> dict[str, Any]:
    """A role with four seats; one of fifteen, for which people are looked for, has a fifth."""
    seats = TEAM // 2 + (number % 15 == 0)
    facts = {"title": f"งาน {number}", "skills": ["design.graphic"], "seats": seats, "hours_per_week": 2.0}
    chosen = {"admission": "first_come" if number % 2 else "chosen"}
    return {
        "id": role_id(number),
        "project": project_id(number // 2),
        "place": "online",
        "slots": [],
        **facts,
        **chosen,
    }


def member(number: int, place: int, size: Size) -> str:
    """The person in one of a project's seats."""
    return f"{(number * TEAM + place) % size.people:012x}"


def sign_ups_of(random: Random, size: Size, now: datetime) -> Iterator[dict[str, Any]]:
    """Every seat is taken; beside them those who left, who wait in line, who applied yesterday, who have an offer."""
    for number in range(2 * size.projects):
        team = [member(number // 2, number % 2 * TEAM // 2 + place, size) for place in range(TEAM // 2)]
        yield from (sign_up(number, person, "active", now - timedelta(days=40)) for person in team)
        others = [f"{each:012x}" for each in random.sample(range(size.people), 24) if f"{each:012x}" not in team]
        states = ["withdrawn", "not_now", "never", "declined", "expired"] * 4
        extra = ["waiting"] * (number % 5 == 1) + ["interested"] * (number % 4 == 0)
        for person, state in zip(others, [*extra, *states[: 20 - len(extra)]], strict=False):
            yield sign_up(number, person, state, now - timedelta(days=1))


def sign_up(number: int, person: str, state: str, at: datetime, **more: Any) -> dict[str, Any]:
    """Where a person stands with a role."""
    name = f"{number:05x}{person[-7:]}"
    row = {"id": name, "role": role_id(number), "person": person, "state": state, "changed_at": at, "asked_at": at}
    return {**row, "expires_at": None, **more}


def sessions_of(random: Random, size: Size, now: datetime) -> Iterator[dict[str, Any]]:
    """A session a week for each project, in the weeks behind and ahead, by day."""
    for number in range(size.projects):
        first = now + timedelta(days=random.randrange(7), minutes=15 * random.randrange(1, 40))
        for week in range(-WEEKS_BEHIND, WEEKS):
            starts_at = first + timedelta(weeks=week)
            times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2)}
            yield {"id": f"s{number:06d}{week + 10:05d}", "project": project_id(number), **times, **planned(now)}


def planned(now: datetime) -> dict[str, Any]:
    """What every session has."""
    return {"kind": "workshop", "where_held": "Google Meet", "state": "planned", "planned_at": now - timedelta(days=30)}


def answers_to(random: Random, session: Mapping[str, Any], size: Size, now: datetime) -> Iterator[dict[str, Any]]:
    """Most of a team have answered."""
    for place in range(TEAM - 2):
        answer = {"answer": random.choice(("yes", "yes", "no", "maybe")), "at": now - timedelta(days=2)}
        yield {"session": session["id"], "person": member(int(session["id"][1:7]), place, size), **answer}


def attendances_of(session: Mapping[str, Any], size: Size) -> Iterator[dict[str, Any]]:
    """Most of a team came."""
    for place in range(TEAM - 2):
        seen = {"came": True, "source": "code", "at": session["starts_at"]}
        yield {"session": session["id"], "person": member(int(session["id"][1:7]), place, size), **seen}


def entry(number: int, now: datetime) -> dict[str, Any]:
    """Hours that somebody of a team logged this week."""
    place = number % TEAM
    facts = {"role": role_id(number // TEAM * 2 + place // (TEAM // 2)), "minutes": 120, "note": "", "voids": False}
    at = {"logged_at": now - timedelta(days=3), "worked_on": (now - timedelta(days=3)).date()}
    return {"id": f"h{number:011d}", "person": f"{number:012x}", **facts, **at}


def told(random: Random, size: Size, now: datetime) -> Iterator[dict[str, Any]]:
    """Who was told of which role."""
    for number in range(2 * size.projects):
        for each in random.sample(range(size.people), 30):
            person = f"{each:012x}"
            yield {"role": role_id(number), "person": person, "at": now - timedelta(days=20), "state": "told"}


def search(number: int, now: datetime) -> dict[str, Any]:
    """A search: most are over, one in fifteen goes on and is not due yet."""
    state = "running" if number % 15 == 0 else ("filled", "spent", "stopped")[number % 3]
    facts = {"wave": 1, "most_waves": 3, "size": 15, "next_at": now + timedelta(days=1), "begun_at": now}
    return {"role": role_id(number), "state": state, **facts}


# ---------------------------------------------------------------- what falls due


def free_some_seats(tx: Connection, count: int, every: int = 1) -> list[int]:
    """Let somebody leave each of so many roles; gives the roles' numbers."""
    numbers = list(range(0, count * every, every))
    for number in numbers:
        mine = (sign_ups.c.role == role_id(number)) & (sign_ups.c.state == "active")
        one = tx.execute(select(sign_ups.c.id).where(mine).limit(1)).scalar_one()
        tx.execute(update(sign_ups).where(sign_ups.c.id == one).values(state="withdrawn"))
    return numbers


def due_reminders(tx: Connection, now: datetime) -> None:
    """So many sessions were just planned for tomorrow that 500 people are due a reminder."""
    at = {"starts_at": now + timedelta(hours=20), "ends_at": now + timedelta(hours=22)}
    near = range(-(-DUE // TEAM))
    put(tx, sessions, ({"id": f"t{each:011d}", "project": project_id(each), **at, **planned(now)} for each in near))


def due_offers(tx: Connection, now: datetime, begun: timedelta, left: timedelta) -> None:
    """500 people have an offer that was made, and ends, so long before and after now."""
    offers = (
        sign_up(number, f"{10_000 + number:012x}", "offered", now - begun, expires_at=now + left)
        for number in free_some_seats(tx, DUE)
    )
    put(tx, sign_ups, offers)


def due_seats(tx: Connection, now: datetime) -> None:
    """Seats are free in 500 roles for which somebody waits."""
    numbers = free_some_seats(tx, DUE)
    tx.execute(update(roles).values(admission="first_come"))
    lines = (sign_up(each, f"{11_000 + each:012x}", "waiting", now - timedelta(days=2)) for each in numbers)
    put(tx, sign_ups, lines)


def due_answers(tx: Connection, now: datetime) -> None:
    """500 people have waited for an answer for longer than was promised."""
    asked = now - timedelta(days=3)
    put(tx, sign_ups, (sign_up(each, f"{12_000 + each:012x}", "interested", asked) for each in range(DUE)))


def due_changes(tx: Connection, now: datetime) -> None:
    """20 projects were changed, and left alone for a while (a sweep takes no more at once)."""
    at = {"fact": "title", "before": "เดิม", "at": now - timedelta(minutes=10)}
    put(tx, changes, ({"project": project_id(each), "subject": project_id(each), **at} for each in range(20)))


def due_news(tx: Connection, now: datetime) -> None:
    """500 people have news that was put off."""
    query = select(people_table.c.id).order_by(people_table.c.id.desc()).limit(DUE)
    put_off = {"role": role_id(1), "at": now, "state": "planned", "due_at": now - timedelta(minutes=1)}
    rows = [{**put_off, "person": person} for person in tx.execute(query).scalars()]
    tx.execute(insert(announcements), rows)


def due_waves(tx: Connection, now: datetime) -> None:
    """500 roles have a free seat, and it is time for their next wave."""
    roles_due = [role_id(each) for each in free_some_seats(tx, DUE)]
    due = {"state": "running", "next_at": now - timedelta(minutes=1)}
    tx.execute(update(searches).where(searches.c.role.in_(roles_due)).values(**due))


def due_alarms(tx: Connection, now: datetime) -> None:
    """500 sessions are near that nobody has answered, and today nobody has looked."""
    tx.execute(delete(sweep_runs).where(sweep_runs.c.name == "alarms"))
    at = {"starts_at": now + timedelta(hours=40), "ends_at": now + timedelta(hours=42)}
    put(
        tx,
        sessions,
        ({"id": f"u{each:011d}", "project": project_id(each), **at, **planned(now)} for each in range(DUE)),
    )


DUE_OF: Final[Mapping[str, Callable[[Connection, datetime], None]]] = {
    "reminders": due_reminders,
    "offers_over": lambda tx, now: due_offers(tx, now, timedelta(days=3), timedelta(minutes=-1)),
    "seats_free": due_seats,
    "offers_ending": lambda tx, now: due_offers(tx, now, timedelta(days=3), timedelta(days=1)),
    "answers_overdue": due_answers,
    "changes": due_changes,
    "news": due_news,
    "waves": due_waves,
    "alarms": due_alarms,
}
"""What makes 500 things due for each sweep."""
