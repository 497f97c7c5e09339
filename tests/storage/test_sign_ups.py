"""Seats, wait-lists and refusals, on real databases; and what happens when many reach for the last seat at once."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, create_engine, func, select

from domain.sign_ups import Refusal
from storage import projects, seats, sign_ups
from storage.database import make_engine
from storage.schema import metadata
from storage.schema import sign_ups as table
from tests.storage import some
from tests.storage.some import NOW

SOON = NOW + timedelta(minutes=1)


def state(tx: Connection, role: str, person: str) -> str | None:
    return sign_ups.state_of(tx, role, person)


def test_a_seat_is_taken_once(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        assert seats.ask(tx, role, person, "อยากช่วย", NOW) is None
        assert seats.ask(tx, role, person, None, SOON) is Refusal.HELD
        assert state(tx, role, person) == "accepted"
        assert tx.execute(select(table.c.why)).scalar_one() == "อยากช่วย"


def test_when_all_seats_are_taken_people_wait_in_line(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        first, second, third = (some.person(tx) for _ in range(3))
        for person, moment in ((first, NOW), (second, NOW), (third, SOON)):
            assert seats.ask(tx, role, person, None, moment) is None
        assert seats.ask(tx, role, second, None, SOON) is Refusal.HELD
        assert state(tx, role, second) == "waiting"
        assert [sign_ups.place_in_line(tx, role, each) for each in (first, second, third)] == [None, 1, 2]


@pytest.mark.parametrize("role", ["nosuchrole22", "", "'; DROP TABLE roles; --"])
def test_a_role_that_does_not_exist_is_closed(engine: Engine, role: str) -> None:
    with engine.begin() as tx:
        assert seats.ask(tx, role, some.person(tx), None, NOW) is Refusal.CLOSED


def test_a_role_of_a_draft_is_closed(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx, open_now=False))
        assert seats.ask(tx, role, some.person(tx), None, NOW) is Refusal.CLOSED


def test_whoever_said_no_can_still_sign_up(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        assert sign_ups.decline(tx, role, person, "never", NOW)
        assert state(tx, role, person) == "never"
        assert seats.ask(tx, role, person, None, SOON) is None
        assert state(tx, role, person) == "accepted"


@pytest.mark.parametrize("held", ["accepted", "waiting", "interested", "offered", "completed"])
def test_saying_no_does_not_give_back_a_place(engine: Engine, held: str) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        seats.write(tx, role, person, held, NOW)
        assert not sign_ups.decline(tx, role, person, "not_now", SOON)
        assert state(tx, role, person) == held


def test_who_was_turned_down_cannot_ask_again_by_saying_not_now_first(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        seats.write(tx, role, person, "turned_down", NOW)
        assert not sign_ups.decline(tx, role, person, "not_now", SOON)
        assert seats.ask(tx, role, person, None, SOON) is Refusal.TURNED_DOWN


def test_put_off_is_what_was_said_lately(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx)
        old, new = some.role(tx, project), some.role(tx, project)
        sign_ups.decline(tx, old, person, "not_now", NOW - timedelta(days=31))
        sign_ups.decline(tx, new, person, "not_now", NOW - timedelta(days=29))
        assert sign_ups.put_off(tx, person, NOW - timedelta(days=30)) == {new}


def test_a_seat_given_back_is_offered_to_who_waited_longest(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        leaving, late, early = (some.reached(tx) for _ in range(3))
        seats.ask(tx, role, leaving, None, NOW)
        seats.ask(tx, role, late, None, NOW + timedelta(hours=2))
        seats.ask(tx, role, early, None, NOW + timedelta(hours=1))
        assert seats.withdraw(tx, role, leaving, NOW + timedelta(hours=3)) is None
        assert [state(tx, role, each) for each in (leaving, early, late)] == ["withdrawn", "offered", "waiting"]
        assert sign_ups.place_in_line(tx, role, late) == 1


def test_a_seat_is_given_back_once(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        leaving, first, second = (some.reached(tx) for _ in range(3))
        for minute, person in enumerate((leaving, first, second)):
            seats.ask(tx, role, person, None, NOW + timedelta(minutes=minute))
        assert seats.withdraw(tx, role, leaving, SOON) is None
        assert seats.withdraw(tx, role, leaving, SOON) is Refusal.NOT_FROM_HERE
        assert [state(tx, role, each) for each in (first, second)] == ["offered", "waiting"]


def test_leaving_the_wait_list_moves_nobody_into_a_seat(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        holder, first, second = (some.reached(tx) for _ in range(3))
        for minute, person in enumerate((holder, first, second)):
            seats.ask(tx, role, person, None, NOW + timedelta(minutes=minute))
        assert seats.withdraw(tx, role, first, SOON) is None
        assert sign_ups.place_in_line(tx, role, second) == 1


def test_withdrawing_without_a_place_changes_nothing(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        assert seats.withdraw(tx, role, person, NOW) is Refusal.NOT_FROM_HERE
        assert state(tx, role, person) is None
        sign_ups.decline(tx, role, person, "never", NOW)
        assert seats.withdraw(tx, role, person, NOW) is Refusal.NOT_FROM_HERE
        assert state(tx, role, person) == "never"


def test_who_leaves_altogether_gives_back_every_seat(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        held, waited, said_no = (some.role(tx, project) for _ in range(3))
        leaving, other = some.reached(tx), some.reached(tx)
        for role, person in ((held, leaving), (held, other), (waited, other), (waited, leaving)):
            seats.ask(tx, role, person, None, NOW)
        sign_ups.decline(tx, said_no, leaving, "never", NOW)
        seats.withdraw_from_all(tx, leaving, SOON)
        assert [state(tx, role, leaving) for role in (held, waited, said_no)] == ["withdrawn", "withdrawn", "never"]
        assert state(tx, held, other) == "offered"


def test_the_team_are_those_with_a_seat(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        one, two = some.role(tx, project, seats=2), some.role(tx, project)
        both, single, waiting = (some.person(tx) for _ in range(3))
        for role in (one, two):
            seats.ask(tx, role, both, None, NOW)
        seats.ask(tx, one, single, None, NOW)
        seats.ask(tx, two, waiting, None, NOW)
        assert sign_ups.team_of(tx, project) == sorted([both, single])
        assert [found.role.id for found in sign_ups.roles_of(tx, waiting)] == []
        assert [found.role.id for found in sign_ups.roles_of(tx, waiting, "waiting")] == [two]


def test_active_roles_are_those_of_open_projects(engine: Engine) -> None:
    with engine.begin() as tx:
        person, shut = some.person(tx), some.project(tx, open_now=False)
        here, there = some.role(tx, some.project(tx)), some.role(tx, shut)
        for role in (here, there):
            seats.write(tx, role, person, "accepted", NOW)
        assert [found.role.id for found in sign_ups.active_roles(tx, person)] == [here]


# ---------------------------------------------------------------- many at once


def at_once(engine: Engine, jobs: list) -> list:  # type: ignore[type-arg]
    """Run each job in its own thread and transaction, all let go at the same moment; gives what they gave."""
    gate = threading.Barrier(len(jobs))
    results: list = []  # type: ignore[type-arg]

    def run(job) -> None:  # type: ignore[no-untyped-def]
        gate.wait()
        with engine.begin() as tx:
            results.append(job(tx))

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def crowd(postgres_url: str):  # type: ignore[no-untyped-def]
    """A PostgreSQL database with room for many connections."""
    address = make_engine(postgres_url).url
    engine = create_engine(address, pool_size=24, max_overflow=0)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("free", [1, 3])
def test_many_taps_at_once_never_take_more_seats_than_there_are(crowd: Engine, free: int) -> None:
    with crowd.begin() as tx:
        role = some.role(tx, some.project(tx), seats=free)
        people = [some.person(tx) for _ in range(20)]
    jobs = [lambda tx, person=person: seats.ask(tx, role, person, None, NOW) for person in people]
    assert Counter(at_once(crowd, jobs)) == {None: 20}
    with crowd.begin() as tx:
        found = projects.find_role(tx, role)
        assert found is not None
        assert found.seats_left == 0
        assert len(sign_ups.team_of(tx, found.project.id)) == free
        assert len(sign_ups.in_line(tx, role)) == 20 - free


def test_one_person_tapping_many_times_at_once_has_one_seat(crowd: Engine) -> None:
    with crowd.begin() as tx:
        role, person = some.role(tx, some.project(tx), seats=3), some.person(tx)
    jobs = [lambda tx: seats.ask(tx, role, person, None, NOW)] * 12
    assert Counter(at_once(crowd, jobs)) == {None: 1, Refusal.HELD: 11}
    with crowd.begin() as tx:
        assert tx.execute(select(func.count()).select_from(table)).scalar_one() == 1


def test_seats_are_passed_on_while_others_sign_up(crowd: Engine) -> None:
    with crowd.begin() as tx:
        role = some.role(tx, some.project(tx), seats=4)
        people = [some.reached(tx) for _ in range(20)]
        for person in people[:8]:
            seats.ask(tx, role, person, None, NOW)
    leave = [lambda tx, person=person: seats.withdraw(tx, role, person, SOON) for person in people[:4]]
    come = [lambda tx, person=person: seats.ask(tx, role, person, None, SOON) for person in people[8:]]
    at_once(crowd, leave + come)
    with crowd.begin() as tx:
        states = Counter(tx.execute(select(table.c.state)).scalars())
        earlier = {sign_ups.state_of(tx, role, person) for person in people[4:8]}
    assert states == {"offered": 4, "withdrawn": 4, "waiting": 12}
    assert earlier == {"offered"}
