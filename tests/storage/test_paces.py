"""What is left of the platforms' limits, shared on PostgreSQL: never more than is allowed, whoever asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.limits import A_CHAT, LANES, LINE_REPLY, MOST_IN_A_GROUP, TELEGRAM
from bot.shared_gate import Ask, answer
from storage import paces
from storage.database import make_engine
from storage.schema import paces as table

MOST = int(LANES[TELEGRAM].burst)
GROUP = "telegram:-5"


@pytest.fixture
def engine(postgres_engine_url: str) -> Iterator[Engine]:
    engine = make_engine(postgres_engine_url)
    yield engine
    engine.dispose()


def ask(engine: Engine, *asks: Ask) -> list[Ask]:
    with engine.begin() as tx:
        answer(tx, asks)
    return list(asks)


def age(engine: Engine, seconds: float) -> None:
    """Let everything have happened so much earlier."""
    with engine.begin() as tx:
        rows, _ = paces.lock(tx, [(key, 1.0) for key in tx.execute(select(table.c.key)).scalars()])
        for row in rows.values():
            row.counted_at -= timedelta(seconds=seconds)
            row.gone = [each - timedelta(seconds=seconds) for each in row.gone]
            row.held_until = row.held_until and row.held_until - timedelta(seconds=seconds)
        paces.save(tx, rows.values())


def test_processes_together_get_what_one_would(engine: Engine) -> None:
    granted: list[int] = []

    def process(number: int) -> None:
        for each in range(MOST):
            (asked,) = ask(engine, Ask(TELEGRAM, chat=f"telegram:{number}{each}"))
            granted.append(asked.granted)

    threads = [threading.Thread(target=process, args=(number,)) for number in range(3)]
    with engine.begin() as tx:
        _, began = paces.lock(tx, [])
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.begin() as tx:
        _, ended = paces.lock(tx, [])
    most = MOST + LANES[TELEGRAM].per_second * (ended - began).total_seconds()
    assert MOST <= sum(granted) <= most


def test_who_waits_is_told_when_behind_those_that_wait_already(engine: Engine) -> None:
    ask(engine, *[Ask(TELEGRAM) for _ in range(MOST)])
    first, second = ask(engine, Ask(TELEGRAM), Ask(TELEGRAM))
    assert 0 < first.wait < second.wait < 2.5 / LANES[TELEGRAM].per_second


def test_answers_get_what_bulk_leaves(engine: Engine) -> None:
    kept = LANES[TELEGRAM].kept
    bulk = ask(engine, *[Ask(TELEGRAM, spared=kept) for _ in range(MOST)])
    assert sum(each.granted for each in bulk) == MOST - kept
    answers = ask(engine, *[Ask(TELEGRAM) for _ in range(int(kept))])
    assert all(each.granted for each in answers)


def test_answers_are_asked_for_first_when_both_ask_together(engine: Engine) -> None:
    both = [*(Ask(TELEGRAM, spared=LANES[TELEGRAM].kept) for _ in range(MOST)), *(Ask(TELEGRAM) for _ in range(MOST))]
    ask(engine, *both)
    assert [each.granted for each in both] == [0] * MOST + [1] * MOST


def test_a_slice_is_taken_at_once_and_the_share_of_a_dead_process_comes_back(engine: Engine) -> None:
    (first,) = ask(engine, Ask(LINE_REPLY, count=100))
    assert first.granted == 100
    ask(engine, *[Ask(LINE_REPLY, count=100) for _ in range(9)])
    (late,) = ask(engine, Ask(LINE_REPLY, count=5000))
    assert late.granted < 200
    age(engine, 1)
    (again,) = ask(engine, Ask(LINE_REPLY, count=100))
    assert again.granted == 100


def test_a_chat_is_one_chat_whichever_process_writes_into_it(engine: Engine) -> None:
    waits = [ask(engine, Ask(chat="telegram:7"))[0].wait for _ in range(5)]
    assert waits[: int(A_CHAT.burst)] == [0] * int(A_CHAT.burst)
    assert 0.5 < waits[-1] <= 1
    assert ask(engine, Ask(chat="telegram:8"))[0].wait == 0
    age(engine, 1)
    assert ask(engine, Ask(chat="telegram:7"))[0].wait == 0


def test_no_more_than_twenty_go_into_a_group_within_a_minute(engine: Engine) -> None:
    went = 0
    for _ in range(30):
        went += ask(engine, Ask(chat=GROUP))[0].wait == 0
        age(engine, 1)
    assert went == MOST_IN_A_GROUP
    assert 25 < ask(engine, Ask(chat=GROUP))[0].wait < 31
    age(engine, 31)
    assert ask(engine, Ask(chat=GROUP))[0].wait == 0


def test_what_one_process_was_told_holds_for_all_until_it_is_over(engine: Engine) -> None:
    with engine.begin() as tx:
        paces.hold(tx, TELEGRAM, MOST, 9)
        paces.hold(tx, TELEGRAM, MOST, 2)
    assert 8 < ask(engine, Ask(TELEGRAM))[0].wait <= 9
    age(engine, 10)
    assert ask(engine, Ask(TELEGRAM))[0].granted == 1


def test_slow_calls_are_counted_again(engine: Engine) -> None:
    asked = ask(engine, Ask(TELEGRAM, late=5), *[Ask(TELEGRAM) for _ in range(MOST)])
    assert sum(each.granted for each in asked) == MOST - 5


def test_no_chats_name_is_kept_and_what_is_old_is_forgotten(engine: Engine) -> None:
    ask(engine, Ask(TELEGRAM, chat="telegram:4711"))
    with engine.begin() as tx:
        rows: list[Any] = list(tx.execute(select(table)))
        assert "4711" not in str(rows)
        assert len(rows) == 2
        _, now = paces.lock(tx, [])
        assert paces.forget_old(tx, now - timedelta(hours=1)) == 0
        assert paces.forget_old(tx, now + timedelta(hours=1)) == 2


def test_a_clock_put_back_gives_nothing_and_keeps_nobody_waiting(engine: Engine) -> None:
    asks = [Ask(TELEGRAM, chat=GROUP) for _ in range(3)]
    ask(engine, *(Ask(TELEGRAM) for _ in range(MOST)), *asks)
    with engine.begin() as tx:
        paces.hold(tx, TELEGRAM, MOST, 2)
    age(engine, -3600)
    (again,) = ask(engine, Ask(TELEGRAM, chat=GROUP))
    assert 1 < again.wait < 3
    with engine.begin() as tx:
        rows, now = paces.lock(tx, [(paces.key_of(GROUP), 1.0)])
    assert all(each <= now for row in rows.values() for each in row.gone)
