"""The inbox: the same thing told twice is one thing, and what waits is answered in the order in which it happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from domain.events import EVENT_IGNORED, MESSAGE_RECEIVED, Arrival
from storage import chats, inbox
from storage.database import learn, make_engine
from storage.schema import inbox as rows
from storage.schema import metadata

SECOND = timedelta(seconds=1)


def arrival(key: str, at: datetime, chat: str = "line:U1", **more: Any) -> Arrival:
    return Arrival(key, chat, MESSAGE_RECEIVED, at, **more)


def keys_in_order(tx: Connection, *names: str) -> list[str]:
    """The keys of what waits in these chats, in the order in which it will be answered."""
    keys = dict(tuple(row) for row in tx.execute(select(rows.c.id, rows.c.key)))
    return [keys[event.id].partition(":")[2] for event in inbox.waiting(tx, names)]


def hold(tx: Connection, now: datetime, how_long: timedelta) -> None:
    """Let something wait in a chat that is held for so long."""
    inbox.keep(tx, [arrival("1", now)], now)
    chat = chats.take(tx, ["line:U1"])["line:U1"]
    chat.held_until = now + how_long
    chats.save(tx, [chat])


def test_what_happened_is_kept_whole(engine: Engine, now: datetime) -> None:
    facts, reply = {"text": "สวัสดี 🙏", "deep": [1, None]}, {"token": "t", "until": "2026-11-23T03:00:50+00:00"}
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now, facts=facts, free_reply=reply)], now)
    with engine.begin() as tx:
        (event,) = inbox.waiting(tx, ["line:U1"])
    assert (event.chat, event.kind, event.happened_at, event.attempts) == ("line:U1", MESSAGE_RECEIVED, now, 0)
    assert (event.facts, event.free_reply) == (facts, reply)


def test_what_is_told_twice_is_kept_once(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now), arrival("1", now), arrival("2", now)], now)
        inbox.keep(tx, [arrival("2", now), arrival("1", now)], now)
        assert keys_in_order(tx, "line:U1") == ["1", "2"]


def test_two_channels_may_use_the_same_key(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now), arrival("1", now, "telegram:1")], now)
        assert inbox.chats_waiting(tx, now, 10) == ["line:U1", "telegram:1"]


def test_telling_again_renews_the_free_reply_of_what_still_waits(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now, free_reply={"token": "old"})], now)
        inbox.keep(tx, [arrival("1", now + SECOND, free_reply={"token": "new"})], now)
        (event,) = inbox.waiting(tx, ["line:U1"])
        assert (event.free_reply, event.happened_at) == ({"token": "new"}, now)
        inbox.keep(tx, [arrival("1", now)], now)
        (event,) = inbox.waiting(tx, ["line:U1"])
        assert event.free_reply == {"token": "new"}, "without a reply there is nothing to renew"


def test_telling_again_what_is_done_changes_nothing(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now, free_reply={"token": "old"})], now)
        (event,) = inbox.waiting(tx, ["line:U1"])
        inbox.mark_done(tx, [event.id])
        inbox.keep(tx, [arrival("1", now, free_reply={"token": "new"})], now)
        assert inbox.chats_waiting(tx, now, 10) == []
        assert tx.execute(select(rows.c.free_reply)).scalar_one() is None


def test_what_we_never_act_on_is_kept_as_done(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [Arrival("1", "line:unknown", EVENT_IGNORED, now, facts={"type": "beacon"})], now)
        assert inbox.chats_waiting(tx, now, 10) == []
        assert tx.execute(select(rows.c.state)).scalar_one() == "done"


def test_a_chats_events_come_in_the_order_in_which_they_happened(engine: Engine, now: datetime) -> None:
    told = [
        arrival("third", now + SECOND),
        arrival("first", now),
        arrival("second", now, sequence=1),
        arrival("fourth", now + SECOND),
    ]
    with engine.begin() as tx:
        inbox.keep(tx, told, now)
        assert keys_in_order(tx, "line:U1") == ["first", "second", "third", "fourth"]


def test_the_chats_that_have_waited_longest_come_first(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival(f"{name}", now, f"line:U{name}") for name in "cab"], now)
        assert inbox.chats_waiting(tx, now, 2) == ["line:Uc", "line:Ua"]


def test_a_chat_that_is_held_waits_until_its_time(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        hold(tx, now, 2 * SECOND)
        assert inbox.chats_waiting(tx, now + SECOND, 10) == []
        assert inbox.chats_waiting(tx, now + 2 * SECOND, 10) == ["line:U1"]


def test_done_events_wait_no_more(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now), arrival("2", now, free_reply={"token": "t"})], now)
        first, second = inbox.waiting(tx, ["line:U1"])
        inbox.mark_done(tx, [first.id])
        assert inbox.waiting(tx, ["line:U1"]) == [second]
        inbox.mark_done(tx, [])
        inbox.mark_done(tx, [second.id])
        assert inbox.waiting(tx, ["line:U1"]) == []


@pytest.mark.parametrize("last", [True, False])
def test_a_failure_is_counted_and_named(engine: Engine, now: datetime, last: bool) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [arrival("1", now)], now)
        (event,) = inbox.waiting(tx, ["line:U1"])
        inbox.mark_failed(tx, event, "KeyError", set_aside=last)
        row = tx.execute(select(rows)).one()
        assert (row.attempts, row.failure, row.state) == (1, "KeyError", "set_aside" if last else "waiting")
        assert inbox.count_set_aside(tx) == int(last)


def test_the_longest_waiting_is_known(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        assert inbox.oldest_waiting(tx) is None
        inbox.keep(tx, [arrival("1", now)], now + SECOND)
        inbox.keep(tx, [arrival("2", now)], now + 2 * SECOND)
        assert inbox.oldest_waiting(tx) == now + SECOND


def test_nothing_to_keep_is_nothing(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [], now)
        assert inbox.waiting(tx, []) == []


def test_a_chat_that_rests_until_long_after_the_clock_was_put_back_rests_no_more(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        hold(tx, now, 5 * SECOND)
        assert inbox.chats_waiting(tx, now, 10) == []
        assert inbox.chats_waiting(tx, now - timedelta(hours=26), 10) == ["line:U1"]


def test_the_longest_waiting_are_found_without_passing_by_what_was_answered(sqlite_url: str) -> None:
    engine, morning = make_engine(sqlite_url), datetime(2026, 11, 23, 3, tzinfo=UTC)
    metadata.create_all(engine)
    with engine.begin() as tx:
        inbox.keep(tx, [Arrival(str(n), "line:U1", EVENT_IGNORED, morning, facts={}) for n in range(2000)], morning)
        learn(tx)
        ready = inbox.OLDEST_WAITING.of(tx)
        values = ready.values({"now": morning, "too_far": morning, "limit": 10})
        plan = str(tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {ready.sql}", values).all())
    engine.dispose()
    assert "ix_inbox_waiting" in plan


@pytest.mark.parametrize("count", [1, 2, 63, 64, 65, 200])
def test_much_that_comes_at_once_is_kept_in_order_and_once(engine: Engine, now: datetime, count: int) -> None:
    came = [arrival(f"{number:03}", now, free_reply={"token": f"{number}"}) for number in range(count)]
    last = arrival("000", now, free_reply={"token": "new"})
    with engine.begin() as tx:
        inbox.keep(tx, [*came, last], now)
        inbox.keep(tx, came[1:], now)
        events = inbox.waiting(tx, ["line:U1"])
        assert keys_in_order(tx, "line:U1") == [f"{number:03}" for number in range(count)]
    tokens = [event.free_reply and event.free_reply["token"] for event in events]
    assert tokens == ["new", *(str(number) for number in range(1, count))]
