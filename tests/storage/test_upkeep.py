"""What the path leaves behind goes in time, a little at a time; what somebody still needs stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, select, text, update

from domain.events import MESSAGE_RECEIVED, SESSION_CHANGED, Arrival
from domain.messages import Message
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import inbox, outbox, quotas, sweep_runs, upkeep
from storage.database import make_engine
from storage.outbox import Draft
from storage.schema import inbox as events
from storage.schema import metadata
from storage.schema import outbox as letters

WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)


def heard(tx: Connection, key: str, then: datetime, state: str = "done", kind: str = MESSAGE_RECEIVED) -> int:
    """Something that happened then, and what became of it; gives its number."""
    inbox.keep(tx, [Arrival(key, "line:Umali", kind, then, facts={"text": "สวัสดี"})], then)
    this = events.c.key == f"line:{key}"
    tx.execute(update(events).where(this).values(state=state))
    return tx.execute(select(events.c.id).where(this)).scalar_one()


def said(tx: Connection, word: str, then: datetime, state: str = "sent", *, paid: bool = False) -> int:
    """A letter that was settled then, or still waits; gives its number."""
    number = outbox.post(tx, [Draft("line:Umali", (Message(word),))], then)[0]
    if state != "waiting":
        outbox.settle(tx, [number], then, state=state, paid=paid)
    return number


def keys(tx: Connection) -> set[str]:
    """What the inbox knows."""
    return {key.removeprefix("line:") for key in tx.execute(select(events.c.key)).scalars()}


def numbers(tx: Connection) -> set[int]:
    """Which letters there are."""
    return set(tx.execute(select(letters.c.number)).scalars())


def test_an_answered_event_is_known_for_a_week_and_then_gone(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for state in ("done", "waiting", "set_aside"):
            heard(tx, f"old {state}", now - WEEK - SECOND, state)
            heard(tx, f"young {state}", now - WEEK + SECOND, state)
        assert upkeep.remove_some(tx, now) == 1
        assert keys(tx) == {"young done", "old waiting", "young waiting", "old set_aside", "young set_aside"}
        heard(tx, "young done", now)
        assert len(keys(tx)) == 5


@pytest.mark.parametrize("state", ["sent", "merged", "unreachable", "expired"])
def test_a_settled_letter_goes_after_a_week(engine: Engine, now: datetime, state: str) -> None:
    with engine.begin() as tx:
        said(tx, "old", now - WEEK - SECOND, state)
        kept = {said(tx, "young", now - WEEK + SECOND, state)}
        kept |= {said(tx, other, now - 2 * WEEK, other) for other in ("waiting", "held", "refused")}
        assert upkeep.remove_some(tx, now) == 1
        assert numbers(tx) == kept


def test_what_was_paid_for_is_counted_until_its_month_is_long_over(engine: Engine, now: datetime) -> None:
    began = now.replace(day=1)
    with engine.begin() as tx:
        for days in (41, 22, 8, 1):
            said(tx, "paid", now - timedelta(days=days), paid=True)
        before = quotas.month(tx, "line", began).used
        assert upkeep.remove_some(tx, now) == 1
        assert quotas.month(tx, "line", began).used == before == 3
        assert upkeep.remove_some(tx, now + timedelta(days=20)) == 1


def test_an_event_stays_as_long_as_a_letter_may_have_to_be_said_anew(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        event = heard(tx, "moved", now - 2 * WEEK, kind=SESSION_CHANGED)
        outbox.write(tx, [Draft("line:Umali", (Message("ย้ายนัด"),), event=event, good_until=now + WEEK)], now)
        assert upkeep.remove_some(tx, now) == 0
        outbox.settle(tx, list(numbers(tx)), now, state="sent")
        assert upkeep.remove_some(tx, now) == 1


def test_a_little_at_a_time_the_oldest_first(engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "MOST_AT_ONCE", 2)
    with engine.begin() as tx:
        for days in (9, 12, 10, 11, 8):
            heard(tx, f"{days}", now - timedelta(days=days))
        left = [(upkeep.remove_some(tx, now), keys(tx)) for _ in range(4)]
    assert left == [(2, {"8", "9", "10"}), (2, {"8"}), (1, set()), (0, set())]


def test_a_number_is_never_used_again(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        event, letter = heard(tx, "old", now - 2 * WEEK), said(tx, "old", now - 2 * WEEK)
        assert upkeep.remove_some(tx, now) == 2
        assert heard(tx, "new", now) > event
        assert said(tx, "new", now) > letter


def test_it_is_a_sweep_that_can_be_looked_into(engine: Engine, now: datetime) -> None:
    [sweep] = [each for each in SWEEPS if each.name == "upkeep"]
    with engine.begin() as tx:
        heard(tx, "old", now - 2 * WEEK)
        assert run_sweep(tx, sweep, now) == 1
        run = sweep_runs.find(tx, "upkeep")
    assert run is not None
    assert (run.count, run.failures) == (1, 0)


def test_two_processes_share_the_work_and_wait_for_nobody(
    postgres_url: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "MOST_AT_ONCE", 3)
    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    with engine.begin() as tx:
        for number in range(5):
            heard(tx, f"{number}", now - 2 * WEEK)
            said(tx, f"{number}", now - 2 * WEEK)
    with engine.begin() as one, engine.begin() as other:
        other.execute(text("SET LOCAL lock_timeout = '2s'"))
        assert (upkeep.remove_some(one, now), upkeep.remove_some(other, now)) == (6, 4)
    with engine.begin() as tx:
        assert (keys(tx), numbers(tx)) == (set(), set())
    engine.dispose()
