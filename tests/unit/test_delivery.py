"""What becomes of a letter, by what came of sending it; and how fast letters may go."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from bot.channels import Outcome, QuotaSpent, Refused, ReplySpent, Sent, TryLater, Unreachable
from bot.clock import Clock
from bot.delivery import LEASE, MOST_IN_FLIGHT, MOST_UNASKED, Delivery
from bot.noting import GIVE_UP_AFTER, LONGEST_WAIT, note_trouble, reply_is_over
from domain.messages import Message
from storage import chats, outbox
from storage.database import Database
from storage.outbox import BULK, REMINDER, REPLY, Draft, Letter
from storage.schema import outbox as rows

CHAT = "line:U1"
TOKEN = {"token": "t"}
MINUTE = timedelta(minutes=1)


def claimed(tx: Connection, now: datetime, **draft: Any) -> Letter:
    """A letter that is being sent."""
    chats.save(tx, list(chats.take(tx, [CHAT]).values()))
    outbox.write(tx, [Draft(CHAT, (Message("hello"),), **draft)], now)
    (letter,) = outbox.claim(tx, now, LEASE, 10)
    return letter


def reply(now: datetime, seconds: int = 50) -> dict[str, str]:
    """A free reply that can be used for so many seconds."""
    return TOKEN | {"until": (now + timedelta(seconds=seconds)).isoformat()}


def state(tx: Connection) -> Any:
    """The only letter's row."""
    return tx.execute(select(rows)).one()


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Unreachable("blocked"), "unreachable"),
        (Refused("400"), "refused"),
        (QuotaSpent(), "held"),
        (TryLater("no answer"), "waiting"),
        (ReplySpent(), "waiting"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_each_outcome_has_its_state(engine: Engine, now: datetime, outcome: Outcome, expected: str) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now)
        note_trouble(tx, letter, outcome, now)
        row = state(tx)
    assert row.state == expected
    assert row.leased_until is None


def test_a_sent_letter_is_no_trouble(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now)
        before = state(tx)
        note_trouble(tx, letter, Sent(), now)
        assert state(tx) == before


