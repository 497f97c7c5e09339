"""Silence alarms asked of real databases: when each holds, when it is over, and whom the sweep tells, once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, select, update

from domain.alarms import NO_HOURS, NO_SESSION, NOBODY_ANSWERED, NOBODY_CAME, Alarm
from domain.events import ALARM_RAISED
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import alarms, answers, hours, projects, seats, sessions
from storage import staff as staff_rows
from storage.hours import Work
from storage.schema import attendances, inbox, sign_ups
from storage.schema import projects as project_table
from storage.schema import sessions as session_table
from tests.storage import some
from tests.storage.some import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def team(tx: Connection, since: timedelta = 20 * DAY) -> tuple[str, str, str]:
    """A project with a member since so long ago: project, role, person."""
    project = some.project(tx)
    role, person = some.role(tx, project), some.reached(tx)
    seats.ask(tx, role, person, None, NOW - since)
    return project, role, person


def planned(tx: Connection, project: str, ahead: timedelta, **more: object) -> str:
    """A session that was planned ten days ago."""
    found = some.session(tx, project, ahead)
    sessions.note(tx, found, planned_at=NOW - 10 * DAY, **more)
    return found


def held(tx: Connection, kind: str) -> list[str]:
    return [each.subject for each in alarms.holding(tx, NOW, (kind,))]


# ---------------------------------------------------------------- nobody answered


def test_a_near_session_that_nobody_answered_is_silent_until_one_of_those_invited_answers(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, person = team(tx)
        session = planned(tx, project, 47 * HOUR)
        stranger = some.reached(tx)
        answers.write(tx, session, stranger, "yes", NOW)
        assert held(tx, NOBODY_ANSWERED) == [session]
        answers.give(tx, session, person, "maybe", NOW)
        assert held(tx, NOBODY_ANSWERED) == []


@pytest.mark.parametrize("ahead", [timedelta(hours=-1), 49 * HOUR])
def test_a_session_that_is_far_or_begun_is_not_silent(engine: Engine, ahead: timedelta) -> None:
    with engine.begin() as tx:
        planned(tx, team(tx)[0], ahead)
        assert held(tx, NOBODY_ANSWERED) == []


def test_people_are_given_time_to_answer_what_was_just_planned(engine: Engine) -> None:
    with engine.begin() as tx:
        session = planned(tx, team(tx)[0], 20 * HOUR)
        sessions.note(tx, session, planned_at=NOW - 5 * HOUR)
        assert held(tx, NOBODY_ANSWERED) == []
        sessions.note(tx, session, planned_at=NOW - 6 * HOUR)
        assert held(tx, NOBODY_ANSWERED) == [session]


def test_a_session_to_which_nobody_is_invited_is_not_silent(engine: Engine) -> None:
    with engine.begin() as tx:
        planned(tx, some.project(tx), 20 * HOUR)
        project, role, _ = team(tx)
        for_others = planned(tx, project, 20 * HOUR, invited="roles")
        planned(tx, project, 21 * HOUR, invited="trained")
        assert held(tx, NOBODY_ANSWERED) == []
        sessions.invite_roles(tx, for_others, [role])
        assert held(tx, NOBODY_ANSWERED) == [for_others]


@pytest.mark.parametrize("state", ["cancelled", "paused"])
def test_what_is_called_off_or_paused_is_not_silent(engine: Engine, state: str) -> None:
    with engine.begin() as tx:
        project, _, _ = team(tx)
        session = planned(tx, project, 20 * HOUR)
        if state == "cancelled":
            sessions.cancel(tx, session, now=NOW)
        else:
            projects.change(tx, project, state=state)
        assert held(tx, NOBODY_ANSWERED) == []


def test_of_a_session_for_everybody_anybodys_answer_counts(engine: Engine) -> None:
    with engine.begin() as tx:
        _, _, person = team(tx)
        session = planned(tx, some.project(tx), 20 * HOUR, invited="everyone")
        assert held(tx, NOBODY_ANSWERED) == [session]
        answers.give(tx, session, person, "no", NOW)
        assert held(tx, NOBODY_ANSWERED) == []


# ---------------------------------------------------------------- nobody came


def test_three_hours_after_a_session_somebody_should_have_been_seen(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, person = team(tx)
        session = planned(tx, project, -5 * HOUR)
        planned(tx, project, -4 * HOUR)
        planned(tx, project, -4 * DAY)
        planned(tx, some.project(tx), -5 * HOUR)
        assert held(tx, NOBODY_CAME) == [session]
        row = {"session": session, "person": person, "came": False, "source": "staff", "at": NOW}
        tx.execute(attendances.insert().values(**row))
        assert held(tx, NOBODY_CAME) == []


# ---------------------------------------------------------------- no session ahead


def test_a_team_without_a_next_session_is_silent(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, _ = team(tx)
        team(tx, since=DAY)
        some.project(tx)
        assert held(tx, NO_SESSION) == [project]
        session = planned(tx, project, 30 * DAY)
        assert held(tx, NO_SESSION) == []
        sessions.cancel(tx, session, now=NOW)
        planned(tx, project, -DAY)
        assert held(tx, NO_SESSION) == []


def test_a_project_past_its_last_day_needs_no_session_and_no_hours(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, _ = team(tx)
        projects.change(tx, project, starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 22))
        assert held(tx, NO_SESSION) == held(tx, NO_HOURS) == []
        projects.change(tx, project, ends_on=date(2026, 11, 23))
        assert held(tx, NO_SESSION) == held(tx, NO_HOURS) == [project]


# ---------------------------------------------------------------- no hours


def test_a_team_under_way_is_silent_while_one_of_it_logs_no_hours(engine: Engine) -> None:
    with engine.begin() as tx:
        project, role, person = team(tx)
        assert held(tx, NO_HOURS) == [project]
        assert alarms.silent_people(tx, project, NOW) == [person]
        hours.log(tx, person, Work(role, date(2026, 11, 12), 60), NOW - 11 * DAY)
        assert held(tx, NO_HOURS) == [project]
        hours.log(tx, person, Work(role, date(2026, 11, 20), 60), NOW - 3 * DAY)
        assert held(tx, NO_HOURS) == []
        assert alarms.silent_people(tx, project, NOW) == []


def test_hours_of_another_project_do_not_speak_for_this_one(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, person = team(tx)
        other = some.role(tx, some.project(tx, "อีกงาน"))
        hours.log(tx, person, Work(other, date(2026, 11, 20), 60), NOW - DAY)
        assert held(tx, NO_HOURS) == [project]
        hours.log(tx, person, Work(None, date(2026, 11, 20), 60), NOW - DAY)
        assert held(tx, NO_HOURS) == []


def test_a_team_that_began_lately_or_has_not_begun_is_given_time(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _, _ = team(tx, since=9 * DAY)
        assert held(tx, NO_HOURS) == []
        tx.execute(update(sign_ups).values(changed_at=NOW - 10 * DAY))
        tx.execute(update(project_table).values(teamed_at=NOW - 10 * DAY))
        assert held(tx, NO_HOURS) == [project]
        projects.change(tx, project, starts_on=date(2026, 11, 14))
        assert held(tx, NO_HOURS) == []


# ---------------------------------------------------------------- the sweep


def sweep(tx: Connection, after: timedelta) -> int:
    found = next(each for each in SWEEPS if each.name == "alarms")
    return run_sweep(tx, found, NOW + after)


def told(tx: Connection) -> list[list[Alarm]]:
    """What each letter is about, in order."""
    rows = tx.execute(select(inbox.c.facts).where(inbox.c.kind == ALARM_RAISED).order_by(inbox.c.id)).scalars()
    return [[Alarm(*each) for each in facts["alarms"]] for facts in rows]


def busy_team(tx: Connection) -> str:
    """A project that meets far ahead and logs its hours."""
    project, role, person = team(tx)
    planned(tx, project, 60 * DAY)
    hours.log(tx, person, Work(role, date(2026, 11, 22), 60), NOW + 30 * DAY)
    return project


def test_all_that_is_silent_is_told_at_once_and_only_once(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project, _, _ = team(tx)
        session = planned(tx, project, 47 * HOUR)
        assert sweep(tx, timedelta()) == 1
        assert told(tx) == [[Alarm(NOBODY_ANSWERED, session), Alarm(NO_HOURS, project)]]
        assert [sweep(tx, each) for each in (HOUR, DAY, 2 * DAY)] == [0, 0, 0]


def test_what_falls_silent_in_the_course_of_the_day_is_told_then(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project = busy_team(tx)
        near, over = planned(tx, project, 50 * HOUR), planned(tx, project, -4 * HOUR)
        asked = planned(tx, project, 20 * HOUR)
        sessions.note(tx, asked, planned_at=NOW - 3 * HOUR)
        times = [timedelta(minutes=10 * each) for each in range(24)]
        assert sum(sweep(tx, each) for each in times) == 3
        found = [[Alarm(NOBODY_CAME, over)], [Alarm(NOBODY_ANSWERED, near)], [Alarm(NOBODY_ANSWERED, asked)]]
        assert told(tx) == found


def test_after_a_week_it_is_told_again_if_it_still_holds(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project, _, _ = team(tx)
        planned(tx, project, 60 * DAY)
        assert [sweep(tx, each * DAY) for each in range(9)] == [1, 0, 0, 0, 0, 0, 0, 1, 0]
        assert told(tx) == [[Alarm(NO_HOURS, project)]] * 2


def test_what_was_over_and_begins_anew_is_told_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project = busy_team(tx)
        (session,) = tx.execute(select(session_table.c.id)).scalars()
        sessions.cancel(tx, session, now=NOW)
        assert sweep(tx, timedelta()) == 1
        sessions.note(tx, session, state="planned")
        assert sweep(tx, DAY) == 0
        assert alarms.raised(tx) == {}
        sessions.note(tx, session, state="cancelled")
        assert sweep(tx, 2 * DAY) == 1
        assert told(tx) == [[Alarm(NO_SESSION, project)]] * 2


def test_at_night_nobody_is_told_and_in_the_morning_everything(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        team(tx)
        assert [sweep(tx, each * HOUR) for each in (11, 14, 17, 21)] == [0, 0, 0, 0]
        assert sweep(tx, 23 * HOUR) == 1


def test_coordinators_are_told_and_others_only_where_there_is_none(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        coordinator = some.staff(tx, "coordinator")
        team(tx)
        assert sweep(tx, timedelta()) == 1
        keys = tx.execute(select(inbox.c.key).where(inbox.c.kind == ALARM_RAISED)).scalars().all()
        assert [coordinator in key for key in keys] == [True]


def test_where_a_letter_costs_something_there_is_at_most_one_a_day(engine: Engine) -> None:
    with engine.begin() as tx:
        on_line = some.reached(tx, "นก", "line")
        staff_rows.join(tx, on_line, NOW)
        some.staff(tx)
        project = busy_team(tx)
        for hours_ahead in (49, 50, 51):
            planned(tx, project, hours_ahead * HOUR)
        for number in range(24):
            sweep(tx, timedelta(minutes=10 * number))
        query = select(inbox.c.chat).where(inbox.c.kind == ALARM_RAISED)
        channels = [name.partition(":")[0] for name in tx.execute(query).scalars()]
        assert (channels.count("line"), channels.count("telegram")) == (1, 3)


def test_two_sweepers_raise_an_alarm_once(engine: Engine) -> None:
    alarm = Alarm(NO_HOURS, "p1")
    with engine.begin() as tx:
        assert alarms.note(tx, [alarm], NOW) == [alarm]
        assert alarms.note(tx, [alarm], NOW + DAY) == []
        assert alarms.note(tx, [alarm], NOW + 7 * DAY) == [alarm]
        alarms.forget(tx, [alarm])
        assert alarms.note(tx, [alarm], NOW + 7 * DAY) == [alarm]
