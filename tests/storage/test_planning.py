"""What staff do with sessions, and who hears of it, asked of real databases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from domain.events import PLACE_FREED, SESSION_CHANGED
from domain.work import Session
from storage import answers, engaged, people, planning, projects, seats, session_news, sessions
from storage.planning import Refusal
from storage.schema import audit, inbox
from storage.session_news import News
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)
DAY = 24 * HOUR


def team(tx: Connection, size: int = 2, state: str = "accepted") -> tuple[str, list[str]]:
    """An open project with so many people in its team, and them."""
    project = some.project(tx)
    role = some.role(tx, project, seats=9)
    there = sorted(some.reached(tx) for _ in range(size))
    for each in there:
        seats.write(tx, role, each, state, NOW)
    return project, there


def found(tx: Connection, session: str) -> Session:
    there = sessions.find(tx, session)
    assert there is not None
    return there


def events(tx: Connection, kind: str = SESSION_CHANGED) -> list[dict[str, Any]]:
    return list(tx.execute(select(inbox.c.facts).where(inbox.c.kind == kind).order_by(inbox.c.id)).scalars())


def test_a_series_is_planned_at_once_and_recorded(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _ = team(tx)
        times = [(NOW + DAY * (1 + 7 * week), NOW + DAY * (1 + 7 * week) + HOUR) for week in range(3)]
        made = planning.plan(tx, project, "workshop", times, "Online", None, NOW)
        series = {each.session.series for each in made}
        assert (len(made), len(series), None in series) == (3, 1, False)
        assert list(tx.execute(select(audit.c.act)).scalars()) == ["session_planned"] * 3
        [alone] = planning.plan(tx, project, "handover", times[:1], "Online", None, NOW)
        assert alone.session.series is None


@pytest.mark.parametrize("ahead", [-HOUR, timedelta(minutes=-1)])
def test_what_has_begun_is_neither_moved_nor_changed_nor_called_off(engine: Engine, ahead: timedelta) -> None:
    with engine.begin() as tx:
        project, _ = team(tx)
        begun = some.session(tx, project, ahead)
        done = [
            planning.move(tx, begun, NOW + DAY, NOW + DAY + HOUR, None, NOW),
            planning.cancel(tx, begun, None, NOW),
            planning.change(tx, begun, None, NOW, title="x"),
            planning.invite(tx, begun, "everyone", (), None, NOW),
        ]
        assert done == [Refusal.BEGUN] * 4
        assert found(tx, begun).sequence == 0


def test_nothing_is_moved_into_the_past_or_after_it_was_called_off(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _ = team(tx)
        session = some.session(tx, project, DAY)
        assert planning.move(tx, session, NOW - HOUR, NOW, None, NOW) == Refusal.PAST
        assert isinstance(planning.cancel(tx, session, None, NOW), News)
        assert planning.move(tx, session, NOW + DAY, NOW + DAY + HOUR, None, NOW) == Refusal.CALLED_OFF
        assert planning.move(tx, "nosuchthing2", NOW + DAY, NOW + DAY + HOUR, None, NOW) == Refusal.GONE


def test_a_move_concerns_all_and_a_cancellation_those_who_might_have_come(engine: Engine) -> None:
    with engine.begin() as tx:
        project, (comes, cannot) = team(tx)
        session = some.session(tx, project, DAY)
        answers.give(tx, session, comes, "yes", NOW)
        answers.give(tx, session, cannot, "no", NOW)
        moved = News(found(tx, session), "moved")
        assert session_news.concerned(tx, moved) == sorted([comes, cannot])
        for what in ("changed", "cancelled"):
            assert session_news.concerned(tx, News(found(tx, session), what)) == [comes]


def test_each_person_hears_of_several_sessions_by_one_event(engine: Engine) -> None:
    with engine.begin() as tx:
        project, there = team(tx)
        made = [News(found(tx, some.session(tx, project, DAY * days)), "planned") for days in (1, 2, 3)]
        assert session_news.tell(tx, made, NOW) == 2
        assert [len(each["sessions"]) for each in events(tx)] == [3, 3]
        assert session_news.tell(tx, made, NOW) == 2
        assert len(events(tx)) == len(there)


def test_a_project_that_is_not_open_tells_nobody(engine: Engine) -> None:
    with engine.begin() as tx:
        project, _ = team(tx)
        projects.change(tx, project, state="paused")
        assert session_news.tell(tx, [News(found(tx, some.session(tx, project, DAY)), "planned")], NOW) == 0


def test_places_never_go_below_those_who_come_and_more_go_to_who_waits(engine: Engine) -> None:
    with engine.begin() as tx:
        project, there = team(tx, 3)
        session = some.session(tx, project, DAY)
        planning.change(tx, session, None, NOW, capacity=2)
        stand = [answers.give(tx, session, each, "yes", NOW + timedelta(seconds=n)) for n, each in enumerate(there)]
        assert stand == ["yes", "yes", "waiting"]
        assert planning.change(tx, session, None, NOW, capacity=1) == Refusal.BELOW_COMING
        assert planning.change(tx, session, None, NOW, capacity=3) == []
        assert len(answers.coming(tx, session)) == 3
        assert events(tx, PLACE_FREED) == [{"session": session}]


def test_who_is_invited_besides_hears_and_who_is_let_off_hears_that(engine: Engine) -> None:
    with engine.begin() as tx:
        project, (first, second) = team(tx)
        other = some.role(tx, project, "คนเขียน")
        third = some.reached(tx)
        seats.write(tx, other, third, "accepted", NOW)
        session = some.session(tx, project, DAY)
        answers.give(tx, session, first, "yes", NOW)
        answers.give(tx, session, second, "no", NOW)
        made = planning.invite(tx, session, "roles", [other], None, NOW)
        assert not isinstance(made, Refusal)
        assert [(each.what, each.people) for each in made] == [("planned", ()), ("let_off", (first,))]
        assert answers.of(tx, session, first) is None
        back = planning.invite(tx, session, "team", (), None, NOW)
        assert not isinstance(back, Refusal)
        assert back[0].people == tuple(sorted([first, second]))


def test_who_has_another_session_or_is_away_is_named(engine: Engine) -> None:
    with engine.begin() as tx:
        project, (busy, away) = team(tx)
        elsewhere = some.project(tx, "อื่น")
        seats.write(tx, some.role(tx, elsewhere), busy, "accepted", NOW)
        other = some.session(tx, elsewhere, DAY)
        people.learn(tx, away, away=[(date(2026, 11, 24), date(2026, 11, 24))])
        there = sorted([busy, away])
        assert engaged.then(tx, there, NOW + DAY + HOUR, NOW + DAY + 3 * HOUR) == there
        assert engaged.then(tx, there, NOW + DAY + 2 * HOUR, NOW + DAY + 3 * HOUR) == [away]
        assert engaged.then(tx, there, NOW + DAY, NOW + DAY + HOUR, without=[other]) == [away]
        answers.give(tx, other, busy, "no", NOW)
        assert engaged.then(tx, there, NOW + DAY, NOW + DAY + HOUR) == [away]
        assert engaged.then(tx, there, NOW + 3 * DAY, NOW + 3 * DAY + HOUR) == []
        assert project