def test_who_cannot_be_reached_is_not_tried_again(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        note_trouble(tx, claimed(tx, now), Unreachable("blocked"), now)
        assert not chats.take(tx, [CHAT])[CHAT].reachable
        assert not claimed(tx, now).reachable


def test_the_waits_between_attempts_grow_up_to_five_minutes(engine: Engine, now: datetime) -> None:
    waits = []
    with engine.begin() as tx:
        letter = claimed(tx, now)
        for _ in range(12):
            note_trouble(tx, letter, TryLater("no answer"), now)
            waits.append((state(tx).due_at - now).total_seconds())
            now = state(tx).due_at
            (letter,) = outbox.claim(tx, now, LEASE, 10)
    assert waits[:4] == [0.5, 1, 2, 4]
    assert waits[-1] == LONGEST_WAIT


def test_the_wait_that_a_platform_asks_for_is_kept(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        note_trouble(tx, claimed(tx, now), TryLater("rate", seconds=7, progress=2), now)
        row = state(tx)
    assert (row.due_at, row.progress, row.in_doubt) == (now + timedelta(seconds=7), 2, False)


@pytest.mark.parametrize(
    ("minutes", "waits"), [(None, 60), (300, 60), (58, 29), (10, 5), (1, 1)], ids=lambda each: f"{each} min"
)
def test_a_reminder_without_a_push_asks_again_while_it_is_still_true(
    engine: Engine, now: datetime, minutes: int | None, waits: int
) -> None:
    with engine.begin() as tx:
        good_until = None if minutes is None else now + minutes * MINUTE
        letter = claimed(tx, now, rank=REMINDER, event=4711, good_until=good_until)
        note_trouble(tx, letter, QuotaSpent(), now)
        assert (state(tx).state, state(tx).due_at) == ("waiting", now + waits * MINUTE)


def test_after_23_hours_a_human_must_look(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now)
        note_trouble(tx, letter, TryLater("no answer"), now)
        later = now + GIVE_UP_AFTER + MINUTE
        (letter,) = outbox.claim(tx, later, LEASE, 10)
        note_trouble(tx, letter, TryLater("no answer"), later)
        row = state(tx)
    assert row.state == "refused"
    assert row.why.startswith("gave up")


def test_a_spent_token_after_an_unheard_attempt_means_that_it_was_taken(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        note_trouble(tx, claimed(tx, now, free_reply=reply(now)), TryLater("no answer", unknown=True), now)
        (letter,) = outbox.claim(tx, now + timedelta(seconds=1), LEASE, 10)
        assert letter.in_doubt
        note_trouble(tx, letter, ReplySpent(), now + timedelta(seconds=2))
        assert state(tx).state == "sent"


def test_a_spent_token_after_a_senders_death_means_that_it_was_taken(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        claimed(tx, now, free_reply=reply(now))
        (letter,) = outbox.claim(tx, now + LEASE, LEASE, 10)
        assert letter.in_doubt
        note_trouble(tx, letter, ReplySpent(), now + LEASE)
        assert state(tx).state == "sent"


@pytest.mark.parametrize(("worth", "expected"), [(True, "waiting"), (False, "expired")])
def test_a_spent_token_makes_a_push_of_what_is_worth_one(
    engine: Engine, now: datetime, worth: bool, expected: str
) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now, free_reply=reply(now), worth_push=worth)
        note_trouble(tx, letter, ReplySpent(), now + MINUTE)
        row = state(tx)
    assert (row.state, row.free_reply) == (expected, None)


def test_an_answer_that_came_too_late_rides_on_the_next_free_reply(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now, free_reply=reply(now, 0))
        outbox.write(tx, [Draft(CHAT, (Message("second"),), free_reply=reply(now + MINUTE))], now + MINUTE)
        note_trouble(tx, letter, ReplySpent(), now + MINUTE)
        (together,) = outbox.claim(tx, now + MINUTE, LEASE, 10)
    assert [message["body"] for message in together.messages] == ["hello", "second"]
    assert together.free_reply is not None


def test_a_reply_is_over_when_its_time_is(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        letter = claimed(tx, now, free_reply=reply(now, 50))
    assert not reply_is_over(letter, now + timedelta(seconds=50))
    assert reply_is_over(letter, now + timedelta(seconds=51))
    with engine.begin() as tx:
        outbox.settle(tx, [letter.number], now, state="sent")
        tap = claimed(tx, now, free_reply={"tap": "7"})
    assert not reply_is_over(tap, now + 1000 * MINUTE)


def letter(rank: int = BULK, chat: str = "telegram:1", messages: int = 1) -> Letter:
    """A letter with so many messages."""
    return Letter(1, "id", chat, rank, [{"body": "."}] * messages, None, True, 0, False, 0, None, True)


def delivery_of(sqlite_url: str, *channels: str) -> Delivery:
    """A worker that nobody has started."""
    return Delivery(Database(sqlite_url), dict.fromkeys(channels), Clock())  # type: ignore[arg-type]


def test_bulk_has_a_room_of_its_own(sqlite_url: str) -> None:
    delivery = delivery_of(sqlite_url, "line")
    delivery.count(letter(chat="line:U1"))["line"] += MOST_UNASKED["line"]
    assert delivery.rooms_for_unasked(delivery.clock.now(), set()) == {"line": 0}
    assert delivery.room("line") == MOST_IN_FLIGHT


def test_a_look_for_bulk_follows_another_only_after_a_while(sqlite_url: str) -> None:
    delivery = delivery_of(sqlite_url, "line")
    assert delivery.rooms_for_unasked(delivery.clock.now(), set())
    assert delivery.rooms_for_unasked(delivery.clock.now(), set()) == {}


def test_there_is_no_room_in_a_channel_that_rests(sqlite_url: str) -> None:
    delivery = delivery_of(sqlite_url, "line", "telegram")
    now = delivery.clock.now()
    delivery.resting["line"] = now, now + MINUTE
    delivery.breakers["telegram"].since = delivery.clock.now()
    assert (delivery.room("line"), delivery.room("telegram")) == (0, 0)
    assert [delivery.at_rest(now + later) for later in (MINUTE, -60 * MINUTE)] == [set(), set()]


async def test_what_is_handed_over_twice_is_sent_once(sqlite_url: str) -> None:
    delivery = delivery_of(sqlite_url, "line")
    delivery.take([letter(rank=REPLY, chat="line:U1"), letter(rank=REPLY, chat="line:U1")])
    assert (len(delivery.in_flight), delivery.room("line")) == (1, MOST_IN_FLIGHT - 1)
    for task in delivery.in_flight.values():
        task.cancel()


@pytest.mark.parametrize("rank", [REPLY, REMINDER])
async def test_what_is_being_claimed_when_we_are_told_to_end_is_handed_back_as_surely_unsent(
    sqlite_engine_url: str, rank: int
) -> None:
    delivery = delivery_of(sqlite_engine_url, "line", "telegram")
    database, clock = delivery.database, delivery.clock
    drafts = [Draft(CHAT, (Message("hello"),), rank)]
    await database.run(lambda tx: outbox.write(tx, drafts, clock.now()))
    busy = threading.Event()
    waiting = asyncio.create_task(database.run(lambda _tx: busy.wait(10)))
    claiming = asyncio.create_task(delivery.claim())
    await asyncio.sleep(0.1)
    claiming.cancel()
    busy.set()
    await asyncio.gather(waiting, claiming, return_exceptions=True)
    (letter,) = await database.run(lambda tx: outbox.claim(tx, clock.now(), LEASE, 10, unasked=None))
    assert (letter.in_doubt, letter.abandoned, letter.attempts) == (False, False, 1), "it was claimed before"
    await database.close()
