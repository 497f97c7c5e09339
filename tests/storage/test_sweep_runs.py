"""Runs of the sweeps as they are written down, and how little a sweep of nothing reads."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, Row, event, insert, select, text

from domain.events import ALARM_RAISED
from scheduler.sweeper import keep_turn, note_failure, run_in_turn, run_sweep
from scheduler.sweeps import SWEEPS, Sweep
from storage import outbox, projects, reminders, sweep_runs
from storage.database import make_engine
from storage.inbox import backlog
from storage.schema import inbox, sessions
from tests.storage import some
from tests.storage.some import NOW

LATER = NOW + timedelta(minutes=1)
COUNTS_THREE = Sweep("three", 60, lambda _tx, _now: 3)


def test_a_run_is_written_down_with_what_it_found_and_when_it_comes_again(engine: Engine) -> None:
    with engine.begin() as tx:
        assert run_sweep(tx, COUNTS_THREE, NOW) == 3
        run_sweep(tx, COUNTS_THREE, LATER)
        found = sweep_runs.find(tx, "three")
        assert found is not None
        assert (found.began_at, found.count, found.runs, found.failures) == (LATER, 3, 2, 0)
        assert found.next_at == LATER + timedelta(minutes=1)
        assert found.milliseconds >= 0


def test_failures_are_counted_in_a_row_and_forgotten_at_the_next_success(engine: Engine) -> None:
    with engine.begin() as tx:
        assert [note_failure(tx, "three", 5, "OperationalError", NOW) for _ in range(2)] == [1, 2]
        failing = sweep_runs.find(tx, "three")
        assert failing is not None
        assert (failing.failed_at, failing.error, failing.runs) == (NOW, "OperationalError", 0)
        run_sweep(tx, COUNTS_THREE, LATER)
        (well,) = sweep_runs.of_all(tx)
        assert (well.failures, well.failed_at, well.runs) == (0, NOW, 1)


def alarms(tx: Connection) -> list[tuple[str, object]]:
    """Who is alarmed, and of what."""
    query = select(inbox.c.chat, inbox.c.facts).where(inbox.c.kind == ALARM_RAISED).order_by(inbox.c.id)
    return [(row.chat, row.facts["alarms"]) for row in tx.execute(query)]


def test_admins_hear_once_of_a_sweep_that_goes_on_failing(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx, "coordinator")
        some.staff(tx, "admin")
        for number in range(6):
            note_failure(tx, "waves", 30, "ValueError", NOW + timedelta(minutes=number))
            assert len(alarms(tx)) == (number >= 2)
        ((_, told),) = alarms(tx)
        assert told == [["sweep_fails", "waves"]]
        run_sweep(tx, Sweep("waves", 30, lambda _tx, _now: 0), NOW + timedelta(hours=1))
        for number in range(3):
            note_failure(tx, "waves", 30, "ValueError", NOW + timedelta(hours=2, minutes=number))
        assert len(alarms(tx)) == 2


def test_what_waits_is_counted_by_rank_with_its_age(engine: Engine) -> None:
    with engine.begin() as tx:
        assert (outbox.backlog(tx), backlog(tx)) == ([], (0, None))
        for rank, moment in ((0, NOW), (2, LATER), (2, NOW)):
            draft = outbox.Draft("line:U1", (), rank)
            outbox.write(tx, [draft], moment)
        assert outbox.backlog(tx) == [(0, 1, NOW), (2, 2, NOW)]


# ---------------------------------------------------------------- what is read


def plan_of(tx: Connection, statement: str, values: object) -> str:
    """How the database would answer a query."""
    words = "EXPLAIN QUERY PLAN" if tx.dialect.name == "sqlite" else "EXPLAIN"
    return "\n".join(str(row[-1]) for row in tx.exec_driver_sql(f"{words} {statement}", values))  # type: ignore[arg-type]


SCANS = re.compile(r"^SCAN (\w+)\b(?! USING)|Seq Scan on (\w+)", re.MULTILINE)


def scanned(engine: Engine, sweep: Sweep) -> set[str]:
    """Which tables does a sweep read from end to end, where reading them by an index would do?"""
    asked: list[tuple[str, object]] = []
    with engine.begin() as tx:
        event.listen(
            tx, "before_cursor_execute", lambda _c, _k, statement, values, *_: asked.append((statement, values))
        )
        run_sweep(tx, sweep, NOW)
    with engine.begin() as tx:
        if engine.name == "postgresql":
            tx.execute(text("SET LOCAL enable_seqscan = off"))  # of a few rows it would read all, whatever there is
            tx.execute(text("SET LOCAL enable_bitmapscan = on"))
        plans = [plan_of(tx, *each) for each in asked if re.match(r"\s*(SELECT|UPDATE)", each[0])]
    return {one or other for plan in plans for one, other in SCANS.findall(plan)}


SMALL = {"changes", "settings", "sweep_runs", "alarms", "staff"}
"""Tables that hold few rows for good."""


@pytest.mark.parametrize("sweep", SWEEPS, ids=lambda sweep: sweep.name)
def test_a_sweep_of_nothing_reads_no_table_from_end_to_end(engine: Engine, sweep: Sweep) -> None:
    with engine.begin() as tx:
        run_sweep(tx, sweep, NOW)
    found = scanned(engine, sweep)
    assert {name for name in found if not name.startswith(("anon", "ANY"))} - SMALL == set()


def test_the_search_for_whole_tables_finds_them(engine: Engine) -> None:
    def reads_all(tx: Connection, _now: object) -> int:
        return len(tx.execute(text("SELECT reason FROM sessions WHERE reason = 'x'")).all())

    assert scanned(engine, Sweep("all", 1, reads_all)) == {"sessions"}


def many_sessions(tx: Connection, count: int) -> None:
    """Plan sessions that need not be looked at for a while."""
    project = some.project(tx)
    facts = {"project": project, "kind": "workshop", "where_held": "Zoom", "state": "planned", "looked_at": NOW}
    times = [NOW + timedelta(days=3, hours=number) for number in range(count)]
    rows = [
        {"id": f"s{number:011d}", "starts_at": at, "ends_at": at + timedelta(hours=1), "look_at": at, **facts}
        for number, at in enumerate(times)
    ]
    tx.execute(insert(sessions), rows)


def test_among_many_sessions_those_to_look_at_are_found_by_their_indexes(engine: Engine) -> None:
    asked: list[tuple[str, object]] = []
    with engine.begin() as tx:
        many_sessions(tx, 3000)
        tx.execute(text("ANALYZE"))
    with engine.begin() as tx:
        event.listen(
            tx, "before_cursor_execute", lambda _c, _k, statement, values, *_: asked.append((statement, values))
        )
        assert reminders.to_look_at(tx, NOW, 100) == []
    with engine.begin() as tx:
        plan = "\n".join(plan_of(tx, *each) for each in asked)
    assert "sessions" not in {one or other for one, other in SCANS.findall(plan)}
    assert plan.count("ix_sessions_state_look_at") >= 2
    assert "ix_sessions_state_looked_at" in plan


def test_what_is_over_or_closed_is_put_away_for_good(engine: Engine) -> None:
    with engine.begin() as tx:
        over, closed = some.session(tx, some.project(tx), timedelta(days=-9)), some.project(tx)
        ahead = some.session(tx, closed, timedelta(days=9))
        projects.change(tx, closed, state="closed")
        for _ in range(2):
            for each in reminders.to_look_at(tx, NOW, 10):
                reminders.look(tx, each, NOW)
        waiting = select(sessions.c.id).where(sessions.c.look_at < NOW + timedelta(days=365 * 100))
        assert tx.execute(waiting).all() == []
        assert {each.id for each in (sessions_of(tx))} == {over, ahead}


def sessions_of(tx: Connection) -> list[Row[tuple[str]]]:
    """The sessions that there are."""
    return list(tx.execute(select(sessions.c.id)).all())


# ---------------------------------------------------------------- several processes


def test_the_turn_comes_once_in_each_rhythm_whoever_asks(engine: Engine) -> None:
    asked = []
    for seconds in range(0, 180, 5):
        with engine.begin() as tx:
            asked.append(run_in_turn(tx, COUNTS_THREE, NOW + timedelta(seconds=seconds)))
    ran = [5 * number for number, found in enumerate(asked) if found]
    assert ran == [0, 50, 100, 150], "at most a fifth of its rhythm too early"


def test_a_turn_that_was_noted_before_the_clock_was_put_back_is_nobodys(engine: Engine) -> None:
    with engine.begin() as tx:
        assert run_in_turn(tx, COUNTS_THREE, NOW + timedelta(hours=1))
    with engine.begin() as tx:
        assert run_in_turn(tx, COUNTS_THREE, NOW)
        assert not run_in_turn(tx, COUNTS_THREE, NOW)


def test_while_one_process_is_at_it_no_other_is(postgres_engine_url: str) -> None:
    engine = make_engine(postgres_engine_url)
    with engine.begin() as tx:
        run_in_turn(tx, COUNTS_THREE, NOW)
    with engine.begin() as one, engine.begin() as other:
        assert sweep_runs.take(one, "three", 60, LATER)
        assert not sweep_runs.take(other, "three", 60, LATER)
    with engine.begin() as tx:
        assert sweep_runs.take(tx, "three", 60, LATER), "whoever was at it has died"
    engine.dispose()


def test_a_turn_that_is_kept_is_taken_beyond_its_transaction(engine: Engine) -> None:
    with engine.begin() as tx:
        assert keep_turn(tx, "asking", 60, NOW)
    with engine.begin() as tx:
        assert not keep_turn(tx, "asking", 60, NOW + timedelta(seconds=5))
        assert keep_turn(tx, "asking", 60, LATER)
