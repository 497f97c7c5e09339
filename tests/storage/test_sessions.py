"""The questions about sessions and reminders, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from storage import projects, seats, sessions
from storage.schema import chats as chat_table
from storage.schema import projects as project_table
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def teamed(tx: Connection, ahead: timedelta = 20 * HOUR, chat: str = "line:Umali") -> tuple[str, str]:
    """Somebody with a seat in a project, and its session."""
    project = some.project(tx)
    person = some.person(tx, chat=chat)
    seats.ask(tx, some.role(tx, project), person, None, NOW)
    return some.session(tx, project, ahead), person


def due(tx: Connection, after: timedelta = timedelta()) -> list[tuple[str, str]]:
    """Who is due which lead, some time from now."""
    return [(each.person, each.lead) for each in sessions.awaiting_reminder(tx, NOW + after, 100)]


def test_sessions_of_a_project_come_soonest_first_without_cancelled_ones(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        late, off, soon = (some.session(tx, project, days * 24 * HOUR) for days in (5, 2, 1))
        sessions.cancel(tx, off)
        assert [each.id for each in sessions.of_project(tx, project)] == [soon, late]
        found = sessions.find(tx, off)
        assert found is not None
        assert found.state == "cancelled"


def test_sessions_ahead_are_planned_ones_of_open_projects(engine: Engine) -> None:
    with engine.begin() as tx:
        shown, hidden = some.project(tx, "เปิด"), some.project(tx, "ร่าง", open_now=False)
        some.session(tx, hidden, HOUR)
        some.session(tx, shown, -HOUR)
        ahead = some.session(tx, shown, HOUR)
        assert [(each.id, title) for each, title in sessions.ahead(tx, NOW, 10)] == [(ahead, "เปิด")]


def test_an_answer_can_be_given_again_and_changed(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        assert sessions.coming(tx, session, person) is None
        for said in (True, True, False, True):
            sessions.answer(tx, session, person, said, NOW)
            assert sessions.coming(tx, session, person) is said


def test_only_a_seat_takes_part(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        found = sessions.find(tx, session)
        assert found is not None
        role = projects.roles_of(tx, found.project)[0].id
        waiting = some.person(tx)
        seats.ask(tx, role, waiting, None, NOW)
        assert sessions.takes_part(tx, session, person)
        assert not sessions.takes_part(tx, session, waiting)
        assert not sessions.takes_part(tx, "nosuchthing2", person)


def test_ones_own_sessions_come_once_each_even_with_two_roles(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx, "เพจใหม่"), some.person(tx)
        for _ in range(2):
            seats.ask(tx, some.role(tx, project), person, None, NOW)
        later, sooner = some.session(tx, project, 48 * HOUR), some.session(tx, project, 24 * HOUR)
        some.session(tx, some.project(tx), HOUR)
        sessions.answer(tx, later, person, False, NOW)
        meetings = sessions.of_person(tx, person, NOW)
        assert [(each.session.id, each.project, each.coming) for each in meetings] == [
            (sooner, "เพจใหม่", None),
            (later, "เพจใหม่", False),
        ]


def test_behind_us_are_sessions_one_said_to_come_to_even_after_leaving(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx, -HOUR)
        found = sessions.find(tx, session)
        assert found is not None
        refused, ahead = some.session(tx, found.project, -3 * HOUR), some.session(tx, found.project, HOUR)
        for each, said in ((session, True), (refused, False), (ahead, True)):
            sessions.answer(tx, each, person, said, NOW - 24 * HOUR)
        seats.withdraw(tx, projects.roles_of(tx, found.project)[0].id, person, NOW)
        assert [each.session.id for each in sessions.behind(tx, person, NOW)] == [session]


# ---------------------------------------------------------------- reminders


@pytest.mark.parametrize(
    ("ahead", "lead"),
    [(25 * HOUR, None), (24 * HOUR, "day"), (3 * HOUR, "day"), (2 * HOUR, None), (timedelta(), None), (-HOUR, None)],
)
def test_who_has_not_answered_is_reminded_the_day_before(engine: Engine, ahead: timedelta, lead: str | None) -> None:
    with engine.begin() as tx:
        _, person = teamed(tx, ahead)
        assert due(tx) == ([(person, lead)] if lead else [])


def test_who_comes_is_reminded_again_two_hours_before(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx, 2 * HOUR)
        sessions.answer(tx, session, person, True, NOW)
        assert due(tx) == [(person, "soon")]


@pytest.mark.parametrize("ahead", [20 * HOUR, HOUR])
def test_who_cannot_come_is_left_in_peace(engine: Engine, ahead: timedelta) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx, ahead)
        sessions.answer(tx, session, person, False, NOW)
        assert due(tx) == []


def test_nobody_is_reminded_twice(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        assert sessions.note_reminder(tx, session, person, "day", NOW)
        assert not sessions.note_reminder(tx, session, person, "day", NOW)
        assert due(tx) == []


def test_a_moved_session_is_reminded_of_anew_and_asked_again(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        sessions.note_reminder(tx, session, person, "day", NOW)
        sessions.answer(tx, session, person, False, NOW)
        sessions.move(tx, session, NOW + 72 * HOUR, NOW + 74 * HOUR)
        assert due(tx) == []
        assert sessions.coming(tx, session, person) is None
        assert due(tx, 50 * HOUR) == [(person, "day")]


def test_who_said_yes_to_a_session_that_moved_still_comes(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        sessions.answer(tx, session, person, True, NOW)
        sessions.move(tx, session, NOW + HOUR, NOW + 2 * HOUR)
        assert due(tx) == [(person, "soon")]


def test_no_reminders_of_what_is_cancelled_closed_left_or_out_of_reach(engine: Engine) -> None:
    with engine.begin() as tx:
        cancelled, _ = teamed(tx, chat="line:U1")
        sessions.cancel(tx, cancelled)
        closed, _ = teamed(tx, chat="line:U2")
        found = sessions.find(tx, closed)
        assert found is not None
        tx.execute(update(project_table).where(project_table.c.id == found.project).values(state="closed"))
        left, leaver = teamed(tx, chat="line:U3")
        gone = sessions.find(tx, left)
        assert gone is not None
        seats.withdraw(tx, projects.roles_of(tx, gone.project)[0].id, leaver, NOW)
        teamed(tx, chat="line:U4")
        tx.execute(update(chat_table).where(chat_table.c.name == "line:U4").values(reachable=False))
        assert due(tx) == []


def test_the_soonest_session_is_reminded_of_first(engine: Engine) -> None:
    with engine.begin() as tx:
        _, later = teamed(tx, 20 * HOUR, "line:U1")
        _, sooner = teamed(tx, 10 * HOUR, "line:U2")
        assert due(tx) == [(sooner, "day"), (later, "day")]
        assert [each.person for each in sessions.awaiting_reminder(tx, NOW, 1)] == [sooner]


def test_two_roles_in_one_project_are_reminded_once(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        for _ in range(2):
            seats.ask(tx, some.role(tx, project), person, None, NOW)
        some.session(tx, project, 20 * HOUR)
        assert due(tx) == [(person, "day")]
