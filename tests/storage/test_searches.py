"""How far the waves of a role are, asked of real databases."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from domain.searching import Search
from storage import searches, seats
from storage.schema import projects, roles
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def begin(tx: Connection, role: str, state: str = "running", wave: int = 1, next_at: datetime = NOW) -> Search:
    found = Search(role, state, wave, 3, 15, next_at, NOW, None, 20)
    searches.write(tx, found)
    return found


def test_a_search_is_found_as_it_was_written(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        assert searches.find(tx, role) is None
        assert begin(tx, role) == searches.find(tx, role)
        assert begin(tx, role, wave=2) == searches.find(tx, role)


def test_a_project_is_due_once_with_all_its_roles(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        first, second, later = (some.role(tx, project) for _ in range(3))
        begin(tx, first)
        begin(tx, second, next_at=NOW - HOUR)
        begin(tx, later, next_at=NOW + HOUR)
        assert searches.projects_due(tx, NOW, 9) == [(project, NOW - HOUR)]
        assert {each.role for each in searches.due_of(tx, project, NOW)} == {first, second}


@pytest.mark.parametrize("state", ["stopped", "filled", "spent"])
def test_a_search_that_is_over_is_never_due(engine: Engine, state: str) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        begin(tx, some.role(tx, project), state)
        assert searches.projects_due(tx, NOW, 9) == []
        assert searches.due_of(tx, project, NOW) == []


@pytest.mark.parametrize("table", [projects, roles])
def test_the_search_for_what_is_paused_waits_and_goes_on(engine: Engine, table) -> None:  # type: ignore[no-untyped-def]
    with engine.begin() as tx:
        project = some.project(tx)
        begin(tx, some.role(tx, project))
        tx.execute(update(table).values(state="paused"))
        assert searches.projects_due(tx, NOW, 9) == []
        assert searches.end_closed(tx) == []
        tx.execute(update(table).values(state="published" if table is projects else "open"))
        assert searches.projects_due(tx, NOW, 9) == [(project, NOW)]


@pytest.mark.parametrize("table", [projects, roles])
def test_the_search_for_what_is_closed_ends(engine: Engine, table) -> None:  # type: ignore[no-untyped-def]
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        begin(tx, role)
        tx.execute(update(table).values(state="closed"))
        assert searches.end_closed(tx) == [role]
        assert searches.end_closed(tx) == []


def test_a_search_ends_when_the_seats_are_taken_and_goes_on_when_one_is_free_again(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        begin(tx, role, next_at=NOW + HOUR)
        assert searches.end_filled(tx) == 0
        seats.ask(tx, role, person, None, NOW)
        assert searches.end_filled(tx) == 1
        seats.withdraw(tx, role, person, NOW)
        found = searches.find(tx, role)
        assert found is not None
        assert (found.state, found.next_at, found.most_waves) == ("running", NOW, 3)


@pytest.mark.parametrize(("state", "wave", "after", "most"), [("spent", 3, "running", 4), ("stopped", 1, "stopped", 3)])
def test_what_staff_stopped_stays_so_and_what_was_spent_has_one_wave_more(
    engine: Engine, state: str, wave: int, after: str, most: int
) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        begin(tx, role, state, wave)
        searches.wake(tx, role, NOW + HOUR)
        found = searches.find(tx, role)
        assert found is not None
        assert (found.state, found.most_waves) == (after, most)


def test_a_search_is_ended_once(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        begin(tx, role)
        assert searches.end(tx, role, "stopped")
        assert not searches.end(tx, role, "spent")
        assert searches.running(tx, 9) == []
