"""The questions about sessions, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, Engine

from storage import answers, projects, seats, sessions
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def teamed(tx: Connection, ahead: timedelta = 20 * HOUR, chat: str = "line:Umali") -> tuple[str, str]:
    """Somebody with a seat in a project, and its session."""
    project = some.project(tx)
    person = some.person(tx, chat=chat)
    seats.ask(tx, some.role(tx, project), person, None, NOW)
    return some.session(tx, project, ahead), person


def test_sessions_of_a_project_come_soonest_first_without_cancelled_ones(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        late, off, soon = (some.session(tx, project, days * 24 * HOUR) for days in (5, 2, 1))
        sessions.cancel(tx, off, now=NOW)
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


def test_ones_own_sessions_come_once_each_even_with_two_roles(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx, "เพจใหม่"), some.person(tx)
        for _ in range(2):
            seats.ask(tx, some.role(tx, project), person, None, NOW)
        later, sooner = some.session(tx, project, 48 * HOUR), some.session(tx, project, 24 * HOUR)
        some.session(tx, some.project(tx), HOUR)
        answers.give(tx, later, person, "no", NOW)
        meetings = sessions.of_person(tx, person, NOW)
        assert [(each.session.id, each.project, each.answer) for each in meetings] == [
            (sooner, "เพจใหม่", None),
            (later, "เพจใหม่", "no"),
        ]


def test_behind_us_are_sessions_one_said_to_come_to_even_after_leaving(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx, -HOUR)
        found = sessions.find(tx, session)
        assert found is not None
        refused, ahead = some.session(tx, found.project, -3 * HOUR), some.session(tx, found.project, HOUR)
        for each, said in ((session, "yes"), (refused, "no"), (ahead, "yes")):
            answers.give(tx, each, person, said, NOW - 24 * HOUR)
        seats.withdraw(tx, projects.roles_of(tx, found.project)[0].id, person, NOW)
        assert [each.session.id for each in sessions.behind(tx, person, NOW)] == [session]


def test_a_move_counts_and_asks_again_who_could_not_come(engine: Engine) -> None:
    with engine.begin() as tx:
        session, person = teamed(tx)
        other, begins = some.person(tx), NOW + 72 * HOUR
        answers.give(tx, session, person, "no", NOW)
        answers.give(tx, session, other, "yes", NOW)
        sessions.move(tx, session, begins, begins + HOUR, now=NOW + HOUR, reason="ห้องไม่ว่าง")
        found = sessions.find(tx, session)
        assert found is not None
        assert (found.starts_at, found.sequence, found.reason) == (begins, 1, "ห้องไม่ว่าง")
        assert (found.planned_at, found.changed_at) == (NOW + HOUR, NOW + HOUR)
        assert (answers.of(tx, session, person), answers.of(tx, session, other)) == (None, "yes")


def test_a_note_changes_nothing_for_those_who_come(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _ = teamed(tx)
        sessions.note(tx, session, code="123456")
        found = sessions.find(tx, session)
        assert found is not None
        assert (found.code, found.sequence, found.changed_at) == ("123456", 0, None)


def test_a_weekly_series_is_told_from_other_sessions(engine: Engine) -> None:
    with engine.begin() as tx:
        project, week = some.project(tx), 168 * HOUR
        some.session(tx, project, HOUR)
        weekly = [
            sessions.plan(tx, project, "training", NOW + n * week, NOW + n * week + HOUR, "Zoom", now=NOW, series="s")
            for n in (1, 2, 3)
        ]
        assert [each.id for each in sessions.of_series(tx, "s", NOW + week)] == weekly[1:]
