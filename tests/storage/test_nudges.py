"""Who is asked after a week's hours, on real databases."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from domain.events import HOURS_WANTED
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS, hours_wanted
from storage import answers, attendance, chats, hours, nudges, people, seats
from storage.hours import Work
from storage.schema import chats as chat_table
from storage.schema import inbox
from storage.schema import projects as project_table
from tests.storage import some
from tests.storage.some import NOW

WEEK = date(2026, 11, 16)
"""The week before the Monday on which it is now, at ten in Bangkok."""
DAY = timedelta(days=1)


def member(tx: Connection, state: str = "active", channel: str = "telegram") -> tuple[str, str]:
    """Somebody of a team under way, and their role."""
    person, role = some.reached(tx, channel=channel), some.role(tx, some.project(tx))
    seats.write(tx, role, person, state, NOW)
    return person, role


def asked(tx: Connection, now: datetime = NOW) -> list[str]:
    """The chats in which we ask at this moment."""
    return [each.chat for each in hours_wanted(tx, now)]


def tray_of(tx: Connection, person: str) -> list[int]:
    """How much waits in the trays of a person's chats."""
    return [each.tray for each in chats.of_person(tx, person)]


def test_who_is_at_work_and_logged_nothing_is_asked(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx)
        assert nudges.wanted(tx, WEEK, 10) == [person]


def test_who_is_only_trained_is_asked_if_there_was_a_session(engine: Engine) -> None:
    with engine.begin() as tx:
        person, role = member(tx, "trained")
        assert nudges.wanted(tx, WEEK, 10) == []
        [project] = tx.execute(project_table.select()).all()
        session = some.session(tx, project.id, -3 * DAY)
        assert nudges.wanted(tx, WEEK, 10) == []
        answers.give(tx, session, person, "yes", NOW - 4 * DAY)
        assert nudges.wanted(tx, WEEK, 10) == [person]
        attendance.correct(tx, session, person, by=person, now=NOW, came=False)
        assert nudges.wanted(tx, WEEK, 10) == []
        attendance.correct(tx, session, person, by=person, now=NOW, came=True)
        assert nudges.wanted(tx, WEEK, 10) == [person]
        assert nudges.wanted(tx, WEEK - 7 * DAY, 10) == []
        assert role


@pytest.mark.parametrize("state", ["accepted", "completed", "waiting", "withdrawn"])
def test_who_is_not_at_work_is_not_asked(engine: Engine, state: str) -> None:
    with engine.begin() as tx:
        member(tx, state)
        assert nudges.wanted(tx, WEEK, 10) == []


def test_who_logged_something_of_that_week_is_not_asked_unless_they_cancelled_it(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx)
        hours.log(tx, person, Work(None, WEEK - DAY, 60), NOW)
        hours.log(tx, person, Work(None, WEEK + 7 * DAY, 60), NOW)
        assert nudges.wanted(tx, WEEK, 10) == [person]
        hours.log(tx, person, Work(None, WEEK + 6 * DAY, 60), NOW)
        assert nudges.wanted(tx, WEEK, 10) == []
        hours.cancel(tx, person, hours.standing(tx, person)[0], NOW)
        assert nudges.wanted(tx, WEEK, 10) == [person]


def test_who_does_not_want_to_be_asked_or_cannot_be_is_not(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx)
        nudges.want(tx, person, asked=False)
        assert nudges.wanted(tx, WEEK, 10) == []
        nudges.want(tx, person, asked=True)
        assert nudges.are_wanted(tx, person)
        tx.execute(update(chat_table).values(reachable=False))
        assert nudges.wanted(tx, WEEK, 10) == []


def test_nobody_of_a_closed_project_is_asked(engine: Engine) -> None:
    with engine.begin() as tx:
        member(tx)
        tx.execute(update(project_table).values(state="closed"))
        assert nudges.wanted(tx, WEEK, 10) == []


# ---------------------------------------------------------------- the sweep


def test_free_chats_are_asked_and_paid_ones_find_it_in_the_tray(engine: Engine) -> None:
    with engine.begin() as tx:
        free, _ = member(tx)
        paid, _ = member(tx, channel="line")
        assert asked(tx) == [chats.of_person(tx, free)[0].name]
        assert (tray_of(tx, free), tray_of(tx, paid)) == ([0], [1])
        assert nudges.in_tray(tx, paid, NOW.date()) == [WEEK]


def test_everybody_is_asked_once_a_week(engine: Engine) -> None:
    with engine.begin() as tx:
        member(tx)
        assert len(asked(tx)) == 1
        assert asked(tx, NOW + timedelta(hours=1)) == []
        assert asked(tx, NOW + DAY) == []
        assert len(asked(tx, NOW + 7 * DAY)) == 1


def test_who_works_in_two_roles_is_asked_once(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx)
        seats.write(tx, some.role(tx, some.project(tx, "สวน")), person, "active", NOW)
        assert len(asked(tx)) == 1


def test_who_rests_at_that_time_finds_it_in_the_tray(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx)
        people.learn(tx, person, quiet_from="09:00", quiet_until="12:00")
        assert asked(tx) == []
        assert tray_of(tx, person) == [1]


def test_a_week_that_is_logged_or_long_ago_waits_no_more(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx, channel="line")
        asked(tx)
        assert nudges.in_tray(tx, person, (NOW + 20 * DAY).date()) == []
        nudges.note(tx, [person], WEEK, nudges.TRAY, NOW)
        hours.log(tx, person, Work(None, WEEK, 60), NOW)
        assert nudges.in_tray(tx, person, NOW.date()) == []
        assert nudges.state_of(tx, person, WEEK) == nudges.DONE


def test_who_wants_no_asking_has_nothing_of_it_in_the_tray(engine: Engine) -> None:
    with engine.begin() as tx:
        person, _ = member(tx, channel="line")
        asked(tx)
        nudges.want(tx, person, asked=False)
        assert tray_of(tx, person) == [0]


def test_the_sweep_puts_an_event_into_the_inbox(engine: Engine) -> None:
    with engine.begin() as tx:
        member(tx)
        run_sweep(tx, next(each for each in SWEEPS if each.name == "hours_nudge"), NOW)
        [event] = tx.execute(inbox.select()).all()
        assert (event.kind, event.facts) == (HOURS_WANTED, {"week": WEEK.isoformat()})
