"""Many reach for few seats at once: on SQLite through one writer, on PostgreSQL from several real processes."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from storage import sign_ups
from storage.database import make_engine
from storage.schema import metadata
from storage.schema import sign_ups as table
from tests.storage import crowd, some
from tests.storage.some import NOW

PROCESSES = 4


def in_processes(target: Callable[..., None], arguments: list[tuple[Any, ...]]) -> list[int | None]:
    """Run it in one process for each of these arguments, all at once; gives how each ended."""
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=target, args=each) for each in arguments]
    for process in running:
        process.start()
    for process in running:
        process.join(timeout=240)
    return [process.exitcode for process in running]


def filled(url: str) -> Engine:
    engine = make_engine(url)
    metadata.create_all(engine)
    return engine


def three_seats_for_two_hundred(tx: Connection) -> tuple[str, list[tuple[str, Any]]]:
    role = some.role(tx, some.project(tx), seats=3)
    return role, [(some.person(tx), NOW + timedelta(milliseconds=n)) for n in range(200)]


def in_order(tx: Connection, role: str) -> list[str]:
    query = select(table.c.person).where(table.c.role == role, table.c.state == "waiting").order_by(table.c.asked_at)
    return list(tx.execute(query).scalars())


def exactly_three_sit_and_the_rest_wait_in_order(engine: Engine, role: str) -> None:
    with engine.begin() as tx:
        assert Counter(tx.execute(select(table.c.state)).scalars()) == {"accepted": 3, "waiting": 197}
        assert crowd.most_seated(tx, role) == 3
        assert sign_ups.in_line(tx, role) == in_order(tx, role)
        assert [sign_ups.place_in_line(tx, role, each) for each in in_order(tx, role)[:5]] == [1, 2, 3, 4, 5]
        assert crowd.broken_chains(tx) == []


def test_two_hundred_taps_on_three_seats_through_one_writer(sqlite_url: str) -> None:
    engine = filled(sqlite_url)
    with engine.begin() as tx:
        role, people = three_seats_for_two_hundred(tx)
    crowd.ask_all(sqlite_url, role, people)
    exactly_three_sit_and_the_rest_wait_in_order(engine, role)
    engine.dispose()


def test_two_hundred_taps_on_three_seats_from_several_processes(postgres_url: str) -> None:
    engine = filled(postgres_url)
    with engine.begin() as tx:
        role, people = three_seats_for_two_hundred(tx)
    parts = [(postgres_url, role, people[n::PROCESSES]) for n in range(PROCESSES)]
    assert in_processes(crowd.ask_all, parts) == [0] * PROCESSES
    exactly_three_sit_and_the_rest_wait_in_order(engine, role)
    engine.dispose()


# ---------------------------------------------------------------- anything, in any order


def a_small_network(tx: Connection) -> tuple[list[str], list[str]]:
    """Two projects that meet at the same time, five roles of one to three seats, and twenty people."""
    one, other = some.project(tx), some.project(tx)
    for project in (one, other):
        some.session(tx, project, timedelta(days=20))
    some.staff(tx)
    roles = [some.role(tx, project, seats=number) for project in (one, other) for number in (1, 2)]
    roles.append(some.role(tx, other, seats=3, admission="chosen"))
    return roles, [some.reached(tx) for _ in range(20)]


def nothing_is_broken(tx: Connection, roles: list[str]) -> None:
    for role in roles:
        assert crowd.most_seated(tx, role) <= crowd.seats_of(tx, role)
    assert crowd.broken_chains(tx) == []
    assert crowd.with_two_offers(tx) == []


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_in_whatever_order_no_seat_is_given_twice(engine: Engine, seed: int) -> None:
    chance = random.Random(seed)
    with engine.begin() as tx:
        roles, people = a_small_network(tx)
        for step in range(250):
            now = NOW + timedelta(hours=step)
            crowd.anything(chance, roles, people, now)(tx)
        nothing_is_broken(tx, roles)
        assert len(set(tx.execute(select(table.c.state)).scalars())) > 3


def test_whatever_several_processes_do_at_once_no_seat_is_given_twice(postgres_url: str) -> None:
    engine = filled(postgres_url)
    with engine.begin() as tx:
        roles, people = a_small_network(tx)
    parts = [(postgres_url, seed, roles, people, NOW, 120) for seed in range(PROCESSES)]
    assert in_processes(crowd.do_anything, parts) == [0] * PROCESSES
    with engine.begin() as tx:
        nothing_is_broken(tx, roles)
    engine.dispose()
